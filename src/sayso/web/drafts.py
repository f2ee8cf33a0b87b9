"""Checks drafts behind the reader's back. They are kept in memory alone, and forgotten with the desk."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso import casebook
from sayso.casebook import DraftSentence
from sayso.errors import SaysoError, UsageError
from sayso.settings import Settings

_KEPT = 8


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was pasted: its sentences once they are checked, or what went wrong."""

    id: str
    name: str
    sentences: Sequence[DraftSentence] = ()
    busy: bool = True
    wrong: str = ""


class Drafts:
    """The drafts of one run of the desk, checked one at a time."""

    def __init__(self, case: Path, settings: Settings) -> None:
        self._case = case
        self._settings = settings
        self._known: OrderedDict[str, Draft] = OrderedDict()
        self._one = threading.Lock()

    def every(self) -> Sequence[Draft]:
        """All that are kept, the latest first."""
        return list(self._known.values())[::-1]

    def draft(self, id: str) -> Draft:
        """The draft of this id; raises `UsageError`."""
        if id not in self._known:
            raise UsageError("This draft is forgotten: drafts are kept only while the desk runs. Paste it again.")
        return self._known[id]

    def start(self, text: str, name: str) -> str:
        """Begin to check a draft; its id. Raises `UsageError` while another one is checked."""
        if not self._one.acquire(blocking=False):
            raise UsageError("Another draft is being checked. Wait until that is done, then check this one.")
        made = Draft(secrets.token_hex(6), name)
        self._known[made.id] = made
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        threading.Thread(target=self._check, args=(made, text), name="draft", daemon=True).start()
        return made.id

    def _check(self, made: Draft, text: str) -> None:
        wrong = "Something in Sayso went wrong; the window it runs in says what."
        found: Sequence[DraftSentence] = ()
        try:
            with TemporaryDirectory(prefix="sayso-draft-") as folder:
                file = Path(folder) / "draft.txt"
                file.write_text(text, encoding="utf-8", errors="replace")
                with casebook.open(self._case, self._settings, write=False) as book:
                    found = book.draft(str(file))
            wrong = ""
        except SaysoError as error:
            wrong = str(error)
        finally:
            self._known[made.id] = replace(made, sentences=found, busy=False, wrong=wrong)
            self._one.release()
