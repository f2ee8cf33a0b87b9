"""Entities of the case that may be one."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, insert, or_, select

from sayso.model.identity import Suggestion
from sayso.store import people
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, to_json
from sayso.store.condition import Is, Or
from sayso.store.lists import Page
from sayso.store.stored import StoredPerson, StoredSuggestion
from sayso.store.tables import SUGGESTIONS


def set_suggestions(connection: Connection, suggestions: Iterable[Suggestion]) -> None:
    """Make these all there are."""
    connection.execute(delete(SUGGESTIONS))
    for piece in chunks(suggestions):
        rows = [
            {"first": s.first, "second": s.second, "score": s.score, "held": s.held, "data": to_json(s)} for s in piece
        ]
        connection.execute(insert(SUGGESTIONS), rows)


def suggestions(
    connection: Connection, person: str | None, limit: int | None, offset: int
) -> Iterator[StoredSuggestion]:
    """Those of one entity of the case (its id), or all: best first, held ones last."""
    c = SUGGESTIONS.c
    query = select(c.data).order_by(c.held, c.score.desc(), c.first, c.second).limit(limit).offset(offset)
    if person is not None:
        query = query.where(or_(c.first == person, c.second == person))
    for piece in chunks(from_json(data, Suggestion) for data in connection.scalars(query)):
        ids = sorted({id for suggestion in piece for id in (suggestion.first, suggestion.second)})
        known = _people(connection, ids)
        for suggestion in piece:
            pair = [known[id] for id in (suggestion.first, suggestion.second) if id in known]
            if len(pair) == 2:  # not where documents were just taken out
                first, second = sorted(pair, key=lambda p: (-p.mentions, p.person.name, p.person.id))
                yield StoredSuggestion(first, second, suggestion)


def open_pairs(connection: Connection) -> Iterator[Suggestion]:
    """All of them in any order, without the rows of people."""
    for data in connection.scalars(select(SUGGESTIONS.c.data), execution_options={"yield_per": 1000}):
        yield from_json(data, Suggestion)


_AT_A_TIME = 500
"""Conditions in one query."""


def _people(connection: Connection, ids: list[str]) -> dict[str, StoredPerson]:
    found: dict[str, StoredPerson] = {}
    for start in range(0, len(ids), _AT_A_TIME):
        where = Or(tuple(Is("id", id) for id in ids[start : start + _AT_A_TIME]))
        for stored in people.people(connection, Page(where)):
            found[stored.person.id] = stored
    return found
