"""Who said what: our attributions on PolNeAR's development part, beside people's and textacy's."""

import json
import random
import re
import sys
import time
import warnings
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean
from typing import Protocol, cast

import spacy
from spacy.tokens import Token
from textacy.extract.triples import direct_quotations
from training.attribution.judge import examples, fit

from benchmarks.table import ROOT, SHARED, rows, write
from sayso.find.attribution import Found, find_attributions
from sayso.find.attribution.learned import Learned
from sayso.find.blocks import find_blocks
from sayso.find.models import installed
from sayso.find.parse import Parser
from sayso.find.parsed import Parsed
from sayso.model.span import Span, Spans, hull

CORPUS = SHARED / "attribution"
SEED = 20161108
SAMPLE = 40
FOLDS = 5
BINS = 10
ROLES = ("source", "cue", "content")

Roles = dict[str, list[tuple[int, int]]]
Predicted = dict[str, dict[str, list[Roles]]]
Words = Mapping[str, frozenset[int]]


class Score(Protocol):
    """What we use of shared/attribution/score.py."""

    def score(self, gold: object, predicted: object) -> dict[str, tuple[float, float, float]]:
        """Precision, recall and F1 of each role and of the whole."""

    def words(self, spans: object, starts: Sequence[int], ends: Sequence[int]) -> frozenset[int]:
        """The numbers of the words that the spans touch."""

    def pair(self, gold: Sequence[Words], predicted: Sequence[Words]) -> list[tuple[Words, Words]]:
        """Gold and predicted attributions, one to one."""

    def iou(self, a: frozenset[int], b: frozenset[int]) -> float:
        """Intersection over union."""


def measure() -> Score:
    """The corpus's own script, so that nobody's figures are ours alone."""
    sys.path.insert(0, str(CORPUS))
    import score  # type: ignore[import-not-found]

    return cast(Score, score)


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article."""

    id: str
    text: str
    attributions: tuple[Roles, ...]


def gold() -> list[Gold]:
    """The development part."""
    lines = (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    raw = [json.loads(line) for line in lines]
    return [Gold(d["id"], d["text"], tuple(d["attributions"])) for d in raw]


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article with its paragraphs and its parse."""

    gold: Gold
    blocks: tuple[Span, ...]
    parsed: Parsed


def parsed(documents: Sequence[Gold]) -> list[Read]:
    """Every article, parsed."""
    parser = Parser()
    cut = [(d, tuple(find_blocks(d.text))) for d in documents]
    return [Read(d, blocks, parser.parse(d.text, blocks)) for d, blocks in cut]


def ours(articles: Sequence[Read]) -> tuple[dict[str, tuple[Found, ...]], float]:
    """Attributions by document, and the CPU seconds of the finder alone.

    The few weights that judge between readings ship as fitted on these articles; here each article is judged by
    weights that were fitted on four fifths of them, itself not among these.
    """
    shipped = Learned.shipped()
    rows = [list(examples(r.gold.text, r.gold.attributions, r.blocks, r.parsed, shipped)) for r in articles]
    judges = [fit([e for n, own in enumerate(rows) if n % FOLDS != fold for e in own]) for fold in range(FOLDS)]
    found, seconds = {}, 0.0
    for number, read in enumerate(articles):
        learned = replace(shipped, judge=judges[number % FOLDS])
        before = time.process_time()
        found[read.gold.id] = find_attributions(read.gold.text, read.blocks, read.parsed, learned)
        seconds += time.process_time() - before
    return found, seconds


def outermost(found: Iterable[Found]) -> list[Found]:
    """Without those inside the content of another: the corpus has no chains."""
    held = list(found)
    return [
        f
        for f in held
        if not any(
            o is not f and any(piece.contains(hull(f.attribution.cue)) for piece in o.attribution.content) for o in held
        )
    ]


def as_predicted(found: Mapping[str, Iterable[Found]]) -> Predicted:
    """In the shape that the script reads."""

    def pairs(spans: Spans) -> list[tuple[int, int]]:
        return [(s.start, s.end) for s in spans]

    return {
        key: {
            "attributions": [
                {"source": pairs(a.source), "cue": pairs(a.cue), "content": pairs(a.content)}
                for a in (f.attribution for f in held)
            ]
        }
        for key, held in found.items()
    }


