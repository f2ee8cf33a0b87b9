"""Mails: words, headers, attachments, and what is not the sender's own."""

import base64
import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Sureness
from sayso.read.mail import read_mail
from sayso.read.reading import Reading


def mail(body: str, *headers: str, line_break: str = "\n") -> bytes:
    """A plain mail as it is stored."""
    head = [*headers, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", ""]
    return line_break.join(head).encode() + body.encode()


def words(reading: Reading, *kinds: MarkKind) -> list[tuple[str, str]]:
    """The words and the note of each mark of these kinds."""
    assert reading.text is not None
    return [(m.span.of(reading.text.characters), m.note) for m in reading.text.marks if m.kind in kinds]


# --- headers ---------------------------------------------------------------------------------------------------------

HEADERS = [
    # a name with an encoded word, the comma inside of it being no separator
    ("From: =?utf-8?q?S=C3=B8rby=2C_Ane?= <a.sorby@kelpline.example>", ("Sørby, Ane",)),
    # no name: the address
    ("From: desk@kelpline.example", ("desk@kelpline.example",)),
    # two writers
    ('From: Ane Sørby <a@kelpline.example>, "Okafor, T." <t@kelpline.example>', ("Ane Sørby", "Okafor, T.")),
    # Latin-1 bytes where the standard wants encoded words
    ("From: Ren\xe9e Vauquelin <rv@kelpline.example>", ("Renée Vauquelin",)),
    # nobody
    ("From:", ()),
]


@pytest.mark.parametrize(("header", "authors"), HEADERS)
def test_authors(header: str, authors: tuple[str, ...]) -> None:
    encoding = "latin-1" if "\xe9" in header else "utf-8"
    assert read_mail(header.encode(encoding) + b"\n\nHello.\n").metadata.authors == authors


DATES = [
    # the writer's calendar counts, not Greenwich's (there it was the next day)
    ("Date: Tue, 09 Mar 2021 23:50:00 -0500", "2021-03-09"),
    # no weekday, zone by name
    ("Date: 4 Apr 2019 07:00 GMT", "2019-04-04"),
    # a comment
    ("Date: Fri, 1 Nov 2013 10:00:00 +0100 (CET)", "2013-11-01"),
    # no such day
    ("Date: Tue, 31 Feb 2021 10:00:00 +0000", None),
    # no date
    ("Date: yesterday, after lunch", None),
    # the clock of a machine that was never set
    ("Date: Thu, 1 Jan 1970 00:00:00 +0000", None),
]


@pytest.mark.parametrize(("header", "day"), DATES)
def test_date_is_the_writers_day(header: str, day: str | None) -> None:
    reading = read_mail(mail("Hello.\n", header))
    assert (reading.metadata.published.edtf if reading.metadata.published else None) == day
    assert reading.metadata.published_sure == (Sureness.STATED if day else None)
    assert bool(reading.problems) == (day is None)


def test_headers_are_decoded_unfolded_and_in_order() -> None:
    data = mail(
        "Hello.\n",
        "Received: from somewhere",
        "Subject: =?iso-8859-1?Q?R=E9union?= =?utf-8?b?IGRlIG1hcmRp?=",
        "To: Ane =?utf-8?q?S=C3=B8rby?=",
        " <a@kelpline.example>,",
        "\tTunde Okafor <t@kelpline.example>",
        "message-id: <1@kelpline.example>",
        "X-Mailer: none",
    )
    metadata = read_mail(data).metadata
    assert metadata.title == "Réunion de mardi"
    assert metadata.headers == (
        ("Subject", "Réunion de mardi"),
        ("To", "Ane Sørby <a@kelpline.example>, Tunde Okafor <t@kelpline.example>"),
        ("Message-ID", "<1@kelpline.example>"),
    )
    assert metadata.publisher is None
    assert metadata.published is None


SUBJECTS = [
    # one character cut in two by its mailer
    ("=?utf-8?b?w6Y=?= =?utf-8?q?r=C3?= =?utf-8?q?=A5?=", "ærå"),
    # spaces between encoded words vanish, those beside others stay
    ("Re: =?utf-8?q?a_b?=  =?iso-8859-1?q?=E9?= end", "Re: a bé end"),
    # a language tag (RFC 2231), a backslash beside it
    ("C:\\users =?utf-8*nb?q?=C3=A5?=", "C:\\users å"),
    # no such set: UTF-8 is tried
    ("=?x-none?q?=C3=A5?=", "å"),
    # what can't be decoded stays
    ("=?utf-8?b?A?= and =?utf-8?x?y?=", "=?utf-8?b?A?= and =?utf-8?x?y?="),
    # a codec that would make code points from numbers
    ("=?unicode_escape?q?=5Cud800?=", "\\ud800"),
]


@pytest.mark.parametrize(("value", "expected"), SUBJECTS)
def test_encoded_words(value: str, expected: str) -> None:
    assert read_mail(mail("Hello.\n", f"Subject: {value}")).metadata.title == expected


# --- the text --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body", ["One.\n\nTwo – “three”. \n", "One.\r\nTwo.\r\n", "format \nflowed\n", "a", "\n\n\ta\n\n"]
)
def test_plain_body_is_kept_exactly(body: str) -> None:
    reading = read_mail(mail(body, "From: a@kelpline.example"))
    assert reading.text is not None
    assert reading.text.characters == body


