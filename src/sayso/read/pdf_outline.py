"""Words that bars hide on the page and that the file's bookmarks or its title, subject or keywords still tell.

A bookmark is most often a heading of the page it leads to. Where the words beside a bar are found in it, what stands
there in the bar's place are the missing words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from sayso.model.document import Mark, MarkKind, Text
from sayso.model.span import Span
from sayso.read.reading import Recovered

_MOST = 2_000
_LONGEST = 300
_AROUND = 4
"""words beside a bar that are compared"""
_HEADING = 12
"""words before a bar, from the line's beginning, that a title has to share whole"""
_WORD = re.compile(r"[\w'’.&/-]*\w[\w'’&/-]*")
_PLAIN = frozenset(
    {
        "acrobat", "adobe", "affidavit", "agreement", "annual", "appendix", "attachment", "brief", "case", "chapter",
        "complaint", "copy", "declaration", "document", "draft", "exhibit", "final", "grand", "harm", "hom",
        "investigative", "jury", "letter", "matter", "memo", "memorandum", "microsoft", "motion", "ongoing", "order",
        "page", "part", "personal", "privacy", "public", "quarterly", "redacted", "report", "response", "scan",
        "sealed", "section", "signed", "technique", "untitled", "version", "volume", "word"
    }
)  # fmt: skip
"""what headings and titles of files say of themselves, and labels of redactions"""
_NAME = re.compile(r"\b[A-Z][a-z’'-]{2,}(?: (?:[A-Z]\.? )?[A-Z][a-z’'-]{2,})+")


@dataclass(frozen=True, slots=True)
class Told:
    """A bookmark or field: its words, the sheet it leads to (`None` for fields of the file), and what it is called."""

    words: str
    page: int | None
    name: str


def told_by(document: pdfium.PdfDocument) -> Iterator[Told]:
    """The bookmarks and the title, subject and keywords of a file."""
    for name, value in document.get_metadata_dict().items():
        if name in ("Title", "Subject", "Keywords") and value.strip():
            yield Told(value[:_LONGEST], None, f"the file's {name.lower()}")
    for count, bookmark in enumerate(document.get_toc()):
        if count >= _MOST:
            return
        target = bookmark.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            yield Told(bookmark.get_title()[:_LONGEST], page + 1, "a bookmark")


def leaked(text: Text, told: Iterable[Told], known: Sequence[Recovered]) -> tuple[Text, tuple[Recovered, ...]]:
    """The text with bars marked as recoverable whose words are told elsewhere in the file, and these words."""
    held = {found.span for found in known}
    bars = [m for m in text.marks if m.kind is MarkKind.REDACTION and m.span not in held]
    if not bars:
        return text, ()
    found: dict[Span, tuple[Told, str]] = {}
    told = list(told)
    for item in told:
        for bar in bars:
            if bar.span not in found and item.page in (None, bar.page):
                words = _missing(text.characters, bar.span, item)
                if words:
                    found[bar.span] = (item, words)
                    break
    _names(text, told, bars, found)
    if not found:
        return text, ()
    marks = tuple(_marked(mark, found) for mark in text.marks)
    recovered = tuple(Recovered(span, words) for span, (_, words) in sorted(found.items(), key=lambda f: f[0]))
    return replace(text, marks=marks), recovered


def _names(text: Text, told: Sequence[Told], bars: Sequence[Mark], found: dict[Span, tuple[Told, str]]) -> None:
    """Names in bookmarks and fields that no page shows, where there are bars: each goes with the first bar it may be
    under.
    """
    shown = set(_words(text.characters))
    used = {item for item, _ in found.values()}
    for item in told:
        if item in used:
            continue
        for name in _NAME.finditer(item.words):
            parts = [part for part in _words(name.group()) if len(part) > 2]
            bar = next((b for b in bars if item.page in (None, b.page) and b.span not in found), None)
            if bar and not any(part in shown or part in _PLAIN for part in parts):
                found[bar.span] = (item, name.group())


def _marked(mark: Mark, found: dict[Span, tuple[Told, str]]) -> Mark:
    if mark.kind is not MarkKind.REDACTION or mark.span not in found:
        return mark
    return replace(mark, note=f"{mark.note}; {found[mark.span][0].name} holds the words", recoverable=True)


def _missing(characters: str, bar: Span, told: Told) -> str:
    """The words that stand in the bar's place in `told`; empty if it does not show them."""
    line = characters[max(0, bar.start - 200) : bar.start].rsplit("\n\n", 1)[-1]
    before = _words(line)
    after = _words(characters[bar.end : bar.end + 200].split("\n\n", 1)[0])
    words = [match.group() for match in _WORD.finditer(told.words)]
    plain = [word.lower() for word in words]
    if line.rstrip().endswith((".", ",", ";", "!", "?")):
        return ""
    for size in range(min(_AROUND, len(before)), 1 if len(before) > 1 else 0, -1):
        left = before[-size:]
        if sum(map(len, left)) < 6 or (told.page is None and not (size == len(before) or size >= 3)):
            continue
        for at in range(len(plain) - size):
            if plain[at : at + size] != left or (size == 1 and at):
                continue
            end = _end(plain, at + size, after)
            said = words[at + size : end]
            if said and _tells(said) and plain[at + size : end] != after[: len(said)]:
                return " ".join(said)
    return _from_the_start(words, plain, before, after)


def _from_the_start(words: Sequence[str], plain: Sequence[str], before: Sequence[str], after: Sequence[str]) -> str:
    """The missing words where the bar is the beginning of its paragraph: all that stands before the words after it."""
    if before or not after:
        return ""
    for size in range(min(_AROUND, len(after)), 0, -1):
        if sum(map(len, after[:size])) < 4:
            break
        for at in range(1, len(plain) - size + 1):
            if list(plain[at : at + size]) == list(after[:size]) and at <= 6 and _tells(words[:at]):
                return " ".join(words[:at])
    return ""


def _end(plain: Sequence[str], start: int, after: Sequence[str]) -> int:
    """Where the missing words end: before the words that follow the bar on the page, or with all."""
    for at in range(start, len(plain)):
        if after and plain[at] == after[0] and list(plain[at : at + 2]) == list(after[:2])[: len(plain) - at]:
            return at
    return len(plain)


def _tells(said: Sequence[str]) -> bool:
    """Whether these are words somebody would hide, not the label of a redaction."""
    plain = {word.lower() for word in said if any(letter.isalpha() for letter in word)}
    return bool(plain - _PLAIN) and "ongoing" not in plain and sum(map(len, said)) >= 4 and len(said) <= _HEADING


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]
