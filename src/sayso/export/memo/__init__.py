"""The memo that a research desk hands to an editor or a lawyer: what is claimed, on whose word and how many independent
ones, who denies it, the chronology, the people, what is missing; numbered notes quote the exact words.

What a person confirmed and what is only suggested stand in parts of their own.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.casebook import Case, StoredClaim, StoredGap, StoredPerson, Told
from sayso.export.claim_words import counted, is_confirmed, surely
from sayso.export.memo.blocks import Block, Memo, Notes
from sayso.export.memo.chronology import chronology
from sayso.export.memo.claim_blocks import overview, part
from sayso.export.memo.surroundings import documents, missing, people

_CLAIMS = 40
"""So many claims at most, what needs a person first; the memo says how many were left out."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a memo is about: claims and events that a query asks for, of some people (names or ids), or claims by id."""

    query: str = ""
    people: Sequence[str] = ()
    claims: Sequence[str] = ()


def make_memo(book: Case, scope: Scope, *, title: str, on: date) -> Memo:
    """The memo about all that `scope` asks for, made `on` a day. Raises `UsageError` for unknown people and claims."""
    notes = Notes()
    chosen = list(_chosen(book, scope.people))
    found = [surely(claim) for claim in _claims(book, scope, chosen)]
    confirmed = [claim for claim in found if is_confirmed(claim)]
    # Confirmed ones are told whole; of the others, those at the front.
    suggested = [claim for claim in found if not is_confirmed(claim)]
    left = max(0, len(suggested) - _CLAIMS)
    suggested = suggested[:_CLAIMS]
    shown = [*confirmed, *suggested]
    numbers = {claim.claim.id: number for number, claim in enumerate(shown, 1)}
    told = [] if scope.claims else list(_told(book, scope, chosen))
    touched = {id for claim in shown for id in claim.claim.gaps}
    narrowed = bool(scope.query or chosen or scope.claims)
    gaps = _gaps(book, touched) if narrowed else list(book.gaps())
    stands_in = {p.position.document for claim in shown for p in claim.positions} if scope.claims else None
    blocks: list[Block] = [
        *overview(shown, numbers),
        *part("What a person has confirmed", confirmed, numbers, book, notes),
        *part("Suggestions nobody has confirmed", suggested, numbers, book, notes),
        *chronology(told, notes),
        *([] if scope.claims and not chosen else people(book, chosen, told)),
        *missing(gaps),
        *documents(book, stands_in),
    ]
    return Memo(title, list(_about(book, scope, chosen, left, on)), blocks, notes.lines)


def _gaps(book: Case, ids: Collection[str]) -> Sequence[StoredGap]:
    """The gaps with these ids, in the order of lists."""
    held = [found for id in sorted(ids) if isinstance(found := book.item(id), StoredGap)]
    dates = {gap.gap.id: gap.at.published.sort_key[0].isoformat() if gap.at.published else "~" for gap in held}
    return sorted(held, key=lambda gap: (dates[gap.gap.id], gap.at.name, gap.gap.span))


def _about(book: Case, scope: Scope, chosen: Sequence[StoredPerson], left: int, on: date) -> Iterator[str]:
    counts = book.counts()
    yield (
        f"Made {on.isoformat()} from {counted(counts.documents, 'document')} ({counts.words:,} words, "
        f"{counted(counts.statements, 'statement')})."
    )
    if scope.query or chosen:
        query = [f"query {scope.query}"] if scope.query else []
        yield f"Only about: {'; '.join([*query, *dict.fromkeys(one.person.name for one in chosen)])}."
    yield (
        "Found by a program and to be checked: only what stands under “confirmed” was decided by a person. Numbers "
        "refer to the notes, which quote the exact words. “Independent” counts the origins that support a claim; who "
        "only repeats somebody else adds none."
    )
    if left:
        yield f"{counted(left, 'claim')} of less weight left out; the list of claims has all."


def _chosen(book: Case, names: Sequence[str]) -> Iterator[StoredPerson]:
    """Whom the names stand for, and those who are presumed to be one of them."""
    meant = {one.person.id: one for name in names for one in book.called(name).meant}
    yield from meant.values()
    for short, full in book.presumed().items() if meant else ():
        if full in meant and short not in meant:
            yield book.person(short)


def _claims(book: Case, scope: Scope, chosen: Sequence[StoredPerson]) -> Iterator[StoredClaim]:
    if scope.claims:
        yield from (book.claim(id) for id in scope.claims)
        return
    found = book.claims(f"({scope.query}) repeated:yes" if scope.query else "repeated:yes")
    if not chosen:
        yield from found
        return
    ids = {one.person.id for one in chosen}
    names = {name.casefold() for one in chosen for name in (one.person.name, *one.person.aliases)}
    yield from (claim for claim in found if _names(claim, ids, names))


def _names(found: StoredClaim, ids: set[str], names: set[str]) -> bool:
    """Whether a claim is about or on the word of one of these."""
    if any(origin.person in ids for origin in found.claim.origins):
        return True
    words = " ".join(position.words for position in found.positions).casefold()
    return any(name in words for name in names)


def _told(book: Case, scope: Scope, chosen: Sequence[StoredPerson]) -> Iterator[Told]:
    """Events that are asked for, by date, each once."""
    asked: list[str | None] = [one.person.id for one in chosen] or [None]
    found = {entry.event.event.id: entry for id in asked for entry in book.timeline(scope.query, person=id)}
    dated = [(e.event.event.date.sort_key, e) for e in found.values() if e.event.event.date is not None]
    yield from (entry for _, entry in sorted(dated, key=lambda pair: pair[0]))
