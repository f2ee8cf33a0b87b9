"""Whether the text says that it happened: negation, mood, and what the words above make of it."""

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.negation import is_negated
from sayso.find.attribution.nouns import singular
from sayso.find.events.candidate import Candidate
from sayso.find.events.frames import base_of
from sayso.find.lexicon import groups
from sayso.model.event import EventKind, EventStatus

_POSSIBLE = frozenset(("may", "might", "could"))
_PLANNED = frozenset(("will", "'ll", "wo", "would", "shall"))
_PROPOSED = frozenset(("should", "can", "must"))
_OPEN = frozenset(("whether", "if", "unless"))
_UNANSWERED = frozenset(("talk", "speak", "connect", "answer", "reach", "respond"))
_GOVERNED = frozenset(("xcomp", "dobj", "nsubjpass", "attr", "oprd", "pcomp", "acl", "ccomp", "csubj", "dative"))
_LEADS = frozenset(("for", "to", "about", "on", "of", "against", "from"))
"""prepositions over which a verb governs ("asked for a meeting"), unlike those of time and place"""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_AHEAD = (EventStatus.PLANNED, EventStatus.PROPOSED)
_ASKS = ("ask", "inquire", "wonder", "query")
_HAPPENS = ("come", "take", "occur", "happen", "materialize", "go")
_MAYBE = frozenset(("possible", "likely", "unlikely", "unclear", "uncertain", "unsure", "unknown", "conceivable"))
_SURE = frozenset(("certain", "sure", "clear", "positive"))
_INVITES = ("invitation", "offer", "request", "proposal")
_TELLS = frozenset(("tell", "advise", "instruct", "inform", "warn", "direct", "order"))
_OFF = (("call", "off"), ("put", "off"), ("break", "off"), ("turn", "down"), ("fall", "through"))
_AHEAD_WORDS = frozenset(("upcoming", "planned", "scheduled", "forthcoming"))
_NOW = frozenset(("am", "is", "are", "'m", "'re", "’m", "’re"))
_MOVES = frozenset(("fly", "travel", "go", "come", "leave", "arrive", "return", "meet", "see", "visit", "drive"))
_COMING = (EventKind.MEETING, EventKind.CALL, EventKind.TRAVEL)
_NOT_YET = frozenset(("potential", "possible", "prospective", "future"))
_SPEAKS_OF = frozenset(("discuss", "mention", "raise", "describe", "suggest", "pitch", "float"))
_SPEAKS_ABOUT = _SPEAKS_OF | frozenset(
    ("speak", "talk", "communicate", "communication", "write", "email", "message", "conversation", "discussion", "call",
     "contact", "correspond", "correspondence", "ask", "inquire", "inquiry", "exchange", "possibility", "idea")
)  # fmt: skip
_DEEPEST = 8


