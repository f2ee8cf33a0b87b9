"""Values of the model in the words a reporter uses: "denies", "as possible", "two or more people"."""

from collections.abc import Mapping

from sayso.casebook import StoredStatement
from sayso.cli.console import folded
from sayso.model.document import Sureness
from sayso.model.gap import GapKind
from sayso.model.statement import Act, Factuality, Mode, Unnamed

ACTS: Mapping[Act, str] = {
    Act.ASSERT: "says",
    Act.CONFIRM: "confirms",
    Act.DENY: "denies",
    Act.DECLINE: "declines to comment",
    Act.NO_RESPONSE: "does not respond",
    Act.ASK: "asks",
    Act.INTEND: "intends",
    Act.BELIEVE: "believes",
}
SHORT_ACTS: Mapping[Act, str] = {**ACTS, Act.DECLINE: "no comment", Act.NO_RESPONSE: "no answer"}
"""For columns of tables."""

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

FACTUALITY: Mapping[Factuality, str] = {
    Factuality.CERTAIN: "as certain",
    Factuality.PROBABLE: "as probable",
    Factuality.POSSIBLE: "as possible",
    Factuality.POSSIBLY_NOT: "as possibly not so",
    Factuality.PROBABLY_NOT: "as probably not so",
    Factuality.CERTAINLY_NOT: "as certainly not so",
    Factuality.UNKNOWN: "without saying whether it is so",
}
MODES: Mapping[Mode, str] = {
    Mode.DIRECT: "in the speaker's own words (direct)",
    Mode.INDIRECT: "in the writer's words (indirect)",
    Mode.MIXED: "partly in the speaker's own words (mixed)",
}
GAPS: Mapping[GapKind, str] = {
    GapKind.REDACTION: "Words are blacked out",
    GapKind.NO_COMMENT: "No comment",
    GapKind.NO_RESPONSE: "A request without an answer",
    GapKind.WITHHELD_SOURCE: "A source whose name is withheld",
    GapKind.OPEN_QUESTION: "An open question",
    GapKind.CITED_DOCUMENT: "A cited document that is not in the case",
    GapKind.UNHEARD_PERSON: "A person who was not heard",
    GapKind.SINGLE_UNNAMED_ORIGIN: "It rests on one source without a name",
}
SURENESS: Mapping[Sureness, str] = {
    Sureness.PERSON: "a person says so",
    Sureness.STATED: "the document says so",
    Sureness.INFERRED: "read from its text or address",
    Sureness.GUESSED: "a guess",
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
    return (_PLURAL_ACTS if several else ACTS)[found.statement.act]


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
