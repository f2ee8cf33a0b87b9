"""Base forms of the words of a proposition, so that two can be compared."""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache

from sayso.find.attribution.bases import base_of
from sayso.find.attribution.nouns import singular
from sayso.find.lexicon import groups, words
from sayso.find.parsed import Token

_PLURAL = ("NNS", "NNPS")
_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("ying", ("ie",)), ("ing", ("", "e")), ("ed", ("", "e")),
            ("es", ("e", "")), ("s", ("",)))  # fmt: skip
_ONE_VOWEL = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$")
_SHORTEST = 2
_REMEMBERED = 50_000
"""words with their tags; the least used are forgotten, so memory stays bounded"""


def lemma_of(token: Token) -> str:
    """The base form of a token in lower case: verbs to their infinitive, plural nouns to their singular."""
    return _lemma(token.text, token.tag)


def is_one_of(lemma: str, group: str) -> bool:
    """Whether a base form is in a group of lexicon/propositions.txt."""
    return lemma in groups("propositions")[group]


@cache
def verbs_of_nouns() -> Mapping[str, str]:
    """The verb for what a noun names somebody doing: `payment` → `pay`."""
    return dict(_pair(line) for line in words("predicate-nouns"))


def regular_bases(form: str, bases: Set[str]) -> Iterator[str]:
    """The verbs among `bases` that a regular form can be one of, the likelier first."""
    for ending, instead in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < _SHORTEST:
            continue
        silent = len(instead) > 1 and _ONE_VOWEL.search(stem)  # "hoped", not "hopped": of "hope"
        yield from (stem + end for end in sorted(instead, reverse=bool(silent)) if stem + end in bases)
        if ending in ("ing", "ed") and stem[-1] == stem[-2] and stem[:-1] in bases:
            yield stem[:-1]


@lru_cache(_REMEMBERED)
def _lemma(text: str, tag: str) -> str:
    word = text.lower().replace("’", "'")
    if tag[0] == "V" and tag not in ("VB", "VBP"):
        known = _irregular("V").get(word) or next(regular_bases(word, words("verb-bases")), None)
        return known or base_of(word, tag)
    if tag[0] == "V" or tag == "MD":
        return base_of(word, tag)
    if tag in _PLURAL:
        return _irregular("N").get(word) or singular(word)
    return word


@cache
def _irregular(kind: str) -> Mapping[str, str]:
    """Forms of verbs (`V`) or nouns (`N`) that no rule leads back, with their base."""
    found = (line.split() for line in words("irregular-forms"))
    return {form: base for of, form, base in found if of == kind}


def _pair(line: str) -> tuple[str, str]:
    noun, verb = line.split()
    return noun, verb
