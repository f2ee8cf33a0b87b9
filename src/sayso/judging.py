"""What people decide about single findings of an open case: statements, events, gaps and the rest."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sayso.errors import UsageError
from sayso.model.decision import ClaimDecision
from sayso.model.identity import Identity
from sayso.model.judgement import Judgement, JudgementKind
from sayso.model.span import Span
from sayso.store.actions import CLAIM_ACTIONS
from sayso.store.corrections import standing
from sayso.store.protocol import Store
from sayso.store.statement_edits import value_of
from sayso.store.stored import Item, StoredCitation, StoredDate, StoredDocument, StoredEvent, StoredGap, StoredStatement

_Made = TypeVar("_Made", Judgement, Identity, ClaimDecision)
_FINDINGS = StoredStatement | StoredEvent | StoredGap | StoredDate | StoredCitation


class Judging:
    """Decisions are signed and logged, hold when documents are read again, and can be undone.

    `made_on` is the version of the finding that was seen, by default the current one; `ConflictError` is raised if
    that has changed. What is rejected bears on no claim any more once the case is weighed again (`Case.weigh`).
    """

    def __init__(self, store: Store, signer: Callable[[], str]) -> None:
        self._store = store
        self._signer = signer

    def confirm(self, id: str, *, made_on: int | None = None) -> Judgement:
        """The finding with this id is right."""
        return self._judge(id, JudgementKind.CONFIRM, made_on)

    def reject(self, id: str, *, made_on: int | None = None) -> Judgement:
        """The finding with this id is wrong: lists leave it out."""
        return self._judge(id, JudgementKind.REJECT, made_on)

    def hold(self, id: str, *, made_on: int | None = None) -> Judgement:
        """Whether the finding with this id is right can't be told yet; it stays a suggestion."""
        return self._judge(id, JudgementKind.HOLD, made_on)

    def correct(
        self, id: str, field: str, value: Sequence[Span] | str | None, *, made_on: int | None = None
    ) -> Judgement:
        """Say what a statement's `field` really is; the statement is right then, and the machine's reading stays
        beside it (`StoredStatement.machine`).

        `source`, `cue` and `content` are spans of the document's text in code points (none for no words); `speaker` a
        name, or the id of an entity of the document, `None` for somebody without a name; `act` one of `Act`. Words
        that get one role lose the other that they had.
        """
        item = self._finding(id)
        if not isinstance(item, StoredStatement):
            raise UsageError(f"{id!r} is no statement: it can be confirmed or rejected.")
        machine = item.machine.statement if item.machine else item.statement
        text = self._store.document(item.at.document).document.text
        known = self._store.findings(item.at.document).entities
        return self._store.judge(
            item.statement.id,
            JudgementKind.CORRECT,
            made_on=item.at.version if made_on is None else made_on,
            by=self._signer(),
            field=field,
            value=value_of(field, value, machine, text, known),
        )

    def words_near(self, id: str, words: str) -> Span | None:
        """Where these very words (white space aside) stand in the document nearest to a statement; `None`: nowhere."""
        item = self._finding(id)
        if not isinstance(item, StoredStatement) or not words.split():
            return None
        text = self._store.document(item.at.document).document.text.characters
        here = item.statement.attribution.span.start
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        found = [Span(*match.span()) for match in pattern.finditer(text)]
        return min(found, key=lambda span: abs(span.start - here), default=None)

    def undo(self, id: str, judgement: int | None = None) -> Judgement:
        """Take a decision about the finding, or a correction of the document, back: the one with this number, by
        default the last in force.
        """
        item = self._judged(id)
        made = [j for j in standing(self._store.judgements(_id_of(item))) if j.kind is not JudgementKind.UNDO]
        if not made:
            raise UsageError(f"Nobody has decided anything about {id!r} that is in force.")
        return self._store.judge(
            _id_of(item),
            JudgementKind.UNDO,
            made_on=item.version if isinstance(item, StoredDocument) else item.at.version,
            by=self._signer(),
            undoes=judgement if judgement is not None else made[-1].id,
        )

    def last(self) -> Judgement | Identity | ClaimDecision | None:
        """The last decision in force of whoever signs, of whatever kind: `Case.undo_last` takes it back."""
        by = self._signer()
        judged = _in_force(self._store.judgements(), by)
        identified = _in_force(self._store.identities(), by)
        claimed = _in_force(self._store.claim_decisions(), by)
        about_claims = set(CLAIM_ACTIONS.values())
        for row in self._store.log():
            if row.by == by and row.detail is not None and row.action != "undone":
                about = claimed if row.action in about_claims else identified
                found = judged.get(row.detail.get("judgement")) or about.get(row.detail.get("decision"))
                if found is not None:
                    return found
        return None

    def held(self) -> frozenset[str]:
        """Ids of the findings of which the last thing that anybody said is that it can't be told."""
        last: dict[str, list[Judgement]] = {}
        for judgement in self._store.held():
            last.setdefault(judgement.item, []).append(judgement)
        kinds = {
            item: [j.kind for j in standing(made) if j.kind is not JudgementKind.UNDO] for item, made in last.items()
        }
        return frozenset(item for item, made in kinds.items() if made[-1:] == [JudgementKind.HOLD])

    def judgements(self, id: str) -> Sequence[Judgement]:
        """All decisions about an item (its whole id), in order, undone ones included."""
        return self._store.judgements(id)

    def _judge(self, id: str, kind: JudgementKind, made_on: int | None) -> Judgement:
        item = self._finding(id)
        version = item.at.version if made_on is None else made_on
        return self._store.judge(_id_of(item), kind, made_on=version, by=self._signer())

    def _judged(self, id: str) -> _FINDINGS | StoredDocument:
        item: Item = self._store.item(id)
        return item if isinstance(item, StoredDocument) else self._finding(id)

    def _finding(self, id: str) -> _FINDINGS:
        item: Item = self._store.item(id)
        if not isinstance(item, StoredStatement | StoredEvent | StoredGap | StoredDate | StoredCitation):
            raise UsageError(f"{id!r} is no finding that can be confirmed or rejected.")
        return item


def _in_force(made: Sequence[_Made], by: str) -> Mapping[object, _Made]:
    """Decisions of one person that nobody took back, by number; those that take back left out."""
    return {d.id: d for d in standing(made) if d.by == by and d.undoes is None}


def _id_of(item: _FINDINGS | StoredDocument) -> str:
    match item:
        case StoredDocument():
            return item.document.id
        case StoredStatement():
            return item.statement.id
        case StoredEvent():
            return item.event.id
        case StoredGap():
            return item.gap.id
        case StoredDate() | StoredCitation():
            return item.id
