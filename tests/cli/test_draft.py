"""`sayso draft`: what the documents say to each sentence of a draft."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.errors import UsageError
from tests.cli.conftest import Run, runner

RELEASED = "The Selby mill released solvent into the Orrin River on March 2, 2031."
GALLONS = "The mill released 7,000 gallons of solvent into the river."
SWANS = "Three swans died below the weir on March 14."
NOTHING = "Penguins breed on the southern ice."
HOSTILE = "The clerk typed <script>alert(1)</script> & went home."
DRAFT = f"{RELEASED} {GALLONS} {SWANS}\n\n{NOTHING} {HOSTILE}\n"


@pytest.fixture(scope="module")
def checked(mill: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Any, str]:
    """A draft checked once: what is printed, JSON and the page of HTML."""
    folder = tmp_path_factory.mktemp("draft")
    (folder / "story.md").write_text(DRAFT)
    (folder / "story.html").write_text("mine")
    run, before = runner(mill), mill.read_bytes()
    printed = run("draft", str(folder / "story.md")).stdout
    both = run("draft", str(folder / "story.md"), "--json", "--html", str(folder / "story.html"), "--replace")
    assert mill.read_bytes() == before  # the draft is kept nowhere
    return printed, json.loads(both.stdout), (folder / "story.html").read_text()


def sentence(checked: tuple[str, Any, str], words: str) -> Any:
    [found] = [s for s in checked[1]["sentences"] if s["words"] == words]
    return found


def test_every_sentence_is_there_in_order_with_its_span(checked: tuple[str, Any, str]) -> None:
    found = checked[1]["sentences"]
    assert [s["words"] for s in found] == [RELEASED, GALLONS, SWANS, NOTHING, HOSTILE]
    assert [DRAFT[slice(*s["span"])] for s in found] == [s["words"] for s in found]


def test_a_sentence_has_the_claim_that_bears_on_it(checked: tuple[str, Any, str]) -> None:
    found = sentence(checked, RELEASED)["claims"][0]
    assert "olvent" in found["text"]
    assert found["status"] == "disputed"
    assert found["denied_by"] == 1
    assert found["doc"] in ("ledger.txt", "courier.txt", "herald.txt", "letter.txt")
    assert 0.35 <= found["score"] <= 1
    assert found["why"]
    assert set(found) == {
        "id", "text", "status", "independent", "independent_max", "denied_by", "score", "why", "stance", "doc", "span",
        "words", "chain",
    }  # fmt: skip


def test_best_comes_first_and_no_claim_twice(checked: tuple[str, Any, str]) -> None:
    for found in checked[1]["sentences"]:
        scores = [claim["score"] for claim in found["claims"]]
        assert scores == sorted(scores, reverse=True)
        assert len({claim["id"] for claim in found["claims"]}) == len(scores) <= 3


def test_a_number_that_no_document_has_is_pointed_at(checked: tuple[str, Any, str]) -> None:
    [difference] = sentence(checked, GALLONS)["differences"]
    assert difference["about"] == "number"
    assert "7,000" in difference["said"]
    assert any("4,000" in words for words in difference["documents"])
    assert sentence(checked, RELEASED)["differences"] == []


def test_a_day_of_an_undated_draft_is_compared(checked: tuple[str, Any, str]) -> None:
    [difference] = sentence(checked, SWANS)["differences"]
    assert difference == {"about": "date", "said": "March 14", "documents": ["2031-03-04"]}


def test_nothing_is_found_where_nothing_is(checked: tuple[str, Any, str]) -> None:
    assert sentence(checked, NOTHING) | {"span": []} == {"words": NOTHING, "claims": [], "differences": [], "span": []}


def test_what_is_printed(checked: tuple[str, Any, str]) -> None:
    printed = " ".join(checked[0].split())
    assert f"{NOTHING} nothing found" in printed
    assert "! number: “7,000" in printed
    assert "disputed · 4 documents · 2 independent origins · denied by 1" in printed
    assert "5 sentences: 2 with nothing found, 2 with details that differ." in printed


def test_the_page_has_no_script_and_nothing_from_outside(checked: tuple[str, Any, str]) -> None:
    page = checked[2]
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; went home." in page
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page
    assert "nothing found" in page
    assert "7,000" in page


def test_a_word_document_is_a_draft_as_well(look: Run, tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph(RELEASED)
    file.save(str(tmp_path / "story.docx"))
    found = json.loads(look("draft", str(tmp_path / "story.docx"), "--json").stdout)["sentences"]
    assert [s["words"] for s in found] == [RELEASED]
    assert found[0]["claims"]


def test_a_page_takes_no_place_unasked(look: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(NOTHING)
    (tmp_path / "story.html").write_text("mine")
    with pytest.raises(UsageError, match="--replace"):
        look("draft", str(tmp_path / "story.txt"), "--html", str(tmp_path / "story.html"))
    assert (tmp_path / "story.html").read_text() == "mine"


def test_a_draft_of_the_case_itself_is_not_its_own_witness(look: Run, tmp_path: Path) -> None:
    from tests.made_claims import PILE

    (tmp_path / "copy.txt").write_text(PILE["letter.txt"])
    found = json.loads(look("draft", str(tmp_path / "copy.txt"), "--json").stdout)["sentences"]
    assert "letter.txt" not in {claim["doc"] for s in found for claim in s["claims"]}


@pytest.mark.parametrize(("name", "content"), [("nowhere.txt", None), ("a.pdf", b"%PDF-1.7 no")])
def test_what_can_not_be_read_is_told_in_a_sentence(
    mill: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = CliRunner().invoke(app, ["draft", str(tmp_path / name), "--case", str(mill)])
    assert isinstance(done.exception, UsageError)
    assert name in str(done.exception)
    assert done.stdout == ""
