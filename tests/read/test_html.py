"""HTML pages: the words of the article and nothing else, each with its place in the source."""

import re

import pytest
from benchmarks.pages import spans_off_the_source
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.model.document import Mark, MarkKind, Sureness, Text
from sayso.model.span import Span
from sayso.model.when import When
from sayso.read.html import read_html
from sayso.read.html_text import text_of
from sayso.read.html_walk import walk

FIRST = (
    "The bridge over the Larch was closed at noon on Tuesday, the harbour master said, after a barge struck its pier."
)
SECOND = (
    "Nobody was hurt. The barge, which carried gravel, had lost its steering an hour before, according to its owner."
)
THIRD = "The town council will meet on Friday, and Mayor Bodil Aune said that she would ask the state for an engineer."
BODY = "\n\n".join((FIRST, SECOND, THIRD))


def page(*blocks: str, head: str = "") -> bytes:
    body = "\n".join(blocks)
    return f"<!doctype html><html lang=en><head>{head}</head><body><main>{body}</main></body></html>".encode()


def article(*between: str, head: str = "") -> bytes:
    return page(f"<p>{FIRST}</p>", *between, f"<p>{SECOND}</p>", f"<p>{THIRD}</p>", head=head)


def read_text(data: bytes) -> Text:
    text = read_html(data).text
    assert text is not None
    return text


SET = [
    # inline tags vanish, entities are decoded, white space is folded, no-break spaces too
    ("<p>A<b>une</b> said:\n  <i>no</i>&nbsp;&amp; &#8220;never&#x201D;.</p>", "Aune said: no & “never”."),
    # a reference without its semicolon; an ampersand that is none
    ("<p>Moe &amp Sons, AT&T, a && b</p>", "Moe & Sons, AT&T, a && b"),
    # one break is a line, two are a paragraph
    ("<p>Moe<br>Quay 4<br/><br>Larch</p>", "Moe\nQuay 4\n\nLarch"),
    # end tags that may be left out
    ("<ul><li>one<li>two</ul><p>three<p>four", "one\n\ntwo\n\nthree\n\nfour"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "a\n\nb\n\nc"),
    # white space counts in pre
    ("<pre>Dear Bodil,\n\n  come  home.\n</pre>", "Dear Bodil,\n\n  come  home."),
    # struck out or hidden words are no text
    ("<p>He <del>resigned</del> was dismissed.</p>", "He was dismissed."),
    ("<p>Seen<span style='display: none'>unseen</span><i hidden>unseen</i>.</p>", "Seen."),
    ("<p>Seen<span class='sr-only'>, opens in a new window</span>.</p>", "Seen."),
    # what is no text at all
    ("<p>a<!-- <p>no --> b<script>if (a<b) c('</p>')</script> c<style>p>a{}</style></p>", "a b c"),
    # a slash at the end of an address does not close the link
    ("<p><a href=/ hidden>un<a href=/>seen</a></p><p>words</p>", "seen\n\nwords"),
    ("<p>a<b/>b <i class=x />c</p>", "ab c"),
    # quotation marks around a sign that would end the tag
    ("<p title='a > b'>words</p>", "words"),
    # unclosed comment, tag and quotation mark: what can be read is read
    ("<p>words <!-- more</p><p>and more</p>", "words\n\nand more"),
    ("<p>words</p><p title='and more>and more</p>", "words\n\nand more"),
    ("<p>5 < 6 and 7 > 6</p>", "5 < 6 and 7 > 6"),
]


@pytest.mark.parametrize(("source", "words"), SET)
def test_how_a_page_is_set(source: str, words: str) -> None:
    assert text_of(source, walk(source).blocks)[0].characters == words


LEFT_OUT = [
    '<div class="newsletter-box"><p>The Larch in five minutes, every morning.</p></div>',
    "<aside><p>The Herald has covered the river since 1911.</p></aside>",
    "<div><h4>Every morning</h4><p>The Larch in five minutes. <input type=email><button>Go</button></p></div>",
    '<p><a href="/2">Ferry fares rise for the third year</a></p>',
    "<p><b>READ MORE:</b> <a href='/3'>The barge that would not steer</a></p>",
    "<p>Sign up for our newsletter <a href='/n'>here</a>.</p>",
    "<p>Advertisement</p>",
    "<p>© 2021 Larch Herald. All rights reserved.</p>",
    "<figure><img src=a.jpg><figcaption>The bridge on Tuesday. Photo: Odd Lie</figcaption></figure>",
    "<table><tr><td>The Herald by post, four times a year</td></tr></table>",
]


@pytest.mark.parametrize("box", LEFT_OUT)
def test_what_is_not_the_articles_is_left_out(box: str) -> None:
    assert read_text(article(box)).characters == BODY


