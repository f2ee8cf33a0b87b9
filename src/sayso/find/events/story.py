"""Who takes part where the text leaves it to what was told before: "they talked", "she replied", "the meeting"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.find.events.candidate import Candidate
from sayso.find.events.clauses import Clauses
from sayso.find.events.frames import base_of
from sayso.find.events.parties import Parties
from sayso.find.events.party import HE, HEARER, SHE, SPEAKER, Party
from sayso.find.events.quotations import Quotations
from sayso.find.lexicon import groups
from sayso.find.name_words import Gender, gender_of_given_name
from sayso.model.event import EventKind

_NEAR = 3
"""sentences within which a pronoun or a reply looks back"""
_FAR = 12
"""sentences within which "the meeting" is the one told before"""
_SENT = (EventKind.MESSAGE, EventKind.CALL)
_CONTACTS = (EventKind.MEETING, EventKind.CALL, EventKind.MESSAGE, EventKind.CONVERSATION)


class Story:
    """Completes the candidates of one text, shown to it in order."""

    def __init__(self, clauses: Clauses, block_of: Sequence[int], quotations: Quotations, parties: Parties) -> None:
        self._parties = parties
        self._block_of, self._quotations = block_of, quotations
        self._clauses, self._grammar = clauses, clauses.grammar
        self._told: list[Candidate] = []
        self._messages: list[Candidate] = []
        self._occurred: set[int] = set()

    def complete(self, candidate: Candidate, *, occurred: bool) -> Candidate:
        """The candidate with those who take part by what was told before; who replies answers what `occurred`."""
        candidate = self._filled(self._with_whom(self._in_own_words(candidate)))
        if candidate.kind in _CONTACTS and candidate.parties:
            self._quotations.note(candidate)
        if candidate.kind is EventKind.MESSAGE and candidate.agents:
            self._messages.append(candidate)
        if candidate.kind is EventKind.TRAVEL or (candidate.kind in _CONTACTS and len(candidate.parties) > 1):
            self._told.append(candidate)
            if occurred:
                self._occurred.add(candidate.head)
        return candidate

    def _filled(self, candidate: Candidate) -> Candidate:
        if candidate.kind is EventKind.TRAVEL and candidate.definite and not candidate.parties:
            earlier = next((c for c in reversed(self._told) if c.kind is candidate.kind), None)
            return replace(candidate, agents=earlier.agents) if earlier else candidate
        if candidate.kind is EventKind.TRAVEL and not candidate.agents and self._means_those_before(candidate):
            earlier = next(self._before(candidate, _NEAR), None)
            if earlier is None:
                return candidate
            return replace(candidate, agents=earlier.agents if len(earlier.agents) > 1 else earlier.parties)
        if candidate.kind not in _CONTACTS:
            return candidate
        if not candidate.agents and self._means_those_before(candidate):
            bodies = self._are_bodies(candidate)
            near = self._before(candidate, _FAR if bodies else _NEAR, (*_CONTACTS, EventKind.TRAVEL))
            fitting = (c for c in near if bodies <= _are_bodies(c) and len(c.keys) > 1)
            earlier = next(fitting, None)
            return replace(candidate, agents=earlier.parties if earlier else self._two_before(candidate))
        if (candidate.definite or candidate.counts) and not candidate.parties:
            same = (c for c in self._before(candidate, _FAR) if c.kind is candidate.kind)
            earlier = next(same, None)
            return replace(candidate, agents=earlier.parties) if earlier else candidate
        if candidate.kind in (EventKind.MEETING, EventKind.CALL) and not candidate.parties and self._is_set(candidate):
            earlier = next(self._before(candidate, 1), None)  # "she wrote to him; a meeting was set for Monday"
            return replace(candidate, agents=earlier.parties) if earlier else candidate
        if "bare" in candidate.frame.marks and candidate.agents and not candidate.partners:
            earlier = next((c for c in self._before(candidate, _NEAR) if c.kind is candidate.kind), None)
            return (
                replace(candidate, partners=earlier.parties, definite=True)
                if earlier
                else replace(candidate, agents=())
            )
        if "reply" in candidate.frame.marks and candidate.agents:
            return self._reply(candidate)
        return candidate

    def _with_whom(self, candidate: Candidate) -> Candidate:
        """The candidate with "him" and "her" replaced by whoever was in contact with the others just before."""
        unknown = candidate.keys & {HE, SHE}
        if not unknown:
            return candidate
        meant: dict[str, Sequence[Party]] = {}
        for key in unknown:
            acts = key in {p.key for p in candidate.agents}
            known = frozenset() if acts else candidate.keys - unknown
            near = [c for c in self._before(candidate, _NEAR) if known <= c.keys]
            told = [p for c in near[:1] for p in (c.parties if known else c.agents)]
            others = [p for p in told if p.key not in known and _may_be(p, key)]
            meant[key] = others if len(others) == 1 else ()
        return replace(
            candidate, agents=_replaced(candidate.agents, meant), partners=_replaced(candidate.partners, meant)
        )

    def _in_own_words(self, candidate: Candidate) -> Candidate:
        """The candidate with "I" and "you" replaced: inside of a message they are those who wrote and got it."""
        quoted = self._grammar.quote_of[candidate.head] >= 0
        bare = quoted and not candidate.parties and candidate.kind in (EventKind.MEETING, EventKind.CALL)
        if not candidate.keys & {SPEAKER, HEARER} and not bare:
            return candidate
        meant: dict[str, Sequence[Party]] = {SPEAKER: (), HEARER: ()}
        if quoted:
            meant[SPEAKER], meant[HEARER] = self._quotations.voices(candidate.head) or self._carrier(candidate)
        else:
            letter = self.letter(self._grammar.sentence_of[candidate.head])
            meant[SPEAKER], meant[HEARER] = (letter.agents, letter.partners) if letter else ((), ())
        if bare:
            return replace(candidate, agents=tuple(meant[SPEAKER]), partners=tuple(meant[HEARER]))
        return replace(
            candidate, agents=_replaced(candidate.agents, meant), partners=_replaced(candidate.partners, meant)
        )

    def _carrier(self, candidate: Candidate) -> tuple[Sequence[Party], Sequence[Party]]:
        """Those who do and undergo the contact told just before a quotation."""
        outside = next((c for c in self._before(candidate, 1) if self._grammar.quote_of[c.head] < 0), None)
        return (outside.agents, outside.partners) if outside else ((), ())

    def letter(self, sentence: int) -> Candidate | None:
        """The message whose words a sentence is: the last told before its block, if that announces it by a colon."""
        for message in reversed(self._messages):
            told = self._grammar.sentence_of[message.head]
            if self._block_of[told] == self._block_of[sentence]:
                continue
            last = self._grammar.tokens[self._grammar.sentences[told].stop - 1].text
            ends = told + 1 == len(self._block_of) or self._block_of[told + 1] != self._block_of[told]
            follows = self._block_of[sentence] == self._block_of[told] + 1
            return message if last == ":" and ends and follows else None
        return None

    def _reply(self, candidate: Candidate) -> Candidate:
        """A reply goes to those who had just been in contact with whoever replies, and the same way."""
        agents = {p.key for p in candidate.agents}
        partners = {p.key for p in candidate.partners}
        fitting = [
            earlier
            for earlier in self._before(candidate, _NEAR)
            if self._grammar.quote_of[earlier.head] < 0
            and earlier.head in self._occurred
            and agents & earlier.keys
            and partners <= earlier.keys
        ]
        sent = (e for e in fitting if e.kind in _SENT and agents & {p.key for p in e.partners})
        earlier = next(sent, next(iter(fitting), None))
        if earlier is None:
            return candidate
        others = earlier.agents if agents & {p.key for p in earlier.partners} else earlier.partners
        kind = earlier.kind if earlier.kind is not EventKind.MEETING else candidate.kind
        return replace(candidate, kind=kind, partners=candidate.partners or others)

    def _before(self, candidate: Candidate, most: int, kinds: Sequence[EventKind] = _CONTACTS) -> Iterator[Candidate]:
        """What was told before, the last first."""
        sentence = self._grammar.sentence_of[candidate.head]
        for earlier in reversed(self._told):
            if earlier.kind not in kinds:
                continue
            if sentence - self._grammar.sentence_of[earlier.head] > most:
                return
            yield earlier

    def _means_those_before(self, candidate: Candidate) -> bool:
        """Whether the subject is "they", "the two", "both sides"."""
        words = groups("event-status")["groups"]
        return any(self._grammar.lower[h] in words for h in self._subjects(candidate))

    def _is_set(self, candidate: Candidate) -> bool:
        verb = self._grammar.tokens[candidate.carrier]
        return base_of(self._grammar.lower[verb.i], verb.tag) in groups("event-status")["planned"]

    def _two_before(self, candidate: Candidate) -> tuple[Party, ...]:
        """The two people whom the sentence before names, if it names just two."""
        sentence = self._grammar.sentence_of[candidate.head]
        if sentence == 0 or self._block_of[sentence - 1] != self._block_of[sentence]:
            return ()
        named = [i for i in self._grammar.sentences[sentence - 1] if self._parties.is_named(i)]
        people = {p.key: p for p in self._parties.all_of(named) if p.named and p.person}
        return tuple(people.values()) if len(people) == 2 else ()

    def _are_bodies(self, candidate: Candidate) -> bool:
        """Whether the subject is one for organisations: "the groups", "both parties"."""
        return any(
            self._grammar.lower[h] in ("groups", "parties", "sides", "companies") for h in self._subjects(candidate)
        )

    def _subjects(self, candidate: Candidate) -> Sequence[int]:
        between = self._clauses.governed(candidate.head, "between", "of")
        clauses = [c for c in self._grammar.children[candidate.head] if self._grammar.tokens[c].dep in ("acl", "relcl")]
        within = [a for c in clauses for a in self._clauses.agents(c)]
        return [*self._clauses.agents(candidate.carrier), *between, *within]


def _replaced(parties: Sequence[Party], meant: Mapping[str, Sequence[Party]]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(p for party in parties for p in meant.get(party.key, (party,))))


def _may_be(party: Party, pronoun: str) -> bool:
    """Whether a pronoun may mean somebody."""
    sex = gender_of_given_name(party.name.split()[0].lower()) if party.person and party.named else None
    return party.person and not party.plural and sex in (None, Gender.MALE if pronoun == HE else Gender.FEMALE)


def _are_bodies(candidate: Candidate) -> bool:
    return not any(p.person for p in candidate.parties)
