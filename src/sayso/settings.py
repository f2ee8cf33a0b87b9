"""What can be set, each with its default and a sentence. One frozen value, made at the edge and passed in."""

import os
from dataclasses import dataclass, field


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one run. The command line has an option of the same name for each that users change."""

    workers: int = field(default_factory=_cores)
    """Worker processes that read documents; default: one a core."""
    document_seconds: int = 600
    """A document that takes longer is given up and named as a problem."""
    document_megabytes: int = 1500
    """Memory one document may take in a worker, beyond the models, before it is given up; in MiB."""
    file_megabytes: int = 200
    """Larger files and items of archives are not read, and named; in MiB. All in one archive may be 20 times that."""
    members: int = 100_000
    """At most so many documents are taken out of one file (a mailbox, attachments), at all depths."""
    characters: int = 20_000_000
    """Longer texts are not read for findings, and named; in code points."""
    case_seconds: int = 30
    """Another program that is writing to the case is waited for so long."""
    published: str | None = None
    """EDTF date for documents that carry none."""
    signer: str | None = None
    """Name that signs judgements; default: the user's login name."""
    model: str | None = None
    """Name or path of an installed spaCy model; default: the first installed of those we know."""
