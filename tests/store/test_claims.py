"""Claims, what they are made of, and decisions about them: the contract of every store."""

from dataclasses import replace

import pytest

from sayso.errors import UsageError
from sayso.model.claim import ClaimStatus, Copy, Stance
from sayso.model.decision import ClaimDecisionKind, Passage
from sayso.model.judgement import JudgementKind
from sayso.model.span import Span
from sayso.query import condition_for
from sayso.store.pack import PackedFile
from sayso.store.protocol import Store
from sayso.store.stored import StoredClaim
from tests.store.made_claims import TEXTS, document_of, stating, weighed

BUGLE, ECHO = "/pile/bugle.txt", "/pile/echo.txt"
CLOSE, TO_CLOSE, SOUND = "The bridge will close", "The bridge is to close", "The cables are sound"


def filled(store: Store) -> None:
    store.record([stating(BUGLE, CLOSE, SOUND), stating(ECHO, TO_CLOSE)], by="Ana")


def kept(store: Store) -> bool:
    claims = [
        weighed(
            "ka1",
            (BUGLE, CLOSE, Stance.SUPPORTS),
            (ECHO, TO_CLOSE, Stance.DENIES),
            status=ClaimStatus.DISPUTED,
            urgency=3.0,
        ),
        weighed("kb2", (BUGLE, SOUND, Stance.SUPPORTS), status=ClaimStatus.SINGLE_SOURCE, urgency=0.0),
    ]
    cards = {document_of(BUGLE): ("as b", b"b"), document_of(ECHO): ("as e", b"e")}
    copies = [Copy(document_of(BUGLE), document_of(ECHO), 0.9, document_of(BUGLE), "most words")]
    return store.set_claims(
        claims,
        cards=cards,
        kept=b"all",
        copies=copies,
        made_of=store.claims_version(),
    )


def test_what_documents_state_comes_back_as_it_was_found(store: Store) -> None:
    filled(store)
    found = {material.name: material for material in store.materials()}
    assert sorted(found) == ["bugle.txt", "echo.txt"]
    material = found["bugle.txt"]
    assert [p.span.of(material.text.characters) for p in material.propositions] == [CLOSE, SOUND]
    assert material.vectors is None
    assert material.weighed_as is None
    assert [m.name for m in store.materials([document_of(ECHO)])] == ["echo.txt"]


def test_vectors_are_kept_with_their_document(store: Store) -> None:
    filled(store)
    assert set(store.without_vectors()) == {document_of(BUGLE), document_of(ECHO)}
    store.set_vectors({document_of(ECHO): b"\x01\x02"})
    assert list(store.without_vectors()) == [document_of(BUGLE)]
    [material] = store.materials([document_of(ECHO)])
    assert material.vectors == b"\x01\x02"


def test_claims_come_most_urgent_first_with_the_words_of_all_positions(store: Store) -> None:
    filled(store)
    assert not store.claims_current()
    assert kept(store)
    assert store.claims_current()
    first, second = store.claims()
    assert [first.claim.id, second.claim.id] == ["ka1", "kb2"]
    assert [(p.name, p.words, p.chain, p.position.stance) for p in first.positions] == [
        ("bugle.txt", CLOSE, ("The Bugle", "the mayor"), Stance.SUPPORTS),
        ("echo.txt", TO_CLOSE, ("The Bugle", "the mayor"), Stance.DENIES),
    ]
    assert first.documents == 2
    assert store.copies()[0].original == document_of(BUGLE)
    assert store.kept() == b"all"
    outlines = {outline.id: outline for outline in store.outlines()}
    assert outlines[document_of(ECHO)].weighed_as == "as e"
    assert outlines[document_of(ECHO)].card == b"e"
    item = store.item("ka")
    assert isinstance(item, StoredClaim)
    assert item.claim.id == "ka1"


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["ka1", "kb2"]),
        ("status:disputed", ["ka1"]),
        ("repeated:yes", ["ka1"]),
        ("repeated:no", ["kb2"]),
        ("cables", ["kb2"]),
        ("with:mayor", ["ka1", "kb2"]),
        ("doc:echo", ["ka1"]),
        ("before:2031-03", []),
        ("date:2031-03-04 bridge", ["ka1"]),
    ],
)
def test_claims_are_asked_for(store: Store, query: str, ids: list[str]) -> None:
    filled(store)
    kept(store)
    where = condition_for(query, "claims") if query else None
    assert [found.claim.id for found in store.claims(where)] == ids
    assert store.count("claims", where) == len(ids)


def test_claims_made_of_what_has_changed_since_are_not_written(store: Store) -> None:
    filled(store)
    version = store.claims_version()
    store.decide_claim(ClaimDecisionKind.HOLD, [Passage(document_of(BUGLE), _span(BUGLE, CLOSE))], by="Ana")
    assert not store.set_claims([], copies=[], made_of=version)
    assert not store.claims_current()


