"""Claims, and what people decide about them and about single findings, from Python."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.casebook import Case, StoredClaim, StoredStatement
from sayso.errors import ConflictError, UsageError
from sayso.model.claim import ClaimStatus, Stance
from sayso.model.decision import ClaimDecisionKind
from sayso.model.judgement import JudgementKind
from tests.made_claims import PILE, opened


@pytest.fixture
def case(own_mill: Path) -> Iterator[Case]:
    with opened(own_mill) as book:
        yield book


def about(case: Case, words: str) -> StoredClaim:
    """The claim one of whose passages holds these words."""
    return next(found for found in case.claims() if any(words in p.words for p in found.positions))


def at(found: StoredClaim, document: str, words: str) -> int:
    return next(n for n, p in enumerate(found.positions, 1) if p.name == document and words in p.words)


def renn(case: Case) -> StoredStatement:
    """What the fisherman says of the mill."""
    return next(found for found in case.statements("speaker:Renn") if "released" in found.content)


def test_claims_have_the_exact_words_of_their_documents(case: Case) -> None:
    found = list(case.claims())
    assert len(found) == case.count("claims")
    for claim in found:
        text = case.document(claim.claim.document).document.text.characters
        assert claim.claim.span.of(text) == claim.claim.text
        for position in claim.positions:
            assert position.position.span.of(PILE[position.name]) == position.words


def test_claims_are_found_by_query_limit_and_id(case: Case) -> None:
    disputed = list(case.claims("status:disputed"))
    assert {found.claim.status for found in disputed} == {ClaimStatus.DISPUTED}
    assert [found.claim.id for found in case.claims(limit=1)] == [disputed[0].claim.id]
    assert next(case.claims(offset=1, limit=1)).claim.id != disputed[0].claim.id
    assert case.claim(disputed[0].claim.id[:7]) == disputed[0]
    assert case.ledger.claim(disputed[0].claim.id) == disputed[0]


def test_whatever_is_no_claim_is_refused(case: Case) -> None:
    with pytest.raises(UsageError, match="is no claim"):
        case.claim(renn(case).statement.id)


def test_a_denied_claim_is_disputed_and_a_reprint_adds_nothing(case: Case) -> None:
    found = about(case, "released solvent")
    assert found.claim.status is ClaimStatus.DISPUTED
    assert (found.claim.independent, found.denied_by) == (2, 1)
    assert {p.name for p in found.positions} >= {"ledger.txt", "courier.txt", "herald.txt", "letter.txt"}


def test_every_asserting_position_has_an_origin_of_its_stance(case: Case) -> None:
    for found in case.claims():
        origins = {origin.id: origin for origin in found.claim.origins}
        for position in found.claim.positions:
            if position.origin is not None:
                assert origins[position.origin].stance is position.stance


def test_claims_of_a_statement(case: Case) -> None:
    [claim] = case.ledger.of_statement(renn(case).statement.id)
    assert claim.id == about(case, "released solvent").claim.id
    assert case.ledger.of_statement("s000000000000") == []


def test_copies_name_the_original_where_the_texts_tell(case: Case) -> None:
    [copy] = case.copies()
    names = {row.id: row.name for row in case.documents()}
    assert {names[copy.first], names[copy.second]} == {"ledger.txt", "courier.txt"}
    assert copy.original is None or names[copy.original] == "ledger.txt"
    assert copy.reason


def test_a_decision_names_the_words_it_was_made_on(case: Case) -> None:
    found = about(case, "released solvent")
    number = at(found, "herald.txt", "released")
    made = case.ledger.set_stance(found.claim.id, number, Stance.REPORTS)
    assert (made.kind, made.by, made.value) == (ClaimDecisionKind.STANCE, "Ana", "reports")
    [passage] = made.passages
    assert passage.span.of(PILE["herald.txt"]) == found.positions[number - 1].words
    assert list(case.ledger.decisions()) == [made]


def test_an_undoing_can_be_undone(case: Case) -> None:
    found = about(case, "released solvent")
    case.ledger.same_origin(found.claim.id, at(found, "herald.txt", "released"), at(found, "ledger.txt", "Solvent"))
    assert about(case, "released solvent").claim.independent == 1
    undone = case.ledger.undo(1)
    assert (undone.kind, undone.undoes) == (ClaimDecisionKind.UNDO, 1)
    assert about(case, "released solvent").claim.independent == 2
    case.ledger.undo(undone.id)
    assert about(case, "released solvent").claim.independent == 1
    assert [made.undoes for made in case.ledger.decisions()] == [None, 1, 2]


def test_a_decision_can_not_be_undone_twice(case: Case) -> None:
    case.ledger.hold(about(case, "swans").claim.id)
    case.ledger.undo(1)
    with pytest.raises(UsageError, match="no decision 1"):
        case.ledger.undo(1)


def test_what_is_split_and_joined(case: Case) -> None:
    swans, meeting = about(case, "swans"), about(case, "Bram Teague")
    case.ledger.join(swans.claim.id, meeting.claim.id)
    assert about(case, "swans").claim.id == about(case, "Bram Teague").claim.id
    joined = about(case, "swans")
    case.ledger.undo(1)
    case.ledger.split(swans.claim.id, at(swans, "letter.txt", "swans"))
    assert {p.name for p in about(case, "did not die").positions} == {"letter.txt"}
    assert len(joined.positions) == len(swans.positions) + len(meeting.positions)


def test_the_words_that_a_claim_is_shown_with_are_split_from_the_rest(case: Case) -> None:
    swans = about(case, "swans")
    plain = next(n for n, p in enumerate(swans.positions, 1) if p.words == swans.claim.text)
    case.ledger.split(swans.claim.id, plain)
    assert about(case, "swans died").claim.id != about(case, "did not die").claim.id


def test_a_single_passage_can_not_be_split(case: Case) -> None:
    alone = next(found for found in case.claims() if len(found.positions) == 1)
    with pytest.raises(UsageError, match="nothing to split"):
        case.ledger.split(alone.claim.id, 1)


def test_a_confirmed_claim_keeps_its_passages(case: Case) -> None:
    swans = about(case, "swans")
    case.ledger.confirm(swans.claim.id)
    again = about(case, "swans")
    assert {p.position.proposition for p in again.positions if p.position.confirmed} >= {
        p.position.proposition for p in swans.positions
    }


def test_a_sitting_weighs_once_at_its_end(case: Case) -> None:
    swans = about(case, "swans")
    with case.ledger.sitting():
        case.ledger.set_stance(swans.claim.id, at(swans, "letter.txt", "swans"), Stance.REPORTS)
        assert about(case, "swans").claim.status is ClaimStatus.DISPUTED
    assert about(case, "swans").claim.status is ClaimStatus.SINGLE_SOURCE


def test_findings_are_judged_and_the_judgement_undone(case: Case) -> None:
    id = renn(case).statement.id
    made = case.judging.confirm(id[:6])
    assert (made.item, made.kind, made.by) == (id, JudgementKind.CONFIRM, "Ana")
    assert [found.statement.id for found in case.statements("state:confirmed")] == [id]
    undone = case.judging.undo(id)
    assert undone.undoes == made.id
    assert list(case.statements("state:confirmed")) == []
    assert [j.kind for j in case.judging.judgements(id)] == [JudgementKind.CONFIRM, JudgementKind.UNDO]
    with pytest.raises(UsageError, match="Nobody has decided"):
        case.judging.undo(id)


def test_what_is_rejected_bears_on_no_claim_once_it_is_weighed(case: Case) -> None:
    case.judging.reject(renn(case).statement.id)
    case.weigh()
    assert "herald.txt" not in {p.name for p in about(case, "Solvent from").positions if "released" in p.words}
    assert about(case, "Solvent from").claim.independent == 1


def test_what_can_not_be_told_yet_is_kept_as_said(case: Case) -> None:
    id = renn(case).statement.id
    case.judging.hold(id)
    assert [j.kind for j in case.judging.judgements(id)] == [JudgementKind.HOLD]
    assert renn(case).at.state.value == "suggested"


def test_two_people_do_not_decide_over_each_other(own_mill: Path) -> None:
    with opened(own_mill, by="Ana") as one, opened(own_mill, by="Ben") as other:
        seen = renn(one)
        assert renn(other).at.version == seen.at.version
        one.judging.reject(seen.statement.id, made_on=seen.at.version)
        with pytest.raises(ConflictError, match=r"rejected by Ana.*was to be confirmed"):
            other.judging.confirm(seen.statement.id, made_on=seen.at.version)
        other.judging.confirm(seen.statement.id)  # he has looked again
        assert [j.by for j in one.judging.judgements(seen.statement.id)] == ["Ana", "Ben"]


@pytest.mark.parametrize("judge", ["confirm", "reject", "hold", "undo"])
def test_a_document_or_a_claim_is_no_finding(case: Case, judge: str) -> None:
    # What is known about a document can be corrected, and that taken back: here nobody has.
    of_document = "Nobody has decided" if judge == "undo" else "no finding"
    for id, why in ((next(case.documents()).id, of_document), (next(case.claims()).claim.id, "no finding")):
        with pytest.raises(UsageError, match=why):
            getattr(case.judging, judge)(id)
