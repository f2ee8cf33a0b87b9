"""Who is who in an open case: its people, what may be one, which events are one happening, and what people decided."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from sayso import ingest
from sayso.errors import UsageError
from sayso.model.entity import Entity, EntityKind
from sayso.model.identity import Identity, IdentityKind, Member
from sayso.store.called import Called, called, choices
from sayso.store.chronology import Alike, Happening, alike
from sayso.store.condition import And, Has, Is, Within
from sayso.store.protocol import Store
from sayso.store.stored import PersonOf, StoredEntity, StoredEvent, StoredPerson, StoredSuggestion

_NAMED = 5
_ID = re.compile(r"p[0-9a-f]{12}")


class WhoIsWho(ABC):
    """The part of a case that is about identity; `Case` is the whole."""

    _store: Store

    @property
    @abstractmethod
    def _signer(self) -> str: ...

    @abstractmethod
    def weigh(self) -> None:
        """Bring the claims in step."""

    def person_of(self, document: str, entity: str) -> StoredPerson:
        """The entity of the case that an entity of a document belongs to."""
        found = next(self._store.people(And((Is("entity", entity), Is("document", document)))), None)
        if found is None:
            raise UsageError(f"{entity!r} belongs to nobody yet; run `sayso add` once more.")
        return found

    def person(self, which: str) -> StoredPerson:
        """The entity of the case with this id, with a member (an entity of a document) of this id, or the only one
        that goes by this name.
        """
        if exact := self._by_id(which):
            return exact
        called = which.strip().casefold()
        holding = list(self._store.people(Has("person", which))) if called else []
        named = [found for found in holding if found.person.name.casefold() == called] or [
            found for found in holding if called in (alias.casefold() for alias in found.person.aliases)
        ]
        if len(named) == 1:
            return named[0]
        if named:
            raise UsageError(choices(named, which))
        item = self._store.item(which)
        if isinstance(item, StoredEntity):
            return self.person_of(item.document, item.entity.id)
        if not isinstance(item, StoredPerson):
            raise UsageError(f"{which!r} is no person, organisation or place. `sayso people` shows their ids.")
        return item

    def _by_id(self, which: str) -> StoredPerson | None:
        """The entity with this whole id: looked for first, since names are compared with all names there are."""
        id = which.strip()
        return next(self._store.people(Is("id", id)), None) if _ID.fullmatch(id) else None

    def called(self, which: str) -> Called:
        """Whom a name stands for: one, and with it those who are called nothing else; or whatever has this id.

        Raises `UsageError` that lists the choices where two different people could be meant.
        """
        if exact := self._by_id(which):
            return Called((exact,))
        found = called(list(self._store.people(Has("person", which))), which) if which.strip() else None
        return found or Called((self.person(which),))

    def presumed(self) -> Mapping[str, str]:
        """Person without a full name → the only one in the case who bears the name (ids). Claims are made on this
        presumption; nothing is merged on it.
        """
        names = {p.person.id: p.person.name for p in self._store.people() if p.person.kind is EntityKind.PERSON}
        return ingest.presumed(names, self._store.open_pairs())

    def suggestions(
        self, person: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredSuggestion]:
        """Pairs of people or organisations that may be one, best first: all, or those of one (id or name)."""
        id = self.person(person).person.id if person is not None else None
        return self._store.suggestions(id, limit=limit, offset=offset)

    def named(self, limit: int | None = None) -> Iterator[PersonOf]:
        """Who is in the case, those in most documents first; far less to read than `people`."""
        return self._store.named(limit)

    def members(self, person: str, limit: int | None = None) -> Iterator[tuple[str, Entity]]:
        """The entities of documents that are this one of the case (its id), as (document id, entity), by date."""
        return self._store.members(person, limit)

    def decisions_about(self, person: str) -> Sequence[Identity]:
        """What was decided and is in force about who this entity of the case is (its id), in order."""
        mine = frozenset(self.person(person).person.members)
        about = {v.id for v in self._store.verdicts() if any(not mine.isdisjoint(side) for side in v.sides)}
        return [made for made in self.decisions() if made.id in about]

    def merge(self, first: str, second: str) -> Identity:
        """Two entities of the case (id or name) are one. Signed, logged, kept when documents are read again."""
        return self._decide(IdentityKind.SAME, self._pair(first, second))

    def keep_apart(self, first: str, second: str) -> Identity:
        """Two entities of the case are two: they are not suggested again, and nothing merges them by itself."""
        return self._decide(IdentityKind.APART, self._pair(first, second))

    def hold(self, first: str, second: str) -> Identity:
        """Whether two are one can't be told yet: the suggestion goes behind all others."""
        return self._decide(IdentityKind.HOLD, self._pair(first, second))

    def split(self, person: str, members: Sequence[str]) -> Identity:
        """Some members of an entity of the case (their ids, or those of documents) are another one.

        Whoever bears the name in documents that come later joins neither by itself.
        """
        everyone = self.person(person).person.members
        out = [member for member in everyone if not set(members).isdisjoint(member)]
        unknown = [id for id in members if not any(id in member for member in everyone)]
        if unknown or not out or len(out) == len(everyone):
            what = f"{unknown[0]!r} is no member of it" if unknown else "some of its members must go, and some stay"
            raise UsageError(f"{person!r} can't be split so: {what}. `sayso people {person} --json` shows the members.")
        return self._decide(IdentityKind.APART, (out, [member for member in everyone if member not in out]))

    def rename(self, person: str, name: str) -> Identity:
        """An entity of the case is called so."""
        if not name.strip():
            raise UsageError("Say what the name is to be.")
        return self._decide(IdentityKind.RENAME, (self.person(person).person.members,), " ".join(name.split()))

    def undo(self, decision: int) -> Identity:
        """Take a decision about who is who back, by its number; also that of an earlier undoing."""
        undone = self._store.undo_decision(decision, by=self._signer)
        self._bring_in_step()
        return undone

    def decisions(self) -> Sequence[Identity]:
        """What was decided about who is who, in order, undone decisions included."""
        return self._store.identities()

    def _pair(self, first: str, second: str) -> tuple[Sequence[Member], Sequence[Member]]:
        one, other = self.person(first).person, self.person(second).person
        if one.id == other.id:
            raise UsageError(f"{first!r} and {second!r} are one already ({one.id}).")
        return one.members, other.members

    def _decide(self, kind: IdentityKind, sides: Sequence[Sequence[Member]], name: str | None = None) -> Identity:
        made = self._store.decide(kind, sides, name=name, by=self._signer)
        self._bring_in_step()
        return made

    def may_be_one(self, events: Sequence[StoredEvent]) -> Mapping[str, Sequence[Alike]]:
        """For events (by id) those that are the same happening by a person's word, and those that may be."""
        return alike(self._store, events, ingest.happenings(self._store, events))

    def happenings(self, event: str | None = None, *, limit: int | None = None) -> Sequence[Happening]:
        """Pairs of events of the case that may be one happening, best first: all, or those of one (its id)."""
        item = self._event(event) if event is not None else None
        id = item.event.id if item else None
        known = {found.event.id: found for found in (self._at_the_time_of(item) if item else self._store.events())}
        made = ingest.happenings(self._store, list(known.values()))
        mine = [s for s in made if id in (None, s.first, s.second)]
        return [Happening(known[s.first], known[s.second], s) for s in mine[:limit]]

    def same_event(self, first: str, second: str) -> Identity:
        """Two events (ids) are one happening. Signed, logged, kept when documents are read again; nothing merges."""
        return self._rule(first, second, same=True)

    def apart_events(self, first: str, second: str) -> Identity:
        """Two events (ids) are two happenings: that they are one is not suggested again."""
        return self._rule(first, second, same=False)

    def other_tellings(self, event: StoredEvent) -> Sequence[Alike]:
        """Events that are the same happening by a person's word, then those that may be, best first."""
        return self.may_be_one(self._at_the_time_of(event)).get(event.event.id, ())

    def _at_the_time_of(self, found: StoredEvent) -> Sequence[StoredEvent]:
        """All events that can have been at that time, itself among them."""
        when = found.event.date
        if when is None:
            return [found]
        there = {near.event.id: near for near in self._store.events(Within("date", when.earliest, when.latest))}
        return list((there | {found.event.id: found}).values())

    def _rule(self, first: str, second: str, *, same: bool) -> Identity:
        one, other = self._event(first).event.id, self._event(second).event.id
        return self._store.rule(one, other, same=same, by=self._signer)

    def _event(self, id: str) -> StoredEvent:
        item = self._store.item(id)
        if not isinstance(item, StoredEvent):
            raise UsageError(f"{id!r} is no event. `sayso timeline` shows their ids.")
        return item

    def _whom(self, name: str) -> PersonOf | None:
        """Whom of the case a name in a draft stands for; nobody where several could be meant."""
        try:
            person = self.called(name).meant[0].person
        except UsageError:
            return None
        return PersonOf(person.id, person.name, person.kind, person.aliases)

    def _bring_in_step(self) -> None:
        ingest.resolve_people(self._store)
        self.weigh()