KEPT = [
    # words that appeals use, in sentences of the article
    "<p>Support for the bill came from members of both parties.</p>",
    "<p>Like many members of the crew, he had signed up in May.</p>",
    "<p>“Subscribe to our newsletter,” the mayor joked.</p>",
    "<p>The leaflet said: all rights reserved.</p>",
    "<p>More news came on Tuesday <a href='/4'>from the harbour</a>, where the barge lay.</p>",
    # a short answer among paragraphs, a heading, a list
    "<p>She did not.</p>",
    "<h2>The barge</h2>",
    "<ul><li>The pier was built in 1911.</li><li>The rail dates from 1930.</li></ul>",
]


@pytest.mark.parametrize("block", KEPT)
def test_what_is_the_articles_is_kept(block: str) -> None:
    for words in re.findall(r">([^<]{3,})<", block):
        assert words.strip() in read_text(article(block)).characters


def test_a_box_that_is_shown_twice_is_none_of_the_text() -> None:
    box = "<center><b>Keep the presses turning! Renew at the counter.</b></center>"
    assert read_text(article(box, head="") + box.encode()).characters == BODY


def test_the_headline_is_metadata_and_headings_are_marked() -> None:
    reading = read_html(page(f"<h1>Bridge shut</h1><p>{FIRST}</p><h2>The barge</h2><p>{SECOND}</p><p>{THIRD}</p>"))
    assert reading.metadata.title == "Bridge shut"
    assert reading.text is not None
    assert reading.text.characters.startswith(FIRST)
    assert [span.of(reading.text.characters) for span in reading.text.marked(MarkKind.HEADING)] == ["The barge"]


def redactions(text: Text) -> list[Mark]:
    return [mark for mark in text.marks if mark.kind is MarkKind.REDACTION]


REDACTED = [
    # strokes or nothing: words are missing, and a mark stands for them
    ('<span class="redacted">____ ______</span>', "[REDACTED]", "____ ______", False),
    ('<span class="redacted">___</span>\n<span class="redacted">____</span>', "[REDACTED]", "___ ____", False),
    ('<span class="redacted"></span>', "[REDACTED]", "", False),
    ('<span class="is-redacted"/>', "[REDACTED]", "", False),
    ('<span style="background:#000">&nbsp;</span>', "[REDACTED]", "", False),
    # typed bars stay as they are
    ('<span class="redaction">████</span>', "████", None, False),
    ("██████", "██████", None, False),
    # a label says why, it is not the words
    ('<span class="redacted">(b)(6)</span>', "(b)(6)", None, False),
    # words that can still be read under their bar
    ('<span class="redacted">Odd Lie</span>', "[REDACTED]", "", True),
    ('<b style="background-color: black; color: #000">Odd Lie</b>', "[REDACTED]", "", True),
    # struck out until nothing is left
    ("<del>____</del>", "[REDACTED]", "____", False),
]


@pytest.mark.parametrize(("source", "words", "original", "recoverable"), REDACTED)
def test_redactions(source: str, words: str, original: str | None, recoverable: bool) -> None:
    reading = read_html(article(f"<p>The letter was signed by {source}, who has left the town since.</p>"))
    text = reading.text
    assert text
    assert [found.words for found in reading.recovered] == (["Odd Lie"] if recoverable else [])
    assert f"signed by {words}, who has" in text.characters
    mark = redactions(text)[0]
    assert len(redactions(text)) == 1
    assert mark.span.of(text.characters) == words
    assert mark.recoverable is recoverable
    assert [(edit.span, edit.original) for edit in text.edits] == ([] if original is None else [(mark.span, original)])


NOT_REDACTED = [
    '<b style="background: black; color: white">Odd Lie</b>',
    '<div class="redaction">La rédaction</div>',
    '<span class="redactor">Odd Lie</span>',
]


@pytest.mark.parametrize("source", NOT_REDACTED)
def test_what_is_no_redaction(source: str) -> None:
    assert redactions(read_text(article(f"<p>It was signed by {source} and by nobody else.</p>"))) == []


