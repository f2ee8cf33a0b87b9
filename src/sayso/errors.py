"""What can go wrong: a caller's mistake is an exception, a fault in the data is a `Problem`, a value.

Only the command line and the web app turn either into exit codes and HTTP statuses.
"""

from dataclasses import dataclass


class SaysoError(Exception):
    """Something the caller has to act on; its text is one sentence: what, where, what to do."""


class UsageError(SaysoError):
    """The request itself is wrong: an unknown command, field, file or item."""


class QueryError(UsageError):
    """A query that can't be read.

    `position` is where, in code points from the start of `query`.
    """

    def __init__(self, message: str, query: str, position: int) -> None:
        super().__init__(message)
        self.query = query
        self.position = position


class CaseError(SaysoError):
    """The case file can't be used: damaged, from a newer version, or locked by another writer."""


class ConflictError(SaysoError):
    """An edit was made on a version of the item that is no longer the current one."""


class ModelError(SaysoError):
    """A model is not installed, or its file is not the one that was recorded."""


class UnreadableError(SaysoError):
    """A reader can't make a text of these bytes; whoever called the reader makes a `Problem` of it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the data that cost something, kept and shown.

    `document` names the file (and the member inside it: `mail.mbox!3`), `what` says in one sentence what could
    not be read and why, `todo` what a person can do about it. `unread` if nothing of the document could be read;
    otherwise it is in the case, and this is what it lacks. `span` is where in the document's text (code points,
    half-open), where that is known.
    """

    document: str
    what: str
    todo: str = ""
    unread: bool = False
    span: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.document}: {self.what}" + (f" {self.todo}" if self.todo else "")
