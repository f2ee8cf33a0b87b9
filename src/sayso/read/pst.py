"""Outlook mailboxes (`.pst`), through the optional program readpst (libpst): each mail a member, in its folder."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.errors import UnreadableError
from sayso.model.document import Member
from sayso.read.archive_limits import in_words
from sayso.read.item_names import ItemNames
from sayso.read.reading import Reading

MEDIA_TYPE = "application/vnd.ms-outlook-pst"
PROGRAM = "readpst"
_ARGUMENTS = ("-q", "-e", "-8", "-t", "eajc", "-j", "0")
"""Quietly, every item a file with its suffix, UTF-8; mails, appointments, journals and contacts; no child processes."""
_MOST_SECONDS = 3600


def read_pst(data: bytes, most_bytes: int) -> Reading:
    """The mails, appointments and contacts of an Outlook mailbox as members, with the path of their folder.

    Going through them runs readpst in a private folder that is deleted after. Raises `UnreadableError` if it is not
    installed; going through them does if it fails.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise UnreadableError(
            f"It is an Outlook mailbox: install {PROGRAM} (the package pst-utils) to have it read, or export its mails "
            "as .mbox."
        )
    return Reading(MEDIA_TYPE, None, members=PstItems(program, data, most_bytes))


class PstItems:
    """The items of an Outlook mailbox."""

    def __init__(self, program: str, data: bytes, most_bytes: int) -> None:
        self._program, self._data, self._most_bytes = program, data, most_bytes

    def __iter__(self) -> Iterator[Member]:
        with TemporaryDirectory(prefix="sayso-") as folder:
            mailbox, out = Path(folder, "mailbox.pst"), Path(folder, "out")
            mailbox.write_bytes(self._data)
            out.mkdir()
            self._run(mailbox, out)
            names = ItemNames()
            for path in sorted(_files(out)):
                name, _ = names.harmless(path.relative_to(out).as_posix())
                size = path.stat().st_size
                if size > self._most_bytes:
                    what = f"It has {in_words(size)}, more than the {in_words(self._most_bytes)} read of one file."
                    yield Member(name, b"", what, lost=True)
                else:
                    yield Member(name, path.read_bytes())

    def _run(self, mailbox: Path, out: Path) -> None:
        command = [self._program, *_ARGUMENTS, "-o", str(out), str(mailbox)]
        try:
            done = subprocess.run(  # noqa: S603 - a known program, its arguments our own
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_MOST_SECONDS,
                check=False,
                env={"PATH": os.environ.get("PATH", ""), "HOME": str(out), "LC_ALL": "C.UTF-8"},
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UnreadableError(f"{PROGRAM} could not read it ({error}); export its mails as .mbox.") from error
        if done.returncode and not any(_files(out)):
            said = " ".join(done.stderr.decode("utf-8", "replace").split())[:200]
            raise UnreadableError(
                f"{PROGRAM} could not read it ({said or 'without a reason'}); export its mails as .mbox."
            )


def _files(folder: Path) -> Iterator[Path]:
    """Regular files below a folder; links are none, whoever made them."""
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            if path.is_file() and not path.is_symlink():
                yield path
