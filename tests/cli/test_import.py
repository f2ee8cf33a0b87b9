"""`sayso import`: a list of people given to a case, replaced and forgotten; a case made of an exported one."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import casebook
from sayso.cli import app
from sayso.errors import SaysoError, UsageError
from tests.export.made import make_case

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def quarry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quarry")
    make_case(folder).close()
    return folder / "quarry.sayso"


@pytest.fixture
def copied(quarry: Path, tmp_path: Path) -> Path:
    shutil.copy(quarry, tmp_path / "case.sayso")
    return tmp_path / "case.sayso"


@pytest.fixture
def run(copied: Path) -> Run:
    def ran(*arguments: str) -> Result:
        done = CliRunner().invoke(app, [*arguments, "--case", str(copied)])
        if isinstance(done.exception, SaysoError):
            raise done.exception
        return done

    return ran


def listed(folder: Path, *names: tuple[str, ...]) -> str:
    file = folder / "leak.ftm.jsonl"
    entities = [
        {"id": names_of[0], "schema": "Person", "properties": {"name": [names_of[0]], "alias": list(names_of[1:])}}
        for names_of in names
    ]
    file.write_text("".join(json.dumps(entity) + "\n" for entity in entities))
    return str(file)


def names(path: Path) -> dict[str, str]:
    with casebook.open(path, write=False) as book:
        return {row.person.name: row.person.reason for row in book.people()}


def test_people_are_named_after_a_list_that_is_replaced_and_forgotten(run: Run, copied: Path) -> None:
    done = run("import", "ftm", listed(copied.parent, ("Vera Ann Stroud",), ("Igor Petrenko",)), "--as", "Ana")
    assert done.exit_code == 0
    assert "2 people and bodies are known from leak.ftm.jsonl; documents mention 1 of them." in done.stdout
    assert names(copied)["Vera Ann Stroud"].endswith("the same full name is in leak.ftm.jsonl")
    assert set(names(copied)) == {"Vera Ann Stroud", "Ilya Moreau"}
    run("import", "ftm", listed(copied.parent, ("Ilja Moreau", "Ilya Moreau")))
    assert set(names(copied)) == {"Vera Stroud", "Ilja Moreau"}
    run("import", "ftm", "leak.ftm.jsonl", "--forget")
    assert set(names(copied)) == {"Vera Stroud", "Ilya Moreau"}
    log = [row for row in json.loads(run("log", "--json").stdout) if row["action"] == "list of people"]
    assert [row["detail"] for row in log] == [
        {"people": 0, "before": 1},
        {"people": 1, "before": 2},
        {"people": 2, "before": 0},
    ]
    assert log[-1]["by"] == "Ana"


def test_what_is_no_list_changes_nothing(run: Run, copied: Path) -> None:
    before = names(copied)
    (copied.parent / "no.jsonl").write_text("{}\n")
    for arguments in (["no.jsonl"], ["not-there.jsonl"]):
        with pytest.raises(UsageError):
            run("import", "ftm", str(copied.parent / arguments[0]))
    with pytest.raises(UsageError, match="no list"):
        run("import", "ftm", "no.jsonl", "--forget")
    assert names(copied) == before


def test_broken_lines_are_told(run: Run, copied: Path) -> None:
    file = Path(listed(copied.parent, ("Vera Stroud",)))
    file.write_bytes(file.read_bytes() + b"{\n" + b"x" * (3 << 20) + b"\n")
    done = run("import", "ftm", str(file))
    assert done.exit_code == 1
    assert "2 lines are no entities" in done.stderr


def test_an_exported_case_becomes_a_case_of_its_own(run: Run, copied: Path) -> None:
    exported, made = copied.parent / "case.jsonl", copied.parent / "new.sayso"
    run("export", "jsonl", "-o", str(exported))
    done = CliRunner().invoke(app, ["import", "jsonl", str(exported), "--case", str(made), "--as", "Zoe"])
    assert done.exit_code == 0
    assert "3 documents, 3 statements (1 confirmed, 1 rejected), 2 people and organisations." in " ".join(
        done.stdout.split()
    )
    assert names(made).keys() == names(copied).keys()
    with casebook.open(made, write=False) as book:
        assert {row.by for row in book.log()} == {"Zoe"}
    with pytest.raises(UsageError, match="there already"):
        run("import", "jsonl", str(exported))


def test_what_is_no_exported_case_makes_none(run: Run, copied: Path) -> None:
    made = copied.parent / "new.sayso"
    (copied.parent / "read.jsonl").write_text('{"id": "d1", "path": "a.txt", "text": "Words."}\n')
    done = CliRunner().invoke(app, ["import", "jsonl", str(copied.parent / "read.jsonl"), "--case", str(made)])
    assert isinstance(done.exception, UsageError)
    assert not made.exists()
    with pytest.raises(UsageError, match="delete that file"):
        run("import", "jsonl", "read.jsonl", "--forget")
