"""The chronology for TimelineJS: escaped, dated as far as known, states told apart."""

import io
import json
from html.parser import HTMLParser
from typing import Any

from sayso.casebook import Case
from sayso.export.timelinejs import write_timelinejs


def made(case: Case, query: str = "") -> dict[str, Any]:
    out = io.BytesIO()
    written = write_timelinejs(case, query, out)
    found: dict[str, Any] = json.loads(out.getvalue())
    assert written == len(found["events"])
    return found


def slides(case: Case) -> dict[str, Any]:
    return {slide["unique_id"].split("-")[1]: slide for slide in made(case)["events"]}


def test_dates_are_as_precise_as_the_text(case: Case) -> None:
    found = slides(case)
    day = {"year": 2031, "month": 5, "day": 3, "hour": 14, "minute": 30, "display_date": "2031-05-03, 14:30"}
    assert found["vl1"]["start_date"] == day
    assert found["vc1"]["start_date"] == {"year": 2031, "month": 5, "display_date": "2031-05"}
    assert found["vl2"]["start_date"] == {"year": 2031, "month": 5, "display_date": "2031-05 or earlier"}
    assert found["vl3"]["start_date"]["month"] == 3
    assert found["vl3"]["end_date"]["month"] == 5
    assert "end_date" not in found["vl2"]


def test_undated_events_are_told_and_left_out(case: Case) -> None:
    assert "1 more have no date" in made(case)["title"]["text"]["text"]
    assert "vc2" not in slides(case)


def test_states_are_told_apart(case: Case) -> None:
    found = slides(case)
    assert (found["vc1"]["state"], found["vl1"]["state"]) == ("confirmed", "suggested")
    assert "Confirmed (vc1)." in found["vc1"]["text"]["text"]
    assert found["vl2"]["text"]["headline"].startswith("did not occur: ")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not attrs


def test_no_words_of_a_document_become_html(case: Case) -> None:
    tags = Tags()
    for slide in made(case)["events"]:
        tags.feed(slide["text"]["headline"] + slide["text"]["text"])
        tags.feed("".join(slide["media"].values()) + slide["start_date"]["display_date"])
    assert tags.seen == {"p", "blockquote"}
    assert "<p>the &lt;quarry&gt;</p>" in slides(case)["vl1"]["text"]["text"]


def test_the_words_are_there(case: Case) -> None:
    words = slides(case)["vl1"]["media"]["url"]
    assert words == "<blockquote>Stroud met Ilya Moreau at the quarry.</blockquote>"
