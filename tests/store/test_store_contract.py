"""What every store does: reading in, listing, judging, removing."""

from dataclasses import replace

import pytest

from sayso.errors import ConflictError, Problem, UsageError
from sayso.model.document import (
    Box,
    Edit,
    Layout,
    Mark,
    MarkKind,
    Metadata,
    Page,
    Piece,
    Place,
    SourceMap,
    Sureness,
    Text,
)
from sayso.model.findings import Findings
from sayso.model.judgement import JudgementKind
from sayso.model.span import Span
from sayso.model.when import When
from sayso.store.condition import And, Condition, Has, Is, Not, Or, Within, Words
from sayso.store.protocol import Store
from sayso.store.stored import DocumentState, FindingState, StoredDocument, StoredEntity, StoredStatement
from tests.store.made import BRIDGE, bridge, bridge_findings, packed, person, plain, read_document, statement, words

CONFIRM, REJECT, HOLD, CORRECT, ADD, UNDO = JudgementKind


def ids(rows: object) -> list[str]:
    return [row.statement.id for row in rows]  # type: ignore[attr-defined]


def only_document(store: Store) -> StoredDocument:
    return store.document(next(store.documents()).id)


# --- reading in


def test_a_document_comes_back_as_it_was_read(store: Store) -> None:
    text = Text(
        "one two\nthree",
        SourceMap((Piece(0, 7, 10, 17), Piece(8, 13, 20, 40))),
        Layout(
            (Page(1, 612.0, 792.0),), (Place(Span(0, 3), 1, Box(1.5, 2, 3, 4)), Place(Span(4, 7), 1, Box(4, 2, 7, 4)))
        ),
        (Edit(Span(3, 3), "hyphen", "-\n", 1),),
        (Mark(MarkKind.REDACTION, Span(4, 7), 1, Box(4, 2, 7, 4), None, "drawn", recoverable=True),),
    )
    metadata = Metadata(
        "A title",
        "The Bugle",
        ("Iva Lindqvist", "Sam Osei"),
        When.parse("2031-03"),
        Sureness.INFERRED,
        "https://bugle.example/1",
        "en",
        (("From", "a@b.example"), ("Subject", "x")),
    )
    problem = Problem("/pile/bridge.txt", "Its second page is empty.", "Scan it.", span=(3, 5))
    read = read_document("one two\nthree", metadata=metadata, full_text=text, problems=(problem,), data=b"\x00raw\xff")
    store.record([packed(read)], by="Ana")
    stored = store.document(read.document.id)
    assert stored.document == read.document
    assert stored.as_read == metadata
    assert stored.problems == (problem,)
    assert stored.words == 3
    assert stored.state is DocumentState.PRESENT
    assert stored.read_with == "finders 1"
    assert [(p.path, p.member, p.parent) for p in stored.locations] == [("/pile/bridge.txt", "", None)]
    assert store.blob(read.document.id) == b"\x00raw\xff"


def test_findings_come_back_as_they_were_found(store: Store) -> None:
    store.record([bridge()], by="Ana")
    document = only_document(store)
    assert store.findings(document.document.id) == bridge_findings()
    assert document.boilerplate == bridge_findings().boilerplate
    assert [entity for _, entity in store.entities()] == list(bridge_findings().entities)


def test_rows_of_findings_say_what_stands_around_them(store: Store) -> None:
    store.record([bridge()], by="Ana")
    county, marsh, close, mayor = store.statements()
    assert (county.source, county.cue, county.content) == ("the county", "said", "The Sluice Gate Bridge will close")
    assert marsh.speaker == "Odile Marsh"
    assert close.speaker == "a person close to the works"
    assert mayor.speaker is None
    assert marsh.context == "Engineer Odile Marsh said the cables were sound."
    assert (marsh.at.title, marsh.at.publisher, marsh.at.published) == (
        "Bridge to close",
        "The Bugle",
        When.parse("2031-03-04"),
    )
    assert (marsh.at.state, marsh.at.version, marsh.at.found, marsh.at.anchored) == (
        FindingState.SUGGESTED,
        1,
        True,
        True,
    )
    assert [row.words for row in store.gaps()] == ["declined to comment"]
    assert [row.words for row in store.events()] == ["Marsh met Tobias Renn"]
    assert [row.words for row in store.dates()] == ["3 March 2031"]
    assert [row.words for row in store.citations()] == ["Exhibit 12"]


