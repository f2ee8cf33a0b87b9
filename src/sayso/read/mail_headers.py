"""Header fields of a mail, decoded as a reader would see them (RFC 5322, RFC 2047)."""

import re
from datetime import date
from email.message import Message
from email.utils import getaddresses, parsedate_tz

from sayso.model.when import When
from sayso.read.mail_charset import decode_words

_KEPT = {
    name.lower(): name
    for name in (
        "From", "To", "Cc", "Bcc", "Date", "Subject", "Message-ID", "In-Reply-To", "References", "Reply-To",
    )
}  # fmt: skip
_FOLD = re.compile(r"[ \t]*\r?\n[ \t]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MOST_ADDRESS_CHARACTERS = 10_000
_FIRST_YEAR, _LAST_YEAR = 1970, 2100


def kept_headers(message: "Message[str, str]") -> tuple[tuple[str, str], ...]:
    """The fields that say who wrote to whom, when and in answer to what, in order as sent, decoded and unfolded."""
    return tuple(
        (_KEPT[name.lower()], shown(str(value))) for name, value in message.raw_items() if name.lower() in _KEPT
    )


def authors(message: "Message[str, str]") -> tuple[str, ...]:
    """Who the `From` fields name: the display name, or the address where there is none."""
    fields = [_unfolded(str(v))[:_MOST_ADDRESS_CHARACTERS] for n, v in message.raw_items() if n.lower() == "from"]
    try:
        # Encoded words are decoded after the addresses are taken apart: a decoded name may hold a comma.
        pairs = getaddresses(fields)
    except RecursionError:  # comments in comments
        return ()
    found = []
    for name, address in pairs:
        written = shown(name).strip("'\"").strip() or address.strip()
        if written and written not in found:
            found.append(written)
    return tuple(found)


def sent_on(message: "Message[str, str]") -> tuple[When | None, str | None]:
    """The day in the `Date` field, as its writer's calendar showed it; and the field if no day can be read from it."""
    field = next((str(v) for n, v in message.raw_items() if n.lower() == "date"), None)
    if field is None:
        return None, None
    stated = shown(field)
    try:
        parsed = parsedate_tz(stated[:200])
        day = date(*parsed[:3]) if parsed else None
    except (ValueError, TypeError, IndexError, OverflowError):
        day = None
    if day is None or not _FIRST_YEAR < day.year <= _LAST_YEAR:
        return None, stated
    return When.day(day), None


def shown(value: str) -> str:
    """A field's value on one line, as a mail program shows it."""
    return _CONTROL.sub("", decode_words(_unfolded(value)).replace("\n", " ").replace("\r", " ")).strip()


def _unfolded(value: str) -> str:
    return _FOLD.sub(" ", value).strip()
