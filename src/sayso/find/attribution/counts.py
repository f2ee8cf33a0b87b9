"""How many sources a description speaks of, at least and at most."""

import re
from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nouns import NounKind, kind_of, stands_for_people

Count = tuple[int, int | None]
"""At least, and at most; `None`: the text sets no limit."""

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {
    **{word: n for n, word in enumerate((*_SMALL, *_TEENS), 1)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
}
_UNITS = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000}
_AT_LEAST = {
    **dict.fromkeys(("several", "many", "some", "multiple", "various", "numerous", "few", "most", "countless"), 2),
    **dict.fromkeys(("group", "number", "handful", "range", "series", "majority", "host", "string", "team", "half"), 2),
    **{"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000},
}
_EXACT = {"both": 2, "couple": 2, "pair": 2, "either": 2, "neither": 2, "trio": 3, "duo": 2, "quartet": 4}
_COUPLES = {"couple": 2, "pair": 2, "duo": 2, "twins": 2, "trio": 3}
_DETERMINERS = frozenset(
    ("the", "these", "those", "its", "his", "her", "their", "our", "your", "my", "this", "that", "whom", "them", "us")
)
_NUMBER = r"(\d+)"
_OR_MORE = re.compile(rf"\b(?:(?:at least|no fewer than|not fewer than|minimum of) {_NUMBER}|{_NUMBER} or more)\b")
_ABOVE = re.compile(rf"\b(?:more than|over|upwards? of) {_NUMBER}\b")
_AT_MOST = re.compile(rf"\b(?:up to|as many as|at most|no more than|not more than) {_NUMBER}\b")
_FEWER = re.compile(rf"\b(?:fewer than|less than|nearly|almost|close to) {_NUMBER}\b")
_ABOUT = re.compile(rf"\b(?:about|around|roughly|approximately|some|an estimated) {_NUMBER}\b")
_BETWEEN = re.compile(rf"\b{_NUMBER} (?:or|to|-|–) {_NUMBER}\b")
_PLAIN = re.compile(rf"\b{_NUMBER}\b")


def count_of(grammar: Grammar, source: range, head: int) -> Count:
    """How many sources `source` (token indexes) speaks of; `head` is its main noun."""
    total = _of_noun(grammar, source, source.start, head)
    at = head
    while (joined := _joined(grammar, source, at)) is not None:
        start, noun = joined
        total = _sum(total, _of_noun(grammar, source, start, noun), own=_has_own_words(grammar, start, noun))
        at = noun
    return total


def _joined(grammar: Grammar, source: range, at: int) -> tuple[int, int] | None:
    """The noun that "and" joins to the one at `at`, and where its own words start."""
    for c in grammar.children[at]:
        if grammar.tokens[c].dep == "conj" and c in source and c > at and kind_of(grammar.lower[c]):
            return max(at + 1, grammar.subtree(c).start), c
    return None


def _has_own_words(grammar: Grammar, start: int, noun: int) -> bool:
    """Whether an article or number of its own stands before a noun, so that it is about somebody else."""
    words = grammar.lower[start:noun]
    return bool(_of_words(" ".join(words))) or any(w in _DETERMINERS | {"a", "an", "another"} for w in words)


def _sum(first: Count, second: Count, *, own: bool) -> Count:
    """Both together. "A friend and colleague" is one; "aides and allies" may be the same two."""
    if not own:
        return first if second == (1, 1) else (first[0], None)
    high = first[1] + second[1] if first[1] is not None and second[1] is not None else None
    return first[0] + second[0], high


def _of_noun(grammar: Grammar, source: range, start: int, noun: int) -> Count:
    token, word = grammar.tokens[noun], grammar.lower[noun]
    kind = kind_of(word)
    if word in _COUPLES:
        return _COUPLES[word], _COUPLES[word]
    before = _words_before(grammar, source, start, noun)
    quantity, of, group = " ".join(before).partition(" of ")
    alone = stands_for_people(grammar, noun) if kind is None else None
    if of or word in ("them", "us", "whom"):
        return _of_part(quantity, group if of else "")
    if alone is not None:
        return alone
    if kind in (NounKind.CROWD, NounKind.MASS):
        return 1, None
    many = token.tag in ("NNS", "NNPS") or word == "people"
    if not many:
        return 1, 1
    return _of_words(quantity) or (2, None)


def _words_before(grammar: Grammar, source: range, start: int, noun: int) -> list[str]:
    """The words that count: not those of an owner, a date, a compound with a hyphen ("three-year") or an ordinal."""
    tokens = grammar.tokens
    owners = [grammar.subtree(c) for c in grammar.children[noun] if tokens[c].dep == "poss" and c in source]
    found = []
    for i in range(start, noun):
        if any(i in owner for owner in owners) or tokens[i].name in ("DATE", "TIME", "ORDINAL", "MONEY", "PERCENT"):
            continue
        word = grammar.lower[i]
        if word == "-" or (i + 1 < noun and grammar.lower[i + 1] == "-" and word != "half"):
            continue
        found.append(word.removeprefix("half-") if word == "half-dozen" else word)
        if word == "half-dozen":
            found.insert(-1, "half")
    return found


def _of_part(quantity: str, group: str) -> Count:
    """ "Two of the four", "a group of five", "each of the three"."""
    words, own = quantity.split(), group.split()
    size = _of_words(group)
    if not any(w in _DETERMINERS for w in own[:2]):
        if words and words[-1] in _UNITS | _AT_LEAST and words[-1].endswith("s"):
            return _of_words(quantity) or (2, None)
        return size or _of_words(quantity) or (2, None)
    if words and words[-1] in ("each", "all", "both"):
        return size or ((2, 2) if words[-1] == "both" else (2, None))
    part = _of_words(quantity) or ((1, 1) if words and words[-1] in ("one", "another", "any") else (2, None))
    if part[1] is None and size and size[1] is not None:
        return part[0], size[1]
    return part


def _of_words(words: str) -> Count | None:
    """The number that words before a noun tell."""
    digits = _in_digits(words.split())
    match = _BETWEEN.search(digits)
    if match and int(match[1]) < int(match[2]):
        return int(match[1]), int(match[2])
    if match := _OR_MORE.search(digits):
        return int(match[1] or match[2]), None
    if match := _ABOVE.search(digits):
        return int(match[1]) + 1, None
    if match := _AT_MOST.search(digits):
        return 1, int(match[1])
    if match := _FEWER.search(digits):
        return min(2, int(match[1]) - 1), int(match[1]) - 1
    if match := _ABOUT.search(digits):
        return min(2, int(match[1])), None
    if match := _PLAIN.search(digits):
        return int(match[1]), int(match[1])
    for word in digits.split():
        if word in _EXACT:
            return _EXACT[word], _EXACT[word]
        if word in _AT_LEAST:
            return _AT_LEAST[word], None
    return None


def _in_digits(words: Sequence[str]) -> str:
    """Numbers in words as digits: "half a dozen" → 6, "two dozen" → 24, "twenty-one" → 21. Years are left out."""
    found: list[str] = []
    value = 0
    for word in words:
        plain = word.replace(",", "")
        parts = [_NUMBERS.get(p, 0) for p in plain.split("-")]
        if plain.isdecimal() and plain.isascii() and not (len(plain) == 4 and "," not in word) and len(plain) < 7:
            value = int(plain)
        elif all(parts):
            value = sum(parts)
        elif word in _UNITS and found[-1:] and found[-1] in _AT_LEAST:
            found[-1:] = ["at", "least", str(2 * _UNITS[word])]  # "several hundred"
        elif word in _UNITS:
            half = found[-2:] == ["half", "a"] or found[-1:] == ["half"]
            if found[-1:] == ["a"]:
                found.pop()
            if half:
                found.pop()
            value = (value or 1) * _UNITS[word] // (2 if half else 1)
        else:
            if value:
                found.append(str(value))
                value = 0
            found.append(word)
    if value:
        found.append(str(value))
    return " ".join(found)
