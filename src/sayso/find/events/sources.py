"""On whose word the text tells an event: the voices of the statements that it stands in."""

from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nouns import singular
from sayso.find.events.candidate import Candidate
from sayso.find.events.frames import noun_frames, verb_frames, verb_of
from sayso.find.events.names import is_narrator
from sayso.model.span import Span
from sayso.model.statement import Act, Mode, Statement, Voice

_REPORTS = frozenset(
    ("write", "hear", "learn", "email", "text", "message", "reply", "respond", "answer", "testify", "confess")
)
"""contacts that what is told may be reported by"""
_LONGEST = 12
"""words of a source that is described"""
_ASKED = (Act.ASK, Act.INTEND, Act.DECLINE)


def _is_voice(voice: Voice) -> bool:
    """Whether the words name somebody or something, and are no clause that was taken for a source."""
    return voice.entity is not None or ("," not in voice.name and len(voice.name.split()) <= _LONGEST)


class Sources:
    """The statements of one document, asked for those that hold a trigger in their content."""

    def __init__(self, grammar: Grammar, statements: Sequence[Statement]) -> None:
        self._grammar = grammar
        self._by_id = {s.id: s for s in statements}
        self._statements = statements
        cues = ((i, s.mode) for s in reversed(statements) for c in s.attribution.cue for i in grammar.inside(c))
        self._told = {i: mode.value for i, mode in cues}

    def of(self, candidate: Candidate) -> Statement | None:
        """The innermost statement that the event is told in, apart from those that the event itself is."""
        tokens = self._grammar.tokens
        words = Span(tokens[candidate.trigger.start].start, tokens[candidate.trigger.stop - 1].end)
        holders = [s for s in self._statements if any(c.contains(words) for c in s.attribution.content)]
        own = Span(tokens[candidate.carrier].start, tokens[candidate.carrier].end)
        holders = [s for s in holders if not any(c.overlaps(words) or c.overlaps(own) for c in s.attribution.cue)]
        holders = [s for s in holders if not self._is_contact(s)]
        return min(holders, key=lambda s: sum(map(len, s.attribution.content)), default=None)

    def _is_contact(self, statement: Statement) -> bool:
        """Whether it is a contact that tells what was spoken of, and no report ("discussed the trip that …")."""
        if statement.mode is Mode.DIRECT:
            return False
        grammar = self._grammar
        cue = [i for span in statement.attribution.cue for i in grammar.inside(span)]
        if any("word" in f.marks for i in cue for f in noun_frames().get(singular(grammar.lower[i]), ())):
            return True  # "the invitation to meet"
        frames = [f for i in cue for f in verb_frames().get(verb_of(grammar.lower[i], grammar.tokens[i].tag), ())]
        return bool(frames) and not any("speech" in f.marks or f.word in _REPORTS for f in frames)

    def told_by(self, candidate: Candidate) -> str:
        """The mode of the statement that the candidate's own word makes ("told her that"); empty if it makes none."""
        return self._told.get(candidate.carrier, "")

    def names(self, statement: Statement | None, candidate: Candidate) -> tuple[str, ...]:
        """The voices that the text names for it, outermost first, without whoever publishes."""
        quoted = self._grammar.quote_of[candidate.head] >= 0
        while statement is not None and statement.act in _ASKED and not quoted:
            statement = self._by_id.get(statement.parent) if statement.parent else None
        if statement is None:
            return ()
        names = [v.name for v in statement.chain[1:] if _is_voice(v) and not is_narrator(v.name)]
        return tuple(dict.fromkeys(names))


def writers_of(letter: Candidate | None) -> tuple[str, ...]:
    """Who wrote the message that a passage is quoted from."""
    return tuple(party.name for party in letter.agents) if letter else ()
