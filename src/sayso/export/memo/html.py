"""A memo as one page of HTML to read and to print: no script, nothing from outside, every text escaped."""

import html
import re
from collections import Counter
from collections.abc import Iterator

from sayso.export.memo.blocks import Heading, Items, Line, Look, Memo, NoteRef, Paragraph, Run, Table

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_STYLE = """\
:root{color-scheme:light}
body{font:16px/1.5 Georgia,'Times New Roman',serif;color:#161616;background:#fff}
body{max-width:46em;margin:3em auto;padding:0 1.2em}
h1{font-size:1.7em;line-height:1.2;margin:0 0 .4em}
h2{font-size:1.2em;margin:2.2em 0 .6em;padding-top:.5em;border-top:2px solid #161616}
h3{font-size:1.02em;line-height:1.4;margin:1.8em 0 .3em;break-after:avoid}
.about{color:#444;margin:.3em 0}
.tag{font:600 .68em/1 system-ui,sans-serif;letter-spacing:.04em;text-transform:uppercase;border:1px solid}
.tag{padding:.2em .45em;vertical-align:.2em;white-space:nowrap}
.confirmed{color:#0b5d1e}
.suggestion{color:#7a4a00;border-style:dashed}
p{margin:.4em 0}
ul{margin:.4em 0 .4em 1.1em;padding:0}
li{margin:.3em 0}
table{border-collapse:collapse;width:100%;font-size:.88em;line-height:1.35;table-layout:fixed}
th{text-align:left;font-weight:600;border-bottom:1px solid #161616;padding:.3em .5em .3em 0}
td{vertical-align:top;border-bottom:1px solid #ccc;padding:.4em .5em .4em 0;overflow-wrap:anywhere}
tr{break-inside:avoid}
thead{display:table-header-group}
.quoted{font-style:italic}
.quiet{color:#555}
sup{line-height:0;font-size:.72em}
sup a{text-decoration:none;color:#14418b}
ol.notes{font-size:.85em;line-height:1.4;padding-left:2.2em}
ol.notes li:target{background:#fff3c4}
.back{text-decoration:none;color:#14418b}
@media print{body{font-size:10pt;line-height:1.4;max-width:none;margin:0;padding:0}.back{display:none}}
@media print{sup a{color:inherit}ol.notes{columns:2;column-gap:1.6em;font-size:.8em}h2{margin-top:1.6em}}
@media print{h2{break-after:avoid}h3{margin-top:1.2em}p{break-after:avoid}td{padding:.25em .5em .25em 0}}
@page{margin:2cm 1.9cm}
"""


def memo_html(memo: Memo) -> str:
    """The page; whatever a document says is escaped."""
    return "\n".join(_lines(memo)) + "\n"


def _lines(memo: Memo) -> Iterator[str]:
    title = _escaped(memo.title)
    yield '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
    yield f"<style>\n{_STYLE}</style></head><body>\n<h1>{title}</h1>"
    for about in memo.about:
        yield f'<p class="about">{_escaped(about)}</p>'
    references = _References()
    for block in memo.blocks:
        match block:
            case Heading():
                known = block.tag if block.tag in ("confirmed", "suggestion") else ""
                tag = f' <span class="tag {known}">{_escaped(block.tag)}</span>' if block.tag else ""
                yield f"<h{block.level + 1}>{_escaped(block.words)}{tag}</h{block.level + 1}>"
            case Paragraph():
                yield f"<p>{references.line(block.line)}</p>"
            case Items():
                yield "<ul>" + "".join(f"<li>{references.line(line)}</li>" for line in block.lines) + "</ul>"
            case Table():
                yield _table(block, references)
    if memo.notes:
        yield '<h2>Notes</h2>\n<ol class="notes">'
        for number, note in enumerate(memo.notes, 1):
            back = f' <a class="back" href="#r{number}-1" aria-label="back to the text">↩</a>'
            yield f'<li id="n{number}">{references.line(note)}{back}</li>'
        yield "</ol>"
    yield "</body></html>"


def _table(block: Table, references: "_References") -> str:
    whole = sum(block.shares)
    columns = "".join(f'<col style="width:{100 * share / whole:.1f}%">' for share in block.shares)
    head = "".join(f'<th scope="col">{_escaped(name)}</th>' for name in block.columns)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{references.line(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
    )
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>"


class _References:
    """Numbers each reference to a note, so that the note can lead back to the first."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()

    def line(self, line: Line) -> str:
        """A line with its notes as links."""
        parts: list[str] = []
        for before, part in zip((None, *line), line, strict=False):
            if isinstance(before, NoteRef) and isinstance(part, NoteRef):
                parts.append("<sup>,</sup>")
            parts.append(self._part(part))
        return "".join(parts)

    def _part(self, part: Run | NoteRef) -> str:
        if isinstance(part, NoteRef):
            self._seen[part.number] += 1
            here = f"r{part.number}-{self._seen[part.number]}"
            return f'<sup id="{here}"><a href="#n{part.number}">{part.number}</a></sup>'
        words = _escaped(part.words)
        match part.look:
            case Look.STRONG:
                return f"<strong>{words}</strong>"
            case Look.QUOTED | Look.QUIET:
                return f'<span class="{part.look.value}">{words}</span>'
            case Look.PLAIN:
                return words


def _escaped(words: str) -> str:
    return html.escape(_CONTROL.sub("�", words))
