"""Events: who met, called, wrote to, paid or charged whom, by rows of sentences; and what holds for any text."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.find import find
from sayso.find.events.frames import base_of, noun_frames, verb_frames, verb_of
from sayso.find.events.merging import Telling
from sayso.find.lexicon import weights
from sayso.find.parse import Parser
from sayso.model.document import Document, Metadata, Text
from sayso.model.event import Event, EventKind
from sayso.model.findings import Findings, document_id
from sayso.model.when import When
from tests.find.loaded import learned

ROWS = [json.loads(line) for line in (Path(__file__).parents[1] / "rows" / "events.jsonl").read_text().splitlines()]


def read(parser: Parser, text: str, published: str | None = "2031-05") -> Findings:
    data = text.encode()
    known = Metadata(published=When.parse(published) if published else None, language="en")
    return find(
        Document(document_id(data), "a.txt", sha256(data).hexdigest(), "text/plain", known, Text(text)),
        parser,
        learned(),
    )


def shown(text: str, event: Event) -> list[object]:
    date = event.date.edtf if event.date else None
    return [event.kind.value, event.trigger.of(text), list(event.participants), date, event.status.value,
            list(event.according_to)]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_rows(parser: Parser, row: dict[str, object]) -> None:
    text = str(row["text"])
    found = [shown(text, event) for event in read(parser, text).events]
    for event in found:
        event[2] = sorted(str(name) for name in event[2])  # type: ignore[attr-defined]
    wanted = [[*e[:2], sorted(e[2]), *e[3:]] for e in row["events"]]  # type: ignore[attr-defined]
    assert found == wanted
