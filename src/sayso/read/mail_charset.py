"""Characters of mails: bodies in a stated character set, header fields with encoded words (RFC 2047)."""

import base64
import codecs
import re
from email.quoprimime import header_decode

from sayso.errors import UnreadableError
from sayso.read.decode import Decoded, decode

_UNSAFE = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
"""Python's codecs between text and text; some take time that grows with the square of the length."""
_MEANT = {"iso8859-1": "cp1252", "gb2312": "gb18030"}
"""Sets that mails name for a larger one (WHATWG Encoding)."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ENCODED_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=")


def decode_body(data: bytes, charset: str) -> Decoded:
    """The characters of a body: by the set it states, and where that is none or wrong by what the bytes look like.

    A body that holds no text comes out empty. What was doubtful is in `problems`.
    """
    stated = _decoded(data, charset) if charset and charset not in ("us-ascii", "ascii") else None
    if stated is not None:
        return Decoded(stated, charset)
    try:
        looked = decode(data)
    except UnreadableError:
        return Decoded("", "", ("The body of the mail holds binary data and was left out.",))
    is_expected = not charset or data.isascii() or looked.encoding == "utf-8"
    wrong = () if is_expected else (f"The body of the mail is not in the encoding it states ({charset}).",)
    return Decoded(looked.characters, looked.encoding, (*wrong, *(f"Body of the mail: {p}" for p in looked.problems)))


def decode_words(value: str) -> str:
    """A field's value with its encoded words read; a word that can't be decoded stays as sent."""
    pieces: list[str] = []
    held: list[tuple[str, bytes]] = []
    at = 0
    for match in _ENCODED_WORD.finditer(value):
        between = value[at : match.start()]
        raw = _raw(match[2].lower(), match[3])
        if raw is None:
            continue
        if between.strip() or not held:
            pieces.extend(_joined(held))
            held = []
            pieces.append(between)
        held.append((match[1].lower(), raw))
        at = match.end()
    pieces.extend(_joined(held))
    pieces.append(value[at:])
    return "".join(pieces)


def _joined(words: list[tuple[str, bytes]]) -> list[str]:
    """Encoded words in a row: those in one set are decoded together, since mailers cut characters in two."""
    runs: list[tuple[str, bytes]] = []
    for charset, raw in words:
        if runs and runs[-1][0] == charset:
            runs[-1] = charset, runs[-1][1] + raw
        else:
            runs.append((charset, raw))
    return [
        text if (text := _decoded(raw, charset)) is not None else raw.decode("utf-8", "replace")
        for charset, raw in runs
    ]


def _raw(encoding: str, words: str) -> bytes | None:
    try:
        if encoding == "q":
            return header_decode(words).encode("latin-1")
        return base64.b64decode(words + "=" * (-len(words.rstrip("=")) % 4))
    except ValueError:
        return None


def _decoded(data: bytes, charset: str) -> str | None:
    """`None` if the set is unknown or none for text, or the bytes are not in it."""
    try:
        name = codecs.lookup(charset).name
        if name.replace("-", "_") in _UNSAFE:
            return None
        text = data.decode(_meant(name, data))
    except (LookupError, ValueError):
        return None
    return None if _SURROGATE.search(text) else text


def _meant(name: str, data: bytes) -> str:
    meant = _MEANT.get(name, name)
    # Windows-1252 leaves five of its bytes open; who uses them means ISO 8859-1.
    return name if meant == "cp1252" and any(b in data for b in (0x81, 0x8D, 0x8F, 0x90, 0x9D)) else meant