class Moods:
    """Reads the status of candidates of one parsed text."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def of(self, candidate: Candidate) -> EventStatus:
        """The status of what the candidate names."""
        grammar = self._grammar
        if self._is_topic(candidate):
            return EventStatus.PROPOSED
        ahead = any(grammar.lower[c] in _AHEAD_WORDS for c in grammar.children[candidate.head])
        if self._unanswered(candidate) or any(grammar.lower[c] == "no" for c in grammar.children[candidate.head]):
            return EventStatus.DID_NOT_OCCUR
        at = candidate.head
        status = self._itself(at) if "guilt" not in candidate.frame.marks else self._modal(at)
        for _ in range(_DEEPEST):
            if status in _AHEAD:
                return self._settled(status, at)
            if status is not None:
                return status
            above = grammar.tokens[at].head
            dep = grammar.tokens[at].dep
            if above == at:
                break
            if dep == "ccomp" and above > at:
                break  # "She sent word: “I can't come.”" whose head the parser sees in what was sent
            if dep == "pcomp" and grammar.lower[above] == "without":
                return EventStatus.DID_NOT_OCCUR
            if dep == "advcl":
                return self._adverbial(at)
            if dep == "conj" and self._is_finite(at) and not self._shares_modal(at, above):
                break
            if dep in ("nsubj", "nsubjpass") and self._puts_off(above, grammar.lemma(above)):
                return EventStatus.DID_NOT_OCCUR  # "the meeting was called off"
            if dep == "nsubj" and base_of(grammar.lower[above], grammar.tokens[above].tag) in _HAPPENS:
                return self._itself(above) or EventStatus.OCCURRED  # "the meeting never took place"
            if dep == "conj":
                status = self._shared(at, above)
            elif dep in _GOVERNED or (dep == "prep" and self._leads(at)):
                status = self._under(at, above)
                if status is None and dep == "ccomp" and self._is_finite(at) and not self._is_bare(at):
                    break  # "wrote to say that they had met"
            elif dep != "pobj":
                break
            at = above
        if status is None and ahead:
            return EventStatus.PLANNED
        return status or _by_nature(candidate)

    def _is_topic(self, candidate: Candidate) -> bool:
        """Whether a meeting, call or trip is merely spoken of ("they talked about a meeting with her")."""
        grammar = self._grammar
        token = grammar.tokens[candidate.head]
        if candidate.kind not in _COMING or token.tag[0] != "N" or candidate.possessed:
            return False
        above = token.head
        about = token.dep == "pobj" and grammar.lower[above] in ("about", "regarding", "of", "on")
        spoken = grammar.tokens[above].head if about else above
        if not about and token.dep != "dobj":
            return False
        article = {grammar.lower[c] for c in grammar.children[candidate.head]}
        names = {grammar.lemma(spoken), singular(grammar.lower[spoken])}
        speaks = bool(names & (_SPEAKS_ABOUT if about else _SPEAKS_OF))
        return speaks and bool(article & _NOT_YET or (about and article & {"a", "an"}))

    def _leads(self, preposition: int) -> bool:
        """Whether what is above governs over the preposition ("asked for a meeting", "interest in meeting")."""
        above = self._grammar.lower[self._grammar.tokens[preposition].head]
        word = self._grammar.lower[preposition]
        return word in _LEADS or (word == "in" and above in ("interest", "interested"))

    def _settled(self, status: EventStatus, at: int) -> EventStatus:
        """What becomes of a plan or proposal by the verb above it ("declined the invitation to meet")."""
        grammar = self._grammar
        above = grammar.tokens[at].head
        dep = grammar.tokens[at].dep
        if above == at or dep not in _GOVERNED or not grammar.is_verb(above):
            return status
        lemma = base_of(grammar.lower[above], grammar.tokens[above].tag)
        if lemma in groups("event-status")["negative"] and dep != "ccomp":
            return EventStatus.DID_NOT_OCCUR
        return EventStatus.PLANNED if lemma in ("accept", "confirm") else status

    def _itself(self, at: int) -> EventStatus | None:
        grammar = self._grammar
        if is_negated(grammar, at):
            return EventStatus.DID_NOT_OCCUR
        if any(grammar.lower[c] in groups("event-status")["doubt"] for c in grammar.children[at]):
            return EventStatus.POSSIBLE
        if self._mark(at) in _OPEN:
            return self._open(at)
        if grammar.quote_of[at] >= 0 and grammar.tokens[at].tag == "VB" and not self._has_helpers(at):
            return EventStatus.PROPOSED if grammar.tokens[at].dep == "ROOT" else None  # "Call me"
        return self._modal(at)

    def _has_helpers(self, verb: int) -> bool:
        return self._grammar.child(verb, "nsubj", "nsubjpass", "aux", "mark") is not None

    def _open(self, at: int) -> EventStatus:
        """What "if" and "whether" make of it: asked for ("asked if he could"), not remembered, or left open."""
        grammar = self._grammar
        above = grammar.tokens[at].head
        if grammar.tokens[above].dep == "prep":
            above = grammar.tokens[above].head  # "asked about whether"
        lemma = base_of(grammar.lower[above], grammar.tokens[above].tag)
        if lemma in groups("event-status")["memory"] and is_negated(grammar, above):
            return EventStatus.DID_NOT_OCCUR
        return EventStatus.PROPOSED if lemma in _ASKS and self._modal(at) else EventStatus.POSSIBLE

    def _shared(self, at: int, above: int) -> EventStatus | None:
        """The mood that a verb without subject and auxiliary shares with the one it is joined to."""
        if not self._grammar.is_verb(at) or self._grammar.child(at, "nsubj", "nsubjpass", "aux") is not None:
            return None
        return self._modal(above)

    def _shares_modal(self, verb: int, other: int) -> bool:
        """Whether a form that may be an infinitive follows a modal ("could call and visit")."""
        bare = self._grammar.tokens[verb].tag == "VBP" and self._grammar.child(verb, "nsubj", "nsubjpass") is None
        return bare and self._modal(other) is not None

    def _adverbial(self, at: int) -> EventStatus:
        grammar = self._grammar
        if self._mark(at) in _OPEN:
            return EventStatus.POSSIBLE
        when = any(grammar.lower[c] in ("when", "once", "until") for c in grammar.children[at])
        if when and grammar.tokens[at].tag in ("VBZ", "VBP"):
            return EventStatus.PLANNED  # "will decide when he returns"
        verb = grammar.tokens[at].head
        if any(grammar.lower[c] in _INVITES for c in grammar.children[verb] if grammar.tokens[c].dep == "dobj"):
            return EventStatus.PROPOSED  # "sent an invitation for her to visit"
        to = any(grammar.lower[c] == "to" and grammar.tokens[c].dep == "aux" for c in grammar.children[at])
        return EventStatus.PLANNED if to else EventStatus.OCCURRED

    def _under(self, below: int, at: int) -> EventStatus | None:
        """What a word makes of the event in the complement `below`."""
        grammar = self._grammar
        words = groups("event-status")
        lemma = (
            base_of(grammar.lower[at], grammar.tokens[at].tag) if grammar.is_verb(at) else singular(grammar.lower[at])
        )
        dep = grammar.tokens[below].dep
        finite = dep == "ccomp" and self._is_finite(below) and not self._is_bare(below)
        if lemma in words["establish"] and is_negated(grammar, at):
            return EventStatus.POSSIBLE
        unsure = lemma in _MAYBE or (lemma in _SURE and is_negated(grammar, grammar.tokens[at].head))
        if dep in ("ccomp", "csubj") and (unsure or (lemma == "be" and self._is_unsure(at))):
            return EventStatus.POSSIBLE
        if lemma in ("evidence", "indication", "proof", "sign") and self._is_none(at):
            return EventStatus.POSSIBLE  # "found no evidence that they met"
        if is_negated(grammar, at) and (lemma in words["memory"] or not finite):
            return EventStatus.DID_NOT_OCCUR
        if lemma in words["negative"] or self._puts_off(at, lemma):
            return EventStatus.DID_NOT_OCCUR
        if lemma in words["memory"] and self._is_none(at):
            return EventStatus.DID_NOT_OCCUR  # "had no recollection of meeting him"
        if dep == "prep" and grammar.lower[below] in ("about", "of", "on") and lemma in _TELLS:
            return None  # "told her about his meeting"
        if lemma == "go" and grammar.tokens[at].tag == "VBG" and dep == "xcomp":
            return EventStatus.PLANNED  # "was going to meet"
        if any(grammar.lower[c] in words["doubt"] for c in grammar.children[at]) or lemma in words["possible"]:
            return EventStatus.POSSIBLE
        if finite:
            return EventStatus.POSSIBLE if lemma in words["unsure"] else None
        if lemma in words["arranging"] and not self._is_finite(at):
            return EventStatus.PROPOSED  # "wrote to her to set up a meeting"
        if lemma in words["planned"] or (lemma == "be" and dep == "xcomp" and grammar.tokens[below].tag == "VB"):
            return EventStatus.PLANNED
        if lemma in words["proposed"]:
            return EventStatus.PROPOSED
        if self._mark(at) in _OPEN:
            return self._open(at)
        return self._modal(at) if grammar.is_verb(at) and dep != "ccomp" else None

    def _is_unsure(self, be: int) -> bool:
        """Whether it is said to be possible or not certain that it happened."""
        said = {self._grammar.lower[c] for c in self._grammar.children[be] if self._grammar.tokens[c].dep == "acomp"}
        return bool(said & _MAYBE) or (bool(said & _SURE) and is_negated(self._grammar, be))

    def _puts_off(self, verb: int, lemma: str) -> bool:
        """Whether it is "called off", "turned down" or "fell through"."""
        particles = {self._grammar.lower[c] for c in self._grammar.children[verb]}
        return any(particle in particles for verb_of_it, particle in _OFF if verb_of_it == lemma)

    def _is_none(self, noun: int) -> bool:
        """Whether there is none of it ("no evidence") or it was not found ("did not identify evidence")."""
        grammar = self._grammar
        if any(grammar.lower[c] in ("no", "any") for c in grammar.children[noun]):
            return True
        above = grammar.tokens[noun].head
        return grammar.tokens[noun].dep == "dobj" and is_negated(grammar, above)

    def _modal(self, verb: int) -> EventStatus | None:
        grammar = self._grammar
        helpers = {grammar.lower[c] for c in grammar.children[verb] if grammar.tokens[c].dep in ("aux", "auxpass")}
        if helpers & _POSSIBLE or (helpers & _PLANNED and "have" in helpers):
            return EventStatus.POSSIBLE
        going = helpers & _NOW and grammar.tokens[verb].tag == "VBG" and grammar.quote_of[verb] >= 0
        if helpers & _PLANNED or (going and grammar.lemma(verb) in _MOVES):
            return EventStatus.PLANNED  # "“I am flying out on the 18th”"
        return EventStatus.PROPOSED if helpers & _PROPOSED else None

    def _is_finite(self, verb: int) -> bool:
        grammar = self._grammar
        if grammar.tokens[verb].tag in _FINITE:
            return True
        return any(
            grammar.tokens[c].dep in ("aux", "auxpass") and grammar.tokens[c].tag in _FINITE
            for c in grammar.children[verb]
        )

    def _is_bare(self, verb: int) -> bool:
        """Whether it is a subjunctive or infinitive ("recommended that he meet")."""
        return self._grammar.tokens[verb].tag in ("VB", "VBP") and self._grammar.lower[verb] == self._grammar.lemma(
            verb
        )

    def _mark(self, verb: int) -> str | None:
        mark = self._grammar.child(verb, "mark")
        return self._grammar.lower[mark] if mark is not None else None

    def _unanswered(self, candidate: Candidate) -> bool:
        """Whether a clause joined to it says that they did not get to talk ("called, but they did not talk")."""
        grammar = self._grammar
        return any(
            grammar.tokens[c].dep in ("conj", "ccomp") and is_negated(grammar, c) and grammar.lemma(c) in _UNANSWERED
            for c in grammar.children[candidate.carrier]
        )


def _by_nature(candidate: Candidate) -> EventStatus:
    """The status of what the text tells as done: to promise and to offer money is to plan and to propose a payment."""
    if "planned" in candidate.frame.marks:
        return EventStatus.PLANNED
    return EventStatus.PROPOSED if "proposed" in candidate.frame.marks else EventStatus.OCCURRED
