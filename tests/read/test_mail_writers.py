"""Who wrote which words of a mail: quoted mails, signatures, boilerplate; and what was blacked out by typing."""

import pytest

from sayso.model.document import MarkKind
from sayso.read.mail import read_mail
from sayso.read.typed_redactions import typed_redactions


def marked(body: str, kind: MarkKind, sender: str) -> list[tuple[str, str]]:
    """The words and the note of each mark of this kind in a plain mail."""
    head = f"From: {sender} <x@kelpline.example>\nContent-Type: text/plain; charset=utf-8\n\n"
    text = read_mail((head + body).encode()).text
    assert text is not None
    return [(m.span.of(text.characters), m.note) for m in text.marks if m.kind is kind]


QUOTED = [
    # signs, introduced on one line
    (
        "No.\n\nOn 3 May 2021, at 09:15, Ane Sørby <a@kelpline.example> wrote:\n\n> Did he sign?\n> Tell me.\n",
        [("On 3 May 2021, at 09:15, Ane Sørby <a@kelpline.example> wrote:\n\n> Did he sign?\n> Tell me.", "Ane Sørby")],
    ),
    # the introduction runs over two lines
    (
        "No.\n\nOn Mon, May 3, 2021 at 9:15 AM Ane Sørby\n<a@kelpline.example> wrote:\n> Did he sign?\n\nRight.\n",
        [("On Mon, May 3, 2021 at 9:15 AM Ane Sørby\n<a@kelpline.example> wrote:\n> Did he sign?", "Ane Sørby")],
    ),
    # quotation in a quotation, answered between
    (
        "Ane Sørby wrote:\n> On 2 May 2021 Tunde Okafor wrote:\n>> Who paid?\n> Nobody.\n\nI did.\n",
        [
            ("Ane Sørby wrote:\n> On 2 May 2021 Tunde Okafor wrote:\n>> Who paid?\n> Nobody.", "Ane Sørby"),
            ("> On 2 May 2021 Tunde Okafor wrote:\n>> Who paid?", "Tunde Okafor"),
        ],
    ),
    # the mail below has no signs
    (
        "Yes.\n\nOn 2021-05-03 09:15, Ane Sørby wrote:\n\nDid he sign?\n",
        [("On 2021-05-03 09:15, Ane Sørby wrote:\n\nDid he sign?", "Ane Sørby")],
    ),
    # Outlook, two mails below each other
    (
        "Fine.\n\n-----Original Message-----\nFrom: Sørby, Ane [mailto:a@kelpline.example]\nSent: Monday, May 3, 2021 "
        "9:15 AM\nTo: Tunde Okafor\nSubject: RE: audit\n\nWho else?\n\nFrom: Tunde Okafor\nSent: Sunday\n"
        "To: Ane Sørby\nSubject: audit\n\nI know.\n",
        [
            ("-----Original Message-----", "Sørby, Ane"),
            ("From: Tunde Okafor\nSent: Sunday\nTo: Ane Sørby\nSubject: audit\n\nI know.", "Tunde Okafor"),
        ],
    ),
    # a forwarded mail
    (
        "See below.\n\n---------- Forwarded message ---------\nFrom: Tunde Okafor <t@kelpline.example>\nDate: Sun"
        "\nSubject: audit\nTo: <a@kelpline.example>\n\n\nI know.\n",
        [("---------- Forwarded message ---------", "Tunde Okafor")],
    ),
    # French, German
    (
        "Oui.\n\nLe lun. 3 mai 2021 à 09:15, Ane Sørby <a@kelpline.example> a écrit :\n> Signé ?\n",
        [("Le lun.", "Ane Sørby")],
    ),
    ("Ja.\n\nAm 03.05.2021 um 09:15 schrieb Ane Sørby:\n> Und?\n", [("Am 03.05.2021", "Ane Sørby")]),
    # a letter in which somebody writes
    ("On Monday he wrote:\n\nThe wall is sound.\n\nI do not believe it.\n", []),
    ("On Monday 3 May, she wrote to me and said this:\nThe wall is sound.\n", []),
    # a memo's own head, and a list that is no header
    ("From: the harbour\nto: the hills\nwe walked.\n", []),
    # a line that a mailbox escaped
    (">From here we walked.\nIt rained.\n", []),
]


@pytest.mark.parametrize(("body", "expected"), QUOTED)
def test_quoted_mails(body: str, expected: list[tuple[str, str]]) -> None:
    for text in (body, body.replace("\n", "\r\n")):
        found = marked(text, MarkKind.QUOTED_MAIL, "Tunde Okafor")
        assert [note for _, note in found] == [note for _, note in expected]
        for (quoted, _), (start, _) in zip(found, expected, strict=True):
            assert quoted.replace("\r", "").startswith(start)