def multipart(kind: str, *parts: str) -> bytes:
    """A mail of parts, each with its own header lines and body."""
    middle = "".join(f"--edge\n{part}\n" for part in parts)
    return f"From: a@kelpline.example\nContent-Type: multipart/{kind}; boundary=edge\n\n{middle}--edge--\n".encode()


PLAIN = "Content-Type: text/plain\n\nThe plain words of this mail, as its writer typed them.\n"
STUB = "Content-Type: text/plain\n\nPlease use a mail program that shows HTML.\n"
EMPTY = "Content-Type: text/plain\n\n \n"
HTML = (
    "Content-Type: text/html\n\n<html><head><title>no</title><style>p {}</style></head><body><p>The <b>bold</b>\nwords"
    " &amp; signs.</p><div style='display:none'>tracking</div><p>"
    + "And many more words that only stand in this form. " * 6
    + "</p></body></html>"
)

BODIES = [
    # both forms: the plain one
    (("alternative", PLAIN, HTML), "The plain words of this mail"),
    # the plain form is empty
    (("alternative", EMPTY, HTML), "The bold words & signs.\n\nAnd many more"),
    # the plain form only says that there is another
    (("alternative", STUB, HTML), "The bold words & signs.\n\nAnd many more"),
    # no plain form
    (("alternative", HTML), "The bold words & signs."),
    # words, then a list's footer as a part of its own
    (("mixed", PLAIN, "Content-Type: text/plain\n\n____\nboard mailing list"), "typed them.\n____\nboard"),
    # words beside a signature that proves who sent them
    (("signed", PLAIN, "Content-Type: application/pgp-signature; name=signature.asc\n\nxyz"), "The plain words"),
]


@pytest.mark.parametrize(("parts", "expected"), BODIES)
def test_the_best_form_of_the_body_is_the_text(parts: tuple[str, ...], expected: str) -> None:
    reading = read_mail(multipart(parts[0], *parts[1:]))
    assert reading.text is not None
    assert expected in reading.text.characters
    assert "tracking" not in reading.text.characters
    assert "no" not in reading.text.characters.split()
    assert not reading.members
    assert not reading.problems


def test_quotations_in_html_are_marked() -> None:
    page = (
        "<div>Not before June.</div><br><div>On Mon, 3 May 2021 at 09:15, Ane Sørby &lt;a@kelpline.example&gt; wrote:"
        "</div><blockquote><p>When is the audit?</p><blockquote>Soon, I hope.</blockquote></blockquote>"
    )
    data = b"From: Tunde Okafor <t@kelpline.example>\nContent-Type: text/html; charset=utf-8\n\n" + page.encode()
    quoted = words(read_mail(data), MarkKind.QUOTED_MAIL)
    assert [note for _, note in quoted] == ["Ane Sørby", ""]
    assert quoted[0][0].startswith("On Mon, 3 May 2021")
    assert quoted[0][0].endswith("Soon, I hope.")
    assert quoted[1][0] == "Soon, I hope."