def test_the_same_bytes_in_two_places_are_one_document(store: Store) -> None:
    store.record([bridge("/pile/a.txt"), bridge("/pile/b.txt")], by="Ana")
    store.record([bridge("/pile/c.txt")], by="Ana")
    assert store.counts().documents == 1
    assert store.counts().files == 3
    assert [p.path for p in only_document(store).locations] == ["/pile/a.txt", "/pile/b.txt", "/pile/c.txt"]
    # One place gone, the others hold it.
    store.mark_missing(["/pile/a.txt"], by="Ana")
    row = next(store.documents())
    assert (row.state, row.path) == (DocumentState.PRESENT, "/pile/b.txt")


def test_members_lie_inside_of_their_file(store: Store) -> None:
    mail = read_document("Dear all", member="1")
    attached = read_document("The report", member="1!report.txt", parent=mail.document.id)
    store.record([packed(mail, attached, path="/pile/box.mbox")], by="Ana")
    assert sorted(row.name for row in store.documents()) == ["box.mbox!1", "box.mbox!1!report.txt"]
    where = store.document(attached.document.id).locations[0]
    assert (where.path, where.member, where.parent) == ("/pile/box.mbox", "1!report.txt", mail.document.id)


def test_files_say_what_a_survey_needs(store: Store) -> None:
    problem = Problem("/pile/broken.pdf", "It is no PDF.", unread=True)
    store.record([bridge(), packed(path="/pile/broken.pdf", problems=[problem], sha="ab" * 32)], by="Ana")
    files = store.files()
    assert list(files) == ["/pile/bridge.txt", "/pile/broken.pdf"]
    broken = files["/pile/broken.pdf"]
    assert (broken.sha256, broken.size, broken.state, broken.problems) == ("ab" * 32, 100, "present", (problem,))
    assert store.problems() == [problem]


def test_new_bytes_at_a_path_replace_and_keep_the_earlier_document(store: Store) -> None:
    store.record([plain("the first text", "/pile/a.txt")], by="Ana")
    first = next(store.documents()).id
    store.record([plain("the second text", "/pile/a.txt")], by="Ana")
    assert store.document(first).state is DocumentState.REPLACED
    assert [p.replaced for p in store.document(first).locations] == [True]
    assert [row.state for row in store.documents(Words("second"))] == [DocumentState.PRESENT]
    # And back again.
    store.record([plain("the first text", "/pile/a.txt")], by="Ana")
    assert store.document(first).state is DocumentState.PRESENT


def test_a_file_that_could_be_read_before_keeps_its_documents(store: Store) -> None:
    store.record([bridge()], by="Ana")
    sha = only_document(store).document.sha256
    store.record([packed(path="/pile/bridge.txt", sha=sha, read_with="given up")], by="Ana")
    assert only_document(store).state is DocumentState.PRESENT
    assert store.files()["/pile/bridge.txt"].read_with == "given up"


def test_missing_and_back(store: Store) -> None:
    store.record([bridge()], by="Ana")
    store.mark_missing(["/pile/bridge.txt"], by="Ana")
    assert only_document(store).state is DocumentState.MISSING
    assert store.files()["/pile/bridge.txt"].state == "missing"
    assert store.counts().statements == 4
    store.mark_present(["/pile/bridge.txt"], by="Ana")
    assert only_document(store).state is DocumentState.PRESENT


def test_a_moved_file_is_the_same_document(store: Store) -> None:
    store.record([bridge()], by="Ana")
    store.relocate("/pile/bridge.txt", "/other/b.txt", name="b.txt", modified_ns=9, by="Ana")
    row = next(store.documents())
    assert (row.name, row.path, row.state) == ("b.txt", "/other/b.txt", DocumentState.PRESENT)
    assert list(store.files()) == ["/other/b.txt"]
    with pytest.raises(UsageError, match="no file"):
        store.relocate("/pile/bridge.txt", "/x", name="x", modified_ns=1, by="Ana")


