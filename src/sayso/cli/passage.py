"""A passage with the words of a finding marked, so that source, cue and content can be told apart without colour."""

import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import TypeAlias

from rich.text import Text

from sayso.cli.console import printable
from sayso.model.span import Span, merge

_Looks: TypeAlias = Mapping[str, tuple[str, str, str]]
"""Role → opening bracket, closing bracket, style."""

_LOOKS: _Looks = {
    "source": ("‹", "›", "underline cyan"),
    "cue": ("{", "}", "italic yellow"),
    "content": ("[", "]", "bold"),
    "missing": ("[", "]", "bold reverse"),
    "citation": ("{", "}", "italic yellow"),
    "event": ("[", "]", "bold"),
    "date": ("[", "]", "bold"),
    "name": ("‹", "›", "underline cyan"),
}
_PARAGRAPH = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+")
_QUOTED_LINE = re.compile(r"^[ \t]*>", re.MULTILINE)
_LINE_END = re.compile(r"(?<!\n)\n(?![^\S\n]*\n)")
_WRAP_LEAST = 50
_AROUND = 450
"""Code points of a paragraph that are shown before and after what is marked; the rest is an ellipsis."""


def passages_around(text: str, spans: Sequence[Span], *, and_before: bool = False) -> tuple[Span, ...]:
    """The paragraphs that the spans lie in, in order, those next to each other as one.

    Blank lines are the edges of paragraphs; of a long one only the sentences near the spans are taken. `and_before`:
    the paragraph before them too, such as the question before an answer.
    """
    found = []
    if and_before and spans:
        words = text[: spans[0].start].rstrip()
        start = max(_last(_PARAGRAPH, words, 0, len(words)), len(words) - _AROUND)
        found.append(Span(start, len(words)).strip(text))
    for span in spans:
        start = _last(_PARAGRAPH, text, max(0, span.start - 4 * _AROUND), span.start)
        if span.start - start > _AROUND:
            near = span.start - _AROUND
            sentence = _SENTENCE_END.search(text, near, span.start)
            start = sentence.end() if sentence else near
        limit = min(len(text), span.end + 4 * _AROUND)
        after = _PARAGRAPH.search(text, span.end, limit)
        end = after.start() if after else limit
        if end - span.end > _AROUND:
            near = span.end + _AROUND
            end = _last(_SENTENCE_END, text, span.end, near)
            end = end if end > span.end else near
        found.append(Span(start, end).strip(text))
    joined: list[Span] = []
    for passage in merge(found):
        if joined and not text[joined[-1].end : passage.start].strip():
            joined[-1] = Span(joined[-1].start, passage.end)
        else:
            joined.append(passage)
    return tuple(joined)


def _last(end: re.Pattern[str], text: str, start: int, before: int) -> int:
    """Where what follows the last match between the offsets begins; `start` if there is none."""
    return max((m.end() for m in end.finditer(text, start, before)), default=start)


def marked_passages(text: str, passages: Sequence[Span], marks: Mapping[str, Sequence[Span]]) -> Text:
    """The passages, each marked span in its brackets and style; what is left out is an ellipsis."""
    shown, looks = Text(), _looks(text, passages)
    for number, passage in enumerate(passages):
        if number:
            shown.append("\n\n")
        before, after = _cut(text, passage)
        shown.append("… " if before else "", "dim")
        shown.append_text(_marked(text, passage, marks, looks))
        shown.append(" …" if after else "", "dim")
    return shown


def legend(text: str, passages: Sequence[Span], marks: Mapping[str, Sequence[Span]]) -> Text:
    """The brackets that are used, each around its role."""
    shown, looks = Text(), _looks(text, passages)
    for role in (r for r in marks if marks[r]):
        opening, closing, style = looks[role]
        shown.append("   " if shown else "")
        shown.append(opening, "dim")
        shown.append(role, f"dim {style}")
        shown.append(closing, "dim")
    return shown


def _cut(text: str, passage: Span) -> tuple[bool, bool]:
    """Whether the passage begins, and whether it ends, in the middle of a paragraph."""
    before = text[max(0, passage.start - 200) : passage.start]
    after = text[passage.end : passage.end + 200]
    first, last = list(_PARAGRAPH.finditer(before)), _PARAGRAPH.match(after)
    starts = not before.strip() or (bool(first) and not before[first[-1].end() :].strip())
    return not starts, bool(after.strip()) and not last


def _looks(text: str, passages: Sequence[Span]) -> _Looks:
    """Doubled brackets where the text itself has such brackets."""
    words = "".join(p.of(text) for p in passages)
    return {
        role: (opening * 2, closing * 2, style) if opening in words or closing in words else (opening, closing, style)
        for role, (opening, closing, style) in _LOOKS.items()
    }


def _marked(text: str, passage: Span, marks: Mapping[str, Sequence[Span]], looks: _Looks) -> Text:
    fold = _is_wrapped(passage.of(text))
    shown, at, style = Text(), passage.start, ""
    for place, bracket, following in _edges(passage, marks, looks):
        shown.append(_lines(text[at:place], fold=fold), style)
        shown.append(bracket, style="dim")
        at, style = place, following
    shown.append(_lines(text[at : passage.end], fold=fold), style)
    return shown


def _edges(passage: Span, marks: Mapping[str, Sequence[Span]], looks: _Looks) -> Iterator[tuple[int, str, str]]:
    """(place, bracket, style of what follows); at one place, what ends comes before what begins."""
    edges = []
    for role, spans in marks.items():
        opening, closing, style = looks[role]
        for span in spans:
            if passage.contains(span) and len(span):
                edges.append((span.start, 1, opening, style))
                edges.append((span.end, 0, closing, ""))
    for place, _, bracket, style in sorted(edges):
        yield place, bracket, style


def _is_wrapped(words: str) -> bool:
    """Whether line ends are those of hard-wrapped paragraphs, not of verses, logs or quoted mail."""
    full = [len(line) for part in _PARAGRAPH.split(words) for line in part.splitlines()[:-1]]
    return bool(full) and median(full) >= _WRAP_LEAST and not _QUOTED_LINE.search(words)


def _lines(text: str, *, fold: bool) -> str:
    text = printable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LINE_END.sub(" ", text) if fold else text
