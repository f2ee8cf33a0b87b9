"""What stands under the words of a mail: signatures, disclaimers, footers of lists and telephones."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from sayso.model.document import Mark, MarkKind
from sayso.model.span import Span
from sayso.read.mail_quotes import Line, Passage

_MOST_SIGNATURE_LINES = 12
_MOST_LINE = 75
_MOST_CLOSING_WORDS = 4

_DELIMITER = re.compile(r"--|—|__")
_CLOSING = re.compile(
    r"(?:(?:with |my |many |all |all the |very |warm(?:est)? |kind(?:est)? |best )*"
    r"(?:best|regards|wishes|thanks|thank you(?: (?:very|so) much)?|greetings|respectfully|cordially|warmly|cheers"
    r"|sincerely|faithfully|truly|yours)(?: (?:and|&) (?:best|regards|thanks|(?:kind|best) regards))?"
    r"(?: (?:sincerely|truly|faithfully|ever|again|in advance|yours|submitted|very truly))*"
    r"|(?:yours|very truly|sincerely|truly|faithfully|respectfully) (?:very )?"
    r"(?:yours|sincerely|truly|faithfully|submitted)"
    r"|take care|all the best|sent with thanks)\s*[,.!–—-]?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S*[a-z)”\"][.?!][”\"')]?|.*[?;]|.*\w:")
_CONTACT = re.compile(
    r"(?:\+?\(?\d[\d ().-]{6,}\d)|\S+@\S+\.\w+|\b(?:https?://|www\.)\S+|\b(?:tel|phone|mobile|cell|fax|office)\b\.?\s*:?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|de|van|von|bin|al|la|le|du|da)){1,4}(?:, [A-Z][\w.]{1,6})*"
)

_DEVICE = re.compile(
    r"sent (?:from|via|using) (?:my |an? |the |samsung|verizon|yahoo|outlook|mail for|proton|gmail).{0,60}"
    r"|(?:get|download) outlook for .{0,60}|sent on the .{0,30}|envoyé de(?:puis)? mon .{0,30}"
    r"|von meinem .{0,30} gesendet"
    r"|enviado desde mi .{0,30}|inviato da(?:l mio)? .{0,30}|sent with .{0,20}(?:secure email|mail)\.?"
    r"|please excuse (?:any |my )?(?:brevity|typos|errors).{0,60}",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"to unsubscribe\b|unsubscribe (?:from|here|at|:)|you received this message because you are subscribed"
    r"|you are receiving this|(?:[\w-]+ )?mailing list\s*$|manage your (?:subscription|preferences)"
    r"|please (?:consider|think of|think about) (?:the|our) (?:environment|trees?)|virus-free\b"
    r"|this (?:e-?mail|message) (?:has been|was) (?:scanned|checked) |\S+ mailing list\b",
    re.IGNORECASE,
)
_WARNING = re.compile(
    r"\W*(?:caution|warning|external(?: e-?mail)?|attention)\b.{0,40}"
    r"(?:originat\w+ (?:from )?outside|external|outside (?:of )?(?:the|your|our)\b)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\W*(?:confidentiality|privacy|legal|disclaimer|important|privileged|attorney|internet)[\w/& -]{0,40}"
    r"(?:notice|disclaimer|statement|communication|privileged?|:)",
    re.IGNORECASE,
)
_ABOUT_MAIL = re.compile(
    r"\b(?:this|the|these)\b[^.]{0,60}\b(?:e-?mails?|messages?|communications?|transmissions?|attachments?)\b",
    re.IGNORECASE,
)
_LEGAL = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bintended (?:recipient|(?:only|solely|exclusively) for"
        r"|for the (?:sole|exclusive|use|named|addressee|person))"
        r"|\b(?:solely|only|exclusively|exclusive) (?:intended )?for (?:the )?(?:use|person|named|addressee|individual)"
        r"|\bsole use\b|\baddressees?\b",
        r"\b(?:confidential|privileged|proprietary|legally protected)\b",
        r"\b(?:any|all) attachments?\b|\battachments? (?:to it|thereto)\b|\bfiles transmitted\b"
        r"|\battached (?:files?|to it)\b",
        r"\b(?:received|sent)\b[^.]{0,60}\b(?:in error|by mistake)\b",
        r"\b(?:notify|advise|contact|inform) (?:the|us|me)\b[^.]{0,40}\b(?:sender|immediately|return|delet)"
        r"|\bdelete (?:it|this|the|all)\b|\bdestroy\b",
        r"\b(?:unauthori[sz]ed|prohibited|unlawful|strictly)\b",
        r"\bviruse?s?\b|\bliability\b|\bnot (?:necessarily )?(?:represent|reflect)\b|\bcircular 230\b"
        r"|\bregistered in\b",
    )
)


def endings(passage: Passage, sender: str = "") -> tuple[Mark, ...]:
    """The signature and the boilerplate of one writer's passage, in order; both may be absent.

    `sender` is who sent the mail, for passages that name no writer of their own. Only what looks like nothing else is
    marked: a closing formula, a delimiter (RFC 3676, section 4.3), the writer's own name or a block with a telephone
    number or address, with short lines alone up to the end; and paragraphs in the language of disclaimers and lists.
    """
    lines = passage.lines
    ranges = list(_boilerplate(lines))
    marks = [Mark(MarkKind.BOILERPLATE, _span(lines[start:end])) for start, end in ranges]
    covered = {number for start, end in ranges for number in range(start, end)}
    # Footers stand below the signature, and a telephone's line sometimes inside of it.
    kept = [number for number, line in enumerate(lines) if line.words and number not in covered]
    writer = passage.writer or ("" if passage.quoted else sender)
    start = _signature_start([lines[number] for number in kept], _spellings(writer))
    if start is not None:
        for run in _runs(range(kept[start], len(lines)), covered):
            held = [lines[number] for number in run]
            if any(line.words for line in held):
                marks.append(Mark(MarkKind.SIGNATURE, _span(held)))
    return tuple(sorted(marks, key=lambda m: m.span))


def _span(lines: Sequence[Line]) -> Span:
    filled = [line for line in lines if line.words]
    return Span(filled[0].start, filled[-1].start + len(filled[-1].words))


def _runs(numbers: range, without: Container[int]) -> Iterator[Sequence[int]]:
    """The longest runs of `numbers` that hold none of `without`."""
    for is_left_out, run in groupby(numbers, key=lambda n: n in without):
        if not is_left_out:
            yield list(run)


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    start = None
    for number, line in enumerate(lines):
        if line.words and start is None:
            start = number
        elif not line.words and start is not None:
            yield start, number
            start = None
    if start is not None:
        yield start, len(lines)


def _boilerplate(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Ranges of line numbers: paragraphs, or the lines at the end of one."""
    in_notice = False
    for start, end in _paragraphs(lines):
        words = " ".join(line.words for line in lines[start:end])
        signals = sum(1 for legal in _LEGAL if legal.search(words))
        is_title = end == start + 1 and len(words) < 60 and _NOTICE.match(words) is not None
        if (
            (_ABOUT_MAIL.search(words) and signals >= 3)
            or (_NOTICE.match(words) and signals >= 2)
            or (in_notice and signals >= 1)
            or _WARNING.match(words)
        ):
            in_notice = True
            yield start, end
            continue
        in_notice = is_title
        if is_title:
            yield start, end
            continue
        for number in range(start, end):
            if _DEVICE.fullmatch(lines[number].words):
                yield number, number + 1
            elif _FOOTER.match(lines[number].words):
                rule = number > start and re.fullmatch(r"[_=*-]{3,}", lines[number - 1].words)
                yield number - 1 if rule else number, end
                break


