"""Mentions of one happening made one event."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.find.events.candidate import Candidate
from sayso.model.event import EventKind, EventStatus
from sayso.model.when import When

_NEAR = 2
"""sentences within which an act of speech is part of the contact told before"""
_FAR = 12
"""sentences within which "the meeting" is the one told before"""
_CONTACTS = (EventKind.MEETING, EventKind.CALL, EventKind.MESSAGE, EventKind.CONVERSATION)
_TALKS = (EventKind.MEETING, EventKind.CALL, EventKind.CONVERSATION)


@dataclass(frozen=True, slots=True)
class Telling:
    """A candidate with all that was read of it; `sentence` is its number in the text.

    `happens`: the verb says that it took place; `says`: how it tells what somebody said ("" if it doesn't);
    `chronicle`: the text is one of many whole dates.
    """

    candidate: Candidate
    sentence: int
    status: EventStatus
    when: When | None
    own_date: bool
    place: str | None
    time: str | None
    according_to: tuple[str, ...]
    statement: str | None
    confidence: float = 0.0
    happens: bool = False
    says: str = ""
    chronicle: bool = False


def merged(tellings: Sequence[Telling]) -> list[Telling]:
    """One telling a happening, each the fullest, in order of the text."""
    kept: list[Telling] = []
    for telling in tellings:
        near = (n for n in reversed(range(len(kept))) if telling.sentence - kept[n].sentence <= _FAR)
        same = next((n for n in near if _is_same(kept[n], telling)), None)
        if same is None:
            kept.append(telling)
        else:
            kept[same] = _joined(kept[same], telling)
    return [t for t in kept if not _is_part(t, kept)]


def _is_part(telling: Telling, told: Sequence[Telling]) -> bool:
    """Whether somebody speaks or writes alone in a sentence that tells with whom."""
    candidate = telling.candidate
    return (
        len(candidate.keys) == 1
        and candidate.kind in (EventKind.CONVERSATION, EventKind.MESSAGE)
        and any(
            other.sentence == telling.sentence
            and other.candidate.kind in _CONTACTS
            and candidate.keys < other.candidate.keys
            for other in told
        )
    )


def _is_same(earlier: Telling, later: Telling) -> bool:
    one, two = earlier.candidate, later.candidate
    if not _same_family(one.kind, two.kind):
        return False
    distance = later.sentence - earlier.sentence
    if _goes_on_writing(one, two) and distance <= _NEAR and not later.own_date:
        return True
    if not (one.keys <= two.keys or two.keys <= one.keys):
        return False
    if earlier.own_date and later.own_date and earlier.when and later.when and not earlier.when.compatible(later.when):
        return False
    if two.counts or one.counts:
        return one.kind is two.kind and earlier.own_date and later.own_date and earlier.when == later.when
    if two.is_speech and one.kind is EventKind.MESSAGE and not later.own_date:
        # what a message says is no event
        told = {p.key for p in two.agents} <= {p.key for p in one.agents}
        return distance <= _NEAR and told and two.keys <= one.keys
    if two.possessed and one.keys == two.keys and not later.own_date and two.kind in _TALKS and one.kind in _TALKS:
        return one.kind is two.kind or two.kind is EventKind.CONVERSATION
    if two.definite and one.kind is two.kind:
        return one.kind is not EventKind.TRAVEL or later.place is None or _same_place(earlier.place, later.place)
    if two.is_speech or two.kind is EventKind.CONVERSATION:
        talked = one.kind in (EventKind.MEETING, EventKind.CALL)
        if two.frame.word == "request" and distance:
            return False
        brief = two.is_speech or distance == 0 or len(two.keys) == 1
        spoken = talked or (one.kind is EventKind.CONVERSATION and brief)
        undated = not later.own_date or later.when == earlier.when
        return distance <= _NEAR and undated and spoken and two.keys <= one.keys and earlier.status is later.status
    if one.is_speech or one.kind is EventKind.CONVERSATION:
        return (
            (two.kind is not EventKind.MESSAGE or one.keys == two.keys)
            and distance == 0
            and earlier.status is later.status
        )
    if one.kind in (EventKind.MEETING, EventKind.CALL) and one.kind is two.kind and one.keys == two.keys:
        unsaid = later.when is None or later.when == earlier.when
        return distance == 0 or (distance <= _NEAR and unsaid and earlier.status is later.status)
    if one.kind is EventKind.TRAVEL:
        back = (one.frame.word == "return") is (two.frame.word == "return")
        return back and _same_place(earlier.place, later.place)
    return distance == 0 and one.kind is two.kind and one.kind is not EventKind.MESSAGE


def _goes_on_writing(one: Candidate, two: Candidate) -> bool:
    """Whether it is told what else the writer of a message wrote in it ("She wrote that …")."""
    messages = one.kind is two.kind is EventKind.MESSAGE
    writers, again = ({p.name.split()[-1] for p in parties} for parties in (one.agents, two.parties))
    return messages and two.frame.word == "write" and writers == again


def _same_place(one: str | None, two: str | None) -> bool:
    return one is not None and two is not None and (one in two or two in one)


def _same_family(one: EventKind, two: EventKind) -> bool:
    return one is two or (one in _CONTACTS and two in _CONTACTS)


def _joined(earlier: Telling, later: Telling) -> Telling:
    """The fuller of two tellings, with what only the other says."""
    full, other = (earlier, later) if len(earlier.candidate.keys) >= len(later.candidate.keys) else (later, earlier)
    if later.status is EventStatus.DID_NOT_OCCUR and earlier.status in (EventStatus.PLANNED, EventStatus.PROPOSED):
        full = replace(full, status=later.status)
    elif later.status is not earlier.status and (not later.candidate.definite or later.happens):
        settled = later if later.status is EventStatus.OCCURRED else earlier
        full = replace(full, status=settled.status, according_to=settled.according_to)
    elif _is_part_of(later, earlier):
        full = replace(full, according_to=earlier.according_to)
    elif not (earlier.according_to and later.according_to):
        full = replace(full, according_to=())  # what the text says in its own voice, it vouches for
    when = full.when if full.own_date or not other.own_date else other.when
    return replace(
        full,
        when=when,
        own_date=full.own_date or other.own_date,
        place=full.place or other.place,
        time=full.time or other.time,
        confidence=max(full.confidence, other.confidence),
    )


def _is_part_of(later: Telling, earlier: Telling) -> bool:
    """Whether a telling only goes on with what was told: "the meeting", or what was said there."""
    return (
        later.candidate.definite
        or later.candidate.possessed
        or later.candidate.is_speech
        or later.candidate.kind is not earlier.candidate.kind
    )
