"""People and bodies out of a file of FollowTheMoney entities (JSON lines), such as Aleph, OpenSanctions or Sayso write.

The file may be anybody's: what is no entity is counted and left out, and nothing in it is computed or fetched.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from sayso.errors import UsageError
from sayso.model.entity import EntityKind
from sayso.model.known import KnownPerson

_KINDS: Mapping[str, EntityKind] = {
    "Person": EntityKind.PERSON,
    "Organization": EntityKind.ORGANIZATION,
    "Company": EntityKind.ORGANIZATION,
    "PublicBody": EntityKind.PUBLIC_BODY,
}
"""Schemata that say what somebody is; a `LegalEntity` may be a person or a firm."""
_FULL_NAMES = ("name", "alias", "previousName")
"""Not `weakAlias`: those are surnames, initials and pen names, which anybody may bear."""
LONGEST_LINE = 1 << 20
"""Bytes of a line that is read."""
_MOST_PEOPLE = 2_000_000
_MOST_NAMES = 100
_LONGEST_NAME = 384


@dataclass(frozen=True, slots=True)
class FtmPeople:
    """What a file holds: `others` counts entities of other kinds and without a name, `broken` lines that are none."""

    people: tuple[KnownPerson, ...]
    others: int
    broken: int


def read_ftm_people(lines: Iterable[bytes], source: str) -> FtmPeople:
    """The people of the list `source`; several lines of one id are one entity, as FollowTheMoney has it.

    Raises `UsageError` for more people than a case can be told of.
    """
    names: dict[str, dict[str, None]] = {}
    kinds: dict[str, EntityKind] = {}
    others = broken = 0
    for line in lines:
        if not line.strip():
            continue
        entity = _entity(line)
        if entity is None:
            broken += 1
            continue
        id, schema, found = entity
        if schema not in _KINDS or not found:
            others += 1
            continue
        kinds[id] = _KINDS[schema]
        held = names.setdefault(id, {})
        held.update(dict.fromkeys(found[: _MOST_NAMES - len(held)]))
        if len(names) > _MOST_PEOPLE:
            raise UsageError(f"{source} holds more than {_MOST_PEOPLE:,} people. Give a list of those who matter here.")
    people = []
    for id, (name, *aliases) in names.items():
        known = "k" + sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        people.append(KnownPerson(known, name, kinds[id], tuple(aliases), source))
    return FtmPeople(tuple(people), others, broken)


def _entity(line: bytes) -> tuple[str, str, list[str]] | None:
    """Id, schema and full names, the main one first; `None` for what is no entity."""
    try:
        made: object = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(made, dict):
        return None
    id, schema, properties = made.get("id"), made.get("schema"), made.get("properties")
    if not isinstance(id, str) or not isinstance(schema, str) or not isinstance(properties, dict):
        return None
    values = [value for name in _FULL_NAMES if isinstance(held := properties.get(name), list) for value in held]
    names = [" ".join(value.split()) for value in values if isinstance(value, str) and len(value) <= _LONGEST_NAME]
    return id, schema, [name for name in dict.fromkeys(names) if any(map(str.isalnum, name))]
