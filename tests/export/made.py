"""A small case for the tests of exports: ordinary words beside words that were made to harm."""

from pathlib import Path

from sayso import casebook
from sayso.casebook import Case
from sayso.model.claim import Claim, ClaimStatus, Conflict, Origin, OriginKind, Position, Side, Stance
from sayso.model.document import Box, Layout, Metadata, Page, Place, Sureness, Text
from sayso.model.event import EventKind, EventStatus
from sayso.model.findings import Findings
from sayso.model.judgement import JudgementKind
from sayso.model.statement import Act, Mode
from sayso.model.when import When
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.stored import ShownPosition, WeighedClaim
from tests.store.made import entity, packed, person, read_document, statement, words
from tests.store.made_events import event

LEDGER = (
    'Vera Stroud said =HYPERLINK("http://evil.example","the dam was safe") on Monday. '
    "“<script>alert(1)</script> & so on,” an engineer said. Stroud met Ilya Moreau at the quarry. "
    "Moreau did not call Stroud, the company said. In the spring of 2031 Stroud wrote to the Board.\x0c"
)
SCAN = "Ilya Moreau spoke with Vera Stroud in May 2031."
LONG = ("-" + "the water rose 😀 " * 2500).strip()
TABLE = f"Vera Stroud said {LONG}!"


def _ledger() -> Findings:
    stroud = "Vera Stroud"
    return Findings(
        entities=(
            entity(LEDGER, "el1", stroud, "Stroud"),
            entity(LEDGER, "el2", "Ilya Moreau", "Moreau"),
        ),
        statements=(
            statement(
                LEDGER,
                "sl1",
                stroud,
                "said",
                '=HYPERLINK("http://evil.example","the dam was safe")',
                speaker="el1",
                chain=("The Quarry & Dam Post", stroud),
                date="2031-06",
            ),
            statement(
                LEDGER,
                "sl2",
                "an engineer",
                "said. Stroud",
                "<script>alert(1)</script> & so on,",
                unnamed=True,
                mode=Mode.DIRECT,
            ),
            statement(LEDGER, "sl3", "the company", "said. In", "Moreau did not call Stroud", act=Act.DENY),
        ),
        events=(
            event(
                LEDGER,
                "vl1",
                "met",
                "Stroud met Ilya Moreau at the quarry.",
                (stroud, "Ilya Moreau"),
                "2031-05-03",
                time="14:30",
                place="the <quarry>",
            ),
            event(
                LEDGER,
                "vl2",
                "call",
                "Moreau did not call Stroud, the company said.",
                (stroud, "Ilya Moreau"),
                "../2031-05",
                kind=EventKind.CALL,
                status=EventStatus.DID_NOT_OCCUR,
                according_to=("the company",),
            ),
            event(
                LEDGER,
                "vl3",
                "wrote",
                "In the spring of 2031 Stroud wrote to the Board.",
                (stroud, "the Board"),
                "2031-21",
                kind=EventKind.MESSAGE,
            ),
        ),
    )


def _scan() -> Findings:
    return Findings(
        entities=(entity(SCAN, "ec1", "Ilya Moreau"), entity(SCAN, "ec2", "Vera Stroud")),
        events=(
            event(
                SCAN,
                "vc1",
                "spoke",
                SCAN,
                ("Ilya Moreau", "Vera Stroud"),
                "2031-05",
                kind=EventKind.CONVERSATION,
                according_to=("Ilya Moreau",),
            ),
            event(SCAN, "vc2", "spoke", "spoke with", ("Ilya Moreau", "Vera Stroud"), None),
        ),
    )


def _printed(text: str) -> Text:
    """The text printed on one page, a word a box, five words a line."""
    places, at = [], 0
    for number, word in enumerate(text.split()):
        span = words(text[at:], word).shift(at)
        line, column = divmod(number, 5)
        places.append(Place(span, 1, Box(72 + 60 * column, 100 + 20 * line, 72 + 60 * column + 50, 112 + 20 * line)))
        at = span.end
    return Text(text, layout=Layout((Page(1, 612, 792),), tuple(places)))