def test_what_was_compared_is_forgotten_when_a_document_is_read_again(store: Store) -> None:
    filled(store)
    kept(store)
    again = stating(ECHO, "Nobody has asked why")
    store.record([_read_with(again, "another version")], by="Ana")
    found = {material.name: material for material in store.materials()}
    assert found["echo.txt"].weighed_as is None
    assert found["bugle.txt"].weighed_as == "as b"
    assert {outline.card for outline in store.outlines()} == {b"b", None}
    assert not store.claims_current()


def test_a_purge_leaves_nothing_of_a_document_in_claims(store: Store) -> None:
    filled(store)
    kept(store)
    store.decide_claim(ClaimDecisionKind.CONFIRM, [Passage(document_of(ECHO), _span(ECHO, TO_CLOSE))], by="Ana")
    store.remove(ECHO, purge=True, by="Ana")
    assert [outline.card for outline in store.outlines()] == [b"b"]
    assert list(store.copies()) == []
    [decision] = store.claim_decisions()
    assert decision.passages == ()
    assert all("echo.txt" not in {p.name for p in found.positions} for found in store.claims())


def test_claims_that_stand_stay_as_they_are(store: Store) -> None:
    filled(store)
    kept(store)
    changed = weighed("kb2", (BUGLE, SOUND, Stance.DENIES), status=ClaimStatus.DENIED, urgency=4.0)
    version = store.claims_version()
    assert store.set_claims([changed], standing={"ka1", "kb2"}, copies=[], kept=b"more", made_of=version)
    assert [found.claim.status for found in store.claims()] == [ClaimStatus.DENIED, ClaimStatus.DISPUTED]
    assert [claim.id for claim in store.urgent_claims(1.0, {"kb2"})] == ["ka1"]
    assert store.set_claims([], standing={"ka1"}, copies=[], kept=b"more", made_of=version)
    assert [found.claim.id for found in store.claims()] == ["ka1"]


def test_a_claim_that_should_stand_and_is_not_there_has_all_weighed_anew(store: Store) -> None:
    filled(store)
    kept(store)
    assert not store.set_claims([], standing={"ka1", "kc3"}, copies=[], kept=b"more", made_of=store.claims_version())
    assert not store.claims_current()
    assert store.kept() is None
    assert {outline.weighed_as for outline in store.outlines()} == {None}


def test_an_outline_changes_with_what_is_found_and_judged(store: Store) -> None:
    filled(store)
    before = {outline.id: outline.state for outline in store.outlines()}
    assert {outline.id: outline.state for outline in store.outlines()} == before
    store.judge(document_of(ECHO), JudgementKind.CORRECT, field="title", value="Bridge", made_on=1, by="Ana")
    after = {outline.id: outline.state for outline in store.outlines()}
    assert after[document_of(BUGLE)] == before[document_of(BUGLE)]
    assert after[document_of(ECHO)] != before[document_of(ECHO)]


def test_decisions_hold_on_todays_propositions_until_they_are_undone(store: Store) -> None:
    filled(store)
    bugle, echo = Passage(document_of(BUGLE), _span(BUGLE, CLOSE)), Passage(document_of(ECHO), _span(ECHO, TO_CLOSE))
    made = store.decide_claim(ClaimDecisionKind.APART, [bugle, echo], by="Ana")
    stance = store.decide_claim(ClaimDecisionKind.STANCE, [echo], value="denies", by="Ben")
    apart, set_ = store.claim_verdicts()
    assert apart.kind is ClaimDecisionKind.APART
    assert [document for document, _ in apart.propositions] == [bugle.document, echo.document]
    assert set_.value == "denies"
    store.undo_claim_decision(stance.id, by="Ana")
    assert [verdict.kind for verdict in store.claim_verdicts()] == [ClaimDecisionKind.APART]
    with pytest.raises(UsageError, match="no decision"):
        store.undo_claim_decision(stance.id, by="Ana")
    # Read again with other edges: the proposition that shares most of the words is meant.
    store.record([_read_with(stating(BUGLE, "bridge will close", SOUND), "another version")], by="Ana")
    [verdict] = store.claim_verdicts()
    [material] = store.materials([bugle.document])
    assert verdict.propositions[0] == (bugle.document, material.propositions[0].id)
    actions = [row.action for row in store.log()]
    assert {"claims kept apart", "stance set", "undone"} <= set(actions)
    assert made.by == "Ana"


def test_a_decision_about_an_unknown_document_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no document"):
        store.decide_claim(ClaimDecisionKind.HOLD, [Passage("d0", _span(BUGLE, CLOSE))], by="Ana")


def _span(path: str, words: str) -> Span:
    at = TEXTS[path].index(words)
    return Span(at, at + len(words))


def _read_with(file: PackedFile, version: str) -> PackedFile:
    return replace(
        file,
        read_with=version,
        documents=tuple(replace(d, row={**d.row, "read_with": version}) for d in file.documents),
    )
