"""Mailboxes: where one mail ends and the next begins."""

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.read.mail import read_mail
from sayso.read.mbox import read_mbox

ENVELOPE = "From ane@kelpline.example Mon May  3 09:15:00 2021\n"

TWO = f"{ENVELOPE}Subject: a\n\nOne.\n\n{ENVELOPE}Subject: b\n\nTwo.\n"
FIRST, SECOND = "Subject: a\n\nOne.\n", "Subject: b\n\nTwo.\n"

MAILBOXES = [
    # two mails; the empty line between belongs to the mailbox
    (TWO, [FIRST, SECOND]),
    # line breaks of the network
    (TWO.replace("\n", "\r\n"), [FIRST.replace("\n", "\r\n"), SECOND.replace("\n", "\r\n")]),
    # a program that writes no empty line between mails
    (TWO.replace(f"\n{ENVELOPE}", ENVELOPE), [FIRST, SECOND]),
    # an envelope without a date
    ("From -\nSubject: a\n\nOne.\n\nFrom -\nSubject: b\n\nTwo.\n", [FIRST, SECOND]),
    # a sentence that starts with the word, after an empty line
    (f"{ENVELOPE}{FIRST}\nFrom here on it rained.\nStill.\n", [f"{FIRST}\nFrom here on it rained.\nStill.\n"]),
    # the same, escaped; and an escaped escape
    (f"{ENVELOPE}{FIRST}>From here on.\n>>From there.\n", [f"{FIRST}From here on.\n>From there.\n"]),
    # a quoted header in a letter
    (f"{ENVELOPE}{FIRST}He put:\nFrom Ane\nTo: me\n", [f"{FIRST}He put:\nFrom Ane\nTo: me\n"]),
]


@pytest.mark.parametrize(("data", "expected"), MAILBOXES)
def test_mails_of_a_mailbox(data: str, expected: list[str]) -> None:
    reading = read_mbox(data.encode())
    assert reading.text is None
    assert [m.data.decode() for m in reading.members] == expected
    assert [m.name for m in reading.members] == [f"{n}.eml" for n in range(1, len(expected) + 1)]


@pytest.mark.parametrize("data", [b"", b"\n", b"Subject: a\n\nOne.\n", b"From here on it rained.\n", b"\xff\xfe\0"])
def test_what_is_no_mailbox_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_mbox(data)


_LINE = st.one_of(st.text("abF >:.", max_size=20), st.sampled_from(["From here", ">From x", "From: me", "", "--"]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_LINE, max_size=6), min_size=1, max_size=4))
def test_what_is_stored_is_what_is_taken_out(bodies: list[list[str]]) -> None:
    """Mails stored as mboxrd (`>` before each line of `>` and `From `, an empty line after each mail) come back."""
    mails = []
    for number, lines in enumerate(bodies):
        message = EmailMessage()
        message["Subject"] = f"No. {number}"
        message.set_content("\n".join(lines) + "\n", cte="8bit")
        mails.append(message.as_bytes())
    stored = b"".join(ENVELOPE.encode() + escaped(mail) + b"\n" for mail in mails)
    taken = [m.data for m in read_mbox(stored).members]
    assert taken == mails
    for data, lines in zip(taken, bodies, strict=True):
        text = read_mail(data).text
        assert text is not None
        assert text.characters == "\n".join(lines) + "\n"


def escaped(mail: bytes) -> bytes:
    return b"".join(
        b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in mail.splitlines(keepends=True)
    )
