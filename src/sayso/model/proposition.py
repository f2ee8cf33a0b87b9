"""Propositions: what a document states, one at a time, taken apart so that two can be compared."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span
from sayso.model.statement import Factuality, Voice
from sayso.model.when import When


class Bound(StrEnum):
    """How a number bounds the amount that it stands for."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the words `span`: `unit` is what is counted or measured, as a lemma (`meeting`, `$`, `%`), empty if
    the text does not tell.
    """

    span: Span
    value: float
    unit: str
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what takes part in a predicate: `role` is `subject` (the agent, in passives too), `object` (whom or what
    it is done to), or the preposition; `entity` the document's, `None` for what has no name; `head` its lemma.
    """

    role: str
    entity: str | None
    head: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """One sentence, clause or part of a content, as exact words.

    `statement` is the id of the statement whose content it is (part of), `None` where the document says it in its own
    voice; `chain` the voices it came through, outermost first. `factuality` is that of the proposition in its place:
    `Uu` for questions, conditionals and what is only asked, intended or declined. `negated` if its main predicate is.
    `predicate` is the lemma of the main verb, or of what carries its meaning ("take *part*", "be *wrong*"). `entities`
    are ids of the document's entities named or referred to inside `span`; `times` the dates inside of it or that the
    sentence hangs on it; `terms` the lemmas of its content words, in order, names and numbers left out.
    """

    id: str
    span: Span
    statement: str | None
    chain: tuple[Voice, ...]
    factuality: Factuality
    negated: bool
    predicate: str
    roles: tuple[Role, ...]
    entities: tuple[str, ...]
    times: tuple[When, ...]
    quantities: tuple[Quantity, ...]
    terms: tuple[str, ...]
