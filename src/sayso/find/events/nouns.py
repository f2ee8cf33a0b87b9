"""Candidates from nouns: "a meeting with", "his call to", "had dinner", "received an email from"."""

from collections.abc import Sequence

from sayso.find.attribution.nouns import singular
from sayso.find.events.candidate import Candidate
from sayso.find.events.clauses import Clauses
from sayso.find.events.dealings import Dealings
from sayso.find.events.frames import Frame, base_of, noun_frames
from sayso.find.events.parties import Parties
from sayso.find.events.party import Party
from sayso.find.lexicon import groups
from sayso.model.event import EventKind

_DEFINITE = frozenset(("the", "that", "this", "these", "those", "its", "their", "his", "her"))
_ARRANGE = frozenset(
    ("arrange", "set", "schedule", "organize", "organise", "facilitate", "broker", "suggest", "propose", "recommend")
)
"""what is done for others too"""
_ATTENDERS = frozenset(("participants", "attendees", "guests", "participant", "attendee"))
_LINES = ("phone", "telephone")
_HOLDS = frozenset(("have", "has", "had", "having", "are", "were", "was", "is"))
"""verbs that say of messages no more than that they are there"""
_ASKED_FOR = frozenset(("request", "invitation", "offer", "proposal"))
_LISTS = frozenset(("include", "feature", "comprise"))
_DURING = frozenset(("in", "during", "at", "by", "over", "on", "via", "through"))


