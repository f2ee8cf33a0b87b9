"""`sayso review happenings`: which events are one happening, and how the timeline shows it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.errors import SaysoError, UsageError
from sayso.model.event import EventKind
from sayso.model.findings import Findings
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.protocol import Store
from tests.store.made import entity, packed, read_document
from tests.store.made_events import event

REPORT = "Odile Marsh met Tobias Renn on 3 March. Marsh wrote to Renn on 9 March."
OTHER = "On 3 March Tobias Renn saw Odile Marsh at the weir."
TWO = ("Odile Marsh", "Tobias Renn")

Run = Callable[..., Result]


def record(store: Store) -> None:
    met = event(REPORT, "v1", "met", "Odile Marsh met Tobias Renn on 3 March.", TWO, "2031-03-03")
    wrote = event(REPORT, "v2", "wrote", "Marsh wrote to Renn on 9 March.", TWO, "2031-03-09", kind=EventKind.MESSAGE)
    saw = event(OTHER, "v3", "saw", OTHER, TWO[::-1], "2031-03-03", place="the weir")
    for path, text, found in (("/pile/report.txt", REPORT, (met, wrote)), ("/pile/other.txt", OTHER, (saw,))):
        entities = tuple(entity(text, f"e{n}", name) for n, name in enumerate(TWO))
        store.record([packed(read_document(text, Findings(entities=entities, events=found), path=path), path=path)],
                     by="Ana")  # fmt: skip


@pytest.fixture
def run(tmp_path: Path) -> Run:
    path = tmp_path / "weir.sayso"
    with open_store(path, Settings(), create=True, write=True) as store:
        record(store)

    def ran(*arguments: str, stdin: str = "", width: int = 120) -> Result:
        done = CliRunner().invoke(app, [*arguments, "--case", str(path)], input=stdin, env={"COLUMNS": str(width)})
        if isinstance(done.exception, SaysoError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done

    return ran


def test_a_pair_is_suggested_with_reasons(run: Run) -> None:
    [pair] = json.loads(run("review", "happenings", "--json").stdout)
    assert {pair["first"]["id"], pair["second"]["id"]} == {"v1", "v3"}
    assert {"ground": "the same day", "first": "2031-03-03", "second": "", "weight": 0.3} in pair["reasons"]
    assert json.loads(run("review", "happenings", "v2", "--json").stdout) == []
    shown = " ".join(run("review", "happenings", "--list").stdout.split())
    assert "the same participants" in shown
    assert "other.txt" in shown


def test_the_timeline_tells_it_and_merges_nothing(run: Run) -> None:
    shown = " ".join(run("timeline").stdout.split())
    assert "perhaps the same: other.txt (v3)" in shown
    assert "perhaps the same: report.txt (v1)" in shown
    rows = {row["id"]: row for row in json.loads(run("timeline", "--json").stdout)}
    assert list(rows) == ["v1", "v3", "v2"] or list(rows) == ["v3", "v1", "v2"]
    assert [other["id"] for other in rows["v1"]["perhaps_same"]] == ["v3"]
    assert rows["v1"]["same_as"] == rows["v2"]["perhaps_same"] == []


def test_a_decision_is_signed_shown_and_undone(run: Run) -> None:
    said = run("review", "happenings", "--same", "v1", "v3", "--as", "Eva").stdout
    assert said.startswith("The events of “met” and “saw” are one, says Eva (decision 1;")
    assert "the same: other.txt (v3), says Eva" in " ".join(run("timeline").stdout.split())
    rows = {row["id"]: row for row in json.loads(run("timeline", "--json").stdout)}
    assert rows["v3"]["same_as"][0] | {"document": ""} == {
        "id": "v1", "document": "", "name": "report.txt", "page": None, "decision": 1, "by": "Eva"
    }  # fmt: skip
    assert rows["v3"]["perhaps_same"] == []
    run("review", "happenings", "--undo", "1", "--as", "Ben")
    assert "perhaps the same" in run("timeline").stdout
    assert [(row["action"], row["by"]) for row in json.loads(run("log", "--json").stdout)[:3]] == [
        ("undone", "Ben"), ("joined events", "Eva"), ("joined events", "Eva")
    ]  # fmt: skip


def test_apart_is_not_suggested_again(run: Run) -> None:
    assert "are two" in run("review", "happenings", "--apart", "v3", "v1").stdout
    assert json.loads(run("review", "happenings", "--json").stdout) == []
    assert "perhaps" not in run("timeline").stdout


def test_keys_decide_and_undo(run: Run) -> None:
    done = run("review", "happenings", "--as", "Eva", stdin="x\ns\n")
    assert "y one happening" in done.stdout
    assert "No pair of events waits" in done.stdout
    assert "1 decided." not in run("review", "happenings", stdin="q\n").stdout
    run("review", "happenings", "--as", "Eva", stdin="n\n")
    assert json.loads(run("review", "happenings", "--json").stdout) == []


def test_one_event_shows_its_other_tellings(run: Run) -> None:
    assert "told too perhaps the same: other.txt (v3)" in " ".join(run("show", "v1").stdout.split())
    assert "told too" not in run("show", "v2").stdout
    run("review", "happenings", "--same", "v1", "v3", "--as", "Eva")
    assert "told too the same: report.txt (v1), says Eva" in " ".join(run("show", "v3").stdout.split())


def test_wrong_options_are_refused(run: Run) -> None:
    with pytest.raises(UsageError, match="Give one of"):
        run("review", "happenings", "--same", "v1", "v3", "--apart", "v1", "v3")
    with pytest.raises(UsageError, match="no event"):
        run("review", "happenings", "--same", "v1", "e1")


def test_drawings_tell_it_too(run: Run, tmp_path: Path) -> None:
    svg, html = tmp_path / "t.svg", tmp_path / "t.html"
    run("timeline", "--svg", str(svg), "--html", str(html))
    assert "perhaps the same: other.txt (v3)" in svg.read_text()
    assert "perhaps the same: other.txt (v3)" in html.read_text()
