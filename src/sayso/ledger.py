"""The ledger of a case: its claims, on whose word each is, what people decided about that, and what a draft is worth
beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.model.claim import Claim, Copy, Difference, Stance
from sayso.model.decision import ClaimDecision, ClaimDecisionKind, Passage
from sayso.model.span import Span
from sayso.store.condition import Condition, Is
from sayso.store.protocol import Store
from sayso.store.stored import StoredClaim, StoredPosition


@dataclass(frozen=True, slots=True)
class Bearing:
    """A claim that bears on a sentence, its position that is most alike, how likely it bears (0 to 1), and why."""

    claim: StoredClaim
    position: StoredPosition
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence of a draft: `span` in its text; what bears on it, best first (empty: nothing found); details in
    which it differs from the documents.
    """

    span: Span
    words: str
    bearings: tuple[Bearing, ...]
    differences: tuple[Difference, ...]


class Ledger:
    """The claims of an open case. A position is named by (claim id, number from 1 in the claim's order), as lists
    show it.

    Decisions are signed and logged, hold when documents are read again, and can be undone. Methods that decide weigh
    the case anew and raise `UsageError` for what is not there.
    """

    def __init__(self, store: Store, signer: Callable[[], str], weigh: Callable[[], None]) -> None:
        self._store = store
        self._signer = signer
        self._weigh = weigh
        self._waiting: bool | None = None

    @contextmanager
    def sitting(self) -> Iterator[None]:
        """Weigh once, at the end, and not after every decision."""
        self._waiting = False
        try:
            yield
        finally:
            decided, self._waiting = self._waiting, None
            if decided:
                self._weigh()

    def _decided(self) -> None:
        if self._waiting is None:
            self._weigh()
        else:
            self._waiting = True

    def claims(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredClaim]:
        """Claims, what needs a person first: disputed, retracted, resting on one unnamed origin, much repeated."""
        return self._store.claims(where, limit=limit, offset=offset)

    def claim(self, id: str) -> StoredClaim:
        """The claim with this id, or the only one whose id starts so."""
        item = self._store.item(id)
        if not isinstance(item, StoredClaim):
            raise UsageError(f"{id!r} is no claim. `sayso claims` shows their ids.")
        return item

    def of_statement(self, statement: str) -> Sequence[Claim]:
        """The claims that a statement (its id) bears on."""
        return [found.claim for found in self._store.claims(Is("statement", statement))]

    def copies(self) -> Sequence[Copy]:
        """Pairs of documents of which one is (nearly) the other."""
        return self._store.copies()

    def join(self, first: str, second: str) -> ClaimDecision:
        """Two claims (ids) are one."""
        one, other = self.claim(first), self.claim(second)
        if one.claim.id == other.claim.id:
            raise UsageError(f"{first!r} and {second!r} are one claim already ({one.claim.id}).")
        return self._decide(ClaimDecisionKind.TOGETHER, (_plain(one), _plain(other)))

    def split(self, claim: str, number: int) -> ClaimDecision:
        """A position of a claim is about something else than the words that the claim is shown with."""
        found = self.claim(claim)
        out = _at(found, number)
        apart_from = _plain(found)
        if out == apart_from:
            others = [p.position for p in found.positions if _passage(p) != out]
            if not others:
                raise UsageError(f"{claim!r} is a single passage: there is nothing to split.")
            apart_from = Passage(others[0].document, others[0].span)
        return self._decide(ClaimDecisionKind.APART, (out, apart_from))

    def set_stance(self, claim: str, number: int, stance: Stance) -> ClaimDecision:
        """How a position stands to its claim."""
        return self._decide(ClaimDecisionKind.STANCE, (_at(self.claim(claim), number),), stance.value)

    def same_origin(self, claim: str, first: int, second: int) -> ClaimDecision:
        """Two positions of a claim go back to one origin."""
        found = self.claim(claim)
        return self._decide(ClaimDecisionKind.SAME_ORIGIN, (_at(found, first), _at(found, second)))

    def other_origin(self, claim: str, first: int, second: int) -> ClaimDecision:
        """Two positions of a claim go back to two origins."""
        found = self.claim(claim)
        return self._decide(ClaimDecisionKind.OTHER_ORIGIN, (_at(found, first), _at(found, second)))

    def confirm(self, claim: str) -> ClaimDecision:
        """All positions of a claim rightly belong to it, with the stances that they have."""
        found = self.claim(claim)
        return self._decide(ClaimDecisionKind.CONFIRM, [_passage(p) for p in found.positions])

    def hold(self, claim: str) -> ClaimDecision:
        """Whether a claim is right can't be told yet."""
        return self._decide(ClaimDecisionKind.HOLD, (_plain(self.claim(claim)),))

    def undo(self, decision: int) -> ClaimDecision:
        """Take a decision about claims back, by its number; also that of an earlier undoing."""
        undone = self._store.undo_claim_decision(decision, by=self._signer())
        self._decided()
        return undone

    def decisions(self) -> Sequence[ClaimDecision]:
        """What was decided about claims, in order, undone decisions included."""
        return self._store.claim_decisions()

    def _decide(self, kind: ClaimDecisionKind, passages: Sequence[Passage], value: str | None = None) -> ClaimDecision:
        made = self._store.decide_claim(kind, passages, value=value, by=self._signer())
        self._decided()
        return made


def _passage(found: StoredPosition) -> Passage:
    return Passage(found.position.document, found.position.span)


def _plain(found: StoredClaim) -> Passage:
    """The words that the claim is shown with."""
    return Passage(found.claim.document, found.claim.span)


def _at(found: StoredClaim, number: int) -> Passage:
    if not 1 <= number <= len(found.positions):
        raise UsageError(f"{found.claim.id} has {len(found.positions)} positions; there is no number {number}.")
    return _passage(found.positions[number - 1])
