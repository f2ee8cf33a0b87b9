"""Brings a case to today's tables: numbered steps in `versions/`, each run once, in one transaction."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

REVISIONS: Sequence[str] = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0010",
    "0011",
    "0014",
    "0013",
    "0015",
    "0016",
    "0012",
    "0018",
)
"""All steps there are, in order. Here, so that opening a case need not load the library that runs them."""

HEAD = REVISIONS[-1]


def migrate(connection: Connection, to: str = HEAD) -> None:
    """Run the steps up to `to` that this case has not seen, inside of the caller's transaction."""
    # Loading it takes longer than opening a case, and few openings need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
