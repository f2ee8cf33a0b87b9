"""Who speaks to whom inside of quotation marks: those of the contact whose words are quoted."""

from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.events.candidate import Candidate
from sayso.find.events.parties import Parties
from sayso.find.events.party import Party
from sayso.model.span import Span
from sayso.model.statement import Mode, Statement


class Quotations:
    """The direct quotations of one text, and the contacts shown to it (in order) that may carry them."""

    def __init__(self, grammar: Grammar, statements: Sequence[Statement], parties: Parties) -> None:
        self._grammar, self._parties = grammar, parties
        self._statements = [s for s in statements if s.mode is not Mode.INDIRECT]
        self._contacts: dict[int, Candidate] = {}

    def note(self, candidate: Candidate) -> None:
        """Remember a contact told outside of quotations."""
        if self._grammar.quote_of[candidate.head] < 0:
            self._contacts.update(dict.fromkeys((*candidate.trigger, candidate.carrier), candidate))

    def voices(self, token: int) -> tuple[Sequence[Party], Sequence[Party]] | None:
        """Who says the words at `token`, and to whom; `None` if no quotation with a speaker holds them."""
        at = Span(self._grammar.tokens[token].start, self._grammar.tokens[token].end)
        holders = [s for s in self._statements if any(c.contains(at) for c in s.attribution.content)]
        statement = min(holders, key=lambda s: sum(map(len, s.attribution.content)), default=None)
        if statement is None:
            return None
        for span in (*statement.attribution.cue, *statement.attribution.source):
            for i in self._grammar.inside(span):
                contact = self._contacts.get(i)
                if contact is not None:
                    return contact.agents, contact.partners
        speaker = self._parties.voice(statement.chain[-1]) if len(statement.chain) > 1 else None
        return ((speaker,), ()) if speaker else None
