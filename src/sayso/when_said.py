"""A date that a person says in words, as finders would read it in a document."""

from sayso.find.dates import find_dates
from sayso.find.parse import Parser
from sayso.model.document import Metadata, Sureness
from sayso.model.span import Span
from sayso.model.when import When
from sayso.settings import Settings


def when_said(words: str, metadata: Metadata, settings: Settings) -> When | None:
    """The date that English words mean as a whole ("last Tuesday", "8 November 2016"), counted from the publication of
    the document with this `metadata`; `None` where they mean none, or none that can be told.
    """
    if not words:
        return None
    whole = Span(0, len(words))
    known = metadata.published if metadata.published_sure is not Sureness.GUESSED else None
    found = find_dates(words, Parser(settings.model).parse(words, (whole,)), known)
    return next((mention.when for mention in found if mention.span == whole), None)
