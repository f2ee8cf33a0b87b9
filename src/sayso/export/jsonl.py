"""The whole case as JSON lines: one document a line as `sayso read` prints it, and beside it all that it takes to
make the same case again.

Every line is an object of the contract (docs/contract.md), so that programs that read `sayso read` read this as well.
The first line stands for the case; like the line of a document that could not be read, it has no `id` and no `text`.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import IO, cast

from sayso.casebook import CarriedCase, CarriedDocument, Case
from sayso.errors import UsageError
from sayso.export.contract import Json, document_json
from sayso.export.listing import log_row

LONGEST_LINE = 1 << 30
"""Bytes of a line that is read."""
_SUGGESTED = "suggested"


def write_jsonl(case: Case, query: str, out: IO[bytes]) -> int:
    """Write the documents that the query asks for; returns how many. Raises `QueryError`.

    With a query, what rests on other documents alone is left out: decisions, names of files, lists of people, the log.
    """
    documents = [row.id for row in case.documents(query)]
    whole = not query.strip()
    carried = case.carried(documents, whole=whole)
    _line(
        out,
        {
            "id": None,
            "path": None,
            "text": None,
            "problems": [problem.what for problem in case.problems() if problem.unread] if whole else [],
            "case": {
                "name": case.path.name,
                "sayso": version("sayso"),
                "documents": len(documents),
                "revision": carried.revision,
                "rows": carried.rows,
                "log": [log_row(row) for row in case.log()] if whole else [],
            },
        },
    )
    for id in documents:
        _line(out, _document(case, id))
    return len(documents)


def _document(case: Case, id: str) -> Mapping[str, Json]:
    stored, carried = case.document(id), case.carried_document(id)
    return {
        **document_json(stored.document, case.findings(id), stored.problems),
        "states": {
            str(row["id"]): cast(Json, row["state"])
            for rows in carried.rows.values()
            for row in rows
            if "id" in row and "anchored" in row and row["state"] != _SUGGESTED
        },
        "judgements": cast(Json, carried.rows["judgements"]),
        "kept": {
            "original": b64encode(carried.data).decode(),
            "rows": cast(Json, {name: rows for name, rows in carried.rows.items() if name != "judgements"}),
        },
    }


def _line(out: IO[bytes], made: Mapping[str, Json]) -> None:
    try:
        line = json.dumps(made, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        # The name of a file may be no valid text; escaped, it comes back as what it was.
        line = json.dumps(made).encode()
    out.write(line + b"\n")


@dataclass(frozen=True, slots=True)
class JsonlCase:
    """A file that `write_jsonl` wrote: its case, and its documents as they are read, line by line."""

    case: CarriedCase
    documents: Iterator[CarriedDocument]


def read_jsonl(lines: Iterable[bytes], source: str) -> JsonlCase:
    """Read a file of `write_jsonl`; raises `UsageError` for any other, also while its documents are read.

    What `sayso read --jsonl` prints holds too little to make a case of.
    """
    rest = iter(lines)
    try:
        head = json.loads(next(rest, b""))["case"]
        case, there = CarriedCase(str(head["revision"]), _rows(head["rows"])), int(head["documents"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        what = "Its first line is not what `sayso export jsonl` writes; to read documents, use `sayso add`."
        raise UsageError(f"{source} is no exported case. {what}") from None
    return JsonlCase(case, _documents(rest, there, source))


def _documents(lines: Iterable[bytes], there: int, source: str) -> Iterator[CarriedDocument]:
    found = 0
    for number, line in enumerate(lines, start=2):
        try:
            made = json.loads(line)
            kept = made["kept"]
            rows = {**_rows(kept["rows"]), **_rows({"judgements": made["judgements"]})}
            document = CarriedDocument(str(made["text"]), b64decode(kept["original"], validate=True), rows)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            what = "is no document of an exported case: nothing was imported. Export it anew."
            raise UsageError(f"Line {number} of {source} {what}") from None
        found += 1
        yield document
    if found != there:
        what = f"It should hold {there:,} documents and holds {found:,}: nothing was imported. Copy it anew."
        raise UsageError(f"{source} is not whole. {what}")


def _rows(made: object) -> Mapping[str, Sequence[Mapping[str, str]]]:
    """Rows by table; raises `TypeError` for anything else. What their columns hold is for the case to judge."""
    if not isinstance(made, dict) or not all(
        isinstance(rows, list) and all(isinstance(row, dict) for row in rows) for rows in made.values()
    ):
        raise TypeError
    return made
