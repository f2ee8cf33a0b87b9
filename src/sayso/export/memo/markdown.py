"""A memo as Markdown (CommonMark with tables and footnotes, as GitHub and Pandoc read them)."""

import re
from collections.abc import Iterator

from sayso.export.memo.blocks import Heading, Items, Line, Look, Memo, NoteRef, Paragraph, Run, Table

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$^])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def memo_markdown(memo: Memo) -> str:
    """The memo; whatever a document says is escaped."""
    return "\n".join(_lines(memo))


def _lines(memo: Memo) -> Iterator[str]:
    yield f"# {_escaped(memo.title)}\n"
    for about in memo.about:
        yield f"{_escaped(about)}\n"
    for block in memo.blocks:
        match block:
            case Heading():
                tag = f" · *{_escaped(block.tag)}*" if block.tag else ""
                yield f"{'#' * (block.level + 1)} {_escaped(block.words)}{tag}\n"
            case Paragraph():
                yield f"{_line(block.line)}\n"
            case Items():
                yield "\n".join(f"- {_line(line)}" for line in block.lines) + "\n"
            case Table():
                yield "| " + " | ".join(map(_escaped, block.columns)) + " |"
                yield "|" + " --- |" * len(block.columns)
                for row in block.rows:
                    yield "| " + " | ".join(_line(cell) for cell in row) + " |"
                yield ""
    if memo.notes:
        yield "## Notes\n"
    for number, note in enumerate(memo.notes, 1):
        yield f"[^{number}]: {_line(note)}\n"


def _line(line: Line) -> str:
    return "".join(_part(part) for part in line)


def _part(part: Run | NoteRef) -> str:
    if isinstance(part, NoteRef):
        return f"[^{part.number}]"
    words = _escaped(part.words)
    if part.look is Look.STRONG and words.strip():
        before, after = (" " if words[:1] == " " else ""), (" " if words[-1:] == " " else "")
        return f"{before}**{words.strip()}**{after}"
    return words


def _escaped(words: str) -> str:
    return _SIGNS.sub(r"\\\1", _CONTROL.sub("�", words)).replace("\n", " ")
