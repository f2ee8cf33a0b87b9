"""`sayso events`, `sayso timeline` and `sayso show` of an event, over a small case made without reading."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import casebook
from sayso.cli import app
from sayso.errors import SaysoError, UsageError
from sayso.model.event import EventKind
from sayso.settings import Settings
from sayso.store.case_file import open_store
from tests.store.made_events import record_events

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def told_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("told") / "lock.sayso"
    with open_store(path, Settings(), create=True, write=True) as store:
        record_events(store)
    return path


@pytest.fixture
def run(told_case: Path) -> Run:
    def ran(*arguments: str, width: int = 120) -> Result:
        done = CliRunner().invoke(app, [*arguments, "--case", str(told_case)], env={"COLUMNS": str(width)})
        if isinstance(done.exception, SaysoError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done

    return ran


def ids(done: Result) -> list[str]:
    return [row["id"] for row in json.loads(done.stdout)]


@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_table_of_events_has_everything_and_fits(run: Run, width: int) -> None:
    shown = run("events", width=width).stdout
    for words in ("Odile Marsh", "the lock-house", "planned", "date unknown", "The Bugle", "note.txt", "vr1"):
        assert words in " ".join(shown.split()), words
    assert "2031-02 or earlier" in " ".join(shown.split())
    assert "O. Marsh" not in shown  # the case has her whole name
    assert all(len(line) <= width for line in shown.splitlines())
    assert "4 events." in shown


@pytest.mark.parametrize("width", [80, 120])
def test_the_timeline_is_in_order_with_words_and_sources(run: Run, width: int) -> None:
    shown = " ".join(run("timeline", width=width).stdout.split())
    places = [shown.index(words) for words in ("vr3", "vn1", "vr1", "Without a date", "vr2")]
    assert places == sorted(places)
    assert "The Bugle › the mayor › Tobias Renn" in shown
    assert "cites Marsh interview, at 4" in shown
    assert "[planned]" in shown
    assert "2031-02 or" in shown


# (options, ids)
NARROWED = [
    (("--person", "Odile Marsh"), ["vr3", "vn1", "vr1"]),
    (("--person", "pr", "--kind", "call"), ["vr2"]),
    (("--status", "planned"), ["vr2"]),
    (("--source", "mayor"), ["vr3"]),
    (("--person", "Odile Marsh", "kind:call OR kind:meeting"), ["vr1"]),  # a query of its own is one condition
    (("--limit", "1"), ["vr3"]),
]


@pytest.mark.parametrize(("options", "expected"), NARROWED)
def test_options_narrow_down(run: Run, options: tuple[str, ...], expected: list[str]) -> None:
    assert ids(run("timeline", "--json", *options)) == expected


def test_json_holds_the_event_of_the_contract_and_what_it_rests_on(run: Run) -> None:
    rows = {row["id"]: row for row in json.loads(run("events", "--json").stdout)}
    note, report = rows["vn1"], rows["vr1"]
    assert note["participants"] == ["O. Marsh", "the crew"]
    assert note["participants_in_case"] == ["Odile Marsh", "the crew"]
    assert (report["date"], report["kind"], report["status"]) == ("2031-03-03", "meeting", "occurred")
    assert report["voices"] == ["The Bugle"]
    assert [record["words"] for record in report["records"]] == ["Marsh interview, at 4"]
    assert json.loads(run("show", "vr1", "--json").stdout) == report


def test_an_event_is_shown(run: Run) -> None:
    shown = " ".join(run("show", "vr3").stdout.split())
    assert "when 2031-02 or earlier" in shown
    assert "on the word The Bugle › the mayor › Tobias Renn" in shown


def test_files_are_written_and_nothing_else_is_printed(run: Run, tmp_path: Path) -> None:
    svg, html = tmp_path / "t.svg", tmp_path / "t.html"
    done = run("timeline", "--svg", str(svg), "--html", str(html), "--kind", "message")
    assert done.stdout == ""
    assert "lock · message" in svg.read_text()
    assert "the mayor &lt;said&gt;" in html.read_text()
    assert "vr1" not in html.read_text()


def test_no_events_is_said(run: Run) -> None:
    assert run("events", "kind:travel").stdout == "No events.\n"
    assert run("timeline", "--kind", "travel").stdout == "No events.\n"


def test_a_person_that_is_not_there_is_named(run: Run) -> None:
    with pytest.raises(UsageError, match="Zeno"):
        run("timeline", "--person", "Zeno")


@pytest.fixture
def book(told_case: Path) -> Iterator[casebook.Case]:
    with casebook.open(told_case, write=False) as opened:
        yield opened


def test_the_api(book: casebook.Case) -> None:
    assert [found.event.id for found in book.events("person:pm", limit=2)] == ["vr3", "vn1"]
    assert [entry.event.event.id for entry in book.timeline("with:Renn", kind=EventKind.MEETING)] == ["vr1"]
    assert [entry.event.event.id for entry in book.timeline(source="mayor", person="Tobias Renn")] == ["vr3"]
