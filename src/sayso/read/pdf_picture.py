"""A page of a PDF as a picture, for people to see it as it was printed; made in a worker process of its own."""

import struct
import zlib
from collections.abc import Callable

import pypdfium2 as pdfium

from sayso.errors import UnreadableError

_WIDTH = 1100
_TALLEST = 3300
"""Pixels: a taller page is drawn narrower."""
_LEVEL = 3


def make_painter() -> Callable[[tuple[bytes, int]], bytes]:
    """A worker's function: (bytes of a PDF, sheet from 1) → PNG."""
    return lambda job: picture(*job)


def picture(data: bytes, number: int) -> bytes:
    """The sheet (from 1) of a PDF as PNG, at most 1,100 pixels wide. Nothing in the file is executed, forms are not
    drawn. Raises `UnreadableError` for a sheet that is not there or can't be drawn.
    """
    try:
        document = pdfium.PdfDocument(data)
        try:
            if not 1 <= number <= len(document):
                raise UnreadableError(f"It has no page {number}.")
            page = document[number - 1]
            width, height = page.get_size()
            scale = min(_WIDTH / max(width, 1), _TALLEST / max(height, 1))
            bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True, prefer_bgrx=False)
            pixels = bitmap.to_numpy()[:, :, :3]
            return _png(pixels.shape[1], pixels.shape[0], pixels.tobytes())
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        raise UnreadableError("This page can't be drawn.") from error


def _png(width: int, height: int, pixels: bytes) -> bytes:
    """8-bit RGB rows as PNG (ISO/IEC 15948), unfiltered."""
    row = width * 3
    lines = b"".join(b"\0" + pixels[at : at + row] for at in range(0, row * height, row))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, _LEVEL)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
