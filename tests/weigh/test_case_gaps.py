"""What only the whole case shows to be missing."""

from collections.abc import Sequence

from sayso.model.entity import EntityKind
from sayso.model.gap import GapKind
from sayso.weigh.case_gaps import CaseGap, missing
from sayso.weigh.origins import case_of
from tests.weigh.made import Said, Told, known, sources_of, told, weighed

EHRLICH, SORN = known("Rosa Ehrlich"), known("Greta Sorn")
LEDGER = known("Bay Ledger", EntityKind.ORGANIZATION)
LEAN = "the tower leans to the east"


def _missing(*documents: Told) -> tuple[CaseGap, ...]:
    return missing([weighed(documents)], case_of(sources_of(documents), ()))


def _kinds(found: Sequence[CaseGap]) -> list[GapKind]:
    return [one.gap.kind for one in found]


def gazette(text: str, *said: Said, id: str = "a") -> Told:
    return told(id, text, *said, publisher="Hallow Gazette", people=(EHRLICH, SORN, LEDGER))


def test_one_unnamed_voice_alone() -> None:
    (found,) = _missing(gazette(f"A diver said {LEAN}.", Said(LEAN, ("A diver",), (1, 1))))
    assert found.gap.kind is GapKind.SINGLE_UNNAMED_ORIGIN
    assert found.gap.note == "rests on one source without a name: A diver"
    assert (found.document, found.claims) == ("a", ("k1",))
    assert not _missing(gazette(f"Rosa Ehrlich said {LEAN}.", Said(LEAN, ("Rosa Ehrlich",))))
    two = gazette(
        f"A diver said {LEAN}. Rosa Ehrlich said it sinks.",
        Said(LEAN, ("A diver",), (1, 1)),
        Said("it sinks", ("Rosa Ehrlich",)),
    )
    assert not _missing(two)


def test_a_record_that_is_cited() -> None:
    text = f"The inspection log says {LEAN}."
    (found,) = _missing(gazette(text, Said(LEAN, ("The inspection log",), (1, 1))))
    assert found.gap.kind is GapKind.CITED_DOCUMENT
    assert found.gap.span.of(text) == "The inspection log"
    log = told("l", f"INSPECTION LOG\n\nMay 2: {LEAN}.", Said(LEAN), title="Inspection log")
    assert not _missing(gazette(text, Said(LEAN, ("The inspection log",), (1, 1))), log)


def test_an_outlet_that_is_credited() -> None:
    text = f"According to the Bay Ledger, {LEAN}."
    (found,) = _missing(gazette(text, Said(LEAN, ("the Bay Ledger",))))
    assert (found.gap.kind, found.gap.note) == (GapKind.CITED_DOCUMENT, "“Bay Ledger” is not in the case")
    ledger = told("l", f"We saw that {LEAN}.", Said(LEAN), publisher="Bay Ledger")
    assert not _missing(gazette(text, Said(LEAN, ("the Bay Ledger",))), ledger)


def test_somebody_a_claim_is_about_is_never_heard() -> None:
    words = "Greta Sorn hid the log"
    about = (("subject", "Greta Sorn"),)
    one = gazette(f"Rosa Ehrlich said that {words}.", Said(words, ("Rosa Ehrlich",), roles=about))
    other = gazette(f"“{words},” Rosa Ehrlich said again.", Said(words, ("Rosa Ehrlich",), roles=about), id="b")
    (found,) = _missing(one, other)
    assert (found.gap.kind, found.people, found.gap.note) == (
        GapKind.UNHEARD_PERSON,
        (SORN.id,),
        "Greta Sorn is never heard",
    )
    heard = gazette("Greta Sorn said that she hid nothing.", Said("she hid nothing", ("Greta Sorn",)), id="c")
    assert GapKind.UNHEARD_PERSON not in _kinds(_missing(one, other, heard))
