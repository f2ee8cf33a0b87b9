"""Scans: how many words are read wrongly, beside plain Tesseract. `python -m benchmarks.scans`.

Twenty pages of volume I of the Mueller report are drawn as a scanner might give them – grey ground, noise, blur, skew,
some turned by 90, 180 or 270 degrees, all from one seed – and read by Sayso and by Tesseract with its defaults. What is
right is what the page prints, as its text layer has it; marks for bars are no words and are left out.
"""

import io
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from rapidfuzz.distance import Levenshtein

from benchmarks.table import SHARED, rows, write
from sayso.read.image import read_image
from sayso.read.ocr_engine import EngineError, Grey, installed

SEED = 1913
PAGES = 20
DOTS = 200
TURNS = (0, 0, 0, 90, 0, 180, 0, 0, 270, 0)
REDACTED = "[REDACTED]"


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as a scanner might give it: its sheet, how it was turned (degrees against the clock), its words."""

    sheet: int
    turn: int
    skew: float
    picture: Grey
    words: list[str]


@dataclass(frozen=True, slots=True)
class Errors:
    """Words substituted, left out or added, of `words` that are printed."""

    wrong: int
    words: int

    @property
    def rate(self) -> float:
        """The word error rate."""
        return self.wrong / self.words if self.words else 0.0


def scans() -> list[Scan]:
    """The twenty pages, the same on every machine."""
    document = pdfium.PdfDocument((SHARED / "mueller" / "vol1.pdf").read_bytes())
    rng = random.Random(SEED)
    sheets = sorted(rng.sample(range(9, len(document)), PAGES))
    made = []
    for number, sheet in enumerate(sheets):
        page = document[sheet - 1]
        angle = round(rng.uniform(-3, 3), 2) if number % 4 else 0.0
        turn = TURNS[number % len(TURNS)]
        picture = _scanned(page.render(scale=DOTS / 72, grayscale=True).to_pil().convert("L"), angle, turn, number)
        made.append(Scan(sheet, turn, angle, picture, words_of(page.get_textpage().get_text_bounded())))
    return made


def _scanned(page: Image.Image, angle: float, turn: int, seed: int) -> Grey:
    noise = np.random.default_rng(SEED + seed)
    turned = page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    turned = turned.filter(ImageFilter.GaussianBlur(0.6)).rotate(turn, expand=True)
    grey = np.asarray(turned, dtype=np.float32) * 0.82 + 38  # faded ink on greyish paper
    grey += noise.normal(0, 14, grey.shape)
    specks = noise.random(grey.shape) < 0.0006
    return np.clip(np.where(specks, 40, grey), 0, 255).astype(np.uint8)


def words_of(text: str) -> list[str]:
    """The words of a page: hyphens at line ends joined, quotation marks of one form, marks for bars left out."""
    text = re.sub(r"(?<=\w)(?:[\u0002\u00ad\ufffe]\s*|-\s*\n\s*)(?=[a-z])", "", text.replace("\r", ""))
    text = text.replace(REDACTED, " ").translate(str.maketrans("“”‘’—–", "\"\"''--"))
    return [word for word in text.split() if any(letter.isalnum() for letter in word)]


def errors(said: Sequence[str], read: Sequence[str]) -> Errors:
    """Compare word by word (Levenshtein distance)."""
    return Errors(Levenshtein.distance(said, read), len(said))


def _ours(scan: Scan) -> list[str]:
    out = io.BytesIO()
    Image.fromarray(scan.picture).save(out, "PNG", dpi=(DOTS, DOTS))
    text = read_image(out.getvalue()).text
    assert text
    return words_of(text.characters)


def main() -> None:
    """Measure and write docs/measured/scans.md."""
    engine = installed()
    if engine is None:
        raise SystemExit("Tesseract is not installed; install it to measure it.")
    body, plain, ours = [], [], []
    for scan in scans():
        try:
            by_itself = words_of(engine.plain_text(scan.picture, DOTS))
        except EngineError:
            by_itself = []
        plain.append((scan, errors(scan.words, by_itself)))
        ours.append((scan, errors(scan.words, _ours(scan))))
        rates = f"{plain[-1][1].rate:.3f}", f"{ours[-1][1].rate:.3f}"
        body.append((str(scan.sheet), f"{scan.turn}°", f"{scan.skew:.2f}°", str(len(scan.words)), *rates))
        print(*body[-1], flush=True)
    groups = [
        (name, *(f"{_total(found, turned).rate:.3f}" for found in (plain, ours)))
        for name, turned in (("all", None), ("upright", False), ("turned by 90°, 180° or 270°", True))
    ]
    write(
        "scans",
        "Scans",
        [
            f"{PAGES} pages of volume I of the Mueller report, drawn at {DOTS} dots an inch as a scanner might give",
            "them: greyish paper, blur, noise, specks, skew of up to 3 degrees, six turned. Word error rate (words",
            f"substituted, left out or added, of those printed) of Tesseract {engine.version} with its defaults,",
            "and of Sayso, which makes the page upright and takes its bars out first.",
            "",
            *rows(("pages", "plain Tesseract", "Sayso"), groups),
            "",
            *rows(("sheet", "turned", "skew", "words", "plain Tesseract", "Sayso"), body),
        ],
    )


def _total(found: Sequence[tuple[Scan, Errors]], turned: bool | None) -> Errors:
    chosen = [e for scan, e in found if turned is None or bool(scan.turn) is turned]
    return Errors(sum(e.wrong for e in chosen), sum(e.words for e in chosen))


if __name__ == "__main__":
    main()
