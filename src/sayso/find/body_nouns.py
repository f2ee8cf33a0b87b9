"""The nouns that may stand for a firm or body: those of its own name ("the board"), and "company" for a firm."""

from collections.abc import Iterator
from functools import cache

from sayso.find.lexicon import groups as word_groups
from sayso.find.lexicon import words
from sayso.find.name_words import plain
from sayso.model.entity import EntityKind

_AGENCIES = frozenset({"department", "bureau", "administration", "agency"})


@cache
def body_nouns() -> frozenset[str]:
    """All nouns for bodies, in the singular."""
    return frozenset().union(*word_groups("body-nouns").values())


def own_nouns(name: str, kind: EntityKind) -> Iterator[str]:
    """The nouns that may stand for what bears this name; none for a name of one word."""
    evidence = word_groups("kind-evidence")
    said = [plain(word) for word in name.split()]
    said = [word for word in said if word]
    if len(said) < 2:
        return
    of = next((n for n, word in enumerate(said) if word in ("of", "for")), len(said))
    head = said[of - 1] if of else ""
    if head in body_nouns():
        yield head
    if kind is EntityKind.ORGANIZATION and (said[-1] in evidence["trade"] or said[-1] in _legal_forms()):
        yield from ("company", "firm")
    if said[-1] in evidence["newspaper"]:
        yield from ("paper", "newspaper")
    if kind is EntityKind.PUBLIC_BODY and head in _AGENCIES:
        yield "agency"


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(form for line in words("legal-forms") for form in line.split("|"))
