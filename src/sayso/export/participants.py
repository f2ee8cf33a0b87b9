"""Who of the case takes part in an event."""

from collections import defaultdict
from collections.abc import Iterator

from sayso.casebook import Case, StoredEvent
from sayso.model.entity import Person


class Participants:
    """Names of participants → entities of the case: by a name that stands for one alone in its document, or else by a
    full name that one alone has in the case (who writes a mail need not be named in it).
    """

    def __init__(self, case: Case) -> None:
        self._in: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._full: dict[str, list[Person]] = defaultdict(list)
        for person in (row.person for row in case.people()):
            for document in {document for document, _ in person.members}:
                self._in[document, person.name].append(person)
            if " " in person.name:
                self._full[person.name.casefold()].append(person)

    def of(self, found: StoredEvent) -> Iterator[tuple[str, Person | None]]:
        """The name of each participant, and who that is: `None` for nobody of the case, or for one of several."""
        for name in found.participants:
            people = self._in.get((found.at.document, name)) or self._full.get(name.casefold(), [])
            yield name, people[0] if len(people) == 1 else None
