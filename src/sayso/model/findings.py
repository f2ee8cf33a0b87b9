"""Everything that was found in one document."""

from dataclasses import dataclass
from hashlib import sha256

from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.gap import Gap
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Citation, Statement
from sayso.model.when import DateMention


@dataclass(frozen=True, slots=True)
class Findings:
    """Suggestions about one document, each with the spans it rests on. Ids are unique in the document and the same
    whenever the same finder finds the same words.
    """

    boilerplate: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[DateMention, ...] = ()
    citations: tuple[Citation, ...] = ()
    gaps: tuple[Gap, ...] = ()
    propositions: tuple[Proposition, ...] = ()


def document_id(data: bytes) -> str:
    """The id of the document that these bytes are: `d` and 12 hexadecimal digits of their SHA-256."""
    return "d" + sha256(data).hexdigest()[:12]


def finding_id(letter: str, document: str, *spans: Span) -> str:
    """The id of a finding: a letter for its kind and 12 hexadecimal digits of a hash of its document and spans."""
    places = " ".join(f"{s.start}-{s.end}" for s in spans)
    return letter + sha256(f"{letter} {document} {places}".encode()).hexdigest()[:12]
