"""One claim as a person reads it: who says so, who denies it, where it comes from, what does not fit."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from sayso.casebook import Case, StoredClaim, StoredGap, StoredPosition
from sayso.cli.console import folded, shorten
from sayso.cli.listing import day
from sayso.cli.sheet import Sheet
from sayso.cli.wording import capital
from sayso.export.claim_words import KINDS, PERHAPS, RELATIONS, STANCES, short_reason, status_words, weight
from sayso.export.quoted import quoted
from sayso.export.wording import GAPS
from sayso.model.claim import Claim, Link, Origin, Relation, Stance

_LONGEST, _WHY, _REASON = 400, 84, 60
_NEARNESS: Mapping[Relation, int] = {Relation.COPIES: 0, Relation.CITES: 1, Relation.RELAYS: 2, Relation.SAME: 3}


def show_claim(book: Case, found: StoredClaim) -> None:
    """The claim in its words, every position with its exact words and voices, the graph of origins, conflicts, gaps."""
    sheet, claim = Sheet(), found.claim
    sheet.headline(Text.assemble(quoted(folded(claim.text)), "  ", (status_words(claim), "bold")), claim.id)
    sheet.fact("rests on", weight(found))
    first = next((p for p in found.positions if p.position.document == _first(found)), None)
    where = f"{_outlet(first)} ({folded(first.name)})" if first else ""
    sheet.fact("first", f"{day(claim.first)} in {where}" if claim.first and where else day(claim.first))
    numbers = {origin.id: number for number, origin in enumerate(claim.origins, 1)}
    numbered = list(enumerate(found.positions, 1))
    parts = [(STANCES[s], [(n, p) for n, p in numbered if _is(p, s)]) for s in Stance]
    parts.append(("May bear on it, or speak of something else", [(n, p) for n, p in numbered if p.position.tentative]))
    for title, held in parts:
        if held:
            sheet.title(f"{title} ({len(held)})")
        for number, position in held:
            _position(sheet, number, position, numbers)
    if claim.origins:
        sheet.title("Where it comes from")
        for origin in claim.origins:
            _origin(sheet, origin, numbers[origin.id], found)
    for conflict in claim.conflicts:
        sheet.title(f"They differ in the {conflict.about}")
        for side in conflict.sides:
            places = {p.name for p in found.positions if p.position.proposition in side.propositions}
            sheet.fact(folded(side.value)[:11], folded(", ".join(sorted(places))))
    _gaps(book, sheet, claim)
    sheet.blank()
    sheet.paragraph(Text(f"Decide: sayso review claims {claim.id}", "dim"))


def _is(found: StoredPosition, stance: Stance) -> bool:
    return found.position.stance is stance and not found.position.tentative


def _first(found: StoredClaim) -> str | None:
    dated = [p for p in found.positions if p.published is not None and p.published == found.claim.first]
    return dated[0].position.document if dated else None


def _outlet(found: StoredPosition) -> str:
    return folded(found.publisher or found.title or found.name)


def _position(sheet: Sheet, number: int, found: StoredPosition, origins: Mapping[str, int]) -> None:
    position = found.position
    voices = Text(" › ".join(folded(voice) for voice in found.chain), "bold")
    if position.origin is not None and position.origin in origins:
        voices.append(f"  [{origins[position.origin]}]", "dim")
    if position.tentative:
        voices.append(f"  {PERHAPS[position.stance]}", "dim")
    if position.confirmed:
        voices.append("  confirmed", "green")
    sheet.fact(f"{number:>3}", voices)
    sheet.fact("", quoted(shorten(found.words, _LONGEST)))
    where = " · ".join(
        part
        for part in (folded(found.publisher or ""), day(found.published), f"p. {found.page}" if found.page else "")
        if part
    )
    sheet.fact("", Text.assemble(f"{where} · " if where else "", folded(found.name), "  ", (position.document, "dim")))
    if position.why:
        sheet.fact("", Text(shorten("; ".join(dict.fromkeys((position.why[0], position.why[-1]))), _WHY), "dim"))


def _origin(sheet: Sheet, origin: Origin, number: int, found: StoredClaim) -> None:
    """An origin with all that adds nothing to it, each below what it has it from."""
    kind = KINDS[origin.kind]
    maybe = "" if origin.least else "may be one of the others"
    denies = "denies" if origin.stance is Stance.DENIES else ""
    told = ", ".join(part for part in (kind, denies) if part)
    sheet.fact(
        f"[{number}]", Text.assemble((folded(origin.name), "bold"), f" ({told}{maybe})" if told or maybe else "")
    )
    names = {p.position.document: folded(p.name) for p in found.positions}
    names.update({o.id: folded(o.name) for o in found.claim.origins})
    for depth, link in _under(origin.id, found.claim.links):
        name = names.get(link.source, link.source)
        if name == folded(origin.name) and not depth:
            continue  # a record that stands in the case is its own origin
        reason = short_reason(link).removeprefix(f"has it from {origin.name}: ")
        line = Text.assemble("   " * depth, "← ", name)
        line.append(f" {RELATIONS[link.relation]} it: {shorten(reason, _REASON)}", "dim")
        sheet.fact("", line)


def _under(origin: str, links: Sequence[Link]) -> Sequence[tuple[int, Link]]:
    """What has it from an origin, each once, below what it is nearest to: a copy below what it copies."""
    into: dict[str, list[Link]] = {}
    for link in links:
        into.setdefault(link.target, []).append(link)
    nearest: dict[str, Link] = {}
    todo, seen = [origin], {origin}
    for node in todo:
        for link in into.get(node, ()):
            held = nearest.get(link.source)
            if link.source != origin and (held is None or _NEARNESS[link.relation] < _NEARNESS[held.relation]):
                nearest[link.source] = link
            if link.source not in seen:
                seen.add(link.source)
                todo.append(link.source)
    below: dict[str, list[Link]] = {}
    for link in nearest.values():
        below.setdefault(link.target, []).append(link)
    found: list[tuple[int, Link]] = []
    told: set[str] = set()
    # two that copy each other hang on nothing: they begin at themselves
    stack = [(0, link) for link in (*reversed(nearest.values()), *reversed(below.get(origin, [])))]
    while stack:
        depth, link = stack.pop()
        if link.source not in told:
            told.add(link.source)
            found.append((depth, link))
            stack += [(depth + 1, further) for further in reversed(below.get(link.source, []))]
    return found


def _gaps(book: Case, sheet: Sheet, claim: Claim) -> None:
    if claim.gaps:
        sheet.title("What is missing")
    told: set[str] = set()
    for id in claim.gaps:
        item = book.item(id)
        if isinstance(item, StoredGap):
            line = f"{capital(GAPS[item.gap.kind])}: {quoted(shorten(item.context or item.words, 200))}"
            if line not in told:  # copies of a document miss the same
                sheet.fact("", Text.assemble(f"{line} ({folded(item.at.publisher or item.at.name)})  ", (id, "dim")))
            told.add(line)
