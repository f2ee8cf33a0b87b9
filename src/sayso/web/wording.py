"""Values of the model in the words of the pages, and document text made fit to be shown."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from sayso.casebook import StoredPosition, StoredStatement
from sayso.export.claim_words import KINDS, RELATIONS, STANCES, counted, weight
from sayso.export.claim_words import status_words as claim_status
from sayso.export.corrected_words import read_otherwise
from sayso.export.event_words import short_words, status_words
from sayso.export.when_words import when_words
from sayso.export.wording import ACTS, FACTUALITY, GAPS, SURENESS
from sayso.model.document import Sureness
from sayso.model.event import EventKind, EventStatus
from sayso.model.when import When
from sayso.web.correcting import named

DECIDED: Mapping[str, str] = {
    "confirm": "it is right",
    "reject": "it is wrong",
    "hold": "it can't be told yet",
    "correct": "a correction",
    "add": "an event added by hand",
    "same": "they are one",
    "apart": "they are two",
    "rename": "a new name",
    "same-event": "two events are one happening",
    "apart-events": "two events are two happenings",
    "together": "two claims are one",
    "stance": "a stance",
    "same-origin": "two passages have one origin",
    "other-origin": "two passages have two origins",
}
"""What a decision says, by its kind."""
_SURE = ((0.9, "sure"), (0.7, "fairly sure"), (0.5, "rather likely"), (0.0, "doubtful"))
_DOUBT = {Sureness.INFERRED: " ?", Sureness.GUESSED: " ??"}
_ID = re.compile(r"[a-z][0-9a-f]{12}")
_KEPT = "\n\t\u00ad\u200b\u200c\u200d\u2060"
_INVISIBLE = ("Cc", "Cf", "Cs")


def visible(text: str) -> str:
    """The same text, code point for code point, with those made visible that would be none or turn its direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("�" if unicodedata.category(c) in _INVISIBLE and c not in _KEPT else c for c in text)


def line(text: str) -> str:
    """Text on one line."""
    return " ".join(visible(text).split())


def short(text: str, most: int = 260) -> str:
    """Text on one line of at most so many characters, cut at a word with an ellipsis."""
    words = line(text)
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def day(when: When | None, sure: Sureness | None = None) -> str:
    """A date, with ? if it is inferred and ?? if it is guessed; empty where it is not known."""
    return when_words(when) + (_DOUBT.get(sure, "") if sure else "") if when else ""


def speaker(found: StoredStatement) -> str:
    """Who speaks, as a person would name it."""
    if found.statement.unnamed:
        return f"{line(found.statement.unnamed.description or found.source)} (unnamed)"
    return line(found.speaker or found.source) or "(speaker not found)"


def outlet(found: StoredPosition) -> str:
    """Where a position stands."""
    return line(found.publisher or found.title or found.name)


def percent(share: float) -> str:
    """ "87 %"."""
    return f"{round(100 * share)} %"


def sure(share: float) -> str:
    """How sure that is, in a word."""
    return next(word for least, word in _SURE if share >= least)


def is_id(item: str) -> bool:
    """Whether it names an item that has a page."""
    return _ID.fullmatch(item) is not None


FILTERS: Mapping[str, Callable[..., object]] = {
    "visible": visible,
    "line": line,
    "short": short,
    "day": day,
    "speaker": speaker,
    "outlet": outlet,
    "percent": percent,
    "sure": sure,
    "is_id": is_id,
    "read_otherwise": read_otherwise,
    "named": named,
    "weight": weight,
    "claim_status": claim_status,
    "status_words": status_words,
    "short_words": short_words,
    "when_words": when_words,
}
NAMES: Mapping[str, object] = {
    "ACTS": ACTS,
    "FACTUALITY": FACTUALITY,
    "GAPS": GAPS,
    "SURENESS": SURENESS,
    "STANCES": STANCES,
    "KINDS": KINDS,
    "RELATIONS": RELATIONS,
    "EVENT_KINDS": tuple(EventKind),
    "EVENT_STATUSES": tuple(EventStatus),
    "DECIDED": DECIDED,
    "counted": counted,
}
