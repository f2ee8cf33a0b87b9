"""Claims as drafts of ClaimReview (https://schema.org/ClaimReview), without a rating: that is for a person to give.

`appearance` lists the documents that assert or pass on the claim, each with its exact words. What schema.org has no
word for stands under `sayso:`: who denies it, and how many independent origins it rests on.
"""

import json
from collections.abc import Mapping, Sequence
from typing import IO

from sayso.casebook import Case, DocumentRow, StoredClaim, StoredPosition
from sayso.export.claim_sheets import claim_state
from sayso.export.claim_words import surely
from sayso.export.contract import Json
from sayso.export.prefix_dates import prefix_dates
from sayso.model.claim import OriginKind, Stance
from sayso.model.document import Sureness
from sayso.model.entity import EntityKind
from sayso.model.when import When

_CONTEXT: Sequence[Json] = ("https://schema.org", {"sayso": "urn:sayso:"})
_TYPES: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANIZATION: "Organization",
    EntityKind.PUBLIC_BODY: "GovernmentOrganization",
    EntityKind.PLACE: "Place",
}


def write_claimreview(case: Case, query: str, out: IO[bytes]) -> int:
    """Write a draft for each claim that the query asks for; returns how many. Raises `QueryError`."""
    documents = {row.id: row for row in case.documents()}
    kinds = {row.person.id: row.person.kind for row in case.people()}
    made: list[Json] = [_review(surely(found), documents, kinds) for found in case.claims(query)]
    graph: dict[str, Json] = {"@context": _CONTEXT, "@graph": made}
    out.write((json.dumps(graph, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
    return len(made)


def _review(found: StoredClaim, documents: Mapping[str, DocumentRow], kinds: Mapping[str, EntityKind]) -> Json:
    claim = found.claim
    appears = [p for p in found.positions if p.position.stance is not Stance.DENIES]
    denied = [p for p in found.positions if p.position.stance is Stance.DENIES]
    authors: list[Json] = [
        {
            "@type": _TYPES[kinds[origin.person]] if origin.person and origin.person in kinds else "Thing",
            "name": origin.name,
        }
        for origin in claim.origins
        if origin.stance is Stance.SUPPORTS and origin.kind is OriginKind.NAMED
    ]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:sayso:claim:{claim.id}",
        "creativeWorkStatus": "Draft",
        "claimReviewed": claim.text,
        "itemReviewed": {
            "@type": "Claim",
            **_date(claim.first),
            **({"author": authors} if authors else {}),
            "appearance": [_work(position, documents) for position in appears],
        },
        "sayso:state": claim_state(found),
        "sayso:status": claim.status.value,
        "sayso:independent": claim.independent,
        "sayso:independentMax": claim.independent_max,
        "sayso:denials": [_work(position, documents) for position in denied],
    }


def _work(found: StoredPosition, documents: Mapping[str, DocumentRow]) -> Json:
    """One place where the claim stands: the document, and the words."""
    position = found.position
    row = documents.get(position.document)
    known = row.metadata if row else None
    address = known.address if known and (known.address or "").startswith(("http://", "https://")) else None
    work: dict[str, Json] = {"@type": "CreativeWork", "@id": f"urn:sayso:{position.document}", "name": found.name}
    if address:
        work["url"] = address
    if found.title:
        work["headline"] = found.title
    if found.publisher:
        work["publisher"] = {"@type": "Organization", "name": found.publisher}
    if known and known.authors:
        work["author"] = [{"@type": "Person", "name": name} for name in known.authors]
    if known and known.published_sure is not Sureness.GUESSED:
        work |= _date(found.published)
    if found.page:
        work["pagination"] = str(found.page)
    return {
        **work,
        "text": found.words,
        "sayso:stance": position.stance.value,
        "sayso:chain": found.chain,
        "sayso:state": "confirmed" if position.confirmed else "suggested",
    }


def _date(when: When | None) -> dict[str, Json]:
    """The day, month or year, where it is one: schema.org has no place for more."""
    one = prefix_dates(when).one if when else None
    return {"datePublished": one} if one else {}
