"""What an archive may ask of the machine: sizes before and while unpacking."""

from typing import IO

from sayso.errors import UnreadableError

MOST_RATIO = 400
"""How many times smaller a file may be packed: text packs to a tenth, a table of zeros to a hundredth."""
RATIO_FROM = 4 << 20
"""Bytes up to which a file may be packed as small as it likes: it can't hurt."""
_CHUNK = 1 << 20
_MOST_ENDS = 16


class TooMuchError(Exception):
    """More came out than may; its text is a sentence about an item."""


def refusal(size: int, packed: int | None, most_bytes: int) -> str:
    """Why an item that states these sizes (bytes; `packed` where known) is not unpacked; empty if it is."""
    if size > most_bytes:
        return f"It would unpack to {in_words(size)}, more than the {in_words(most_bytes)} that are read of one file."
    if packed is not None and size > RATIO_FROM and size > MOST_RATIO * max(1, packed):
        return f"It would unpack from {in_words(packed)} to {in_words(size)}, as files made to fill memories do."
    return ""


def read_at_most(stream: IO[bytes], most_bytes: int) -> bytes:
    """All of a stream, read in chunks so that a lie about its size is noticed before it fills the memory.

    Raises `TooMuchError` after `most_bytes`.
    """
    read = bytearray()
    while chunk := stream.read(_CHUNK):
        read += chunk
        if len(read) > most_bytes:
            raise TooMuchError(f"It unpacks to more than the {in_words(most_bytes)} that are read of one file.")
    return bytes(read)


class Limited:
    """A stream that ends with `UnreadableError` after `most_bytes`: what tar and WARC files are unpacked through."""

    def __init__(self, stream: IO[bytes], most_bytes: int) -> None:
        self._stream, self._left, self._most = stream, most_bytes, most_bytes
        self._ends = 0

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end; `EOFError` for who goes on asking after that."""
        data = self._stream.read(size)
        self._ends += not data
        if self._ends > _MOST_ENDS:
            # A library that was told of a file of a terabyte would look for its end in a hundred million steps.
            raise EOFError("it ends inside of a file")
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(
                f"It unpacks to more than {in_words(self._most)}; what comes after that is not read. Unpack it by hand."
            )
        return data


def in_words(count: int) -> str:
    """A number of bytes as people say it."""
    return f"{count // (1 << 20):,} MiB" if count >= 1 << 20 else f"{count:,} bytes"
