"""A form that corrects a statement, made into corrections: only what differs from what the form was filled with."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.casebook import Case, StoredStatement
from sayso.errors import UsageError
from sayso.model.span import Span

_ROLES = ("source", "cue", "content")
_PIECES = " … "
"""Between the pieces of a role in one line."""
_PLACES = re.compile(r"\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*", re.ASCII)

Change = tuple[str, Sequence[Span] | str | None]
"""A field of a statement and what it is to be."""


def correct(book: Case, found: StoredStatement, given: Mapping[str, str], seen: int) -> None:
    """Make the corrections that a form asks for, on the version that was seen. Raises `UsageError` for none, and for
    words that do not stand in the document.
    """
    changes = list(_changes(book, found, given))
    if not changes:
        raise UsageError("Nothing in the form differs from what is there.")
    for number, (field, value) in enumerate(changes):
        book.judging.correct(found.statement.id, field, value, made_on=seen + number)


def _changes(book: Case, found: StoredStatement, given: Mapping[str, str]) -> Iterator[Change]:
    for role in _ROLES:
        there: str = getattr(found, role)
        if places := given.get(f"{role}_at"):
            yield role, _spans(places)
        elif role in given and _plain(given[role]) != _plain(there):
            yield role, _words(book, found, given[role])
    if "speaker" in given and _plain(given["speaker"]) != _plain(named(found)):
        yield "speaker", given["speaker"] or None
    if "act" in given and given["act"] != found.statement.act.value:
        yield "act", given["act"]


def named(found: StoredStatement) -> str:
    """The speaker's name, empty where there is none."""
    return (found.speaker or "") if found.statement.named else ""


def _spans(places: str) -> Sequence[Span]:
    if not _PLACES.fullmatch(places):
        raise UsageError(f"{places!r} is no place in a text.")
    ends = [tuple(map(int, pair.split("-"))) for pair in places.split(",")]
    if any(start >= end for start, end in ends):
        raise UsageError("There are no words in this selection.")
    return [Span(start, end) for start, end in ends]


def _words(book: Case, found: StoredStatement, given: str) -> Sequence[Span]:
    """The places of words that somebody typed, nearest to the statement."""
    spans = []
    for piece in filter(None, (part.strip() for part in given.split(_PIECES.strip()))):
        span = book.judging.words_near(found.statement.id, piece)
        if span is None:
            raise UsageError(f"The words “{piece}” do not stand in the document. Copy them from there.")
        spans.append(span)
    return spans


def _plain(text: str) -> str:
    return " ".join(text.split())
