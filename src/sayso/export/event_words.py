"""The words of an event, short enough for a line of a chronology, and what they are said to be."""

from sayso.casebook import StoredEvent
from sayso.model.event import EventStatus


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
