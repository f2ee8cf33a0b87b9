"""Statements in sentences: "denies", "deny", "two or more people"."""

from collections.abc import Mapping

from sayso.casebook import StoredStatement
from sayso.cli.console import folded
from sayso.export.wording import ACTS
from sayso.model.statement import Act, Unnamed

_LONG_ACTS: Mapping[Act, str] = {
    **ACTS,
    Act.DECLINE: "declines to comment",
    Act.NO_RESPONSE: "does not respond",
}
_PLURAL_ACTS: Mapping[Act, str] = {
    Act.ASSERT: "say",
    Act.CONFIRM: "confirm",
    Act.DENY: "deny",
    Act.DECLINE: "decline to comment",
    Act.NO_RESPONSE: "do not respond",
    Act.ASK: "ask",
    Act.INTEND: "intend",
    Act.BELIEVE: "believe",
}

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WHO = frozenset(("he", "she", "they", "it", "who", "i", "we", "you", "this", "that", "which"))


def who(found: StoredStatement) -> str:
    """The speaker as a person would name it."""
    if found.statement.unnamed:
        return f"{folded(found.statement.unnamed.description or found.source)} (unnamed)"
    if found.speaker:
        return folded(found.speaker)
    words = folded(found.source)
    if not words:
        return "(speaker not found)"
    return f"{words} (who?)" if words.lower() in _WHO else words


def does(found: StoredStatement) -> str:
    """The act as a verb that agrees with the speaker: "denies", of several people "deny"."""
    unnamed = found.statement.unnamed
    several = unnamed is not None and unnamed.min > 1
    if unnamed is None and found.speaker is None:
        several = found.source.lower() in ("they", "we", "i", "you")
    return (_PLURAL_ACTS if several else _LONG_ACTS)[found.statement.act]


def how_many(unnamed: Unnamed) -> str:
    """ "one person", "two people", "at least two people", "two to five people"."""
    least, most = _number(unnamed.min), None if unnamed.max is None else _number(unnamed.max)
    if unnamed.min == unnamed.max:
        return f"{least} {'person' if unnamed.min == 1 else 'people'}"
    if most is None:
        return f"at least {least} {'person' if unnamed.min == 1 else 'people'}"
    return f"{least} to {most} people"


def _number(count: int) -> str:
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def capital(words: str) -> str:
    """The same as the beginning of a sentence."""
    return words[:1].upper() + words[1:]
