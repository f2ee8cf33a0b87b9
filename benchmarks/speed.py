"""How fast reading is, and what it costs: `python -m benchmarks.speed`.

The whole `sayso add` of news articles, on one core and on two, beside spaCy's pipeline alone on one core in the same
run; the peak memory of all processes together; the time until the first finding is in the case. With `--large` piles of
1,000 and 10,000 documents instead: does memory grow, and how long does a second `add` of the unchanged folder take?
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil
import spacy

from benchmarks.generate import short_documents
from benchmarks.table import SHARED, rows, write
from sayso.find.models import installed

_ARTICLES = 300
_ROUNDS = 3
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Run:
    """One `sayso add`: wall seconds, peak memory of all its processes together in MiB, seconds to the first finding."""

    seconds: float
    peak: float
    first: float | None


def add(folder: Path, case: Path, cores: Sequence[int]) -> Run:
    """Run `sayso add` as a user does, on the given cores, and watch it from outside."""
    began = time.monotonic()
    process = psutil.Popen(
        [sys.executable, "-m", "sayso", "add", str(folder), "--case", str(case), "--workers", str(len(cores))],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    process.cpu_affinity(list(cores))
    peak, first = 0.0, None
    while process.poll() is None:
        peak = max(peak, _memory(process))
        if first is None and _has_findings(case):
            first = time.monotonic() - began
        time.sleep(0.1)
    if process.returncode not in (0, 1):
        raise SystemExit(f"sayso add ended with status {process.returncode}")
    return Run(time.monotonic() - began, peak / _MEBIBYTE, first)


def _memory(process: psutil.Popen) -> float:
    """Proportional set size of the process and all below it: shared pages counted once."""
    total = 0.0
    for one in [process, *process.children(recursive=True)]:
        try:
            total += one.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied, FileNotFoundError):
            continue
    return total


def _has_findings(case: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{case}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM statements LIMIT 1").fetchone() is not None
    except sqlite3.Error:
        return False  # not there yet, or just being made


def spacy_alone(texts: Sequence[str]) -> float:
    """Words a second of the pipeline we use, all its components, on one core with nothing around it."""
    os.sched_setaffinity(0, {0})
    nlp = spacy.load(installed().package)
    words = sum(len(text.split()) for text in texts)
    began = time.monotonic()
    for _ in nlp.pipe(texts, batch_size=16):
        pass
    return words / (time.monotonic() - began)


def articles(folder: Path) -> tuple[list[str], int]:
    """Put the first training articles into `folder` as text files; their texts and the number of words."""
    texts = []
    with (SHARED / "attribution" / "train.jsonl").open(encoding="utf-8") as lines:
        for number, line in zip(range(_ARTICLES), lines, strict=False):
            texts.append(json.loads(line)["text"])
            (folder / f"{number:04}.txt").write_text(texts[-1], encoding="utf-8")
    return texts, sum(len(text.split()) for text in texts)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", action="store_true", help="piles of 1,000 and 10,000 documents instead (10 minutes)")
    options = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0))[:2]
    with tempfile.TemporaryDirectory() as scratch:
        if options.large:
            write("speed-large", "Large piles", _large(Path(scratch), cores))
        else:
            write("speed", "Speed and memory of reading", _articles(Path(scratch), cores))


def _articles(scratch: Path, cores: list[int]) -> list[str]:
    folder = scratch / "articles"
    folder.mkdir()
    texts, words = articles(folder)
    alone = statistics.median(_in_child(texts) for _ in range(_ROUNDS))
    body = [["spaCy's pipeline alone", "1", f"{alone:,.0f}", "1.00", "", ""]]
    for used in (cores[:1], cores):
        runs = []
        for _ in range(_ROUNDS):
            case = scratch / "speed.sayso"
            runs.append(add(folder, case, used))
            for leftover in scratch.glob("speed.sayso*"):
                leftover.unlink()
        pace = statistics.median(words / run.seconds for run in runs)
        peak = statistics.median(run.peak for run in runs)
        first = statistics.median(run.first or 0.0 for run in runs)
        body.append(
            [
                "the whole `sayso add`",
                str(len(used)),
                f"{pace:,.0f}",
                f"{pace / alone:.2f}",
                f"{peak:,.0f}",
                f"{first:.1f}",
            ]
        )
    return [
        f"{len(texts)} news articles of `attribution/train.jsonl` as text files, {words:,} words; median of {_ROUNDS} "
        "runs, start-up and loading of models counted for `sayso add` and not for spaCy.",
        "",
        *rows(["", "cores", "words a second", "of spaCy alone", "peak memory MiB", "first finding after s"], body),
        "",
    ]


def _in_child(texts: Sequence[str]) -> float:
    """Measure in a process of its own, so that pinning it to one core pins nothing else."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.write(writer, f"{spacy_alone(texts)}".encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        pace = float(stream.read())
    os.waitpid(child, 0)
    return pace


def _large(scratch: Path, cores: list[int]) -> list[str]:
    body = []
    for count in (1_000, 10_000):
        folder = scratch / str(count)
        folder.mkdir()
        words = short_documents(folder, count, seed=1)
        case = scratch / f"{count}.sayso"
        first = add(folder, case, cores)
        again = add(folder, case, cores)
        size = case.stat().st_size / _MEBIBYTE
        body.append(
            [
                f"{count:,}",
                f"{words:,}",
                f"{first.seconds:,.0f}",
                f"{words / first.seconds:,.0f}",
                f"{first.peak:,.0f}",
                f"{again.seconds:.1f}",
                f"{size:,.0f}",
            ]
        )
        shutil.rmtree(folder)
    header = ["documents", "words", "seconds", "words a second", "peak memory MiB", "second add s", "case MiB"]
    return ["Generated short documents (`benchmarks/generate.py`), two cores:", "", *rows(header, body), ""]


if __name__ == "__main__":
    main()