class Nouns:
    """Finds the nouns of one parsed text that name an event."""

    def __init__(self, clauses: Clauses, parties: Parties) -> None:
        self._clauses, self._parties, self._grammar = clauses, parties, clauses.grammar
        self._dealings = Dealings(clauses)

    def at(self, i: int) -> Candidate | None:
        """The candidate whose noun is token `i`."""
        grammar = self._grammar
        token = grammar.tokens[i]
        if token.tag not in ("NN", "NNS", "NNP") or token.dep in ("compound", "amod", "nmod"):
            return None
        frames = noun_frames().get(singular(grammar.lower[i]))
        if not frames or ("plural" in frames[0].marks and token.tag != "NNS"):
            return None
        if token.dep == "pobj" and grammar.lower[token.head] == "in" and frames[0].word in ("response", "reply"):
            return None  # "in response to"
        if token.text.isupper() or ("single" in frames[0].marks and token.tag == "NNS"):
            return None
        frame = frames[0]
        if "town" in frame.marks and not any(grammar.lower[c] == "town" for c in grammar.children[i]):
            return None
        counted = self._counted(i)
        carrier = self._carrier(i)
        light = (
            base_of(grammar.lower[carrier], grammar.tokens[carrier].tag) in groups("event-status")["light"]
            if carrier is not None
            else False
        )
        if "document" in frame.marks and token.dep == "pobj" and grammar.lower[token.head] in ("in", "by", "via"):
            light = False  # "issued a threat in a letter"
        owners = self._parties.all_of(self._possessors(i))
        partners = self._parties.all_of(
            [*self._clauses.governed(i, *frame.slots), *self._named_before(i, frame), *self._in_clauses(i, frame)]
        )
        agents: list[Party] = list(owners)
        if carrier is not None and (light or token.dep != "dobj"):
            found = self._parties.all_of(self._clauses.agents(carrier))
            arranged = base_of(grammar.lower[carrier], grammar.tokens[carrier].tag) in _ARRANGE
            between = self._parties.all_of(self._clauses.governed(i, "between", "among"))
            others = arranged and (len(between) > 1 or self._clauses.is_passive(carrier))
            if arranged and self._clauses.asker(carrier) is not None:
                found = self._parties.all_of([h for h in (self._clauses.asker(carrier),) if h is not None])
            agents = [*found, *agents] if self._takes_part(counted, carrier, light) and not others else agents
            if light:
                partners = [*partners, *self._with_carrier(i, carrier, frame)]
        if carrier is not None and not agents and grammar.lemma(carrier) in _LISTS:
            agents = self._owners_of_list(carrier)
        partners = [*partners, *self._attenders(i)]
        told = any(p.named for p in partners) and not frame.marks & {"word"}
        if frame.marks & {"word", "held"} and not light and not told:
            return None
        if (
            "held" in frame.marks
            and not told
            and grammar.tokens[counted].dep not in ("dobj", "nsubjpass", "pobj" if frame.word in _LINES else "dobj")
        ):
            return None
        if "document" in frame.marks and carrier is not None and grammar.lower[carrier] in _HOLDS and not owners:
            return None
        if not self._dealings.fits(frame, i, partners if "authority" in frame.marks else [*agents, *partners]):
            return None
        if "both" in frame.marks and not self._parties.all_of(self._clauses.governed(i, *frame.slots)):
            return None
        if "owned" in frame.marks and not owners:
            return None
        if frame.word == "call" and any(grammar.lower[c] in ("for", "on") for c in grammar.children[i]):
            return None  # "her call for calm"
        if "document" in frame.marks and not light and len({p.key for p in (*owners, *partners)}) < 2:
            writers = self._writers(i, carrier) if not owners else []
            sent = self._parties.all_of(self._clauses.governed(i, "from"))
            if carrier is not None and writers and not partners:
                partners = self._addressed(carrier)
            if not (writers and partners) and not any(p.named for p in sent):
                return None
            agents = writers if writers and partners else sent
        definite = any(grammar.lower[c] in _DEFINITE for c in grammar.children[i]) and not owners
        if frame.kind is EventKind.TRAVEL and not agents:
            agents = partners
        if frame.kind is EventKind.TRAVEL:
            partners = []
        head = carrier if carrier is not None else i
        carried = light and token.dep in ("dobj", "nsubjpass")
        words = self._words(i)
        sent = self._parties.all_of(self._clauses.governed(i, "from"))
        own = (*owners, *sent) if "document" in frame.marks else ()
        counts = any(grammar.lower[c] in groups("event-order")["another"] for c in grammar.children[i])
        return Candidate(
            frame,
            frame.kind,
            words,
            i,
            head,
            tuple(agents),
            tuple(partners),
            definite,
            carried,
            own,
            counts,
            bool(owners),
        )

    def _counted(self, i: int) -> int:
        """The word that counts them ("a pair of speeches": pair), or the noun itself."""
        grammar = self._grammar
        above = grammar.tokens[grammar.tokens[i].head].head
        many = grammar.tokens[i].dep == "pobj" and grammar.lower[grammar.tokens[i].head] == "of"
        return above if many and grammar.lower[above] in groups("event-control")["amount"] else i

    def _owners_of_list(self, carrier: int) -> list[Party]:
        """Whose things a verb lists ("her commitments included a speech to …")."""
        subject = self._grammar.child(carrier, "nsubj")
        return self._parties.all_of(self._clauses.owners(subject)) if subject is not None else []

    def _possessors(self, i: int) -> list[int]:
        """Whose it is said to be, once for several ("her interviews and statements") or by the verb of a gerund."""
        grammar = self._grammar
        own = [c for c in grammar.children[i] if grammar.tokens[c].dep == "poss"]
        head = grammar.tokens[i].head
        bare = not any(grammar.tokens[c].dep in ("det", "amod", "nummod", "compound") for c in grammar.children[i])
        if not own and grammar.tokens[i].dep == "conj" and grammar.tokens[head].tag[0] == "N" and bare:
            return [c for c in grammar.children[head] if grammar.tokens[c].dep == "poss"]
        gerund = bare and grammar.tokens[i].tag == "NN" and grammar.lower[i].endswith("ing")
        if not own and gerund and grammar.tokens[i].dep == "dobj" and grammar.child(i, "prep") is not None:
            return self._clauses.agents(head)  # "denied meeting with her"
        return own

    def _words(self, i: int) -> range:
        first = i
        while (
            first > 0
            and self._grammar.tokens[first - 1].dep == "compound"
            and self._grammar.tokens[first - 1].tag == "NN"
            and self._grammar.tokens[first - 2].text != "-"  # "in-person meeting"
        ):
            first -= 1
        return range(first, i + 1)

    def _carrier(self, i: int) -> int | None:
        """The verb that the noun hangs on, over prepositions."""
        tokens = self._grammar.tokens
        at = i
        for _ in range(5):
            head = tokens[at].head
            if head == at:
                return None
            if self._grammar.is_verb(head):
                return head
            if tokens[at].dep not in ("pobj", "prep", "conj", "dobj", "appos"):
                return None
            at = head
        return None

    def _takes_part(self, i: int, carrier: int, light: bool) -> bool:
        """Whether whoever does what the verb says takes part in what the noun names."""
        tokens = self._grammar.tokens
        asked = tokens[tokens[i].head].head if tokens[i].dep == "pobj" else i
        if light and singular(self._grammar.lower[asked]) in _ASKED_FOR and tokens[asked].dep == "dobj":
            return tokens[asked].head == carrier  # "received a request for a meeting"
        if light:
            verb = base_of(self._grammar.lower[carrier], tokens[carrier].tag)
            if verb == "be":
                return tokens[i].dep == "pobj" and tokens[tokens[i].head].head == carrier
            if tokens[i].dep == "pobj":
                return tokens[tokens[i].head].head == carrier
            return tokens[i].dep in ("dobj", "nsubjpass", "conj")
        if tokens[i].dep != "pobj":
            return False
        preposition = tokens[i].head
        above = tokens[preposition].head
        return self._grammar.lower[preposition] in _DURING and (
            above == carrier or (tokens[above].dep == "dobj" and tokens[above].head == carrier)
        )

    def _writers(self, i: int, carrier: int | None) -> list[Party]:
        """Those who say something in it ("noted in an email to her")."""
        token = self._grammar.tokens[i]
        said = token.dep == "pobj" and self._grammar.lower[token.head] in ("in", "by", "via")
        if not said or carrier is None or self._grammar.tokens[token.head].head != carrier:
            return []
        return self._parties.all_of(self._clauses.agents(carrier))

    def _addressed(self, carrier: int) -> list[Party]:
        """To whom what was written goes ("issued a threat to both of them in a letter")."""
        clauses = self._clauses
        heads = [h for thing in clauses.undergoers(carrier) for h in (thing, *clauses.governed(thing, "to"))]
        return self._parties.all_of([*heads, *clauses.governed(carrier, "to")])

    def _with_carrier(self, i: int, carrier: int, frame: Frame) -> Sequence[Party]:
        """Those whom the light verb adds: "sent him a letter", "received a call from her"."""
        grammar = self._grammar
        heads = [
            h
            for h in self._clauses.undergoers(carrier)
            if h not in (i, self._counted(i)) and grammar.tokens[h].dep != "nsubjpass"
        ]
        heads += self._clauses.governed(carrier, *frame.slots)
        return self._parties.all_of(heads)

    def _attenders(self, i: int) -> Sequence[Party]:
        """Those listed as having been there: "participants in the meeting included …"."""
        tokens = self._grammar.tokens
        of = tokens[tokens[i].head].head if tokens[i].dep == "pobj" else i
        if self._grammar.lower[of] not in _ATTENDERS or tokens[of].dep not in ("nsubj", "nsubjpass"):
            return []
        verb = tokens[of].head
        listed = [c for c in self._grammar.children[verb] if tokens[c].dep in ("dobj", "attr")]
        return self._parties.all_of(listed)

    def _in_clauses(self, i: int, frame: Frame) -> list[int]:
        """Those whom clauses on the noun name: "an email written by her", "the call that he made to them"."""
        grammar = self._grammar
        found: list[int] = []
        for c in grammar.children[i]:
            light = base_of(grammar.lower[c], grammar.tokens[c].tag) in groups("event-status")["light"]
            if "document" in frame.marks and grammar.tokens[c].dep == "acl" and grammar.tokens[c].tag == "VBG":
                found += self._clauses.undergoers(c)  # "a memo instructing them"
            if grammar.tokens[c].dep in ("acl", "relcl") and light:
                found += [a for a in self._clauses.agents(c) if a != i]
                found += self._clauses.governed(c, *frame.slots)
        return found

    def _named_before(self, i: int, frame: Frame) -> list[int]:
        """Names before the noun: "the Lund-Amadi meeting", "a Kislyak call"."""
        grammar = self._grammar
        if "document" in frame.marks:
            return []  # "the Kislyak emails" may be of him or about him
        names = ("PERSON", "ORG") if "filed" in frame.marks else ("PERSON",)
        before = (c for c in grammar.children[i] if grammar.tokens[c].dep in ("compound", "nmod"))
        return [c for c in before if grammar.tokens[c].name in names]
