"""`sayso statements`: who said what."""

from rich.text import Text

from sayso import casebook
from sayso.casebook import Found, StoredStatement
from sayso.cli.console import folded, output, print_json, shorten, table
from sayso.cli.listing import NOT_HERE, count_line, doubtful_day, place
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.cli.wording import who
from sayso.export.listing import statement_row
from sayso.export.wording import ACTS
from sayso.model.statement import Act

_MOST_WORDS = 400
_ROWS = 50
_WIDE = 150
_ENDS = (",", "!", "?", "”", '"', "…")


def statements(
    query: QueryArgument = None, case: CaseOption = DEFAULT_CASE, json: JsonOption = False, limit: LimitOption = None
) -> None:
    """Who said what, where, in the exact words; the cue in front of them, a confidence below the act."""
    with casebook.open(case, write=False) as book:
        asked = query_text(query)
        if json:
            print_json([statement_row(found) for found in book.statements(asked, limit=limit)])
            return
        found = list(book.statements(asked, limit=limit or _ROWS))
        there = book.count("statements", asked)
    show_statements(found)
    output().print(count_line(len(found), there, "statements", "`sayso show ID` shows one in its context"))


def show_statements(found: list[StoredStatement], *, of_one_document: bool = False) -> None:
    """The table of statements; nothing for none. Only a wide one has a column for the place.

    `of_one_document`: all of them stand in a document that is shown above, so that of the place only the page is told.
    """
    if not found:
        return
    rows: list[list[str | Text]]
    if output().width < _WIDE or of_one_document:
        columns = [("who", 4), ("act", 0), ("words", 10), ("id", 0)]
        places = [_page(f.at) if of_one_document else _place(f.at) for f in found]
        rows = [
            [_who(f), _act(f), _words(f).append(f"\n— {where}" if where else "", "dim"), f.statement.id]
            for f, where in zip(found, places, strict=True)
        ]
    else:
        columns = [("who", 4), ("act", 0), ("words", 9), ("where", 4), ("id", 0)]
        rows = [[_who(f), _act(f), _words(f), place(f.at), f.statement.id] for f in found]
    output().print(table(columns, rows))


def _place(at: Found) -> str:
    """Outlet, date, page and file on a line."""
    parts = (at.publisher or "", doubtful_day(at.published, at.published_sure), _page(at), at.name)
    gone = f"({at.document_state.value})" if at.document_state.value in NOT_HERE else ""
    return " · ".join(folded(part) for part in (*parts, gone) if part)


def _page(at: Found) -> str:
    return folded(at.place)


def _who(found: StoredStatement) -> Text:
    """The speaker, and the voices between the document and it."""
    shown = Text(who(found), "italic" if found.statement.unnamed else "", overflow="fold")
    between = found.statement.chain[1:-1]
    if between:
        shown.append("\nvia " + " › ".join(folded(voice.name) for voice in between), "dim")
    return shown


def _act(found: StoredStatement) -> Text:
    """The act, with the confidence below; what is said plainly is told in a low voice, so that denials stand out."""
    act = found.statement.act
    return Text.assemble(
        (ACTS[act], "dim" if act is Act.ASSERT else "bold"), "\n", (f"{found.statement.confidence:.0%}", "dim")
    )


def _words(found: StoredStatement) -> Text:
    """Cue and content in the order of the text: "denied that the gates were open", "The gates were open, said"."""
    cue, content = folded(found.cue), shorten(found.content, _MOST_WORDS)
    if not any(map(str.isalpha, cue)):  # the colon behind a label
        cue = ""
    roles = found.statement.attribution
    first, then = (content, cue) if roles.cue and roles.content and roles.content[0] < roles.cue[0] else (cue, content)
    shown = Text(overflow="fold")
    for part in filter(None, (first, then)):
        if shown:
            shown.append(" " if part is content or shown.plain.endswith(_ENDS) else ", ")
        shown.append(part, "italic" if part is cue else "")
    return shown if shown else Text(shorten(found.context, _MOST_WORDS), overflow="fold")
