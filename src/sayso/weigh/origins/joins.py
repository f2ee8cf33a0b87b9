"""Reasons why members of a claim have one origin: copies, credits, letters, records, the same voice heard again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.claim import OriginKind, Relation, Stance
from sayso.model.span import Span
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.credits import credits_in, outlets_in
from sayso.weigh.origins.documents import DocumentKind
from sayso.weigh.origins.letters import describes
from sayso.weigh.origins.records import is_by, is_headed
from sayso.weigh.origins.unnamed import Likeness, is_of_document, is_plain, likeness, told_other, told_same
from sayso.weigh.origins.voices import Telling
from sayso.weigh.outlets import same_outlet
from sayso.weigh.passages import alike, around, paragraph

_SAME_WORDS = 0.5
_PAPERS = (DocumentKind.RECORD, DocumentKind.FILING, DocumentKind.RELEASE)


@dataclass(frozen=True, slots=True)
class Join:
    """Members `first` and `second` (places) have one origin: the first has it from the second, or is the same voice."""

    first: int
    second: int
    relation: Relation
    reason: str
    span: Span | None = None
    """words of the first member's document"""


Side = Sequence[tuple[int, Telling]]
"""the members of one stance with their places"""


def joins(side: Side, case: Case) -> Iterator[Join]:
    """All joins of one side of a claim, the surest first."""
    yield from _nested(side)
    yield from _copied(side, case)
    yield from _credited(side, case)
    yield from _described(side)
    yield from _recorded(side)
    yield from _same_keys(side)
    yield from _relayed(side)
    yield from _said_before(side, case)
    yield from _same_descriptions(side)
    yield from _own_summaries(side)


def told_apart(side: Side, case: Case) -> Iterator[Join]:
    """Unnamed voices of which a text says that they are two: "another official" than those of the same document, "not
    the aide quoted by" than those of others.
    """
    unnamed = [(place, telling) for place, telling in side if telling.teller.kind is OriginKind.UNNAMED]
    for place, telling in unnamed:
        mine, at = telling.member.source, telling.member.proposition.span
        cue = told_other(mine.text, at)
        if cue is None or told_same(mine.text, at):
            continue
        reason = f"“{' '.join(cue.of(mine.text).split())}” tells them apart"
        here = is_of_document(cue.of(mine.text))
        for other, theirs in unnamed:
            its = theirs.member.source
            elsewhere = case.root(its.id).id != case.root(mine.id).id
            if theirs.teller.key != telling.teller.key and (its.id == mine.id if here else elsewhere):
                yield Join(place, other, Relation.SAME, reason, cue)


def _nested(side: Side) -> Iterator[Join]:
    """A sentence that tells of somebody's telling, and what they told."""
    for found in _by_document(side).values():
        for outer, telling in found:
            for inner, their in found:
                within = telling.member.proposition.span.contains(their.member.proposition.span)
                if inner != outer and within:
                    yield Join(outer, inner, Relation.SAME, "said in one sentence", their.span)


def _copied(side: Side, case: Case) -> Iterator[Join]:
    """A copy's sentence is the original's; a sentence of the copy alone is looked at for itself."""
    groups: dict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for place, telling in side:
        if telling.member.source.id in case.roots:
            groups[case.roots[telling.member.source.id]].append((place, telling))
    for root, found in groups.items():
        apart: list[tuple[int, Telling]] = []
        for place, telling in sorted(found, key=lambda one: (one[1].member.source.id != root, one[0])):
            mine = telling.member
            for other, theirs in apart:
                if theirs.member.source.id != mine.source.id and alike(mine.words, theirs.member.words) >= _SAME_WORDS:
                    reason = case.reason(mine.source.id, theirs.member.source.id)
                    yield Join(place, other, Relation.COPIES, reason)
                    break
            else:
                apart.append((place, telling))


