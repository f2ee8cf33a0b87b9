"""What makes a verb or noun one of a payment or of a legal event: a sum, an authority, a court's words."""

from collections.abc import Sequence

from sayso.find.events.clauses import Clauses
from sayso.find.events.frames import Frame
from sayso.find.events.party import Party
from sayso.find.lexicon import groups

_MONEY_REACH = ("dobj", "dative", "oprd", "attr", "npadvmod", "prep", "nmod", "compound", "appos", "nummod")


class Dealings:
    """Checks the marks of frames against the words around a candidate in one parsed text."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._grammar = clauses, clauses.grammar

    def fits(self, frame: Frame, i: int, parties: Sequence[Party]) -> bool:
        """Whether everything that the frame asks for is there."""
        marks = frame.marks
        if "sum" in marks and not self._sum(i):
            return False
        if "amount" in marks and not (self._amount(i) or len(parties) > 1):
            return False
        if "unpaid" in marks and self._sum(i):
            return False
        if "authority" in marks and not any(p.authority for p in parties):
            return False
        if "court" in marks and not any(p.court for p in parties):
            return False
        if "payable" in marks and (self._holds(i, "unpayable") or not (self._sum(i) or len(parties) > 1)):
            return False
        if "deal" in marks and not (self._sum(i) or len(parties) > 1):
            return False
        named = [mark for mark in ("charges", "paper", "guilt", "bail", "filing") if mark in marks]
        return all(self._holds(i, mark) for mark in named)

    def _amount(self, i: int) -> bool:
        """Whether an amount of money hangs on the word."""
        return any(self._grammar.tokens[j].name == "MONEY" for j in self._grammar.subtree(i))

    def _sum(self, i: int) -> bool:
        """Whether an amount or a word for money hangs on the word."""
        grammar = self._grammar
        token = grammar.tokens[i]
        if token.dep == "relcl" and grammar.lower[token.head] in groups("event-dealings")["money"]:
            return True  # "the fees that they owed him"
        near = [i, *(c for c in grammar.children[i] if grammar.tokens[c].dep in _MONEY_REACH)]
        for c in near:
            for j in grammar.subtree(c) if c != i else (i,):
                clause = grammar.tokens[j].dep in ("relcl", "advcl")
                if clause:
                    break
                if grammar.tokens[j].name == "MONEY" or (
                    grammar.lower[j] in groups("event-dealings")["money"] and grammar.tokens[j].name != "PERSON"
                ):
                    return True
        return False

    def _holds(self, i: int, title: str) -> bool:
        """Whether a word of the group stands under the word."""
        grammar = self._grammar
        return any(grammar.lower[j] in groups("event-dealings")[title] for j in grammar.subtree(i))
