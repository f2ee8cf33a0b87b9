"""Messages that header fields state: who wrote to whom, when, on the word of the mail itself."""

import pytest

from sayso.find.events.headers import header_events
from sayso.model.document import Document, Metadata, Sureness
from sayso.model.event import Event, EventKind, EventStatus
from sayso.read.mail import read_mail

FIELDS = (
    "From: Ane Sørby <ane@kelpline.example>\n"
    'To: "Oduya, R. (Harbour)" <r.oduya@kelpline.example>, quill@kelpline.example\n'
    "Date: Mon, 3 May 2021 23:15:00 -0500\n"
)
BODY = "Dear R.,\n\nThe quay was closed on Monday. Call me.\n\nAne\n"


def document(source: str) -> Document:
    reading = read_mail(source.encode())
    assert reading.text is not None
    return Document("d1", "a.eml", "", reading.media_type, reading.metadata, reading.text)


def stated(source: str) -> tuple[Event, str]:
    of = document(source)
    [event] = header_events(of)
    return event, event.evidence.of(of.text.characters)


def test_a_mail_is_a_message() -> None:
    event, words = stated(f"{FIELDS}\n{BODY}")
    assert event.kind is EventKind.MESSAGE
    assert event.status is EventStatus.OCCURRED
    assert event.participants == ("Ane Sørby", "R. Oduya", "quill@kelpline.example")
    assert (event.date.edtf if event.date else None, event.time) == ("2021-05-03", "23:15-05:00")
    assert (event.according_to, event.confidence) == ((), 1.0)
    assert words == "The quay was closed on Monday."
    assert event.trigger == event.evidence


WORDS = [
    # past a greeting; the sender's own before what is quoted
    (
        "Hi,\n\nIt was shut for the night.\n\nOn 2 May 2021, R. Oduya wrote:\n> Was it shut?\n",
        "It was shut for the night.",
    ),
    # a mail that only passes on another
    ("> It was shut for the night.\n", "> It was shut for the night."),
    # one word
    ("Yes.\n", "Yes."),
]


@pytest.mark.parametrize(("body", "words"), WORDS)
def test_the_words_are_how_the_mail_begins(body: str, words: str) -> None:
    assert stated(f"{FIELDS}\n{body}")[1] == words


CLOCKS = [
    ("Mon, 3 May 2021 09:15:00 +0200", "09:15+02:00"),
    ("Mon, 3 May 2021 09:15:00 GMT", "09:15+00:00"),
    # the zone is said to be unknown (RFC 5322), or not said
    ("Mon, 3 May 2021 09:15:00 -0000", "09:15"),
    ("Mon, 3 May 2021 09:15", "09:15"),
    ("Mon, 3 May 2021", None),
]


@pytest.mark.parametrize(("field", "clock"), CLOCKS)
def test_the_zone_is_kept(field: str, clock: str | None) -> None:
    source = FIELDS.replace("Mon, 3 May 2021 23:15:00 -0500", field)
    assert stated(f"{source}\n{BODY}")[0].time == clock


NONE = [
    # nobody wrote, nobody reads, no words
    FIELDS.replace("From: Ane Sørby <ane@kelpline.example>\n", "") + "\n" + BODY,
    "From: Ane <ane@kelpline.example>\nTo: undisclosed-recipients:;\n\n" + BODY,
    FIELDS + "\n\n",
]


@pytest.mark.parametrize("source", NONE)
def test_what_states_no_message(source: str) -> None:
    assert header_events(document(source)) == ()


def test_blind_copies_take_part() -> None:
    event, _ = stated(f"Bcc: Cy Quill <cy@kelpline.example>\n{FIELDS}\n{BODY}")
    assert event.participants[-1] == "Cy Quill" or "Cy Quill" in event.participants


def test_a_guessed_date_is_none() -> None:
    of = document(f"{FIELDS}\n{BODY}")
    known = of.metadata
    guessed = Metadata(headers=known.headers, published=known.published, published_sure=Sureness.GUESSED)
    [event] = header_events(Document("d1", "a.eml", "", of.media_type, guessed, of.text))
    assert event.date is None
