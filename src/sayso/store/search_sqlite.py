"""Full text in SQLite: FTS5 indexes, one a table, kept in step by triggers. Another dialect has its own such file.

Words that come from a person reach FTS5 only inside of quotes, where it knows no operators.
"""

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Table, column, false, literal_column, select, table, text

from sayso.model.span import Span, Spans, merge
from sayso.store.condition import Words
from sayso.store.tables import DOCUMENTS, FINDINGS

_INDEXED = {t.name: t for t in (DOCUMENTS, *FINDINGS.values())}
_WORD = re.compile(r"\w")
_OPEN, _CLOSE = "\x02", "\x03"
"""Put around hits by FTS5. A text may hold them itself, so their count is checked."""


def matches(of: Table, words: Words) -> ColumnElement[bool]:
    """Whether the full text of a row has these words."""
    if not _WORD.search(words.text):
        return false()
    index = table(f"{of.name}_fts", column("rowid"))
    found = select(index.c.rowid).where(literal_column(f"{of.name}_fts").op("MATCH")(_phrase(words)))
    return of.c.key.in_(found)


def hits(connection: Connection, document: int, characters: str, words: Sequence[Words]) -> Spans:
    """Where the words stand in the text of a document (its key), as ordered spans that don't overlap."""
    phrases = [f"text : {_phrase(w)}" for w in words if _WORD.search(w.text)]
    if not phrases:
        return ()
    marked = connection.scalar(
        text(
            "SELECT highlight(documents_fts, 0, :open, :close) FROM documents_fts "
            "WHERE documents_fts MATCH :phrases AND rowid = :document"
        ),
        {"open": _OPEN, "close": _CLOSE, "phrases": " OR ".join(phrases), "document": document},
    )
    return _spans(marked, characters) if marked else ()


def _spans(marked: str, characters: str) -> Spans:
    """The spans between marks; none if the text has such marks of its own."""
    if _OPEN in characters or _CLOSE in characters:
        return ()
    spans = []
    start = at = 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            start = at
        elif piece == _CLOSE:
            spans.append(Span(start, at))
        else:
            at += len(piece)
    return merge(spans)


def rebuild(connection: Connection) -> None:
    """Make all indexes anew, since FTS5 of this age keeps the words of deleted rows until it happens to merge them."""
    for name in _INDEXED:
        connection.execute(text(f"INSERT INTO {name}_fts({name}_fts) VALUES ('rebuild')"))  # noqa: S608 - our names


def _phrase(words: Words) -> str:
    quoted = words.text.replace('"', '""').replace("\0", " ")
    return f'"{quoted}"*' if words.prefix else f'"{quoted}"'
