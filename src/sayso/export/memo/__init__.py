"""The memo that a research desk hands to an editor or a lawyer: what is claimed, on whose word and how many independent
ones, who denies it, the chronology, the people, what is missing; numbered notes quote the exact words.

What a person confirmed and what is only suggested stand in parts of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sayso.casebook import Case, StoredClaim, StoredGap, StoredPerson, StoredPosition, Told
from sayso.export.claim_words import KINDS, RELATIONS, STATUSES, counted, weight
from sayso.export.event_words import status_words
from sayso.export.memo.blocks import (
    Block,
    Heading,
    Items,
    Line,
    Look,
    Memo,
    NoteRef,
    Notes,
    Paragraph,
    Run,
    Table,
    plain,
)
from sayso.export.when_words import when_words
from sayso.model.claim import Link, Origin, OriginKind, Stance
from sayso.model.entity import EntityKind
from sayso.model.gap import GapKind
from sayso.model.when import When

_CLAIMS, _EVENTS, _PEOPLE, _GAPS = 60, 200, 40, 120
"""So many of each at most; the memo says how many were left out."""
_QUOTED = 600
_GAP_WORDS: Mapping[GapKind, str] = {
    GapKind.REDACTION: "Blacked out",
    GapKind.NO_COMMENT: "Declined to comment",
    GapKind.NO_RESPONSE: "Did not answer",
    GapKind.WITHHELD_SOURCE: "Name withheld",
    GapKind.OPEN_QUESTION: "Not known",
    GapKind.CITED_DOCUMENT: "Cited, but not in the case",
    GapKind.UNHEARD_PERSON: "Not heard",
    GapKind.SINGLE_UNNAMED_ORIGIN: "One unnamed source",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a memo is about: claims and events that a query asks for, of some people (names or ids), or claims by id."""

    query: str = ""
    people: Sequence[str] = ()
    claims: Sequence[str] = ()


def make_memo(book: Case, scope: Scope, *, title: str, on: date) -> Memo:
    """The memo about all that `scope` asks for, made `on` a day. Raises `UsageError` for unknown people and claims."""
    notes = Notes()
    people = [book.person(which) for which in scope.people]
    claims = list(_claims(book, scope, people))
    counts = book.counts()
    confirmed = [found for found in claims if _is_confirmed(found)]
    suggested = [found for found in claims if not _is_confirmed(found)]
    blocks: list[Block] = []
    blocks += _overview(claims)
    blocks += _part("What a person has confirmed", confirmed, notes)
    blocks += _part("Suggestions nobody has confirmed", suggested, notes)
    blocks += _chronology(book, scope, people, notes)
    blocks += _people(book, people)
    blocks += _missing(book, scope, claims, people, notes)
    blocks += _documents(book)
    about = [
        f"Made {on.isoformat()} from {counted(counts.documents, 'document')} "
        f"({counts.words:,} words, {counted(counts.statements, 'statement')}).",
        "Found by a program and to be checked: only what stands under “confirmed” was decided by a person. Numbers "
        "refer to the notes at the end, which quote the exact words. “Independent” counts the origins that support a "
        "claim; who only repeats somebody else adds none.",
    ]
    if scope.query or people:
        asked = "; ".join([*([f"query {scope.query}"] if scope.query else []), *(p.person.name for p in people)])
        about.insert(1, f"Only about: {asked}.")
    return Memo(title, about, blocks, notes.lines)


def _claims(book: Case, scope: Scope, people: Sequence[StoredPerson]) -> Iterator[StoredClaim]:
    if scope.claims:
        yield from (book.claim(id) for id in scope.claims)
        return
    asked = f"({scope.query}) repeated:yes" if scope.query else "repeated:yes"
    found = book.claims(asked)
    if people:
        ids = {person.person.id for person in people}
        names = {name.casefold() for p in people for name in (p.person.name, *p.person.aliases)}
        found = (c for c in found if _names(c, ids, names))
    yield from islice(found, _CLAIMS)


def _names(found: StoredClaim, ids: set[str], names: set[str]) -> bool:
    """Whether a claim is about or on the word of one of these."""
    if any(origin.person in ids for origin in found.claim.origins):
        return True
    words = " ".join(position.words for position in found.positions).casefold()
    return any(name in words for name in names)


def _is_confirmed(found: StoredClaim) -> bool:
    return any(position.position.confirmed for position in found.positions)


def _overview(claims: Sequence[StoredClaim]) -> Iterator[Block]:
    yield Heading("At a glance", 1)
    if not claims:
        yield Paragraph(plain("No claim stands in more than one place, and none is denied."))
        return
    rows: list[Sequence[Line]] = [
        (
            (Run(STATUSES[found.claim.status], Look.STRONG),),
            (Run(_short(found.claim.text, 160), Look.QUOTED),),
            plain(weight(found, ", ")),
            plain("yes" if _is_confirmed(found) else "not yet"),
        )
        for found in claims
    ]
    yield Table(("status", "claim", "rests on", "confirmed"), (2, 8, 4, 2), rows)


