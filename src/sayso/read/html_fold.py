"""How characters of an HTML source become text: entities decoded, white space folded; with and without the map."""

import re
from collections.abc import Iterator
from html import unescape

# The standard's character references, as html.unescape reads them.
_REFERENCE = r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[^\t\n\f <&#;]{1,32}+;?)"
_PART = re.compile(rf"(?P<plain>[^\s&]++(?:\s[^\s&]++)*+)|(?P<space>\s++)|(?P<reference>{_REFERENCE})|&")
_SPACE = re.compile(r"\s")


def fold(characters: str) -> str:
    """Entities decoded, every run of white space (no-break spaces too) one space, none at the ends."""
    return " ".join((unescape(characters) if "&" in characters else characters).split())


def pieces(source: str, start: int, end: int, *, verbatim: bool) -> Iterator[tuple[str, int, int]]:
    """The text of `source[start:end]` bit by bit, each with the source offsets (code points) it was made from.

    Words without entities and with single spaces between are one bit. White space is one space a run, or with
    `verbatim` stays as it is.
    """
    for match in _PART.finditer(source, start, end):
        words, stop = match[0], match.end()
        if match["reference"]:
            words = unescape(words)
            # Of "&eacutea", a reference without its semicolon, the last letter is a letter.
            plain = _same_at_end(match[0], words)
            words, stop = words[: len(words) - plain], stop - plain
        if not verbatim:
            words = " " if match["space"] else _SPACE.sub(" ", words)
        if words:
            yield words, match.start(), stop
        if stop < match.end():
            yield source[stop : match.end()], stop, match.end()


def _same_at_end(reference: str, decoded: str) -> int:
    """How many code points at the end of a reference were taken over as they are."""
    if decoded == reference:
        return 0
    count = 0
    while count < len(decoded) and decoded[-1 - count] == reference[-1 - count]:
        count += 1
    return count
