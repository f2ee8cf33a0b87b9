"""Candidates from verbs: "met", "sent her a letter", "was told by"."""

from sayso.find.attribution.nouns import NounKind, kind_of, singular
from sayso.find.events.audience import gathers
from sayso.find.events.candidate import Candidate
from sayso.find.events.clauses import Clauses
from sayso.find.events.dealings import Dealings
from sayso.find.events.frames import Frame, noun_frames, verb_frames, verb_of
from sayso.find.events.parties import Parties
from sayso.find.events.party import HEARER, Party
from sayso.find.lexicon import groups
from sayso.model.event import EventKind

_VISITED = {"accompany": ("to", "on")}
"""where one goes with a verb whose object may be a place or somebody"""
_CONTACTS = (EventKind.MEETING, EventKind.CALL, EventKind.MESSAGE, EventKind.CONVERSATION)
_CHAINS = frozenset(("chain", "thread"))
_REFLEXIVE = frozenset(("himself", "herself", "themselves", "itself", "myself"))
_REACH = 4
"""a particle stands at most so many tokens behind its verb"""


class Verbs:
    """Finds the verbs of one parsed text that name an event."""

    def __init__(self, clauses: Clauses, parties: Parties) -> None:
        self._clauses, self._parties, self._grammar = clauses, parties, clauses.grammar
        self._dealings = Dealings(clauses)

    def at(self, i: int) -> Candidate | None:
        """The candidate whose verb is token `i`."""
        grammar = self._grammar
        if grammar.tokens[i].tag[0] != "V" or grammar.tokens[i].dep in ("aux", "auxpass", "amod", "compound"):
            return None
        verb = verb_of(grammar.lower[i], grammar.tokens[i].tag)
        for frame in verb_frames().get(verb, ()):
            particle = self._particle(i, frame)
            if particle is None or "never" in frame.marks:
                continue
            kind = self._kind(i, frame)
            if kind is None:
                continue
            candidate = self._candidate(i, particle, frame, kind)
            if candidate is not None:
                return candidate
        return None

    def _particle(self, i: int, frame: Frame) -> int | None:
        """The last token of verb and particle; `None` if the particle is not there."""
        last = i
        for word in frame.particle.split():
            near = range(last + 1, min(last + _REACH, len(self._grammar.tokens)))
            found = next((j for j in near if self._grammar.lower[j] == word), None)
            if found is None or self._grammar.sentence_of[found] != self._grammar.sentence_of[i]:
                return None
            last = found
        return last

    def _candidate(self, i: int, last: int, frame: Frame, kind: EventKind) -> Candidate | None:
        agents = self._parties.all_of(self._clauses.agents(i)) or self._addressed(i) or self._by_further_off(i)
        partners = self._partners(i, last, frame)
        if not self._fits(i, frame, partners) or not self._dealings.fits(frame, i, [*agents, *partners]):
            return None
        if kind is EventKind.TRAVEL:
            ends = [i, *self._clauses.governed(i, *frame.slots)]  # "flew to Oslo with her"
            along = self._parties.all_of([h for e in ends for h in self._clauses.governed(e, "with", "alongside")])
            agents = [*agents, *(partners if frame.word == "accompany" else [p for p in along if p.person])]
            partners = []
        trigger = range(i, last + 1) if last - i <= 1 else range(i, i + 1)
        return Candidate(frame, kind, trigger, i, i, tuple(agents), tuple(partners))

    def _by_further_off(self, i: int) -> list[Party]:
        """Who does what a passive says, where "by" hangs on a place or time ("was joined at the rally by her aunt")."""
        grammar, heads = self._grammar, []
        if self._clauses.is_passive(i) and grammar.tokens[i].dep not in ("acl", "relcl"):
            for j in range(i + 1, grammar.subtree(i).stop):
                if grammar.is_verb(j):
                    break
                if grammar.lower[j] == "by" and grammar.tokens[j].dep in ("prep", "agent"):
                    heads += [c for c in grammar.children[j] if grammar.tokens[c].dep == "pobj"]
        return [p for p in self._parties.all_of(heads) if p.person]

    def _addressed(self, i: int) -> list[Party]:
        """Whoever a quoted imperative is said to ("call me")."""
        grammar = self._grammar
        token = grammar.tokens[i]
        bare = token.tag in ("VB", "VBP") and token.dep in ("ROOT", "ccomp", "parataxis")
        if grammar.quote_of[i] < 0 or not bare or grammar.child(i, "aux", "nsubj", "nsubjpass", "mark") is not None:
            return []
        return [Party(HEARER, "you", i, False)]

    def _partners(self, i: int, last: int, frame: Frame) -> list[Party]:
        clauses = self._clauses
        heads: list[int] = []
        for slot in frame.slots:
            if slot == "object":
                heads += [h for h in clauses.undergoers(i) if self._kind_of_thing(h) is None]
                continue
            for word in {i, last}:
                heads += clauses.governed(word, slot) or self._shared(word, slot)
            for thing in self._things(i):  # "sent an email to her", "discussed it with her"
                for word in self._with_tail(thing):
                    heads += clauses.governed(word, slot)
            if slot == "with" and not heads:
                heads += self._behind_manner(i)
        if "document" in frame.marks and not heads:
            heads += [h for t in self._things(i) for h in self._urged(t)]
        if "reply" in frame.marks:
            heads += self._owners_of_messages(i)
        partners = self._parties.all_of(heads)
        if not partners and self._grammar.tokens[i].dep == "relcl" and self._has_gap(i, frame):
            before = self._parties.before_clause(i, people=False)
            return [before] if before else []
        return partners

    def _behind_manner(self, verb: int) -> list[int]:
        """Whom "with" governs on a phrase that says how or how often ("met on a regular basis with her")."""
        grammar = self._grammar
        manners = [c for p in grammar.children[verb] if grammar.tokens[p].dep == "prep" for c in grammar.children[p]]
        named = (m for m in manners if grammar.tokens[m].dep == "pobj" and self._parties.at(m) is None)
        return [h for m in named for h in self._clauses.governed(m, "with") if self._parties.is_named(h)]

    def _urged(self, thing: int) -> list[int]:
        """Whom a document urges, asks or tells ("sent a letter urging Congress to")."""
        tokens = self._grammar.tokens
        clauses = [c for c in self._grammar.children[thing] if tokens[c].dep == "acl" and tokens[c].tag == "VBG"]
        return [h for c in clauses for h in self._clauses.undergoers(c)]

    def _things(self, verb: int) -> list[int]:
        """The heads of a verb's objects, those joined to them too ("discussed it and a trip with her")."""
        found = list(self._clauses.undergoers(verb))
        for thing in found:
            found += [c for c in self._grammar.children[thing] if self._grammar.tokens[c].dep == "conj"]
        return found

    def _owners_of_messages(self, verb: int) -> list[int]:
        """Whose message is replied to ("replied to her email")."""
        to = self._clauses.governed(verb, "to")
        messages = [h for h in to if self._kind_of_thing(h) is EventKind.MESSAGE or self._grammar.lower[h] in _CHAINS]
        own = [c for h in messages for c in self._grammar.children[h] if self._grammar.tokens[c].dep == "poss"]
        return own + [c for h in messages for c in self._clauses.governed(h, "from", "with")]

    def _shared(self, verb: int, slot: str) -> list[int]:
        """What a preposition governs that is said once for several verbs ("wrote to, and met with, the envoy")."""
        grammar = self._grammar
        if not any(grammar.lower[c] == slot for c in grammar.children[verb]):
            return []
        joined = [c for c in grammar.children[verb] if grammar.tokens[c].dep == "conj"]
        return [h for c in joined for h in self._clauses.governed(c, "with", "to")]

    def _has_gap(self, i: int, frame: Frame) -> bool:
        """Whether a relative clause without pronoun leaves its partner open ("the envoys he met", "he spoke to")."""
        grammar = self._grammar
        if grammar.child(i, "nsubj") is None or any(
            grammar.tokens[c].tag in ("WP", "WDT") for c in grammar.children[i]
        ):
            return False
        if "object" in frame.slots and grammar.child(i, "dobj", "dative") is None:
            return True
        return any(grammar.lower[c] in frame.slots and not grammar.children[c] for c in grammar.children[i])

    def _with_tail(self, thing: int) -> list[int]:
        """A thing and the nouns that hang on it by "of" ("word of her interest to him")."""
        if self._parties.at(thing) is not None and self._kind_of_thing(thing) is None:
            return []
        found = [thing]
        for inner in self._clauses.governed(thing, "of", "on", "about", "for", "in"):
            found.append(inner)
        return found

    def _kind(self, i: int, frame: Frame) -> EventKind | None:
        """The frame's kind, or the one that the object decides; `None` if the object is of the wrong sort."""
        marks = frame.marks
        if not marks & {"document", "thing", "word"}:
            return frame.kind
        things = list(self._clauses.undergoers(i))
        if self._grammar.tokens[i].dep == "relcl" and not self._clauses.is_passive(i):
            things.append(self._grammar.tokens[i].head)  # "the letter that she had sent him"
        for thing in things:
            found = self._kind_of_thing(thing)
            if found is EventKind.MESSAGE and marks & {"document", "thing"}:
                return frame.kind if frame.kind is EventKind.MESSAGE else found
            if found is EventKind.CONVERSATION and marks & {"thing", "word"}:
                return found
        if frame.slots == ("from",):
            givers = [
                h
                for t in self._things(i)
                for h in (*self._clauses.governed(t, "from"), *self._clauses.governed(i, "from"))
            ]
            if any(self._parties.is_named(h) for h in givers):
                return EventKind.CONVERSATION  # "received their names from Lund"
        return None

    def _kind_of_thing(self, thing: int) -> EventKind | None:
        grammar = self._grammar
        if self._parties.is_named(thing):
            return None  # "invited Page"
        for i in self._clauses.joined(thing):
            noun = singular(grammar.lower[i])
            frames = noun_frames().get(noun)
            if frames:
                return frames[0].kind if frames[0].marks & {"word", "document"} else None
            if noun in groups("event-things")["document"] or kind_of(noun) is NounKind.DOCUMENT:
                return EventKind.MESSAGE
        return None

    def _fits(self, i: int, frame: Frame, partners: list[Party]) -> bool:
        grammar = self._grammar
        if frame.slots == ("from",) and frame.kind is not EventKind.PAYMENT and not partners:
            return False
        written = grammar.tokens[i].dep == "acl" and self._kind_of_thing(grammar.tokens[i].head) is EventKind.MESSAGE
        if "speech" in frame.marks and grammar.tokens[i].tag == "VBG" and written:
            return False  # "a memo instructing them": the memo tells it
        if "reply" in frame.marks and not partners and not self._answers(i):
            return False
        if "reply" in frame.marks and any(grammar.lower[j] == "comment" for j in grammar.subtree(i)):
            return False  # "did not respond to a request for comment"
        active = grammar.tokens[i].tag != "VBN"
        if active and frame.kind is EventKind.LEGAL and frame.slots == ("object",) and not partners:
            return False  # "“It is a disservice,” she charged"
        if "person" in frame.marks and not any((p.person or p.named) and not p.place for p in partners):
            return False
        if "someone" in frame.marks and not any(p.person for p in partners):
            return False  # "joined the campaign"
        if frame.kind in _CONTACTS and any(grammar.lower[c] in _REFLEXIVE for c in self._clauses.undergoers(i)):
            return False  # "introduced himself"
        if frame.word == "join" and self._joins_in(i):
            return False  # "joined them in opposing it"
        if "bare" in frame.marks and list(self._clauses.undergoers(i)):
            return False  # "attended the meeting": the noun tells it
        if "person" in frame.marks and any(
            grammar.tokens[c].dep in ("oprd", "ccomp") for c in grammar.children[i] if c > i
        ):
            return False  # "called him a liar"
        if "infinitive" in frame.marks and not any(self._clauses.is_infinitive(c) for c in grammar.children[i]):
            return False  # "pushed him" is no word said
        if "audience" in frame.marks and not partners and not gathers(self._clauses, i):
            return False  # "addressed the question"
        moved = frame.kind is EventKind.TRAVEL and "object" not in frame.slots
        if moved and any(
            self._parties.at(h) is not None or grammar.tokens[h].tag == "PRP"
            for h in self._clauses.undergoers(i)
            if not self._clauses.is_passive(i)
        ):
            return False  # "returned him to the post"
        if "place" in frame.marks:
            return self._goes_somewhere(i, frame)
        return True

    def _joins_in(self, verb: int) -> bool:
        """Whether it is some doing that is joined, or a role."""
        grammar = self._grammar
        if any(grammar.lower[p] == "as" for p in grammar.children[verb]):
            return True
        doing = (c for p in grammar.children[verb] for c in (p, *grammar.children[p]))
        return any(grammar.tokens[c].dep == "pcomp" or self._clauses.is_infinitive(c) for c in doing)

    def _answers(self, verb: int) -> bool:
        """Whether what is answered, where it is said, is a message or question."""
        to = self._clauses.governed(verb, "to")
        heads = [
            c
            for h in to
            for c in (h, *(k for k in self._grammar.children[h] if self._grammar.tokens[k].dep == "compound"))
        ]
        return not to or any(self._kind_of_thing(h) is not None for h in heads)

    def _goes_somewhere(self, i: int, frame: Frame) -> bool:
        heads = self._clauses.governed(i, *(s for s in frame.slots if s != "object"), *_VISITED.get(frame.word, ()))
        if "object" in frame.slots:
            heads += self._clauses.undergoers(i)
        return any(self._parties.is_place(h) for h in heads)