# Names and texts as hostile files have them: (file name, text).
HOSTILE = [
    ("caf\udce9.txt", "plain"),  # a name that is no UTF-8
    ("nul.txt", "before\0after"),
    ("half.txt", "half a pair \ud83d here"),
    ("quote's \"; DROP TABLE documents; --.txt", "x"),
    ("mark.txt", "\x02not a hit\x03 hit"),
    ("empty.txt", ""),
]


@pytest.mark.parametrize(("name", "text"), HOSTILE)
def test_hostile_names_and_texts(store: Store, name: str, text: str) -> None:
    path = f"/pile/{name}"
    store.record([packed(read_document(text, path=path, metadata=Metadata(title=text)), path=path)], by="Ana")
    assert list(store.files()) == [path]
    row = next(store.documents())
    stored = store.document(row.id).document
    assert (row.path, row.name, stored.path) == (path, name, path)
    assert stored.text.characters == text.replace("\ud83d", "\ufffd")
    assert store.hits(row.id, Words("hit")) == ()


# --- reading again


def test_another_version_replaces_suggestions_and_leaves_judged_findings(store: Store) -> None:
    store.record([bridge()], by="Ana")
    store.judge("sx1", CONFIRM, made_on=1, by="Ana")
    store.judge("sx4", REJECT, made_on=1, by="Ana")
    found = bridge_findings()
    kept = tuple(s for s in found.statements if s.id in ("sx1", "sx2"))
    changed = (kept[0], replace(kept[1], confidence=0.9))
    again = read_document(BRIDGE, replace(found, statements=changed, gaps=()))
    store.record([packed(again, read_with="finders 2")], by="Ana")
    by_id = {row.statement.id: row for row in store.statements()}
    assert set(by_id) == {"sx1", "sx2"}
    assert by_id["sx1"].at.state is FindingState.CONFIRMED
    assert by_id["sx1"].at.found
    assert by_id["sx2"].statement.confidence == 0.9
    # Whoever saw the earlier suggestion learns that it has changed.
    assert by_id["sx2"].at.version == 2
    rejected = list(store.statements(Is("state", "rejected")))
    assert [(row.statement.id, row.at.found, row.at.anchored) for row in rejected] == [("sx4", False, True)]
    assert store.count("gaps") == 0
    assert only_document(store).read_with == "finders 2"


def test_the_same_version_changes_nothing(store: Store) -> None:
    store.record([bridge()], by="Ana")
    store.record([packed(read_document(BRIDGE, Findings()))], by="Ana")
    assert store.counts().statements == 4


def test_judged_words_that_moved_are_followed(store: Store) -> None:
    store.record([bridge()], by="Ana")
    store.judge("sx2", CONFIRM, made_on=1, by="Ana")
    longer = "A line above.\n\n" + BRIDGE
    again = read_document(longer, bridge_findings(longer, letter="y"), data=BRIDGE.encode())
    store.record([packed(again, read_with="finders 2")], by="Ana")
    row = next(store.statements(Is("state", "confirmed")))
    text = only_document(store).document.text.characters
    assert row.statement.attribution.content[0].of(text) == "the cables were sound"
    # It is the one that is found today under another id, and not there twice.
    assert row.at.found
    assert sorted(ids(store.statements())) == ["sx2", "sy1", "sy3", "sy4"]


def test_judged_words_that_are_gone_are_kept_and_named(store: Store) -> None:
    store.record([bridge()], by="Ana")
    store.judge("sx2", CONFIRM, made_on=1, by="Ana")
    other = read_document("Nothing of it is left.", data=BRIDGE.encode())
    store.record([packed(other, read_with="finders 2")], by="Ana")
    row = next(store.statements())
    assert (row.statement.id, row.content, row.at.anchored) == ("sx2", "the cables were sound", False)
    assert "1 judged" in only_document(store).problems[0].what
    # Its spans mean nothing now, so it is in no findings.
    assert store.findings(only_document(store).document.id).statements == ()