CHARSETS = [
    # as stated
    (b"iso-8859-15", "caf\xe9 \u20ac".encode("iso-8859-15"), "café €", False),
    # a charset that does not exist, and UTF-8
    (b"utf-eight", "café".encode(), "café", False),
    # no UTF-8, whatever it says
    (b"utf-8", b"caf\xe9", "café", True),
    # a codec that is no character set
    (b"rot13", b"abc", "abc", False),
    # a codec whose decoder always fails
    (b"undefined", b"abc", "abc", False),
    # quotation marks of Windows, as mails that say ISO 8859-1 have them
    (b"iso-8859-1", b"\x93caf\xe9\x94", "“café”", False),
    # half a character, which no text may hold
    (b"utf-7", b"+2AA-", "+2AA-", False),
    # nothing stated, and UTF-8
    (b"", "naïve".encode(), "naïve", False),
]


@pytest.mark.parametrize(("charset", "body", "expected", "problem"), CHARSETS)
def test_charsets(charset: bytes, body: bytes, expected: str, problem: bool) -> None:
    kind = b"Content-Type: text/plain" + (b"; charset=" + charset if charset else b"")
    reading = read_mail(b"From: a@kelpline.example\n" + kind + b"\n\n" + body)
    assert reading.text is not None
    assert reading.text.characters == expected
    assert bool(reading.problems) == problem


# --- attachments -----------------------------------------------------------------------------------------------------

NAMES = [
    # folders are left out, of either kind
    ('name="../../etc/passwd"', "passwd"),
    ('name="C:\\\\Users\\\\a\\\\memo.pdf"', "memo.pdf"),
    # control and direction signs (what looks like fdp.exe)
    ('name="memo\x07\u202e.pdf"', "memo.pdf"),
    # nothing but folders and dots
    ('name="/.."', "attachment-1.pdf"),
    # an encoded word
    ('name="=?utf-8?b?w6VybWVsZGluZy5wZGY=?="', "årmelding.pdf"),
    # RFC 2231
    ("name*=utf-8''%C3%A5r.pdf", "år.pdf"),
    # no name
    ("x=y", "attachment-1.pdf"),
    # longer than a file system takes; the extension survives
    (f'name="{"a" * 400}.pdf"', "a" * 130 + ".pdf"),
]


@pytest.mark.parametrize(("parameter", "name"), NAMES)
def test_names_of_attachments_are_harmless(parameter: str, name: str) -> None:
    part = f"Content-Type: application/pdf; {parameter}\nContent-Disposition: attachment\n\n%PDF"
    reading = read_mail(multipart("mixed", PLAIN, part))
    assert [(m.name, m.data) for m in reading.members] == [(name, b"%PDF")]


def test_attachments_of_one_name_stay_apart() -> None:
    part = "Content-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\n"
    reading = read_mail(multipart("mixed", PLAIN, part + "one", part + "two", part + "three"))
    assert [(m.name, m.data) for m in reading.members] == [
        ("a.txt", b"one"),
        ("a-2.txt", b"two"),
        ("a-3.txt", b"three"),
    ]


def test_an_attached_mail_is_a_member_with_its_bytes() -> None:
    inner = "From:  t@kelpline.example\nSubject: odd   spacing\nContent-Type: multipart/mixed; boundary=in\n\n"
    inner += "--in\n\nx\n--in--"
    reading = read_mail(multipart("mixed", PLAIN, "Content-Type: message/rfc822\n\n" + inner))
    assert [(m.name, m.data) for m in reading.members] == [("attachment-1.eml", inner.encode())]


def test_pictures_inside_of_the_body_are_left_out_and_others_are_members() -> None:
    inside = "Content-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png\n\nx"
    beside = "Content-Type: image/png\nContent-Disposition: attachment; filename=scan.png\n\nx"
    calendar = "Content-Type: text/calendar\n\nBEGIN:VCALENDAR"
    reading = read_mail(multipart("mixed", PLAIN, inside, beside, calendar))
    assert [m.name for m in reading.members] == ["scan.png", "attachment-2.ics"]
    assert not reading.problems


# --- broken mails ----------------------------------------------------------------------------------------------------


def test_damaged_base64_is_a_problem_and_the_rest_is_read() -> None:
    part = "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nAAAAA"
    reading = read_mail(multipart("mixed", PLAIN, part))
    assert reading.text is not None
    assert "plain words" in reading.text.characters
    assert [m.name for m in reading.members] == ["a.pdf"]
    assert "a.pdf" in reading.problems[0]


