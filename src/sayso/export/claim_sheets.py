"""Claims as tables: one row a claim, and one row for every place where its words stand."""

from collections.abc import Sequence

from sayso.casebook import Case, StoredClaim, StoredPosition
from sayso.export.cells import Cell, Sheet, days
from sayso.export.claim_words import surely
from sayso.model.claim import Origin, Stance

_CLAIMS = (
    ("id", 15),
    ("state", 11),
    ("claim", 80),
    ("status", 14),
    ("independent origins, at least", 11),
    ("at most", 8),
    ("denied by", 8),
    ("documents", 10),
    ("who says so", 40),
    ("who denies it", 40),
    ("what differs", 40),
    ("first (EDTF)", 13),
    ("first, first day", 12),
    ("first, last day", 12),
    ("found in", 50),
)
_POSITIONS = (
    ("claim id", 15),
    ("state", 11),
    ("stance", 10),
    ("words", 80),
    ("origin", 30),
    ("chain, outermost first", 36),
    ("why", 60),
    ("document", 30),
    ("page", 6),
    ("title", 40),
    ("outlet", 22),
    ("published (EDTF)", 13),
    ("published, first day", 12),
    ("statement id", 15),
    ("document id", 15),
    ("claim", 60),
)


def claims_sheet(case: Case, query: str) -> Sheet:
    """The claims that the query asks for, what needs a person first."""
    return Sheet("claims", _CLAIMS, (_claim(surely(found)) for found in case.claims(query)))


def _claim(found: StoredClaim) -> Sequence[Cell]:
    made = found.claim
    return (
        made.id,
        claim_state(found),
        made.text,
        made.status.value,
        made.independent,
        made.independent_max,
        found.denied_by,
        found.documents,
        _names(made.origins, Stance.SUPPORTS),
        _names(made.origins, Stance.DENIES),
        "; ".join(f"{c.about}: {' / '.join(side.value for side in c.sides)}" for c in made.conflicts),
        *days(made.first),
        "; ".join(sorted({position.name for position in found.positions})),
    )


def claim_state(found: StoredClaim) -> str:
    """Whether a person confirmed everything that a claim is made of, some of it, or nothing."""
    confirmed = {position.position.confirmed for position in found.positions}
    return "partly confirmed" if len(confirmed) > 1 else "confirmed" if True in confirmed else "suggested"


def _names(origins: Sequence[Origin], stance: Stance) -> str:
    return "; ".join(dict.fromkeys(origin.name for origin in origins if origin.stance is stance))


def positions_sheet(case: Case, query: str) -> Sheet:
    """All that bears on these claims, in the exact words."""
    rows = (_position(claim, position) for claim in case.claims(query) for position in claim.positions)
    return Sheet("positions", _POSITIONS, rows)


def _position(claim: StoredClaim, found: StoredPosition) -> Sequence[Cell]:
    made = found.position
    origin = next((origin.name for origin in claim.claim.origins if origin.id == made.origin), None)
    return (
        claim.claim.id,
        "confirmed" if made.confirmed else "tentative" if made.tentative else "suggested",
        made.stance.value,
        found.words,
        origin,
        " › ".join(found.chain),
        "; ".join(made.why),
        found.name,
        found.page,
        found.title,
        found.publisher,
        *days(found.published)[:2],
        made.statement,
        made.document,
        claim.claim.text,
    )
