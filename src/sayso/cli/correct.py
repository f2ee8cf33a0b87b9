"""`sayso correct`: what a person knows better about a document."""

from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import output
from sayso.cli.options import DEFAULT_CASE, CaseOption, SignerOption
from sayso.cli.settings import settings_from
from sayso.errors import UsageError


def correct(
    document: Annotated[str, typer.Argument(metavar="ID", help="The document's id, or how it begins.")],
    outlet: Annotated[str | None, typer.Option("--outlet", help="Who published it.")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="EDTF", help="2016-11-08, 2016-11 …")] = None,
    author: Annotated[
        list[str] | None, typer.Option("--author", help="Who wrote it; once for each of several.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its headline or subject.")] = None,
    language: Annotated[str | None, typer.Option("--language", metavar="CODE", help="en, es, de …")] = None,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """Correct outlet, date, author, title or language of a document: signed, logged, kept when it is read again.

    An empty value ("") says that it is not known. The next `sayso add` makes the findings anew where they hang on
    it: relative dates on the date, whether there are any on the language.
    """
    given = {"publisher": outlet, "published": published, "title": title, "language": language}
    if author is not None:
        given["authors"] = "; ".join(author)
    wanted = {field: value for field, value in given.items() if value is not None}
    if not wanted:
        raise UsageError("Say what to correct: --outlet, --published, --author, --title or --language.")
    with casebook.open(case, settings_from({"signer": signer})) as book:
        for field, value in wanted.items():
            done = book.correct(document, field, value or None)
            output().print(f"{done.item}: {field} is {value or 'not known'}, says {done.by}.", markup=False)
        if published is not None or language is not None:
            output().print("`sayso add` on its file makes its findings anew by this.", markup=False)
