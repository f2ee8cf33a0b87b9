"""Voices that a claim can go back to, made from what a text calls them."""

from dataclasses import dataclass

from sayso.model.claim import OriginKind
from sayso.model.entity import EntityKind
from sayso.model.statement import Statement, Unnamed
from sayso.weigh.origins.agents import agent_in
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.documents import Author, DocumentKind
from sayso.weigh.outlets import outlet_words
from sayso.weigh.passages import words
from sayso.weigh.source import Known, Source


@dataclass(frozen=True, slots=True)
class Teller:
    """A voice: equal keys are the same one. `note` says in words why it is somebody else than the text's words name."""

    kind: OriginKind
    key: tuple[str, ...]
    name: str
    person: str | None = None
    least: int = 1
    most: int | None = 1
    note: str = ""


def named(known: Known, case: Case, said: str) -> Teller:
    """A person or body; who speaks for others, as `said` or another text tells, is taken for these."""
    agent = agent_in(" ".join(said.split()), case.full_names, case.bodies) or case.agents.get(known.id)
    if agent:
        note = f"{known.name} speaks for {agent.principal.name} (“{agent.words}”)"
        return principal(agent.principal, case, note)
    return principal(known, case, "" if words(said) == words(known.name) else f"“{' '.join(said.split())}”")


def principal(known: Known, case: Case, note: str = "") -> Teller:
    """A person or body that speaks for itself."""
    known = case.fuller(known)
    key = case.key_of(known.name) if known.kind is EntityKind.PERSON else ("who", known.id)
    return Teller(OriginKind.NAMED, key, known.name, known.id, note=note)


def called(name: str, case: Case, note: str) -> Teller:
    """A person whose name the text gives, though the case knows no such entity."""
    return Teller(OriginKind.NAMED, case.key_of(name), " ".join(name.split()), note=note)


def author_teller(author: Author, case: Case, note: str = "") -> Teller:
    """Whoever answers for a document, as a voice."""
    kinds = {DocumentKind.OUTLET: OriginKind.OUTLET, DocumentKind.RECORD: OriginKind.RECORD}
    kind = kinds.get(author.kind, OriginKind.NAMED)
    if author.known:
        return Teller(kind, ("who", author.known.id), author.known.name, author.known.id, note=note)
    person = author.kind in (DocumentKind.MAIL, DocumentKind.FILING)
    key = case.key_of(author.name) if person else ("name", *outlet_words(author.name))
    return Teller(kind, key, author.name, note=note)


def outlet_teller(name: str, case: Case) -> Teller:
    """An outlet that others credit."""
    known = case.named(name)
    key = ("who", known.id) if known else ("name", *outlet_words(name))
    return Teller(OriginKind.OUTLET, key, name, known.id if known else None)


def record_teller(name: str, noun: str) -> Teller:
    """A record that is given as a ground: of one claim, records of one kind are taken for one."""
    return Teller(OriginKind.RECORD, ("record", noun), " ".join(name.split()))


def unnamed(source: Source, name: str, statement: Statement | None) -> Teller:
    """A voice without a name, in the words of its document; one sentence's is another's where the document says so."""
    told = statement.unnamed if statement else None
    first = statement
    while first and first.unnamed and first.unnamed.same_as and first.unnamed.same_as in source.statements:
        first = source.statements[first.unnamed.same_as]
    described = first.unnamed.description if first and first.unnamed else name
    key = ("unnamed", source.id, first.id if first else " ".join(words(name)))
    least, most = _count(told)
    return Teller(OriginKind.UNNAMED, key, " ".join(described.split()), None, least, most)


def _count(told: Unnamed | None) -> tuple[int, int | None]:
    if told is None or told.max == 1:
        return 1, 1
    # "Officials said" doesn't tell how many were asked; "two officials said" does.
    return (told.min, told.max) if told.max is not None else (1, None)
