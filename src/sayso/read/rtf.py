"""Rich Text Format (RTF 1.9.1): the words of a document, as its control words and groups lead through them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Metadata
from sayso.model.span import Span
from sayso.read.office_metadata import stated_metadata
from sayso.read.reading import Reading
from sayso.read.writer import Writer

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([\r\n]+)|([^\\{}\r\n]+)"
)
_LEFT_OUT = frozenset(
    {
        b"colortbl", b"stylesheet", b"pict", b"object", b"header", b"headerl", b"headerr", b"headerf",
        b"footer", b"footerl", b"footerr", b"footerf", b"fldinst", b"themedata", b"datastore", b"listtable",
        b"listoverridetable", b"rsidtbl", b"generator", b"xmlnstbl", b"latentstyles", b"annotation", b"atnid",
        b"atnauthor", b"bkmkstart", b"bkmkend", b"revtbl", b"filetbl", b"mmathPr", b"nonshppict", b"pgptbl",
    }
)  # fmt: skip
"""Groups whose words are not on the page."""
_KEPT_APART = {b"fonttbl": "fonts", b"info": "info", b"footnote": "note"}
_SIGNS = {
    b"par": "\n\n", b"line": "\n", b"tab": "\t", b"sect": "\n\n", b"page": "\n\n", b"row": "\n", b"cell": "\t",
    b"nestcell": "\t", b"nestrow": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n\n", b"\r": "\n\n"}
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_DEEPEST = 2000
_BINARY = b"bin"


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside of a group: where its words go (`""` the page, else a name; `None` nowhere)."""

    to: str | None = ""
    skip: int = 1
    """characters after `\\u` that stand for it where a program knows no Unicode"""
    encoding: str = "cp1252"
    hidden: bool = False
    deleted: bool = False


@dataclass(slots=True)
class _Words:
    """What has been read so far: the page's words, and those of the information group."""

    default: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    page: Writer = field(default_factory=Writer)
    info: dict[str, str] = field(default_factory=dict)
    notes: list[list[str]] = field(default_factory=list)
    marks: dict[int, Span] = field(default_factory=dict)
    """where the number of a note stands on the page"""
    hidden: int = 0
    deleted: int = 0

    def write_notes(self) -> None:
        """All notes at the end, each a block of its own, linked with their numbers."""
        for number, note in enumerate(self.notes, start=1):
            if words := " ".join("".join(note).split()):
                self.page.gap("\n\n")
                span, mark = self.page.write(words), self.marks.get(number)
                self.page.mark(MarkKind.FOOTNOTE, span, mark)
                if mark is not None:
                    self.page.mark(MarkKind.FOOTNOTE_MARK, mark, span)


