"""Killed at any moment, a case loses nothing that was reported: `python -m benchmarks.kills`.

`sayso add` of a folder is killed (SIGKILL) at random moments and started again, until every file is read; then all over
with a new case, until the number of kills is reached. After every kill: the case opens and passes SQLite's integrity
check, every file that was reported as read is in it, and every document in it is whole (text, findings and index as in
a case that was never interrupted).
"""

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import short_documents
from benchmarks.table import ROOT, rows, write
from sayso import ingest
from sayso.file_reader import Source
from sayso.model.document import Document, Metadata, Text
from sayso.model.findings import Findings, document_id, finding_id
from sayso.model.gap import Gap, GapKind
from sayso.model.span import Span
from sayso.model.when import CaseAnchor
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.pack import PackedFile, ReadDocument, pack_file
from sayso.survey import Plan

STUB = "benchmarks.kills:make_stub"
REAL = "sayso.file_reader:make_packer"


def make_stub(
    settings: Settings, read_with: str, corrected: Mapping[str, Metadata], anchors: Sequence[CaseAnchor]
) -> Callable[[Source], PackedFile]:
    """A reader without a model: one gap a document. It makes an `add` of milliseconds to be killed in."""

    def read_and_pack(source: Source) -> PackedFile:
        file = source.file
        data = Path(file.path).read_bytes()
        text = data.decode()
        id = document_id(data)
        gap = Gap(finding_id("g", id, Span(0, 5)), GapKind.OPEN_QUESTION, Span(0, 5), None, None)
        document = Document(id, file.path, file.sha256, "text/plain", Metadata(language="en"), Text(text))
        read = ReadDocument(document, data, Findings(gaps=(gap,)), "", None)
        time.sleep(0.005)
        return pack_file(
            path=file.path,
            name=file.name,
            sha256=file.sha256,
            size=file.size,
            modified_ns=file.modified_ns,
            documents=(read,),
            problems=(),
            read_with=read_with,
        )

    return read_and_pack


class _Reporter:
    """Reports every file on standard output once the case has it, as the command line does."""

    def planned(self, plan: Plan) -> None:
        """Nothing to report yet."""

    def recorded(self, files: Sequence[PackedFile]) -> None:
        """Name the files."""
        for file in files:
            print(file.path, flush=True)

    def waiting(self) -> None:
        """Go on."""


def child(folder: str, case: str, make: str) -> None:
    """The process that is killed."""
    settings = Settings(workers=2)
    with open_store(Path(case), settings, create=True, write=True) as store:
        ingest.add(store, [folder], settings, by="benchmark", progress=_Reporter(), make=make)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Kills that hit a running `add`, and cases that were brought to their end by them."""

    kills: int
    cases: int
    documents: int


def run(scratch: Path, kills: int, make: str, documents: int, seed: int, longest: float) -> Outcome:
    """Kill `add` that often, each time between 0 and `longest` seconds after its start; raises `AssertionError`."""
    folder = scratch / "pile"
    folder.mkdir()
    short_documents(folder, documents, seed)
    whole = scratch / "whole.sayso"
    _start(folder, whole, make).communicate()
    expected = _contents(whole)
    assert len(expected) == documents
    rng = random.Random(seed)
    hits = cases = 0
    while hits < kills:
        case = scratch / f"case{cases}.sayso"
        reported: set[str] = set()
        while True:
            process = _start(folder, case, make)
            time.sleep(rng.uniform(0, longest))
            process.send_signal(signal.SIGKILL)
            out, _ = process.communicate()
            reported |= {line for line in out.splitlines() if line in {str(p) for p in folder.iterdir()}}
            hits += process.returncode == -signal.SIGKILL
            _check(case, expected, reported)
            if process.returncode == 0 or hits >= kills:
                break
        _start(folder, case, make).communicate()
        assert _contents(case) == expected, "the last add did not complete the case"
        cases += 1
    return Outcome(hits, cases, documents)


def _start(folder: Path, case: Path, make: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.kills", "--child", str(folder), str(case), make],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    )


def _check(case: Path, expected: dict[str, str], reported: set[str]) -> None:
    if not case.exists():
        assert not reported, "files were reported and there is no case"
        return
    found = _contents(case)
    missing = {Path(path).name for path in reported} - set(found)
    assert not missing, f"reported and lost: {sorted(missing)}"
    torn = [name for name, content in found.items() if expected[name] != content]
    assert not torn, f"not whole: {torn}"


def _contents(case: Path) -> dict[str, str]:
    """File name → all that the case has of its document, as one string; the case must pass its integrity check."""
    with closing(sqlite3.connect(case)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with open_store(case, Settings(), create=True, write=False) as store:
        return {
            row.name: json.dumps(
                [row.words, repr(store.findings(row.id)), store.document(row.id).document.text.characters]
            )
            for row in store.documents()
        }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--child", nargs=3, metavar=("FOLDER", "CASE", "MAKE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(*options.child)
        return
    body = []
    for name, make, share, documents, longest in (
        ("without a model", STUB, 0.5, 400, 3.0),
        ("as users run it", REAL, 0.5, 60, 12.0),
    ):
        with tempfile.TemporaryDirectory() as scratch:
            done = run(Path(scratch), round(options.kills * share), make, documents, 1, longest)
        body.append([name, str(done.kills), str(done.cases), str(done.documents), "0", "0"])
    header = ["reading", "kills that hit a running add", "cases", "documents each", "reported and lost", "torn"]
    write(
        "kills",
        "Killed at any moment",
        ["`sayso add` killed at random moments and started again.", "", *rows(header, body)],
    )


if __name__ == "__main__":
    main()
