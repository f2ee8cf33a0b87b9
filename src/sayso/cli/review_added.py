"""`sayso review add-event`: an event put on the chronology by hand, with its words in a document."""

import re
from typing import Annotated

import typer

from sayso import casebook
from sayso.casebook import Case
from sayso.cli.options import DEFAULT_CASE, CaseOption, SignerOption
from sayso.cli.settings import settings_from
from sayso.cli.show_finding import show_event
from sayso.errors import UsageError
from sayso.model.event import EventKind, EventStatus
from sayso.model.span import Span


def add_event(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, as `sayso documents` shows it.")],
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="Its words that tell of the event, exactly as they stand.")
    ],
    kind: Annotated[EventKind, typer.Option("--kind", help="What it was.")],
    who: Annotated[
        list[str], typer.Option("--with", metavar="NAME", help="Who took part: a name or an id; can be repeated.")
    ],
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DATE", help='When: EDTF (2016-11-08, 2016-11~, 2016-11-08/..) or words ("8 May 2016").'
        ),
    ] = None,
    time: Annotated[str | None, typer.Option("--time", metavar="HH:MM", help="The time of day.")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="Where it was.")] = None,
    status: Annotated[
        EventStatus, typer.Option("--status", help="What is said of it.", show_default=True)
    ] = EventStatus.OCCURRED,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="NAME", help="On whose word, from the outermost inwards; can be repeated."),
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """Add an event by hand that stands in a document: confirmed, signed, logged, kept when the document is read again.

    `sayso review events --undo ID` takes it back.
    """
    with casebook.open(case, settings_from({"signer": signer})) as book:
        found = _find(book, document, words)
        made = book.add_event(
            document,
            found.start,
            found.end,
            kind,
            participants=who,
            date=date,
            time=time,
            place=place,
            status=status,
            according_to=source or (),
        )
        book.weigh()
        show_event(book, made)


def _find(book: Case, document: str, words: str) -> Span:
    """The only place where these words stand, whatever the white space between them."""
    parts = [re.escape(word) for word in words.split()]
    if not parts:
        raise UsageError("Say which words tell of the event.")
    places = [
        Span(*m.span()) for m in re.finditer(r"\s+".join(parts), book.document(document).document.text.characters)
    ]
    if len(places) == 1:
        return places[0]
    what = f"stand {len(places)} times in it: write more of them" if places else "don't stand in it"
    raise UsageError(f"These words {what}. `sayso show {document}` shows its text.")
