"""Contacts and dealings: who met, called, wrote to, spoke with or paid whom, when, where, and on whose word.

Words of a lexicon name events; the parse gives who takes part, when and where; mood and negation give whether the
text says that it happened; a linear model over named features says which are events. Mentions of one happening are
one event.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.quotes import find_quotes
from sayso.find.events.choice import LEAST, features, is_plain, probability
from sayso.find.events.merging import Telling, merged
from sayso.find.events.reading import read_tellings
from sayso.find.parsed import Parsed
from sayso.model.document import Document
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.findings import finding_id
from sayso.model.span import Span
from sayso.model.statement import Citation, Statement
from sayso.model.when import DateMention


def find_events(
    document: Document,
    text: str,
    blocks: Sequence[Span],
    parsed: Parsed,
    entities: Sequence[Entity],
    dates: Sequence[DateMention],
    statements: Sequence[Statement],
    citations: Sequence[Citation] = (),
) -> tuple[Event, ...]:
    """The events of a document, in order of their triggers.

    `text` is the document's with unread passages made blank, parsed in `blocks`.
    """
    grammar = Grammar(parsed, find_quotes(text, blocks))
    tellings = read_tellings(text, blocks, grammar, entities, dates, statements, document, citations)
    sure = (replace(t, confidence=max(probability(features(grammar, t)), LEAST * is_plain(t))) for t in tellings)
    chosen = merged([t for t in sure if t.confidence >= LEAST])
    return tuple(_event(document.id, grammar, parsed, telling) for telling in chosen)


def _event(document: str, grammar: Grammar, parsed: Parsed, telling: Telling) -> Event:
    candidate = telling.candidate
    trigger = Span(grammar.tokens[candidate.trigger.start].start, grammar.tokens[candidate.trigger.stop - 1].end)
    return Event(
        id=finding_id("v", document, trigger),
        kind=candidate.kind,
        trigger=trigger,
        participants=tuple(p.name for p in candidate.parties),
        date=telling.when,
        time=telling.time,
        place=telling.place,
        status=telling.status,
        according_to=telling.according_to,
        evidence=parsed.sentence_span(telling.sentence),
        statement=telling.statement,
        confidence=telling.confidence,
    )
