"""`sayso search`: full text over documents and findings."""

from rich.text import Text

from sayso import casebook
from sayso.casebook import Hit
from sayso.cli.console import folded, output, print_json, table
from sayso.cli.listing import count_line, day
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.cli.statements import show_statements
from sayso.errors import UsageError
from sayso.export.listing import document_row, statement_row

_AROUND = 70
_SHOWN_A_DOCUMENT = 3

_ROWS = 20


def search(
    query: QueryArgument = None, case: CaseOption = DEFAULT_CASE, json: JsonOption = False, limit: LimitOption = None
) -> None:
    """Full text over documents and what was found in them: words, "phrases", OR, NOT, -, *, fields, ranges."""
    asked = query_text(query)
    if not asked.strip():
        raise UsageError("`sayso search` wants words to look for, such as sayso search '\"board meeting\" -draft'.")
    with casebook.open(case, write=False) as book:
        hits = list(book.search(asked, limit=limit if json else limit or _ROWS))
        documents = book.count("documents", asked)
        statements = (
            list(book.statements(asked, limit=limit if json else limit or _ROWS))
            if _also_statements(book, asked)
            else []
        )
        said = book.count("statements", asked) if statements else 0
    if json:
        found = [{**document_row(h.document), "hits": [[s.start, s.end] for s in h.spans]} for h in hits]
        print_json({"documents": found, "statements": [statement_row(s) for s in statements]})
        return
    if hits:
        rows: list[list[str | Text]] = [
            [folded(h.document.name), day(h.document.metadata.published), _in_context(h), h.document.id] for h in hits
        ]
        output().print(table([("document", 3), ("published", 0), ("words", 9), ("id", 0)], rows))
    output().print(count_line(len(hits), documents, "documents", "`sayso show ID` shows one"))
    if statements:
        output().print()
        show_statements(statements)
        output().print(count_line(len(statements), said, "statements", "`sayso show ID` shows one in its context"))


def _also_statements(book: casebook.Case, asked: str) -> bool:
    """Whether the query asks for nothing that only documents have."""
    try:
        book.count("statements", asked)
    except UsageError:
        return False
    return True


def _in_context(hit: Hit) -> Text:
    shown = Text()
    for span in hit.spans[:_SHOWN_A_DOCUMENT]:
        start, end = max(0, span.start - _AROUND), min(len(hit.text), span.end + _AROUND)
        shown.append("…" + _inner(hit.text[start : span.start]))
        shown.append(_inner(hit.text[span.start : span.end]), style="bold reverse")
        shown.append(_inner(hit.text[span.end : end]) + "…\n")
    more = len(hit.spans) - _SHOWN_A_DOCUMENT
    if more > 0:
        shown.append(f"and {more} more places")
    shown.rstrip()
    return shown


def _inner(text: str) -> str:
    """Text folded to one line, a blank at either end kept."""
    return (" " if text[:1].isspace() else "") + folded(text) + (" " if text[-1:].isspace() and text.strip() else "")
