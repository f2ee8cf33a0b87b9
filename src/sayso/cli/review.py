"""`sayso review`: what people decide, at the keyboard or by options; one command a kind of thing."""

import typer

from sayso.cli.review_added import add_event
from sayso.cli.review_claims import claims
from sayso.cli.review_findings import events, statements
from sayso.cli.review_pairs import happenings, people

review = typer.Typer(
    help="Decide: confirm, reject, join, split, undo. `sayso review claims` begins with what needs a person most.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_QUERY = {"ignore_unknown_options": True, "help_option_names": ["--help"]}

for _command in (claims, statements, events, people, happenings):
    review.command(context_settings=_QUERY if _command in (claims, statements, events) else None)(_command)
review.command("add-event")(add_event)
