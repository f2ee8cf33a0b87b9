"""`sayso draft`: each sentence of a draft beside what the documents say to it."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sayso import casebook
from sayso.casebook import Bearing, DraftSentence
from sayso.cli.console import folded, messages, output, print_json, shorten
from sayso.cli.listing import day
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption
from sayso.errors import UsageError
from sayso.export.claim_words import status_words, weight
from sayso.export.draft import draft_html, draft_json
from sayso.export.new_file import new_file
from sayso.export.quoted import quoted

_WORDS = 220


def draft(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The draft: text, Markdown or DOCX.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write it as one page (HTML) to read and to print.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
) -> None:
    """Check a draft: each sentence with the claims that support, deny or report it, or "nothing found".

    Numbers, dates and names that differ from the documents are pointed at. The draft is read, and kept nowhere.
    """
    if not Path(file).is_file():
        raise UsageError(f"There is no file {file!r}.")
    with casebook.open(case, write=False) as book:
        if html is None:
            found = book.draft(file)
        else:
            with new_file(html, replace=replace) as out:  # a file that is in the way is told before anything is read
                found = book.draft(file)
                out.write(draft_html(found, Path(file).name).encode("utf-8", "replace"))
            messages().print(f"Wrote {html}.", markup=False)
    if json:
        print_json(draft_json(found))
    elif not html:
        for sentence in found:
            _show(sentence)
        bare = sum(not sentence.bearings for sentence in found)
        differ = sum(bool(sentence.differences) for sentence in found)
        output().print(
            f"\n{len(found)} sentences: {bare} with nothing found, {differ} with details that differ. "
            "`sayso claims ID` shows a claim."
        )


def _show(sentence: DraftSentence) -> None:
    out = output()
    out.print(Text(f"\n{folded(sentence.words)}", "bold"))
    for difference in sentence.differences:
        found = ", ".join(map(folded, difference.found))
        out.print(
            Text.assemble(
                ("  ! ", "bold red"),
                f"{difference.about}: {quoted(folded(difference.said))}, the documents have {found}",
            )
        )
    if not sentence.bearings:
        out.print(Text("  nothing found", "dim"))
    for bearing in sentence.bearings:
        _bearing(bearing)


def _bearing(bearing: Bearing) -> None:
    claim, position = bearing.claim, bearing.position
    out = output()
    head = Text.assemble("  ", (status_words(claim.claim), "bold"), f" · {weight(claim)}  ", (claim.claim.id, "dim"))
    out.print(head)
    voices = " › ".join(map(folded, position.chain))
    where = ", ".join(part for part in (day(position.published), folded(position.name)) if part)
    out.print(Text(f"    {quoted(shorten(position.words, _WORDS))} — {voices}, {where}"))
