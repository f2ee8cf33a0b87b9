"""The whole case as JSON lines: what goes out comes back in as it was."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso import casebook
from sayso.casebook import Case
from sayso.errors import CaseError, Problem, UsageError
from sayso.export.contract import document_json
from sayso.export.jsonl import read_jsonl, write_jsonl
from sayso.model.decision import ClaimDecisionKind, Passage
from sayso.model.entity import EntityKind
from sayso.model.identity import IdentityKind
from sayso.model.judgement import JudgementKind
from sayso.model.known import KnownPerson
from sayso.model.span import Span
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.protocol import Store
from sayso.store.tables import METADATA
from sayso.store.transfer import DECIDED, IN_DOCUMENTS, OF_CASE
from tests.export.made import make_case
from tests.store.made import bridge, packed, read_document
from tests.store.made_claims import document_of, stating


def decide(store: Store) -> None:
    """All kinds of decisions there are, some of them undone, and files of which little or nothing could be read."""
    broken = Problem("/pile/broken.pdf", "It is no PDF.", "Get another.", unread=True)
    odd = "/pile/caf\udce9.txt"  # a name that is no valid text
    attached = read_document("A note inside.", path="/pile/mail.eml", member="1!note.txt", parent="d0")
    store.record(
        [
            packed(path="/pile/broken.pdf", sha="b" * 64, problems=[broken]),
            packed(read_document("An odd name.", path=odd), path=odd),
            bridge(),
            stating("/pile/bugle.txt", "The bridge will close"),
            packed(read_document("A mail.", path="/pile/mail.eml"), attached, path="/pile/mail.eml"),
        ],
        by="Ana",
    )
    document = next(row.id for row in store.documents() if row.name == "scan.pdf")
    store.set_vectors({document_of("/pile/bugle.txt"): b"\x00\x3c" * 384})
    store.set_claims([], cards={document_of("/pile/bugle.txt"): ("x", b"y")}, copies=[], made_of=store.claims_version())
    store.judge(document, JudgementKind.CORRECT, made_on=1, by="Ben", field="title", value="The scan")
    wrong = store.judge("st1", JudgementKind.REJECT, made_on=1, by="Ben")
    store.judge("st1", JudgementKind.UNDO, made_on=2, by="Ana", undoes=wrong.id)
    ledger = next(row.id for row in store.documents() if row.name == "=ledger.txt")
    one = store.decide(IdentityKind.SAME, [[(ledger, "el1")], [(document, "ec1")]], by="Ben")
    store.undo_decision(one.id, by="Ana")
    store.decide(IdentityKind.RENAME, [[(ledger, "el2")]], name="Ilja Moreau", by="Ben")
    claim = store.decide_claim(ClaimDecisionKind.CONFIRM, [Passage(ledger, Span(0, 10))], by="Ben")
    store.undo_claim_decision(claim.id, by="Ana")
    store.set_known_people(
        "list", [KnownPerson("k1", "Vera A. Stroud", EntityKind.PERSON, ("V. Stroud",), "list")], by="Ana"
    )


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("original")
    make_case(folder).close()
    with open_store(folder / "quarry.sayso", Settings(), write=True) as store:
        decide(store)
    with casebook.open(folder / "quarry.sayso", Settings(signer="Ana")) as case:
        case.add_anchor("the flood", "2031-04-30")
        case.rename("Ilya Moreau", "Ilja Moreau")  # brings who is who in step
        yield case


def written(case: Case, query: str = "") -> bytes:
    out = io.BytesIO()
    write_jsonl(case, query, out)
    return out.getvalue()


def restored(data: bytes, path: Path) -> int:
    made = read_jsonl(io.BytesIO(data), "case.jsonl")
    return casebook.restore(path, made.case, made.documents, source="case.jsonl", by="Zoe")


@pytest.fixture(scope="module")
def copy(original: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("copy") / "new.sayso"
    assert restored(written(original), path) == 8
    return path


LISTS: list[Callable[[Store], object]] = [
    lambda store: list(store.documents()),
    lambda store: list(store.statements()),
    lambda store: list(store.events()),
    lambda store: list(store.gaps()),
    lambda store: list(store.dates()),
    lambda store: list(store.citations()),
    lambda store: list(store.people()),
    lambda store: [store.document(row.id) for row in store.documents()],
    lambda store: [store.findings(row.id) for row in store.documents()],
    lambda store: [store.blob(row.id) for row in store.documents()],
    lambda store: store.files(),
    lambda store: store.judgements(),
    lambda store: store.identities(),
    lambda store: store.verdicts(),
    lambda store: store.anchors(),
    lambda store: store.known_people(),
    lambda store: store.claim_decisions(),
    lambda store: store.counts(),
    lambda store: [store.item(id) for id in ("sl3", "st1", "vc1")],
]


@pytest.mark.parametrize("number", range(len(LISTS)))
def test_everything_comes_back_as_it_was(original: Case, copy: Path, number: int) -> None:
    with open_store(original.path, Settings()) as one, open_store(copy, Settings()) as other:
        expected = LISTS[number](one)
        assert expected
        assert LISTS[number](other) == expected
        assert list(other.suggestions()) == list(one.suggestions())


def test_what_documents_state_comes_along_and_is_weighed_anew(original: Case, copy: Path) -> None:
    with open_store(original.path, Settings()) as one, open_store(copy, Settings()) as other:
        before, after = list(one.materials()), list(other.materials())
    stated = [material.propositions for material in before]
    assert any(stated)
    assert [material.propositions for material in after] == stated
    assert any(material.vectors and material.weighed_as for material in before)
    assert not any(material.vectors or material.weighed_as for material in after)


def test_the_log_begins_with_the_import_and_holds(copy: Path) -> None:
    with casebook.open(copy, write=False) as case:
        assert case.verify_log() is None
        first = list(case.log())[-1]
    assert (first.seq, first.by, first.action, first.item) == (1, "Zoe", "imported", "case.jsonl")
    assert first.detail == {"documents": 8}


def test_what_was_imported_is_exported_alike(original: Case, copy: Path) -> None:
    with casebook.open(copy, write=False) as case:
        one, other = (data.split(b"\n") for data in (written(original), written(case)))
    assert one[1:] == other[1:]


def test_what_was_imported_goes_on(copy: Path, tmp_path: Path) -> None:
    path = tmp_path / "case.sayso"
    path.write_bytes(copy.read_bytes())
    with open_store(path, Settings(), write=True) as store:
        seen = next(found for found in store.statements() if found.statement.id == "sl2")
        made = store.judge("sl2", JudgementKind.CONFIRM, made_on=seen.at.version, by="Zoe")
        assert made.id == max(j.id for j in store.judgements())
        assert list(store.documents()) != []
        store.remove(store.document(seen.at.document).document.id, purge=True, by="Zoe")
        assert "sl1" not in {found.statement.id for found in store.statements()}


def test_every_line_is_an_object_of_the_contract(original: Case) -> None:
    head, *lines = [json.loads(line) for line in written(original).splitlines()]
    assert (head["id"], head["path"], head["text"]) == (None, None, None)
    assert head["problems"] == ["It is no PDF."]
    for made in lines:
        stored = original.document(made["id"])
        contract = json.loads(
            json.dumps(document_json(stored.document, original.findings(made["id"]), stored.problems))
        )
        assert {key: made[key] for key in contract} == contract
    states = {id: state for made in lines for id, state in made["states"].items()}
    assert states == {"sl1": "confirmed", "sl3": "rejected", "vc1": "confirmed"}


def test_of_some_documents_nothing_of_others_is_told(original: Case, tmp_path: Path) -> None:
    data = written(original, "outlet:Quarry")
    for word in (b"scan.pdf", b"broken.pdf", b"mail.eml", b"The scan", b"Vera A. Stroud"):
        assert word not in data
    assert restored(data, tmp_path / "part.sayso") == 1
    with open_store(tmp_path / "part.sayso", Settings()) as store:
        assert [found.statement.id for found in store.statements()] == ["sl1", "sl2"]
        assert [identity.name for identity in store.identities() if identity.name] == ["Ilja Moreau", "Ilja Moreau"]


def changed(data: bytes, line: int, change: Callable[[dict[str, Any]], object]) -> bytes:
    lines = data.splitlines()
    made = json.loads(lines[line])
    change(made)
    lines[line] = json.dumps(made).encode()
    return b"\n".join(lines)


# What somebody may do to the file, a comment each.
HARM: list[Callable[[bytes], bytes]] = [
    lambda data: b"",
    lambda data: b"\n".join(data.splitlines()[1:]),  # the line of the case is lost
    lambda data: b"\n".join(data.splitlines()[:-1]),  # cut off
    lambda data: data[:-200],
    lambda data: data.replace(b'"kept"', b'"lost"'),  # what `sayso read` prints
    lambda data: data + data.splitlines()[1] + b"\n",  # a document twice
    lambda data: changed(data, 1, lambda d: d["kept"].update(original="QUJD")),  # other bytes
    lambda data: changed(data, 1, lambda d: d["kept"]["rows"]["documents"][0].update(state="new")),
    lambda data: changed(data, 1, lambda d: d["kept"]["rows"]["events"][0].update(data="{}")),
    lambda data: changed(data, 1, lambda d: d["kept"]["rows"]["events"][0].update({"a); --": 1})),
    lambda data: changed(data, 1, lambda d: d["kept"]["rows"]["documents"][0].update(packed={"base64": "AAAA"})),
    lambda data: changed(data, 1, lambda d: d["kept"]["rows"]["locations"][0].update(path="/etc/passwd")),
    lambda data: changed(data, 1, lambda d: d["kept"]["rows"].update(statements=[1])),
    lambda data: changed(data, 0, lambda d: d["case"]["rows"].update(files=[{"path": None}])),
    lambda data: changed(data, 0, lambda d: d["case"]["rows"]["anchors"][0].update(document="d999999999999")),
    lambda data: changed(data, 1, lambda d: d["judgements"].append({"id": 99})),
    lambda data: changed(data, 1, lambda d: d["kept"]["rows"]["documents"][0].update(version=2**70)),
    lambda data: changed(data, 1, lambda d: d["kept"]["rows"]["events"][0].update(data="[" * 100_000)),
    lambda data: changed(data, 1, lambda d: d.update(text="Other words.")),  # spans run past its end
]


@pytest.mark.parametrize("number", range(len(HARM)))
def test_what_was_harmed_makes_no_case(original: Case, tmp_path: Path, number: int) -> None:
    with pytest.raises(UsageError):
        restored(HARM[number](written(original)), tmp_path / "new.sayso")
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_is_there_is_left_alone(original: Case, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(UsageError, match="there already"):
        restored(written(original), copy)
    assert copy.read_bytes() == before


def test_a_newer_version_is_told(original: Case, tmp_path: Path) -> None:
    data = changed(written(original), 0, lambda d: d["case"].update(revision="9999"))
    with pytest.raises(CaseError, match="newer version"):
        restored(data, tmp_path / "new.sayso")


def test_an_older_export_is_brought_up_to_date(original: Case, tmp_path: Path) -> None:
    later = ("known_people", "claim_decisions", "passages", "propositions")

    def old(made: dict[str, Any]) -> None:
        rows = made["case"]["rows"] if "case" in made else made["kept"]["rows"]
        for table in later:
            rows.pop(table, None)
        for row in rows.get("gaps", ()):
            del row["of_case"]
        for table in ("statements", "events", "gaps", "dates", "citations"):
            for row in rows.get(table, ()):
                for column in ("section", "machine", "added_by"):
                    row.pop(column, None)
        if "case" in made:
            made["case"]["revision"] = "0004"

    data = written(original)
    for number in range(len(data.splitlines())):
        data = changed(data, number, old)
    assert restored(data, tmp_path / "new.sayso") == 8
    with open_store(tmp_path / "new.sayso", Settings()) as store:
        assert store.counts() == replace(original.counts(), people=store.counts().people)


def test_it_is_decided_of_every_table_whether_it_is_carried() -> None:
    carried = {table.name for table in (*IN_DOCUMENTS, *OF_CASE, *(t for one, two, _ in DECIDED for t in (one, two)))}
    made_anew = {"people", "members", "suggestions", "weighing", "copies", "copy_groups", "claims", "positions"}
    others = {"meta", "log", "files", "blobs", "documents"}
    of_a_person = {"searches", "visits"}  # what somebody looked for and has seen is nobody else's
    assert carried | made_anew | others | of_a_person == set(METADATA.tables)
    assert not carried & (made_anew | others)