def test_corrections_outlive_reading_again(store: Store) -> None:
    store.record([bridge()], by="Ana")
    id = only_document(store).document.id
    store.judge(id, CORRECT, made_on=1, by="Ana", field="publisher", value="The Evening Bugle")
    store.record([bridge(read_with="finders 2")], by="Ana")
    stored = store.document(id)
    assert stored.document.metadata.publisher == "The Evening Bugle"
    assert stored.as_read.publisher == "The Bugle"


# --- judging


def test_confirm_reject_undo(store: Store) -> None:
    store.record([bridge()], by="Ana")
    store.judge("sx1", CONFIRM, made_on=1, by="Ana")
    rejection = store.judge("sx1", REJECT, made_on=2, by="Ben")
    assert "sx1" not in ids(store.statements())
    assert (store.counts().statements, store.counts().rejected) == (3, 1)
    undo = store.judge("sx1", UNDO, made_on=3, by="Ana", undoes=rejection.id)
    assert ids(store.statements(Is("state", "confirmed"))) == ["sx1"]
    # Undoing the undo brings the rejection back.
    store.judge("sx1", UNDO, made_on=4, by="Ben", undoes=undo.id)
    assert ids(store.statements(Is("state", "rejected"))) == ["sx1"]
    assert [(j.kind, j.by) for j in store.judgements("sx1")] == [
        (CONFIRM, "Ana"),
        (REJECT, "Ben"),
        (UNDO, "Ana"),
        (UNDO, "Ben"),
    ]


def test_every_kind_of_finding_can_be_judged(store: Store) -> None:
    store.record([bridge()], by="Ana")
    for id in ("sx1", "vx1", "gx1", next(store.dates()).id, next(store.citations()).id):
        store.judge(id, REJECT, made_on=1, by="Ana")
    counts = store.counts()
    assert (counts.statements, counts.events, counts.gaps, counts.dates, counts.citations) == (3, 0, 0, 0, 0)


# (field, value as typed, field of Metadata, what it becomes)
CORRECTIONS = [
    ("title", "Bridge closes", "title", "Bridge closes"),
    ("publisher", " The Evening Bugle ", "publisher", "The Evening Bugle"),
    ("publisher", None, "publisher", None),  # not known after all
    ("authors", "Iva Lindqvist;  R. Okafor", "authors", ("Iva Lindqvist", "R. Okafor")),
    ("authors", "", "authors", ()),
    ("published", "2030-12", "published", When("2030-12")),
    ("published", None, "published", None),
    ("language", "ES", "language", "es"),
]


@pytest.mark.parametrize(("field", "value", "attribute", "expected"), CORRECTIONS)
def test_corrections(store: Store, field: str, value: str | None, attribute: str, expected: object) -> None:
    store.record([bridge()], by="Ana")
    id = only_document(store).document.id
    made = store.judge(id, CORRECT, made_on=1, by="Ana", field=field, value=value)
    stored = store.document(id)
    assert getattr(stored.document.metadata, attribute) == expected
    assert next(store.documents()).metadata == stored.document.metadata
    if field == "published":
        assert stored.document.metadata.published_sure is Sureness.PERSON
    assert stored.version == 2
    store.judge(id, UNDO, made_on=2, by="Ana", undoes=made.id)
    assert store.document(id).document.metadata == stored.as_read


def test_corrected_values_are_what_is_found(store: Store) -> None:
    store.record([bridge()], by="Ana")
    id = only_document(store).document.id
    store.judge(id, CORRECT, made_on=1, by="Ana", field="publisher", value="Evening Courier")
    store.judge(id, CORRECT, made_on=2, by="Ana", field="published", value="1999")
    assert store.count("statements", Has("publisher", "courier")) == 4
    assert store.count("documents", Words("courier")) == 1
    assert store.count("documents", Words("bugle")) == 0
    assert store.count("statements", Within("published", None, When("1999").latest)) == 4


