"""Numbers as they are written: figures, number words, "half a dozen", "$4.2 million"."""

import re
from functools import cache
from typing import NamedTuple

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ONES = {word: value for value, word in enumerate(_SMALL)}
_TENS = dict(zip(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
                 range(20, 100, 10), strict=True))  # fmt: skip
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9}
_PLURALS = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_FIGURE = re.compile(r"[$£€¥]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(k|m|mn|b|bn)?")
_DOZEN = 12.0


class Numeral(NamedTuple):
    """A value, the number of tokens it is written in, whether it is vague, and whether it counts times ("twice")."""

    value: float
    length: int
    vague: bool = False
    times: bool = False


def numeral(words: list[str]) -> Numeral | None:
    """The number that the words (lower case, at most as many as a number has) start with."""
    first = words[0]
    if first in _TIMES:
        return Numeral(_TIMES[first], 1, times=True)
    if first in _PLURALS:
        return Numeral(_PLURALS[first], 1, vague=True)
    if words[:3] == ["half", "a", "dozen"]:
        return Numeral(6.0, 3)
    if words[:3] == ["a", "couple", "of"]:
        return Numeral(2.0, 3, vague=True)
    if first in ("a", "an") and len(words) > 1 and (words[1] in _SCALES or words[1] == "dozen"):
        return _scaled(_SCALES.get(words[1], _DOZEN), 2, words)
    if first == "dozen":
        return Numeral(_DOZEN, 1)
    figure = _FIGURE.fullmatch(first)
    if figure:
        value = float(figure[1].replace(",", "")) * _LETTERS.get(figure[2] or "", 1.0)
        return _scaled(value, 1, words)
    spelled = _word(first)
    return _spelled(spelled, words) if spelled is not None else None


def _scaled(value: float, length: int, words: list[str]) -> Numeral:
    """With what multiplies it behind: "4.2 million"."""
    while length < len(words) and (words[length] in _SCALES or words[length] == "dozen"):
        value *= _SCALES.get(words[length], _DOZEN)
        length += 1
    return Numeral(value, length)


def _spelled(value: float, words: list[str]) -> Numeral:
    """Spelled out: "two hundred and forty thousand"."""
    whole, part, length = 0.0, value, 1
    while length < len(words):
        word = words[length]
        joint = part % 10 == 0 and part >= 20 if word == "-" else word == "and" and part >= _SCALES["hundred"]
        step = 2 if joint and length + 1 < len(words) else 1
        word = words[length + step - 1]
        if step == 1 and (word in _SCALES or word == "dozen"):
            part *= _SCALES.get(word, _DOZEN)
            if part >= _SCALES["thousand"]:
                whole, part = whole + part, 0.0
        else:
            more = _word(word)
            if more is None or not (part == 0.0 or (part >= 20 and more < part and part % 10 == 0)):
                break
            part += more
        length += step
    return Numeral(whole + part, length)


@cache
def _word(word: str) -> float | None:
    """The value of one number word: `seven`, `forty-five`."""
    value = _ONES.get(word, _TENS.get(word))
    if value is None:
        tens, _, ones = word.partition("-")
        if tens not in _TENS or ones not in _ONES or not 1 <= _ONES[ones] <= 9:
            return None
        value = _TENS[tens] + _ONES[ones]
    return float(value)
