"""Runs of words as numbers: what two texts have in common, whichever way the rest was edited.

Broder, "On the resemblance and containment of documents" (1997): a text is the set of its runs of k words, and the
share of the shorter one's runs that the longer one has too is how much of it was taken over.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.model.span import merge
from sayso.weigh.source import Source

Hashes = NDArray[np.uint64]

PARTS = 8
"""into how many equal parts a text is cut to see where in it runs are shared"""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTATION = re.compile(r"“(?:[^”\n]|\n(?!\s*\n))*”?|\"(?:[^\"\n]|\n(?!\s*\n))*\"")
_QUOTED_MAIL = re.compile(
    r"^[ \t]*(?:>.*|On\b[^\n]{4,200}\bwrote:\s*$[\s\S]*|-{2,}\s*(?:Original Message|Forwarded message)[\s\S]*"
    r"|From:[^\n]*\n(?:(?:Sent|Date|To|Cc|Subject):[^\n]*\n)+[\s\S]*)",
    re.MULTILINE | re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_LETTERHEAD_WORDS = 12
_LETTERHEAD_MAILS = 3
_SAMPLE = np.uint64(2)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Shingled:
    """One text as hashes: `own` its distinct runs of three words outside of quotation marks, `parts` those of each
    eighth of it in order, `whole` its runs of three words with quotations, `long` its runs of five, quotations too.
    """

    own: Hashes
    parts: tuple[Hashes, ...]
    whole: Hashes
    long: Hashes


@dataclass(frozen=True, slots=True)
class Letter:
    """Of a mail its first words and its longer paragraphs, as numbers."""

    opening: int
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Print:
    """What tells whether another document is worth comparing: `runs`, the bytes of a sample of its runs of five words,
    and how many it has of these. `letter` is that of a mail; `without` the paragraphs that were left out of it.
    """

    letter: Letter | None
    without: tuple[int, ...]
    runs: bytes
    count: int


def letter_of(source: Source) -> Letter | None:
    """The letter of a mail; `None` for other documents."""
    if not _is_mail(source):
        return None
    text = _main_text(source)
    opening = " ".join(_WORD.findall(text)[:_LETTERHEAD_WORDS])
    return Letter(_number(opening), tuple(dict.fromkeys(map(_number, _paragraphs(text)))))


def letterhead(letters: Iterable[Letter]) -> frozenset[int]:
    """Paragraphs that mails with different first words have in common: disclaimers, signatures, slogans."""
    openings: dict[int, set[int]] = {}
    for letter in letters:
        for paragraph in letter.paragraphs:
            openings.setdefault(paragraph, set()).add(letter.opening)
    return frozenset(paragraph for paragraph, known in openings.items() if len(known) >= _LETTERHEAD_MAILS)


def left_out(letter: Letter | None, common: Collection[int]) -> tuple[int, ...]:
    """The paragraphs of a mail that are letterhead (`common`)."""
    return tuple(paragraph for paragraph in letter.paragraphs if paragraph in common) if letter else ()


def shingled(source: Source, common: Collection[int] = ()) -> Shingled:
    """The runs of words of a source's main text: without boilerplate, mail quoted below a reply, and the paragraphs of
    a mail that are letterhead (`common`).
    """
    text = _main_text(source)
    return _of_text(_without(text, common) if common and _is_mail(source) else text)


def print_of(source: Source, letter: Letter | None, common: Collection[int]) -> Print:
    """The print of a source with this letter."""
    runs = shingled(source, common).long
    return Print(letter, left_out(letter, common), runs[runs % _SAMPLE == 0].tobytes(), len(runs))


def containment(shorter: Hashes, longer: Hashes) -> float:
    """The share of `shorter` (distinct hashes) that `longer` has too; 0.0 for an empty one."""
    if not len(shorter):
        return 0.0
    return float(np.isin(shorter, longer, assume_unique=True).mean())


def _of_text(text: str) -> Shingled:
    numbers: dict[str, int] = {}
    own, whole = _numbers(_QUOTATION.sub(" ", text), numbers), _numbers(text, numbers)
    cuts = [len(own) * part // PARTS for part in range(PARTS + 1)]
    return Shingled(
        np.unique(_runs(own, 3)),
        # A run that straddles a cut belongs to the part that it starts in.
        tuple(np.unique(_runs(own[a : b + 2], 3)) for a, b in pairwise(cuts)),
        np.unique(_runs(whole, 3)),
        np.unique(_runs(whole, 5)),
    )


def _numbers(text: str, numbers: dict[str, int]) -> Hashes:
    found = []
    for word in _WORD.findall(text.lower()):
        number = numbers.get(word)
        if number is None:
            number = numbers[word] = crc32(word.replace("’", "'").encode())
        found.append(number)
    return np.array(found, dtype=np.uint64)


def _runs(words: Hashes, length: int) -> Hashes:
    if len(words) < length:
        return np.empty(0, dtype=np.uint64)
    hashes = np.zeros(len(words) - length + 1, dtype=np.uint64)
    for place in range(length):
        hashes = hashes * _MULTIPLIER + words[place : len(words) - length + 1 + place]
        hashes ^= hashes >> np.uint64(29)
    return hashes


def _main_text(source: Source) -> str:
    pieces, at = [], 0
    for span in merge(source.boilerplate):
        pieces.append(source.text[at : span.start])
        at = span.end
    text = "\n\n".join([*pieces, source.text[at:]])
    return _QUOTED_MAIL.sub("", text) if _is_mail(source) else text


def _is_mail(source: Source) -> bool:
    return source.media_type.startswith("message/") or any(name == "From" for name, _ in source.metadata.headers)


def _without(text: str, common: Collection[int]) -> str:
    return "\n\n".join(part for part in _PARAGRAPH.split(text) if _number(" ".join(part.split())) not in common)


def _number(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=7).digest(), "big")


def _paragraphs(text: str) -> list[str]:
    flat = (" ".join(part.split()) for part in _PARAGRAPH.split(text))
    return [part for part in flat if len(part.split()) >= _LETTERHEAD_WORDS]
