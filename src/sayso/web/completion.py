"""Completes a query that somebody types: names of fields, their values, names of the case."""

from collections.abc import Sequence

from sayso.casebook import Case

_MOST = 12
_SHORTEST = 2
"""Characters of a name, below which too many begin so."""
_NAMES = ("with", "speaker", "name", "source", "through", "witness", "author")


def completions(book: Case, typed: str) -> Sequence[str]:
    """Whole queries that go on where `typed` ends, the likeliest first; none where it ends with a blank."""
    before, word = _last(typed)
    known = book.query_fields()
    field, colon, begun = word.partition(":")
    negated = "-" if field.startswith("-") else ""
    name = field.removeprefix("-").lower()
    if not colon:
        fields = [f"{negated}{one}:" for one in known if name and one.startswith(name)]
        names = [_quoted(one) for one in book.names_like(word)] if len(word) >= _SHORTEST else []
        return [before + made for made in (*fields, *names)][:_MOST]
    if name not in known:
        return []
    wanted = begun.strip('"').lower()
    fitting = (
        book.names_like(wanted)
        if name in _NAMES
        else [value for value in _values(book, name, known[name]) if value.lower().startswith(wanted)]
    )
    return [f"{before}{negated}{name}:{_quoted(value)}" for value in fitting][:_MOST]


def _last(typed: str) -> tuple[str, str]:
    """What stands before the last word, and the word; a quotation mark that was opened belongs to it."""
    if typed.count('"') % 2:
        opened = typed.rindex('"')
        start = typed.rfind(" ", 0, opened) + 1
    else:
        start = typed.rfind(" ") + 1
    return typed[:start], typed[start:]


def _values(book: Case, field: str, choices: Sequence[str]) -> Sequence[str]:
    if field == "outlet":
        return [name for name in book.facets().outlets if name]
    return list(book.notes.tags()) if field == "tag" else choices


def _quoted(value: str) -> str:
    return f'"{value}"' if any(not (c.isalnum() or c in "-+") for c in value) else value
