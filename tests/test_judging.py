"""What people say about single statements: corrected with the machine's reading beside, kept, and taken back."""

from pathlib import Path

import pytest

from sayso.casebook import Case, StoredStatement
from sayso.errors import ConflictError, UsageError
from sayso.model.span import Span
from sayso.model.statement import Act
from tests.made_claims import opened


def renn(case: Case) -> StoredStatement:
    """ "Tobias Renn … said that the Selby mill released solvent …"."""
    return next(case.statements("speaker:Renn act:assert"))


def again(case: Case, found: StoredStatement) -> StoredStatement:
    item = case.item(found.statement.id)
    assert isinstance(item, StoredStatement)
    return item


def words_at(case: Case, document: str, words: str) -> Span:
    start = case.document(document).document.text.characters.index(words)
    return Span(start, start + len(words))


def test_a_wrong_speaker_is_corrected(own_mill: Path) -> None:
    with opened(own_mill) as case:
        found = renn(case)
        made = case.judging.correct(found.statement.id, "speaker", "Ilse Brandt")
        assert (made.by, made.field, made.kind.value) == ("Ana", "speaker", "correct")
        now = again(case, found)
        assert now.speaker is not None
        assert "Brandt" in now.speaker
        assert now.statement.speaker is not None  # an entity of the document, by its name
        assert now.statement.chain[-1].name == now.speaker
        assert now.at.state == "confirmed"
        assert now.machine is not None
        assert now.machine.speaker == found.speaker
        assert now.machine.statement == found.statement
        assert [s.statement.id for s in case.statements("speaker:Brandt")].count(found.statement.id) == 1
        row = next(case.log(1))
        assert (row.action, row.by, row.detail and row.detail["value"]) == ("corrected", "Ana", now.speaker)


def test_claims_go_by_the_corrected_speaker(own_mill: Path) -> None:
    with opened(own_mill) as case:
        found = renn(case)
        case.judging.correct(found.statement.id, "speaker", "Wendel Okoro")  # whom the document does not name
        case.weigh()
        [claim] = case.claims(f"statement:{found.statement.id}")
        [position] = [p for p in claim.positions if p.position.statement == found.statement.id]
        assert position.chain[-1] == "Wendel Okoro"
        assert "Wendel Okoro" in [origin.name for origin in claim.claim.origins]
        assert again(case, found).speaker == "Wendel Okoro"


def test_the_speaker_may_have_no_name(own_mill: Path) -> None:
    with opened(own_mill) as case:
        found = renn(case)
        case.judging.correct(found.statement.id, "speaker", None)
        now = again(case, found).statement
        assert (now.named, now.speaker) == (False, None)
        assert now.unnamed is not None
        assert now.unnamed.description == "Tobias Renn, who fishes below the weir,"


def test_words_are_given_another_role(own_mill: Path) -> None:
    with opened(own_mill) as case:
        found = renn(case)
        that = words_at(case, found.at.document, "said that")
        case.judging.correct(found.statement.id, "cue", [that])
        now = again(case, found)
        assert now.cue == "said that"
        assert not any(span.overlaps(that) for span in now.statement.attribution.content)
        assert now.machine is not None
        assert now.machine.cue == "said"


def test_selections_lose_white_space_and_may_be_in_pieces(own_mill: Path) -> None:
    with opened(own_mill) as case:
        found = renn(case)
        mill = words_at(case, found.at.document, " the Selby mill ")
        river = words_at(case, found.at.document, "into the Orrin River")
        case.judging.correct(found.statement.id, "content", [river, mill])
        assert again(case, found).content == "the Selby mill … into the Orrin River"


def test_a_correction_is_taken_back_and_the_one_before_holds(own_mill: Path) -> None:
    with opened(own_mill) as case:
        found = renn(case)
        id = found.statement.id
        case.judging.correct(id, "speaker", "Wendel Okoro")
        case.judging.correct(id, "act", "deny")
        case.judging.correct(id, "speaker", "Somebody Else")
        case.judging.undo(id)
        now = again(case, found)
        assert (now.speaker, now.statement.act) == ("Wendel Okoro", Act.DENY)
        case.judging.undo(id)
        case.judging.undo(id)
        back = again(case, found)
        assert (back.statement, back.speaker, back.machine) == (found.statement, found.speaker, None)
        assert (back.source, back.cue, back.content) == (found.source, found.cue, found.content)
        assert back.at.state == "suggested"


def test_a_correction_on_another_version_is_refused(own_mill: Path) -> None:
    with opened(own_mill) as case:
        found = renn(case)
        case.judging.confirm(found.statement.id)
        with pytest.raises(ConflictError, match="was confirmed by Ana, and was to be corrected"):
            case.judging.correct(found.statement.id, "act", "deny", made_on=found.at.version)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("act", "shout"),
        ("act", None),
        ("colour", "red"),
        ("source", "words"),
        ("source", [Span(10, 10)]),  # no words
        ("source", [Span(100_000, 100_010)]),  # beyond the text
        ("speaker", [Span(0, 3)]),
    ],
)
def test_what_makes_no_sense_is_refused(mill: Path, field: str, value: list[Span] | str | None) -> None:
    with opened(mill) as case, pytest.raises(UsageError):
        case.judging.correct(renn(case).statement.id, field, value)


def test_a_statement_keeps_some_words(own_mill: Path) -> None:
    with opened(own_mill) as case:
        found = renn(case)
        for role in ("source", "cue"):
            case.judging.correct(found.statement.id, role, [])
        with pytest.raises(UsageError, match="keeps some words"):
            case.judging.correct(found.statement.id, "content", [])


def test_other_findings_are_not_corrected(mill: Path) -> None:
    with opened(mill) as case, pytest.raises(UsageError, match="is no statement"):
        case.judging.correct(next(case.events()).event.id, "act", "deny")


def test_an_hour_of_work_is_undone_step_by_step(own_mill: Path) -> None:
    with opened(own_mill, by="Bo") as other:
        other.judging.confirm(next(other.statements("speaker:Halloran")).statement.id)
    with opened(own_mill) as case:
        found = renn(case)
        first, second = [row.person.id for row in case.people("kind:person", limit=2)]
        claim = next(case.claims("status:disputed")).claim.id
        document = found.at.document
        case.judging.confirm(found.statement.id)
        case.merge(first, second)
        case.ledger.hold(claim)
        case.correct(document, "publisher", "The Heron")
        case.judging.correct(found.statement.id, "act", "deny")
        undone = [case.undo_last() for _ in range(6)]
        kinds = [made.kind.value if made else None for made in undone]
        assert kinds == ["correct", "correct", "hold", "same", "confirm", None]
        assert case.document(document).document.metadata.publisher is None
        assert again(case, found).at.state == "suggested"
        # Bo's decision stands.
        assert next(case.statements("speaker:Halloran")).at.state == "confirmed"
