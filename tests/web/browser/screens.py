"""Every screen of the desk, by a name, with an address where there is something on it."""

from collections.abc import Mapping

from sayso.casebook import Case


def screens(book: Case) -> Mapping[str, str]:
    """Name → address in this case."""
    claim = next(book.claims("status:disputed repeated:yes"))
    article, pdf, mail = (next(book.documents(f"doc:{kind}")).id for kind in ("sentinel", "inspection", "reply"))
    letter = next(book.documents("doc:oduya")).id
    return {
        "desk": "/",
        "documents": "/documents",
        "document": f"/documents/{article}",
        "document-pdf": f"/documents/{letter}",
        "document-mail": f"/documents/{mail}",
        "claims": "/claims",
        "claim": f"/claims/{claim.claim.id}",
        "chronology": "/timeline",
        "chronology-lanes": "/timeline?lanes=person&person=Theodora+Holm",
        "event-new": f"/events/new?document={pdf}&start=1400&end=1440",
        "people": "/people",
        "network": "/network",
        "person": f"/people/{next(book.people('kind:person')).person.id}",
        "adding": "/documents/adding",
        "about": f"/documents/{article}/about",
        "gaps": "/gaps",
        "search": "/search?q=water",
        "notes": f"/items/{claim.claim.id}/notes",
        "drafts": "/drafts",
        "memo": f"/memo?claim={claim.claim.id}",
        "memo-preview": f"/memo/preview?claim={claim.claim.id}",
        "log": "/log",
        "mistake": "/claims?q=speaker:",
    }
