"""Decisions about who is who: kept by their words, through rereading, removal and purging."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.errors import UsageError
from sayso.model.entity import Entity
from sayso.model.findings import Findings
from sayso.model.identity import Evidence, IdentityKind, Member, Suggestion
from sayso.model.judgement import JudgementKind
from sayso.store.protocol import Store
from tests.store.made import entity, packed, person, read_document

SAME, APART, HOLD, RENAME = IdentityKind.SAME, IdentityKind.APART, IdentityKind.HOLD, IdentityKind.RENAME

LOCK = "Odile Marsh opened the lock. Marsh said so."
QUAY = "O. Marsh was seen on the quay. Tobias Renn was not."


def add(store: Store, path: str, text: str, entities: Sequence[Entity], *, read_with: str = "finders 1") -> str:
    """Put a document in the case; its id."""
    read = read_document(text, Findings(entities=tuple(entities)), path=path, data=path.encode())
    store.record([packed(read, path=path, read_with=read_with)], by="Eva")
    return read.document.id


@pytest.fixture
def two(store: Store) -> tuple[Member, Member, Member]:
    """Two documents with three entities."""
    lock = add(store, "/pile/lock.txt", LOCK, [entity(LOCK, "e1", "Odile Marsh", "Marsh")])
    quay = add(store, "/pile/quay.txt", QUAY, [entity(QUAY, "e2", "O. Marsh"), entity(QUAY, "e3", "Tobias Renn")])
    return (lock, "e1"), (quay, "e2"), (quay, "e3")


def sides(store: Store) -> list[list[set[Member]]]:
    """The sides of all verdicts."""
    return [[set(side) for side in verdict.sides] for verdict in store.verdicts()]


def test_a_decision_is_signed_logged_and_undone(store: Store, two: tuple[Member, Member, Member]) -> None:
    marsh, short, _ = two
    made = store.decide(SAME, [[marsh], [short]], by="Eva")
    assert (made.id, made.by, made.kind) == (1, "Eva", SAME)
    assert [[(a.name, a.span.start) for a in side] for side in made.sides] == [[("Odile Marsh", 0)], [("O. Marsh", 0)]]
    assert sides(store) == [[{marsh}, {short}]]
    undone = store.undo_decision(1, by="Ben")
    assert (undone.kind, undone.undoes) == (IdentityKind.UNDO, 1)
    assert sides(store) == []
    assert [(row.action, row.by) for row in store.log(3)] == [("undone", "Ben"), ("joined", "Eva"), ("joined", "Eva")]
    store.undo_decision(2, by="Eva")  # takes the undoing back
    assert sides(store) == [[{marsh}, {short}]]
    assert [i.id for i in store.identities()] == [1, 2, 3]
    assert store.verify_log() is None


def test_what_makes_no_sense_is_refused(store: Store, two: tuple[Member, Member, Member]) -> None:
    with pytest.raises(UsageError, match="no entity e9"):
        store.decide(SAME, [[two[0]], [(two[1][0], "e9")]], by="Eva")
    with pytest.raises(UsageError, match="no decision 7"):
        store.undo_decision(7, by="Eva")
    assert store.identities() == ()


def test_a_decision_makes_the_people_of_the_case_stale(store: Store, two: tuple[Member, Member, Member]) -> None:
    store.set_people([])
    assert store.people_current()
    version = store.people_version()
    store.decide(HOLD, [[two[0]], [two[1]]], by="Eva")
    assert not store.people_current()
    assert not store.set_people([], made_of=version)
    assert not store.people_current()
    assert store.set_people([], made_of=store.people_version())
    assert store.people_current()


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        # another first mention, so another id
        (LOCK, [entity(LOCK, "e8", "Odile Marsh", "Marsh")]),
        # the text moved
        (f"Late news. {LOCK}", [entity(f"Late news. {LOCK}", "e8", "Odile Marsh", "Marsh")]),
        # the finder gives another name to the same words
        (LOCK, [replace(entity(LOCK, "e8", "Odile Marsh"), name="Odile Marsh-Renn")]),
        # somebody else goes by a word of the name elsewhere in the text
        (LOCK, [entity(LOCK, "e9", "lock"), entity(LOCK, "e8", "Odile Marsh", "Marsh")]),
    ],
)
def test_a_decision_survives_reading_again(
    store: Store, two: tuple[Member, Member, Member], text: str, entities: list[Entity]
) -> None:
    marsh, short, _ = two
    store.decide(SAME, [[marsh], [short]], by="Eva")
    add(store, "/pile/lock.txt", text, entities, read_with="finders 2")
    assert sides(store) == [[{(marsh[0], "e8")}, {short}]]


def test_words_that_are_found_no_more_decide_nothing(store: Store, two: tuple[Member, Member, Member]) -> None:
    marsh, short, _ = two
    store.decide(SAME, [[marsh], [short]], by="Eva")
    add(store, "/pile/lock.txt", LOCK, [entity(LOCK, "e8", "lock")], read_with="finders 2")
    assert sides(store) == [[set(), {short}]]
    assert len(store.identities()[0].sides) == 2  # kept, should the finders find it again


def test_a_purge_takes_the_words_out_of_decisions(store: Store, two: tuple[Member, Member, Member]) -> None:
    marsh, short, renn = two
    store.decide(SAME, [[marsh], [short]], by="Eva")
    store.decide(RENAME, [[marsh]], name="Odile the Marsh", by="Eva")
    store.remove(marsh[0], purge=True, by="Eva")
    assert sides(store) == [[{short}]]
    said = repr((store.identities(), list(store.log()), list(store.suggestions())))
    assert "Odile" not in said
    store.decide(APART, [[short], [renn]], by="Eva")
    assert store.verify_log() is None


def test_suggestions_come_best_first_with_their_reasons(store: Store, two: tuple[Member, Member, Member]) -> None:
    people = [person(f"p{n}", name, member) for n, (name, member) in enumerate(
        zip(("Odile Marsh", "O. Marsh", "Tobias Renn"), two, strict=True))]  # fmt: skip
    evidence = (Evidence("initial", "odile", "o", -0.05), Evidence("equal", "marsh", "marsh", 0.1))
    made = [
        Suggestion("p0", "p2", 0.4, ()),
        Suggestion("p1", "p0", 0.55, evidence),
        Suggestion("p1", "p2", 0.9, (), held=True),
    ]
    store.set_people(people, made)
    found = list(store.suggestions())
    assert [(s.first.person.id, s.second.person.id) for s in found] == [("p0", "p1"), ("p0", "p2"), ("p1", "p2")]
    assert found[0].suggestion.evidence == evidence
    assert str(evidence[0]) == "initial: odile / o"
    assert [s.suggestion.score for s in store.suggestions("p2")] == [0.4, 0.9]
    assert len(list(store.suggestions(limit=1, offset=1))) == 1
    assert {p.person.id: p.suggestions for p in store.people()} == {"p0": 2, "p1": 2, "p2": 2}
    store.set_people(people[:2], made[1:2])
    assert [s.suggestion.score for s in store.suggestions()] == [0.55]


def test_names_are_the_entities_without_their_mentions(store: Store, two: tuple[Member, Member, Member]) -> None:
    assert sorted((d, e.id, e.name, e.aliases, e.mentions) for d, e in store.names()) == sorted(
        (d, e.id, e.name, e.aliases, ()) for d, e in store.entities()
    )


def test_findings_are_judged_as_before(store: Store, two: tuple[Member, Member, Member]) -> None:
    # Numbers of decisions about who is who are their own.
    store.decide(HOLD, [[two[0]], [two[1]]], by="Eva")
    made = store.judge(two[0][0], JudgementKind.CORRECT, made_on=1, by="Eva", field="title", value="Lock")
    assert made.id == 1