def read_rtf(data: bytes) -> Reading:
    """Read an RTF document: paragraphs separated by an empty line, cells of a table by a tab, notes at the end.

    Headers and footers, comments, hidden and deleted words are left out, the last two counted. Pictures and embedded
    objects are never opened. Raises `UnreadableError` if it is no RTF or has no words.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("It is no rich text file: it does not start with {\\rtf.")
    words = _Words()
    problems = list(_Reader(words).read(data))
    words.write_notes()
    if not words.page.length:
        raise UnreadableError("It is a rich text file without words; add the one that holds them.")
    if words.hidden:
        problems.append(f"Not in the text: {words.hidden:,} characters of hidden text; open it to see them.")
    if words.deleted:
        problems.append(f"Not in the text: {words.deleted:,} characters deleted with changes tracked.")
    return Reading("application/rtf", words.page.text(), _metadata(words.info), problems=tuple(problems))


def _metadata(info: dict[str, str]) -> Metadata:
    created = ""
    if all(info.get(part, "").isdigit() for part in ("yr", "mo", "dy")):
        try:
            created = date(int(info["yr"]), int(info["mo"]), int(info["dy"])).isoformat()
        except ValueError:
            created = ""
    return stated_metadata(" ".join(info.get("title", "").split()), [info.get("author", "")], created)


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, words: _Words) -> None:
        self._words = words
        self._state = _State()
        self._above: list[_State] = []
        self._bytes = bytearray()
        self._surrogate = ""
        self._skip = 0
        self._font: int | None = None
        self._ignorable = False

    def read(self, data: bytes) -> Iterator[str]:
        """Write all words; yields what was wrong."""
        at = 0
        while at < len(data):
            match = _TOKEN.match(data, at)
            if match is None:
                at += 1
                continue
            at = match.end()
            word, number, code, symbol, brace, _, plain = match.groups()
            if word == _BINARY:
                at += max(0, int(number or 0))
                continue
            if brace == b"{":
                self._flush()
                if len(self._above) >= _DEEPEST:
                    yield f"Its groups stand more than {_DEEPEST:,} deep in each other; the rest was not read."
                    return
                self._above.append(self._state)
                self._skip = 0
            elif brace:
                self._flush()
                if not self._above:
                    continue
                self._state = self._above.pop()
                self._skip = 0
                if not self._above:
                    return
            elif code:
                self._byte(int(code, 16))
            elif plain:
                self._bytes += plain[self._skip :]
                self._skip = max(0, self._skip - len(plain))
            elif symbol == b"*":
                self._ignorable = True
            elif symbol is not None:
                self._put(_SYMBOLS.get(symbol, ""))
            elif word:
                self._control(word, int(number) if number else None)
        self._flush()
        if self._above:
            yield "It ends before its last group is closed; it may have been cut off."

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(value)

    def _control(self, word: bytes, number: int | None) -> None:
        ignorable, self._ignorable = self._ignorable, False
        state = self._state
        if word == b"u" and number is not None:
            self._unicode(number % 0x10000)
            return
        self._flush()
        if word in _LEFT_OUT:
            self._state = replace(state, to=None)
        elif word in _KEPT_APART:
            self._state = replace(state, to=_KEPT_APART[word])
            if word == b"footnote":
                self._words.notes.append([])
        elif state.to and state.to.startswith("info"):
            self._info(word, number)
        elif ignorable and word not in (b"shpinst", b"shptxt", b"shppict"):
            self._state = replace(state, to=None)
        elif word == b"uc":
            self._state = replace(state, skip=max(0, min(number or 0, 20)))
        elif word in (b"v", b"deleted"):
            on = number != 0
            self._state = replace(state, hidden=on) if word == b"v" else replace(state, deleted=on)
        elif word == b"plain":
            self._state = replace(state, hidden=False, deleted=False)
        elif word == b"ansicpg" and number:
            self._words.default = _known(f"cp{number}")
            self._state = replace(state, encoding=self._words.default)
        elif word == b"mac":
            self._words.default = "mac_roman"
            self._state = replace(state, encoding="mac_roman")
        elif word == b"f" and number is not None:
            self._font = number
            self._state = replace(state, encoding=self._words.fonts.get(number, self._words.default))
        elif word == b"fcharset" and state.to == "fonts" and self._font is not None and number is not None:
            self._words.fonts[self._font] = _CHARSETS.get(number, self._words.default)
        elif word == b"chftn":
            self._number()
        elif word in _SIGNS:
            self._put(_SIGNS[word])

    def _number(self) -> None:
        """The number of a note, at its place on the page or in the note itself."""
        if self._state.to == "note":
            self._write(f"{len(self._words.notes)}")
        elif self._state.to == "":
            number = len(self._words.notes) + 1
            self._words.marks[number] = self._words.page.write(str(number))

    def _info(self, word: bytes, number: int | None) -> None:
        name = word.decode()
        if number is None:
            self._state = replace(self._state, to=f"info {name}")
        elif self._state.to == "info creatim":
            self._words.info[name] = str(number)

    def _unicode(self, code: int) -> None:
        self._skip = 0
        if 0xD800 <= code < 0xDC00:
            self._flush()
            self._surrogate = chr(code)
        elif 0xDC00 <= code < 0xE000:
            pair = (self._surrogate + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            self._surrogate = ""
            self._put(pair)
        else:
            self._put(chr(code))
        self._skip = self._state.skip

    def _put(self, words: str) -> None:
        self._flush()
        self._write(words)

    def _flush(self) -> None:
        if self._bytes:
            words, self._bytes = bytes(self._bytes), bytearray()
            self._write(words.decode(self._state.encoding, "replace"))

    def _write(self, words: str) -> None:
        state = self._state
        if state.to is None or state.to == "fonts":
            return
        if state.to and state.to.startswith("info"):
            name = state.to.removeprefix("info ")
            self._words.info[name] = (self._words.info.get(name, "") + words)[:1000]
        elif state.to == "note":
            self._words.notes[-1].append(words)
        elif state.hidden:
            self._words.hidden += len(words)
        elif state.deleted:
            self._words.deleted += len(words)
        elif not words.strip("\n\t"):
            # Several in a row are one gap: the longest of them, line breaks before tabs.
            self._words.page.gap("\n\n" if "\n\n" in words else words)
        else:
            self._words.page.write(words)


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding
