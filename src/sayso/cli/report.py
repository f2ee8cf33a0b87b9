"""`sayso report`: the memo for an editor or a lawyer."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from sayso import casebook
from sayso.cli.console import messages
from sayso.cli.options import DEFAULT_CASE, CaseOption, QueryArgument, query_text
from sayso.errors import UsageError
from sayso.export.memo import Scope, make_memo
from sayso.export.memo.html import memo_html
from sayso.export.memo.markdown import memo_markdown
from sayso.export.new_file import new_file

_ENDINGS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".docx": "docx"}


def report(
    query: QueryArgument = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Where to; the ending (.md, .html, .docx) tells the format."
        ),
    ] = None,
    form: Annotated[
        Literal["md", "html", "docx"] | None, typer.Option("--format", help="The format; default: Markdown.")
    ] = None,
    person: Annotated[
        list[str] | None, typer.Option("--person", metavar="NAME", help="Only about this one; can be repeated.")
    ] = None,
    claim: Annotated[
        list[str] | None, typer.Option("--claim", metavar="ID", help="Only this claim; can be repeated.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="What to call it.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """The memo: what is claimed, on whose word, who denies it, chronology, people, gaps; notes quote the exact words.

    A query narrows it down (after:2021 before:2022-06). What nobody has confirmed stands apart, and is called so.
    """
    chosen = form or (_ENDINGS.get(file.suffix.lower()) if file else "md")
    if chosen is None:
        raise UsageError(f"{file} has an ending that tells no format. Use .md, .html or .docx, or say --format.")
    if chosen == "docx" and file is None:
        raise UsageError("A Word document needs a file to be written to: sayso report -o memo.docx.")
    with casebook.open(case, write=False) as book:
        scope = Scope(query_text(query), tuple(person or ()), tuple(claim or ()))
        memo = make_memo(book, scope, title=title or f"On whose word: {case.stem}", on=date.today())
    if file is None:
        sys.stdout.write(memo_html(memo) if chosen == "html" else memo_markdown(memo))
        return
    with new_file(file, replace=replace) as out:
        if chosen == "docx":
            from sayso.export.memo.docx import write_memo_docx  # loads a library that only this needs

            write_memo_docx(memo, out)
        else:
            text = memo_html(memo) if chosen == "html" else memo_markdown(memo)
            out.write(text.encode("utf-8", "replace"))
    messages().print(f"Wrote {file}: {len(memo.notes)} notes.", markup=False)
