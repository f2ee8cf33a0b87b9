"""What a reader makes of the bytes of one file."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.model.document import Member, Metadata, Text
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Recovered:
    """Words that somebody blacked out and that can still be read in the file: `span` is the mark that stands for them.

    They are handed over beside the text, never in it: publishing them may do harm.
    """

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One source, read.

    `text` is `None` for a mere container (a mailbox), whose documents are its `members`; a mail has a text and its
    attachments as members. `members` may be taken out one by one while they are asked for, so that an archive need
    not fit into memory. `problems` are sentences that say what was not read, and why; what could be read is there.
    `identity` is what makes it the same document in other places, where that is not all its bytes.
    """

    media_type: str
    text: Text | None
    metadata: Metadata = field(default_factory=Metadata)
    members: Iterable[Member] = ()
    problems: tuple[str, ...] = ()
    identity: bytes | None = None
    recovered: tuple[Recovered, ...] = ()
