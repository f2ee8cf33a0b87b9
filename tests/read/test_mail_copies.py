"""Copies of one mail are one document; another mail is another one, however alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.mail import read_mail

FIELDS = {
    "Message-ID": "<7@kelpline.example>",
    "From": "Ane Sørby <ane@kelpline.example>",
    "To": "R. Oduya <r.oduya@kelpline.example>",
    "Date": "Mon, 3 May 2021 09:15:00 +0200",
    "Subject": "The quay",
}
BODY = "The quay was closed.\nNobody – nobody! – was told.\n"


def mail(body: str = BODY, *, coding: str = "8bit", first: str = "", **changed: str) -> bytes:
    """A mail; `first` stands over its fields, `changed` in place of them (`_` for `-`), an empty one is left out."""
    fields = {**FIELDS, **{name.replace("_", "-"): value for name, value in changed.items()}}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    head = (
        first + "\n".join(lines) + f"\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {coding}\n\n"
    )
    if coding == "base64":
        from base64 import encodebytes

        return head.encode() + encodebytes(body.encode())
    return head.encode() + body.encode()


ONE = read_mail(mail()).identity

SAME = [
    # what servers add on the way to different people
    mail(first="Received: from a by b; Mon, 3 May 2021 07:15:02 +0000\nReturn-Path: <ane@kelpline.example>\n"),
    mail(first="Delivered-To: r.oduya@kelpline.example\nX-Spam-Status: No\n"),
    # line ends
    mail().replace(b"\n", b"\r\n"),
    mail(BODY + "\n\n"),
    # another transfer encoding
    mail(coding="base64"),
    # a field folded, another order of fields
    mail(Subject="The\n quay"),
    mail(Subject="", first="Subject: The quay\n"),
    mail(Subject="=?utf-8?Q?The_quay?="),
]
OTHERS = [
    mail(BODY.replace("Nobody", "Somebody")),
    mail(Message_ID="<8@kelpline.example>"),
    mail(To="Quill <quill@kelpline.example>"),
    mail(Date="Mon, 3 May 2021 09:16:00 +0200"),
    mail(Subject="The lock"),
    # the sender's own copy says who read it in secret
    mail(Bcc="Quill <quill@kelpline.example>"),
]


@pytest.mark.parametrize("copy", SAME)
def test_copies_are_one(copy: bytes) -> None:
    assert ONE is not None
    assert read_mail(copy).identity == ONE


@pytest.mark.parametrize("other", OTHERS)
def test_other_mails_are_others(other: bytes) -> None:
    assert read_mail(other).identity not in (None, ONE)


def test_a_mail_without_an_id_is_its_bytes() -> None:
    assert read_mail(mail(Message_ID="")).identity is None


def test_attachments_count() -> None:
    def sent(attached: str) -> bytes:
        parts = (
            f"--b\nContent-Type: text/plain\n\nSee there.\n--b\nContent-Type: application/pdf\n\n{attached}\n--b--\n"
        )
        head = "\n".join(f"{name}: {value}" for name, value in FIELDS.items())
        return f"{head}\nContent-Type: multipart/mixed; boundary=b\n\n{parts}".encode()

    assert read_mail(sent("%PDF-1")).identity != read_mail(sent("%PDF-2")).identity


@settings(max_examples=50, deadline=None)
@given(st.text("ab .\n", max_size=60), st.text("ab .\n", max_size=60))
def test_two_mails_are_one_only_if_their_words_are(first: str, second: str) -> None:
    same = read_mail(mail(first)).identity == read_mail(mail(second)).identity
    assert same == (first.rstrip() == second.rstrip())


# --- dates that can't be ---------------------------------------------------------------------------------------------

CONFLICTS = [
    # all is well: received a second later, by clocks in two zones
    (mail(first="Received: from a by b; Mon, 3 May 2021 07:15:02 +0000\n"), ""),
    # a clock that is half an hour slow
    (mail(first="Received: from a by b; Mon, 3 May 2021 06:50:00 +0000\n"), ""),
    # it was passed on a day before it was sent
    (
        mail(first="Received: from a by b; Sun, 2 May 2021 07:15:02 +0000\n"),
        "received (2021-05-02 07:15 +0000) before it was sent",
    ),
    # of several machines the first counts
    (
        mail(
            first="Received: from b by c; Mon, 3 May 2021 07:15:09 +0000\n"
            "Received: from a by b; Sun, 2 May 2021 07:15:02 +0000\n"
        ),
        "before it was sent",
    ),
    # another weekday
    (mail(Date="Tue, 3 May 2021 09:15:00 +0200"), "says Tue, but that day was a Monday"),
    # zones that are none
    (mail(Date="Mon, 3 May 2021 09:15:00 +1760"), "time zone that does not exist"),
    (mail(Date="Mon, 3 May 2021 09:15:00 -1700"), "time zone that does not exist"),
    (mail(Date="Mon, 3 May 2021 09:15:00 +1400"), ""),
    (mail(Date="Mon, 3 May 2021 09:15:00"), ""),
    # a quoted mail that is younger
    (mail("Yes.\n\nOn 6 May 2021, R. Oduya wrote:\n> Was it?\n"), "quotes a mail of 2021-05-06"),
    (mail("Yes.\n\nOn Thursday, May 6, 2021 at 10:00, R. Oduya wrote:\n> Was it?\n"), "quotes a mail of 2021-05-06"),
    (
        mail(
            "Yes.\n\n-----Original Message-----\nFrom: R. Oduya\nSent: Thursday, May 6, 2021 9:15 AM\nTo: Ane Sørby\n"
            "Subject: The quay\n\nWas it?\n"
        ),
        "quotes a mail of 2021-05-06",
    ),
    # older, or a day on elsewhere, or a day that the quoted mail only speaks of
    (mail("Yes.\n\nOn 2 May 2021, R. Oduya wrote:\n> Was it?\n"), ""),
    (mail("Yes.\n\nOn 4 May 2021, R. Oduya wrote:\n> Was it?\n"), ""),
    (mail("Yes.\n\nOn 2 May 2021, R. Oduya wrote:\n> Is it on 9 May 2021?\n"), ""),
    # a form that two days have
    (mail("Yes.\n\nOn 6/5/2021, R. Oduya wrote:\n> Was it?\n"), ""),
]


@pytest.mark.parametrize(("data", "what"), CONFLICTS)
def test_dates_that_can_not_be_are_named(data: bytes, what: str) -> None:
    problems = read_mail(data).problems
    if what:
        assert any(what in problem for problem in problems), problems
    else:
        assert problems == ()


def test_a_mail_that_a_program_keeps_with_its_length() -> None:
    inner = mail()
    kept = b"%d\n" % len(inner) + inner + b'<?xml version="1.0"?><plist/>'
    reading = read_mail(kept)
    assert reading.text is not None
    assert reading.text.characters == BODY
    assert reading.metadata.title == "The quay"
