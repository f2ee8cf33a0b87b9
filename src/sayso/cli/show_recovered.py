"""The words under a badly made redaction, on demand and with a warning."""

from rich.text import Text

from sayso.casebook import Case, Item, StoredGap
from sayso.cli.console import folded
from sayso.cli.sheet import Sheet
from sayso.errors import UsageError

_WARNING = (
    "Somebody meant these words to be hidden. Publishing them may put people in danger, break a court's order or show "
    "where the file comes from. They are in no list, export or search of this case."
)


def show_recovered(book: Case, item: Item) -> None:
    """The words that can still be read under one redaction; raises `UsageError` if there are none."""
    if not isinstance(item, StoredGap) or not item.gap.recoverable:
        raise UsageError("Only a gap whose words can still be read has something to recover: `sayso gaps` names them.")
    words = book.recover(item)
    if words is None:
        raise UsageError("The words were not found at this place; read the file again with `sayso add`.")
    sheet = Sheet()
    sheet.headline(Text("Words under a redaction", "bold"), item.gap.id)
    sheet.fact("warning", Text(_WARNING, "bold"))
    sheet.fact("words", folded(words))
    sheet.fact("how", folded(item.gap.note))
    sheet.where(item.at)
