"""One claim as a person reads it: who says so, who denies it, where it comes from, what does not fit."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from sayso.casebook import Case, StoredClaim, StoredGap, StoredPosition
from sayso.cli.console import folded, shorten
from sayso.cli.listing import day
from sayso.cli.sheet import Sheet
from sayso.cli.wording import GAPS
from sayso.export.claim_words import KINDS, RELATIONS, STANCES, STATUSES, weight
from sayso.model.claim import Claim, Link, Origin, Stance

_LONGEST = 400


def show_claim(book: Case, found: StoredClaim) -> None:
    """The claim in its words, every position with its exact words and voices, the graph of origins, conflicts, gaps."""
    sheet, claim = Sheet(), found.claim
    sheet.headline(Text.assemble(f"“{folded(claim.text)}”", "  ", (STATUSES[claim.status], "bold")), claim.id)
    sheet.fact("rests on", weight(found))
    first = next((p for p in found.positions if p.position.document == _first(found)), None)
    where = f"{_outlet(first)} ({folded(first.name)})" if first else ""
    sheet.fact("first", f"{day(claim.first)} in {where}" if claim.first and where else day(claim.first))
    numbers = {origin.id: number for number, origin in enumerate(claim.origins, 1)}
    for stance in Stance:
        held = [(n, p) for n, p in enumerate(found.positions, 1) if p.position.stance is stance]
        if held:
            sheet.title(f"{STANCES[stance]} ({len(held)})")
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
    if position.confirmed:
        voices.append("  confirmed", "green")
    sheet.fact(f"{number:>3}", voices)
    sheet.fact("", f"“{shorten(found.words, _LONGEST)}”")
    where = " · ".join(
        part
        for part in (folded(found.publisher or ""), day(found.published), f"p. {found.page}" if found.page else "")
        if part
    )
    sheet.fact("", Text.assemble(f"{where} · " if where else "", folded(found.name), "  ", (position.document, "dim")))
    if position.why:
        sheet.fact("", Text(folded("; ".join(position.why)), "dim"))


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
    words = _quoted_words(found)
    for depth, link in _under(origin.id, found.claim.links):
        line = Text("   " * depth + "← ")
        line.append(names.get(link.source, link.source))
        line.append(f" {RELATIONS[link.relation]} it: ", "dim")
        line.append(folded(link.reason))
        if quoted := words.get((link.document, link.span)):
            line.append(f" “{shorten(quoted, 120)}”")
        sheet.fact("", line)


def _quoted_words(found: StoredClaim) -> Mapping[tuple[object, object], str]:
    return {(p.position.document, p.position.span): p.words for p in found.positions}


def _under(origin: str, links: Sequence[Link]) -> list[tuple[int, Link]]:
    """The links that lead to an origin, each followed by those that lead to where it starts; these once."""
    found: list[tuple[int, Link]] = []
    seen = {origin}
    todo = [(0, link) for link in reversed(links) if link.target == origin]
    while todo:
        depth, link = todo.pop()
        found.append((depth, link))
        if link.source not in seen:
            seen.add(link.source)
            todo += [(depth + 1, further) for further in reversed(links) if further.target == link.source]
    return found


def _gaps(book: Case, sheet: Sheet, claim: Claim) -> None:
    if claim.gaps:
        sheet.title("What is missing")
    for id in claim.gaps:
        item = book.item(id)
        if isinstance(item, StoredGap):
            words = shorten(item.context or item.words, 200)
            sheet.fact("", Text.assemble(f"{GAPS[item.gap.kind]}: {words}", "  ", (id, "dim")))
