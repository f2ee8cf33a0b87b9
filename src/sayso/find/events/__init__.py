"""Contacts and dealings: who met, called, wrote to, spoke with or paid whom, when, where, and on whose word.

Words of a lexicon name events; the parse gives who takes part, when and where; mood and negation give whether the
text says that it happened. Mentions of one happening are one event.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.quotes import find_quotes
from sayso.find.events.candidate import Candidate
from sayso.find.events.channel import kind_by_channel
from sayso.find.events.choice import is_event
from sayso.find.events.clauses import Clauses
from sayso.find.events.dating import Dating
from sayso.find.events.headings import heading_tokens
from sayso.find.events.merging import Telling, merged
from sayso.find.events.narrative import Narrative
from sayso.find.events.nouns import Nouns
from sayso.find.events.parties import Parties
from sayso.find.events.own_words import own_pronouns
from sayso.find.events.places import Places
from sayso.find.events.sources import Sources
from sayso.find.events.status import Moods
from sayso.find.events.story import Story
from sayso.find.events.verbs import Verbs
from sayso.find.parsed import Parsed
from sayso.model.document import Document
from sayso.model.entity import Entity
from sayso.model.event import Event, EventStatus
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
    clauses = Clauses(grammar)
    headings = heading_tokens(text, grammar, blocks)
    parties = Parties(text, clauses, entities, headings, own_pronouns(grammar, entities, statements))
    verbs, nouns = Verbs(clauses, parties), Nouns(clauses, parties)
    moods, dating = Moods(grammar), Dating(text, grammar, dates, document.metadata.published)
    places, sources = Places(text, clauses, parties), Sources(grammar, statements)
    story, narrative = Story(clauses), Narrative(grammar, dating, blocks)
    tellings = []
    for found in _candidates(verbs, nouns, [i for i in range(len(grammar.tokens)) if i not in headings]):
        status = moods.of(found)
        occurred = status is EventStatus.OCCURRED
        candidate = story.complete(replace(found, kind=kind_by_channel(clauses, found)), occurred=occurred)
        if not is_event(grammar, candidate):
            continue
        dated = dating.of(candidate)
        statement = sources.of(candidate)
        tellings.append(
            Telling(
                candidate,
                grammar.sentence_of[candidate.head],
                status,
                narrative.date(candidate, dated.when if dated else None, status),
                dated is not None,
                places.of(candidate),
                dating.clock(candidate),
                sources.names(statement, candidate),
                statement.id if statement else None,
            )
        )
    return tuple(_event(document.id, grammar, parsed, telling) for telling in merged(tellings))


def _candidates(verbs: Verbs, nouns: Nouns, tokens: Sequence[int]) -> list[Candidate]:
    """All candidates, in order; of a verb and the noun that it carries only the fuller."""
    found: dict[int, Candidate] = {}
    for i in tokens:
        candidate = verbs.at(i) or nouns.at(i)
        if candidate is None:
            continue
        carrier = found.get(candidate.carrier) if candidate.is_carried else None
        if carrier is not None and len(carrier.keys) >= min(2, len(candidate.keys)):
            continue
        if carrier is not None:
            del found[candidate.carrier]
        found[i] = candidate
    return list(found.values())


def _event(document: str, grammar: Grammar, parsed: Parsed, telling: Telling) -> Event:
    candidate = telling.candidate
    trigger = Span(grammar.tokens[candidate.trigger.start].start, grammar.tokens[candidate.trigger.stop - 1].end)
    evidence = parsed.sentence_span(telling.sentence)
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
        evidence=evidence,
        statement=telling.statement,
        confidence=0.6,
    )
