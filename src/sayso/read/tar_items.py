"""Tar archives (POSIX.1-2001 pax, GNU, ustar), compressed or not: their files one by one, in memory alone."""

import tarfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from lzma import LZMAError
from typing import IO, cast

from sayso.errors import UnreadableError
from sayso.model.document import Member
from sayso.read.archive_limits import Limited, TooMuchError, read_at_most, refusal
from sayso.read.item_names import ItemNames, is_left_by_system, shown
from sayso.read.reading import Reading

MEDIA_TYPE = "application/x-tar"
MOST_UNPACKED = 20
"""How many times the size that one file may have an archive may have in all."""
_DAMAGE = (tarfile.TarError, zlib.error, LZMAError, EOFError, OSError, ValueError, OverflowError)


def read_tar(unpack: Callable[[], IO[bytes]], most_bytes: int) -> Reading:
    """The files of a tar archive as members, each with the path it has inside.

    `unpack` opens the archive's bytes, decompressed. Links and devices, and files of more than `most_bytes`, are lost
    members. Going through them raises `UnreadableError` where the archive is damaged, after the files before that.
    """
    return Reading(MEDIA_TYPE, None, members=TarItems(unpack, most_bytes))


def read_tar_file(data: bytes, most_bytes: int) -> Reading:
    """The same for a tar archive that is not compressed."""
    return read_tar(lambda: BytesIO(data), most_bytes)


class TarItems:
    """The files of a tar archive, each unpacked when it is its turn."""

    def __init__(self, unpack: Callable[[], IO[bytes]], most_bytes: int) -> None:
        self._unpack, self._most_bytes = unpack, most_bytes

    def __iter__(self) -> Iterator[Member]:
        names = ItemNames()
        try:
            with (
                self._unpack() as stream,
                # The stream is only ever read forward: what would unpack for hours is left where the limit is.
                tarfile.open(
                    fileobj=cast(IO[bytes], Limited(stream, MOST_UNPACKED * self._most_bytes)),
                    mode="r|",
                ) as archive,
            ):
                for entry in archive:
                    if not entry.isdir() and not is_left_by_system(entry.name):
                        yield self._member(archive, entry, names)
                    archive.members.clear()  # type: ignore[attr-defined]  # it would keep every entry it has passed
        except _DAMAGE as error:
            raise UnreadableError(f"From here on the archive is damaged ({error}); get a whole copy.") from error

    def _member(self, archive: tarfile.TarFile, entry: tarfile.TarInfo, names: ItemNames) -> Member:
        name, problem = names.harmless(entry.name)
        if entry.issym() or entry.islnk():
            what = f"It is a link to {shown(entry.linkname)}, which is not followed; add the file it leads to."
            return Member(name, b"", what, lost=True)
        if not entry.isreg():
            return Member(name, b"", "It is a device or the like, not a file.", lost=True)
        lost = refusal(entry.size, None, self._most_bytes)
        if not lost:
            stream = archive.extractfile(entry)
            try:
                return Member(name, read_at_most(stream, self._most_bytes) if stream else b"", problem)
            except TooMuchError as error:
                lost = str(error)
        return Member(name, b"", lost, lost=True)