# (what is asked, why it makes no sense)
SENSELESS = [
    ({"kind": CONFIRM}, "is corrected"),  # a document can't be confirmed
    ({"kind": CORRECT, "field": "sha256", "value": "0"}, "can't be corrected"),
    ({"kind": CORRECT, "field": "published", "value": "last spring"}, "no date"),
    ({"kind": CORRECT, "field": "language", "value": "English"}, "no language code"),
    ({"kind": CORRECT}, "can't be corrected"),
    ({"kind": UNDO, "undoes": 7}, "no judgement 7"),
    ({"kind": UNDO}, "no judgement"),
]


@pytest.mark.parametrize(("asked", "why"), SENSELESS)
def test_senseless_judgements(store: Store, asked: dict[str, object], why: str) -> None:
    store.record([bridge()], by="Ana")
    id = only_document(store).document.id
    with pytest.raises(UsageError, match=why):
        store.judge(id, made_on=1, by="Ana", **asked)  # type: ignore[arg-type]
    assert store.judgements() == ()
    with pytest.raises(UsageError, match="no document or finding"):
        store.judge("s0", CONFIRM, made_on=1, by="Ana")


def test_an_edit_of_what_has_changed_is_refused_with_both_values(store: Store) -> None:
    store.record([bridge()], by="Ana")
    id = only_document(store).document.id
    store.judge(id, CORRECT, made_on=1, by="Ana", field="title", value="Hers")
    with pytest.raises(ConflictError, match="'Hers' now and was to be 'His'"):
        store.judge(id, CORRECT, made_on=1, by="Ben", field="title", value="His")
    store.judge("sx1", CONFIRM, made_on=1, by="Ana")
    with pytest.raises(ConflictError, match="confirmed by Ana, and was to be rejected"):
        store.judge("sx1", REJECT, made_on=1, by="Ben")
    assert len(store.judgements()) == 2


# --- lists


CONDITIONS: list[tuple[Condition, list[str]]] = [
    (Words("cables"), ["sx2"]),
    (Words("cable"), ["sx2"]),  # word forms
    (Words("CABLES"), ["sx2"]),
    (Words("engineer"), ["sx2"]),  # in the sentence, not in the statement
    (Words("cab", prefix=True), ["sx2"]),
    (Words("cab"), []),
    (Words("cables were"), ["sx2"]),
    (Words("were cables"), []),  # a phrase has an order
    (Words('cables" OR "rust'), []),  # no way out of the quotation marks
    (Words("NEAR(cables"), []),
    (Words("context : cables"), []),
    (Words("*"), []),
    (Words(""), []),
    (Words('"'), []),
    (Has("speaker", "marsh"), ["sx2"]),
    (Has("speaker", "Odile  MARSH"), ["sx2"]),
    (Has("speaker", "mar"), []),  # whole words
    (Has("speaker", "od", prefix=True), ["sx2"]),
    (Has("speaker", "person close"), ["sx3"]),  # the words of an unnamed source
    (Has("speaker", "%"), []),
    (Has("chain", "bugle"), ["sx1"]),
    (Has("publisher", "bugle"), ["sx1", "sx2", "sx3", "sx4"]),
    (Has("publisher", "courier"), []),
    (Has("authors", "osei"), ["sx1", "sx2", "sx3", "sx4"]),
    (Has("authors", "Lindqvist Sam"), []),  # words of two names
    (Is("act", "decline"), ["sx4"]),
    (Is("mode", "direct"), ["sx3"]),
    (Is("named", 0), ["sx3"]),
    (Is("speaker", None), ["sx1", "sx4"]),
    (Is("date", None), ["sx1", "sx2", "sx4"]),
    (Within("date", When("2031").earliest, When("2031").latest), ["sx3"]),
    (Not(Within("date", When("2031").earliest, None)), ["sx1", "sx2", "sx4"]),  # not known is no match
    (And((Words("said"), Not(Words("cables")))), ["sx1", "sx3"]),
    (Or((Words("cables"), Is("act", "decline"))), ["sx2", "sx4"]),
    (And(()), ["sx1", "sx2", "sx3", "sx4"]),
    (Or(()), []),
]


