"""Where it happened, in the document's words."""

from sayso.find.events.candidate import Candidate
from sayso.find.events.clauses import Clauses
from sayso.find.events.parties import Parties
from sayso.find.lexicon import groups
from sayso.model.event import EventKind

_WHERE = ("in", "at", "aboard", "inside")
_WAY = ("to", "in", "from", "for", "at", "into")


class Places:
    """Finds the places of candidates in one parsed text."""

    def __init__(self, text: str, clauses: Clauses, parties: Parties) -> None:
        self._text, self._clauses, self._parties = text, clauses, parties

    def of(self, candidate: Candidate) -> str | None:
        """The place that hangs on the event's words; `None` where none does."""
        travels = candidate.kind is EventKind.TRAVEL
        words = _WAY if travels else _WHERE
        if travels and candidate.frame.word in ("visit", "tour", "accompany"):
            for head in self._clauses.undergoers(candidate.head):
                if self._is_place(head):
                    return self._words(head)
        for holder in dict.fromkeys((candidate.head, candidate.carrier)):
            for word in words:
                for head in self._clauses.governed(holder, word):
                    if self._is_place(head):
                        return self._words(head)
        return None

    def _is_place(self, head: int) -> bool:
        grammar = self._clauses.grammar
        token = grammar.tokens[head]
        if token.name in ("DATE", "TIME", "MONEY", "CARDINAL") or token.tag[0] != "N":
            return False
        return (
            self._parties.place_at(head) is not None
            or token.name in ("FAC", "GPE", "LOC")
            or grammar.lower[head] in groups("event-places")["venue"]
        )

    def _words(self, head: int) -> str:
        grammar = self._clauses.grammar
        tokens = grammar.subtree(head)
        stop = head + 1
        for i in range(head + 1, tokens.stop):
            if grammar.tokens[i].dep in ("relcl", "acl", "cc", "conj") or grammar.tokens[i].tag in (
                "VBD",
                "WDT",
                "WP",
                "WRB",
            ):
                break
            if grammar.tokens[i].name in ("DATE", "TIME"):
                break
            stop = i + 1
        while stop > head + 1 and (
            not grammar.is_word[stop - 1] or grammar.tokens[stop - 1].tag in ("IN", "TO", "CC", "DT")
        ):
            stop -= 1
        first = tokens.start
        while first < head and grammar.lower[first] in ("the",):
            first += 1
        return " ".join(self._text[grammar.tokens[first].start : grammar.tokens[stop - 1].end].split())
