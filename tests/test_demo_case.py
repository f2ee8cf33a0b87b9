"""The demo case holds what it is shown for, and the readers find it there. Expectations are in rows/demo.json."""

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict
from zipfile import ZipFile

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from sayso.demo_case import documents
from sayso.model.document import MarkKind
from sayso.read import Reading, read

ROOT = Path(__file__).resolve().parents[1]


class Attribution(TypedDict):
    source: str
    cue: str
    content: str


class Gap(TypedDict):
    kind: str
    phrase: str


class Redaction(TypedDict):
    page: int
    recoverable: bool
    after: str


class Expected(TypedDict):
    title: str | None
    publisher: str | None
    published: str | None
    authors: list[str]
    language: str | None
    phrases: list[str]
    boilerplate: list[str]
    attributions: list[Attribution]
    gaps: list[Gap]
    redactions: list[Redaction]


class Statement(TypedDict):
    doc: str
    stance: str
    quote: str


class Claim(TypedDict):
    id: str
    text: str
    status: str
    origins: list[str]
    statements: list[Statement]


class Demo(TypedDict):
    about: NotRequired[str]
    documents: dict[str, Expected]
    duplicates: list[list[str]]
    one_person: list[list[str]]
    apart: list[list[str]]
    claims: list[Claim]


DEMO: Demo = json.loads((ROOT / "tests" / "rows" / "demo.json").read_text(encoding="utf-8"))
NAMES = sorted(DEMO["documents"])
HTML = [name for name in NAMES if name.endswith(".html")]
PLAIN = [name for name in NAMES if name.endswith(".txt")]


def path(name: str) -> Path:
    return next(file for file in documents() if file.name == name)


@cache
def reading(name: str) -> Reading:
    return read(name, path(name).read_bytes(), most_bytes=1_000_000)


def readings(name: str, data: bytes) -> Iterator[Reading]:
    found = read(name, data, most_bytes=1_000_000)
    yield found
    for member in found.members:
        yield from readings(member.name, member.data)


@cache
def words(name: str) -> str:
    """All that can be read in a file and its members, white space and quotation marks of mail folded."""
    texts = [found.text.characters for found in readings(name, path(name).read_bytes()) if found.text]
    return folded("\n".join(re.sub(r"^> ?", "", line) for text in texts for line in text.splitlines()))


def folded(text: str) -> str:
    return " ".join(text.split())


def pages() -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(path("14-inspection-report.pdf")))


def black_bars(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    return [o.get_bounds() for o in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]) if _tall(o.get_bounds())]


def _tall(box: tuple[float, float, float, float]) -> bool:
    return box[3] - box[1] > 5


