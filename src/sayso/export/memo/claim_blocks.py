"""The claims of a memo: an overview, then a tight block each, with who says so, who denies it, what differs."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.casebook import Case, StoredClaim, StoredGap, StoredPosition
from sayso.export.claim_words import GAPS, KINDS, STATUSES, counted, is_confirmed, origin_count, weight
from sayso.export.memo.blocks import Block, Heading, Items, Line, Look, NoteRef, Notes, Paragraph, Run, Table, plain
from sayso.export.memo.words import clean, listed, outlet, short, source_line
from sayso.export.quoted import quoted
from sayso.export.when_words import when_words
from sayso.model.claim import Conflict, Origin, OriginKind, Relation, Stance

_QUOTED = 400
_NOTES, _GAPS, _RELAYS = 4, 4, 6
"""So many notes, gaps and outlets at most stand behind one voice or claim."""


def overview(claims: Sequence[StoredClaim], numbers: Mapping[str, int]) -> Iterator[Block]:
    """One row a claim, with the number of its block."""
    yield Heading("At a glance", 1)
    if not claims:
        yield Paragraph(plain("No claim stands in more than one place, and none is denied."))
        return
    rows: list[Sequence[Line]] = []
    for found in claims:
        status: list[Run] = [Run(STATUSES[found.claim.status], Look.STRONG)]
        if is_confirmed(found):
            status.append(Run(" · confirmed"))
        rows.append(
            (
                plain(str(numbers[found.claim.id])),
                (Run(quoted(short(found.claim.text, 130)), Look.QUOTED),),
                status,
                plain(origin_count(found.claim)),
                plain(str(found.denied_by or "")),
                plain(str(found.documents)),
            )
        )
    yield Table(("", "claim", "status", "origins", "deny it", "documents"), (3, 26, 9, 5, 5, 7), rows)


def part(
    title: str, claims: Sequence[StoredClaim], numbers: Mapping[str, int], book: Case, notes: Notes
) -> Iterator[Block]:
    """Claims below a heading; nothing for none."""
    if claims:
        yield Heading(title, 1)
    for found in claims:
        yield from _claim(found, numbers[found.claim.id], book, notes)


def _claim(found: StoredClaim, number: int, book: Case, notes: Notes) -> Iterator[Block]:
    claim = found.claim
    yield Heading(
        f"{number}. {quoted(short(claim.text, 240))}", 2, "confirmed" if is_confirmed(found) else "suggestion"
    )
    status = STATUSES[claim.status]
    first = f" First seen {when_words(claim.first)}{_first(found)}." if claim.first else ""
    yield Paragraph((Run(f"{status[0].upper()}{status[1:]}: ", Look.STRONG), Run(f"{weight(found, ', ')}.{first}")))
    ordered = sorted(claim.origins, key=lambda o: (o.stance is Stance.DENIES, o.kind is OriginKind.OUTLET))
    lines = [_origin(found, origin, notes) for origin in ordered]
    told = [p for p in found.positions if p.position.stance is Stance.REPORTS]
    if told:
        names = listed([outlet(p) for p in told], _RELAYS)
        refs = _refs(told, notes)
        lines.append((Run("Passed on without being asserted in "), Run(names), *refs, Run(".")))
    lines += [_conflict(found, conflict) for conflict in claim.conflicts]
    lines += _gaps(found, book)
    yield Items(lines)


def _first(found: StoredClaim) -> str:
    one = next((p for p in found.positions if p.published is not None and p.published == found.claim.first), None)
    return f" in {outlet(one)}" if one else ""


def _origin(found: StoredClaim, origin: Origin, notes: Notes) -> Line:
    """Who says or denies it, with notes; then who only passes it on."""
    denies = origin.stance is Stance.DENIES
    verb = "Denied by " if denies else "Said by "
    if origin.kind in (OriginKind.RECORD, OriginKind.OUTLET):
        verb = "Contradicted by " if denies else "Stands in "
    details = ", ".join(
        part for part in (KINDS[origin.kind], "" if origin.least else "may be one of the others") if part
    )
    told = [p for p in found.positions if p.position.origin == origin.id]
    line: list[Run | NoteRef] = [Run(verb), Run(clean(origin.name), Look.STRONG)]
    line.append(Run(f" ({details})" if details else ""))
    if passed := _passed_on(found, origin, told):
        line.append(Run(f", {passed}", Look.QUIET))
    copies = _copying(found)
    own = [p for p in told if p.position.document not in copies] or told
    return [*line, *_refs(own, notes), Run(".")]


def _passed_on(found: StoredClaim, origin: Origin, told: Sequence[StoredPosition]) -> str:
    """ "in the Filing; relayed by Undertow; copied by Gull Point Mirror": the documents between it and the reader."""
    name, copies = clean(origin.name).casefold(), _copying(found)
    relaying = {p.position.document for p in told if len(p.chain) > 1}
    ways: dict[str, list[str]] = {"in": [], "relayed by": [], "copied by": []}
    for position in told:
        if outlet(position).casefold() == name or clean(position.name).casefold() == name:
            continue
        if position.position.document in copies:
            ways["copied by"].append(outlet(position))
        else:
            own = origin.kind is not OriginKind.OUTLET and position.position.document not in relaying
            ways["in" if own else "relayed by"].append(outlet(position))
    ways["relayed by"] += [
        clean(other.name)
        for link in found.claim.links
        if link.target == origin.id and link.relation is not Relation.SAME
        for other in found.claim.origins
        if other.id == link.source and clean(other.name).casefold() != name
    ]
    told_of: set[str] = set()
    parts: list[str] = []
    for way, names in ways.items():
        fresh = [one for one in names if one not in told_of]
        told_of.update(fresh)
        parts += [f"{way} {listed(fresh, _RELAYS)}"] if fresh else []
    return "; ".join(parts)


def _copying(found: StoredClaim) -> frozenset[str]:
    """Documents (ids) that copy another one."""
    return frozenset(link.source for link in found.claim.links if link.relation is Relation.COPIES)


def _refs(told: Sequence[StoredPosition], notes: Notes) -> Sequence[NoteRef | Run]:
    """A note for each document, the first ones, where most voices are told; how many passages more there are."""
    best: dict[str, StoredPosition] = {}
    for position in told:
        held = best.get(position.position.document)
        if held is None or len(position.chain) > len(held.chain):
            best[position.position.document] = position
    chosen = list(best.values())[:_NOTES]
    left = len({p.position.span for p in told if p not in chosen})
    more = [Run(f" and {counted(left, 'passage')} more", Look.QUIET)] if left else []
    return [*(_note(position, notes) for position in chosen), *more]


def _note(found: StoredPosition, notes: Notes) -> NoteRef:
    words = Run(quoted(short(found.words, _QUOTED)), Look.QUOTED)
    return notes.add((found.position.document, found.position.span), (words, Run(source_line(found, found.chain))))


def _conflict(found: StoredClaim, conflict: Conflict) -> Line:
    sides = [
        f"{clean(side.value)} in "
        + listed([outlet(p) for p in found.positions if p.position.proposition in side.propositions], _RELAYS)
        for side in conflict.sides
    ]
    return (Run(f"They differ in the {conflict.about}: ", Look.STRONG), Run(f"{'; '.join(sides)}."))


def _gaps(found: StoredClaim, book: Case) -> Iterator[Line]:
    held: dict[tuple[str, str], list[str]] = {}
    for id in found.claim.gaps:
        gap = book.item(id)
        if isinstance(gap, StoredGap):
            held.setdefault((GAPS[gap.gap.kind], short(gap.context or gap.words, 180)), []).append(outlet(gap.at))
    for (kind, words), outlets in list(held.items())[:_GAPS]:
        yield (
            Run(f"{kind}: ", Look.STRONG),
            Run(quoted(words), Look.QUOTED),
            Run(f" ({listed(outlets, _GAPS)}).", Look.QUIET),
        )
    if len(held) > _GAPS:
        yield (Run(f"… and {len(held) - _GAPS} more under “What is missing”.", Look.QUIET),)
