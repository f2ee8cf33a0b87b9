"""Plain text: exactly the file's characters, and what its first lines plainly say about it."""

from sayso.errors import UnreadableError
from sayso.model.document import Metadata, Sureness, Text
from sayso.read.decode import decode
from sayso.read.reading import Reading
from sayso.read.text_head import read_head
from sayso.read.typed_redactions import typed_redactions


def read_text(data: bytes) -> Reading:
    """Read a plain text. Its characters are the decoded file's, line ends as they are, only a byte order mark left
    out. Title, outlet, author and date are read from the first lines where they plainly stand there (`INFERRED`).

    Raises `UnreadableError` for binary or empty data.
    """
    decoded = decode(data)
    if not decoded.characters.strip():
        raise UnreadableError("It holds no words; add the file that holds the text.")
    head = read_head(decoded.characters)
    metadata = Metadata(
        title=head.title,
        publisher=head.publisher,
        authors=head.authors,
        published=head.published,
        published_sure=Sureness.INFERRED if head.published else None,
    )
    text = Text(decoded.characters, marks=typed_redactions(decoded.characters))
    return Reading("text/plain", text, metadata, problems=decoded.problems)


def read_csv(data: bytes) -> Reading:
    """Read a table of separated values (RFC 4180): its text is exactly the file's characters, signs and quotation
    marks between values included. Nothing in it is computed. Raises `UnreadableError` for binary or empty data.
    """
    decoded = decode(data)
    if not decoded.characters.strip():
        raise UnreadableError("It holds no words; add the file that holds the text.")
    text = Text(decoded.characters, marks=typed_redactions(decoded.characters))
    return Reading("text/csv", text, problems=decoded.problems)