def _spellings(writer: str) -> frozenset[str]:
    """How a person signs: in full, first name, initials; in lower case without stops."""
    if not writer or "@" in writer:
        return frozenset()
    last, _, first = writer.partition(",")
    words = re.sub(r"\([^)]*\)", "", f"{first} {last}" if first else writer).split()
    if not words:
        return frozenset()
    initials = "".join(word[0] for word in words)
    forms = {" ".join(words), words[0], initials, f"{words[0]} {words[-1]}", initials[:1] + initials[-1:]}
    return frozenset(form.lower().replace(".", "") for form in forms if len(form) > 1)


def _signature_start(lines: Sequence[Line], spellings: frozenset[str]) -> int | None:
    """The first line of the signature among lines that are not empty."""
    tail = range(max(0, len(lines) - _MOST_SIGNATURE_LINES), len(lines))
    start = next((n for n in reversed(tail) if _DELIMITER.fullmatch(lines[n].words)), None)
    if start is None:
        start = len(lines)
        while start > tail.start and _is_short(lines[start - 1].words):
            start -= 1
        start = next((n for n in range(start, len(lines)) if _begins(lines, n, spellings)), len(lines))
        if start == len(lines):
            return None
    above = start - 1
    while above > 0 and start - above <= 2 and _is_sign_off(lines[above].words, spellings):
        start, above = above, above - 1
    return start


def _is_short(words: str) -> bool:
    return (
        len(words) <= _MOST_LINE
        and not _SENTENCE.fullmatch(words)
        and not words.lower().startswith(("p.s", "ps:", "ps "))
    )


def _is_sign_off(words: str, spellings: frozenset[str]) -> bool:
    return _CLOSING.fullmatch(words) is not None or _signed(words) in spellings


def _signed(words: str) -> str:
    """A line as a person may have signed it: without titles after a comma, dashes before, stops."""
    return words.lstrip("-–—~ ").partition(",")[0].replace(".", "").strip().lower()


def _begins(lines: Sequence[Line], at: int, spellings: frozenset[str]) -> bool:
    words = lines[at].words
    if _is_sign_off(words, spellings):
        # A mail of two words ("Thanks!") is a message.
        return at > 0
    rest = lines[at + 1 :]
    if at > 0 and rest and words.endswith(",") and len(words.split()) <= _MOST_CLOSING_WORDS:
        # "Until Thursday," is nobody's formula, but over a name at the end of a mail it closes it.
        return _NAME.fullmatch(rest[0].words) is not None
    return at > 0 and _NAME.fullmatch(words) is not None and any(_CONTACT.search(line.words) for line in rest)