def _part(title: str, claims: Sequence[StoredClaim], notes: Notes) -> Iterator[Block]:
    if claims:
        yield Heading(title, 1)
    for found in claims:
        yield from _claim(found, notes)


def _claim(found: StoredClaim, notes: Notes) -> Iterator[Block]:
    claim = found.claim
    tag = "confirmed" if _is_confirmed(found) else "suggestion"
    yield Heading(f"“{_short(claim.text, 240)}”", 2, tag)
    status = STATUSES[claim.status]
    first = f" It first appeared {when_words(claim.first)}." if claim.first else ""
    yield Paragraph((Run(f"{status[0].upper()}{status[1:]}: ", Look.STRONG), Run(f"{weight(found, ', ')}.{first}")))
    lines: list[Line] = []
    for origin in claim.origins:
        lines.append(_origin(found, origin, notes))
    reporting = [p for p in found.positions if p.position.stance is Stance.REPORTS]
    if reporting:
        refs = [_note(p, notes) for p in reporting]
        lines.append((Run("Passed on without being asserted: ", Look.STRONG), Run(_outlets(reporting)), *refs))
    for conflict in claim.conflicts:
        sides = "; ".join(f"{side.value} ({_where(found, side.propositions)})" for side in conflict.sides)
        lines.append((Run(f"They differ in the {conflict.about}: ", Look.STRONG), Run(f"{sides}.")))
    yield Items(lines)


def _origin(found: StoredClaim, origin: Origin, notes: Notes) -> Line:
    """Who says or denies it, with notes; then what only repeats it."""
    verb = "Denied by " if origin.stance is Stance.DENIES else "Said by "
    if origin.kind in (OriginKind.RECORD, OriginKind.OUTLET):
        verb = "Contradicted by " if origin.stance is Stance.DENIES else "Stands in "
    kind = KINDS[origin.kind]
    told = [p for p in found.positions if p.position.origin == origin.id]
    line: list[Run | NoteRef] = [Run(verb), Run(_clean(origin.name), Look.STRONG)]
    details = ", ".join(part for part in (kind, "" if origin.least else "may be one of the others") if part)
    line.append(Run(f" ({details})" if details else ""))
    line += [_note(position, notes) for position in told]
    relays = [_relay(found, link) for link in _all_under(origin.id, found.claim.links)]
    if relays:
        line.append(Run(f". Adds nothing: {'; '.join(dict.fromkeys(relays))}", Look.QUIET))
    line.append(Run("."))
    return line


def _all_under(node: str, links: Sequence[Link]) -> Sequence[Link]:
    """Links that lead to a node, directly or not."""
    found: list[Link] = []
    todo, seen = [node], {node}
    while todo:
        at = todo.pop()
        for link in links:
            if link.target == at:
                found.append(link)
                if link.source not in seen:
                    seen.add(link.source)
                    todo.append(link.source)
    return found


def _relay(found: StoredClaim, link: Link) -> str:
    names = {p.position.document: _outlet(p) for p in found.positions}
    names.update({origin.id: origin.name for origin in found.claim.origins})
    source, target = names.get(link.source, link.source), names.get(link.target, link.target)
    return _clean(f"{source} {RELATIONS[link.relation]} {target} ({link.reason})")


def _note(found: StoredPosition, notes: Notes) -> NoteRef:
    key = (found.position.document, found.position.span)
    voices = " › ".join(_clean(voice) for voice in found.chain)
    where = _place(found.title or found.name, found.publisher, found.published, found.page)
    words = Run(f"“{_short(found.words, _QUOTED)}”", Look.QUOTED)
    return notes.add(key, (words, Run(f" {voices}. {where} [{_clean(found.name)}].")))


def _place(title: str, publisher: str | None, published: When | None, page: int | None) -> str:
    parts = (
        _clean(title),
        _clean(publisher or ""),
        published.edtf if published else "undated",
        f"p. {page}" if page else "",
    )
    return ", ".join(part for part in parts if part)


def _outlet(found: StoredPosition) -> str:
    return _clean(found.publisher or found.title or found.name)


def _outlets(found: Sequence[StoredPosition]) -> str:
    return ", ".join(dict.fromkeys(_outlet(position) for position in found))


def _where(found: StoredClaim, propositions: Sequence[str]) -> str:
    return _outlets([p for p in found.positions if p.position.proposition in propositions])


