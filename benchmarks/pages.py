"""How well the main text of news pages is found, beside trafilatura in the same run, and whether the map is true.

Measure of scrapinghub/article-extraction-benchmark: runs of four words, compared as multisets; precision and recall are
means over the pages, F1 is made of the two.

    python -m benchmarks.pages
"""

import gzip
import html
import json
import re
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

import trafilatura

from benchmarks.table import SHARED, rows, write
from sayso.model.document import Text
from sayso.model.span import Span
from sayso.read.html import decode_html, read_html

PAGES = SHARED / "pages"
SPANS = 200
"""random spans a page"""
_RUN = 4
_LONGEST = 200
_TIMES = 3
_UNSEEN = re.compile(
    r"<(script|style|noscript|svg|button|iframe|template|select|del)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"""<[a-zA-Z/](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>""")
_PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)


class Score(NamedTuple):
    """Means over the pages."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def pages(folder: Path) -> dict[str, bytes]:
    """The pages by their ids, unpacked."""
    return {
        file.name.removesuffix(".html.gz"): gzip.decompress(file.read_bytes())
        for file in sorted((folder / "html").glob("*.html.gz"))
    }


def truth(folder: Path) -> dict[str, str]:
    """The articles by the ids of their pages."""
    entries = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return {name: entry["articleBody"] for name, entry in entries.items()}


def score(found: Mapping[str, str], gold: Mapping[str, str]) -> Score:
    """Compare what was found on each page with the article."""
    precision = recall = 0.0
    for name, body in gold.items():
        got, wanted = _runs(found[name]), _runs(body)
        right = sum((got & wanted).values())
        precision += right / sum(got.values()) if got else 0.0
        recall += right / sum(wanted.values()) if wanted else 1.0
    return Score(precision / len(gold), recall / len(gold))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))) if words else Counter()


def spans_off_the_source(data: bytes, text: Text, count: int = SPANS) -> list[Span]:
    """Of `count` random spans of `text` inside of paragraphs those whose words are not what stands at the mapped place
    of the source once tags and unseen elements are taken out, entities decoded and white space folded.
    """
    source = decode_html(data)
    random = Random(len(text.characters))
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text.characters)]
    off: list[Span] = []
    for _ in range(count):
        first, last = random.choice(paragraphs)
        start = random.randrange(first, last)
        span = Span(start, min(last, start + random.randrange(1, _LONGEST))).strip(text.characters)
        if not len(span) or any(edit.span.overlaps(span) for edit in text.edits):
            continue
        place = text.source_map.to_source(span) if text.source_map else None
        if place is None or _plain(place.of(source)) != " ".join(span.of(text.characters).split()):
            off.append(span)
    return off


def _plain(source: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub("", source)))).split())


def by_trafilatura(data: bytes) -> str:
    """The peer with its own defaults, reader comments left out; its other presets score lower on these pages."""
    return trafilatura.extract(data, include_comments=False) or ""


def by_sayso(data: bytes) -> str:
    """The main text as the reader makes it."""
    text = read_html(data).text
    return text.characters if text else ""


def _measure(data: Mapping[str, bytes]) -> dict[str, tuple[dict[str, str], float]]:
    """What each reader makes of the pages, and its CPU seconds: the best of three runs a page, the readers by turns."""
    readers = {"sayso": by_sayso, "trafilatura": by_trafilatura}
    found: dict[str, dict[str, str]] = {name: {} for name in readers}
    seconds = dict.fromkeys(readers, 0.0)
    for page, content in data.items():
        best = dict.fromkeys(readers, float("inf"))
        for _ in range(_TIMES):
            for name, read in readers.items():
                start = time.process_time()
                found[name][page] = read(content)
                best[name] = min(best[name], time.process_time() - start)
        for name, spent in best.items():
            seconds[name] += spent
    return {name: (found[name], seconds[name]) for name in readers}


def main() -> None:
    """Measure and write docs/measured/pages.md."""
    data, gold = pages(PAGES), truth(PAGES)
    body = []
    for name, (found, seconds) in _measure(data).items():
        result = score(found, gold)
        body.append([name, *(f"{n:.3f}" for n in (result.precision, result.recall, result.f1)), f"{seconds:.2f}"])
    off = 0
    for page in data.values():
        text = read_html(page).text
        off += len(spans_off_the_source(page, text)) if text else SPANS
    size = sum(map(len, data.values())) / 2**20
    write(
        "pages",
        "Main text of news pages",
        [
            f"{len(data)} pages ({size:.1f} MiB) of scrapinghub/article-extraction-benchmark. trafilatura"
            f" {trafilatura.__version__} runs with `include_comments=False` and otherwise its defaults; CPU seconds"
            " for all pages, the best of three runs a page. For sayso they include what the page says about itself.",
            "",
            *rows(["", "precision", "recall", "F1", "CPU s"], body),
            "",
            f"The map to the source: {off} of {len(data) * SPANS:,} random spans are not the words at their mapped"
            " place.",
        ],
    )


if __name__ == "__main__":
    main()
