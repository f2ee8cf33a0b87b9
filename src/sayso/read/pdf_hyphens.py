"""Hyphens at line ends: cut words are joined, compound words keep theirs, by what the document itself writes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.read.pdf_lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HYPHENS = "-\u00ad\u2010"


class Hyphens:
    """What a document's words say about the hyphens at its line ends.

    A cut word is joined if the document writes it whole elsewhere more often than with the hyphen; the hyphen stays
    if it is the other way round, or if both halves are words of the document (`long-` `term`). Where the document
    says nothing, a hyphen is taken as a cut if most of its decided line ends were cuts, and is kept otherwise.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: Counter[str] = Counter()
        ends: list[tuple[str, str]] = []
        last = ""
        for line in lines:
            texts = _texts(line)
            if last and texts and texts[0][:1].islower():
                ends.append((last, texts[0]))
                texts = texts[1:]
            last = ""
            if texts and texts[-1][-1:] in _HYPHENS and len(texts[-1]) > 1:
                last = texts.pop()
            self._words.update(word.lower() for text in texts for word in _WORD.findall(text))
        decided = [known for first, second in ends if (known := self._known(first, second)) is not None]
        self._cuts = sum(decided) * 2 > len(decided)

    def cut(self, first: str, second: str) -> bool:
        """Whether the hyphen that `first` ends with parts one word, which goes on with `second`."""
        if first[-1:] == "\u00ad":
            return True
        known = self._known(first, second)
        return self._cuts if known is None else known

    def _known(self, first: str, second: str) -> bool | None:
        start, end = _letters(first[:-1], last=True), _letters(second, last=False)
        if not start or not end:
            return False
        whole, parted = self._words[start + end], self._words[f"{start}-{end}"]
        if whole != parted:
            return whole > parted
        # The parts of a compound that already has a hyphen ("state-of-" "the-art") are words more often than not.
        if (
            self._words[start.rpartition("-")[2]]
            and self._words[end.partition("-")[0]]
            and min(len(start), len(end)) > 2
        ):
            return False
        return None


def ends_open(line: Line) -> bool:
    """Whether a line ends with a hyphen that follows a letter."""
    text = line.tokens[-1].text
    return len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalpha() and not line.tokens[-1].bar


def _texts(line: Line) -> list[str]:
    """The line's words, glued ones joined; bars and raised numbers left out."""
    texts: list[str] = []
    for token in line.tokens:
        if token.bar or token.raised:
            continue
        if token.glued and texts:
            texts[-1] += token.text
        else:
            texts.append(token.text)
    return texts


def _letters(text: str, *, last: bool) -> str:
    found: Sequence[str] = _WORD.findall(text)
    return (found[-1] if last else found[0]).lower() if found else ""
