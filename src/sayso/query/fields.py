"""The fields that a query can name, table by table, and what their values can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import ClaimStatus
from sayso.model.entity import EntityKind
from sayso.model.event import EventKind, EventStatus
from sayso.model.gap import GapKind
from sayso.model.statement import Act, Factuality, Mode
from sayso.store.condition import Table
from sayso.store.stored import DocumentState, FindingState


@dataclass(frozen=True, slots=True)
class Named:
    """Holds names: a value is found in it as words next to each other. `store` is the store's field."""

    store: str


@dataclass(frozen=True, slots=True)
class Exact:
    """Has one of a few values, or (`choices` is `None`) an id or code."""

    store: str
    choices: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class YesNo:
    """Holds or does not."""

    store: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that can be one of the days of the value."""

    store: str


@dataclass(frozen=True, slots=True)
class After:
    """A date that can be the first day of the value or later."""

    store: str


@dataclass(frozen=True, slots=True)
class Before:
    """A date that can be earlier than the first day of the value."""

    store: str


Kind = Named | Exact | YesNo | Dated | After | Before


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in kind)


def _dates(store: str) -> dict[str, Kind]:
    return {"date": Dated(store), "after": After(store), "before": Before(store)}


_NOTED: Mapping[str, Kind] = {"tag": Named("tag"), "note": Named("note")}
_DOCUMENT: Mapping[str, Kind] = {
    "outlet": Named("publisher"),
    "title": Named("title"),
    "author": Named("authors"),
    "doc": Named("name"),
    "language": Exact("language"),
    "published": Dated("published"),
    **_dates("published"),
}
_FINDING: Mapping[str, Kind] = {**_DOCUMENT, "state": Exact("state", _values(FindingState)), **_NOTED}

FIELDS: Mapping[Table, Mapping[str, Kind]] = {
    "documents": {
        **_DOCUMENT,
        "type": Exact("media_type"),
        "copy": YesNo("copy"),
        "state": Exact("state", _values(DocumentState)),
        **_NOTED,
    },
    "statements": {
        "speaker": Named("speaker"),
        "through": Named("chain"),
        "person": Exact("person"),
        "about": Exact("about"),
        "named": YesNo("named"),
        "act": Exact("act", _values(Act)),
        "mode": Exact("mode", _values(Mode)),
        "factuality": Exact("factuality", _values(Factuality)),
        "said": Dated("date"),
        **_FINDING,
    },
    "people": {"name": Named("person"), "kind": Exact("kind", _values(EntityKind)), **_DOCUMENT, **_NOTED},
    "gaps": {"kind": Exact("kind", _values(GapKind)), "recoverable": YesNo("recoverable"), **_FINDING},
    "events": {
        "with": Named("participants"),
        "person": Exact("person"),
        "source": Named("sources"),
        "kind": Exact("kind", _values(EventKind)),
        "status": Exact("status", _values(EventStatus)),
        **_FINDING,
        **_dates("date"),
    },
    "claims": {
        "with": Named("names"),
        "status": Exact("status", _values(ClaimStatus)),
        "statement": Exact("statement"),
        "repeated": YesNo("repeated"),
        **_DOCUMENT,
        **_dates("first"),
        **_NOTED,
    },
    "dates": {**_FINDING, **_dates("date")},
    "citations": {"witness": Named("witness"), "record": Exact("record"), "dated": Dated("date"), **_FINDING},
}


def _choices(kind: Kind) -> Sequence[str]:
    if isinstance(kind, YesNo):
        return ("yes", "no")
    return (kind.choices or ()) if isinstance(kind, Exact) else ()


KNOWN_FIELDS: Mapping[str, Sequence[str]] = {
    name: tuple(dict.fromkeys(choice for own in FIELDS.values() if name in own for choice in _choices(own[name])))
    for name in sorted({name for own in FIELDS.values() for name in own})
}
"""All fields of all tables, each with the values that it can have where these are few."""