LINKED_DATA = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type":
["NewsArticle"], "headline": "Bridge &amp; barge", "datePublished": "2021-05-04T23:10:00-07:00", "author":
[{"@type": "Person", "name": "Inga Moe"}, {"name": "Per Lund"}], "publisher": {"name": "Larch Herald"}}]}</script>"""

STATED = [
    # every field from JSON-LD
    (LINKED_DATA, ("Bridge & barge", "Larch Herald", ("Inga Moe", "Per Lund"), "2021-05-04", Sureness.STATED)),
    # from meta tags; the day is the one at the outlet, whatever the time zone
    (
        '<meta property="og:title" content="Bridge shut | Larch Herald"><meta property="og:site_name" '
        'content="Larch Herald"><meta name="author" content="By Inga Moe and Per Lund, Staff Writers">'
        '<meta property="article:published_time" content="2021-05-04T23:10:00-07:00">',
        ("Bridge shut", "Larch Herald", ("Inga Moe", "Per Lund"), "2021-05-04", Sureness.STATED),
    ),
    # no outlet is named, but the page knows its address
    (
        "<title>Bridge shut</title><link rel=canonical href='https://www.larch.example/2021/05/04/bridge'>",
        ("Bridge shut", "larch.example", (), "2021-05-04", Sureness.INFERRED),
    ),
    # an account is nobody, an address no name, a month no day
    (
        "<title>Bridge shut</title><meta name=author content=admin><meta name=date content='May 2021'>",
        ("Bridge shut", None, (), None, None),
    ),
    # broken or hostile JSON-LD says nothing
    ("<title>Bridge shut</title><script type=application/ld+json>" + "[" * 9999, ("Bridge shut", None, (), None, None)),
]


@pytest.mark.parametrize(("head", "known"), STATED)
def test_metadata(head: str, known: tuple[object, ...]) -> None:
    if head.endswith("["):
        head += "</script>"
    m = read_html(article(head=head)).metadata
    assert (m.title, m.publisher, m.authors, m.published and m.published.edtf, m.published_sure) == known


def test_what_the_page_shows_is_inferred_and_left_out_of_the_text() -> None:
    reading = read_html(
        page(f"<h1>Bridge shut</h1><p class=byline>By Inga Moe</p><p>May 4, 2021</p><p>{FIRST}</p><p>{SECOND}</p>")
    )
    assert reading.metadata.authors == ("Inga Moe",)
    assert (reading.metadata.published, reading.metadata.published_sure) == (When("2021-05-04"), Sureness.INFERRED)
    assert reading.metadata.language == "en"
    assert reading.text is not None
    assert reading.text.characters == f"{FIRST}\n\n{SECOND}"


def test_a_link_with_a_bare_address_is_a_link() -> None:
    assert read_text(article("<p><a href=/>Larch Herald, the river's paper</a></p>")).characters == BODY


HOSTILE = [
    "<div>" * 100_000 + f"<p>{FIRST}</p>",
    f"<p>{FIRST}" + "<b>" * 20_000 + "</i>" * 20_000,
    f"<p>{FIRST}</p>" + "<!--" * 50_000 + "<p " * 50_000,
    f"<p>{FIRST}</p>" + "<a x='>\" " * 20_000,
    f"<p>{FIRST}</p>" + "&amp" * 50_000,
    "<table><tr><td>" * 5_000 + FIRST,
]


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_pages_are_read(source: str) -> None:
    assert FIRST in read_text(source.encode()).characters


def test_a_page_too_deep_to_choose_from_is_read_whole_and_said_so() -> None:
    reading = read_html(("<div>" * 1000 + f"<p>{FIRST}</p>").encode())
    assert "deep inside each other" in reading.problems[0]


@pytest.mark.parametrize("source", [b"<html><script>x</script></html>", b"<html><body> &nbsp; </body></html>"])
def test_a_page_without_words_is_refused(source: bytes) -> None:
    with pytest.raises(UnreadableError, match="without words"):
        read_html(source)


def check_map(data: bytes, text: Text) -> None:
    """Every character but for paragraph breaks is in a piece, and the words are those at the mapped place."""
    assert text.source_map is not None
    at = 0
    for piece in text.source_map.pieces:
        assert piece.start >= at
        assert text.characters[at : piece.start] in ("", "\n\n")
        at = piece.end
    assert at == len(text.characters)
    assert spans_off_the_source(data, text, 20) == []


MARKUP = [
    *("&amp;", "&nbsp;", "&#8212;", "&eacute", "<b>", "</b>", "<a href='x>y'>", "</a>", "<br>", "<!-- - -->", "<i/>"),
    *("<del>gone</del>", "<script>a<b</script>", '<span class="redacted">__</span>'),
]
INLINE = st.one_of(st.text("abc “é” \n\t", min_size=1, max_size=12), st.sampled_from(MARKUP))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(INLINE, min_size=1, max_size=12).map("".join), min_size=1, max_size=5), st.booleans())
def test_any_page_maps_back_to_its_source(paragraphs: list[str], verbatim: bool) -> None:
    tag = "pre" if verbatim else "p"
    data = "".join(f"<{tag}>{words}</{tag}>\n" for words in paragraphs).encode()
    try:
        text = read_text(data)
    except UnreadableError:
        return
    check_map(data, text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["<div", "<p>", "</p>", "<li>", ">", "<", "'", '"', "=", "word ", "&", "<!--", "-->"])))
def test_any_tag_soup_is_read_or_refused(bits: list[str]) -> None:
    data = "".join(bits).encode()
    try:
        text = read_text(data)
    except UnreadableError:
        return
    assert text.source_map is not None
    assert text.characters == text.characters.strip()


@pytest.mark.parametrize("name", ["decoded", "mapped"])
def test_a_reference_without_its_end(name: str) -> None:
    source = "<p>Caf&eacutea &notit; &AT&amp</p>"
    text = text_of(source, walk(source).blocks)[0]
    if name == "decoded":
        assert text.characters == "Caféa ¬it; &AT&"
    else:
        assert text.source_map is not None
        assert text.source_map.to_source(Span(4, 5)) == Span(13, 14)
