"""What stands around the claims of a memo: the people, what is missing, the documents."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from sayso.casebook import Case, StoredGap, StoredPerson, Told
from sayso.export.claim_words import GAPS, counted
from sayso.export.memo.blocks import Block, Heading, Line, Look, NoteRef, Paragraph, Run, Table, plain
from sayso.export.memo.words import clean, listed, outlet, published, sentence, short
from sayso.export.quoted import quoted
from sayso.model.entity import EntityKind
from sayso.model.gap import GapKind

_FEW = 40
"""Documents that are asked for one by one."""
_PEOPLE, _WORDS = 20, 110
_EACH = 3
"""Of one kind of gap so many are quoted from one document; the others are counted."""
_LESS = (GapKind.REDACTION, GapKind.CITED_DOCUMENT, GapKind.WITHHELD_SOURCE)
"""Kinds of which the words tell little: they are counted."""


def people(book: Case, chosen: Sequence[StoredPerson], told: Sequence[Told]) -> Iterator[Block]:
    """Who speaks or takes part, most first. Whoever is presumed to be somebody stands in that one's row."""
    everyone = list(chosen) or [one for one in book.people() if one.person.kind is not EntityKind.PLACE]
    presumed, rows = book.presumed(), {one.person.id: one for one in everyone}
    takes_part = Counter(name for entry in told for name in dict.fromkeys(entry.event.participants))
    said: Counter[str] = Counter()
    events: Counter[str] = Counter()
    also: dict[str, list[str]] = {}
    for one in everyone:
        full = presumed.get(one.person.id, one.person.id)
        full = full if full in rows else one.person.id
        said[full] += one.statements
        events[full] += takes_part[one.person.name]
        if full != one.person.id:
            also.setdefault(full, []).append(f"presumed “{clean(one.person.name)}”")
    shown = [id for id in rows if said[id] or events[id] or (chosen and id not in presumed)]
    shown.sort(key=lambda id: -(said[id] + events[id]))
    if not shown:
        return
    yield Heading("People and organisations", 1)
    lines: list[Sequence[Line]] = []
    for id in shown[:_PEOPLE]:
        names = [*also.get(id, ()), *(clean(alias) for alias in rows[id].person.aliases)]
        lines.append(
            (
                (Run(clean(rows[id].person.name), Look.STRONG),),
                plain(listed(names, 4)),
                plain(str(said[id] or "")),
                plain(str(events[id] or "")),
            )
        )
    yield Table(("who speaks or takes part", "also called", "statements", "events"), (6, 9, 3, 2), lines)
    if len(shown) > _PEOPLE:
        yield Paragraph((Run(f"… and {len(shown) - _PEOPLE:,} more, who say or do less.", Look.QUIET),))


def missing(gaps: Sequence[StoredGap]) -> Iterator[Block]:
    """Gaps, document by document; nothing for none."""
    if not gaps:
        return
    yield Heading("What is missing", 1)
    rows: list[Sequence[Line]] = []
    seen: set[tuple[GapKind, str]] = set()
    for _, group in groupby(gaps, key=lambda gap: gap.at.document):
        held = list(group)
        fresh = [gap for gap in held if gap.gap.kind is GapKind.REDACTION or (gap.gap.kind, _words(gap)) not in seen]
        seen.update((gap.gap.kind, _words(gap)) for gap in held)
        at = held[0].at
        day = f", {published(at.published)}" if at.published else ""
        cell: list[Run | NoteRef] = []
        for kind in dict.fromkeys(gap.gap.kind for gap in fresh):
            cell += [Run(" " if cell else ""), *_gaps(kind, [gap for gap in fresh if gap.gap.kind is kind])]
        if len(fresh) < len(held):
            same = f"{len(held) - len(fresh)} in the same words as above."
            cell.append(Run(f" {same}" if cell else same, Look.QUIET))
        rows.append(((Run(outlet(at), Look.STRONG), Run(day)), cell))
    yield Table(("document", "what"), (4, 14), rows)


def _words(gap: StoredGap) -> str:
    return clean(gap.context or gap.words).casefold()


def _gaps(kind: GapKind, gaps: Sequence[StoredGap]) -> Line:
    pages = sorted({gap.at.page for gap in gaps if gap.at.page})
    sheets = f" (p. {', '.join(map(str, pages))})" if pages else ""
    head = Run(f"{GAPS[kind]}: ", Look.STRONG)
    if kind is GapKind.REDACTION:
        return (head, Run(f"{counted(len(gaps), 'place')}{sheets}."))
    if kind in _LESS:
        return (head, Run(f"{listed([quoted(short(gap.words, 60)) for gap in gaps], 2 * _EACH)}{sheets}."))
    words = list(dict.fromkeys(quoted(short(gap.context or gap.words, _WORDS)) for gap in gaps))
    more = f" and {len(words) - _EACH} more" if len(words) > _EACH else ""
    return (head, Run(sentence(f"{'; '.join(words[:_EACH])}{more}{sheets}")))


def documents(book: Case, only: Collection[str] | None = None) -> Iterator[Block]:
    """All documents by date, or `only` these (ids), with what they are nearly the same as."""
    stored = list(book.documents(" OR ".join(f"doc:{id}" for id in sorted(only)) if only and len(only) < _FEW else ""))
    stored = [row for row in stored if only is None or row.id in only]
    names = {row.id: clean(row.metadata.publisher or row.metadata.title or row.name) for row in stored}
    alike: dict[str, list[str]] = {}
    for copy in book.copies():
        if not names.keys() >= {copy.first, copy.second}:
            continue
        for one, other in ((copy.first, copy.second), (copy.second, copy.first)):
            if copy.original is None:
                alike.setdefault(one, []).append(f"nearly the same as {names[other]}")
            elif copy.original == other:
                alike.setdefault(one, []).append(f"copies {names[other]}")
    rows: list[Sequence[Line]] = []
    for row in stored:
        known = row.metadata
        file = clean(row.name)
        title = short(known.title, 80) if known.title else file
        rows.append(
            (
                plain(published(known.published) or "undated"),
                plain(clean(known.publisher or ", ".join(known.authors))),
                (Run(title), *([Run(f" [{file}]", Look.QUIET)] if title != file else [])),
                plain(listed(alike.get(row.id, []), 2)),
            )
        )
    yield Heading("Documents", 1)
    yield Table(("date", "outlet or author", "title", "copies"), (3, 5, 9, 4), rows)
