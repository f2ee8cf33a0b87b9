"""A case of two invented documents that tell of events, for tests of lists and chronologies."""

from collections.abc import Sequence

from sayso.model.document import Metadata
from sayso.model.event import Event, EventKind, EventStatus
from sayso.model.findings import Findings
from sayso.model.span import Span
from sayso.model.statement import Citation
from sayso.model.when import When
from sayso.store.protocol import Store
from tests.store.made import entity, packed, person, read_document, words

REPORT = (
    "Odile Marsh met Tobias Renn at the lock-house on 3 March 2031 (Marsh interview, at 4). "
    "Renn planned to call the harbour master. Before the storm Marsh wrote to Renn, the mayor <said>."
)
NOTE = "O. Marsh told the crew to wait."


def event(
    text: str,
    id: str,
    trigger: str,
    evidence: str,
    participants: Sequence[str],
    date: str | None = None,
    *,
    kind: EventKind = EventKind.MEETING,
    status: EventStatus = EventStatus.OCCURRED,
    according_to: Sequence[str] = (),
    place: str | None = None,
    time: str | None = None,
) -> Event:
    """An event whose trigger is the first such words within its evidence."""
    stated = words(text, evidence)
    at = text.index(trigger, stated.start)
    named = Span(at, at + len(trigger))
    when = When.parse(date) if date else None
    return Event(
        id, kind, named, tuple(participants), when, time, place, status, tuple(according_to), stated, None, 0.5
    )


def record_events(store: Store) -> None:
    """Record the two documents; `Odile Marsh` of the one and `O. Marsh` of the other are one in the case."""
    met = "Odile Marsh met Tobias Renn at the lock-house on 3 March 2031"
    report = Findings(
        entities=(entity(REPORT, "er1", "Odile Marsh", "Marsh"), entity(REPORT, "er2", "Tobias Renn", "Renn")),
        events=(
            event(REPORT, "vr1", "met", met, ("Odile Marsh", "Tobias Renn"), "2031-03-03", place="the lock-house"),
            event(
                REPORT,
                "vr2",
                "call",
                "Renn planned to call the harbour master.",
                ("Tobias Renn", "the harbour master"),
                kind=EventKind.CALL,
                status=EventStatus.PLANNED,
            ),
            event(
                REPORT,
                "vr3",
                "wrote",
                "Before the storm Marsh wrote to Renn, the mayor <said>.",
                ("Odile Marsh", "Tobias Renn"),
                "../2031-02",
                kind=EventKind.MESSAGE,
                according_to=("the mayor", "Tobias Renn"),
            ),
        ),
        citations=(
            Citation(words(REPORT, "Marsh interview, at 4"), "Marsh", "interview", None, None, "4", words(REPORT, met)),
        ),
    )
    note = Findings(
        entities=(entity(NOTE, "en1", "O. Marsh"),),
        events=(event(NOTE, "vn1", "told", NOTE, ("O. Marsh", "the crew"), "2031-03", kind=EventKind.CONVERSATION),),
    )
    about = Metadata(title="Report on the lock", publisher="The Bugle", published=When.parse("2031-04-01"))
    mail = Metadata(title="Wait", authors=("Iva Lindqvist",))
    store.record(
        [
            packed(read_document(REPORT, report, path="/pile/report.txt", metadata=about), path="/pile/report.txt"),
            packed(read_document(NOTE, note, path="/pile/note.txt", metadata=mail), path="/pile/note.txt"),
        ],
        by="Ana",
    )
    (first,) = (row.id for row in store.documents() if row.name == "report.txt")
    (second,) = (row.id for row in store.documents() if row.name == "note.txt")
    store.set_people(
        [
            person("pm", "Odile Marsh", (first, "er1"), (second, "en1"), aliases=("O. Marsh",)),
            person("pr", "Tobias Renn", (first, "er2"), aliases=("Harbour Renn",)),
        ]
    )
