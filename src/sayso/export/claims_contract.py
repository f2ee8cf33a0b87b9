"""The JSON of claims (docs/contract.md): what all documents of a case come to."""

import os
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from email.utils import getaddresses
from pathlib import Path

from sayso.casebook import Case, Sentences, StoredClaim, StoredDocument, StoredGap, StoredPosition
from sayso.export.contract import Json
from sayso.model.claim import Conflict, Link, Origin
from sayso.model.document import Metadata
from sayso.model.gap import GapKind
from sayso.model.span import Span

_ADDRESSES = ("from", "to", "cc")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def case_json(book: Case, query: str = "") -> dict[str, Json]:
    """All claims that the query asks for, with the texts that spans point into, copies, entities and gaps.

    Documents go by their file names, by their paths below the folder that holds all of them where two share one.
    """
    stored = {row.id: book.document(row.id) for row in book.documents()}
    names = _names(stored)
    return {
        "documents": {names[id]: found.document.text.characters for id, found in stored.items()},
        "boilerplate": {names[id]: [_span(s) for s in found.boilerplate] for id, found in stored.items()},
        "claims": [claim_json(found, names) for found in book.claims(query)],
        "duplicates": [[names[copy.first], names[copy.second]] for copy in book.copies()],
        "entities": _entities(book, stored, names),
        "gaps": _gaps(book, stored, names),
    }


def claim_json(found: StoredClaim, names: Mapping[str, str] | None = None) -> dict[str, Json]:
    """One claim; `names` are those of documents (by id), by default their file names."""
    claim = found.claim
    called = names or {p.position.document: p.name for p in found.positions}
    origins = {origin.id: origin for origin in claim.origins}
    return {
        "id": claim.id,
        "text": claim.text,
        "status": claim.status.value,
        "surely": claim.surely.value,
        "independent": claim.independent,
        "independent_max": claim.independent_max,
        "denied_by": found.denied_by,
        "first": claim.first.edtf if claim.first else None,
        "statements": [_position(position, called, origins) for position in found.positions],
        "origins": [_origin(origin) for origin in claim.origins],
        "links": [_link(link, called) for link in claim.links],
        "conflicts": [_conflict(conflict) for conflict in claim.conflicts],
        "gaps": claim.gaps,
    }


def _position(found: StoredPosition, names: Mapping[str, str], origins: Mapping[str, Origin]) -> dict[str, Json]:
    position = found.position
    origin = origins.get(position.origin) if position.origin else None
    return {
        "id": position.proposition,
        "doc": names[position.document],
        "document": position.document,
        "span": _span(position.span),
        "words": found.words,
        "page": found.page,
        "stance": position.stance.value,
        "source": origin.name if origin else None,
        "origin": position.origin,
        "chain": found.chain,
        "statement": position.statement,
        "why": position.why,
        "tentative": position.tentative,
        "confirmed": position.confirmed,
    }


def _origin(origin: Origin) -> dict[str, Json]:
    return {
        "id": origin.id,
        "who": origin.name,
        "kind": origin.kind.value,
        "stance": origin.stance.value,
        "person": origin.person,
        "least": origin.least,
        "most": origin.most,
    }


def _link(link: Link, names: Mapping[str, str]) -> dict[str, Json]:
    return {
        "from": names.get(link.source, link.source),
        "to": names.get(link.target, link.target),
        "relation": link.relation.value,
        "reason": link.reason,
        "doc": names.get(link.document) if link.document else None,
        "span": _span(link.span) if link.span else None,
    }


def _conflict(conflict: Conflict) -> dict[str, Json]:
    return {
        "about": conflict.about,
        "sides": [{"value": side.value, "statements": side.propositions} for side in conflict.sides],
    }


def _entities(book: Case, stored: Mapping[str, StoredDocument], names: Mapping[str, str]) -> list[Json]:
    """Entities of the case; `docs` are also mails that it wrote or was sent, and those that name somebody by a surname
    that nobody else in the case bears, which are `presumed`, and merge nothing.
    """
    people = {found.person.id: found.person for found in book.people()}
    mails: defaultdict[str, set[str]] = defaultdict(set)
    for id, found in stored.items():
        for name in _correspondents(found.document.metadata):
            mails[name].add(names[id])
    short_for: dict[str, list[str]] = {}
    for short, full in book.presumed().items():
        short_for.setdefault(full, []).append(short)
    rows: list[Json] = []
    for id, person in people.items():
        own = {names[document] for document, _ in person.members if document in names}
        own |= mails.get(person.name.casefold(), set())
        others = [people[short] for short in short_for.get(id, ()) if short in people]
        likely = {names[document] for other in others for document, _ in other.members if document in names} - own
        rows.append(
            {
                "id": id,
                "name": person.name,
                "kind": person.kind.value,
                "aliases": person.aliases,
                "docs": sorted(own | likely),
                "presumed": sorted(likely),
            }
        )
    return rows


def _correspondents(known: Metadata) -> set[str]:
    """Who wrote a mail and to whom, in small letters ("Quill, Ada (Press)": "ada quill"); nobody if it is no mail."""
    if not known.headers:
        return set()
    sent = [value for name, value in known.headers if name.lower() in _ADDRESSES]
    written = [name for name, _ in getaddresses(sent)] + list(known.authors)
    bare = (_BRACKETS.sub("", name).strip() for name in written)
    turned = (" ".join(reversed(name.split(", "))) if name.count(", ") == 1 else name for name in bare)
    return {" ".join(name.split()).casefold() for name in turned if " " in name}


def _gaps(book: Case, stored: Mapping[str, StoredDocument], names: Mapping[str, str]) -> list[Json]:
    """Gaps in order; of several redactions in a sentence one, with the sentence for its span."""
    sentences = {id: Sentences(found.document.text.characters) for id, found in stored.items()}
    rows: list[Json] = []
    seen: set[tuple[str, Span]] = set()
    for found in book.gaps():
        at = found.at.document
        span = found.gap.span
        if found.gap.kind is GapKind.REDACTION:
            span = next(iter(sentences[at].around((span,))), span)
            if (at, span) in seen:
                continue
            seen.add((at, span))
        rows.append(_gap(found, names[at], span))
    return rows


def _gap(found: StoredGap, name: str, span: Span) -> dict[str, Json]:
    return {"id": found.gap.id, "doc": name, "kind": found.gap.kind.value, "span": _span(span), "note": found.gap.note}


def _names(stored: Mapping[str, StoredDocument]) -> Mapping[str, str]:
    shared = Counter(found.name for found in stored.values())
    folders = [Path(found.document.path).parent for found in stored.values()]
    folder = os.path.commonpath(folders) if folders else ""
    return {
        id: found.name if shared[found.name] == 1 else os.path.relpath(found.document.path, folder)
        for id, found in stored.items()
    }


def _span(span: Span) -> list[Json]:
    return [span.start, span.end]
