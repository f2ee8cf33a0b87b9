"""Base forms of the words of a proposition, so that two can be compared."""

from functools import cache

from sayso.find.attribution.bases import base_of
from sayso.find.attribution.nouns import singular
from sayso.find.events import frames
from sayso.find.lexicon import groups, words
from sayso.find.parsed import Token

_NOUNS = ("NNS", "NNPS")


def lemma_of(token: Token) -> str:
    """The base form of a token in lower case: verbs to their infinitive, plural nouns to their singular."""
    return _lemma(token.lower, token.tag)


@cache
def _lemma(word: str, tag: str) -> str:
    if tag[0] == "V" or tag == "MD":
        base = base_of(word, tag)
        return base if base != word else frames.base_of(word, tag)
    return singular(word) if tag in _NOUNS else word


@cache
def verbs_of_nouns() -> dict[str, str]:
    """The verb for what a noun names somebody doing: `payment` → `pay`."""
    return dict(_pair(line) for line in words("predicate-nouns"))


def is_one_of(lemma: str, group: str) -> bool:
    """Whether a base form is in a group of lexicon/propositions.txt."""
    return lemma in groups("propositions")[group]


def _pair(line: str) -> tuple[str, str]:
    noun, verb = line.split()
    return noun, verb
