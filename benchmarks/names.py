"""The comparison of names on labelled pairs of people and companies, beside the best threshold of a fuzzy ratio."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, utils

from benchmarks.table import SHARED, rows, write
from sayso.model.entity import EntityKind
from sayso.resolve.names import same

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and whether they are said to be the same."""

    group: str
    kind: EntityKind
    first: str
    second: str
    same: bool


def pairs() -> list[Pair]:
    """All labelled pairs."""
    with (SHARED / "names" / "pairs.csv").open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["case_group"],
                EntityKind.PERSON if row["schema"] == "Person" else EntityKind.ORGANIZATION,
                row["name1"],
                row["name2"],
                row["is_match"] == "true",
            )
            for row in csv.DictReader(file)
        ]


def f1(truth: Sequence[bool], said: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of "same"."""
    right = sum(t and s for t, s in zip(truth, said, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(truth))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def folds(held: Sequence[Pair]) -> list[list[int]]:
    """Five parts, each case group spread evenly over them."""
    by_group = defaultdict(list)
    for number, pair in enumerate(held):
        by_group[pair.group].append(number)
    parts: list[list[int]] = [[] for _ in range(FOLDS)]
    for numbers in by_group.values():
        for place, number in enumerate(numbers):
            parts[place % FOLDS].append(number)
    return parts


def peer(held: Sequence[Pair]) -> list[bool]:
    """rapidfuzz's ratio of sorted words; for each fold the threshold that is best on the other four."""
    ratios = [fuzz.token_sort_ratio(p.first, p.second, processor=utils.default_process) for p in held]
    said = [False] * len(held)
    for part in folds(held):
        rest = [n for n in range(len(held)) if n not in set(part)]
        truth = [held[n].same for n in rest]
        best = max(range(50, 101), key=lambda t: f1(truth, [ratios[n] >= t for n in rest])[2])
        for n in part:
            said[n] = ratios[n] >= best
    return said


def _line(name: str, held: Sequence[Pair], said: Sequence[bool]) -> list[str]:
    parts = [f1([held[n].same for n in part], [said[n] for n in part])[2] for part in folds(held)]
    return [
        name,
        *(f"{value:.3f}" for value in f1([p.same for p in held], said)),
        f"{sum(parts) / FOLDS:.3f}",
        " ".join(f"{value:.3f}" for value in parts),
    ]


def main() -> None:
    """Measure and write docs/measured/names.md."""
    held = pairs()
    ours = [same(p.first, p.second, p.kind).same for p in held]
    theirs = peer(held)
    body = []
    for label, kinds in (
        ("", (EntityKind.PERSON, EntityKind.ORGANIZATION)),
        (", people", (EntityKind.PERSON,)),
        (", organisations", (EntityKind.ORGANIZATION,)),
    ):
        chosen = [n for n, p in enumerate(held) if p.kind in kinds]
        some = [held[n] for n in chosen]
        body.append(_line(f"Sayso{label}", some, [ours[n] for n in chosen]))
        body.append(_line(f"rapidfuzz token_sort_ratio{label}", some, [theirs[n] for n in chosen]))
    lines = [
        f"{len(held)} labelled pairs of nomenklatura's name bench (MIT), {sum(p.same for p in held)} of them the same.",
        "Sayso's rules were improved after reading errors on these pairs, so these are not figures of unseen pairs;",
        "they have no fitted threshold. The peer's threshold is fitted on the other four folds each time.",
        "",
        *rows(["comparison", "precision", "recall", "F1, all", "F1, mean of folds", "F1 of each fold"], body),
    ]
    write("names", "Names: the same or not", lines)


if __name__ == "__main__":
    main()
