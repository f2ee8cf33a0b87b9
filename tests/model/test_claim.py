"""What origins add up to."""

import pytest

from sayso.model.claim import (
    Claim,
    ClaimStatus,
    Origin,
    OriginKind,
    Position,
    Stance,
    independent_of,
    status_of,
)
from sayso.model.span import Span


def _origin(stance: Stance, least: int = 1, most: int | None = 1) -> Origin:
    return Origin("o", "somebody", OriginKind.UNNAMED, stance, None, least, most)


YES, NO = Stance.SUPPORTS, Stance.DENIES
# (origins, status, at least, at most)
ROWS = [
    ([], ClaimStatus.UNASSERTED, 0, 0),
    ([_origin(YES)], ClaimStatus.SINGLE_SOURCE, 1, 1),
    ([_origin(YES), _origin(YES)], ClaimStatus.CORROBORATED, 2, 2),
    ([_origin(YES), _origin(YES, 0)], ClaimStatus.SINGLE_SOURCE, 1, 2),  # the second may be the first
    ([_origin(YES, 2, 2)], ClaimStatus.CORROBORATED, 2, 2),  # two who are counted
    ([_origin(YES, 1, None)], ClaimStatus.SINGLE_SOURCE, 1, None),  # nobody says how many
    ([_origin(YES, 0), _origin(YES, 0)], ClaimStatus.SINGLE_SOURCE, 1, 2),  # each may be the other, one there is
    ([_origin(NO)], ClaimStatus.DENIED, 0, 0),
    ([_origin(YES), _origin(YES), _origin(NO)], ClaimStatus.DISPUTED, 2, 2),
]


@pytest.mark.parametrize(("origins", "status", "least", "most"), ROWS)
def test_status(origins: list[Origin], status: ClaimStatus, least: int, most: int | None) -> None:
    assert status_of(origins) is status
    assert independent_of(origins) == (least, most)


def test_withdrawn_outranks() -> None:
    assert status_of([_origin(YES), _origin(NO)], withdrawn=True) is ClaimStatus.RETRACTED


def test_what_only_may_speak_of_it_makes_no_sure_dispute() -> None:
    says = Position("d1", "p1", None, Span(0, 4), Stance.SUPPORTS, "o1", ())
    denies = Position("d2", "p2", None, Span(0, 4), Stance.DENIES, "o2", (), tentative=True)
    origins = (Origin("o1", "A", OriginKind.NAMED, YES), Origin("o2", "B", OriginKind.NAMED, NO))
    claim = Claim("k1", "Odd", "d1", Span(0, 4), (says, denies), origins, (), (), ClaimStatus.DISPUTED, 1, 1)
    assert claim.surely is ClaimStatus.SINGLE_SOURCE
