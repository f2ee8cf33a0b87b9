"""All formats that findings are written in: how each is written, and what its files are called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from sayso.casebook import Case
from sayso.errors import UsageError
from sayso.export.bibtex import write_bibtex
from sayso.export.claimreview import write_claimreview
from sayso.export.csv import write_csv
from sayso.export.ftm import write_ftm
from sayso.export.gexf import write_gexf
from sayso.export.graphml import write_graphml
from sayso.export.jsonl import write_jsonl
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


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written, how its files end, what it counts, and the tables one can choose of."""

    write: Callable[[Case, str, Sequence[Table], IO[bytes]], int]
    ending: str
    counts: str
    tables: Sequence[Table] = ()


def export(case: Case, format_: Format, query: str, only: Table | None, out: IO[bytes]) -> int:
    """Write what the query asks for, all tables of the format or `only` one; returns how many entries.

    Raises `UsageError` for a table that the format does not have, `QueryError` for a query that can't be asked of it.
    """
    writer = WRITERS[format_]
    if only is None:
        return writer.write(case, query, writer.tables, out)
    if only not in writer.tables:
        has = f"it has {', '.join(writer.tables)}" if writer.tables else "it is made of one kind of thing"
        raise UsageError(f"{format_} has no table {only} to choose: {has}.")
    return writer.write(case, query, (only,), out)


def file_name(case: str, format_: Format, only: Table | None) -> str:
    """What a file is called by default: after the case, the table and the format."""
    ending = ".csv" if only and format_ is Format.CSV else WRITERS[format_].ending
    return f"{case}{f'.{only}' if only else ''}{ending}"


def _whole(write: Callable[[Case, str, IO[bytes]], int]) -> Callable[[Case, str, Sequence[Table], IO[bytes]], int]:
    return lambda case, query, _, out: write(case, query, out)


def _xlsx(case: Case, query: str, tables: Sequence[Table], out: IO[bytes]) -> int:
    from sayso.export.xlsx import write_xlsx  # loads a library that nothing else needs

    return write_xlsx(case, query, tables, out)


_FOUND = (Table.STATEMENTS, Table.EVENTS)

WRITERS: Mapping[Format, Writer] = {
    Format.CSV: Writer(write_csv, ".csv.zip", "rows", tuple(Table)),
    Format.XLSX: Writer(_xlsx, ".xlsx", "rows", tuple(Table)),
    Format.TIMELINEJS: Writer(_whole(write_timelinejs), ".timeline.json", "events"),
    Format.GEXF: Writer(_whole(write_gexf), ".gexf", "contacts"),
    Format.GRAPHML: Writer(_whole(write_graphml), ".graphml", "contacts"),
    Format.WEBANNOTATION: Writer(write_webannotation, ".annotations.jsonld", "annotations", _FOUND),
    Format.BIBTEX: Writer(_whole(write_bibtex), ".bib", "documents"),
    Format.FTM: Writer(write_ftm, ".ftm.jsonl", "entities", (*_FOUND, Table.PEOPLE)),
    Format.CLAIMREVIEW: Writer(_whole(write_claimreview), ".claims.jsonld", "claims"),
    Format.JSONL: Writer(_whole(write_jsonl), ".jsonl", "documents"),
}
