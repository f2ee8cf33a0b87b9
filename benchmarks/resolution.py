"""How the time to resolve the entities of a case grows with its documents, a fifth of whose surnames collide."""

import argparse
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.generate import named_people
from benchmarks.table import rows, write
from sayso.model.entity import Entity, EntityKind
from sayso.resolve import resolve, suggest

SIZES = (1_000, 3_000, 10_000)
_SEED = 11
_TIMES = 2


@dataclass(frozen=True, slots=True)
class Run:
    """One size: processor seconds of each step, and what came of it."""

    documents: int
    entities: int
    people: int
    suggestions: int
    resolving: float
    suggesting: float
    again: float

    @property
    def seconds(self) -> float:
        """Of resolving and suggesting."""
        return self.resolving + self.suggesting


def run(documents: int) -> Run:
    """Resolve a generated case of this size, then again with one more document."""
    entities = _entities(documents)
    start = time.process_time()
    people = resolve(entities)
    resolved = time.process_time()
    suggestions = suggest(people)
    suggested = time.process_time()
    more = [*entities, ("dnew", Entity("enew", entities[0][1].name, EntityKind.PERSON, (), ()))]
    suggest(resolve(more))
    again = time.process_time() - suggested
    return Run(documents, len(entities), len(people), len(suggestions), resolved - start, suggested - resolved, again)


def _entities(documents: int) -> list[tuple[str, Entity]]:
    return [
        (document, Entity(f"e{number}", name, EntityKind.PERSON, (), ()))
        for number, (document, name) in enumerate(named_people(documents, _SEED))
    ]


def exponent(runs: Sequence[Run]) -> float:
    """The slope of log seconds over log documents, by least squares."""
    xs, ys = ([math.log(v) for v in values] for values in ([r.documents for r in runs], [r.seconds for r in runs]))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    """Measure and write docs/measured/resolution.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="documents")
    runs = [min((run(size) for _ in range(_TIMES)), key=lambda r: r.seconds) for size in parser.parse_args().sizes]
    body = [
        [f"{r.documents:,}", f"{r.entities:,}", f"{r.people:,}", f"{r.suggestions:,}",
         f"{r.resolving:.1f}", f"{r.suggesting:.1f}", f"{r.again:.1f}"]
        for r in runs
    ]  # fmt: skip
    lines = [
        "Entities of generated documents, six a document, as the finder would give them: full names, a tenth with an",
        "initial, a tenth a surname alone; a fifth of the people share their surname with somebody else. Processor",
        f"seconds on one core, the better of {_TIMES}; `one more` is the whole of it again after one more document.",
        "",
        *rows(["documents", "entities", "people", "suggestions", "resolving", "suggesting", "one more"], body),
        "",
        f"Seconds grow with documents to the power of {exponent(runs):.2f}.",
    ]
    write("resolution", "Resolution as a case grows", lines)


if __name__ == "__main__":
    main()
