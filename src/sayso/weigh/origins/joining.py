"""Which members of a claim go back to one origin, each joining with its reason and words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.model.claim import OriginKind, Relation, Stance
from sayso.model.span import Span
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.documents import DocumentKind
from sayso.weigh.origins.letters import describes
from sayso.weigh.origins.records import is_headed
from sayso.weigh.origins.unnamed import Likeness, likeness, told_other, told_same
from sayso.weigh.origins.voices import Telling
from sayso.weigh.outlets import same_outlet
from sayso.weigh.passages import alike
from sayso.weigh.source import Verdicts

_SAME_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Join:
    """Members `first` and `second` (places) have one origin: the first has it from the second, or is the same voice."""

    first: int
    second: int
    relation: Relation
    reason: str
    span: Span | None = None
    """words of the first member's document"""


@dataclass(frozen=True, slots=True)
class Joined:
    """`groups` of members' places, each one origin; `joins` the reasons; `apart` pairs of places that a text or a
    person says are two voices, with the reason.
    """

    groups: tuple[tuple[int, ...], ...]
    joins: tuple[Join, ...]
    apart: tuple[Join, ...]


def join(tellings: Sequence[Telling], case: Case, verdicts: Verdicts) -> Joined:
    """Join what goes back to one voice. Only members of one stance, one side of a claim, are joined."""
    apart = tuple(_told_apart(tellings, verdicts))
    forbidden = {frozenset((j.first, j.second)) for j in apart}
    groups = {place: {place} for place in range(len(tellings))}
    joins: list[Join] = []
    for found in (
        _decided(tellings, verdicts),
        _nested(tellings),
        _copied(tellings, case),
        _credited(tellings),
        _described(tellings),
        _recorded(tellings),
        _same_keys(tellings),
        _relayed(tellings),
        _said_before(tellings),
        _same_descriptions(tellings),
        _own_summaries(tellings),
    ):
        for link in found:
            one, other = groups[link.first], groups[link.second]
            if one is other:
                joins.append(link)
                continue
            if any(frozenset((a, b)) in forbidden for a in one for b in other):
                continue
            one |= other
            groups.update((place, one) for place in other)
            joins.append(link)
    distinct = {min(group): tuple(sorted(group)) for group in groups.values()}
    return Joined(tuple(distinct[place] for place in sorted(distinct)), tuple(joins), apart)


