"""What the whole case tells about its voices: who is who by name, who publishes, who speaks for whom, the copies."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.claim import Copy
from sayso.model.entity import EntityKind
from sayso.weigh.origins.agents import Agent, Bodies, find_agents
from sayso.weigh.origins.documents import Author, DocumentKind
from sayso.weigh.origins.traits import Traits, traits_of
from sayso.weigh.outlets import outlet_words, same_outlet
from sayso.weigh.passages import name_words, words
from sayso.weigh.source import Known, Source

TITLES = frozenset(
    re.findall(
        r"\w+",
        "mr mrs ms miss dr prof professor sen senator rep representative congressman congresswoman gov governor mayor "
        "judge justice magistrate capt captain lt lieutenant sgt sergeant col colonel gen general maj major officer "
        "detective inspector sheriff chief commissioner councilman councilwoman councillor councilor alderman minister "
        "secretary president chairman chairwoman chair director deputy attorney prosecutor ambassador rev reverend "
        "father sister brother sir lady lord dame coach superintendent supervisor treasurer clerk dispatcher engineer "
        "nurse principal warden bishop rabbi imam pastor",
    )
)


@dataclass(frozen=True, slots=True)
class Case:
    """Facts that hold for all clusters; made once by `case_of`."""

    sources: Mapping[str, Source]
    copies: Mapping[str, tuple[Copy, ...]]
    """of each document, the copies that it takes part in"""
    roots: Mapping[str, str]
    """of each copied document, the one it goes back to"""
    publishers: tuple[str, ...]
    """outlets: who publishes documents of the case that are no releases of their own"""
    agents: Mapping[str, Agent]
    """who speaks for others, by the id of the entity"""
    authors: Mapping[str, Author]
    """who answers for each document's own voice"""
    filers: tuple[str, ...]
    """whose accounts the filings of the case are"""
    bodies: Bodies
    full_names: Mapping[tuple[str, ...], tuple[Known, ...]]
    single_names: Mapping[str, tuple[Known, ...]]
    traits: Mapping[str, Traits]
    everyone: Mapping[str, Known]
    """entities by id"""

    def named(self, name: str) -> Known | None:
        """The one entity of the case that bears this name: in full, or a given or last name that only one has."""
        parts = words(name)
        found = self.full_names.get(parts, ())
        if len(found) == 1 and not (len(parts) > 1 and parts[0] in TITLES):
            return self.fuller(found[0])
        if len(parts) > 1 and parts[0] in TITLES:
            return self.named(" ".join(parts[1:])) or (found[0] if len(found) == 1 else None)
        return self._only_bearer(parts[0]) if len(parts) == 1 and not found else None

    def fuller(self, known: Known) -> Known:
        """The entity itself, or, for a given or last name alone, the only person of the case who has it."""
        parts = words(known.name)
        if known.kind is EntityKind.PERSON and len(parts) == 1:
            return self._only_bearer(parts[0]) or known
        bare = _without_titles(parts)
        if bare == parts:
            return known
        # It may itself be called so without its title.
        others = [one for one in self.full_names.get(bare, ()) if one != known]
        if len(others) > 1:
            return known
        bearer = self._only_bearer(bare[0]) if len(bare) == 1 else None
        return bearer or (others[0] if others else known)

    def key_of(self, name: str) -> tuple[str, ...]:
        """What the voices of one person by name have in common: the entity, the last name, or the name as it is."""
        known = self.named(name)
        parts = words(name)
        if known and known.kind is not EntityKind.PLACE:
            return ("who", known.id)
        if not parts or len(self.single_names.get(parts[-1], ())) > 1:
            return ("name", *parts)
        bearer = self._only_bearer(parts[-1])
        return ("who", bearer.id) if bearer and len(parts) == 1 else ("last", parts[-1])

    def reason(self, one: str, other: str) -> str:
        """What shows that two documents of a group of copies are copies."""
        for copy in self.copies.get(one, ()):
            if other in (copy.first, copy.second):
                return copy.reason
        return "both are copies of one text"

    def root(self, document: str) -> Source:
        """The document that this one is a copy of, or itself."""
        return self.sources[self.roots.get(document, document)]

    def publisher_named(self, said: str) -> str | None:
        """The publisher of the case that `said` can mean."""
        found = [name for name in self.publishers if same_outlet(said, name)]
        return found[0] if len(found) == 1 else next((n for n in found if outlet_words(n) == outlet_words(said)), None)

    def _only_bearer(self, last: str) -> Known | None:
        bearers = self.single_names.get(last, ())
        return bearers[0] if len(bearers) == 1 else None