def test_a_mail_that_was_cut_off_is_read_up_to_there() -> None:
    whole = multipart("mixed", PLAIN, "Content-Type: text/plain\n\nSecond part.")
    reading = read_mail(whole[: whole.index(b"part.")])
    assert reading.text is not None
    assert reading.text.characters.endswith("Second ")


def test_a_missing_boundary_is_a_problem_and_the_words_are_kept() -> None:
    reading = read_mail(b"From: a@kelpline.example\nContent-Type: multipart/mixed\n\nThe words.\n")
    assert reading.text is not None
    assert reading.text.characters == "The words.\n"
    assert reading.problems


def test_parts_nested_too_deep_are_named_and_not_taken_for_words() -> None:
    layers = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(300))
    reading = read_mail(f"From: a@kelpline.example\n{layers}\nwords\n".encode())
    assert reading.text is not None
    assert reading.text.characters == ""
    assert "100 deep" in reading.problems[0]


def test_encrypted_mail_is_named() -> None:
    reading = read_mail(multipart("encrypted", "Content-Type: application/pgp-encrypted\n\nVersion: 1"))
    assert "encrypted" in reading.problems[0]


def test_words_without_header_are_read_with_a_problem() -> None:
    reading = read_mail(b"The wall is sound, he said.\nBut it is not.\n")
    assert reading.text is not None
    assert reading.text.characters == "The wall is sound, he said.\nBut it is not.\n"
    assert reading.problems


@pytest.mark.parametrize("data", [b"", b" \n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"\0\1\2\3" * 50])
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_mail(data)


# --- properties ------------------------------------------------------------------------------------------------------

_LINES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60)
_BODY = st.lists(st.one_of(_LINES, st.just(""), _LINES.map("> ".__add__), st.just("-- "), st.just("Best,")), max_size=8)
_NAME = st.from_regex(r"[a-zæøå0-9 _-]{1,20}\.(pdf|txt|docx)", fullmatch=True).filter(lambda n: n[0] not in " .")


@settings(max_examples=60, deadline=None)
@given(_BODY, st.lists(st.tuples(_NAME, st.binary(max_size=200)), max_size=3), st.text(max_size=30))
def test_what_is_sent_is_what_is_read(lines: list[str], attached: list[tuple[str, bytes]], subject: str) -> None:
    body = "\n".join(lines) + "\n"
    message = EmailMessage()
    message["From"] = "Ane Sørby <a@kelpline.example>"
    message["Subject"] = " ".join("".join(c for c in subject if c.isprintable()).split())
    message.set_content(body)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    reading = read_mail(message.as_bytes())
    assert reading.text is not None
    assert reading.text.characters == body if body.strip() else not reading.text.characters.strip()
    assert [m.data for m in reading.members] == [data for _, data in attached]
    assert len({m.name for m in reading.members}) == len(attached)
    assert reading.metadata.authors == ("Ane Sørby",)
    for mark in reading.text.marks:
        assert mark.span.of(reading.text.characters)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    head = b"From: a\nContent-Type: multipart/mixed; boundary=a\nContent-Transfer-Encoding: base64\n"
    for mail_bytes in (data, head + data, head + b"\n--a\n" + data, b"Date: " + data, b"Subject: =?utf-8?b?" + data):
        try:
            read_mail(mail_bytes)
        except UnreadableError:
            continue


def test_base64_body() -> None:
    body = "Ærlig talt.\r\n"
    data = b"From: a@k.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\n"
    reading = read_mail(data + base64.encodebytes(body.encode()))
    assert reading.text is not None
    assert reading.text.characters == body


# --- a whole case ----------------------------------------------------------------------------------------------------


def test_the_words_of_a_case_are_found(shared: Path) -> None:
    """Every passage that a careful researcher quoted from a mail of the case is in its text, and not marked off."""
    case = shared / "cases" / "dev"
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    quotes = [(s["doc"], s["quote"]) for claim in gold["claims"] for s in claim["statements"]]
    quotes += [(item["doc"], item["quote"]) for kind in ("events", "gaps") for item in gold[kind]]
    ours = [(name, quote) for name, quote in quotes if name.endswith(".eml")]
    assert ours
    for name, quote in ours:
        text = read_mail((case / "docs" / name).read_bytes()).text
        assert text is not None
        own = text.hidden(text.marked(MarkKind.QUOTED_MAIL, MarkKind.SIGNATURE, MarkKind.BOILERPLATE))
        assert " ".join(quote.split()) in " ".join(own.split())
