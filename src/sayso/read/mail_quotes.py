"""Who wrote which lines of a mail: replies quoted with `>`, "On … wrote:", Outlook's header blocks, forwarded mail.

There is no standard beyond `>` (RFC 3676, section 4.5); the forms here are those that mail programs write, in the
languages they most often come in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Mark, MarkKind
from sayso.model.span import Span

_MOST_LEVELS = 30
_MOST_INTRODUCTION = 400

_PREFIX = re.compile(r"[ \t]{0,3}>(?!From )(?:[ \t]?>)*[ \t]?")
_WROTE = re.compile(
    r"\b(?:wrote|writes|a écrit|schrieb|escribió|ha scritto|escreveu|schreef|skrev|napisał\(?a?\)?|написала?)\b"
)
_STARTER = re.compile(r"[-\s]*(?:On|Le|Am|El|Il|Em|Op|Den|W dniu|Quoting|\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")
_TIME_OR_ADDRESS = re.compile(r"\b\d{1,2}[:.h]\d\d\b|@")
_UNTIL_TIME = re.compile(
    r".*(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\b\.?)?|\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b)"
    r"(?:\s*(?:UTC|GMT|BST|CES?T|[ECMP][SD]T)\b)?(?:\s*[+-]\d\d:?\d\d\b)?(?:\s*\([A-Z]{2,5}\))?"
)
_NAME_ONLY = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*|<[^<>\s]+>)){0,5}")
_PRONOUNS = frozenset({"he", "she", "they", "you", "i", "we", "it", "who", "one", "and"})

_SEPARATOR = re.compile(
    r"""
      [-_=*]{2,}[ ]*(?:
          original[ ]?(?:message|e-?mail|appointment) | (?:forwarded|reply|replied)[ ]message
        | forwarded[ ]by\b.* | message[ ](?:d['’]origine|original|transféré) | mensaje[ ](?:original|reenviado)
        | (?:ursprüngliche|original|weitergeleitete)[ -]?nachricht | messaggio[ ](?:originale|inoltrato)
        | mensagem[ ](?:original|encaminhada) | oorspronkelijk[ ]bericht
      )[ ]*:?[ ]*[-_=*]*
    | begin[ ]forwarded[ ]message: | début[ ]du[ ]message[ ](?:transféré|réexpédié)[ ]?:
    | inizio[ ]messaggio[ ]inoltrato: | anfang[ ]der[ ]weitergeleiteten[ ](?:nachricht|e-mail):
    | inicio[ ]del[ ]mensaje[ ]reenviado:
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RULE = re.compile(r"[_-]{8,}")
_FROM_FIELD = re.compile(r"\*?(?:From|De|Von|Da|Van|Från|Fra)[ \u00a0]?:\*?[ \u00a0]*(\S.*)")
_OTHER_FIELD = re.compile(
    r"\*?(?:Sent|Date|To|Cc|CC|Bcc|Subject|Reply-To|Importance|Attachments|Sent by|Sent on"
    r"|Envoyé|À|Objet|Gesendet|Datum|An|Betreff|Enviado(?: el)?|Fecha|Para|Asunto|Inviato|Data|A|Oggetto"
    r"|Assunto|Verzonden|Aan|Onderwerp|Skickat|Till|Ämne|Sendt|Til|Emne)[ \u00a0]?:\*?(?:[ \u00a0].*|)"
)
_ADDRESS = re.compile(r"[<\[(]*(?:mailto:)?([^\s<>\[\]()@,;:\"]+@[^\s<>\[\]()@,;:\"]+)[>\])]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a mail: its code points without the line break, how often it is quoted, and its words without
    quotation signs, which start at `start`.
    """

    span: Span
    depth: int
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines in a row by one writer; `writer` is empty for the sender and where the text doesn't say."""

    lines: Sequence[Line]
    writer: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines `first` to `last` (exclusive) that stand at one depth of quotation or deeper."""

    first: int
    last: int
    depth: int
    level: int
    writer: str


def quoted_mail(characters: str, depths: Sequence[int] = ()) -> tuple[tuple[Mark, ...], tuple[Passage, ...]]:
    """The quoted mails in a body, outermost first, and the body as passages of one writer each.

    `depths` says for each line (split at line feeds) in how many quotations its HTML put it. A mark covers the line
    that introduces the quotation, up to its last word; `note` is who wrote it, as the text names them, or empty.
    Marks nest as quotations do. Offsets are code points, half-open.
    """
    lines = _lines(characters, depths)
    marks: list[Mark] = []
    passages: list[Passage] = []
    todo = [_Part(0, len(lines), 0, 0, "")]
    while todo:
        part = todo.pop()
        at = own = part.first
        while at < part.last:
            quotation = _quotation(lines, at, own, part)
            if quotation is None:
                at += 1
                continue
            start, inner = quotation
            _add_passage(passages, lines[own:start], part)
            span = _hull(lines[start : inner.last])
            if inner.level < _MOST_LEVELS and not (marks and marks[-1].span == span):
                marks.append(Mark(MarkKind.QUOTED_MAIL, span, note=inner.writer))
            todo.append(inner)
            at = own = inner.last
        _add_passage(passages, lines[own : part.last], part)
    marks.sort(key=lambda m: (m.span.start, -m.span.end))
    return tuple(marks), tuple(passages)


def _lines(characters: str, depths: Sequence[int]) -> list[Line]:
    lines = []
    at = 0
    for number, line in enumerate(characters.split("\n")):
        shown = line.rstrip("\r")
        prefix = _PREFIX.match(shown)
        signs = prefix[0].count(">") if prefix else 0
        depth = signs + (depths[number] if number < len(depths) else 0)
        words = shown[prefix.end() :] if prefix else shown
        indent = len(words) - len(words.lstrip())
        start = at + (prefix.end() if prefix else 0) + indent
        lines.append(Line(Span(at, at + len(shown)), min(depth, _MOST_LEVELS), words.strip(), start))
        at += len(line) + 1
    return lines


def _add_passage(passages: list[Passage], lines: Sequence[Line], part: _Part) -> None:
    if any(line.words for line in lines):
        passages.append(Passage(lines, part.writer, part.level > 0))


def _hull(lines: Sequence[Line]) -> Span:
    """From the first to the last line that is not empty, quotation signs included."""
    filled = [line for line in lines if len(line.span)]
    return Span(filled[0].span.start, filled[-1].span.end)


def _quotation(lines: Sequence[Line], at: int, own: int, part: _Part) -> tuple[int, _Part] | None:
    """The quotation whose first line is `at`: where its introduction starts, and the lines inside of it."""
    if lines[at].depth > part.depth:
        end = at
        while end < part.last and (lines[end].depth > part.depth or _bridged(lines, end, part)):
            end += 1
        start, writer = _introduction_above(lines, at, own)
        return start, _Part(at, end, part.depth + 1, part.level + 1, writer)
    if part.level >= _MOST_LEVELS or not lines[at].words:
        return None
    opened = _forwarded(lines, at, part) or _bare_introduction(lines, at, part)
    if opened is None:
        return None
    inside, writer = opened
    return at, _Part(inside, part.last, part.depth, part.level + 1, writer)


def _bridged(lines: Sequence[Line], at: int, part: _Part) -> bool:
    """An empty line that lacks its quotation sign, between two that have it."""
    return not lines[at].words and at + 1 < part.last and lines[at + 1].depth > part.depth


def _introduction_above(lines: Sequence[Line], at: int, own: int) -> tuple[int, str]:
    """The line where the introduction of the quotation at `at` starts (`at` if it has none), and who it names."""
    end = at
    while end > own and at - end < 2 and not lines[end - 1].words:
        end -= 1
    for start in range(end - 1, max(own, end - 3) - 1, -1):
        words = " ".join(line.words for line in lines[start:end])
        if not lines[start].words:
            break
        if _is_dated_introduction(words):
            return start, _introduced(words)
    if end > own:
        words = lines[end - 1].words
        named = _introduced(words) if words.endswith(":") and _WROTE.search(words) else ""
        if named and _NAME_ONLY.fullmatch(named) and named.split()[0].lower() not in _PRONOUNS and named[0].isupper():
            return end - 1, named
    return at, ""


def _bare_introduction(lines: Sequence[Line], at: int, part: _Part) -> tuple[int, str] | None:
    """ "On … wrote:" over a mail that is quoted without signs; only with day and time or address, since a letter may
    hold such words.
    """
    if not _STARTER.match(lines[at].words) or (at > part.first and lines[at - 1].words):
        return None
    for end in range(at + 1, min(at + 4, part.last + 1)):
        words = " ".join(line.words for line in lines[at:end])
        if _is_dated_introduction(words) and _YEAR.search(words) and _TIME_OR_ADDRESS.search(words):
            if end < part.last and lines[end].depth > part.depth:
                return None  # the signs below say better where the quotation ends
            following = next((line for line in lines[end : min(end + 3, part.last)] if line.words), None)
            return (end, _introduced(words)) if following and following.depth == part.depth else None
    return None


def _is_dated_introduction(words: str) -> bool:
    return (
        len(words) <= _MOST_INTRODUCTION
        and words.endswith(":")
        and any(c.isdigit() or c == "@" for c in words)
        and (words.startswith("Quoting ") or (_STARTER.match(words) is not None and _WROTE.search(words) is not None))
    )


def _introduced(words: str) -> str:
    """Who "On … NAME <address> wrote:" names; the address where there is no name."""
    verb = next(reversed(list(_WROTE.finditer(words))), None)
    before, after = (words[: verb.start()], words[verb.end() :]) if verb else (words.removeprefix("Quoting"), "")
    after = after.strip(" :,")
    if after and not re.match(r"(?:on|at|the|le|am|el|il)\b|\d", after):
        return named(after)
    rest = _UNTIL_TIME.sub("", before, count=1) if _STARTER.match(before) else before
    return named(re.sub(r"^\W*(?:at|um|à|a las|,)?\s+", "", rest) if rest != before else rest)


def _forwarded(lines: Sequence[Line], at: int, part: _Part) -> tuple[int, str] | None:
    """A separator or a block of header fields at `at`: where the mail under it starts, and who wrote that."""
    words = lines[at].words
    is_separator = _SEPARATOR.fullmatch(words) is not None
    below = at
    if is_separator or _RULE.fullmatch(words):
        below = next((i for i in range(at + 1, min(at + 4, part.last)) if lines[i].words), at)
    block = _header_block(lines, below, part)
    if block:
        return block
    return (at + 1, "") if is_separator and below > at else None


def _header_block(lines: Sequence[Line], at: int, part: _Part) -> tuple[int, str] | None:
    first = _FROM_FIELD.fullmatch(lines[at].words)
    if not first:
        return None
    fields, end, strange = 0, at + 1, 0
    for number in range(at + 1, min(at + 16, part.last)):
        line = lines[number]
        if line.depth != part.depth or (not line.words and fields >= 2):
            break
        if _OTHER_FIELD.fullmatch(line.words):
            fields, end, strange = fields + 1, number + 1, 0
        else:
            strange += 1  # an address list that runs on, or an empty line between paragraphs of HTML
            if strange > 2:
                break
    return (end, named(first[1])) if fields >= 2 else None


def named(words: str) -> str:
    """The name in "NAME <address>"; the address where it stands alone."""
    words = words[:_MOST_INTRODUCTION]
    address = _ADDRESS.search(words)
    name = _ADDRESS.sub("", words) if address else words
    name = re.sub(r"[<\[(]\s*(?:mailto:)?\s*[>\])]", "", name).strip(" \t,;:*\"'<>[]|")
    return name or (address[1] if address else "")
