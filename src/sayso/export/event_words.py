"""The words of an event, short enough for a line of a chronology, and what they are said to be."""

from collections.abc import Sequence

from sayso.casebook import Alike, Found, StoredEvent
from sayso.model.event import EventStatus

_ALIKE = 3
"""Of several tellings that may be of one happening so many are named."""


def short_words(found: StoredEvent, most: int) -> str:
    """The words that state an event on one line of about `most` code points, the ones that name it among them.

    What is left out, at either end, is an ellipsis.
    """
    words, event = found.words, found.event
    at = min(max(0, event.trigger.start - event.evidence.start), len(words))
    before, after = " ".join(words[:at].split()), " ".join(words[at:].split())
    if len(before) + len(after) < most:
        return " ".join(words.split())
    room = most - min(len(after), most // 2)
    if len(before) > room:
        cut = before[len(before) - room :]
        before = "…" + (cut[cut.find(" ") + 1 :] if " " in cut else cut)
    room = most - len(before)
    if len(after) > room:
        cut = after[:room]
        after = (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:") + "…"
    between = " " if at and words[at - 1 : at].isspace() else ""
    return before + between + after


def status_words(found: StoredEvent) -> str:
    """What the text says of it, "did not occur"; empty for what occurred."""
    status = found.event.status
    return "" if status is EventStatus.OCCURRED else status.value.replace("-", " ")


def added_words(found: StoredEvent) -> str:
    """Who put it on the chronology by hand; empty for what was found."""
    return f"added by {found.added_by}" if found.added_by else ""


def alike_words(others: Sequence[Alike], here: Found) -> Sequence[str]:
    """Lines that name the other tellings of the same happening: those a person says are, then those that may be."""
    same = [f"{_named(other.event, here)}, says {other.ruling.by}" for other in others if other.ruling]
    maybe = [_named(other.event, here) for other in others if not other.ruling]
    lines = (("the same: ", same), ("perhaps the same: ", maybe))
    return [head + "; ".join([*found[:_ALIKE], *_more(found)]) for head, found in lines if found]


def _more(found: Sequence[str]) -> Sequence[str]:
    return [f"and {len(found) - _ALIKE:,} more"] if len(found) > _ALIKE else []


def _named(other: StoredEvent, here: Found) -> str:
    """Where it is told, and its id; of another document its publisher or its name."""
    away = (other.at.publisher or other.at.name) if other.at.document != here.document else ""
    place = ", ".join(part for part in (away, other.at.place) if part)
    return f"{place} ({other.event.id})" if place else other.event.id
