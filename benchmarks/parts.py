"""What each step of reading costs, beside spaCy's pipeline alone, in one process on one core; used by speed.py.

Processor time, not time on the wall, so that other work on the machine weighs less; what is compared takes turns, a few
articles each.
"""

import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import ParamSpec, TypeVar

import spacy

import sayso.find
from sayso.file_reader import FileReader, Source
from sayso.find.models import installed
from sayso.settings import Settings
from sayso.survey import FileOnDisk

_TURN = 5
_WARM_UP = 3
"""articles that are read first and not counted: patterns and sessions are made with the first text that needs them"""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time a word: of spaCy alone, of the whole read, and of its parts by name."""

    spacy: float
    read: float
    parts: dict[str, float]


class _Clock:
    """Adds up the processor time of functions."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    def timed(self, name: str, function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
        """The function, its time added under `name`."""

        def run(*given: Arguments.args, **named: Arguments.kwargs) -> Result:
            before = time.process_time()
            try:
                return function(*given, **named)
            finally:
                self.spent[name] += time.process_time() - before

        return run


def measure(texts: Sequence[str], rounds: int) -> Cost:
    """The median of so many rounds over the texts."""
    clock = _Clock()
    for name in [name for name in vars(sayso.find) if name.startswith("find_")]:
        own = getattr(sayso.find, name)
        if callable(own):
            setattr(sayso.find, name, clock.timed(name.removeprefix("find_").replace("_", " "), own))
    reader = FileReader(Settings())
    parser, encoder = reader._parser, reader._learned.encoder
    # Instances, not classes: only what this reader does is counted.
    parser.parse = clock.timed("parse", parser.parse)  # type: ignore[method-assign]
    encoder.read = clock.timed("encoder", encoder.read)  # type: ignore[method-assign]
    encoder.roles = clock.timed("roles of cues", encoder.roles)  # type: ignore[method-assign]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        language = spacy.load(installed().package)

    def alone(some: Sequence[str]) -> None:
        for _ in language.pipe(some, batch_size=16):
            pass

    def read(some: Sequence[str]) -> None:
        for text in some:
            data = text.encode()
            reader.read_file(Source(FileOnDisk("article.txt", "article.txt", len(data), 0), data))

    alone(texts[:_WARM_UP])
    read(texts[:_WARM_UP])
    words = sum(len(text.split()) for text in texts)
    costs = []
    for _ in range(rounds):
        clock.spent.clear()
        turns = _Clock()
        for at in range(0, len(texts), _TURN):
            turns.timed("spaCy", alone)(texts[at : at + _TURN])
            turns.timed("read", read)(texts[at : at + _TURN])
        parts = {name: seconds / words for name, seconds in clock.spent.items()}
        costs.append(Cost(turns.spent["spaCy"] / words, turns.spent["read"] / words, parts))
    return Cost(
        median(cost.spacy for cost in costs),
        median(cost.read for cost in costs),
        {name: median(cost.parts.get(name, 0.0) for cost in costs) for name in costs[0].parts},
    )