def _credited(side: Side, case: Case) -> Iterator[Join]:
    """Who credits an outlet has it from that outlet's document, and from the voice in it.

    What an outlet says in its own voice in a paragraph that credits another is credited with the rest.
    """
    by_publisher: dict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for place, telling in side:
        if telling.outlet:
            by_publisher[telling.outlet].append((place, telling))
    for place, telling in side:
        credited = telling.through
        if not credited and telling.own_voice and telling.outlet and len(by_publisher) > 1:
            source = telling.member.source
            near = paragraph(source.text, telling.member.proposition.span)
            credited = tuple(credits_in(source, near, case, telling.outlet))
        for credit in reversed(credited):
            theirs = [
                (other, their)
                for publisher, found in by_publisher.items()
                if same_outlet(publisher, credit.outlet)
                for other, their in found
                if other != place and their.member.source.id != telling.member.source.id
            ]
            best = max(theirs, key=lambda other: _fit(telling, *other), default=None)
            if best is not None and not _speaks_for_itself(telling, best[1]):
                words = " ".join(credit.span.of(telling.member.source.text).split())
                yield Join(place, best[0], Relation.CITES, f"credits {credit.outlet} (“{words}”)", credit.span)
                break


def _fit(telling: Telling, place: int, other: Telling) -> tuple[bool, bool, bool, float, int]:
    mine, theirs = telling.teller, other.teller
    return (
        mine.key == theirs.key,
        mine.kind is theirs.kind,
        not other.own_voice,
        alike(telling.member.words, other.member.words),
        -place,
    )


def _speaks_for_itself(telling: Telling, other: Telling) -> bool:
    """Whether the voice that a text gives beside its credit has another name than the outlet's."""
    mine, theirs = telling.teller, other.teller
    both_named = mine.kind is OriginKind.NAMED and theirs.kind is OriginKind.NAMED
    return not telling.own_voice and both_named and mine.key != theirs.key


def _described(side: Side) -> Iterator[Join]:
    """A letter that is in the case, and a document that tells what stands in it."""
    letters = [(place, telling) for place, telling in side if telling.author.kind is DocumentKind.MAIL]
    for place, telling in side:
        for other, theirs in letters:
            found = describes(telling, theirs)
            if found:
                words = " ".join(found.of(telling.member.source.text).split())
                reason = f"describes a message of {theirs.teller.name} (“{words}”)"
                yield Join(place, other, Relation.CITES, reason, found)
                break


def _recorded(side: Side) -> Iterator[Join]:
    """A record that is in the case, and a document that gives it as its ground."""
    papers = [(place, telling) for place, telling in side if telling.author.kind in _PAPERS]
    for place, telling in side:
        if telling.teller.kind is OriginKind.NAMED and not telling.own_voice:
            name = telling.teller.name
            for other, theirs in papers:
                if theirs.own_voice and theirs.author.kind is DocumentKind.RECORD and is_by(theirs.member.source, name):
                    yield Join(place, other, Relation.SAME, f"the document has {name} at its head", telling.span)
                    break
        if telling.own_voice or telling.teller.kind is not OriginKind.RECORD:
            continue
        noun = telling.teller.key[-1]
        for other, theirs in papers:
            if theirs.member.source.id != telling.member.source.id and is_headed(theirs.member.source, noun):
                yield Join(place, other, Relation.CITES, f"gives the {noun} as its ground", telling.span)
                break


def _same_keys(side: Side) -> Iterator[Join]:
    by_key: dict[tuple[str, ...], tuple[int, Telling]] = {}
    for place, telling in side:
        first, known = by_key.setdefault(telling.teller.key, (place, telling))
        if first == place:
            continue
        one, other = known.teller, telling.teller
        if one.kind is OriginKind.RECORD and not one.person and one.key[0] == "record":
            reason = f"both give a {one.key[-1]} as their ground"
        elif other.note or one.note:
            reason = f"the same voice: {other.note or one.note}"
        else:
            reason = f"{one.name}, heard again"
        yield Join(place, first, Relation.SAME, reason, telling.span)