def test_every_file_is_expected() -> None:
    assert [file.name for file in documents()] == NAMES
    assert len({file.parent for file in documents()}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_phrases_are_read(name: str) -> None:
    for phrase in DEMO["documents"][name]["phrases"]:
        assert folded(phrase) in words(name)


@pytest.mark.parametrize("name", NAMES)
def test_attributions_and_gaps_are_in_the_words(name: str) -> None:
    expected = DEMO["documents"][name]
    for attribution in expected["attributions"]:
        for role in (attribution["source"], attribution["cue"], attribution["content"]):
            assert role.lower() in words(name).lower()
    for gap in expected["gaps"]:
        assert gap["phrase"] in words(name)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_document_says_about_itself(name: str) -> None:
    expected, metadata = DEMO["documents"][name], reading(name).metadata
    assert metadata.title == expected["title"]
    assert metadata.publisher == expected["publisher"]
    assert str(metadata.published) == str(expected["published"])
    assert list(metadata.authors) == expected["authors"]


@pytest.mark.parametrize("name", HTML)
def test_pages_hold_boilerplate(name: str) -> None:
    whole = html.unescape(path(name).read_text(encoding="utf-8"))
    assert all(phrase in whole for phrase in DEMO["documents"][name]["boilerplate"])


def test_pages_lose_their_boilerplate() -> None:
    # A floor, not all: two boxes for members and subscribers stand between the paragraphs of an article.
    phrases = [(name, phrase) for name in HTML for phrase in DEMO["documents"][name]["boilerplate"]]
    kept_out = [phrase for name, phrase in phrases if phrase not in words(name)]
    assert len(kept_out) >= 0.9 * len(phrases)


@pytest.mark.parametrize("name", HTML)
def test_pages_keep_their_paragraphs(name: str) -> None:
    article = re.search(
        r"(?s)<article.*?</article>|<div class=\"(?:story|article-body)\".*?</div>\s*(?:</td>|<div class=\"tags)",
        path(name).read_text(encoding="utf-8"),
    )
    assert article
    body = re.sub(
        r"(?s)<(aside|section|div class=\"(?:ad-slot|newsletter-box|promo|suscribete))\b.*?</(?:aside|section|div)>",
        "",
        article[0],
    )
    paragraphs = re.findall(r"(?s)<p>(.*?)</p>", body)
    assert len(paragraphs) >= 5
    for paragraph in paragraphs:
        assert folded(html.unescape(re.sub(r"<[^>]+>", "", paragraph))) in words(name)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_text_keeps_every_character(name: str) -> None:
    text = reading(name).text
    assert text is not None
    assert text.characters == path(name).read_text(encoding="utf-8")
    for phrase in DEMO["documents"][name]["boilerplate"]:
        assert phrase in text.characters


def test_the_appeal_is_pasted_twice() -> None:
    assert words("09-radio-paste.txt").count("You hear this story because a neighbor gave.") == 2


def test_reprints_differ_a_little() -> None:
    first, *prints = DEMO["duplicates"][0]
    sentences = set(re.split(r"(?<=\.) ", words(first).replace("--", "—")))
    for name in prints:
        shared = sum(s.replace("'", "’") in words(name).replace("'", "’") for s in sentences)
        assert 0.4 < shared / len(sentences) < 1


def test_mail_carries_its_attachment_and_mailbox_its_messages() -> None:
    assert [m.name for m in reading("12-holding-lines.eml").members] == ["holding-lines.txt"]
    assert len(list(reading("13-weir-house.mbox").members)) == 3


def test_quoted_mail_is_someone_elses() -> None:
    text = reading("11-pham-reply.eml").text
    assert text is not None
    quoted = [mark for mark in text.marks if mark.kind is MarkKind.QUOTED_MAIL]
    assert [mark.note for mark in quoted] == ["Maren Adeyinka"]
    assert "There is chromium at the intake" in quoted[0].span.of(text.characters)


def test_the_report_runs_over_five_sheets() -> None:
    for number, page in enumerate(pages(), start=1):
        text = page.get_textpage().get_text_range()
        assert text.startswith("Vandry DEQ · Inspection Report 23-0417 · Public copy")
        assert text.rstrip().endswith(f"Page {number} of 5")
    assert len(pages()) == 5
    assert sum(page.get_textpage().get_text_range().count("\ufffe") for page in pages()) >= 4  # hyphens at line ends


def test_bars_cover_words_only_where_they_should() -> None:
    for number, page in enumerate(pages(), start=1):
        under = [folded(page.get_textpage().get_text_bounded(*box)).strip() for box in black_bars(page)]
        expected = [r for r in DEMO["documents"]["14-inspection-report.pdf"]["redactions"] if r["page"] == number]
        assert sum(bool(re.search(r"\w{3}", u)) for u in under) == sum(r["recoverable"] for r in expected)
        assert len(under) >= len(expected)


def test_the_reader_marks_the_bars() -> None:
    text = reading("14-inspection-report.pdf").text
    assert text is not None
    marks = [mark for mark in text.marks if mark.kind is MarkKind.REDACTION]
    for row in DEMO["documents"]["14-inspection-report.pdf"]["redactions"]:
        here = [m for m in marks if folded(text.characters[: m.span.start]).endswith(row["after"])]
        assert [(m.page, m.recoverable) for m in here] == [(row["page"], row["recoverable"])], row["after"]


def test_claims_rest_on_words_in_the_documents() -> None:
    for claim in DEMO["claims"]:
        stances = {statement["stance"] for statement in claim["statements"]}
        for statement in claim["statements"]:
            assert folded(statement["quote"]) in words(statement["doc"]), statement["quote"]
        assert {
            "single-source": len(claim["origins"]) == 1 and "denies" not in stances,
            "corroborated": len(claim["origins"]) > 1 and "denies" not in stances,
            "disputed": {"supports", "denies"} <= stances,
            "denied": not claim["origins"] and stances == {"denies"},
            "retracted": "06-sentinel-correction.html" in {s["doc"] for s in claim["statements"]},
        }[claim["status"]]


def test_names_are_in_the_documents() -> None:
    everything = " ".join(words(name) for name in NAMES)
    for name in {name for group in (*DEMO["one_person"], *DEMO["apart"]) for name in group}:
        assert name in everything


def test_scripts_make_the_same_papers_again(tmp_path: Path) -> None:
    for script in ("demo_pdf", "demo_docx"):
        subprocess.run([sys.executable, "-m", f"training.{script}", str(tmp_path)], cwd=ROOT, check=True)
    for name in ("14-inspection-report.pdf", "15-oduya-letter.pdf"):
        assert (tmp_path / name).read_bytes() == path(name).read_bytes()
    with ZipFile(tmp_path / "16-board-minutes.docx") as made, ZipFile(path("16-board-minutes.docx")) as kept:
        assert {n: made.read(n) for n in made.namelist()} == {n: kept.read(n) for n in kept.namelist()}
