"""Mails (RFC 5322, MIME): the words, who wrote to whom and when, and the attached documents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from mimetypes import guess_extension
from pathlib import PureWindowsPath

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Member, Metadata, Sureness, Text
from sayso.read.mail_charset import decode_body
from sayso.read.mail_dates import conflicts
from sayso.read.mail_ends import endings
from sayso.read.mail_headers import authors, kept_headers, sent_on, shown
from sayso.read.mail_html import html_words
from sayso.read.mail_identity import identity
from sayso.read.mail_quotes import quoted_mail
from sayso.read.mime import Part, parse
from sayso.read.reading import Reading
from sayso.read.typed_redactions import typed_redactions

_OUTLOOK_FILE = b"\xd0\xcf\x11\xe0"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SIGNED_BY = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_EXTENSIONS = {"message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics"}
_APPLE_LENGTH = re.compile(rb"(\d{1,10})[ \t]*\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)")
_MOST_NAME = 150
_STUB = re.compile(
    r"\b(?:html|browser|view|display(?:ed)?|(?:e-?mail|mail) (?:client|program|reader))\b", re.IGNORECASE
)
_STUB_WORDS = 40
_LEAST_WORDS = 5
_FULLER = 4


def read_mail(data: bytes) -> Reading:
    """Read one mail (`.eml`).

    The text is the plain body, exactly its decoded characters; where there is none, or it only says that the mail is
    written in HTML, the visible words of the HTML. Quoted mails, signatures, boilerplate and typed redactions are
    marked. Attachments are members, attached mails with their exact bytes; pictures shown inside of the body are left
    out. What is broken is a problem. Raises `UnreadableError` if `data` is no mail at all.
    """
    data = _from_apple(data.removeprefix(b"\xef\xbb\xbf"))
    if data.startswith(_OUTLOOK_FILE):
        raise UnreadableError("It is an Outlook file (.msg), which is not read; save the message as .eml and add that.")
    if not data.strip():
        raise UnreadableError("It is empty.")
    mail = parse(data)
    headers = mail.headers
    if not headers.keys() and b"\0" in data[:4096]:
        raise UnreadableError("It is no mail: it starts with no header field, and it is not text.")
    opened = _Opened()
    opened.take(mail)
    if not headers.keys():
        opened.problems.insert(0, "It has no mail header; all of it was read as the words of a mail.")
    published, unread_date = sent_on(headers)
    if unread_date is not None:
        opened.problems.append(f"No day can be read from its Date field ({unread_date[:80]!r}).")
    names = authors(headers)
    fields = kept_headers(headers)
    title = next((value for name, value in fields if name == "Subject"), None)
    text = _marked(opened.body(), names[0] if names else "")
    opened.problems += conflicts(headers, text.characters, text.marked(MarkKind.QUOTED_MAIL))
    return Reading(
        media_type="message/rfc822",
        text=text,
        metadata=Metadata(
            title=title or None,
            authors=names,
            published=published,
            published_sure=Sureness.STATED if published else None,
            headers=fields,
        ),
        members=opened.members(),
        problems=tuple(dict.fromkeys(opened.problems)),
        identity=identity(mail),
    )


def _from_apple(data: bytes) -> bytes:
    """The mail in an `.emlx`: a first line with its length, the mail, and what the program remembers of it."""
    length = _APPLE_LENGTH.match(data)
    return data[length.end() : length.end() + int(length[1])] if length else data


@dataclass(frozen=True, slots=True)
class _Body:
    """A body or several: its text, and for each line in how many quotations HTML put it (none for plain text)."""

    text: Text
    depths: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.text.characters.split())

    def followed_by(self, other: "_Body") -> "_Body":
        """Both, the second from the start of a line."""
        first = self.text.characters
        if not first:
            return other
        first += "" if first.endswith("\n") else "\n"
        at = len(first)
        moved = [replace(mark, span=mark.span.shift(at)) for mark in other.text.marks]
        edits = [replace(edit, span=edit.span.shift(at)) for edit in other.text.edits]
        depths: list[int] = []
        if self.depths or other.depths:
            depths = [*self.depths, *([0] * first.count("\n"))][: first.count("\n")] + list(other.depths)
        text = Text(first + other.text.characters, edits=(*self.text.edits, *edits), marks=(*self.text.marks, *moved))
        return _Body(text, tuple(depths))


def _marked(body: _Body, sender: str) -> Text:
    """The text with marks on what the sender did not write, or wrote by habit."""
    quotes, passages = quoted_mail(body.text.characters, body.depths)
    marks = [*body.text.marks, *quotes]
    for passage in passages:
        marks.extend(endings(passage, sender))
    return replace(body.text, marks=tuple(sorted(marks, key=lambda m: (m.span.start, -m.span.end))))


@dataclass(slots=True)
class _Opened:
    """What a mail's parts come to, in order of the parts."""

    problems: list[str] = field(default_factory=list)
    _bodies: list[_Body] = field(default_factory=list)
    _attached: list[Part] = field(default_factory=list)

    def body(self) -> _Body:
        """The bodies one after another."""
        whole = _Body(Text(""))
        for body in self._bodies:
            whole = whole.followed_by(body)
        return whole

    def members(self) -> tuple[Member, ...]:
        """The attached documents, their names made harmless and unlike each other."""
        found: list[Member] = []
        taken: set[str] = set()
        for number, part in enumerate(self._attached, start=1):
            name = _unlike(_name(part, number), number, taken)
            content, intact = part.decoded()
            if not intact:
                self.problems.append(f"The attachment {name} is damaged ({part.headers['Content-Transfer-Encoding']}).")
            found.append(Member(name, content))
        return tuple(found)

    def take(self, part: Part, *, is_body: bool = True) -> None:
        """Sort one part. `is_body` if a mail program would show it first, whatever name it bears."""
        kind = part.media_type
        if part.defect:
            self.problems.append(part.defect)
        if part.children:
            self._take_children(part, kind, is_body=is_body)
        elif kind == "multipart/encrypted" or kind in _SEALED:
            self.problems.append("The mail is encrypted or sealed; decrypt it with its key and add the result.")
        elif part.defect or (kind in ("text/plain", "text/html") and self._is_shown(part, is_body=is_body)):
            body = self._read_body(part)
            if body.text.characters:
                self._bodies.append(body)
        elif not self._is_picture_inside(part) and kind not in _SIGNED_BY:
            self._attached.append(part)

    def _take_children(self, part: Part, kind: str, *, is_body: bool) -> None:
        if kind == "multipart/encrypted":
            self.problems.append("The mail is encrypted; decrypt it with its key and add the result.")
        elif kind == "multipart/alternative":
            self._take_alternative(part.children)
        else:
            for number, child in enumerate(part.children):
                self.take(child, is_body=is_body and number == 0)

    def _take_alternative(self, children: Sequence[Part]) -> None:
        """Several forms of the same words: the plain one, unless it is empty or only points to the other."""
        readings = []
        for child in children:
            one = _Opened()
            one.take(child)
            readings.append(one)
        told = [one for one in readings if one.body().count]
        plain = next((o for c, o in zip(children, readings, strict=True) if c.media_type == "text/plain"), None)
        best = plain if plain in told and plain is not None else (told[-1] if told else None)
        if best is plain and plain is not None:
            fullest = max(told, key=lambda one: one.body().count)
            best = fullest if _is_stub(plain.body(), fullest.body()) else plain
        for one in readings:
            if one is best:
                self.problems.extend(one.problems)
                self._bodies.extend(one._bodies)
            self._attached.extend(one._attached)

    @staticmethod
    def _is_shown(part: Part, *, is_body: bool) -> bool:
        return part.disposition != "attachment" and (is_body or not part.filename)

    @staticmethod
    def _is_picture_inside(part: Part) -> bool:
        return (
            part.media_type.startswith("image/")
            and part.disposition != "attachment"
            and ("Content-ID" in part.headers or part.disposition == "inline")
        )

    def _read_body(self, part: Part) -> _Body:
        content, intact = part.decoded()
        if not intact:
            self.problems.append("The transfer encoding of the body is damaged; words may be missing.")
        decoded = decode_body(content, part.charset)
        self.problems.extend(decoded.problems)
        characters = decoded.characters
        if part.media_type == "text/html":
            text, depths = html_words(characters)
            return _Body(replace(text, source_map=None), depths)
        return _Body(Text(characters, marks=typed_redactions(characters)))


def _is_stub(plain: _Body, fullest: _Body) -> bool:
    """Whether the plain form only says that there is another."""
    points = plain.count < _STUB_WORDS and _STUB.search(plain.text.characters) is not None
    return (points or plain.count < _LEAST_WORDS) and fullest.count > _FULLER * plain.count


def _name(part: Part, number: int) -> str:
    """The file name alone, without folders, control or direction signs; made of the type where none is stated."""
    stated = _CONTROL.sub("", shown(part.filename))
    name = PureWindowsPath(stated).name.strip(" .")
    if name:
        stem, dot, suffix = name.rpartition(".")
        return name if len(name) <= _MOST_NAME else f"{(stem or suffix)[: _MOST_NAME - 20]}{dot}{suffix[:19]}"
    kind = part.media_type
    extension = _EXTENSIONS.get(kind) or guess_extension(kind) or (".txt" if kind.startswith("text/") else ".bin")
    return f"attachment-{number}{extension}"


def _unlike(name: str, number: int, taken: set[str]) -> str:
    """The name, numbered if an earlier attachment has it."""
    if name in taken:
        stem, dot, suffix = name.rpartition(".")
        name = f"{stem}-{number}.{suffix}" if dot else f"{name}-{number}"
    taken.add(name)
    return name
