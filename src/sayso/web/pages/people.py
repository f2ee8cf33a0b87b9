"""Who is in the case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case, StoredStatement, Told
from sayso.export.voices import Voices
from sayso.model.entity import Entity, EntityKind
from sayso.model.identity import Member
from sayso.web.desk import Part, desk_of, part_of
from sayso.web.pages.chronology import names_of

_SAID = 20
_CONTACTS = 40
_EVENTS = 1000
"""Of so many events of a person at most contacts are shown, the first by date."""
_PAIRS = 10
_ABOUT = 20
_MEMBERS = 300
"""So many appearances are shown, the first by date."""
_LOOKED_THROUGH = 100
"""So many documents are looked through for what is said about somebody, the latest first; so many at once."""
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody who takes part in events beside a person: `voices` tell of it independently."""

    name: str
    told: Sequence[Told]
    voices: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity of a document that is this person there; `at` is where it is first named (code points)."""

    member: Member
    title: str
    outlet: str
    forms: Sequence[str]
    mentions: int
    at: int


def people(request: Request) -> Response:
    """People, organisations, public bodies and places, most mentioned first."""
    desk, part = desk_of(request), part_of(request, "kind")
    kind = part.others.get("kind", "")
    asked = " ".join(filter(None, (f"({part.asked})" if part.asked else "", f"kind:{kind}" if kind else "")))
    with desk.reading() as book:
        found = list(book.people(asked, limit=part.limit, offset=part.offset))
        there = book.count("people", asked)
        pairs = list(book.suggestions(limit=_PAIRS)) if not (asked or part.offset) else []
    values: Mapping[str, object] = {"part": part, "found": found, "pairs": pairs, "kinds": tuple(EntityKind)}
    return desk.page(request, "people.html", **values, **part.pages(there))


def person(request: Request) -> Response:
    """One person or body: contacts, what it says, what is said about it, where it appears, and who may be the same."""
    desk, part = desk_of(request), part_of(request)
    part = Part(part.asked, _SAID, part.offset, {})
    with desk.reading() as book:
        found = book.person(request.path_params["id"])
        id = found.person.id
        appearances = list(_appearances(book, id))
        told = book.timeline(person=id, limit=_EVENTS)
        there = book.count("statements", f"person:{id}")
        return desk.page(
            request,
            "person.html",
            part=part,
            found=found,
            person=found.person,
            contacts=_contacts(book, told, {found.person.name, *found.person.aliases})[:_CONTACTS],
            alone=len(told),
            said=list(book.statements(f"person:{id}", limit=_SAID, offset=part.offset)),
            about=_about(book, id, [a.member[0] for a in appearances]),
            maybe=list(book.suggestions(id, limit=_PAIRS)),
            appearances=appearances,
            forms=_forms(appearances),
            decided=list(reversed(book.decisions_about(id))),
            names=names_of(book),
            **part.pages(there),
        )


def _contacts(book: Case, told: Sequence[Told], own: set[str]) -> Sequence[Beside]:
    """Everybody who takes part beside this one, those on most voices first."""
    mine = {name.casefold() for name in own}
    beside: dict[str, list[Told]] = {}
    for entry in told:
        for name in dict.fromkeys(entry.event.participants):
            if name.casefold() not in mine:
                beside.setdefault(name, []).append(entry)
    voices = Voices(book, told)
    made = [Beside(name, events, len({voices.of(entry) for entry in events})) for name, events in beside.items()]
    return sorted(made, key=lambda each: (-each.voices, -len(each.told), each.name))


def _about(book: Case, id: str, documents: Sequence[str]) -> Sequence[StoredStatement]:
    """What others say about this one, from the latest documents that name it."""
    latest = list(dict.fromkeys(reversed(documents)))[:_LOOKED_THROUGH]
    found: list[StoredStatement] = []
    for start in range(0, len(latest), _AT_ONCE):
        if len(found) >= _ABOUT:
            break
        found.extend(book.statements_about(id, latest[start : start + _AT_ONCE], limit=_ABOUT - len(found)))
    return found


def _appearances(book: Case, id: str) -> Iterator[Appearance]:
    members = list(book.members(id, _MEMBERS))
    titles = {row.id: row for row in book.documents_of({document for document, _ in members})}
    for document, entity in members:
        if row := titles.get(document):
            known = row.metadata
            forms = (entity.name, *entity.aliases)
            member = (document, entity.id)
            yield Appearance(
                member, known.title or row.name, known.publisher or "", forms, len(entity.mentions), _at(entity)
            )


def _at(entity: Entity) -> int:
    return min((mention.span.start for mention in entity.mentions), default=0)


def _forms(appearances: Sequence[Appearance]) -> Sequence[tuple[str, Sequence[Appearance]]]:
    """Every name it goes by, with where: those in most documents first."""
    found: dict[str, list[Appearance]] = {}
    for each in appearances:
        for form in dict.fromkeys(each.forms):
            found.setdefault(form, []).append(each)
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))


routes: list[Route] = [
    Route("/people", people, methods=["GET"]),
    Route("/people/{id}", person, methods=["GET"]),
]
"""What this module answers."""
