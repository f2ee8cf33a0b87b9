"""What the main noun of a source is one for: people, institutions, documents; or a word that stands for people."""

from enum import StrEnum
from functools import cache

from sayso.find.attribution.grammar import Grammar
from sayso.find.lexicon import groups, words
from sayso.find.name_words import is_person_noun

_PLURALS = {
    "men": "man",
    "people": "person",
    "persons": "person",
    "children": "child",
    "wives": "wife",
    "housewives": "housewife",
    "midwives": "midwife",
    "analyses": "analysis",
    "memoranda": "memorandum",
    "theses": "thesis",
}
_SOMEBODY = frozenset(("someone", "somebody", "anyone", "anybody", "everyone", "everybody"))
_SEVERAL = frozenset(("some", "others", "many", "several", "those", "most"))
_COUNTED_BY = frozenset(("group", "team", "crowd", "couple", "pair", "trio"))
"""nouns that are sources by themselves, and amounts before "of" """
_ONE_OF_THEM = frozenset(("one", "another"))


class NounKind(StrEnum):
    """What a source that is described is: counted people, or one of the kinds that count otherwise."""

    PERSON = "person"
    BODY = "body"
    """an institution, which speaks with one voice"""
    CROWD = "crowd"
    """so many people that no number is set: the police, the family, staff"""
    DOCUMENT = "document"
    MASS = "mass"
    """documents that are not counted: data, footage"""


@cache
def kind_of(noun: str) -> NounKind | None:
    """The kind of a noun in lower case, singular or plural; `None` for nouns that speak for nobody."""
    one = singular(noun.rpartition("-")[2]) if "-" in noun and noun not in words("unnamed-people") else singular(noun)
    if one in words("person-nouns") | words("unnamed-people") or is_person_noun(one):
        return NounKind.PERSON
    bodies, documents = groups("unnamed-bodies"), groups("unnamed-documents")
    for form in (noun, one):
        if form in bodies["many"]:
            return NounKind.CROWD
        if form in documents["mass"]:
            return NounKind.MASS
        if form in bodies["one"]:
            return NounKind.BODY
        if form in documents["one"]:
            return NounKind.DOCUMENT
    return None


@cache
def singular(noun: str) -> str:
    """The singular of a noun, by rule."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "is", "us")):
        return noun[:-1]
    return noun


def head_of_source(grammar: Grammar, source: range) -> int | None:
    """The word that governs the others of a source."""
    tokens = grammar.tokens
    return next((i for i in source if tokens[i].head not in source or tokens[i].head == i), None)


def source_noun(grammar: Grammar, source: range) -> int | None:
    """The noun that says what the source is ("one of two [officials]"), or the word that stands for people.

    `None` if it is none that we know to be one for people, institutions or documents.
    """
    head = head_of_source(grammar, source)
    for _ in range(3):
        if head is None:
            return None
        of = next((c for c in grammar.children[head] if grammar.lower[c] == "of" and c in source), None)
        inner = grammar.child(of, "pobj") if of is not None else None
        counts = grammar.lower[head] in _COUNTED_BY and inner is not None
        if not counts and grammar.tokens[head].tag[0] in "NJV" and kind_of(grammar.lower[head]):
            return head
        if inner is None:
            return head if stands_for_people(grammar, head) is not None else _subject_inside(grammar, source, head)
        if grammar.lower[inner] in ("them", "us", "whom", "those"):
            return inner
        head = inner
    return None


def _subject_inside(grammar: Grammar, source: range, head: int) -> int | None:
    """The noun that the parser made a subject of what follows it ("two people present at the meeting")."""
    subjects = (c for c in grammar.children[head] if source.start <= c < head and grammar.tokens[c].tag[0] == "N")
    return next((c for c in subjects if kind_of(grammar.lower[c]) is NounKind.PERSON), None)


def stands_for_people(grammar: Grammar, i: int) -> tuple[int, int | None] | None:
    """How many people a word without a noun stands for ("someone", "those", "others"); `None` for other words."""
    word = grammar.lower[i]
    if word in _SOMEBODY:
        return (1, 1) if word.startswith("some") else (1, None)
    if word in _SEVERAL:
        return 2, None
    if word in _ONE_OF_THEM and grammar.tokens[i].tag in ("CD", "DT", "NN", "PRP"):
        return 1, 1
    return None
