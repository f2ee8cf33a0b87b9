"""Propositions of a whole case against the passages that were marked in it by reading."""

import json
import re
from collections import Counter
from pathlib import Path

from sayso.find import find
from sayso.find.parse import Parser
from sayso.model.document import Document
from sayso.read import read
from tests.find.loaded import learned

CASE = Path(__file__).resolve().parents[2] / "benchmarks" / "case"
LEAST_OVERLAP = 0.4
"""of the words of a marked passage and a proposition together: what the scoring of cases asks for"""
LEAST_COVERED = 0.95
MOST_A_SENTENCE = 1.5


def overlap(first: str, second: str) -> float:
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (first, second))
    return (a & b).total() / (a | b).total()


def test_what_was_marked_is_covered_by_few_propositions(parser: Parser) -> None:
    words: dict[str, list[str]] = {}
    sentences = 0
    for path in sorted((CASE / "docs").iterdir()):
        reading = read(path.name, path.read_bytes(), most_bytes=1 << 20)
        assert reading.text is not None
        text = reading.text.characters
        found = find(
            Document("d0", path.name, "", reading.media_type, reading.metadata, reading.text), parser, learned()
        )
        sentences += len(re.findall(r"\w[.?!][”\"’]?\s", text + " "))
        words[path.name] = [p.span.of(text) for p in found.propositions]
    marked = [s for claim in json.loads((CASE / "gold.json").read_text())["claims"] for s in claim["statements"]]
    covered = [max(overlap(s["quote"], w) for w in words[s["doc"]]) >= LEAST_OVERLAP for s in marked]
    assert sum(covered) >= LEAST_COVERED * len(covered)
    assert sum(map(len, words.values())) <= MOST_A_SENTENCE * sentences
