"""Options that several commands share, each with the words `--help` teaches it by."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

CaseOption: TypeAlias = Annotated[
    Path, typer.Option("--case", metavar="FILE", help="The case: one file that holds everything.", show_default=True)
]
DEFAULT_CASE = Path("case.sayso")

SignerOption: TypeAlias = Annotated[
    str | None, typer.Option("--as", metavar="NAME", help="Sign what is decided with this name; default: your login.")
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="JSON for programs instead of a table.")]
LimitOption: TypeAlias = Annotated[
    int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many rows; --json gives all by default.")
]
QueryArgument: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]...",
        help='Narrow down: speaker:Flynn after:2016-11 "sanctions" -Iran (docs/query.md has the whole language).',
        show_default=False,
    ),
]
WorkersOption: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, metavar="N", help="Reading processes (about half a gigabyte each); default: one a core."
    ),
]
PublishedOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--published", metavar="EDTF", help="Date for documents that carry none: 2019-03, 2016-11-08 …"),
]
SecondsOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--document-seconds", min=1, metavar="N", help="Give a document up after so long; default 600."),
]
FileMegabytesOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--file-megabytes", min=1, metavar="N", help="Don't read larger files (in MiB); default 200."),
]
MegabytesOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--document-megabytes", min=100, metavar="N", help="Memory a document may take (MiB); default 1500."),
]
MembersOption: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--members", min=1, metavar="N", help="Documents taken out of one archive or mailbox at most; default 100,000."
    ),
]
CharactersOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--characters", min=1, metavar="N", help="Longer texts get no findings; default 20,000,000."),
]
CaseSecondsOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--case-seconds", min=0, metavar="N", help="Wait so long for others who write; default 30."),
]
ModelOption: TypeAlias = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy model, by name or path.")
]


def query_text(words: list[str] | None) -> str:
    """The query as typed: the words joined again, those with blanks in quotation marks as the shell had them."""
    return " ".join(_as_typed(w) for w in words) if words and len(words) > 1 else (words or [""])[0]


def _as_typed(word: str) -> str:
    has_syntax = any(sign in word for sign in '":()')
    return f'"{word}"' if " " in word and not has_syntax else word
