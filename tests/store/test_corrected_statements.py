"""Corrections of statements are kept with the words they were made on, whatever reads the document next."""

from sayso.model.judgement import JudgementKind
from sayso.model.statement import Act
from sayso.store.condition import Is
from sayso.store.protocol import Store
from sayso.store.statement_edits import value_of
from tests.store.made import BRIDGE, bridge, bridge_findings, packed, read_document, words
from tests.store.test_store_contract import ids, only_document


def correct(store: Store, id: str, field: str, said: object) -> None:
    """As `Judging.correct` does, with the version that is there."""
    row = next(store.statements(Is("id", id)))
    document = only_document(store).document
    known = store.findings(document.id).entities
    machine = row.machine.statement if row.machine else row.statement
    value = value_of(field, said, machine, document.text, known)  # type: ignore[arg-type]
    store.judge(id, JudgementKind.CORRECT, made_on=row.at.version, by="Ana", field=field, value=value)


def test_a_correction_moves_with_its_words(store: Store) -> None:
    store.record([bridge()], by="Ana")
    correct(store, "sx2", "cue", [words(BRIDGE, "said the cables")])
    correct(store, "sx2", "speaker", "Tobias Renn")
    longer = "A line above.\n\n" + BRIDGE
    again = read_document(longer, bridge_findings(longer, letter="y"), data=BRIDGE.encode())
    store.record([packed(again, read_with="finders 2")], by="Ana")
    row = next(store.statements(Is("id", "sx2")))
    attribution = row.statement.attribution
    assert [span.of(longer) for span in (*attribution.cue, *attribution.content)] == ["said the cables", " were sound"]
    assert row.speaker == "Tobias Renn"
    assert row.machine is not None
    assert row.machine.statement.attribution.cue[0].of(longer) == "said the"
    # It is the one that is found today under another id, and not there twice.
    assert row.at.found
    assert sorted(ids(store.statements())) == ["sx2", "sy1", "sy3", "sy4"]
    # Corrections that are made or taken back later find the words where they are now.
    correct(store, "sx2", "act", "deny")
    row = next(store.statements(Is("id", "sx2")))
    assert row.statement.act is Act.DENY
    assert row.statement.attribution.cue[0].of(longer) == "said the cables"


def test_the_speaker_is_the_entity_of_that_name_today(store: Store) -> None:
    store.record([bridge()], by="Ana")
    correct(store, "sx1", "speaker", "ex2")
    row = next(store.statements(Is("id", "sx1")))
    assert (row.statement.speaker, row.speaker) == ("ex2", "Tobias Renn")
    assert [voice.name for voice in row.statement.chain] == ["The Bugle", "Tobias Renn"]


def test_statements_are_asked_for_by_what_was_corrected(store: Store) -> None:
    store.record([bridge()], by="Ana")
    correct(store, "sx1", "act", "deny")
    assert ids(store.statements(Is("act", "deny"))) == ["sx1"]
