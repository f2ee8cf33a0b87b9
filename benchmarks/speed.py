"""How fast reading is, and what it costs: `python -m benchmarks.speed`.

The whole read of news articles and its parts beside spaCy's pipeline alone, in one process; the whole `sayso add` of
them on one core and on two: time, the peak memory of all processes together, the time until the first finding is in the
case. With `--large` piles of 1,000 and 10,000 documents instead: does memory grow, and how long does a second `add` of
the unchanged folder take?
"""

import argparse
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.generate import short_documents
from benchmarks.parts import Cost, measure
from benchmarks.table import SHARED, rows, write
from sayso.find.models import installed

_ARTICLES = 40
_ROUNDS = 3
_INSIDE_ATTRIBUTIONS = ("encoder", "roles of cues")
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Run:
    """One `sayso add`: seconds on the wall and of processor time, peak memory of all its processes together in MiB,
    seconds to the first finding.
    """

    seconds: float
    processor: float
    peak: float
    first: float | None


def add(folder: Path, case: Path, cores: Sequence[int]) -> Run:
    """Run `sayso add` as a user does, on the given cores, and watch it from outside."""
    began, spent = time.monotonic(), _children()
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
    return Run(time.monotonic() - began, _children() - spent, peak / _MEBIBYTE, first)


def _children() -> float:
    """Processor seconds of the processes that have ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
    body = []
    for used in (cores[:1], cores):
        case = scratch / f"{len(used)}.sayso"
        run = add(folder, case, used)
        times = [f"{run.seconds:.0f}", f"{words / run.seconds:,.0f}", f"{words / run.processor:,.0f}"]
        body.append([str(len(used)), *times, f"{run.peak:,.0f}", f"{run.first or 0:.1f}"])
    return [
        f"{len(texts)} news articles of `attribution/train.jsonl`, {words:,} words.",
        "",
        *_costs(measure(texts, _ROUNDS)),
        "",
        "`sayso add` of the same articles as text files, once, start-up and loading of models counted:",
        "",
        *rows(
            [
                *("cores", "seconds", "words a second", "words a second of processor time"),
                *("peak memory MiB", "first finding after s"),
            ],
            body,
        ),
        "",
    ]


def _costs(cost: Cost) -> list[str]:
    finder = cost.parts["attributions"]
    encoder = sum(cost.parts[name] for name in _INSIDE_ATTRIBUTIONS)
    body = [
        (f"spaCy alone: `{installed().package}` as it ships, all its components", cost.spacy),
        ("Sayso's parsing: the same model without lemmatizer and attribute ruler", cost.parts["parse"]),
        ("the encoder of attributions alone, cues and roles", encoder),
        ("the finder of attributions alone, encoder and all, without parsing", finder),
        ("the whole read: parsing and all finders", cost.read),
    ]
    named = sum(seconds for name, seconds in cost.parts.items() if name not in _INSIDE_ATTRIBUTIONS)
    parts = {**cost.parts, "all else": cost.read - named}
    order = sorted(parts, key=lambda name: -parts[name])
    return [
        f"In one process on one core, by processor time; the median of {_ROUNDS} rounds, in which spaCy alone and the "
        "whole read take turns. spaCy as it ships multiplies with BLIS, which does not know every processor's own "
        "instructions (here it falls back to plain code); Sayso has it multiply with NumPy, on one core as in worker "
        "processes.",
        "",
        *rows(
            ["", "words a second", "speed beside spaCy alone"],
            [[name, f"{1 / seconds:,.0f}", f"{cost.spacy / seconds:.2f}"] for name, seconds in body],
        ),
        "",
        "What a word costs in the whole read; the encoder and the roles of cues are inside of attributions:",
        "",
        *rows(["part", "µs a word"], [[name, f"{1e6 * parts[name]:.1f}"] for name in order]),
    ]


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
