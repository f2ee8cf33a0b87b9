"""Which country a text is about, by the words for countries in it (`lexicon/anchors-countries.txt`)."""

import re
from collections import Counter
from functools import cache
from importlib.resources import files

_LEAST = 2
_TIMES = 2


def country_of(text: str) -> str | None:
    """The code of the country that is named most, at least twice and twice as often as any other; else `None`."""
    pattern, codes = _words()
    counts = Counter(codes[" ".join(match[0].split())] for match in pattern.finditer(text)).most_common(2)
    if not counts or counts[0][1] < _LEAST:
        return None
    if len(counts) > 1 and counts[0][1] < _TIMES * counts[1][1]:
        return None
    return counts[0][0]


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    for line in files("sayso.find.lexicon").joinpath("anchors-countries.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, words = line.partition(": ")
            codes.update((word.strip(), code) for word in words.split("|"))
    longest = sorted(codes, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in longest)})(?!\w)"), codes
