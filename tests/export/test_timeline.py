"""Drawn chronologies: whole, in order, and safe whatever a document says."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sayso.casebook import Found, StoredEvent, Told
from sayso.errors import UsageError
from sayso.export.event_words import short_words
from sayso.export.new_file import MADE_HERE, write_new
from sayso.export.timeline_html import timeline_html
from sayso.export.timeline_line import Scale, clean, mark
from sayso.export.timeline_svg import timeline_svg
from sayso.model.event import EventStatus
from sayso.model.when import When
from sayso.store.stored import DocumentState, FindingState
from tests.store.made_events import event

EVIL = 'Marsh met <script>alert(1)</script> & "Renn" \x1b[31m\x00\u202e\'); late.'


def entry(
    date: str | None,
    text: str = "Marsh met Renn.",
    id: str = "v1",
    *,
    status: EventStatus = EventStatus.OCCURRED,
    voices: Sequence[str] = ("The Bugle",),
    time: str | None = None,
) -> Told:
    made = event(text, id, "met", text, (text[:40],), date, status=status, place=text, time=time)
    published = When.parse("2031-04-01")
    at = Found("d1", text, text, None, published, None, DocumentState.PRESENT, 7, FindingState.SUGGESTED, 1, True, True)
    return Told(StoredEvent(made, text, text, at, made.participants, ()), tuple(voices), ())


def texts(svg: str) -> list[str]:
    return [e.text or "" for e in ElementTree.fromstring(svg).iter() if e.tag.endswith("}text")]


@pytest.mark.parametrize("draw", [timeline_svg, timeline_html])
def test_what_a_document_says_is_only_text(draw: object) -> None:
    assert callable(draw)
    drawn = draw([entry("2031-03", EVIL, voices=(EVIL, "x")), entry(None, EVIL, "v2")], EVIL)
    assert "<script" not in drawn
    assert not re.search(r"[\x00-\x08\x1b\u202e]", drawn)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Renn&quot;" in " ".join(drawn.split())


@pytest.mark.parametrize("draw", [timeline_svg, timeline_html])
def test_nothing_comes_from_outside(draw: object) -> None:
    assert callable(draw)
    drawn = draw([entry("2031-03")], "t").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|src=|href=|url\(|@import|<script|\bon\w+=", drawn)
    assert drawn[:200].count(MADE_HERE) == 1


def test_the_picture_is_xml_with_every_event_in_order() -> None:
    drawn = timeline_svg([entry("2031-03-03", EVIL), entry("2031-04/..", id="v2"), entry(None, id="v3")], "Lock & weir")
    shown = texts(drawn)
    places = [shown.index(words) for words in ("2031-03-03", "2031-04 or later", "Without a date", "date unknown")]
    assert places == sorted(places)
    assert "Timeline: Lock & weir" in shown
    assert any("page 7" in words for words in shown)


def test_a_day_far_from_all_others_does_not_press_them_together() -> None:
    near = [entry(f"2031-03-{day:02}", id=f"v{day}") for day in range(1, 21)]
    scale = Scale([entry("1990-05-02", id="v0"), *near], 100)
    assert (str(scale.first), str(scale.last)) == ("2031-03-01", "2031-03-20")
    assert scale.beyond(When.parse("1990-05-02")) == scale.beyond(When.parse("1990/..")) == -1
    assert scale.beyond(When.parse("2040")) == 1
    assert scale.beyond(When.parse("../2031-03-04")) == scale.beyond(When.parse("2031")) == 0
    assert "circle" not in mark(scale, When.parse("1990-05-02"), EventStatus.OCCURRED, 10)
    assert str(Scale([entry("1990"), entry("2031", id="v2")], 100).first) == "1990-01-01"  # few are all shown


def test_nothing_to_draw_is_still_a_picture_and_a_page() -> None:
    assert "Timeline: t" in texts(timeline_svg([], "t"))
    assert "0 events" in timeline_html([], "t")


def test_the_page_has_years_and_undated_ones_last() -> None:
    drawn = timeline_html([entry("../2030-12-31"), entry("2031-04", id="v2", time="09:30"), entry(None, id="v3")], "t")
    assert re.findall(r"<h2>(.*?)</h2>", drawn) == ["2030", "2031", "Without a date"]
    shown = re.sub("<[^>]*>", "", drawn)
    assert "2030-12-31 or earlier" in shown
    assert "2031-04, 09:30" in shown
    assert drawn.count("<li ") == drawn.count("</li>") == 3
    assert drawn.count("<ol>") == drawn.count("</ol>") == 3


def test_what_did_not_occur_says_so() -> None:
    happened, denied = entry("2031-03"), entry("2031-03", status=EventStatus.DID_NOT_OCCUR)
    assert "[did not occur]" in " ".join(texts(timeline_svg([denied], "t")))
    assert '<span class="status">did not occur</span>' in timeline_html([denied], "t")
    assert 'class="status"' not in timeline_html([happened], "t")


SCALE = Scale([entry("2031-01-01"), entry("2031-12-31")], 100)
# (date, status, what the mark must have)
MARKS = [
    ("2031-01-01", EventStatus.OCCURRED, '<circle class="mark" cx="0.0"'),
    ("2031-12-31", EventStatus.PLANNED, '<circle class="mark open" cx="100.0"'),
    ("2031-01/2031-12", EventStatus.OCCURRED, '<rect class="mark" x="0.0" y="7.0" width="100.0"'),
    ("2031-01~", EventStatus.OCCURRED, 'class="mark about"'),
    ("2031-06-01/..", EventStatus.OCCURRED, "h14m-5 -4"),  # an arrow to the right
    ("../2031-06-01", EventStatus.OCCURRED, "h-14m5 -4"),  # and to the left
    (None, EventStatus.OCCURRED, ">?</text>"),
]


@pytest.mark.parametrize(("edtf", "status", "expected"), MARKS)
def test_marks(edtf: str | None, status: EventStatus, expected: str) -> None:
    assert expected in mark(SCALE, When.parse(edtf) if edtf else None, status, 10)


# (first day, last day, first and last tick, most ticks)
TICKS = [
    ("2031-03-01", "2031-03-01", "03-01", "03-01"),
    ("2031-03-01", "2031-03-10", "03-01", "03-10"),
    ("2031-01-01", "2031-12-31", "2031-01", "2031-12"),
    ("2001-01-01", "2031-12-31", "2001", "2031"),
]


@pytest.mark.parametrize(("first", "last", "start", "end"), TICKS)
def test_ticks_are_few_and_within(first: str, last: str, start: str, end: str) -> None:
    scale = Scale([entry(first), entry(last)], 100)
    ticks = scale.ticks()
    assert 0 < len(ticks) <= 16
    assert all(0 <= at <= 100 for at, _ in ticks)
    assert ticks[0][1] == start
    assert ticks[-1][1] <= end
    assert scale.at(date.fromisoformat(first)) == 0


LONG = (
    "It had rained for days and the water stood high. " * 4 + "Marsh met Renn" + " and they talked of many things" * 9
)
# (words, most, what must be there)
SHORT = [
    ("Marsh  met\nRenn.", 80, "Marsh met Renn."),  # on one line
    (LONG, 120, "Marsh met Renn"),  # the words that name it are not cut away
    (LONG, 120, "…"),
]


@pytest.mark.parametrize(("text", "most", "expected"), SHORT)
def test_short_words(text: str, most: int, expected: str) -> None:
    made = event(text, "v1", "met", text, ())
    found = StoredEvent(made, text, text, entry(None).event.at, (), ())
    shown = short_words(found, most)
    assert expected in shown
    assert len(shown) <= most + 2
    assert all(part in " ".join(text.split()) for part in shown.strip("…").split("…"))


def test_clean_text_is_escaped_and_on_one_line() -> None:
    assert clean("a <b>\n& \u202e'c'") == "a &lt;b&gt; &amp; \ufffd&#x27;c&#x27;"


def test_only_what_was_written_here_is_replaced(tmp_path: Path) -> None:
    mine, other = tmp_path / "t.html", tmp_path / "evidence.html"
    write_new(mine, timeline_html([entry("2031-03")], "t"))
    write_new(mine, timeline_html([], "again"))
    assert "again" in mine.read_text()
    other.write_text("evidence")
    with pytest.raises(UsageError, match="is there already"):
        write_new(other, "x")
    assert other.read_text() == "evidence"
    with pytest.raises(UsageError, match="can't be written"):
        write_new(tmp_path / "nowhere" / "t.html", "x")


@pytest.mark.parametrize("draw", [timeline_svg, timeline_html])
def test_one_document_is_named_once_and_several_beside_each_event(draw: Callable[[Sequence[Told], str], str]) -> None:
    one = [entry("2031-03-03", id="v1"), entry("2031-03-04", id="v2", voices=("The Bugle", "the mayor"))]
    drawn = draw(one, "t")
    assert drawn.count("The Bugle") == 1
    assert "in its own words · page 7" in drawn
    assert "the mayor · page 7" in drawn
    other = replace(one[1].event, at=replace(one[1].event.at, document="d2"))
    assert draw([one[0], replace(one[1], event=other)], "t").count("The Bugle") == 2
