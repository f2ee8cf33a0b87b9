"""Files made to hurt end as problems that name what is wrong and what to do; what can be read of them is read."""

import re
import time
from pathlib import Path

import pytest

from sayso.file_reader import FileReader, ReadFile, Source
from sayso.settings import Settings
from sayso.survey import FileOnDisk
from tests.hostile.files import FILES, WORDS

MOST_SECONDS = 20
"""Processor time a file: far above what any takes."""


@pytest.fixture(scope="session")
def reader() -> FileReader:
    return FileReader(Settings(workers=1, file_megabytes=8, members=60, characters=1_000_000))


def read(reader: FileReader, name: str, data: bytes) -> ReadFile:
    return reader.read_file(Source(FileOnDisk(name, name, len(data), 0), data))


@pytest.mark.parametrize("what", FILES)
def test_each_has_its_problem(reader: FileReader, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    hostile = FILES[what]
    data = hostile.make()
    started = time.process_time()
    file = read(reader, hostile.name, data)
    assert time.process_time() - started < MOST_SECONDS
    problems = [str(problem) for problem in file.problems]
    assert any(re.search(hostile.says, problem) for problem in problems), problems[:5]
    assert all(problem.startswith(hostile.name) for problem in problems)
    assert all(len(problem) < 1000 for problem in problems)
    assert bool(file.documents) is hostile.kept
    assert not any("root:" in read.document.text.characters for read in file.documents)
    assert list(tmp_path.iterdir()) == []


def test_after_all_of_them_a_document_is_read(reader: FileReader) -> None:
    [read_document] = read(reader, "well.txt", WORDS).documents
    assert read_document.document.text.characters == WORDS.decode()
    assert read_document.findings.statements
