"""Events: who met, called, wrote to, paid or charged whom, by rows of sentences; and what holds for any text."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.find import find
from sayso.find.events.frames import base_of, noun_frames, verb_frames, verb_of
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


WORDS = ("Oskar Veit", "Selma Brandt", "she", "they", "the police", "met", "called", "emailed", "paid $500 to", "told",
         "that", "with", "to", "in Oslo", "on May 3, 2030", "the next day", "a meeting", "did not", "may have", "said",
         "“", "”", ",", ".", "\n\n", "Meeting With", "who", "and", "was", "by", "his")  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=24))
def test_whatever_the_text_spans_hold_words_and_names_are_of_the_text(parser: Parser, said: list[str]) -> None:
    text = " ".join(said)
    events = read(parser, text).events
    assert len({e.id for e in events}) == len(events)
    for event in events:
        assert event.evidence.contains(event.trigger)
        assert event.trigger.of(text).strip() == event.trigger.of(text) != ""
        assert event.participants
        assert all(word in text for name in event.participants for word in name.split())
        assert 0 <= event.confidence <= 1


def test_no_publication_date_is_no_obstacle(parser: Parser) -> None:
    events = read(parser, "Oskar Veit met Selma Brandt on Tuesday.", None).events
    assert [e.date for e in events] == [None]


def test_ids_stay_when_the_same_is_read_again(parser: Parser) -> None:
    text = "Oskar Veit met Selma Brandt in May 2030 and phoned Ian Foss."
    assert [e.id for e in read(parser, text).events] == [e.id for e in read(parser, text).events]


def test_the_statement_that_tells_it_is_named(parser: Parser) -> None:
    found = read(parser, "Ian Foss said that Oskar Veit had met Selma Brandt in May 2030.")
    assert [e.statement for e in found.events] == [found.statements[0].id]


@pytest.mark.parametrize(
    ("form", "verb"),
    [("emailed", "email"), ("flew", "fly"), ("notified", "notify"), ("huddling", "huddle"), ("blue", "")],
)
def test_forms_of_the_verbs(form: str, verb: str) -> None:
    assert verb_of(form, "VBD") == verb


def test_status_verbs_are_known_by_their_forms_too() -> None:
    assert base_of("scheduled", "VBN") == "schedule"


def test_every_line_of_the_lexicon_is_a_frame_with_a_kind() -> None:
    frames = [f for held in (*verb_frames().values(), *noun_frames().values()) for f in held]
    assert {f.kind for f in frames} == set(EventKind)
    assert all(f.slots or "alone" in f.marks or "guilt" in f.marks for f in frames)


def test_own_sentences_hold_the_words_they_mark() -> None:
    path = Path(__file__).parents[2] / "benchmarks" / "sets" / "legal-payment.jsonl"
    held = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [sum(line["part"] == part for line in held) for part in ("report", "develop")] == [80, 40]
    for line in held:
        for event in line["events"]:
            (start, end), (first, last) = event["trigger"], event["evidence"]
            assert first <= start < end <= last <= len(line["text"])
            assert (line["text"] + " ")[end].isalnum() is False


def test_weights_are_of_features_that_exist() -> None:
    names = weights("event-choice")
    assert "always" in names
    words = {f.word for held in (*verb_frames().values(), *noun_frames().values()) for f in held}
    assert {name[5:] for name in names if name.startswith("word=")} <= words


def test_i_is_who_writes_a_mail_and_the_outlet_itself_takes_part_in_nothing(parser: Parser) -> None:
    def told(text: str, known: Metadata, media_type: str) -> list[tuple[str, ...]]:
        data = text.encode()
        document = Document(document_id(data), "a", sha256(data).hexdigest(), media_type, known, Text(text))
        found = find(document, parser, learned()).events
        return [e.participants for e in found if e.kind is not EventKind.MESSAGE]  # the mail itself is one

    mail = Metadata(authors=("Selma Brandt",), language="en", headers=(("From", "Selma Brandt"), ("To", "Ian Foss")))
    assert told("I met Oskar Veit in May 2030.", mail, "message/rfc822") == [("Selma Brandt", "Oskar Veit")]
    paper = Metadata(publisher="The Millrace", language="en")
    assert told("Oskar Veit told The Millrace on May 3, 2030, that he would stay.", paper, "text/html") == []
