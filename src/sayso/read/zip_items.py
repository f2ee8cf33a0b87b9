"""Zip archives (APPNOTE 6.3): their files one by one, unpacked in memory alone."""

import stat
import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo

from sayso.errors import UnreadableError
from sayso.model.document import Member
from sayso.read.archive_limits import TooMuchError, read_at_most, refusal
from sayso.read.item_names import ItemNames, is_left_by_system
from sayso.read.reading import Reading

MEDIA_TYPE = "application/zip"
_LOCKED = 0x1
_NAME_IS_UTF8 = 0x800
_MOST_ENTRIES = 1_000_000
_ENTRY = b"PK\x01\x02"
_DAMAGE = (BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


def read_zip(data: bytes, most_bytes: int) -> Reading:
    """The files of a zip archive as members, each with the path it has inside.

    One that is locked, damaged, a link, or would unpack to more than `most_bytes` is a lost member. Raises
    `UnreadableError` if the archive itself can't be opened.
    """
    return Reading(MEDIA_TYPE, None, members=ZipItems(data, most_bytes))


class ZipItems:
    """The files of a zip archive, each unpacked when it is its turn."""

    def __init__(self, data: bytes, most_bytes: int) -> None:
        if data.count(_ENTRY) > _MOST_ENTRIES:
            raise UnreadableError(f"It holds more than {_MOST_ENTRIES:,} files; unpack it and add what is inside.")
        try:
            self._zip = ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise UnreadableError(f"It is a damaged zip archive ({error}); get a whole copy.") from error
        if not self._zip.infolist():
            raise UnreadableError("It is a zip archive with nothing in it.")
        self._most_bytes = most_bytes

    def __iter__(self) -> Iterator[Member]:
        names = ItemNames()
        for entry in self._zip.infolist():
            stated = _stated_name(entry)
            if entry.is_dir() or is_left_by_system(stated):
                continue
            name, problem = names.harmless(stated)
            lost = self._refusal(entry)
            data = b""
            if not lost:
                try:
                    with self._zip.open(entry) as stream:
                        data = read_at_most(stream, self._most_bytes)
                except TooMuchError as error:
                    lost = str(error)
                except _DAMAGE as error:
                    lost = f"It is damaged inside of the archive ({error}); get a whole copy."
            yield Member(name, data, lost or problem, lost=bool(lost))

    def _refusal(self, entry: ZipInfo) -> str:
        if stat.S_ISLNK(entry.external_attr >> 16):
            return "It is a link, which is not followed; add the file it leads to."
        if entry.flag_bits & _LOCKED:
            return "It is locked with a password; unpack the archive with it and add what is inside."
        return refusal(entry.file_size, entry.compress_size, self._most_bytes)


def _stated_name(entry: ZipInfo) -> str:
    """The name as it was meant: programs write UTF-8 without saying so, and the library takes it for code page 437."""
    if entry.flag_bits & _NAME_IS_UTF8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except ValueError:
        return entry.filename
