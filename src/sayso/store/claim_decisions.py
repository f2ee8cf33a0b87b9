"""Keeps what people decide about claims, and tells what that comes to for today's propositions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from sayso.errors import UsageError
from sayso.model.decision import ClaimDecision, ClaimDecisionKind, Passage
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.store import log
from sayso.store.actions import CLAIM_ACTIONS
from sayso.store.chunks import chunks
from sayso.store.codec import unpack_propositions
from sayso.store.corrections import standing
from sayso.store.generations import material_changed
from sayso.store.stored import ClaimVerdict
from sayso.store.tables import CLAIM_DECISIONS, DOCUMENTS, PASSAGES, PROPOSITIONS

_SHARED = 0.5
"""So much of a passage and a proposition must be the same for the one to be the other's."""


def decide(
    connection: Connection, kind: ClaimDecisionKind, passages: Sequence[Passage], *, value: str | None, by: str
) -> ClaimDecision:
    """Keep a decision; raises `UsageError` for a passage of an unknown document."""
    keys = _keys(connection, passages)
    for passage in passages:
        if passage.document not in keys:
            raise UsageError(f"There is no document {passage.document!r}. `sayso documents` shows those there are.")
    decision = ClaimDecision(_next(connection), _now(), by, kind, tuple(passages), value)
    _keep(connection, decision, keys)
    detail: dict[str, str | int | None] = {"decision": decision.id}
    if value is not None:
        detail["to"] = value
    entries = [
        log.Entry(CLAIM_ACTIONS[kind], f"{p.document} {p.span.start}-{p.span.end}", detail, p.document)
        for p in passages
    ]
    log.append(connection, by, entries)
    material_changed(connection)
    return decision


def undo(connection: Connection, id: int, *, by: str) -> ClaimDecision:
    """Take a decision back; raises `UsageError` if it is none that is in force."""
    undone = next((made for made in standing(decisions(connection)) if made.id == id), None)
    if undone is None:
        raise UsageError(f"There is no decision {id} about claims that could be undone. `sayso log` shows them.")
    decision = ClaimDecision(_next(connection), _now(), by, ClaimDecisionKind.UNDO, (), None, id)
    _keep(connection, decision, {})
    document = next((passage.document for passage in undone.passages), None)
    log.append(connection, by, [log.Entry("undone", f"claim decision {id}", {"decision": decision.id}, document)])
    material_changed(connection)
    return decision


def decisions(connection: Connection) -> tuple[ClaimDecision, ...]:
    """All decisions in order, undone ones included."""
    passages: dict[int, list[Passage]] = defaultdict(list)
    query = select(PASSAGES, DOCUMENTS.c.id.label("document_id")).join(DOCUMENTS).order_by(PASSAGES.c.key)
    for row in connection.execute(query):
        passages[row.decision].append(Passage(row.document_id, Span(row.start, row.end)))
    return tuple(
        ClaimDecision(
            row.id,
            datetime.fromisoformat(row.at),
            row.by,
            ClaimDecisionKind(row.kind),
            tuple(passages[row.id]),
            row.value,
            row.undoes,
        )
        for row in connection.execute(select(CLAIM_DECISIONS).order_by(CLAIM_DECISIONS.c.id))
    )


def verdicts(connection: Connection) -> tuple[ClaimVerdict, ...]:
    """The decisions in force, on the propositions that their passages are today."""
    held = [made for made in standing(decisions(connection)) if made.kind is not ClaimDecisionKind.UNDO]
    there = _propositions(connection, {p.document for made in held for p in made.passages})
    found = []
    for made in held:
        meant = [_meant(p.span, there.get(p.document, ())) for p in made.passages]
        on = tuple((p.document, m.id) for p, m in zip(made.passages, meant, strict=True) if m is not None)
        if on and len(on) == len(made.passages):
            found.append(ClaimVerdict(made.kind, on, made.value))
    return tuple(found)


def _meant(span: Span, propositions: Iterable[Proposition]) -> Proposition | None:
    """The proposition of these words: the one that shares most of them, if that is enough."""
    best = max(propositions, key=lambda p: (_shared(span, p.span), p.id), default=None)
    return best if best is not None and _shared(span, best.span) >= _SHARED else None


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (len(one) + len(other) - max(common, 0) or 1)


def _propositions(connection: Connection, documents: Iterable[str]) -> Mapping[str, Sequence[Proposition]]:
    found: dict[str, Sequence[Proposition]] = {}
    for piece in chunks(sorted(documents)):
        query = select(DOCUMENTS.c.id, PROPOSITIONS.c.data).join(PROPOSITIONS).where(DOCUMENTS.c.id.in_(piece))
        found.update((row.id, unpack_propositions(row.data)) for row in connection.execute(query))
    return found


def _keys(connection: Connection, passages: Iterable[Passage]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for piece in chunks({passage.document for passage in passages}):
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.key).where(DOCUMENTS.c.id.in_(piece))
        found.update((row.id, row.key) for row in connection.execute(query))
    return found


def _next(connection: Connection) -> int:
    return (connection.scalar(select(func.max(CLAIM_DECISIONS.c.id))) or 0) + 1


def _now() -> datetime:
    return datetime.fromisoformat(log.now())


def _keep(connection: Connection, decision: ClaimDecision, keys: Mapping[str, int]) -> None:
    row = {
        "id": decision.id,
        "at": decision.at.isoformat(),
        "by": decision.by,
        "kind": decision.kind.value,
        "value": decision.value,
        "undoes": decision.undoes,
    }
    connection.execute(insert(CLAIM_DECISIONS), row)
    rows = [
        {"decision": decision.id, "document": keys[p.document], "start": p.span.start, "end": p.span.end}
        for p in decision.passages
    ]
    if rows:
        connection.execute(insert(PASSAGES), rows)