def _chronology(book: Case, scope: Scope, people: Sequence[StoredPerson], notes: Notes) -> Iterator[Block]:
    if scope.claims:
        return
    told: dict[str, Told] = {}
    ids: Sequence[str | None] = [one.person.id for one in people] or [None]
    for person in ids:
        for entry in book.timeline(scope.query, person=person):
            if entry.event.event.date is not None:
                told.setdefault(entry.event.event.id, entry)
    entries = sorted(told.values(), key=lambda e: e.event.event.date.sort_key if e.event.event.date else ())
    if not entries:
        return
    yield Heading("Chronology", 1)
    if len(entries) > _EVENTS:
        yield Paragraph(plain(f"The first {_EVENTS} of {len(entries):,} events; narrow the memo down for the others."))
    rows: list[Sequence[Line]] = []
    for entry in entries[:_EVENTS]:
        event = entry.event.event
        status = status_words(entry.event)
        state = "" if entry.event.at.state.value == "confirmed" else "suggestion"
        who = ", ".join(map(_clean, entry.event.participants)) or "nobody named"
        rows.append(
            (
                (Run(when_words(event.date), Look.STRONG),),
                (Run(f"{event.kind.value}: {who}"), Run(f" ({status})" if status else "", Look.STRONG)),
                (Run(" › ".join(map(_clean, entry.voices))), _event_note(entry, notes)),
                plain(state or "confirmed"),
            )
        )
    yield Table(("when", "what", "on whose word", "checked"), (3, 6, 5, 2), rows)


def _event_note(entry: Told, notes: Notes) -> NoteRef:
    found, at = entry.event, entry.event.at
    where = _place(at.title or at.name, at.publisher, at.published, at.page)
    cited = "; ".join(_clean(record.words) for record in entry.records)
    words = Run(f"“{_short(found.words, _QUOTED)}”", Look.QUOTED)
    return notes.add(
        (at.document, found.event.evidence),
        (words, Run(f" {where} [{_clean(at.name)}]." + (f" It cites: {cited}." if cited else ""))),
    )


def _people(book: Case, people: Sequence[StoredPerson]) -> Iterator[Block]:
    found = list(people) or [
        person for person in islice(book.people(), 4 * _PEOPLE) if person.person.kind is not EntityKind.PLACE
    ]
    if not found:
        return
    yield Heading("People and organisations", 1)
    rows: list[Sequence[Line]] = [
        (
            (Run(_clean(row.person.name), Look.STRONG),),
            plain(_short("; ".join(row.person.aliases), 120)),
            plain(str(row.documents)),
            plain(str(row.statements)),
            plain(f"{row.suggestions} to decide" if row.suggestions else ""),
        )
        for row in found[:_PEOPLE]
    ]
    yield Table(("name", "also", "documents", "statements", "may be another"), (5, 7, 2, 2, 3), rows)


def _missing(
    book: Case, scope: Scope, claims: Sequence[StoredClaim], people: Sequence[StoredPerson], notes: Notes
) -> Iterator[Block]:
    """Gaps that touch the claims; of the whole case where the memo is about all of it."""
    touched = {id for found in claims for id in found.claim.gaps}
    narrowed = bool(scope.query or people or scope.claims)
    found = [gap for gap in book.gaps() if gap.gap.id in touched or not narrowed]
    if not found:
        return
    yield Heading("What is missing", 1)
    lines: list[Line] = []
    for gap in found[:_GAPS]:
        words = _short(gap.context or gap.words, 240)
        lines.append((Run(f"{_GAP_WORDS[gap.gap.kind]}: ", Look.STRONG), Run(words), _gap_note(gap, notes)))
    if len(found) > _GAPS:
        lines.append(plain(f"… and {len(found) - _GAPS:,} more (sayso gaps)."))
    yield Items(lines)


def _gap_note(gap: StoredGap, notes: Notes) -> NoteRef:
    at = gap.at
    where = _place(at.title or at.name, at.publisher, at.published, at.page)
    return notes.add((at.document, gap.gap.span), (Run(f"{where} [{_clean(at.name)}]."),))


def _documents(book: Case) -> Iterator[Block]:
    rows: list[Sequence[Line]] = []
    copies: dict[str, list[str]] = {}
    stored = list(book.documents())
    names = {row.id: row.name for row in stored}
    for copy in book.copies():
        for one, other in ((copy.first, copy.second), (copy.second, copy.first)):
            if one in names and other in names and copy.original != one:
                copies.setdefault(one, []).append(names[other])
    for row in stored:
        known = row.metadata
        alike = ", ".join(sorted(set(copies.get(row.id, ()))))
        rows.append(
            (
                plain(known.published.edtf if known.published else "undated"),
                plain(_clean(known.publisher or ", ".join(known.authors))),
                (Run(_clean(known.title or row.name)), Run(f" [{_clean(row.name)}]", Look.QUIET)),
                plain(f"nearly the same as {_clean(alike)}" if alike else ""),
            )
        )
    yield Heading("Documents", 1)
    yield Table(("date", "outlet or author", "title", "copies"), (2, 4, 7, 4), rows)


def _clean(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def _short(text: str, most: int) -> str:
    line = _clean(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"