def textacy_quotations(documents: Sequence[Gold]) -> Predicted:
    """textacy's direct quotations.

    In its favour: paragraphs one by one, quotation marks made straight (it pairs only some), the speaker's whole noun
    phrase instead of its main words, and quotations of one speaker and cue in a paragraph joined as the corpus does.
    """
    straight = str.maketrans("“”", '""')
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        language = spacy.load(installed().package)
    result: Predicted = {}
    for document in documents:
        joined: dict[tuple[object, ...], Roles] = {}
        for block in find_blocks(document.text):
            parsed = language(block.of(document.text).translate(straight).replace("''", '" ').replace("\n", " "))
            try:
                quotations = list(direct_quotations(parsed))
            except ValueError:  # it refuses paragraphs with an odd number of marks
                continue
            for speaker, cue, content in quotations:
                at = block.start
                key = (at, tuple(t.i for t in speaker), tuple(t.i for t in cue))
                roles = joined.setdefault(
                    key,
                    {
                        "source": _phrase(speaker, at),
                        "cue": [(at + t.idx, at + t.idx + len(t)) for t in cue],
                        "content": [],
                    },
                )
                roles["content"].append((at + content.start_char, at + content.end_char))
        result[document.id] = {"attributions": list(joined.values())}
    return result


def _phrase(speaker: Sequence[Token], at: int) -> list[tuple[int, int]]:
    """From the first to the last word under the speaker's main word."""
    if not speaker:
        return []
    top = next((t for t in speaker if t.head not in speaker), speaker[0])
    under = list(top.subtree)
    return [(at + under[0].idx, at + under[-1].idx + len(under[-1]))]


def in_words(script: Score, text: str, attributions: Sequence[Roles]) -> list[Words]:
    """Roles as sets of word numbers."""
    places = [m.span() for m in re.finditer(r"\w+", text)]
    starts, ends = [s for s, _ in places], [e for _, e in places]
    return [{r: script.words(a[r], starts, ends) for r in ROLES} for a in attributions]


def errors(
    script: Score, documents: Sequence[Gold], found: Mapping[str, Sequence[Found]]
) -> tuple[Counter[str], list[str], list[tuple[float, bool]]]:
    """What went wrong with each annotated and each found attribution; lines for the page; (confidence, right) pairs."""
    kinds: Counter[str] = Counter()
    lines: list[str] = []
    trust: list[tuple[float, bool]] = []
    predicted = as_predicted(found)
    for document in documents:
        wanted = in_words(script, document.text, document.attributions)
        given = in_words(script, document.text, predicted[document.id]["attributions"])
        partner = {id(g): p for g, p in script.pair(wanted, given)}
        right = set()
        for number, g in enumerate(wanted):
            p = partner.get(id(g))
            kind = _kind(script, g, p)
            kinds[kind] += 1
            if p is not None and kind == "right":
                right.add(id(p))
            elif kind != "right":
                where = next((i for i, q in enumerate(given) if q is p), None)
                got = predicted[document.id]["attributions"][where] if where is not None else None
                lines.append(_page_line(kind, document.text, document.attributions[number], got))
        matched = {id(p) for p in partner.values()}
        kinds["found where none is annotated"] += sum(id(p) not in matched for p in given)
        trust.extend((f.confidence, id(p) in right) for f, p in zip(found[document.id], given, strict=True))
    return kinds, lines, trust


def _kind(script: Score, wanted: Words, given: Words | None) -> str:
    if given is None:
        return "missed"
    if not wanted["cue"] & given["cue"]:
        return "another cue"
    source = script.iou(wanted["source"], given["source"]) >= 0.5
    content = script.iou(wanted["content"], given["content"]) >= 0.5
    if source and content:
        return "right"
    return "wrong source" if content else "wrong content" if source else "wrong source and content"


def _page_line(kind: str, text: str, wanted: Roles, given: Roles | None) -> str:
    def shown(roles: Roles | None) -> str:
        if roles is None:
            return "nothing"
        return " · ".join(" // ".join(" ".join(text[a:b].split()) for a, b in roles[r]) or "–" for r in ROLES)

    return f"- **{kind}**\n  - annotated: {shown(wanted)}\n  - found: {shown(given)}"


