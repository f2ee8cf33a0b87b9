"""What a person says about a statement, over what the machine read: whose words are source, cue and content, who
speaks, and what the speaker does with it.

A correction holds the words it was made on: the places of a role are kept beside the place where the machine's reading
began, so that both move together when the document is read again; a speaker is kept by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from sayso.errors import UsageError
from sayso.model.document import Text
from sayso.model.entity import Entity
from sayso.model.judgement import Judgement, JudgementKind
from sayso.model.span import Span, Spans, merge, subtract
from sayso.model.statement import Act, Attribution, Statement, Unnamed, Voice
from sayso.store.codec import from_json, to_json
from sayso.store.corrections import standing

ROLES = ("source", "cue", "content")
FIELDS = (*ROLES, "speaker", "act")
"""What can be corrected about a statement."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a role: their places (code points) in a text in which the machine's reading begins at `base`."""

    at: tuple[tuple[int, int], ...]
    words: str
    base: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who speaks: a name, `None` for somebody without one; `entity` is the document's, where a person chose it."""

    name: str | None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A statement as it holds now, and the speaker's name where no entity of the document bears it."""

    statement: Statement
    name: str | None


def value_of(
    field: str, said: Sequence[Span] | str | None, machine: Statement, text: Text, known: Sequence[Entity]
) -> str:
    """What a judgement keeps of a correction: `said` are spans for a role, a name or an entity's id for the speaker
    (`None`: nobody with a name), an act. Raises `UsageError` for what the statement can't have.
    """
    if field in ROLES:
        if said is None or isinstance(said, str):
            raise UsageError(f"The {field} of a statement is words of its document.")
        spans = _whole(said, text)
        words = " … ".join(span.of(text.characters) for span in spans)
        return to_json(Marked(tuple((s.start, s.end) for s in spans), words, machine.attribution.span.start))
    if said is not None and not isinstance(said, str):
        raise UsageError(f"The {field} of a statement is no place in the text.")
    if field == "speaker":
        return to_json(_spoken(" ".join((said or "").split()), known))
    if field == "act":
        try:
            return to_json(Act(said or ""))
        except ValueError:
            raise UsageError(f"There is no act {said!r}; there are {', '.join(Act)}.") from None
    raise UsageError(f"A statement has no field {field!r}; these can be corrected: {', '.join(FIELDS)}.")


def in_words(field: str, value: str) -> str:
    """What a correction sets, as a person reads it."""
    if field in ROLES:
        return from_json(value, Marked).words or "(no words)"
    if field == "speaker":
        return from_json(value, Spoken).name or "(nobody with a name)"
    return from_json(value, str)


def corrected(
    machine: Statement, judgements: Sequence[Judgement], text: str, known: Sequence[Entity]
) -> Corrected | None:
    """The statement with the corrections in force, the last of each field; `None` where there are none.

    `text` and `known` are the document's characters and entities. Raises `UsageError` where no words would be left.
    """
    made = {
        j.field: j.value
        for j in standing(judgements)
        if j.kind is JudgementKind.CORRECT and j.field is not None and j.value is not None
    }
    if not made:
        return None
    statement = machine
    for role in ROLES:
        if role in made:
            statement = _with_role(statement, role, from_json(made[role], Marked), machine.attribution.span.start)
    if "act" in made:
        statement = replace(statement, act=from_json(made["act"], Act))
    if "speaker" not in made:
        return Corrected(statement, None)
    return _with_speaker(statement, from_json(made["speaker"], Spoken), text, known)


def is_value(field: str, value: str) -> bool:
    """Whether a judgement may hold this."""
    try:
        in_words(field, value)
        if field == "act":
            from_json(value, Act)
    except msgspec.MsgspecError:
        return False
    return field in FIELDS


def _whole(spans: Sequence[Span], text: Text) -> Spans:
    """Without white space at the edges, and with all of an edit that one begins or ends in."""
    found = []
    for span in spans:
        if span.end > len(text.characters):
            raise UsageError(f"The text ends before {span.end:,}.")
        start, end = span.start, span.end
        for edit in text.edits:
            if edit.span.overlaps(span):
                start, end = min(start, edit.span.start), max(end, edit.span.end)
        whole = Span(start, end).strip(text.characters)
        if not len(whole):
            raise UsageError("There are no words in this selection.")
        found.append(whole)
    return merge(found)


def _spoken(said: str, known: Sequence[Entity]) -> Spoken:
    if not said:
        return Spoken(None)
    entity = next((e for e in known if e.id == said), None) or _named(said, known)
    return Spoken(entity.name, entity.id) if entity else Spoken(said)


def _named(name: str, known: Sequence[Entity]) -> Entity | None:
    """The only entity of the document that goes by this name."""
    called = name.casefold()
    named = [e for e in known if e.name.casefold() == called] or [
        e for e in known if called in (alias.casefold() for alias in e.aliases)
    ]
    return named[0] if len(named) == 1 else None


def _with_role(statement: Statement, role: str, marked: Marked, base: int) -> Statement:
    """These words have this role now, and no other."""
    by = base - marked.base
    spans = tuple(Span(start, end).shift(by) for start, end in marked.at)
    roles: dict[str, Spans] = {
        other: tuple(left for span in getattr(statement.attribution, other) for left in subtract(span, spans))
        for other in ROLES
    }
    roles[role] = spans
    if not any(roles.values()):
        raise UsageError("A statement keeps some words: its source, its cue or its content.")
    return replace(statement, attribution=Attribution(**roles))


def _with_speaker(statement: Statement, spoken: Spoken, text: str, known: Sequence[Entity]) -> Corrected:
    entity = next((e for e in known if e.id == spoken.entity and e.name == spoken.name), None)
    if entity is None and spoken.name is not None:
        entity = _named(spoken.name, known)
    if spoken.name is None:
        words = " ".join(span.of(text) for span in statement.attribution.source)
        unnamed = statement.unnamed or Unnamed(1, None, words or "somebody")
        chain = _heard(statement, Voice(unnamed.description))
        return Corrected(replace(statement, speaker=None, named=False, unnamed=unnamed, chain=chain), None)
    voice = Voice(spoken.name, entity.id if entity else None)
    made = replace(
        statement,
        speaker=entity.id if entity else None,
        named=True,
        unnamed=None,
        chain=_heard(statement, voice),
    )
    return Corrected(made, spoken.name)


def _heard(statement: Statement, voice: Voice) -> tuple[Voice, ...]:
    """The chain with this voice in the speaker's place: its last, where the speaker stands nowhere in it."""
    chain = statement.chain
    at = next((n for n, heard in enumerate(chain) if heard.entity and heard.entity == statement.speaker), None)
    if at is None:
        at = len(chain) - 1 if len(chain) > 1 else len(chain)
    before = chain[:at]
    return (*before[: -1 if before and before[-1].name == voice.name else None], voice, *chain[at + 1 :])
