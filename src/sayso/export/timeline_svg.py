"""The chronology as one picture (SVG 1.1) for print: plain shapes and text, no script, nothing from outside."""

from collections.abc import Mapping, Sequence
from html import unescape
from textwrap import wrap
from types import MappingProxyType

from sayso.casebook import Alike, Told
from sayso.export.new_file import MADE_HERE
from sayso.export.timeline_line import LEGEND, STYLE, Line, Scale, clean, line_of, mark, only_document

_WIDTH, _MARGIN, _TOP = 1000, 24, 82
_LEGEND_COLUMNS, _LEGEND_HEIGHT = 190, 12
_DATE, _SCALE = 150, 250
_TEXT_AT = _MARGIN + _DATE + _SCALE + 40
_COLUMNS = 84
"""Characters in a line of text: 11 units high, about half as wide, in the room that is left."""
_DATE_COLUMNS = 20
_LINE_HEIGHT, _GAP = 14, 12
_STYLE = """\
text{font-family:Georgia,'Times New Roman',serif;font-size:11px;fill:#111}
.title{font-size:18px}
.head{font-weight:bold}
.words{font-style:italic}
.rests,.legend{fill:#555;font-size:10px}
"""


def timeline_svg(
    entries: Sequence[Told], title: str, alike: Mapping[str, Sequence[Alike]] = MappingProxyType({})
) -> str:
    """The picture of these events in their order; undated ones stand last, apart. `alike` are, by the id of an event,
    other tellings of the same happening.
    """
    scale, only = Scale(entries, _SCALE), only_document(entries)
    notes = [*([f"Told by {unescape(only)}"] if only else []), LEGEND]
    legend = [part for note in notes for part in wrap(note, _LEGEND_COLUMNS)]
    body: list[str] = []
    y = top = float(_TOP + _LEGEND_HEIGHT * len(legend))
    dated = [entry for entry in entries if entry.event.event.date]
    undated = [entry for entry in entries if not entry.event.event.date]
    for entry in dated:
        y = _event(body, scale, line_of(entry, alike.get(entry.event.event.id, ()), brief=bool(only)), entry, y)
    grid_end = y
    if undated:
        y += _LINE_HEIGHT
        body.append(_text(_MARGIN, y, "head", "Without a date"))
        y += _LINE_HEIGHT
        for entry in undated:
            y = _event(body, scale, line_of(entry, alike.get(entry.event.event.id, ()), brief=bool(only)), entry, y)
    height = y + _MARGIN
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            MADE_HERE,
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height:.0f}" '
            f'viewBox="0 0 {_WIDTH} {height:.0f}">',
            f"<title>Timeline: {clean(title)}</title>",
            f"<style>\n{_STYLE}{STYLE}</style>",
            f'<rect width="{_WIDTH}" height="{height:.0f}" fill="#fff"/>',
            _text(_MARGIN, 34, "title", f"Timeline: {clean(title)}"),
            *(_text(_MARGIN, 52 + _LEGEND_HEIGHT * n, "legend", clean(part)) for n, part in enumerate(legend)),
            *(_grid(scale, top, grid_end) if dated else ()),
            *body,
            "</svg>",
            "",
        )
    )


def _event(body: list[str], scale: Scale, line: Line, entry: Told, y: float) -> float:
    """Add an event below `y`; returns where the next one begins."""
    event = entry.event.event
    dates = _lines(line.when, _DATE_COLUMNS)
    texts = _texts(line)
    body.append(f'<g transform="translate({_MARGIN + _DATE:.0f} 0)">{mark(scale, event.date, event.status, y + 7)}</g>')
    body.extend(_text(_MARGIN, y + 11 + n * _LINE_HEIGHT, "head", words) for n, words in enumerate(dates))
    body.extend(_text(_TEXT_AT, y + 11 + n * _LINE_HEIGHT, kind, words) for n, (kind, words) in enumerate(texts))
    return y + max(len(dates), len(texts)) * _LINE_HEIGHT + _GAP


def _texts(line: Line) -> Sequence[tuple[str, str]]:
    head = line.headline + (f" [{line.status}]" if line.status else "")
    rests = [f"— {line.rests}", *(f"cites {record}" for record in line.records), *line.alike]
    return [
        *(("head", part) for part in _lines(head, _COLUMNS - 8)),
        *(("words", part) for part in _lines(f"“{line.words}”", _COLUMNS)),
        *(("rests", part) for words in rests for part in _lines(words, _COLUMNS + 8)),
    ]


def _lines(escaped: str, columns: int) -> Sequence[str]:
    """Escaped text in lines, none of which breaks an escape."""
    return [clean(part) for part in wrap(unescape(escaped), columns, break_on_hyphens=False)] or [""]


def _grid(scale: Scale, top: float, end: float) -> Sequence[str]:
    left = _MARGIN + _DATE
    shown = []
    for at, name in scale.ticks():
        shown.append(
            f'<line class="grid" x1="{left + at:.1f}" y1="{top - 6:.0f}" x2="{left + at:.1f}" y2="{end - _GAP:.1f}"/>'
        )
        shown.append(
            f'<text class="tick" transform="translate({left + at + 3:.1f} {top - 8:.0f}) rotate(-35)" '
            f'style="text-anchor:start">{name}</text>'
        )
    return shown


def _text(x: float, y: float, kind: str, escaped: str) -> str:
    return f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}">{escaped}</text>'