def _claim(ledger: str, scan: str) -> WeighedClaim:
    """That the two met: said by the outlet and by an unnamed source, denied by the company; one position confirmed."""
    places = (
        (ledger, LEDGER, "Stroud met Ilya Moreau at the quarry", Stance.SUPPORTS, "o1", True),
        (scan, SCAN, SCAN, Stance.REPORTS, None, False),
        (ledger, LEDGER, "Moreau did not call Stroud", Stance.DENIES, "o2", False),
    )
    positions = tuple(
        Position(document, f"q{number}", None, words(text, part), stance, origin, ("=both name Stroud",), sure)
        for number, (document, text, part, stance, origin, sure) in enumerate(places)
    )
    claim = Claim(
        id="kq1",
        text="=Stroud met Ilya Moreau",
        document=ledger,
        span=positions[0].span,
        positions=positions,
        origins=(
            Origin("o1", "Ilya Moreau", OriginKind.NAMED, Stance.SUPPORTS, "pm"),
            Origin("o2", "the company", OriginKind.NAMED, Stance.DENIES),
            Origin("o3", "an engineer", OriginKind.UNNAMED, Stance.SUPPORTS, least=0),
        ),
        links=(),
        conflicts=(Conflict("date", (Side("May 3", ("q0",)), Side("May", ("q1",)))),),
        status=ClaimStatus.DISPUTED,
        independent=1,
        independent_max=2,
        first=When.parse("2031-06-02"),
    )
    shown = tuple(ShownPosition(part, ("The Post", "Moreau"), None) for _, _, part, *_ in places)
    return WeighedClaim(claim, shown, ("Ilya Moreau",), 1.0)


def make_case(folder: Path) -> Case:
    """A case of three documents, with one confirmed statement, one rejected and one confirmed event."""
    path = folder / "quarry.sayso"
    post = Metadata(
        title="Safe, {says} 100% of Stroud & Co_",
        publisher="The Quarry & Dam Post",
        authors=("Ana Ruiz", "Dam, Inc."),
        published=When.parse("2031-06-02"),
        published_sure=Sureness.STATED,
        address="https://post.example/a?b=1&c={2}",
        language="en",
    )
    guessed = Metadata(published=When.parse("2029"), published_sure=Sureness.GUESSED)
    with open_store(path, Settings(), create=True, write=True) as store:
        store.record(
            [
                packed(
                    read_document(LEDGER, _ledger(), path="/pile/=ledger.txt", metadata=post), path="/pile/=ledger.txt"
                ),
                packed(
                    read_document(SCAN, _scan(), path="/pile/scan.pdf", metadata=guessed, full_text=_printed(SCAN)),
                    path="/pile/scan.pdf",
                ),
                packed(
                    read_document(
                        TABLE,
                        Findings(
                            entities=(entity(TABLE, "et1", "Vera Stroud"),),
                            statements=(statement(TABLE, "st1", "Vera Stroud", "said", LONG, speaker="et1"),),
                        ),
                        path="/pile/table.txt",
                    ),
                    path="/pile/table.txt",
                ),
            ],
            by="Ana",
        )
        ids = {row.name: row.id for row in store.documents()}
        ledger, scan, table = ids["=ledger.txt"], ids["scan.pdf"], ids["table.txt"]
        store.set_people(
            [
                person("ps", "Vera Stroud", (ledger, "el1"), (scan, "ec2"), (table, "et1"), aliases=("Stroud",)),
                person("pm", "Ilya Moreau", (ledger, "el2"), (scan, "ec1"), aliases=("Moreau",)),
            ]
        )
        for id in ("sl1", "vc1"):
            store.judge(id, JudgementKind.CONFIRM, made_on=1, by="Ana")
        store.judge("sl3", JudgementKind.REJECT, made_on=1, by="Ben")
        store.set_claims([_claim(ledger, scan)], copies=[], made_of=store.claims_version())
    return casebook.open(path, Settings(signer="Ana"))
