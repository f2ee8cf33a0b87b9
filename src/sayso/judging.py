"""What people decide about single findings of an open case: statements, events, gaps and the rest."""

from collections.abc import Callable, Sequence

from sayso.errors import UsageError
from sayso.model.judgement import Judgement, JudgementKind
from sayso.store.corrections import standing
from sayso.store.protocol import Store
from sayso.store.stored import Item, StoredCitation, StoredDate, StoredEvent, StoredGap, StoredStatement

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

    def undo(self, id: str, judgement: int | None = None) -> Judgement:
        """Take a decision about the finding back: the one with this number, by default the last in force."""
        item = self._finding(id)
        made = [j for j in standing(self._store.judgements(_id_of(item))) if j.kind is not JudgementKind.UNDO]
        if not made:
            raise UsageError(f"Nobody has decided anything about {id!r} that is in force.")
        return self._store.judge(
            _id_of(item),
            JudgementKind.UNDO,
            made_on=item.at.version,
            by=self._signer(),
            undoes=judgement if judgement is not None else made[-1].id,
        )

    def held(self) -> frozenset[str]:
        """Ids of the findings of which the last thing that anybody said is that it can't be told."""
        last: dict[str, list[Judgement]] = {}
        for judgement in self._store.judgements():
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

    def _finding(self, id: str) -> _FINDINGS:
        item: Item = self._store.item(id)
        if not isinstance(item, StoredStatement | StoredEvent | StoredGap | StoredDate | StoredCitation):
            raise UsageError(f"{id!r} is no finding that can be confirmed or rejected.")
        return item


def _id_of(item: _FINDINGS) -> str:
    match item:
        case StoredStatement():
            return item.statement.id
        case StoredEvent():
            return item.event.id
        case StoredGap():
            return item.gap.id
        case StoredDate() | StoredCitation():
            return item.id
