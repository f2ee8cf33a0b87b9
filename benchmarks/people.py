"""The people of a long report: is each of them one entity of the case, and does no entity mix two of them?

Volume I of the Mueller report against the glossary of people that it prints itself.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import SHARED, rows, write
from sayso.casebook import read
from sayso.model.entity import EntityKind, Person
from sayso.resolve import Ground, resolve, same
from sayso.resolve.keys import full_key
from sayso.resolve.words import split_person
from sayso.settings import Settings

REPORT = SHARED / "mueller" / "vol1.pdf"
_SUFFIXES = ("Jr.", "Sr.", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of the glossary: the names that are printed there."""

    name: str
    names: tuple[str, ...]


_THE_PRESIDENT = Listed("Donald Trump", ("Donald J. Trump",))
"""Whom the glossary leaves out, and who is not his son."""


def glossary(path: Path) -> tuple[Listed, ...]:
    """Who is named in this volume, with names in their usual order (`Paul Jr. Manafort` is `Paul Manafort Jr.`)."""
    held = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Listed(p["name"], tuple(_in_order(name) for name in (p["name"], *p["aliases"])))
        for p in held
        if p["in_volume_1"]
    )


def _in_order(name: str) -> str:
    words = name.removeprefix("a/k/a ").split()
    suffixes = [word for word in words[:-1] if word in _SUFFIXES]
    return " ".join([*(word for word in words if word not in suffixes), *suffixes])


def people_of(report: Path) -> tuple[Person, ...]:
    """The entities of a case that holds the report alone."""
    [file] = read([str(report)], Settings(workers=1))
    return resolve((d.document.id, e) for d in file.documents for e in d.findings.entities)


def matches(people: Sequence[Person], listed: Sequence[Listed]) -> Mapping[str, list[Person]]:
    """For each of the glossary the entities that have a full name of theirs; if none has, those of the surname alone.

    The glossary gives a suffix that the text may leave out: a name without it is theirs unless it is somebody else's.
    """
    found: dict[str, list[Person]] = defaultdict(list)
    everyone = [person for person in people if person.kind is EntityKind.PERSON]
    for person in everyone:
        forms = [form for form in (person.name, *person.aliases) if full_key(form, person.kind)]
        theirs = {one.name for form in forms for one in _bearer(form, listed)}
        for name in sorted(theirs):
            found[name].append(person)
    for one in listed:
        family = split_person(one.names[0]).words[-1]
        if not found[one.name]:
            found[one.name] = [p for p in everyone if split_person(p.name).words == (family,)]
    return found


def _bearer(form: str, listed: Sequence[Listed]) -> Sequence[Listed]:
    """Whose name this is, if it can be only one's: `Michael Flynn` is the father's and the son's."""
    fitting = [one for one in listed if any(_is(form, name) for name in one.names)]
    fitting = fitting or [one for one in listed if any(_is(form, _without_suffix(name)) for name in one.names)]
    return fitting if len(fitting) == 1 else ()


def _is(form: str, name: str) -> bool:
    """Whether a full name is that of the glossary: compatible, and with its surname."""
    family, listed = (split_person(n).words[-1] for n in (form, name))
    return (family == listed or same(form, name, EntityKind.PERSON).reasons[0].ground is Ground.JOINED) and same(
        form, name, EntityKind.PERSON
    ).same


def _without_suffix(name: str) -> str:
    return " ".join(word for word in name.split() if word not in _SUFFIXES)


def main(report: Path = REPORT) -> None:
    """Measure and write docs/measured/people.md; names go to standard error."""
    listed = glossary(SHARED / "mueller" / "people.json")
    people = people_of(report)
    found = matches(people, [*listed, _THE_PRESIDENT])
    one = [p for p in listed if len(found[p.name]) == 1]
    bare = [p for p in one if full_key(found[p.name][0].name, EntityKind.PERSON) is None]
    several = [p for p in listed if len(found[p.name]) > 1]
    missing = [p for p in listed if not found[p.name]]
    holders: dict[str, set[str]] = defaultdict(set)
    for p in (*listed, _THE_PRESIDENT):
        for person in found[p.name]:
            holders[person.id].add(p.name)
    mixed = {id: names for id, names in holders.items() if len(names) > 1}
    for p in several:
        sys.stderr.write(f"several entities: {p.name}: {', '.join(q.name for q in found[p.name])}\n")
    for p in bare:
        sys.stderr.write(f"by surname alone: {p.name}\n")
    for p in missing:
        sys.stderr.write(f"no entity: {p.name}\n")
    for id, names in mixed.items():
        sys.stderr.write(f"mixed: {id}: {', '.join(sorted(names))}\n")
    lines = [
        "Volume I of the Mueller report (Open Source Mueller Report, Ian Dennis Miller, CC BY 3.0) as one document of",
        f"a case, against the {len(listed)} people of its glossary whose surname occurs in it. A person is found under",
        "one entity if exactly one person of the case has a full name of theirs (if none has: exactly one has the",
        "surname, and it may be a namesake); an entity mixes two if it has full names of both, the president",
        "counted with them. Mentions by the surname alone that stay apart from the full name are not counted here.",
        "",
        *rows(
            [
                "people of the glossary",
                "under one entity",
                "of these by surname alone",
                "under several",
                "under none",
                "entities that mix two",
            ],
            [[str(len(listed)), str(len(one)), str(len(bare)), str(len(several)), str(len(missing)), str(len(mixed))]],
        ),
    ]
    write("people", "People of a long report", lines)


if __name__ == "__main__":
    main()
