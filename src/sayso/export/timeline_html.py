"""The chronology as one page of HTML to read and to print: no script, nothing from outside, every text escaped."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.casebook import Alike, Told
from sayso.export.new_file import MADE_HERE
from sayso.export.timeline_line import LEGEND, STYLE, Scale, clean, line_of, mark, only_document

_SCALE = 200
_DAY = re.compile(r"\d{4}(?:-\d\d)+")
_STYLE = """\
body{font:15px/1.45 Georgia,'Times New Roman',serif;color:#111;background:#fff}
body{max-width:62em;margin:2em auto;padding:0 1em}
h1{font-size:1.5em;margin:0 0 .3em}
h2{font-size:1.1em;margin:1.6em 0 .4em;border-bottom:1px solid #111}
ol{list-style:none;margin:0;padding:0}
li{display:grid;grid-template-columns:9.5em 14em 1fr;gap:0 1em}
li{padding:.55em 0;border-bottom:1px solid #ddd;break-inside:avoid}
time,.when{font-weight:bold}
time span{white-space:nowrap}
svg{width:14em;height:1.6em;overflow:visible}
p{margin:0}
q{font-style:italic;quotes:"“" "”"}
.status{font-weight:bold;border:1px solid #111;padding:0 .3em;font-size:.85em}
.rests,.note,.id{color:#555;font-size:.85em}
.id{float:right;margin-left:1em}
@media screen and (max-width:50em){li{grid-template-columns:1fr}svg{display:none}}
@media print{body{margin:0;max-width:none;font-size:11px}h2{break-after:avoid}}
@media print{li{grid-template-columns:8.5em 10em 1fr}svg{width:10em}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def timeline_html(
    entries: Sequence[Told], title: str, alike: Mapping[str, Sequence[Alike]] = MappingProxyType({})
) -> str:
    """The page of these events in their order, by year; undated ones stand last, apart. `alike` are, by the id of an
    event, other tellings of the same happening.
    """
    scale, only = Scale(entries, _SCALE), only_document(entries)
    parts: list[str] = []
    heading = None
    for entry in entries:
        when = entry.event.event.date
        year = _year(entry)
        if year != heading:
            parts.append(("</ol>\n" if heading is not None else "") + f"<h2>{year}</h2>\n<ol>")
            heading = year
        event = entry.event.event
        line = line_of(entry, alike.get(event.id, ()), brief=bool(only))
        words = _DAY.sub(r"<span>\g<0></span>", line.when)
        shown = f'<time title="{line.edtf}">{words}</time>' if when else f'<span class="when">{words}</span>'
        status = f' <span class="status">{line.status}</span>' if line.status else ""
        records = "".join(
            f'<p class="rests">{words}</p>' for words in (*(f"cites {record}" for record in line.records), *line.alike)
        )
        parts.append(
            f'<li id="{clean(event.id)}">{shown}'
            f'<svg viewBox="-8 0 {_SCALE + 16} 20" role="img" aria-label="{line.edtf or line.when}">'
            f'<line class="grid" x1="0" y1="10" x2="{_SCALE}" y2="10"/>{mark(scale, when, event.status, 10)}</svg>'
            f'<div><p><span class="id">{clean(event.id)}</span><strong>{line.headline}</strong>{status}</p>'
            f'<p><q>{line.words}</q></p><p class="rests">— {line.rests}</p>{records}</div></li>'
        )
    if heading is not None:
        parts.append("</ol>")
    span = f"The scale goes from {scale.first} to {scale.last}. " if any(e.event.event.date for e in entries) else ""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            MADE_HERE,
            '<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>Timeline: {clean(title)}</title>",
            f"<style>\n{_STYLE}{STYLE}</style></head><body>",
            f"<h1>Timeline: {clean(title)}</h1>",
            *([f'<p class="note">Told by {only}</p>'] if only else []),
            f'<p class="note">{len(entries):,} events. {span}{clean(LEGEND)}</p>',
            *parts,
            "</body></html>",
            "",
        )
    )


def _year(entry: Told) -> str:
    when = entry.event.event.date
    day = (when.earliest or when.latest) if when else None
    return str(day.year) if day else "Without a date"
