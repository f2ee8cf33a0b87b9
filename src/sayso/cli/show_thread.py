"""The mails that a mail is among: what it answers, and what answers it."""

from collections.abc import Mapping

from rich.text import Text

from sayso.casebook import Case, DocumentRow, InThread
from sayso.cli.console import folded
from sayso.cli.sheet import Sheet
from sayso.export.mail_thread import header_field

_MOST = 60
_DEEPEST = 12


def show_thread(book: Case, document: str) -> None:
    """The thread of a mail, indented as it was answered; nothing if it stands alone."""
    found, rows = book.thread(document)
    if len(found) < 2:
        return
    missing = sum(one.document is None for one in found)
    lacking = f"; {missing} of them not in the case" if missing else ""
    sheet = Sheet()
    sheet.title(f"The thread ({len(found):,} mails{lacking})")
    for one in found[:_MOST]:
        sheet.paragraph(_line(one, rows, document))
    if len(found) > _MOST:
        sheet.paragraph(Text(f"… and {len(found) - _MOST:,} more (--json has all)", "dim"))


def _line(one: InThread, rows: Mapping[str, DocumentRow], shown: str) -> Text:
    indent = "  " * min(one.depth, _DEEPEST)
    if one.document is None:
        return Text(f"{indent}not in the case: <{folded(one.id)}>", "dim")
    row = rows[one.document]
    parts = [header_field(row, "Date") or "no date", ", ".join(row.metadata.authors) or "nobody named"]
    line = Text(f"{indent}{folded(' · '.join(parts))} · {folded(row.metadata.title or row.name)}")
    if one.document == shown:
        line.stylize("bold")
    line.append(f"  {one.document}", "dim")
    if one.by_subject:
        line.append("  (by its subject alone)", "dim")
    if one.too_early:
        line.append("  sent before what it answers, by their Date fields", "bold")
    return line
