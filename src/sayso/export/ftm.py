"""Everything as entities of FollowTheMoney, a JSON object a line, for Aleph, OpenAleph and the tools around them.

https://followthemoney.tech/explorer/ has the schemata. Offsets of words have no place in them; every entity that
comes from words has them in full, and its document as `proof`. FollowTheMoney says nothing of confirmation, so that
`keywords` of things and `status` of links tell it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha1, sha256
from typing import IO

from sayso.casebook import Case, DocumentRow, StoredPerson, StoredStatement, Told
from sayso.export.contract import Json
from sayso.export.event_words import added_words, status_words
from sayso.export.participants import Participants
from sayso.export.prefix_dates import prefix_dates
from sayso.export.sheets import Table, person_state
from sayso.model.document import Sureness
from sayso.model.entity import EntityKind, Person
from sayso.model.when import When

_SCHEMATA: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANIZATION: "Organization",
    EntityKind.PUBLIC_BODY: "PublicBody",
    EntityKind.PLACE: "Address",
}
_DOCUMENTS: Mapping[str, str] = {
    "text/plain": "PlainText",
    "text/html": "HyperText",
    "application/pdf": "Pages",
    "message/rfc822": "Email",
}
_LANGUAGES: Mapping[str, str] = {
    **{"ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "ja": "jpn", "ko": "kor"},
    **{"nl": "nld", "pl": "pol", "pt": "por", "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "zho"},
}
"""ISO 639-1 → ISO 639-3, for what reporters' piles are most often in."""
_ON_ONE_LINE: Mapping[str, int] = {
    **dict.fromkeys(("name", "alias", "weakAlias", "namesMentioned"), 384),
    **dict.fromkeys(("location", "full"), 250),
    **dict.fromkeys(("title", "author", "publisher", "fileName", "role", "keywords"), 1024),
}
"""Properties that FollowTheMoney keeps so many characters of, on one line; what is cut here stands whole elsewhere."""
_TEXTS = ("bodyText", "summary", "description", "notes")
_LONGEST_TEXT = 65_000
"""Characters of a value of these; longer ones are several values."""

Properties = Mapping[str, Sequence[str | None]]


