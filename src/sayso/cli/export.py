"""`sayso export`: the findings in the formats of other programs."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from sayso import casebook
from sayso.casebook import Case
from sayso.cli.console import messages
from sayso.cli.options import DEFAULT_CASE, CaseOption, QueryArgument, query_text
from sayso.errors import UsageError
from sayso.export.bibtex import write_bibtex
from sayso.export.claimreview import write_claimreview
from sayso.export.csv import write_csv
from sayso.export.ftm import write_ftm
from sayso.export.gexf import write_gexf
from sayso.export.graphml import write_graphml
from sayso.export.jsonl import write_jsonl
from sayso.export.new_file import new_file
from sayso.export.sheets import Table
from sayso.export.timelinejs import write_timelinejs
from sayso.export.webannotation import write_webannotation


class Format(StrEnum):
    """What can be written."""

    CSV = "csv"
    XLSX = "xlsx"
    TIMELINEJS = "timelinejs"
    GEXF = "gexf"
    GRAPHML = "graphml"
    WEBANNOTATION = "webannotation"
    BIBTEX = "bibtex"
    FTM = "ftm"
    CLAIMREVIEW = "claimreview"
    JSONL = "jsonl"


_Write = Callable[[Case, str, Sequence[Table], IO[bytes]], int]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a format is written, how its files end, what it counts, and the tables one can choose of."""

    write: _Write
    ending: str
    counts: str
    tables: Sequence[Table] = ()


def _whole(write: Callable[[Case, str, IO[bytes]], int]) -> _Write:
    return lambda case, query, tables, out: write(case, query, out)


def _xlsx(case: Case, query: str, tables: Sequence[Table], out: IO[bytes]) -> int:
    from sayso.export.xlsx import write_xlsx  # loads a library that no other command needs

    return write_xlsx(case, query, tables, out)


_KINDS: Mapping[Format, _Kind] = {
    Format.CSV: _Kind(write_csv, ".csv.zip", "rows", tuple(Table)),
    Format.XLSX: _Kind(_xlsx, ".xlsx", "rows", tuple(Table)),
    Format.TIMELINEJS: _Kind(_whole(write_timelinejs), ".timeline.json", "events"),
    Format.GEXF: _Kind(_whole(write_gexf), ".gexf", "contacts"),
    Format.GRAPHML: _Kind(_whole(write_graphml), ".graphml", "contacts"),
    Format.WEBANNOTATION: _Kind(
        write_webannotation, ".annotations.jsonld", "annotations", (Table.STATEMENTS, Table.EVENTS)
    ),
    Format.BIBTEX: _Kind(_whole(write_bibtex), ".bib", "documents"),
    Format.FTM: _Kind(write_ftm, ".ftm.jsonl", "entities", (Table.STATEMENTS, Table.EVENTS, Table.PEOPLE)),
    Format.CLAIMREVIEW: _Kind(_whole(write_claimreview), ".claims.jsonld", "claims"),
    Format.JSONL: _Kind(_whole(write_jsonl), ".jsonl", "documents"),
}


def export(
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(Format)}.")],
    query: QueryArgument = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help="Where to; - is standard output; default: beside you."),
    ] = None,
    only: Annotated[Table | None, typer.Option("--only", help="Only this table, where the format has several.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of a file that is there.")] = False,
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Write findings for spreadsheets, timelines, graphs, annotation tools, reference managers (docs/exports.md).

    What is suggested and what a person confirmed are told apart in every format; what was rejected is left out. The
    file appears whole or not at all, and takes the place of another only with --replace.
    """
    kind = _KINDS[format_]
    if only and only not in kind.tables:
        has = f"it has {', '.join(kind.tables)}" if kind.tables else "it is made of one kind of thing"
        raise UsageError(f"{format_} has no table {only} to choose: {has}.")
    tables = (only,) if only else kind.tables
    with casebook.open(case, write=False) as book:
        if str(out) == "-":
            written = kind.write(book, query_text(query), tables, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        file = out or Path(f"{case.stem}{_ending(format_, only)}")
        with new_file(file, replace=replace) as made:
            written = kind.write(book, query_text(query), tables, made)
    messages().print(f"Wrote {written:,} {kind.counts} to {file}.", markup=False)


def _ending(format_: Format, only: Table | None) -> str:
    if only is None:
        return _KINDS[format_].ending
    return f".{only}.csv" if format_ is Format.CSV else f".{only}{_KINDS[format_].ending}"
