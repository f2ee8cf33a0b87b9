"""Mailboxes: many mails in one file, each after a line that starts with `From ` (RFC 4155; mboxo and mboxrd)."""

import re
from collections.abc import Iterator

from sayso.errors import UnreadableError
from sayso.model.document import Member
from sayso.read.reading import Reading

_MOST_MAILS = 1_000_000
_START = re.compile(rb"^From [^\r\n]*\r?\n(?=[!-9;-~]+:|>From )", re.MULTILINE)
_DATED = re.compile(rb"\d:\d\d(?::\d\d)?\b.*\b(?:19|20)\d\d\b")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mbox(data: bytes) -> Reading:
    """Take the mails of a mailbox apart: members `1.eml`, `2.eml` … in order, each with the exact bytes of its mail,
    `>From ` at the start of a line turned back into `From ` (mboxrd).

    A mail starts at a `From ` line over a header field, if an empty line is before it or it is dated as envelopes
    are; "From here on …" in a letter is none. Raises `UnreadableError` if `data` does not start with such a line.
    """
    starts = list(_starts(data))
    if not starts or data[: starts[0][0]].strip():
        raise UnreadableError("It is no mailbox: it does not start with a line “From …” over a mail.")
    ends = [start for start, _ in starts[1:]] + [len(data)]
    members = tuple(
        Member(f"{number}.eml", _mail(data[begin:end]))
        for number, ((_, begin), end) in enumerate(zip(starts, ends, strict=True), start=1)
        if number <= _MOST_MAILS
    )
    left = len(starts) - len(members)
    problems = (f"It holds {left:,} more mails than the {_MOST_MAILS:,} that are read; split it.",) if left else ()
    return Reading(media_type="application/mbox", text=None, members=members, problems=problems)


def _starts(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each `From ` line starts, and where the mail under it does."""
    for match in _START.finditer(data):
        before = data[max(0, match.start() - 3) : match.start()]
        if match.start() == 0 or before.endswith((b"\n\n", b"\n\r\n")) or not before.strip() or _DATED.search(match[0]):
            yield match.start(), match.end()


def _mail(data: bytes) -> bytes:
    """One mail without the empty line that the mailbox puts after it."""
    for separator in (b"\r\n\r\n", b"\n\n"):
        if data.endswith(separator):
            data = data[: -(len(separator) // 2)]
            break
    return _QUOTED_FROM.sub(rb"\1", data)