def _sides(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """All pairs of places with one stance."""
    by_stance: dict[Stance, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        by_stance[telling.member.stance].append(place)
    for places in by_stance.values():
        yield from combinations(places, 2)


def _decided(tellings: Sequence[Telling], verdicts: Verdicts) -> Iterator[Join]:
    place_of = {telling.member.proposition.id: place for place, telling in enumerate(tellings)}
    for one, other in sorted(verdicts.same_origin):
        if one in place_of and other in place_of:
            yield Join(place_of[one], place_of[other], Relation.SAME, "a person said that it is one origin")


def _told_apart(tellings: Sequence[Telling], verdicts: Verdicts) -> Iterator[Join]:
    place_of = {telling.member.proposition.id: place for place, telling in enumerate(tellings)}
    for first, second in sorted(verdicts.other_origin):
        if first in place_of and second in place_of:
            yield Join(place_of[first], place_of[second], Relation.SAME, "a person said that it is another origin")
    for place, telling in enumerate(tellings):
        if telling.teller.kind is not OriginKind.UNNAMED:
            continue
        cue = told_other(telling.member.source.text, telling.member.proposition.span)
        if cue is None or told_same(telling.member.source.text, telling.member.proposition.span):
            continue
        for other, theirs in enumerate(tellings):
            if theirs.teller.kind is OriginKind.UNNAMED and theirs.teller.key != telling.teller.key:
                reason = f"“{cue.of(telling.member.source.text)}” tells them apart"
                yield Join(place, other, Relation.SAME, reason, cue)


def _nested(tellings: Sequence[Telling]) -> Iterator[Join]:
    """A sentence that tells of somebody's telling, and what they told."""
    for first, second in _sides(tellings):
        one, other = tellings[first].member, tellings[second].member
        if one.source.id != other.source.id:
            continue
        outer, inner = (first, second) if one.proposition.span.contains(other.proposition.span) else (second, first)
        if tellings[outer].member.proposition.span.contains(tellings[inner].member.proposition.span):
            yield Join(outer, inner, Relation.SAME, "said in one sentence", tellings[inner].span)


def _copied(tellings: Sequence[Telling], case: Case) -> Iterator[Join]:
    """A copy's sentence is the original's; a sentence of the copy alone is looked at for itself."""
    for first, second in _sides(tellings):
        one, other = tellings[first].member, tellings[second].member
        copy = next((c for c in case.copies.get(one.source.id, ()) if other.source.id in (c.first, c.second)), None)
        if copy is None or one.source.id == other.source.id:
            continue
        if alike(one.words, other.words) < _SAME_WORDS:
            continue
        if copy.original == one.source.id or case.root(one.source.id).id == one.source.id:
            first, second = second, first
        yield Join(first, second, Relation.COPIES, copy.reason)


def _credited(tellings: Sequence[Telling]) -> Iterator[Join]:
    """Who credits an outlet has it from that outlet's document, and from the voice in it.

    What an outlet says in its own voice in a paragraph that credits another is credited with the rest.
    """
    for place, telling in enumerate(tellings):
        plain = telling.own_voice and not telling.through and telling.author.kind is DocumentKind.OUTLET
        for credit in reversed(telling.beside if plain else telling.through):
            theirs = [
                other
                for other, their in enumerate(tellings)
                if other != place
                and their.member.stance is telling.member.stance
                and their.member.source.id != telling.member.source.id
                and their.member.source.metadata.publisher is not None
                and same_outlet(their.member.source.metadata.publisher, credit.outlet)
            ]
            best = max(theirs, key=lambda other: _fit(telling, tellings[other], -other), default=None)
            if best is not None and not _speaks_for_itself(telling, tellings[best]):
                words = " ".join(credit.span.of(telling.member.source.text).split())
                yield Join(place, best, Relation.CITES, f"credits {credit.outlet} (“{words}”)", credit.span)
                break


def _fit(telling: Telling, other: Telling, order: int) -> tuple[bool, bool, bool, float, int]:
    mine, theirs = telling.teller, other.teller
    return (
        mine.key == theirs.key,
        mine.kind is theirs.kind,
        not other.own_voice,
        alike(telling.member.words, other.member.words),
        order,
    )


def _speaks_for_itself(telling: Telling, other: Telling) -> bool:
    """Whether the voice that a text gives beside its credit has another name than the outlet's."""
    mine, theirs = telling.teller, other.teller
    both_named = mine.kind is OriginKind.NAMED and theirs.kind is OriginKind.NAMED
    return not telling.own_voice and both_named and mine.key != theirs.key


def _described(tellings: Sequence[Telling]) -> Iterator[Join]:
    """A letter that is in the case, and a document that tells what stands in it."""
    for place, telling in enumerate(tellings):
        for other, theirs in enumerate(tellings):
            if theirs.author.kind is not DocumentKind.MAIL or theirs.member.stance is not telling.member.stance:
                continue
            found = describes(telling, theirs)
            if found:
                words = " ".join(found.of(telling.member.source.text).split())
                reason = f"describes a message of {theirs.teller.name} (“{words}”)"
                yield Join(place, other, Relation.CITES, reason, found)
                break


def _recorded(tellings: Sequence[Telling]) -> Iterator[Join]:
    """A record that is in the case, and a document that gives it as its ground."""
    for place, telling in enumerate(tellings):
        if telling.teller.kind is not OriginKind.RECORD or telling.own_voice:
            continue
        noun = telling.teller.key[-1]
        for other, theirs in enumerate(tellings):
            if (
                theirs.own_voice
                and theirs.teller.kind is OriginKind.RECORD
                and theirs.member.stance is telling.member.stance
                and theirs.member.source.id != telling.member.source.id
                and is_headed(theirs.member.source, noun)
            ):
                yield Join(place, other, Relation.CITES, f"gives the {noun} as its ground", telling.span)
                break


def _relayed(tellings: Sequence[Telling]) -> Iterator[Join]:
    """Who tells by themselves what they elsewhere have from another has it from that other."""
    for place, telling in enumerate(tellings):
        for other, theirs in enumerate(tellings):
            if telling.teller.key in theirs.relays and theirs.member.stance is telling.member.stance:
                reason = f"{telling.teller.name} has it from {theirs.teller.name} elsewhere"
                yield Join(place, other, Relation.RELAYS, reason, telling.span)
                break


def _same_keys(tellings: Sequence[Telling]) -> Iterator[Join]:
    for first, second in _sides(tellings):
        one, other = tellings[first].teller, tellings[second].teller
        if one.key != other.key:
            continue
        if one.kind is OriginKind.RECORD:
            reason = f"both give a {one.key[-1]} as their ground"
        elif one.note or other.note:
            reason = f"the same voice: {one.note or other.note}"
        else:
            reason = f"{one.name}, heard again"
        yield Join(second, first, Relation.SAME, reason, tellings[second].span)


def _said_before(tellings: Sequence[Telling]) -> Iterator[Join]:
    """An unnamed voice of which the text says that it was heard before, with that of the outlet named there."""
    for place, telling in enumerate(tellings):
        text, at = telling.member.source.text, telling.member.proposition.span
        cue = told_same(text, at) if telling.teller.kind is OriginKind.UNNAMED else None
        if cue is None or told_other(text, at):
            continue
        outlets = [credit.outlet for credit in telling.through]
        elsewhere = [
            other
            for other, their in enumerate(tellings)
            if their.teller.kind is OriginKind.UNNAMED
            and their.member.stance is telling.member.stance
            and their.member.source.id != telling.member.source.id
            and their.teller.key != telling.teller.key
        ]
        there = [
            other
            for other in elsewhere
            if any(same_outlet(tellings[other].member.source.metadata.publisher or "", outlet) for outlet in outlets)
        ]
        voices = {tellings[other].teller.key for other in there or elsewhere}
        # With two voices to choose from, and no outlet named, the text does not tell which one it means.
        if there or len(voices) == 1:
            words = " ".join(cue.of(text).split())
            yield Join(place, (there or elsewhere)[0], Relation.SAME, f"“{words}”", cue)


def _same_descriptions(tellings: Sequence[Telling]) -> Iterator[Join]:
    for first, second in _sides(tellings):
        one, other = tellings[first], tellings[second]
        if not (one.teller.kind is other.teller.kind is OriginKind.UNNAMED):
            continue
        publishers = one.member.source.metadata.publisher, other.member.source.metadata.publisher
        one_outlet = one.member.source.id == other.member.source.id or (
            publishers[0] is not None and publishers[1] is not None and same_outlet(publishers[0], publishers[1])
        )
        if likeness(one.teller.name, other.teller.name, one_outlet=one_outlet) is Likeness.SAME:
            reason = f"described alike: “{one.teller.name}”, “{other.teller.name}”"
            yield Join(second, first, Relation.SAME, reason, other.span)


def _own_summaries(tellings: Sequence[Telling]) -> Iterator[Join]:
    """What an outlet says in its own voice and elsewhere gives a source for, it has from that source."""
    for place, telling in enumerate(tellings):
        if not telling.own_voice or telling.author.kind is not DocumentKind.OUTLET:
            continue
        mine = telling.member.source
        sourced = [
            other
            for other, their in enumerate(tellings)
            if other != place
            and not (their.own_voice and not their.through)
            and their.member.stance is telling.member.stance
            and _one_paper(mine.id, mine.metadata.publisher, their)
        ]
        if sourced and not telling.through:
            best = max(
                sourced,
                key=lambda o: (
                    tellings[o].member.source.id == mine.id,
                    alike(telling.member.words, tellings[o].member.words),
                    -o,
                ),
            )
            reason = f"gives {tellings[best].teller.name} as its source elsewhere"
            yield Join(
                place,
                best,
                Relation.RELAYS,
                reason,
                tellings[best].span if tellings[best].member.source.id == mine.id else None,
            )


def _one_paper(document: str, publisher: str | None, other: Telling) -> bool:
    theirs = other.member.source
    return document == theirs.id or (
        publisher is not None
        and theirs.metadata.publisher is not None
        and same_outlet(publisher, theirs.metadata.publisher)
    )
