"""`sayso export`: names of files, standard output, what is refused."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.errors import SaysoError, UsageError
from sayso.export.formats import Format
from tests.export.made import make_case

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def quarry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quarry")
    make_case(folder).close()
    return folder / "quarry.sayso"


@pytest.fixture
def run(quarry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> Result:
        done = CliRunner().invoke(app, [*arguments, "--case", str(quarry)])
        if isinstance(done.exception, SaysoError):
            raise done.exception
        return done

    return ran


@pytest.mark.parametrize("format_", [f for f in Format if f is not Format.XLSX])
def test_every_format_has_a_file_of_its_own_and_standard_output(run: Run, tmp_path: Path, format_: Format) -> None:
    assert run("export", format_).exit_code == 0
    [file] = tmp_path.iterdir()
    assert file.name.startswith("quarry.")
    assert file.stat().st_size > 100
    assert run("export", format_, "-o", "-").stdout_bytes == file.read_bytes()
    assert list(tmp_path.iterdir()) == [file]


def test_a_workbook_is_written(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    assert "rows to quarry.xlsx" in run("export", "xlsx").stderr
    assert zipfile.is_zipfile(tmp_path / "quarry.xlsx")


def test_one_table_alone(run: Run, tmp_path: Path) -> None:
    assert "Wrote 2 rows to quarry.people.csv." in run("export", "csv", "--only", "people").stderr
    assert [file.name for file in tmp_path.iterdir()] == ["quarry.people.csv"]


def test_a_query_and_a_name(run: Run, tmp_path: Path) -> None:
    run("export", "timelinejs", "kind:meeting", "-before:2031", "-o", "met.json")
    assert [event["group"] for event in json.loads((tmp_path / "met.json").read_text())["events"]] == ["meeting"]


def test_a_folder_takes_the_name_of_the_case(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert "out/quarry.bib" in run("export", "bibtex", "-o", str(tmp_path / "out")).stderr.replace("\n", "")
    assert (tmp_path / "out" / "quarry.bib").is_file()


def test_an_archive_is_not_called_a_table(run: Run) -> None:
    with pytest.raises(UsageError, match="--only"):
        run("export", "csv", "-o", "all.csv")


def test_nothing_is_replaced_unasked(run: Run, tmp_path: Path) -> None:
    run("export", "bibtex")
    with pytest.raises(UsageError, match="--replace"):
        run("export", "bibtex")
    assert run("export", "bibtex", "--replace").exit_code == 0


def test_a_table_that_a_format_lacks_is_refused(run: Run, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="statements, events"):
        run("export", "webannotation", "--only", "people")
    assert not list(tmp_path.iterdir())


def test_a_query_that_can_not_be_asked_leaves_no_file(run: Run, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        run("export", "csv", "act:deny")  # events have no act
    assert not list(tmp_path.iterdir())
    assert run("export", "csv", "act:assert", "--only", "statements").exit_code == 0
