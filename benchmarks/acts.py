"""What a speaker does with the content: acts and factuality, on statements labelled before the code was improved.

python -m benchmarks.acts
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from benchmarks.annotated import WRITTEN, Line, Seen, lines, seen
from benchmarks.table import ROOT, rows, write
from sayso.model.span import Span
from sayso.model.statement import Act, Statement

ACTS = tuple(str(act) for act in Act)
MISSED = "not found"


def ours(line: Line, document: Seen) -> Statement | None:
    """The statement that we make of the cue."""
    return document.at((Span(*line["cue"]),))


def f1(gold: Sequence[str], predicted: Sequence[str], act: str) -> float:
    """Of one act; 0 where it is never right."""
    right = sum(g == p == act for g, p in zip(gold, predicted, strict=True))
    return 2 * right / (gold.count(act) + predicted.count(act)) if right else 0.0


def macro_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """The mean over the acts that occur in the gold."""
    there = [act for act in ACTS if act in gold]
    return sum(f1(gold, predicted, act) for act in there) / len(there)


def _row(name: str, held: Sequence[Line], found: Mapping[str, Seen]) -> list[str]:
    gold = [line["act"] for line in held]
    statements = [ours(line, found[line["id"]]) for line in held]
    predicted = [str(s.act) if s else MISSED for s in statements]
    both = [(line, s) for line, s in zip(held, statements, strict=True) if s]
    same = sum(line["factuality"] == s.factuality for line, s in both)
    right = sum(g == p for g, p in zip(gold, predicted, strict=True))
    return [
        name,
        str(len(held)),
        f"{macro_f1(gold, predicted):.3f}",
        f"{right / len(held):.3f}",
        f"{right / len(both):.3f}" if both else "-",
        f"{len(both) / len(held):.3f}",
        f"{same / len(both):.3f}" if both else "-",
        f"{macro_f1(gold, ['assert'] * len(gold)):.3f}",
    ]


def _confusion(held: Sequence[Line], found: Mapping[str, Seen]) -> list[str]:
    counts: Counter[tuple[str, str]] = Counter()
    gold, predicted = [], []
    for line in held:
        statement = ours(line, found[line["id"]])
        gold.append(line["act"])
        predicted.append(str(statement.act) if statement else MISSED)
        counts[gold[-1], predicted[-1]] += 1
    columns = (*ACTS, MISSED)
    body = [[act, *(str(counts[act, c] or "") for c in columns), f"{f1(gold, predicted, act):.3f}"] for act in ACTS]
    return rows(["gold ↓ ours →", *columns, "F1"], body)


def _errors(held: Sequence[Line], found: Mapping[str, Seen]) -> str:
    page = ["# Acts that are wrong, parts develop and second", ""]
    for line in held:
        document = found[line["id"]]
        statement = ours(line, document)
        if line["part"] == "report" or (
            statement and (statement.act, statement.factuality) == (line["act"], line["factuality"])
        ):
            continue
        told = f"{statement.act} {statement.factuality}" if statement else MISSED
        cue = Span(*line["cue"]).of(document.text)
        page += [
            f"**{line['id']}** {' '.join(line['sentence'].split())}",
            f"- “{cue}”: {line['act']} {line['factuality']}; ours: {told}"
            + (f" ({line['note']})" if "note" in line else ""),
            "",
        ]
    return "\n".join(page)


def main() -> None:
    """Measure and write docs/measured/acts.md, and the errors of the part one may look at to build/."""
    held = lines("acts")
    found = seen(held)
    body: list[list[str]] = []
    for part in ("report", "develop", "second"):
        own = [line for line in held if line["part"] == part]
        kinds = {
            part: own,
            f"{part}, found in documents": [x for x in own if x["document"] != WRITTEN],
            f"{part}, written": [x for x in own if x["document"] == WRITTEN],
            f"{part}, without the debatable": [x for x in own if "note" not in x],
        }
        body.extend(_row(name, held_in, found) for name, held_in in kinds.items() if held_in)
    target = ROOT / "build" / "acts-develop.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(_errors(held, found), encoding="utf-8")
    header = [
        "",
        "statements",
        "macro F1",
        "right",
        "right of found",
        "found",
        "factuality of found",
        "always `assert`",
    ]
    write(
        "acts",
        "Acts of statements",
        [
            "The act of the statement that stands at a given cue, in sentences from volume I of the Mueller report and"
            " the demo, and in invented ones for acts that are rare there; `report` is the figure, nobody looks at"
            " these while the code is improved. The last column is the macro F1 of calling everything `assert`.",
            "",
            *rows(header, body),
            "",
            "The part `report`:",
            "",
            *_confusion([line for line in held if line["part"] == "report"], found),
        ],
    )


if __name__ == "__main__":
    main()