@pytest.mark.parametrize(("condition", "expected"), CONDITIONS)
def test_conditions_on_statements(store: Store, condition: Condition, expected: list[str]) -> None:
    store.record([bridge()], by="Ana")
    assert ids(store.statements(condition)) == expected
    assert store.count("statements", condition) == len(expected)


def test_a_field_that_a_table_lacks(store: Store) -> None:
    with pytest.raises(UsageError, match="no field 'colour'"):
        list(store.statements(Is("colour", "red")))


def test_accents_and_marks_do_not_matter(store: Store) -> None:
    store.record([plain("Señor Müller met Zoë", "/pile/a.txt", publisher="El País")], by="Ana")
    for asked in (Words("senor"), Words("muller"), Words("Zoe"), Has("publisher", "pais"), Has("publisher", "PAÍS")):
        assert store.count("documents", asked) == 1


# (published, first day asked, last day asked, whether it can be)
DATES = [
    ("2031-03-04", "2031-03-04", "2031-03-04", True),
    ("2031-03-04", "2031-03-05", None, False),
    ("2031-03-04", None, "2031-03-03", False),
    ("2031-03", "2031-03-20", None, True),  # some day of the month
    ("2031", None, "2030-12-31", False),
    ("2031-03-04/..", "2040-01-01", None, True),  # an open end
    ("../2031-03-04", None, "1900-01-01", True),
    (None, "0001-01-01", None, False),  # not known
]


@pytest.mark.parametrize(("published", "first", "last", "expected"), DATES)
def test_dates_can_be(store: Store, published: str | None, first: str | None, last: str | None, expected: bool) -> None:
    store.record([plain("x", "/pile/a.txt", published)], by="Ana")
    asked = Within("published", When(first).earliest if first else None, When(last).latest if last else None)
    assert (store.count("documents", asked) == 1) is expected


def test_documents_are_ordered_and_paged(store: Store) -> None:
    dates = ["2031-03", None, "2029", "2031-03-01", "2030-12-31"]
    store.record([plain(f"text {i}", f"/pile/{i}.txt", date) for i, date in enumerate(dates)], by="Ana")
    names = [row.name for row in store.documents()]
    assert names == ["2.txt", "4.txt", "0.txt", "3.txt", "1.txt"]
    paged = [row.name for at in range(0, 6, 2) for row in store.documents(limit=2, offset=at)]
    assert paged == names


def test_hits_are_the_exact_words(store: Store) -> None:
    text = "The 𝒷ridge 🌉 closed. Closing the bridge took days; bridges close."
    store.record([plain(text, "/pile/a.txt")], by="Ana")
    id = next(store.documents()).id
    spans = store.hits(id, And((Words("bridge"), Words("clos", prefix=True), Not(Words("days")))))
    assert [span.of(text) for span in spans] == ["closed", "Closing", "bridge", "bridges", "close"]
    assert store.hits(id, Has("title", "bridge")) == ()
    assert [s.of(text) for s in store.hits(id, Words("bridges close"))] == ["bridges close"]


# --- people


def test_people_are_replaced_where_they_differ(store: Store) -> None:
    store.record([bridge()], by="Ana")
    document = only_document(store).document.id
    assert not store.people_current()
    marsh = person("p1", "Odile Marsh", (document, "ex1"), aliases=("Marsh",))
    renn = person("p2", "Tobias Renn", (document, "ex2"))
    store.set_people([marsh, renn])
    assert store.people_current()
    rows = list(store.people())
    assert [(r.person, r.documents, r.mentions, r.statements) for r in rows] == [(marsh, 1, 2, 1), (renn, 1, 1, 0)]
    renamed = replace(renn, name="Tobias A. Renn")
    store.set_people([marsh, renamed])
    assert [r.person for r in store.people()] == [marsh, renamed]
    assert [r.person.id for r in store.people(Has("person", "A Renn"))] == ["p2"]
    assert [r.person.id for r in store.people(Words("marsh"))] == ["p1"]
    assert ids(store.statements(Is("person", "p1"))) == ["sx2"]
    store.record([plain("more", "/pile/b.txt")], by="Ana")
    assert not store.people_current()


