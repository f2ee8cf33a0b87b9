"""Every page answers, shows what is there, and shows document text as text."""

import re
from pathlib import Path

import pytest

from sayso import casebook
from sayso.casebook import StoredClaim
from sayso.settings import Settings
from sayso.web.security import Secrets
from tests.web.conftest import Browser

LISTS = [
    *("/", "/documents", "/documents?all=1", "/documents/adding", "/claims", "/claims?all=1", "/timeline", "/people"),
    *("/gaps", "/search", "/search?q=sluice", "/drafts", "/memo", "/memo/preview", "/notes", "/log", "/log?check=1"),
]
HOSTILE = '"Sewage <script>alert(1)</script> ran in" & out'
HOSTILE_TEXT = """\
The Weir Herald
Sluice <img src=x onerror=alert(2)> opened
March 6, 2031

Tobias <b>Renn</b> said that "><script>alert(3)</script> the sluice was opened by <i onclick=x>Greta Halloran</i>.

Greta Halloran denied that the sluice was \u202eopened.
"""


def items(case: Path) -> list[str]:
    with casebook.open(case, write=False) as book:
        return [
            *(f"/documents/{row.id}" for row in book.documents()),
            *(f"/documents/{row.id}/about" for row in book.documents()),
            *(f"/items/{row.gap.id}/notes" for row in book.gaps()),
            *(f"/claims/{row.claim.id}" for row in book.claims()),
            *(f"/people/{row.person.id}" for row in book.people()),
        ]


def disputed(case: Path) -> StoredClaim:
    with casebook.open(case, write=False) as book:
        return next(book.claims("status:disputed"))


def test_every_page_answers(desk: Browser, mill: Path) -> None:
    for address in (*LISTS, *items(mill)):
        answer = desk.get(address)
        assert answer.status_code == 200, address
        assert "<h1" in answer.text
        assert 'lang="en"' in answer.text
        assert 'href="#main"' in answer.text


def test_no_page_has_scripts_or_styles_in_it_or_anything_from_elsewhere(desk: Browser, mill: Path) -> None:
    for address in (*LISTS, *items(mill)):
        page = desk.get(address).text
        for script in re.findall(r"<script[^>]*>", page):
            assert re.fullmatch(r'<script( type="module")? src="/static/[\w./-]+"( defer)?>', script), address
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|https?://", page), address


def test_a_claim_shows_its_weight_words_and_origins(desk: Browser, mill: Path) -> None:
    found = disputed(mill)
    page = desk.get(f"/claims/{found.claim.id}").text
    assert "independent origin" in page
    assert "denied by 1" in page
    for position in found.positions:
        assert f"/documents/{position.position.document}?at={position.position.span.start}" in page
    assert "Where it comes from" in page


def test_the_desk_names_what_needs_a_person(desk: Browser, mill: Path) -> None:
    assert f"/claims/{disputed(mill).claim.id}" in desk.get("/").text


def test_the_reading_view_marks_source_cue_and_content(desk: Browser, mill: Path) -> None:
    with casebook.open(mill, write=False) as book:
        [row] = book.documents("doc:herald.txt")
    page = desk.get(f"/documents/{row.id}").text
    for role in ("source", "cue", "content"):
        assert f'class="r {role} opens' in page
    assert 'data-key="y"' in page
    # All of the text is there, in order.
    text = re.sub(r"<[^>]+>", "", "".join(re.findall(r'<p class="text[^>]*>(.*?)</p>', page, re.DOTALL)))
    assert "Three swans died below the weir on March 4, 2031, said Captain Ilse Brandt of the fire brigade." in text


def test_statements_lead_to_their_document(desk: Browser, mill: Path) -> None:
    with casebook.open(mill, write=False) as book:
        found = next(book.statements())
    answer = desk.get(f"/statements/{found.statement.id}")
    assert answer.headers["location"].endswith(f"#{found.statement.id}")


def test_the_chronology_keeps_its_filters_in_the_address(desk: Browser) -> None:
    page = desk.get("/timeline", params={"kind": "meeting", "limit": "1", "q": "town"}).text
    assert "<strong>meeting</strong>" in page
    assert "data-event" not in desk.get("/timeline", params={"kind": "payment"}).text
    assert desk.get("/timeline", params={"kind": "wedding"}).status_code == 400


def test_long_lists_are_paged(desk: Browser) -> None:
    first = desk.get("/documents", params={"limit": "2", "q": "-nothing", "all": "1"}).text
    assert "1–2 of 5 documents" in first
    assert "?q=-nothing&amp;all=1&amp;offset=2&amp;limit=2" in first
    last = desk.get("/documents", params={"limit": "2", "offset": "4", "all": "1"}).text
    assert "5–5 of 5 documents" in last
    assert 'rel="next"' not in last


def test_search_shows_the_words_in_their_context(desk: Browser) -> None:
    page = desk.get("/search", params={"q": "swans"}).text
    assert "<mark>swans</mark> died below the weir" in " ".join(page.split())


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/claims/k000000000000", 400),
        ("/documents/d000000000000", 400),
        ("/claims?q=speaker:", 400),
        ("/claims?q=colour:red", 400),
        ("/claims?offset=-1", 400),
        ("/people?limit=many", 400),
        ("/people?limit=99999999999999999999", 400),
        ("/documents?q=%00%ff", 200),
    ],
)
def test_mistakes_are_told(desk: Browser, address: str, status: int) -> None:
    for root in ("", "/api") if address.count("/") == 1 else ("",):
        answer = desk.get(root + address)
        assert answer.status_code == status
        if status != 200:
            assert answer.json()["error"] if root else 'role="alert"' in answer.text


def test_the_api_gives_the_rows_of_the_command_line(desk: Browser) -> None:
    for name in ("documents", "statements", "claims", "events", "people", "pairs", "gaps", "log"):
        answer = desk.get(f"/api/{name}", params={"limit": "2"})
        assert answer.status_code == 200, name
        assert {"rows", "offset", "limit", "there"} == answer.json().keys()
    assert {row["name"] for row in desk.get("/api/documents").json()["rows"]} >= {"herald.txt", "letter.txt"}


def test_document_text_is_never_markup(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / '<b>"x"&.txt').write_text(HOSTILE_TEXT, encoding="utf-8")
    case = tmp_path / "<i>.sayso"
    with casebook.open(case, Settings(workers=1, signer="<u>Ana</u>"), create=True) as book:
        book.add([str(pile)])
        [row] = book.documents()
        book.correct(row.id, "publisher", HOSTILE)
    browser = Browser(case, Secrets()).opened()
    for address in (*LISTS, "/search?q=<script>", "/claims?q=<script>&all=1", *items(case)):
        page = browser.get(address).text
        assert not re.search(r"<script>|<img|<b>|<i[ >]|<u>|<script>|onerror=[^a]|\u202e", page), address
    page = browser.get(f"/documents/{row.id}").text
    assert "&lt;img src=x onerror=alert(2)&gt;" in page
    assert "&lt;script&gt;alert(3)&lt;/script&gt;" in page


def test_an_empty_case_says_what_to_do(tmp_path: Path) -> None:
    case = tmp_path / "new.sayso"
    casebook.open(case, create=True).close()
    browser = Browser(case, Secrets()).opened()
    assert "sayso add FOLDER" in browser.get("/").text
    for address in LISTS:
        assert browser.get(address).status_code == 200
