"""Whose word a claim rests on: rows of documents, with how many origins they are and what the claim's status is."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from sayso.model.claim import ClaimStatus, OriginKind, Relation, Stance
from sayso.model.entity import EntityKind
from sayso.weigh.origins import case_of
from sayso.weigh.source import Known, Verdicts
from tests.weigh import stated
from tests.weigh.made import Said, Told, told, weighed
from tests.weigh.origin_rows import DENIES, EHRLICH, LEAN, ONE, REPORTS, ROWS, gazette, observer


@pytest.mark.parametrize(("documents", "least", "most"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_how_many_origins(documents: Sequence[Told], least: int, most: int | None) -> None:
    claim = weighed(documents)
    assert (claim.independent, claim.independent_max) == (least, most)
    assert claim.status is (ClaimStatus.CORROBORATED if least > 1 else ClaimStatus.SINGLE_SOURCE)


@pytest.mark.parametrize("documents", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_order_makes_no_difference(documents: Sequence[Told]) -> None:
    assert len({repr(weighed(order)) for order in permutations(documents)}) == 1


@pytest.mark.parametrize("documents", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_positions_have_origins_and_links_their_words(documents: Sequence[Told]) -> None:
    claim = weighed(documents)
    texts = {document.source.id: document.source.text for document in documents}
    origins = {origin.id for origin in claim.origins}
    assert {position.origin for position in claim.positions} == origins
    nodes = origins | texts.keys()
    for link in claim.links:
        assert {link.source, link.target} <= nodes
        assert link.reason
        if link.span:
            assert link.document is not None
            assert link.span.of(texts[link.document]).strip()
    # From every document one comes to an origin.
    leads = {link.source: link.target for link in sorted(claim.links, key=lambda link: link.target not in origins)}
    for document in texts:
        at, steps = document, 0
        while at not in origins:
            at, steps = leads[at], steps + 1
            assert steps < 9


def test_who_asks_has_no_origin() -> None:
    claim = weighed([gazette(f"Ehrlich asked whether {LEAN}.", Said(LEAN, ("Ehrlich",), stance=REPORTS))])
    assert (claim.status, claim.independent, claim.origins) == (ClaimStatus.UNASSERTED, 0, ())


def test_one_person_on_both_sides_disputes_themselves() -> None:
    claim = weighed([
        gazette(f"Ehrlich said that {LEAN}.", Said(LEAN, ("Ehrlich",))),
        observer("Rosa Ehrlich denied that it leans.", Said("it leans", ("Rosa Ehrlich",), stance=DENIES)),
    ])  # fmt: skip
    assert claim.status is ClaimStatus.DISPUTED
    assert [(o.person, o.stance) for o in claim.origins] == [(EHRLICH.id, Stance.SUPPORTS), (EHRLICH.id, DENIES)]


def test_only_denied() -> None:
    claim = weighed([gazette("Velten Cable denied that it leans.", Said("it leans", ("Velten Cable",), stance=DENIES))])
    assert (claim.status, claim.independent) == (ClaimStatus.DENIED, 0)


def test_a_reprint_adds_nothing_and_says_so() -> None:
    body = "\n\n".join(
        f"Paragraph {n} tells at length how pier number {n} was built, by whom, and what became of its plans."
        for n in range(12)
    )
    words = f"{body}\n\nThe mayor knew that {LEAN}."
    claim = weighed([
        gazette(words, Said(LEAN)),
        told("z", f"This first appeared in the Hallow Gazette.\n\n{words}", Said(LEAN), publisher="Valley News"),
    ])  # fmt: skip
    assert claim.independent == 1
    assert [(link.source, link.target, link.relation) for link in claim.links if link.relation is Relation.COPIES] == [
        ("z", "a", Relation.COPIES)
    ]
    assert claim.origins[0].name == "Hallow Gazette"


def test_another_voice_and_a_copy_of_it() -> None:
    more = "\n\n".join(
        f"Pier number {n} was built by others, who left few plans of it and fewer bills." for n in range(12)
    )
    words = f"An official said {LEAN}. Another official, who was there, said it sinks.\n\n{more}"
    said = (Said(LEAN, ("An official",), ONE), Said("it sinks", ("Another official, who was there,",), ONE))
    claim = weighed([gazette(words, *said), told("z", words, *said, publisher="Valley News")])
    assert (claim.independent, claim.independent_max) == (2, 2)


def test_kinds_and_names() -> None:
    claim = weighed([
        gazette(
            f"Ehrlich said {LEAN}. The log agrees: the tower has moved. A diver saw the gap.",
            Said(LEAN, ("Ehrlich",)),
            Said("the tower has moved", ("The log",), ONE),
            Said("the gap", ("A diver",), ONE),
        )
    ])  # fmt: skip
    assert [(o.kind, o.name) for o in claim.origins] == [
        (OriginKind.NAMED, "Rosa Ehrlich"),
        (OriginKind.RECORD, "The log"),
        (OriginKind.UNNAMED, "A diver"),
    ]


def test_persons_decide() -> None:
    documents = [
        gazette(f"Ehrlich said {LEAN}.", Said(LEAN, ("Ehrlich",))),
        observer(f"Jakob Lind said {LEAN}.", Said(LEAN, ("Jakob Lind",))),
        observer(f"Rosa Ehrlich said {LEAN}.", Said(LEAN, ("Rosa Ehrlich",)), id="d"),
    ]
    first, second, third = (position.proposition for position in weighed(documents).positions)
    assert weighed(documents).independent == 2
    assert weighed(documents, Verdicts(same_origin=frozenset({(first, second)}))).independent == 1
    assert weighed(documents, Verdicts(other_origin=frozenset({(first, third)}))).independent == 3


def test_first_appearance() -> None:
    claim = weighed([
        gazette(f"We measured: {LEAN}.", Said(LEAN), published="2024-05-02"),
        observer(f"According to the Gazette, {LEAN}.", Said(LEAN, ("the Gazette",)), published="2024-04-30"),
    ])  # fmt: skip
    assert claim.first is not None
    assert claim.first.edtf == "2024-04-30"


def test_who_is_also_called_without_a_title_is_found() -> None:
    judge = Known("j", "Judge Harrow", EntityKind.PERSON, ("Harrow",))
    case = case_of({"d": stated.document("d", "Judge Harrow left.", people=(judge,))}, ())
    assert case.named("Harrow") == judge
    assert case.named("Judge Harrow") == judge
