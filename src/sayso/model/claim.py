"""Claims: one proposition each, with everything in the case that bears on it, and on whose word it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span
from sayso.model.when import When


class Stance(StrEnum):
    """How a statement stands to a claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    REPORTS = "reports"


class ClaimStatus(StrEnum):
    """What the origins of a claim add up to."""

    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"
    DENIED = "denied"
    RETRACTED = "retracted"
    UNASSERTED = "unasserted"
    """nobody asserts or denies it: it is only asked or reported"""


class OriginKind(StrEnum):
    """What an origin is."""

    NAMED = "named"
    """a person or body with a name"""
    UNNAMED = "unnamed"
    RECORD = "record"
    """a document: mail, filing, log, ledger"""
    OUTLET = "outlet"
    """an outlet's own reporting, without a source given"""


class Relation(StrEnum):
    """Why one voice or document adds nothing to another."""

    RELAYS = "relays"
    """says what the other told it"""
    COPIES = "copies"
    """is a reprint, wire copy or rewrite of the other document"""
    CITES = "cites"
    """gives the other outlet or document as its source"""
    SAME = "same"
    """is the same voice, heard again"""


@dataclass(frozen=True, slots=True)
class Position:
    """A proposition's place in a claim: its words (`span` of the document's text), stance and origin.

    `statement` is the statement whose content it is, `None` for the document's own voice; `origin` the id of one of the
    claim's origins, `None` where it only reports; `why` says in words why it belongs to the claim and has this stance;
    `confirmed` if a person decided so; `tentative` if it may speak of something else.
    """

    document: str
    proposition: str
    statement: str | None
    span: Span
    stance: Stance
    origin: str | None
    why: tuple[str, ...]
    confirmed: bool = False
    tentative: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the claim, or its denial, enters the record: `name` in the texts' words, `person` the case's entity.

    `most` is how many it can be at most (two unnamed officials who may be one: two origins of which the second has
    `least` 0).
    """

    id: str
    name: str
    kind: OriginKind
    stance: Stance
    person: str | None = None
    least: int = 1
    most: int | None = 1


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of the graph of independence: `source` says that it has it from `target`, or is it.

    Both are node names: a document id, or an origin id. `reason` is a sentence's part ("credits the Ledger"), with the
    words `span` of `document` it rests on, where there are some.
    """

    source: str
    target: str
    relation: Relation
    reason: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: the value as the texts give it, and the propositions that give it."""

    value: str
    propositions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Positions of one claim that can't all be true: `about` is what they differ in (`number`, `date`, `name`)."""

    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition. `text` is the words of its plainest position, in `document` at `span`.

    `independent` is the smallest number of origins that support it, `independent_max` the largest that the texts allow
    (`None`: no limit). `first` is when it first appeared, by the documents' dates. `gaps` are ids of gaps that bear on
    it.
    """

    id: str
    text: str
    document: str
    span: Span
    positions: tuple[Position, ...]
    origins: tuple[Origin, ...]
    links: tuple[Link, ...]
    conflicts: tuple[Conflict, ...]
    status: ClaimStatus
    independent: int
    independent_max: int | None
    first: When | None = None
    gaps: tuple[str, ...] = ()

    @property
    def surely(self) -> ClaimStatus:
        """The status that its positions come to without the tentative ones."""
        sure = self.sure_origins
        if len(sure) == len(self.origins):
            return self.status
        return status_of(sure, withdrawn=self.status is ClaimStatus.RETRACTED)

    @property
    def sure_origins(self) -> tuple[Origin, ...]:
        """The origins of positions that are not tentative."""
        held = {p.origin for p in self.positions if not p.tentative}
        return tuple(origin for origin in self.origins if origin.id in held)


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents of which one is (nearly) the other: `share` of the shorter one's words that both have in runs;
    `original` is the id of the one copied, where the texts tell; `reason` says what shows it.
    """

    first: str
    second: str
    share: float
    original: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A detail in which a draft differs from all that bears on it: `about` is `number`, `date`, `time` or `name`,
    `said` the draft's words, `found` those of the documents.
    """

    about: str
    said: str
    found: tuple[str, ...]


def independent_of(origins: Sequence[Origin]) -> tuple[int, int | None]:
    """How many origins support, at least and at most (`None`: no limit)."""
    supporting = [origin for origin in origins if origin.stance is Stance.SUPPORTS]
    least = sum(origin.least for origin in supporting)
    if supporting:
        least = max(least, 1)
    most = None if any(o.most is None for o in supporting) else sum(o.most or 0 for o in supporting)
    return least, most


def status_of(origins: Sequence[Origin], *, withdrawn: bool = False) -> ClaimStatus:
    """The status by the supporting and denying origins; `withdrawn` if whoever brought it took it back."""
    least, _ = independent_of(origins)
    denied = any(origin.stance is Stance.DENIES for origin in origins)
    if withdrawn:
        return ClaimStatus.RETRACTED
    if least and denied:
        return ClaimStatus.DISPUTED
    if denied:
        return ClaimStatus.DENIED
    if least >= 2:
        return ClaimStatus.CORROBORATED
    return ClaimStatus.SINGLE_SOURCE if least else ClaimStatus.UNASSERTED
