"""Which documents must be weighed anew when the case around them changes."""

from collections.abc import Sequence

import pytest

from sayso.model.entity import EntityKind
from sayso.weigh.cards import card_of
from sayso.weigh.copies import find_copies
from sayso.weigh.grounds import grounds_of, moved
from sayso.weigh.origins import Case, case_of
from sayso.weigh.source import Source
from tests.weigh.made import known, source

ADA, OLE = known("Ada Brandt"), known("Ole Brandt")
WITH_ALIAS = known("Ada Brandt", EntityKind.PERSON, "Addie")
BASE = (
    source("d1", "Brandt sold the mill.", publisher="Bay Courier", people={"e1": ADA}),
    source("d2", "The weir was rebuilt, Brandt told the Mirror.", publisher="The Ledger"),
    source("d3", "Nobody was hurt. Addie left early.", publisher="The Ledger"),
)

ROWS = [
    # somebody else of that last name: whoever only says "Brandt"
    (source("d9", "Ole Brandt came.", people={"e1": OLE}), {"d1", "d2", "d9"}),
    # nobody and nothing that another speaks of
    (source("d9", "It rained."), {"d9"}),
    # an outlet that a text names
    (source("d9", "It rained.", publisher="Hill Mirror"), {"d2", "d9"}),
    # an outlet whose short name may be anybody's initials: all
    (source("d9", "It rained.", publisher="BC"), {"d1", "d2", "d3", "d9"}),
]


def case(sources: Sequence[Source]) -> Case:
    return case_of({s.id: s for s in sources}, find_copies(list(sources)))


@pytest.mark.parametrize(("more", "weighed"), ROWS)
def test_one_document_more(more: Source, weighed: set[str]) -> None:
    before, now = case(BASE), case([*BASE, more])
    cards = {s.id: card_of(s)[0] for s in (*BASE, more)}
    people = {s.id: tuple(s.people.values()) for s in (*BASE, more)}
    assert moved(grounds_of(before), grounds_of(now), now, cards, people).weighed == weighed
    assert moved(grounds_of(now), grounds_of(now), now, cards, people).weighed == frozenset()


def test_another_form_of_a_name_has_documents_compared_that_hold_it() -> None:
    one, other = (
        [source("d1", "Ada Brandt left.", people={"e": who}), source("d2", "Addie left.", people={"e": who})]
        for who in (ADA, WITH_ALIAS)
    )
    cards = {s.id: card_of(s)[0] for s in one}
    people = {s.id: tuple(s.people.values()) for s in other}
    found = moved(grounds_of(case(one)), grounds_of(case(other)), case(other), cards, people)
    assert found.compared == {"d2"}
