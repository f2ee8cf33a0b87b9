"""What Outlook wraps mails in (`winmail.dat`, MS-OXTNEF): the body that other programs lose, and the attachments."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sayso.errors import UnreadableError
from sayso.model.document import Member, Metadata, Text
from sayso.read.decode import decode
from sayso.read.item_names import ItemNames
from sayso.read.mail_html import html_words
from sayso.read.mapi_properties import Value, properties
from sayso.read.packed_rtf import unpacked_rtf
from sayso.read.reading import Reading
from sayso.read.rtf import read_rtf
from sayso.read.typed_redactions import typed_redactions

MEDIA_TYPE = "application/ms-tnef"
_SIGNATURE = b"\x78\x9f\x3e\x22"
_BODY, _SUBJECT, _MESSAGE = 0x0002800C, 0x00018004, 0x00069003
_NEXT, _TITLE, _DATA, _ATTACHMENT = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_P_SUBJECT, _P_BODY, _P_RTF, _P_HTML = 0x0037, 0x1000, 0x1009, 0x1013
_P_CONTENT, _P_SHORT_NAME, _P_LONG_NAME = 0x3701, 0x3704, 0x3707
_INTERFACE = 16
"""An object's content starts with the number of the interface it is made for."""
_MOST_ATTACHMENTS = 10_000


@dataclass(slots=True)
class _Attached:
    name: str = ""
    data: bytes = b""


@dataclass(slots=True)
class _Opened:
    """What the attributes of a file come to."""

    subject: str = ""
    body: str = ""
    html: bytes = b""
    rtf: bytes = b""
    attached: list[_Attached] = field(default_factory=list)


def read_tnef(data: bytes) -> Reading:
    """Read a `winmail.dat`: its text is the body (HTML, else plain, else rich text), its attachments are members, an
    attached mail as a `winmail.dat` of its own. Raises `UnreadableError` if it is none or holds nothing.
    """
    if not data.startswith(_SIGNATURE):
        raise UnreadableError("It is no winmail.dat: it does not start as one.")
    opened, problems = _Opened(), []
    try:
        for id, value in _attributes(data):
            _take(opened, id, value)
    except ValueError as error:
        problems.append(f"It is damaged ({error}); what comes after that was not read.")
    text = None
    try:
        text = _body(opened)
    except UnreadableError as error:
        problems.append(f"Its body was not read. {error}")
    names = ItemNames()
    members = tuple(
        Member(names.harmless(a.name.replace("\\", "/").rpartition("/")[2] or f"attachment-{number}")[0], a.data)
        for number, a in enumerate(opened.attached, start=1)
        if a.data
    )
    if text is None and not members:
        what = problems[0] if problems else "It is a winmail.dat that holds neither words nor attachments."
        raise UnreadableError(what)
    return Reading(MEDIA_TYPE, text, Metadata(title=opened.subject or None), members, tuple(problems))


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The attributes in order: id and content. Raises `ValueError` where the file is cut off."""
    at = 6
    while at + 9 <= len(data):
        id = int.from_bytes(data[at + 1 : at + 5], "little")
        size = int.from_bytes(data[at + 5 : at + 9], "little")
        start = at + 9
        if start + size > len(data):
            raise ValueError("it ends inside of a part")
        yield id, data[start : start + size]
        at = start + size + 2


def _take(opened: _Opened, id: int, value: bytes) -> None:
    if id == _SUBJECT:
        opened.subject = opened.subject or _words(value)
    elif id == _BODY:
        opened.body = opened.body or _words(value)
    elif id == _MESSAGE:
        held = properties(value)
        opened.subject = _string(held, _P_SUBJECT) or opened.subject
        opened.body = _string(held, _P_BODY) or opened.body
        opened.html = _bytes(held, _P_HTML)
        opened.rtf = _bytes(held, _P_RTF)
    elif id == _NEXT and len(opened.attached) < _MOST_ATTACHMENTS:
        opened.attached.append(_Attached())
    elif opened.attached and id == _TITLE:
        opened.attached[-1].name = opened.attached[-1].name or _words(value)
    elif opened.attached and id == _DATA:
        opened.attached[-1].data = value
    elif opened.attached and id == _ATTACHMENT:
        held = properties(value)
        name = _string(held, _P_LONG_NAME) or _string(held, _P_SHORT_NAME)
        opened.attached[-1].name = name or opened.attached[-1].name
        content = _bytes(held, _P_CONTENT)
        inner = content[_INTERFACE:]
        if inner.startswith(_SIGNATURE):
            opened.attached[-1] = _Attached(f"{name or 'message'}.dat", inner)
        elif content and not opened.attached[-1].data:
            opened.attached[-1].data = content


def _body(opened: _Opened) -> Text | None:
    if opened.html.strip():
        text, _ = html_words(decode(opened.html, markup=True).characters)
        if text.characters.strip():
            return replace(text, source_map=None)
    if opened.body.strip():
        return Text(opened.body, marks=typed_redactions(opened.body))
    return read_rtf(unpacked_rtf(opened.rtf)).text if opened.rtf else None


def _words(value: bytes) -> str:
    return decode(value.rstrip(b"\0")).characters if value.strip(b"\0") else ""


def _string(held: dict[int, Value], id: int) -> str:
    value = held.get(id)
    return value if isinstance(value, str) else ""


def _bytes(held: dict[int, Value], id: int) -> bytes:
    value = held.get(id)
    return value if isinstance(value, bytes) else b""
