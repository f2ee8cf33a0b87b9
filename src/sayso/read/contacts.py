"""Contacts (`.vcf`, vCard 2.1 to 4.0, RFC 6350): who they are, for whom they work, how they are reached."""

from collections.abc import Sequence

from sayso.errors import UnreadableError
from sayso.model.document import SectionKind
from sayso.read.content_lines import Line, content_lines
from sayso.read.decode import decode
from sayso.read.reading import Reading
from sayso.read.writer import Writer

_LABELS = {
    "NICKNAME": "Nickname", "ORG": "Organization", "TITLE": "Title", "ROLE": "Role", "EMAIL": "E-mail",
    "TEL": "Telephone", "IMPP": "Messages", "ADR": "Address", "URL": "Web", "BDAY": "Born",
    "ANNIVERSARY": "Anniversary", "RELATED": "Related", "CATEGORIES": "Groups", "REV": "Changed",
}  # fmt: skip
_IN_PARTS = frozenset({"ORG", "ADR", "N"})


def read_contacts(data: bytes) -> Reading:
    """Read contacts: a block and a section each, the name first, then a labelled line a property, then the note.
    Pictures and keys are left out. Raises `UnreadableError` if there is none.
    """
    decoded = decode(data)
    writer, problems = Writer(), list(decoded.problems)
    card: list[Line] | None = None
    count = 0
    for line in content_lines(decoded.characters):
        if line.name == "BEGIN":
            card = []
        elif line.name == "END" and card is not None:
            count += 1
            _write(writer, card, count)
            card = None
        elif card is not None:
            card.append(line)
    if card:
        problems.append("It ends inside of a contact; it may have been cut off.")
        _write(writer, card, count + 1)
    if not writer.length:
        raise UnreadableError("It holds no contacts; add the file that does.")
    return Reading("text/vcard", writer.text(), problems=tuple(problems))


def _write(writer: Writer, card: Sequence[Line], number: int) -> None:
    writer.gap("\n\n")
    writer.begin(SectionKind.ENTRY, str(number))
    if name := _name(card):
        writer.write(name)
        writer.gap("\n")
    for line in card:
        if line.name in _LABELS:
            words = ", ".join(line.fields()) if line.name in _IN_PARTS else " ".join(line.words.split())
            if words:
                writer.write(f"{_LABELS[line.name]}: {words}")
                writer.gap("\n")
    for line in card:
        if line.name == "NOTE" and line.words:
            writer.write(line.words)
            writer.gap("\n")


def _name(card: Sequence[Line]) -> str:
    """The name as it is shown; else made of its parts, which are stated family name first."""
    for line in card:
        if line.name == "FN" and line.words:
            return " ".join(line.words.split())
    for line in card:
        if line.name == "N":
            parts = [" ".join(Line("N", line.parameters, p).words.split()) for p in line.value.split(";")]
            family, given, middle, before, after = (*parts, "", "", "", "", "")[:5]
            return " ".join(filter(None, (before, given, middle, family, after)))
    return ""
