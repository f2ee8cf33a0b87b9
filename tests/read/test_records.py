"""Calendars, contacts and transcripts: what was entered, section by section."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.read import read
from sayso.read.reading import Reading

MOST = 20 << 20


def sections(reading: Reading) -> list[tuple[str, str]]:
    """The name of each section, and its words."""
    assert reading.text is not None
    return [(str(section), section.span.of(reading.text.characters)) for section in reading.text.sections]


CALENDAR = """BEGIN:VCALENDAR
X-WR-CALNAME:The harbour master's
BEGIN:VTIMEZONE
TZID:Europe/London
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=Europe/London:20210503T091500
DTEND:20210503T090000Z
SUMMARY:Meeting with R. Oduya\\, the quay
LOCATION:Harbour office
ORGANIZER;CN="Sørby, Ane":mailto:ane@kelpline.example
ATTENDEE;CN=R. Oduya;PARTSTAT=DECLINED:mailto:r.oduya@kelpline.example
ATTENDEE:mailto:quill@kelpline.example
DESCRIPTION:Bring the con
 tract.\\nNo notes.
BEGIN:VALARM
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
BEGIN:VTODO
DUE;VALUE=DATE:20210504
SUMMARY:Shred
END:VTODO
END:VCALENDAR
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_entries_of_a_calendar(line_end: str) -> None:
    reading = read("a.ics", CALENDAR.replace("\n", line_end).encode(), most_bytes=MOST)
    assert sections(reading) == [
        (
            "entry 1",
            "Meeting with R. Oduya, the quay\nStart: 2021-05-03 09:15 Europe/London\nEnd: 2021-05-03 09:00 UTC\n"
            "Location: Harbour office\nOrganizer: Sørby, Ane <ane@kelpline.example>\n"
            "Attendee: R. Oduya <r.oduya@kelpline.example> (declined)\nAttendee: quill@kelpline.example\n"
            "Bring the contract.\nNo notes.",
        ),
        ("entry 2", "Shred\nDue: 2021-05-04"),
    ]
    assert reading.metadata.title == "The harbour master's"


CONTACTS = [
    # version 3: groups, types, escaped commas
    (
        "BEGIN:VCARD\nVERSION:3.0\nN:Sørby;Ane;;Dr.;\nFN:Dr. Ane Sørby\nORG:Kelp Line\\, Ltd.;Harbour\nTITLE:Pilot\n"
        "item1.EMAIL;TYPE=INTERNET:ane@kelpline.example\nTEL;type=CELL:+44 20 7946 0000\n"
        "ADR;TYPE=WORK:;;1 Quay;Larchway;;;UK\nPHOTO;ENCODING=b:AAAA\n AAAA\nNOTE:Ask her\\nabout May.\nEND:VCARD\n",
        "Dr. Ane Sørby\nOrganization: Kelp Line, Ltd., Harbour\nTitle: Pilot\nE-mail: ane@kelpline.example\n"
        "Telephone: +44 20 7946 0000\nAddress: 1 Quay, Larchway, UK\nAsk her\nabout May.",
    ),
    # version 2.1: quoted-printable, broken in lines; a name in parts alone
    (
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8r=\nby;Ane\nTEL;CELL:1\nEND:VCARD\n",
        "Ane Sørby\nTelephone: 1",
    ),
]


@pytest.mark.parametrize(("source", "words"), CONTACTS)
def test_contacts(source: str, words: str) -> None:
    assert sections(read("a.vcf", source.encode(), most_bytes=MOST)) == [("entry 1", words)]


def test_a_card_that_breaks_off_is_read_and_named() -> None:
    reading = read("a.vcf", b"BEGIN:VCARD\nFN:Ane\nEND:VCARD\nBEGIN:VCARD\nFN:Bo", most_bytes=MOST)
    assert sections(reading) == [("entry 1", "Ane"), ("entry 2", "Bo")]
    assert "cut off" in reading.problems[0]


VTT = """WEBVTT - a hearing

NOTE not said

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start
<v Ane Sørby>We closed the quay
<i>at noon</i>.

00:04.500 --> 00:06.000
<v Ane Sørby>Nobody &amp; nothing moved.

01:00:09.000 --> 01:00:11.000
<v R. Oduya>That is not so.

01:00:20.000 --> 01:00:22.000
Who was there?
"""


def test_a_transcript_in_webvtt() -> None:
    reading = read("a.vtt", VTT.encode(), most_bytes=MOST)
    assert reading.text is not None
    assert reading.text.characters == (
        "Ane Sørby: We closed the quay at noon. Nobody & nothing moved.\n\nR. Oduya: That is not so.\n\nWho was there?"
    )
    assert sections(reading) == [
        ("at 00:00:01", "Ane Sørby: We closed the quay at noon."),
        ("at 00:00:04", "Nobody & nothing moved."),
        ("at 01:00:09", "R. Oduya: That is not so."),
        ("at 01:00:20", "Who was there?"),
    ]


def test_a_transcript_in_subrip() -> None:
    source = (
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}We closed\r\n\r\n"
        "2\r\n00:00:02,000 --> 00:00:03,000\r\nWe closed\r\nthe quay.\r\n\r\n"
        "3\r\n00:00:03,100 --> 00:00:04,000\r\n- When?\r\n- At noon.\r\n"
    )
    reading = read("a.srt", source.encode(), most_bytes=MOST)
    assert reading.text is not None
    # the line that automatic captions show twice is there once
    assert reading.text.characters == "We closed the quay.\n\n- When?\n\n- At noon."


REFUSED = [
    ("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar without entries"),
    ("a.vcf", b"BEGIN:VCARD\nPHOTO:x\nEND:VCARD\n", "no contacts"),
    ("a.vtt", b"WEBVTT\n\nNOTE nothing\n", "transcript without words"),
]


@pytest.mark.parametrize(("name", "data", "why"), REFUSED)
def test_what_holds_nothing_is_refused_by_name(name: str, data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read(name, data, most_bytes=MOST)


_WORDS = st.lists(st.text("abcé", min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=8, unique=True))
def test_every_cue_is_a_section_with_its_words(said: list[str]) -> None:
    cues = "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{words}\n\n" for n, words in enumerate(said, start=1))
    found = sections(read("a.srt", cues.encode(), most_bytes=MOST))
    assert found == [(f"at 00:00:{n:02}", words) for n, words in enumerate(said, start=1)]


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=5))
def test_every_entry_is_a_section_however_its_lines_are_folded(titles: list[str]) -> None:
    lines = "".join(f"BEGIN:VEVENT\r\nSUM\r\n MARY:{t[:1]}\r\n {t[1:]}\r\nEND:VEVENT\r\n" for t in titles)
    found = sections(read("a.ics", f"BEGIN:VCALENDAR\r\n{lines}END:VCALENDAR".encode(), most_bytes=MOST))
    assert found == [(f"entry {n}", title) for n, title in enumerate(titles, start=1)]
