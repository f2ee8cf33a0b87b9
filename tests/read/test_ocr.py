"""Scans and images: what is done before words are recognized, and (where Tesseract is installed) what is recognized."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from sayso.errors import UnreadableError
from sayso.model.document import Box, MarkKind
from sayso.model.redaction import regions
from sayso.read import read
from sayso.read.ocr_engine import Grey, installed
from sayso.read.ocr_picture import Turned, bars, skew, turned

DOTS = 200
needs_tesseract = pytest.mark.skipif(installed() is None, reason="Tesseract is not installed")
LINES = [
    "The harbour board met on Monday and heard that the money",
    "for the new pier had been paid out twice. Mara Oduya, who",
    "keeps the books, said that nobody had asked her about it.",
    "Two members of the board left before the vote was taken.",
    "The mayor declined to say who had signed the second order",
    "and referred all questions to the lawyers of the company.",
]


def page(*, bar: bool = False) -> Grey:
    """A page of five inches by four, with a bar over the name in its second line."""
    image = Image.new("L", (5 * DOTS + 200, 4 * DOTS), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(30)
    for number, line in enumerate(LINES):
        draw.text((120, 150 + 60 * number), line, 0, font)
    if bar:
        left = 120 + draw.textlength("for the new pier had been paid out twice. ", font)
        draw.rectangle((left, 208, left + draw.textlength("Mara Oduya", font), 248), fill=0)
    return np.asarray(image, dtype=np.uint8)


def png(picture: Grey) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG", dpi=(DOTS, DOTS))
    return out.getvalue()


@pytest.mark.parametrize("angle", [-4.0, -0.7, 0.0, 1.3, 3.5])
def test_skew_is_found(angle: float) -> None:
    found, sideways = skew(turned(page(), 0, angle))
    assert abs(found + angle) <= 0.3
    assert not sideways


def test_lines_that_run_upwards_are_seen() -> None:
    assert skew(np.rot90(page()))[1]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("angle", [0.0, 2.0])
def test_boxes_are_led_back_to_the_page_as_it_was(quarters: int, angle: float) -> None:
    """A black mark found on the upright picture lies, led back, where it was drawn."""
    drawn = Box(60, 40, 90, 52)
    picture = np.full((300, 200), 255, dtype=np.uint8)
    picture[int(drawn.y0) : int(drawn.y1), int(drawn.x0) : int(drawn.x1)] = 0
    upright = turned(picture, quarters, angle)
    ys, xs = np.nonzero(upright < 128)
    found = Turned(200, 300, quarters, angle).back(Box(xs.min(), ys.min(), xs.max() + 1, ys.max() + 1))
    for edge in ("x0", "y0", "x1", "y1"):
        assert getattr(found, edge) == pytest.approx(getattr(drawn, edge), abs=4)


def test_bars_are_found_and_letters_are_not() -> None:
    scale = DOTS / 72
    assert bars(page(), scale) == []
    [found] = bars(page(bar=True), scale)
    assert found.y0 == pytest.approx(208 / scale, abs=1.5)
    assert found.y1 == pytest.approx(249 / scale, abs=1.5)


@needs_tesseract
@pytest.mark.parametrize("quarters", [0, 2])
def test_an_image_is_recognized(quarters: int) -> None:
    reading = read("page.png", png(np.ascontiguousarray(np.rot90(page(), quarters))), most_bytes=1 << 24)
    assert reading.text
    assert reading.media_type == "image/png"
    assert "the money for the new pier had been paid out twice. Mara Oduya, who keeps" in reading.text.characters
    [mark] = [m for m in reading.text.marks if m.kind is MarkKind.RECOGNIZED]
    assert mark.page == 1
    assert "Tesseract" in mark.note
    assert reading.text.layout
    assert all(w.sureness is not None for w in reading.text.layout.words)
    name = reading.text.characters.index("Oduya")
    [place] = [w for w in reading.text.layout.words if w.span.start == name]
    middle = (place.box.y0 + place.box.y1) / 2 * DOTS / 72
    assert middle == pytest.approx(228 if quarters == 0 else 4 * DOTS - 228, abs=12)


@needs_tesseract
def test_a_bar_in_an_image_is_a_redaction() -> None:
    text = read("page.png", png(page(bar=True)), most_bytes=1 << 24).text
    assert text
    assert "twice. [REDACTED]" in text.characters
    [region] = regions(text)
    assert (region.page, region.recoverable) == (1, False)


@needs_tesseract
def test_an_image_without_words_is_named() -> None:
    with pytest.raises(UnreadableError, match="no words were found"):
        read("page.png", png(np.full((600, 600), 255, dtype=np.uint8)), most_bytes=1 << 24)


def test_without_tesseract_an_image_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError, match="install Tesseract"):
        read("page.png", png(page()), most_bytes=1 << 24)


def test_a_damaged_image_is_named() -> None:
    with pytest.raises(UnreadableError, match=r"damaged image|Tesseract"):
        read("page.png", png(page())[:200], most_bytes=1 << 24)