def _without_titles(parts: tuple[str, ...]) -> tuple[str, ...]:
    while len(parts) > 1 and parts[0] in TITLES:
        parts = parts[1:]
    return parts


def case_of(sources: Mapping[str, Source], copies: Sequence[Copy]) -> Case:
    """What the documents tell about their voices; does not depend on their order."""
    traits = {id: traits_of(source) for id, source in sources.items()}
    return case_from(traits, {id: tuple(source.people.values()) for id, source in sources.items()}, sources, copies)


def case_from(
    traits: Mapping[str, Traits],
    people: Mapping[str, Iterable[Known]],
    sources: Mapping[str, Source],
    copies: Sequence[Copy],
) -> Case:
    """The same from the traits of the documents and the entities that each names; `sources` are those to be weighed."""
    ordered = sorted(traits)
    everyone = sorted({known for id in ordered for known in people[id]}, key=lambda k: (k.name, k.id))
    full: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    last: dict[str, list[Known]] = defaultdict(list)
    for known in everyone:
        for name in dict.fromkeys(map(name_words, (known.name, *known.aliases))):
            full[name].append(known)
        parts = name_words(known.name)
        if known.kind is EntityKind.PERSON and len(parts) > 1 and parts[0] not in TITLES:
            for part in {parts[0], parts[-1]}:
                last[part].append(known)
    names = {key: _fullest(found) for key, found in full.items()}
    by_document: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        if copy.first in traits and copy.second in traits:
            by_document[copy.first].append(copy)
            by_document[copy.second].append(copy)
    by_word: dict[str, list[Known]] = defaultdict(list)
    for known in everyone:
        if known.kind is not EntityKind.PERSON:
            for word in dict.fromkeys(name_words(known.name)):
                by_word[word].append(known)
    releasing = {known.id for one in traits.values() if one.body for known in names.get(name_words(one.body), ())}
    bodies = Bodies({word: tuple(found) for word, found in by_word.items()}, frozenset(releasing))
    case = Case(
        sources,
        {document: tuple(found) for document, found in by_document.items()},
        _roots(traits, by_document),
        tuple(sorted({one.outlet for one in traits.values() if one.outlet and not one.body})),
        find_agents((phrase for id in ordered for phrase in traits[id].agents), names, bodies),
        {},
        tuple(sorted({one.filer for one in traits.values() if one.filer})),
        bodies,
        names,
        {key: tuple(found) for key, found in last.items()},
        traits,
        {known.id: known for known in everyone},
    )
    return replace(case, authors={id: _known_author(traits[id].author, case) for id in ordered})


def _known_author(author: Author, case: Case) -> Author:
    return author if author.kind is DocumentKind.RECORD else replace(author, known=case.named(author.name))


def _fullest(found: Sequence[Known]) -> tuple[Known, ...]:
    """Of entities that share a form of their names, those of which it is the name, if there are any."""
    named = [known for known in found if len(words(known.name)) > 1]
    return tuple(named or found)


def _roots(traits: Mapping[str, Traits], copies: Mapping[str, Sequence[Copy]]) -> Mapping[str, str]:
    """Of each copied document the one of its group that most others are copied from, else the earliest."""
    roots: dict[str, str] = {}
    for start in sorted(copies):
        if start in roots:
            continue
        group, todo = {start}, [start]
        while todo:
            for copy in copies[todo.pop()]:
                fresh = {copy.first, copy.second} - group
                group |= fresh
                todo += fresh
        copied = [copy for member in sorted(group) for copy in copies[member]]
        root = min(group, key=lambda member: _precedence(member, traits[member].published, copied))
        roots.update((member, root) for member in group)
    return roots


def _precedence(document: str, published: date | None, copies: Iterable[Copy]) -> tuple[int, date, str]:
    mine = [copy for copy in copies if document in (copy.first, copy.second) and copy.original]
    score = sum(1 if copy.original == document else -1 for copy in mine)
    return -score, published or date.max, document
