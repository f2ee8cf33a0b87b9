"""Who wrote to whom, by the header fields of a mail: the one contact that a mail itself proves."""

import re
from collections.abc import Sequence
from datetime import timedelta
from email.utils import getaddresses

from sayso.find.blocks import paragraphs
from sayso.find.correspondents import is_mail, straight_name
from sayso.find.edits import Edits, solid_spans
from sayso.model.document import Document, MarkKind, Sureness
from sayso.model.event import Event, EventKind, EventStatus
from sayso.model.findings import finding_id
from sayso.model.moment import Moment
from sayso.model.span import Span

_WRITERS, _READERS = frozenset(("from", "sender")), frozenset(("to", "cc", "bcc"))
_KNOWN = (Sureness.STATED, Sureness.PERSON)
_DAY = timedelta(days=1)
_MOST = 200
"""names taken from one mail, as of `correspondents`"""
_MOST_CHARACTERS = 10_000
_LEAST_WORDS = 4
"""What a mail begins with is a greeting if it is shorter."""
_LONGEST = 300
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s)")


def header_events(document: Document) -> tuple[Event, ...]:
    """The sending of a mail as a `message` that occurred, on the word of the mail itself (`according_to` is empty).

    Participants are those of From, Sender, To, Cc and Bcc, by name or else by address; the date is the day of the Date
    field by its writer's calendar, `time` its clock and zone (`09:15+02:00`). Header fields are no part of the text, so
    trigger and evidence are how the sender's own words begin. None for what is no mail, has no words, or states
    neither a writer nor a reader.
    """
    words = _beginning(document) if is_mail(document) else None
    if words is not None:
        words = Edits(solid_spans(document.text)).whole(words)
    writers, readers = _names(document, _WRITERS), _names(document, _READERS)
    if words is None or not writers or not readers:
        return ()
    known = document.metadata
    return (
        Event(
            id=finding_id("v", f"{document.id} header", words),
            kind=EventKind.MESSAGE,
            trigger=words,
            participants=tuple(dict.fromkeys((*writers, *readers)))[:_MOST],
            date=known.published if known.published_sure in _KNOWN else None,
            time=_clock(document),
            place=None,
            status=EventStatus.OCCURRED,
            according_to=(),
            evidence=words,
            statement=None,
            confidence=1.0,
        ),
    )


def _beginning(document: Document) -> Span | None:
    """The first sentence of the sender's own, past a greeting; of a mail that only passes on another, that one's."""
    own = document.text.hidden(document.text.marked(MarkKind.QUOTED_MAIL, MarkKind.SIGNATURE, MarkKind.BOILERPLATE))
    for text in (own, document.text.characters):
        found = [span for p in paragraphs(text) if len(span := p.strip(text))]
        if found:
            chosen = next((span for span in found if len(span.of(text).split()) >= _LEAST_WORDS), found[0])
            end = _SENTENCE_END.search(text, chosen.start, min(chosen.end, chosen.start + _LONGEST))
            last = end.end() if end else min(chosen.end, chosen.start + _LONGEST)
            return Span(chosen.start, last).strip(text)
    return None


def _names(document: Document, fields: frozenset[str]) -> Sequence[str]:
    values = [value[:_MOST_CHARACTERS] for name, value in document.metadata.headers if name.lower() in fields]
    try:
        pairs = getaddresses(values)
    except RecursionError:  # comments in comments
        return ()
    named = ((straight_name(name.strip("'\" ")) or address.strip()) for name, address in pairs)
    return tuple(name for name in dict.fromkeys(named) if name)[:_MOST]


def _clock(document: Document) -> str | None:
    """The writer's clock, with its zone where one is stated."""
    field = next((value for name, value in document.metadata.headers if name.lower() == "date"), "")
    moment = Moment.parse(field)
    if moment is None or ":" not in field:
        return None
    clock = f"{moment.clock:%H:%M}"
    if moment.zone is None or abs(moment.zone) >= _DAY:
        return clock
    sign, minutes = "-" if moment.zone < timedelta() else "+", abs(moment.zone) // timedelta(minutes=1)
    return f"{clock}{sign}{minutes // 60:02}:{minutes % 60:02}"
