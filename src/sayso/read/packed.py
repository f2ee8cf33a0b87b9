"""Files compressed one by one (gzip, bzip2, xz): what is inside, unpacked in memory alone."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from sayso.errors import UnreadableError
from sayso.read.archive_limits import TooMuchError, in_words, read_at_most
from sayso.read.kinds import Kind

_MOST_LZMA_MEMORY = 256 << 20
_HEAD = 512
_SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
_DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError, MemoryError, ValueError)


class Packed:
    """A compressed file: the `name` of what is inside, its first bytes, all of it, or a stream of it."""

    def __init__(self, kind: Kind, name: str, data: bytes) -> None:
        path = PurePosixPath(name)
        self.name = path.stem + _SHORT.get(path.suffix.lower(), "")
        self._kind, self._data = kind, data

    def open(self) -> IO[bytes]:
        """A stream of what is inside; reading it raises what the library raises for damage."""
        held = BytesIO(self._data)
        if self._kind is Kind.BZIP2:
            return bz2.BZ2File(held)
        return lzma.LZMAFile(held) if self._kind is Kind.XZ else gzip.GzipFile(fileobj=held)  # type: ignore[return-value]

    def head(self) -> bytes:
        """The first 512 bytes; raises `UnreadableError` for damage."""
        return self._tried(lambda stream: stream.read(_HEAD))

    def content(self, most_bytes: int) -> bytes:
        """All of it; raises `UnreadableError` for damage, or if it is more than `most_bytes`."""
        return self._tried(lambda stream: read_at_most(stream, most_bytes), most_bytes)

    def _tried(self, work: Callable[[IO[bytes]], bytes], most_bytes: int = 0) -> bytes:
        self._check_memory()
        try:
            with self.open() as stream:
                return work(stream)
        except TooMuchError as error:
            what = f"It unpacks to more than {in_words(most_bytes)}, the most that is read; unpack and split it."
            raise UnreadableError(what) from error
        except _DAMAGE as error:
            raise UnreadableError(f"It is a damaged {self._kind} file ({error}); get a whole copy.") from error

    def _check_memory(self) -> None:
        """An xz file states how much memory unpacking takes, up to 4 GiB: it is asked first."""
        if self._kind is not Kind.XZ:
            return
        try:
            lzma.LZMADecompressor(memlimit=_MOST_LZMA_MEMORY).decompress(self._data[: 1 << 16], max_length=1)
        except lzma.LZMAError as error:
            what = f"It is an xz file that can't be unpacked here ({error}); unpack it by hand."
            raise UnreadableError(what) from error
