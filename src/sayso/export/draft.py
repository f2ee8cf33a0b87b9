"""A checked draft as JSON and as one page of HTML: no script, nothing from outside, every text escaped."""

import html
import re
from collections.abc import Sequence

from sayso.casebook import Bearing, DraftSentence
from sayso.export.claim_words import status_words, weight
from sayso.export.contract import Json
from sayso.export.quoted import quoted
from sayso.export.when_words import when_words

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
body{font:16px/1.5 Georgia,'Times New Roman',serif;color:#161616;background:#fff}
body{max-width:60em;margin:2.5em auto;padding:0 1.2em}
h1{font-size:1.5em;margin:0 0 .3em}
.about{color:#444}
.sentence{display:grid;grid-template-columns:1fr 1.2fr;gap:0 1.6em;padding:.8em 0;border-top:1px solid #ccc}
.sentence{break-inside:avoid}
.sentence p{margin:0 0 .3em}
.none{color:#8a1c1c;font-style:italic}
.differs{border-left:3px solid #b3261e;padding-left:.6em;margin:.2em 0}
.status{font:600 .72em/1 system-ui,sans-serif;letter-spacing:.03em;text-transform:uppercase;border:1px solid}
.status{padding:.15em .4em}
.bearing{font-size:.88em;line-height:1.4;margin:0 0 .7em}
q{font-style:italic;quotes:none}
.quiet{color:#555}
@media (max-width:44em){.sentence{grid-template-columns:1fr}}
@media print{body{font-size:10pt;margin:0;max-width:none}}
"""


def draft_json(sentences: Sequence[DraftSentence]) -> dict[str, Json]:
    """Every sentence with its span (code points of the draft's text), what bears on it, and what differs."""
    return {
        "sentences": [
            {
                "span": [sentence.span.start, sentence.span.end],
                "words": sentence.words,
                "claims": [_bearing_json(bearing) for bearing in sentence.bearings],
                "differences": [
                    {"about": d.about, "said": d.said, "documents": list(d.found)} for d in sentence.differences
                ],
            }
            for sentence in sentences
        ]
    }


def _bearing_json(bearing: Bearing) -> dict[str, Json]:
    claim, position = bearing.claim.claim, bearing.position
    return {
        "id": claim.id,
        "text": claim.text,
        "status": claim.status.value,
        "independent": claim.independent,
        "independent_max": claim.independent_max,
        "denied_by": bearing.claim.denied_by,
        "score": round(bearing.score, 3),
        "why": list(bearing.why),
        "stance": position.position.stance.value,
        "doc": position.name,
        "span": [position.position.span.start, position.position.span.end],
        "words": position.words,
        "chain": list(position.chain),
    }


def draft_html(sentences: Sequence[DraftSentence], title: str) -> str:
    """The draft on the left, what the documents say to each sentence on the right."""
    parts = [
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="viewport" content="width=device-width"><title>Checked: {_escaped(title)}</title>'
        f"<style>\n{_STYLE}</style></head><body><h1>{_escaped(title)}</h1>",
        '<p class="about">Found by a program, to be checked. “Nothing found” means that no document of the case was '
        "found to bear on the sentence, not that it is wrong.</p>",
    ]
    for sentence in sentences:
        differs = "".join(
            f'<p class="differs"><strong>{_escaped(d.about)}:</strong> {_escaped(quoted(d.said))}; the documents have '
            f"{_escaped(', '.join(d.found))}</p>"
            for d in sentence.differences
        )
        bears = "".join(map(_bearing_html, sentence.bearings)) or '<p class="none">nothing found</p>'
        parts.append(
            f'<div class="sentence"><div><p>{_escaped(sentence.words)}</p>{differs}</div><div>{bears}</div></div>'
        )
    return "\n".join((*parts, "</body></html>\n"))


def _bearing_html(bearing: Bearing) -> str:
    claim, position = bearing.claim, bearing.position
    voices = " › ".join(position.chain)
    day = when_words(position.published) if position.published else ""
    where = ", ".join(part for part in (day, position.name) if part)
    return (
        f'<div class="bearing"><p><span class="status">{status_words(claim.claim)}</span> {_escaped(weight(claim))} '
        f'<span class="quiet">{claim.claim.id}</span></p><p><q>{_escaped(quoted(position.words))}</q> '
        f'<span class="quiet">— {_escaped(voices)}, {_escaped(where)}</span></p></div>'
    )


def _escaped(words: str) -> str:
    return html.escape(" ".join(_CONTROL.sub("�", words).split()))