def test_people_are_asked_by_their_documents(store: Store) -> None:
    store.record([bridge()], by="Ana")
    store.set_people([person("p1", "Odile Marsh", (only_document(store).document.id, "ex1"))])
    assert store.count("people", Has("publisher", "bugle")) == 1
    assert store.count("people", Has("publisher", "courier")) == 0
    assert store.count("people", Is("kind", "person")) == 1


# --- one item


def test_an_item_by_its_id_or_how_it_starts(store: Store) -> None:
    store.record([bridge()], by="Ana")
    document = only_document(store)
    store.set_people([person("p1", "Odile Marsh", (document.document.id, "ex1"))])
    assert store.item(document.document.id[:6]) == document
    statement_row = store.item("sx2")
    assert isinstance(statement_row, StoredStatement)
    entity = store.item("ex1")
    assert isinstance(entity, StoredEntity)
    assert entity.entity.name == "Odile Marsh"
    for id in ("vx1", "gx1", "p1", next(store.dates()).id, next(store.citations()).id):
        assert store.item(id)
    store.judge("sx2", REJECT, made_on=1, by="Ana")
    assert isinstance(store.item("sx2"), StoredStatement)  # rejected and still there
    with pytest.raises(UsageError, match="sx1, sx2, sx3, sx4"):
        store.item("sx")
    for unknown in ("", "zz", "s%", "SX1"):
        with pytest.raises(UsageError, match="no item"):
            store.item(unknown)


def test_unknown_documents(store: Store) -> None:
    for ask in (store.document, store.blob, store.findings):
        with pytest.raises(UsageError, match="no document"):
            ask("d000000000000")


# --- removing


def test_removed_documents_are_hidden_and_can_come_back(store: Store) -> None:
    store.record([bridge(), plain("another text", "/pile/b.txt")], by="Ana")
    id = next(store.documents(Words("cables"))).id
    assert store.remove("/pile/bridge.txt", purge=False, by="Ana") == [id]
    assert [row.name for row in store.documents()] == ["b.txt"]
    assert store.counts().statements == 0
    assert list(store.entities()) == []
    assert store.document(id).state is DocumentState.REMOVED
    assert [row.id for row in store.documents(Is("state", "removed"))] == [id]
    assert store.files()["/pile/bridge.txt"].state == "removed"
    store.mark_present(["/pile/bridge.txt"], by="Ana")
    assert store.counts().statements == 4


def test_a_folder_goes_with_all_below_it(store: Store) -> None:
    store.record([plain(p, p) for p in ("/pile/a/1.txt", "/pile/a/b/2.txt", "/pile/ab.txt", "/pile/A/3.txt")], by="Ana")
    assert len(store.remove("/pile/a", purge=False, by="Ana")) == 2
    assert sorted(row.path for row in store.documents()) == ["/pile/A/3.txt", "/pile/ab.txt"]
    with pytest.raises(UsageError, match="no file, folder or document"):
        store.remove("/pil", purge=False, by="Ana")


def test_a_copy_elsewhere_keeps_the_document(store: Store) -> None:
    store.record([bridge("/pile/a.txt"), bridge("/pile/b.txt")], by="Ana")
    assert store.remove("/pile/a.txt", purge=True, by="Ana") == []
    row = next(store.documents())
    assert (row.path, row.state) == ("/pile/b.txt", DocumentState.PRESENT)
    assert list(store.files()) == ["/pile/b.txt"]
    # By its id it goes wherever it lies.
    assert store.remove(row.id, purge=True, by="Ana") == [row.id]
    assert (dict(store.files()), list(store.documents())) == ({}, [])


