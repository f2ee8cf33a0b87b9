"""The command line, run as a user runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.errors import SaysoError

Sayso = Callable[..., "subprocess.CompletedProcess[str]"]


def _run(folder: Path, *arguments: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "sayso", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "120", "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
    )


@pytest.fixture
def sayso(tmp_path: Path) -> Sayso:
    """Runs a command in an empty folder."""
    return lambda *arguments, stdin="": _run(tmp_path, *arguments, stdin=stdin)


NOTE = """The lock at Brack Mill

By ORLA FENN

Two lock-keepers, who asked not to be named, said the gates had been left open on March 3, 2021. \
"Nobody told us to close them," one of them said.

The Waterways Trust denied that the gates were ever open. Its director, Tom Sallow, declined to comment.
"""


@pytest.fixture(scope="session")
def read_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case of one readable document and a broken one, read once."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "pile").mkdir()
    (folder / "pile" / "lock.txt").write_text(NOTE)
    (folder / "pile" / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    done = _run(folder, "add", "pile", "--published", "2021-03-05", "--workers", "1")
    assert done.returncode == 1, done.stderr
    assert "Not read" in done.stderr
    assert "broken.pdf" in done.stderr
    return folder


@pytest.fixture
def ask(read_case: Path) -> Sayso:
    """Runs a command beside that case."""
    return lambda *arguments, stdin="": _run(read_case, *arguments, stdin=stdin)


@pytest.fixture
def ask_apart(read_case: Path, tmp_path: Path) -> Sayso:
    """Runs a command beside a copy of that case, for tests that change it."""
    folder = tmp_path / "apart"
    shutil.copytree(read_case, folder)
    return lambda *arguments, stdin="": _run(folder, *arguments, stdin=stdin)


Run = Callable[..., Result]


def runner(case: Path) -> Run:
    """Runs a command on a case in this process; what is wrong is raised, whatever else ends it fails."""

    def ran(*arguments: str, stdin: str = "") -> Result:
        done = CliRunner().invoke(app, [*arguments, "--case", str(case)], input=stdin, env={"COLUMNS": "120"})
        if isinstance(done.exception, SaysoError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done

    return ran


@pytest.fixture
def look(mill: Path) -> Run:
    """Runs commands that only look at the mill's case."""
    return runner(mill)


@pytest.fixture
def change(own_mill: Path) -> Run:
    """Runs commands on a copy of the mill's case."""
    return runner(own_mill)
