"""Tesseract, the program that recognizes text in images. It is optional, and is looked for when it is first needed.

It is run as a process of its own, without a shell, with limits on its time and memory; pictures go in and words come
out through pipes, so that nothing of a document is written to the disk.
"""

import os
import re
import resource
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
"""A picture in grey, row by row: 0 is black, 255 white."""

_SECONDS = 120
_BYTES = 3 << 30
_LANGUAGE = "eng"


class EngineError(Exception):
    """Tesseract did not come to an end; its text ends a sentence: "took more than 120 seconds"."""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word in a picture: its box in pixels, the number of its line and paragraph, how sure it is (0 to 100), and the
    upper and lower edge of its line.
    """

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    line: int
    paragraph: int
    confidence: float
    line_top: int
    line_bottom: int


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed Tesseract: where it lies, its version, and the languages it can read."""

    path: str
    version: str
    languages: tuple[str, ...]

    def words(self, picture: Grey, dots_per_inch: int) -> list[SeenWord]:
        """The words of an upright picture in reading order; raises `EngineError`."""
        return list(_words(self._run(picture, dots_per_inch, "3", "tsv")))

    def plain_text(self, picture: Grey, dots_per_inch: int) -> str:
        """What Tesseract itself makes of a picture, for comparison; raises `EngineError`."""
        return self._run(picture, dots_per_inch, "3", "txt")

    def turn(self, picture: Grey, dots_per_inch: int) -> tuple[int, float] | None:
        """By how many degrees (0, 90, 180, 270; clockwise) a picture has to be turned to be upright, and how sure that
        is (from 0; 1 and more is fairly sure). `None` if there are too few letters to tell.
        """
        if "osd" not in self.languages:
            return None
        try:
            told = self._run(picture, dots_per_inch, "0", "osd")
        except EngineError:
            return None
        degrees = re.search(r"^Rotate: (\d+)", told, re.MULTILINE)
        sure = re.search(r"^Orientation confidence: ([\d.]+)", told, re.MULTILINE)
        return (int(degrees[1]) % 360, float(sure[1])) if degrees and sure else None

    def _run(self, picture: Grey, dots_per_inch: int, segmentation: str, output: str) -> str:
        language = "osd" if output == "osd" else _LANGUAGE
        command = [self.path, "-", "-", "--dpi", str(dots_per_inch), "--psm", segmentation, "-l", language]
        if output == "tsv":
            command.append("tsv")
        done = _call(command, _portable(picture))
        if done.returncode:
            raise EngineError(f"ended with status {done.returncode}")
        return done.stdout.decode("utf-8", "replace")


def installed() -> Engine | None:
    """The Tesseract of this machine, if it can read English."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        version = _call([path, "--version"], b"").stdout.decode("utf-8", "replace").split("\n", 1)[0]
        languages = _call([path, "--list-langs"], b"").stdout.decode("utf-8", "replace").split("\n")[1:]
    except (EngineError, OSError):
        return None
    found = Engine(path, version.removeprefix("tesseract").strip(), tuple(filter(None, map(str.strip, languages))))
    return found if _LANGUAGE in found.languages else None


def _call(command: Sequence[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    process = subprocess.Popen(  # noqa: S603 - the program found on the path, with arguments of ours alone
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**kept, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        cwd="/",
    )
    try:
        if hasattr(resource, "prlimit"):
            resource.prlimit(process.pid, resource.RLIMIT_AS, (_BYTES, _BYTES))
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, 0))
        output, _ = process.communicate(given, timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise EngineError(f"took more than {_SECONDS} seconds") from error
    except OSError as error:
        raise EngineError(f"could not be run ({error.strerror})") from error
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    return subprocess.CompletedProcess(command, process.returncode, output)


def _portable(picture: Grey) -> bytes:
    """The picture in the portable graymap format (PGM), which needs no encoder."""
    height, width = picture.shape
    return b"P5 %d %d 255\n" % (width, height) + np.ascontiguousarray(picture).tobytes()


def _words(table: str) -> Iterator[SeenWord]:
    """The words of Tesseract's table (tab-separated; level 4 is a line, level 5 a word)."""
    top = bottom = line = 0
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) < 12:
            continue
        level, _, block, paragraph, _, _, left, upper, width, height = map(int, cells[:10])
        if level == 4:
            top, bottom, line = upper, upper + height, line + 1
        elif level == 5 and cells[11].strip():
            yield SeenWord(
                cells[11].strip(),
                left,
                upper,
                left + width,
                upper + height,
                line,
                block * 1000 + paragraph,
                float(cells[10]),
                top,
                bottom,
            )
