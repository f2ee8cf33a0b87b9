"""What needs a person comes first; what only an unsure likeness makes more does not."""

from dataclasses import replace

from sayso.model.claim import Claim, ClaimStatus, Origin, OriginKind, Position, Stance
from sayso.model.span import Span
from sayso.weigh.urgency import LISTED, urgency
from tests.weigh.stated import states

TEXT = "Odile Marsh paid 3,000 euros."
PLAIN = states("p1", TEXT, TEXT, "pay", "pay", who={"subject": "e1"})


def position(number: int, stance: Stance = Stance.SUPPORTS) -> Position:
    return Position(f"d{number}", f"p{number}", None, PLAIN.span, stance, f"o{number}", ())


def claim(*positions: Position, status: ClaimStatus) -> Claim:
    origins = tuple(Origin(p.origin or "", p.document, OriginKind.NAMED, p.stance) for p in positions)
    return Claim("k1", TEXT, "d1", Span(0, 4), positions, origins, (), (), status, 1, 1)


TWO = claim(position(1), position(2), status=ClaimStatus.CORROBORATED)
DENIED = claim(position(1), position(2, Stance.DENIES), status=ClaimStatus.DISPUTED)
SURE = {"p1": {"p2": 0.9}, "p2": {"p1": 0.9}}


def test_a_dispute_comes_before_what_two_say() -> None:
    assert urgency(DENIED, PLAIN, {}, SURE) > urgency(TWO, PLAIN, {}, SURE) >= LISTED


def test_a_copy_makes_nothing_more() -> None:
    assert urgency(TWO, PLAIN, {"d2": "d1"}, SURE) == 0


def test_what_is_unsure_is_not_listed_without_being_asked_for() -> None:
    perhaps = replace(DENIED, positions=(DENIED.positions[0], replace(DENIED.positions[1], tentative=True)))
    assert 0 < urgency(perhaps, PLAIN, {}, SURE) < LISTED


def test_where_there_is_nothing_to_check_nobody_is_needed() -> None:
    assert urgency(DENIED, replace(PLAIN, entities=()), {}, SURE) == 0


def test_what_is_confirmed_comes_last_of_the_list() -> None:
    done = replace(DENIED, positions=tuple(replace(p, confirmed=True) for p in DENIED.positions))
    assert LISTED < urgency(done, PLAIN, {}, SURE) < urgency(TWO, PLAIN, {}, SURE)