SIGNED = [
    # the standard's delimiter
    ("The wall cracked.\n\n-- \nAne Sørby\nKelpline\n", ["-- \nAne Sørby\nKelpline"]),
    # a closing formula, a name, an office
    (
        "He paid on Friday.\n\nKind regards,\n\nAne\n\nAne Sørby\nChief Engineer\n",
        ["Kind regards,\n\nAne\n\nAne Sørby\nChief Engineer"],
    ),
    # the sender's initials
    ("He paid on Friday, in cash.\n\nA.S.\n", ["A.S."]),
    # a block with a telephone number, no formula, no name that we know
    (
        "He paid on Friday, in cash.\n\nMarit Dahl Lunde\nCase Officer\nTel. +47 555 01 23\n",
        ["Marit Dahl Lunde\nCase Officer\nTel. +47 555 01 23"],
    ),
    # a closing of the writer's own, over another spelling of the name
    (
        "He paid on Friday.\n\nUntil Thursday,\nA. Soerby\n\nKelpline AS\n",
        ["Until Thursday,\nA. Soerby\n\nKelpline AS"],
    ),
    # a postscript is no signature
    ("He paid.\n\nBest,\nAne\n\nP.S. Ask Okafor about the second invoice, he knows.\n", []),
    # the signature of each mail by itself
    (
        "He paid.\n\nAne\n\nOn 2 May 2021 Tunde Okafor wrote:\n> Did he pay?\n>\n> Cheers,\n> Tunde\n",
        ["Ane", "Cheers,\n> Tunde"],
    ),
    # lists and short lines are no signatures
    ("Bring:\n\nthe folder\nthe keys\nTunde\n", []),
    # a mail of one word
    ("Thanks!\n", []),
]


@pytest.mark.parametrize(("body", "expected"), SIGNED)
def test_signatures(body: str, expected: list[str]) -> None:
    assert [text for text, _ in marked(body, MarkKind.SIGNATURE, "Ane Sørby")] == expected


BOILERPLATE = [
    # a disclaimer
    (
        "He paid.\n\nThis e-mail and any attachments are confidential and intended only for the addressee. If you\n"
        "received it in error, notify the sender and delete it.\n",
        ["This e-mail and any attachments are"],
    ),
    # its title and a second paragraph belong to it
    (
        "He paid.\n\nCONFIDENTIALITY NOTICE:\n\nThis message is privileged and meant for the sole use of those named."
        " Unauthorised use is prohibited.\n\nWe accept no liability for viruses.\n",
        ["CONFIDENTIALITY NOTICE:", "This message is privileged", "We accept no liability"],
    ),
    # a list
    (
        "He paid.\n\n_____________\nboard mailing list\nboard@lists.example\n",
        ["_____________\nboard mailing list\nboard@lists.example"],
    ),
    # a telephone, inside of the signature
    ("He paid.\n\nAne\nSent from my phone\n", ["Sent from my phone"]),
    # a warning put on top
    (
        "CAUTION: This email originated from outside of the organization. Do not click.\n\nHe paid.\n",
        ["CAUTION: This email"],
    ),
    # secrets between people are news
    ("This message is confidential. Nobody is to know that he paid.\n", []),
    ("The attachments show that the message was privileged information for Dahl.\n", []),
]


@pytest.mark.parametrize(("body", "expected"), BOILERPLATE)
def test_boilerplate(body: str, expected: list[str]) -> None:
    found = [text for text, _ in marked(body, MarkKind.BOILERPLATE, "Ane Sørby")]
    assert len(found) == len(expected)
    for text, start in zip(found, expected, strict=True):
        assert text.startswith(start)
        assert "He paid" not in text


REDACTED = [
    ("I saw [REDACTED] on the [redacted], not (redacted).", ["[REDACTED]", "[redacted]", "(redacted)"]),
    ("He is [NAME REDACTED], of [Redacted: personal privacy].", ["[NAME REDACTED]", "[Redacted: personal privacy]"]),
    ("████ told ██ and █.", ["████", "██", "█"]),
    ("The account XXXXXX, XXXX and XXXXXL.", ["XXXXXX", "XXXX"]),
    ("He asked [name withheld] to leave.", ["[name withheld]"]),
    ("The (heavily redacted) report; [Withheld material is marked.]; he withheld (names).", []),
]


@pytest.mark.parametrize(("text", "expected"), REDACTED)
def test_typed_redactions(text: str, expected: list[str]) -> None:
    marks = typed_redactions(text)
    assert [m.span.of(text) for m in marks] == expected
    assert all(m.kind is MarkKind.REDACTION and not m.recoverable for m in marks)
    reasons = ["typed: personal privacy" if "personal privacy" in words else "typed" for words in expected]
    assert [m.note for m in marks] == reasons