def test_a_mail_goes_with_its_attachments(store: Store) -> None:
    first = read_document("Dear all", member="1")
    report = read_document("The report", member="1!r.txt", parent=first.document.id)
    second = read_document("Dear none", member="2")
    problem = Problem("/pile/box.mbox!1!r.txt", "Its second page is empty.")
    other = Problem("/pile/box.mbox!2", "It has no date.")
    store.record([packed(first, report, second, path="/pile/box.mbox", problems=[problem, other])], by="Ana")
    with pytest.raises(UsageError, match=f"attached to {first.document.id}"):
        store.remove(report.document.id, purge=True, by="Ana")
    assert set(store.remove(first.document.id, purge=True, by="Ana")) == {first.document.id, report.document.id}
    assert [row.name for row in store.documents()] == ["box.mbox!2"]
    assert store.problems() == [other]


def test_purging_forgets_names_that_no_other_document_has(store: Store) -> None:
    other = "Odile Marsh spoke."
    found = Findings(entities=(replace(bridge_findings().entities[0], id="eo1", aliases=(), mentions=()),))
    store.record([bridge(), packed(read_document(other, found, path="/pile/o.txt"), path="/pile/o.txt")], by="Ana")
    first, second = (next(store.documents(Words(w))).id for w in ("cables", "spoke"))
    marsh = person("p1", "Marsh", (first, "ex1"), (second, "eo1"), aliases=("Odile Marsh",))
    store.set_people([marsh, person("p2", "Tobias Renn", (first, "ex2"))])
    store.remove(first, purge=True, by="Ana")
    (left,) = store.people()
    assert (left.person.name, left.person.aliases, left.person.members) == ("Odile Marsh", (), ((second, "eo1"),))
    assert not store.people_current()


# --- the log


def test_every_change_is_logged(store: Store) -> None:
    store.record([bridge()], by="Ana")
    id = only_document(store).document.id
    store.judge(id, CORRECT, made_on=1, by="Ben", field="title", value="New")
    store.mark_missing(["/pile/bridge.txt"], by="Ana")
    store.relocate("/pile/bridge.txt", "/pile/b.txt", name="b.txt", modified_ns=2, by="Ana")
    store.remove(id, purge=False, by="Ana")
    assert [(row.by, row.action, row.item) for row in store.log()] == [
        ("Ana", "removed", id),
        ("Ana", "moved", "/pile/b.txt"),
        ("Ana", "missing", "/pile/bridge.txt"),
        ("Ben", "corrected", id),
        ("Ana", "read", id),
    ]
    corrected = list(store.log())[3]
    assert corrected.detail == {"judgement": 1, "field": "title", "value": "New"}
    assert [row.seq for row in store.log(2)] == [5, 4]
    assert store.verify_log() is None


def test_the_log_holds_after_a_purge(store: Store) -> None:
    store.record([bridge(), plain("more", "/pile/b.txt")], by="Ana")
    id = next(store.documents(Words("cables"))).id
    store.judge("sx1", CONFIRM, made_on=1, by="Ben")
    store.relocate("/pile/bridge.txt", "/pile/c.txt", name="c.txt", modified_ns=2, by="Ana")
    store.remove(id, purge=True, by="Ana")
    rows = list(store.log())[::-1]
    assert [(row.action, row.item is None) for row in rows] == [
        ("read", True),
        ("read", False),
        ("confirmed", True),
        ("moved", True),
        ("purged", False),
    ]
    assert store.verify_log() is None
    assert store.judgements() == ()


def test_statements_need_an_order_of_their_own(store: Store) -> None:
    text = "B said b. A said a."
    found = Findings(statements=(statement(text, "s2", "A", "said a", "a."), statement(text, "s1", "B", "said", "b.")))
    store.record([packed(read_document(text, found))], by="Ana")
    assert ids(store.statements()) == ["s1", "s2"]
    assert words(text, "A").start == 10


def test_what_a_person_could_not_tell_stays_a_suggestion_and_is_kept(store: Store) -> None:
    store.record([bridge()], by="Ana")
    made = store.judge("sx1", HOLD, made_on=1, by="Ana")
    assert next(row for row in store.statements() if row.statement.id == "sx1").at.state is FindingState.SUGGESTED
    assert [j.kind for j in store.judgements("sx1")] == [HOLD]
    store.judge("sx1", UNDO, made_on=2, by="Ana", undoes=made.id)
    assert "held" in [row.action for row in store.log()]
