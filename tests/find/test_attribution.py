"""Rows: a sentence and its attributions as "source | cue | content"; every construction the finder must know."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from sayso.find.attribution import find_attributions
from sayso.find.blocks import find_blocks
from sayso.find.parse import Parser
from sayso.model.span import Spans
from tests.find.loaded import learned

ROWS = [
    # indirect, with and without "that"
    (
        "Mayor Ilse Brandt said that the ferry would sail on Friday.",
        ["Mayor Ilse Brandt | said | that the ferry would sail on Friday"],
    ),
    ("Brandt said the ferry was late.", ["Brandt | said | the ferry was late"]),
    # the clause before its cue
    ("The ferry was late, Brandt said.", ["Brandt | said | The ferry was late"]),
    # according to, after and before
    (
        "The ferry was late, according to two harbor officials.",
        ["two harbor officials | according to | The ferry was late"],
    ),
    ("According to the log, the ferry left at nine.", ["the log | According to | the ferry left at nine"]),
    # direct, curly and straight
    ("“The ferry was late,” Brandt said.", ["Brandt | said | “The ferry was late,”"]),
    ('"The ferry was late," said Orla Finch, a deckhand.', ['Orla Finch, a deckhand | said | "The ferry was late,"']),
    # a quotation interrupted by its cue is one content
    (
        "“The ferry,” Brandt said, “was late again.”",
        ["Brandt | said | “The ferry,” // “was late again.”"],
    ),
    # and so is one that goes on after the sentence
    (
        "“The ferry was late,” Brandt said. “It is always late.”",
        ["Brandt | said | “The ferry was late,” // “It is always late.”"],
    ),
    # told somebody that
    ("Finch told the board that the valve had failed.", ["Finch | told | that the valve had failed"]),
    # mixed
    ("Brandt said the plan was “a disgrace.”", ["Brandt | said | the plan was “a disgrace.”"]),
    # beliefs and intentions are attributions
    ("Brandt believes that the valve failed.", ["Brandt | believes | that the valve failed"]),
    ("Finch hopes to sell the ferry.", ["Finch | hopes | to sell the ferry"]),
    # documents speak
    ("Records show that the valve failed twice.", ["Records | show | that the valve failed twice"]),
    # a chain: the inner saying is kept
    (
        # told in between: the chain holds
        "The clerk told Quill in the hall of the mill that Finch had told him, that day, that the valve failed.",
        [
            "The clerk | told | that Finch had told him, that day, that the valve failed",
            "Finch | had told | that the valve failed",
        ],
    ),
    (
        # three links
        "Brandt said that Finch had told Quill that Orla Lund said that the valve failed.",
        [
            "Brandt | said | that Finch had told Quill that Orla Lund said that the valve failed",
            "Finch | had told | that Orla Lund said that the valve failed",
            "Orla Lund | said | that the valve failed",
        ],
    ),
    (
        "Brandt said Finch told her that the valve had failed.",
        [
            "Brandt | said | Finch told her that the valve had failed",
            "Finch | told | that the valve had failed",
        ],
    ),
    # titles and scare quotes are nobody's speech
    ("The film “Night Ferry” opens in June.", []),
    ("The ferry left at nine and came back at noon.", []),
]


def shown(text: str, spans: Spans) -> str:
    return " // ".join(s.of(text) for s in spans)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_attributions(parser: Parser, text: str, expected: list[str]) -> None:
    blocks = find_blocks(text)
    found = [f.attribution for f in find_attributions(text, blocks, parser.parse(text, blocks), learned())]
    assert [" | ".join(shown(text, r) for r in (a.source, a.cue, a.content)) for a in found] == expected


def test_a_quotation_over_paragraphs_is_one_content(parser: Parser) -> None:
    text = "“The ferry was late,” Brandt said. “I saw it.\n\n“I saw it from the pier.”"
    blocks = find_blocks(text)
    (found,) = find_attributions(text, blocks, parser.parse(text, blocks), learned())
    assert shown(text, found.attribution.content) == "“The ferry was late,” // “I saw it. // “I saw it from the pier.”"


def test_turns_of_a_transcript(parser: Parser) -> None:
    text = "MS. FINCH:\n\nThe valve failed.\n\nTHE CHAIR: When?\n\nMS. FINCH: In May."
    blocks = find_blocks(text)
    found = [f.attribution for f in find_attributions(text, blocks, parser.parse(text, blocks), learned())]
    assert [" | ".join(shown(text, r) for r in (a.source, a.content)) for a in found] == [
        "MS. FINCH | The valve failed.",
        "THE CHAIR | When?",
        "MS. FINCH | In May.",
    ]


def test_quality_on_the_development_part(parser: Parser, shared: Path) -> None:
    """A floor, on eight articles only so that it is quick; benchmarks/attribution.py measures all."""
    spec = spec_from_file_location("attribution_score", shared / "attribution" / "score.py")
    assert spec
    assert spec.loader
    measure = module_from_spec(spec)
    spec.loader.exec_module(measure)
    with (shared / "attribution" / "dev.jsonl").open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line, _ in zip(lines, range(8), strict=False)]
    predicted = {}
    for document in documents:
        text = document["text"]
        blocks = find_blocks(text)
        predicted[document["id"]] = {
            "attributions": [
                {r: [(s.start, s.end) for s in getattr(f.attribution, r)] for r in ("source", "cue", "content")}
                for f in find_attributions(text, blocks, parser.parse(text, blocks), learned())
            ]
        }
    score = measure.score({d["id"]: d for d in documents}, predicted)
    assert score["whole overlap"][2] >= 0.5
