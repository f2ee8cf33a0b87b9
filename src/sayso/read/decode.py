"""Bytes to characters: which encoding a file is in, and what to do where it is in two."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from sayso.errors import UnreadableError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,400}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_DECLARED_WITHIN = 8192
_NOT_FOR_TEXT = frozenset(
    {
        "base64", "bz2", "hex", "quopri", "rot13", "rot-13", "uu", "zlib", "idna", "punycode", "undefined",
        "unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape"
    }
)  # fmt: skip
"""Python codecs that a hostile file could name and that are no character encodings."""
_STRAY = re.compile(r"[\udc80-\udcff]+")
_STRAYS_TOLERATED = 0.02
"""A larger share of bytes that are no UTF-8 means that the file is in another encoding as a whole."""
_FEW_NULS = 4
_NULS_TOLERATED = 0.001
_SAMPLE = 1 << 20
_WESTERN = frozenset("‘’“”„–—…€£¥§°·•©®™«»¿¡½¼¾×ªº´ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüœŒ\xa0\xad")
_TWO_ACCENTED = re.compile(r"[À-ÿ]{2}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read by, and what was wrong with it."""

    characters: str
    encoding: str
    problems: tuple[str, ...] = ()


def decode(data: bytes, *, markup: bool = False) -> Decoded:
    """Read bytes as characters, the byte order mark left out, everything else kept; with `markup` the encoding that
    an HTML or XML file declares counts.

    In order: byte order mark, UTF-8, the declared encoding, UTF-16 without a mark, a guess by statistics, Windows-1252.
    UTF-8 goes before the declaration because bytes that are valid UTF-8 and not ASCII are hardly ever anything else.
    Raises `UnreadableError` for binary data.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide, (f"It has no byte order mark and was read as {wide}.",))
    if data.count(0) > max(_FEW_NULS, len(data) * _NULS_TOLERATED):
        raise UnreadableError("It holds binary data, not text; convert it to text, HTML, PDF or DOCX first.")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if markup else None
    if declared and declared != "utf-8":
        try:
            return Decoded(data.decode(declared), declared)
        except (UnicodeDecodeError, ValueError):
            pass
    return _mixed(data) or _guessed(data)


def _with_mark(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _mixed(data) or _guessed(data)
        problem = (
            f"Some of it is no {encoding}, the encoding it starts with; the bytes that are not are shown as \ufffd."
        )
        return Decoded(data.decode(encoding, "replace"), encoding, (problem,))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a zero in every other byte."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0) / (len(sample) / 2), sample[1::2].count(0) / (len(sample) / 2)
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _declared(data: bytes) -> str | None:
    """The declared encoding as browsers take it: `iso-8859-1` and `ascii` mean Windows-1252 (WHATWG Encoding)."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    # What could be read in ASCII is in no wide encoding.
    return None if name.startswith(("utf-16", "utf-32")) or name in _NOT_FOR_TEXT else name


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 with stray bytes of Windows-1252 between, as pasting from old programs makes; `None` if there are many."""
    characters = data.decode("utf-8", "surrogateescape")
    strays = sum(len(run) for run in _STRAY.findall(characters))
    beyond_ascii = sum(1 for c in characters if c > "\x7f")
    if strays > len(data) * _STRAYS_TOLERATED or strays * 2 > beyond_ascii:
        return None
    repaired = _STRAY.sub(lambda m: _windows(m[0].encode("utf-8", "surrogateescape")), characters)
    what = f"It is UTF-8 but for {strays} bytes, which were read as Windows-1252; check words with odd characters."
    return Decoded(repaired, "utf-8", (what,))


def _guessed(data: bytes) -> Decoded:
    encoding = "cp1252"
    if not _looks_western(_windows(data[:_SAMPLE])):
        best = from_bytes(data[:_SAMPLE]).best()
        encoding = best.encoding if best else encoding
    what = f"Its encoding is not declared; it was read as {encoding}, a guess. Check words with odd characters."
    try:
        return Decoded(data.decode(encoding), encoding, (what,))
    except (UnicodeDecodeError, ValueError):
        return Decoded(_windows(data), "cp1252", (what.replace(encoding, "cp1252", 1),))


def _looks_western(characters: str) -> bool:
    """Whether text read as Windows-1252 has only what Western texts have beyond ASCII, and seldom two in a row."""
    beyond = [c for c in characters if c > "\x7f"]
    return set(beyond) <= _WESTERN and len(_TWO_ACCENTED.findall(characters)) * 10 <= len(beyond)


def _windows(data: bytes) -> str:
    """Windows-1252 where the five bytes it leaves open are the control characters of Latin-1: never fails."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)
