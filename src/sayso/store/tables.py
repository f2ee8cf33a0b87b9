"""The tables of a case as they are now. `migrations/` says how a case of any age gets them; a test compares the two.

Full-text indexes are a dialect's own and stand in its search file.
"""

from collections.abc import Sequence

from sqlalchemy import (
    BLOB,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    case,
    literal_column,
)

from sayso.store.file_name import FileName

METADATA = MetaData()

META = Table(
    "meta",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

FINDERS = Table(
    "finders",
    METADATA,
    Column("version", Text, primary_key=True),
    Column("first_used", Text, nullable=False),
)

FILES = Table(
    "files",
    METADATA,
    Column("path", FileName, primary_key=True),
    Column("name", FileName, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("modified_ns", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("read_with", Text, nullable=False),
    Column("problems", Text, nullable=False),
    CheckConstraint("state IN ('present', 'missing', 'removed')", name="files_state"),
)

CASE_ANCHORS = Table(
    "case_anchors",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)

KNOWN_PEOPLE = Table(
    "known_people",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("aliases", Text, nullable=False),
    Column("source", Text, nullable=False, index=True),
)
"""People on lists that somebody gave to the case."""

BLOBS = Table(
    "blobs",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, ForeignKey("blobs.sha256"), nullable=False),
    Column("media_type", Text, nullable=False),
    Column("path", FileName, nullable=False),
    Column("name", FileName, nullable=False),
    Column("state", Text, nullable=False),
    Column("removed", Boolean, nullable=False),
    # What holds now: corrected, or else as read.
    Column("title", Text),
    Column("publisher", Text),
    Column("authors", Text, nullable=False),
    Column("published", Text),
    Column("published_first", Text),
    Column("published_last", Text),
    Column("published_sure", Text),
    Column("language", Text),
    # The same in the form that names are compared in.
    Column("title_key", Text, nullable=False),
    Column("publisher_key", Text, nullable=False),
    Column("authors_key", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("read_with", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("problems", Text, nullable=False),
    Column("version", Integer, nullable=False),
    # The long ones last: SQLite reads a row from its start, and only as far as it has to.
    Column("as_read", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    CheckConstraint("state IN ('present', 'missing', 'replaced', 'removed')", name="documents_state"),
    Index("documents_state", "state"),
    Index("documents_publisher", "publisher"),
)
Index("documents_order", DOCUMENTS.c.published_first.is_(None), DOCUMENTS.c.published_first, DOCUMENTS.c.name_key)

LOCATIONS = Table(
    "locations",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False),
    Column(
        "path", FileName, ForeignKey("files.path", onupdate="CASCADE", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("member", FileName, nullable=False),
    Column("parent", Text, index=True),
    Column("replaced", Boolean, nullable=False),
    UniqueConstraint("document", "path", "member"),
)

ENTITIES = Table(
    "entities",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("data", Text, nullable=False),
    UniqueConstraint("id", "document"),
    Index("entities_document", "document", "id"),
    Index("entities_mentions", "document", "id", "mentions"),
)


def _findings(name: str, *columns: Column[str] | Column[int] | Column[bool] | Column[float]) -> Table:
    """A table of findings that a person can judge: `data` is the finding in JSON, other columns are for asking."""
    return Table(
        name,
        METADATA,
        Column("key", Integer, primary_key=True),
        Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False),
        Column("id", Text, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("page", Integer),
        Column("section", Text),
        Column("context", Text, nullable=False),
        Column("data", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("found", Boolean, nullable=False),
        Column("anchored", Boolean, nullable=False),
        Column("version", Integer, nullable=False),
        *columns,
        UniqueConstraint("id", "document"),
        CheckConstraint("state IN ('suggested', 'confirmed', 'rejected')", name=f"{name}_state"),
        Index(f"{name}_document", "document", "start", "end", "key", "state"),
    )


STATEMENTS = _findings(
    "statements",
    Column("source", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("speaker", Text),
    Column("speaker_name", Text),
    Column("speaker_key", Text, nullable=False),
    Column("chain_key", Text, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("act", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("date", Text),
    Column("date_first", Text),
    Column("date_last", Text),
    Column("confidence", Float, nullable=False),
    # What finders made of it, where a person has corrected it.
    Column("machine", Text),
)

EVENTS = _findings(
    "events",
    Column("words", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("participants_key", Text, nullable=False),
    Column("sources_key", Text, nullable=False),
    Column("date", Text),
    Column("date_first", Text),
    Column("date_last", Text),
    Column("confidence", Float, nullable=False),
    # Who added it by hand; nobody, where finders made it.
    Column("added_by", Text),
)

GAPS = _findings(
    "gaps",
    Column("words", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("recoverable", Boolean),
    # Shown by the case as a whole, and made anew with its claims.
    Column("of_case", Boolean, nullable=False, server_default="0"),
)

DATES = _findings(
    "dates",
    Column("words", Text, nullable=False),
    Column("date", Text),
    Column("date_first", Text),
    Column("date_last", Text),
)

CITATIONS = _findings(
    "citations",
    Column("words", Text, nullable=False),
    Column("witness_key", Text, nullable=False),
    Column("record", Text),
    Column("date", Text),
    Column("date_first", Text),
    Column("date_last", Text),
)

FINDINGS = {table.name: table for table in (STATEMENTS, EVENTS, GAPS, DATES, CITATIONS)}
"""The tables of findings that a person can judge, by name."""

Order = Sequence[ColumnElement[bool] | ColumnElement[str] | ColumnElement[int]]

_OPEN_START: ColumnElement[str] = literal_column("'0001-01-01'")
"""Written out, as in the indexes that hold it."""


def by_day(table: Table) -> Order:
    """In the order of time, unknown last: by the first day it can be; of which only the last is known, by that."""
    c = table.c
    day = case((c.date_first == _OPEN_START, c.date_last), else_=c.date_first)
    return (day.is_(None), day, c.date_last, c.date)


Index("statements_speaker", STATEMENTS.c.document, STATEMENTS.c.speaker, STATEMENTS.c.state)
Index("events_order", *by_day(EVENTS))
Index("dates_order", *by_day(DATES))

PEOPLE = Table(
    "people",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("names_key", Text, nullable=False),
    Column("data", Text, nullable=False),
)

MEMBERS = Table(
    "members",
    METADATA,
    Column("person", Text, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    Column("entity", Text, primary_key=True),
    Index("members_entity", "document", "entity"),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("item", Text, nullable=False, index=True),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("made_on", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("undoes", Integer),
)

IDENTITIES = Table(
    "identities",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text),
    Column("undoes", Integer),
)
"""What people decided about who is who."""

ANCHORS = Table(
    "anchors",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("identity", Integer, ForeignKey("identities.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("side", Integer, nullable=False),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("name", Text, nullable=False),
)
"""The entities that such a decision is about, by where they are first named and as what."""

SUGGESTIONS = Table(
    "suggestions",
    METADATA,
    Column("first", Text, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("second", Text, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("held", Boolean, nullable=False),
    Column("data", Text, nullable=False),
    Index("suggestions_second", "second"),
)
"""Entities of the case that may be one."""

PROPOSITIONS = Table(
    "propositions",
    METADATA,
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("vectors", LargeBinary),
    Column("weighed_as", Text),
    Column("card", LargeBinary),
)
"""What each document states, packed, with a vector each (16-bit floats), what it was when last weighed, and what is
kept of that."""

WEIGHING = Table(
    "weighing",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""What is kept of the last weighing of the case, packed: one row."""

COPIES = Table(
    "copies",
    METADATA,
    Column("first", Integer, ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    Column("second", Integer, ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    Column("data", Text, nullable=False),
)
"""Documents of which one is (nearly) the other."""

COPY_GROUPS = Table(
    "copy_groups",
    METADATA,
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    Column("of", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
)
"""Of documents that are nearly each other, all but the first of each group, and which one that is."""

CLAIMS = Table(
    "claims",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("status", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("denied_by", Integer, nullable=False),
    Column("urgency", Float, nullable=False),
    Column("words_key", Text, nullable=False),
    Column("names_key", Text, nullable=False),
    *(Column(name, Text) for name in ("first", "first_first", "first_last")),
    Column("data", Text, nullable=False),
)

Index(
    "claims_order",
    CLAIMS.c.urgency.desc(),
    CLAIMS.c.documents.desc(),
    CLAIMS.c.first_first.is_(None),
    CLAIMS.c.first_first,
    CLAIMS.c.id,
)

POSITIONS = Table(
    "positions",
    METADATA,
    Column("claim", Integer, ForeignKey("claims.key", ondelete="CASCADE"), primary_key=True),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    Column("proposition", Text, primary_key=True),
    Column("statement", Text),
    Column("stance", Text, nullable=False),
    Index("positions_document", "document", "statement"),
    Index("positions_proposition", "proposition"),
)
"""What bears on each claim: the places that questions about documents and statements lead to."""

CLAIM_DECISIONS = Table(
    "claim_decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text),
    Column("undoes", Integer),
)
"""What people decided about claims."""

PASSAGES = Table(
    "passages",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("decision", Integer, ForeignKey("claim_decisions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
"""The words that such a decision is about, in order."""

NOTES = Table(
    "notes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("item", Text, nullable=False, index=True),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_key", Text, nullable=False, index=True),
    # What holds where the item is made anew: a proposition of a claim, a member of an entity of the case.
    Column("anchor", Text, index=True),
    Column("undoes", Integer, index=True),
)
"""What people write beside items."""

SEARCHES = Table(
    "searches",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("query", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)

VISITS = Table(
    "visits",
    METADATA,
    Column("by", Text, primary_key=True),
    Column("before", Integer),
    Column("before_at", Text),
    Column("seen", Integer, nullable=False),
    Column("at", Text, nullable=False),
)
"""Who has seen the log up to which row: now, and at the visit before."""

LOG = Table(
    "log",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("item", Text),
    Column("detail", Text),
    Column("salt", BLOB),
    Column("digest", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    # What the row is about, for a purge to find it by; no part of the evidence.
    Column("document", Text, index=True),
    Column("path", FileName, index=True),
)