def write_ftm(case: Case, query: str, tables: Sequence[Table], out: IO[bytes]) -> int:
    """Write the documents that the query asks for and what was found in them; returns how many entities.

    Raises `QueryError`.
    """
    written = 0
    for entity in _entities(case, query, tables):
        out.write((json.dumps(entity, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
        written += 1
    return written


def _entities(case: Case, query: str, tables: Sequence[Table]) -> Iterator[Json]:
    documents = {row.id: row for row in case.documents(query)}
    for row in documents.values():
        yield _document(case, row)
    people = [row for row in case.people() if any(document in documents for document, _ in row.person.members)]
    of_member = {member: row.person for row in people for member in row.person.members}
    for found_person in people:
        yield _person(found_person, [document for document, _ in found_person.person.members if document in documents])
    if Table.PEOPLE in tables:
        for document in documents:
            yield from _mentions(case, document, of_member)
    if Table.STATEMENTS in tables:
        for found in case.statements():
            if found.at.document in documents:
                yield _statement(found, of_member.get((found.at.document, found.statement.speaker or "")))
    if Table.EVENTS in tables:
        participants = Participants(case)
        for told in case.on_whose_word([event for event in case.events() if event.at.document in documents]):
            yield _event(told, participants)


def _entity(id: str, schema: str, properties: Properties) -> dict[str, Json]:
    held = {name: _values(name, [value for value in values if value]) for name, values in properties.items()}
    return {"id": _reference(id), "schema": schema, "properties": {name: v for name, v in held.items() if v}}


def _values(name: str, values: Iterable[str]) -> Sequence[str]:
    """Each value once, as long as FollowTheMoney takes it."""
    if longest := _ON_ONE_LINE.get(name):
        values = (" ".join(value.split())[:longest] for value in values)
    elif name in _TEXTS:
        values = (piece for value in values for piece in _pieces(value))
    return list(dict.fromkeys(values))


def _reference(id: str) -> str:
    return f"sayso-{id}"


def _pieces(text: str) -> Sequence[str]:
    """A text in pieces of less than the longest there can be, cut behind a paragraph where there is one."""
    pieces = []
    at = 0
    while len(text) - at > _LONGEST_TEXT:
        cut = text.rfind("\n\n", at + 1, at + _LONGEST_TEXT)
        end = cut + 2 if cut > 0 else at + _LONGEST_TEXT
        pieces.append(text[at:end])
        at = end
    return [*pieces, text[at:]]


def _document(case: Case, row: DocumentRow) -> Json:
    known = row.metadata
    when = known.published if known.published and known.published_sure is not Sureness.GUESSED else None
    dates = prefix_dates(when) if when else None
    return _entity(
        row.id,
        _DOCUMENTS.get(row.media_type, "Document"),
        {
            "fileName": [row.name],
            "title": [known.title],
            "name": [known.title or row.name],
            "author": known.authors,
            "publisher": [known.publisher],
            "publishedAt": [dates.first or dates.last] if dates else (),
            "sourceUrl": [_address(known.address)],
            "mimeType": [row.media_type],
            "language": [_LANGUAGES.get(known.language or "")],
            # What Aleph knows a file by.
            "contentHash": [sha1(case.original(row.id), usedforsecurity=False).hexdigest()],
            "bodyText": [case.document(row.id).document.text.characters],
        },
    )


def _person(row: StoredPerson, documents: Iterable[str]) -> Json:
    person = row.person
    is_place = person.kind is EntityKind.PLACE
    return _entity(
        person.id,
        _SCHEMATA[person.kind],
        {
            "name": [person.name],
            "full": [person.name] if is_place else (),
            # A surname alone must never be taken for a name to match by.
            "alias": [name for name in person.aliases if " " in name],
            "weakAlias": [name for name in person.aliases if " " not in name],
            "notes": [f"{person.reason[:1].upper()}{person.reason[1:]}."] if person.reason else (),
            "keywords": [person_state(row)],
            "proof": [_reference(document) for document in documents],
        },
    )


def _mentions(case: Case, document: str, of_member: Mapping[tuple[str, str], Person]) -> Iterator[Json]:
    """That a document names somebody, and how. FollowTheMoney has mentions of people and bodies alone."""
    for entity in case.findings(document).entities:
        person = of_member.get((document, entity.id))
        if person is None or person.kind is EntityKind.PLACE:
            continue
        yield _entity(
            f"m{sha256(f'{document} {entity.id}'.encode()).hexdigest()[:12]}",
            "Mention",
            {
                "document": [_reference(document)],
                "resolved": [_reference(person.id)],
                "name": [entity.name, *entity.aliases],
                "detectedSchema": [_SCHEMATA[entity.kind]],
            },
        )


def _statement(found: StoredStatement, speaker: Person | None) -> Json:
    """A link from the document to who speaks; a note about the document where that is nobody of the case."""
    made, at = found.statement, found.at
    role = f"{made.act.value} ({made.factuality.value})"
    chain = " › ".join(voice.name for voice in made.chain)
    if speaker is not None:
        return _entity(
            made.id,
            "Documentation",
            {
                "document": [_reference(at.document)],
                "entity": [_reference(speaker.id)],
                "role": [role],
                "status": [at.state.value],
                "summary": [found.content or found.context],
                "description": [f"Through {chain}." if chain else None, _as_found(made.date)],
                "recordId": [made.id],
                **_dates(made.date),
            },
        )
    who = found.speaker or found.source or "Speaker not found"
    return _entity(
        made.id,
        "Note",
        {
            "name": [f"{who}: {role}"],
            "description": [found.content or found.context],
            "summary": [f"Through {chain}." if chain else None],
            "notes": [_as_found(made.date)],
            "keywords": [at.state.value, made.act.value, "unnamed" if made.unnamed else "named"],
            "proof": [_reference(at.document)],
        },
    )


def _event(told: Told, participants: Participants) -> Json:
    found, made, at = told.event, told.event.event, told.event.at
    parties = list(participants.of(found))
    named = ", ".join(found.participants) or "nobody is named"
    name = ": ".join(part for part in (status_words(found), made.kind.value, named) if part)
    return _entity(
        made.id,
        "Event",
        {
            "name": [name],
            "summary": [found.words],
            "description": [f"On the word of {' › '.join(told.voices)}."],
            "notes": [_as_found(made.date), f"At {made.time}." if made.time else None],
            "keywords": [at.state.value, made.kind.value, made.status.value, added_words(found) or None],
            "involved": [
                _reference(person.id) for _, person in parties if person and person.kind is not EntityKind.PLACE
            ],
            "namesMentioned": [name for name, person in parties if person is None],
            "location": [made.place],
            "recordId": [made.id],
            "proof": [_reference(at.document)],
            **_dates(made.date),
        },
    )


def _dates(when: When | None) -> Properties:
    if when is None:
        return {}
    dates = prefix_dates(when)
    return {"date": [dates.one]} if dates.one else {"startDate": [dates.first], "endDate": [dates.last]}


def _as_found(when: When | None) -> str | None:
    """The date with all that is not known of it, where FollowTheMoney has no room for that."""
    return f"Date (EDTF): {when.edtf}." if when and when.edtf != prefix_dates(when).one else None


def _address(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None