def equal_bins(trust: Sequence[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """(confidence, right) in ten bins of equal count, by confidence."""
    ordered = sorted(trust)
    edges = [round(n * len(ordered) / BINS) for n in range(BINS + 1)]
    return [ordered[a:b] for a, b in pairwise(edges) if b > a]


def calibration_error(bins: Sequence[Sequence[tuple[float, bool]]]) -> float:
    """Expected calibration error (Naeini et al. 2015): how far the share of right ones is from the mean confidence."""
    total = sum(map(len, bins))
    return sum(len(b) * abs(mean(p for p, _ in b) - mean(ok for _, ok in b)) for b in bins) / total


def ranking(trust: Sequence[tuple[float, bool]]) -> float:
    """Area under the receiver operating characteristic, by ranks (Mann and Whitney); ties count half."""
    rights = sorted(p for p, ok in trust if ok)
    wrongs = sorted(p for p, ok in trust if not ok)
    won = sum(bisect_left(wrongs, p) + bisect_right(wrongs, p) for p in rights)
    return won / (2 * len(rights) * len(wrongs))


def _row(name: str, scores: Mapping[str, tuple[float, float, float]]) -> list[str]:
    cells = [
        f"{100 * scores[f'{part} overlap'][2]:.1f} / {100 * scores[f'{part} exact'][2]:.1f}"
        for part in ("whole", *ROLES)
    ]
    precision, recall, _ = scores["whole overlap"]
    return [name, *cells, f"{100 * precision:.1f} / {100 * recall:.1f}"]


def main() -> None:
    """Measure, write the table, and keep a page of errors in build/."""
    script, documents = measure(), gold()
    keyed = {d.id: {"text": d.text, "attributions": d.attributions} for d in documents}
    found, seconds = ours(parsed(documents))
    single = {key: outermost(held) for key, held in found.items()}
    words = sum(len(d.text.split()) for d in documents)
    kinds, lines, trust = errors(script, documents, single)
    header = ["F1, overlap / exact", "whole", "source", "cue", "content", "whole: precision / recall"]
    table = rows(
        header,
        [
            _row("Sayso, with chains", script.score(keyed, as_predicted(found))),
            _row("Sayso, outermost alone", script.score(keyed, as_predicted(single))),
            _row("textacy 0.13, direct quotations", script.score(keyed, textacy_quotations(documents))),
            ["people against people (quoted)", "73.0 / 60.1", "79.6 / 77.1", "75.2 / 70.5", "79.6 / 69.1", ""],
            ["Citron, retrained (quoted)", "49.3 / 32.8", "", "", "", ""],
        ],
    )
    bins = equal_bins(trust)
    write(
        "attribution",
        "Attributions",
        [
            f"PolNeAR 1.0, development part: {len(documents)} articles, {words:,} words, "
            f"{sum(len(d.attributions) for d in documents):,} attributions; the corpus's conventions, `score.py` "
            "beside it. The encoder and the linear model were fitted on the training part; the weights that judge "
            "between readings on this part, each article by weights fitted on others. The corpus never nests; Sayso "
            "does, where a voice speaks inside of what another says, and both are shown. Rows marked as quoted were "
            "measured by others on the same script "
            "(people: 20 articles, six readers each; Citron: on this part).",
            "",
            *table,
            "",
            f"The finder alone: {words / seconds:,.0f} words a second of CPU time on one core, parsing not counted.",
            "",
            "What became of the annotated attributions (outermost alone):",
            "",
            *rows(["", "number"], [[kind, f"{n:,}"] for kind, n in kinds.most_common()]),
            "",
            f"Confidence in ten bins of equal count: expected calibration error {calibration_error(bins):.3f}. Of an "
            "attribution that is right (whole, overlap) and one that is wrong, the right one has the higher confidence "
            f"in {100 * ranking(trust):.1f} % of pairs (AUROC).",
            "",
            *rows(
                ["confidence, mean", "attributions", "right"],
                [
                    [f"{mean(p for p, _ in b):.2f}", f"{len(b):,}", f"{100 * mean(ok for _, ok in b):.0f} %"]
                    for b in bins
                ],
            ),
        ],
    )
    page = ROOT / "build" / "attribution-errors.md"
    page.parent.mkdir(exist_ok=True)
    sample = random.Random(SEED).sample(lines, min(SAMPLE, len(lines)))
    page.write_text("\n".join(["source · cue · content", "", *sample, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
