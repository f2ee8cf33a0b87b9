"""The language of a text is told where there is enough of it, and left as stated where there is not."""

import pytest

from sayso.find.language import LanguageDetector

ENGLISH = (
    "The harbour board met behind closed doors on Monday, and nobody who was there would say what it had decided. "
)
SPANISH = (
    "La junta del puerto se reunió el lunes a puerta cerrada, y nadie de los presentes quiso decir qué había decidido. "
)


@pytest.fixture(scope="module")
def detector() -> LanguageDetector:
    return LanguageDetector()


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (ENGLISH * 2, None, "en"),
        (SPANISH * 2, "en", "es"),  # a page template often states another language than its article's
        ("Page 1 of 1", None, None),
        ("Page 1 of 1", "en", "en"),
        ("", None, None),
    ],
)
def test_language(detector: LanguageDetector, text: str, stated: str | None, language: str | None) -> None:
    assert detector.language(text, stated) == language
