"""Who is who within a document: B-cubed on GUM's news, interviews and court transcripts, five folds."""

import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.dates import paragraphs
from benchmarks.table import SHARED, rows, write
from sayso.find.coreference import find_entities
from sayso.find.mentions import find_mentions
from sayso.find.parse import Parsed, Parser
from sayso.model.entity import Mention, MentionKind
from sayso.model.span import Span

FOLDS = 5

Clusters = Sequence[Sequence[Mention]]
Measured = tuple[float, float, int, int]
"""sums of precision and recall over mentions; mentions found, gold mentions"""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A name or third-, second- or first-person pronoun of an entity that has a name."""

    span: Span
    head: Span
    entity: int
    kind: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document of the corpus with the mentions that are scored."""

    genre: str
    text: str
    mentions: tuple[GoldMention, ...]


def documents() -> list[GoldDocument]:
    """Train and dev, in this order."""
    held = []
    for name in ("train", "dev"):
        for line in (SHARED / "gum" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            gold = [
                GoldMention(Span(*m["span"]), Span(*m["head"]), number, m["type"])
                for number, entity in enumerate(raw["entities"])
                if any(m["type"] == "name" for m in entity["mentions"])
                for m in entity["mentions"]
                if m["type"] != "nominal"
            ]
            held.append(GoldDocument(raw["genre"], raw["text"], tuple(gold)))
    return held


def aligned(gold: Sequence[GoldMention], predicted: Clusters) -> dict[int, int]:
    """For gold mentions, by position, the number of the predicted cluster; one to one, closest in length first."""
    pairs = []
    for number, cluster in enumerate(predicted):
        for mention in cluster:
            for position, wanted in enumerate(gold):
                inside = wanted.span.contains(mention.span) and mention.span.contains(wanted.head)
                if inside or mention.span.contains(wanted.span):
                    off = abs(len(wanted.span) - len(mention.span))
                    pairs.append((off, position, mention.span, number))
    found: dict[int, int] = {}
    used: set[Span] = set()
    for _, position, span, number in sorted(pairs):
        if position not in found and span not in used:
            found[position] = number
            used.add(span)
    return found


def b_cubed(gold: Sequence[GoldMention], predicted: Clusters) -> Measured:
    """Bagga and Baldwin (1998) over the gold mentions; one that is not found has no recall and no precision."""
    found = aligned(gold, predicted)
    together = Counter((gold[p].entity, number) for p, number in found.items())
    sizes, wanted = Counter(found.values()), Counter(m.entity for m in gold)
    precision = sum(together[gold[p].entity, number] / sizes[number] for p, number in found.items())
    recall = sum(together[gold[p].entity, number] / wanted[gold[p].entity] for p, number in found.items())
    return precision, recall, len(found), len(gold)


def scores(measured: Sequence[Measured]) -> tuple[float, float, float]:
    """Precision, recall and F1 of all documents together."""
    precision = sum(m[0] for m in measured) / max(1, sum(m[2] for m in measured))
    recall = sum(m[1] for m in measured) / sum(m[3] for m in measured)
    return precision, recall, 2 * precision * recall / (precision + recall)


def ours(text: str, parsed: Parsed) -> Clusters:
    """Sayso's entities."""
    return [e.mentions for e in find_entities("d", text, parsed, find_mentions(text, parsed))]


def by_surname(text: str, parsed: Parsed) -> Clusters:
    """The same names, joined where their last words are the same; pronouns left alone."""
    clusters: Mapping[str, list[Mention]] = defaultdict(list)
    for mention in find_mentions(text, parsed):
        if mention.kind is MentionKind.NAME:
            clusters[mention.span.of(text).split()[-1].lower()].append(mention)
    return list(clusters.values())


def _line(name: str, measured: Sequence[Measured]) -> list[str]:
    folds = [scores(measured[n::FOLDS])[2] for n in range(FOLDS)]
    return [
        name,
        *(f"{value:.3f}" for value in scores(measured)),
        f"{sum(folds) / FOLDS:.3f}",
        " ".join(f"{value:.3f}" for value in folds),
    ]


def main() -> None:
    """Measure and write docs/measured/coreference.md."""
    held = documents()
    parser = Parser()
    started = time.process_time()
    parsed = [parser.parse(d.text, paragraphs(d.text)) for d in held]
    parsing = time.process_time() - started
    systems: Sequence[tuple[str, Callable[[str, Parsed], Clusters]]] = (
        ("Sayso", ours),
        ("same last word, pronouns left alone", by_surname),
    )
    body, by_genre = [], []
    for name, system in systems:
        started = time.process_time()
        results = [(d, system(d.text, p)) for d, p in zip(held, parsed, strict=True)]
        if system is ours:
            finding = time.process_time() - started
        every = [b_cubed(d.mentions, c) for d, c in results]
        third = [b_cubed([m for m in d.mentions if not _of_speech(d.text, m)], c) for d, c in results]
        body.append(_line(name, every))
        body.append(_line(f"{name}; without I, you, we", third))
        for genre in sorted({d.genre for d in held}):
            chosen = [n for n, d in enumerate(held) if d.genre == genre]
            by_genre.append(
                [name, genre, str(len(chosen)), *_scores(every, chosen), *(_scores(third, chosen)[-1:])],
            )
    header = ["finder", "precision", "recall", "F1, all", "F1, mean of folds", "F1 of each fold"]
    lines = [
        "GUM news, interviews and court transcripts, 46 documents; names and pronouns of entities that have a name.",
        "A predicted mention is a gold one if it holds its head and lies within it, or holds it whole. B-cubed; a gold",
        "mention not found has no recall. The rules and their few numbers were written with these documents in sight;",
        "no weight was trained. A fold is every fifth document.",
        "",
        *rows(header, body),
        "",
        *rows(["finder", "genre", "documents", "precision", "recall", "F1", "F1 without I, you, we"], by_genre),
        "",
        f"Mentions and coreference took {100 * finding / parsing:.0f} % of the processor time of parsing.",
    ]
    write("coreference", "Coreference within a document", lines)


def _scores(measured: Sequence[Measured], chosen: Sequence[int]) -> list[str]:
    return [f"{value:.3f}" for value in scores([measured[n] for n in chosen])]


_SPEECH = frozenset("i me my mine myself you your yours yourself we us our ours ourselves".split())  # noqa: SIM905


def _of_speech(text: str, mention: GoldMention) -> bool:
    return mention.kind == "pronoun" and mention.span.of(text).lower() in _SPEECH


if __name__ == "__main__":
    main()
