"""Header fields of a mail, decoded as a reader would see them (RFC 5322, RFC 2047)."""

import re
from collections.abc import Sequence
from datetime import date
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_tz

from sayso.model.when import When

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
        (_KEPT[name.lower()], decode_words(str(value))) for name, value in message.raw_items() if name.lower() in _KEPT
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
        shown = decode_words(name).strip().strip("'\"").strip() or address.strip()
        if shown and shown not in found:
            found.append(shown)
    return tuple(found)


def sent_on(message: "Message[str, str]") -> tuple[When | None, str | None]:
    """The day in the `Date` field, as its writer's calendar showed it; and the field if no day can be read from it."""
    field = next((str(v) for n, v in message.raw_items() if n.lower() == "date"), None)
    if field is None:
        return None, None
    stated = decode_words(field)
    try:
        parsed = parsedate_tz(stated[:200])
        day = date(*parsed[:3]) if parsed else None
    except (ValueError, TypeError, IndexError, OverflowError):
        day = None
    if day is None or not _FIRST_YEAR < day.year <= _LAST_YEAR:
        return None, stated
    return When.day(day), None


def decode_words(value: str) -> str:
    """A field's value on one line, with its encoded words (RFC 2047) read; what can't be decoded stays as sent."""
    unfolded = _unfolded(value)
    if "=?" not in unfolded:
        return _clean(unfolded)
    try:
        pieces: Sequence[tuple[bytes | str, str | None]] = decode_header(unfolded)
    except (MessageError, ValueError):
        return _clean(unfolded)
    return _clean("".join(_piece(words, charset) for words, charset in pieces))


def _piece(words: bytes | str, charset: str | None) -> str:
    if isinstance(words, str):
        return words
    if charset is None:
        # The library hands plain stretches between encoded words back in this encoding.
        return words.decode("raw-unicode-escape", "replace")
    try:
        return words.decode(charset)
    except (LookupError, ValueError):
        return _guess(words)


def _unfolded(value: str) -> str:
    """Raw bytes outside of ASCII, which the standard forbids and mailers send, read as UTF-8 or Windows-1252."""
    raw = value.encode("utf-8", "surrogateescape")
    return _FOLD.sub(" ", _guess(raw)).strip()


def _guess(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _clean(value: str) -> str:
    return _CONTROL.sub("", value.replace("\n", " ").replace("\r", " ")).strip()
