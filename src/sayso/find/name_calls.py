"""What a text says that somebody is called: "Lund, whom the crew calls Bo", `Susan "Suki" Harker`, "known as"."""

import re
from collections.abc import Iterator

from sayso.model.span import Span

_NAME = r"[\"“‘']?(?P<called>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)[\"”’']?"
_MIDDLE = re.compile(
    r"\b(?P<given>[A-Z][\w’'-]+)\s+[\"“”‘(](?P<called>[A-Z][\w-]+)[,.]?[\"”’)]\s+(?P<family>(?:[A-Z]\.\s+)?[A-Z][\w’'-]+)"
)
_CALLED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+)(?:,\s+|\s+\()"
    r"(?:whom?\s+(?:(?!\bnot\b|n['’]t\b)[\w’',-]+\s+){0,6}?(?:calls?|called|knows?\s+as|know\s+(?:him|her|them)\s+as)"
    r"|(?:who\s+(?:goes|went|is|was)\s+)?(?:\w+\s+){0,2}?(?:known|nicknamed|called)(?:\s+to\s+(?:[\w’'-]+\s+){1,5}?)?(?:\s*\bas\b)?"
    r"|(?:who\s+)?(?:goes|went|going)\s+by(?:\s+the\s+(?:name|nickname)(?:\s+of)?)?"
    r"|a\.?k\.?a\.?|alias)"
    r"\s+" + _NAME + r"(?=[\s,.;)\"”’])"
)


def calls(text: str) -> Iterator[tuple[int, Span]]:
    """(a place inside of somebody's name, the words that he or she is called by), code points, in order of the text."""
    found = [(m.start("given"), Span(*m.span("called"))) for m in _MIDDLE.finditer(text)]
    found += [(m.start("name"), Span(*m.span("called"))) for m in _CALLED.finditer(text)]
    yield from sorted(found, key=lambda f: f[1])


def names_around_calls(text: str) -> Iterator[Span]:
    """Names with what their bearer is called in the middle (`Susan "Suki" Harker`), in order."""
    for match in _MIDDLE.finditer(text):
        yield Span(match.start(), match.end())
