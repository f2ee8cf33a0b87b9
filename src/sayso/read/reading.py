"""What a reader makes of the bytes of one file."""

from dataclasses import dataclass, field

from sayso.model.document import Member, Metadata, Text


@dataclass(frozen=True, slots=True)
class Reading:
    """One source, read.

    `text` is `None` for a mere container (a mailbox), whose documents are its `members`; a mail has a text and its
    attachments as members. `problems` are sentences that say what was not read, and why; what could be read is there.
    """

    media_type: str
    text: Text | None
    metadata: Metadata = field(default_factory=Metadata)
    members: tuple[Member, ...] = ()
    problems: tuple[str, ...] = ()