def _relayed(side: Side) -> Iterator[Join]:
    """Who tells by themselves what they elsewhere have from another has it from that other."""
    told_by: dict[tuple[str, ...], tuple[int, Telling]] = {}
    for place, telling in side:
        for key in telling.relays:
            told_by.setdefault(key, (place, telling))
    for place, telling in side:
        found = told_by.get(telling.teller.key)
        if found:
            reason = f"{telling.teller.name} has it from {found[1].teller.name} elsewhere"
            yield Join(place, found[0], Relation.RELAYS, reason, telling.span)


def _said_before(side: Side, case: Case) -> Iterator[Join]:
    """A voice of which the text says that it was heard before, with the unnamed one of the outlet named there."""
    unnamed = [(place, telling) for place, telling in side if telling.teller.kind is OriginKind.UNNAMED]
    for place, telling in side if unnamed else ():
        text, at = telling.member.source.text, telling.member.proposition.span
        cue = told_same(text, at) if telling.teller.kind in (OriginKind.UNNAMED, OriginKind.NAMED) else None
        if cue is None or told_other(text, at):
            continue
        elsewhere = [
            (other, their)
            for other, their in unnamed
            if their.member.source.id != telling.member.source.id and their.teller.key != telling.teller.key
        ]
        near = around(text, cue, before=1, after=1)
        named = [name for name, _ in outlets_in(telling.member.source, near, case, None)]
        there = [
            (other, their)
            for other, their in elsewhere
            if their.outlet and any(same_outlet(their.outlet, name) for name in named)
        ]
        voices = {their.teller.key for _, their in there or elsewhere}
        # With two voices to choose from, and no outlet named, the text does not tell which one it means.
        if there or (len(voices) == 1 and is_plain(cue.of(text))):
            said = " ".join(cue.of(text).split())
            yield Join(place, (there or elsewhere)[0][0], Relation.SAME, f"“{said}”", cue)


def _same_descriptions(side: Side) -> Iterator[Join]:
    by_outlet: dict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for place, telling in side:
        if telling.teller.kind is OriginKind.UNNAMED:
            by_outlet[telling.outlet or telling.member.source.id].append((place, telling))
    for found in by_outlet.values():
        different: list[tuple[int, Telling]] = []
        for place, telling in found:
            for other, theirs in different:
                if likeness(theirs.teller.name, telling.teller.name, one_outlet=True) is Likeness.SAME:
                    reason = f"described alike: “{theirs.teller.name}”, “{telling.teller.name}”"
                    yield Join(place, other, Relation.SAME, reason, telling.span)
                    break
            else:
                different.append((place, telling))


def _own_summaries(side: Side) -> Iterator[Join]:
    """What an outlet says in its own voice and elsewhere gives a source for, it has from that source."""
    sourced: dict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for place, telling in side:
        if telling.outlet and (not telling.own_voice or telling.through):
            sourced[telling.outlet].append((place, telling))
    for place, telling in side:
        if not telling.own_voice or telling.through or telling.author.kind is not DocumentKind.OUTLET:
            continue
        theirs = sourced.get(telling.outlet or "", [])
        best = max(theirs, key=lambda other: _nearness(telling, *other), default=None)
        if best is not None:
            here = best[1].member.source.id == telling.member.source.id
            reason = f"gives {best[1].teller.name} as its source elsewhere"
            yield Join(place, best[0], Relation.RELAYS, reason, best[1].span if here else None)


def _nearness(telling: Telling, place: int, other: Telling) -> tuple[bool, float, int]:
    mine, theirs = telling.member, other.member
    return mine.source.id == theirs.source.id, alike(mine.words, theirs.words), -place


def _by_document(side: Side) -> dict[str, list[tuple[int, Telling]]]:
    found: dict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for place, telling in side:
        found[telling.member.source.id].append((place, telling))
    return found


def by_stance(tellings: Sequence[Telling]) -> dict[Stance, list[tuple[int, Telling]]]:
    """The sides of a claim, with the places of their members."""
    found: dict[Stance, list[tuple[int, Telling]]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        found[telling.member.stance].append((place, telling))
    return found
