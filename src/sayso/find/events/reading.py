"""Everything that is read of the candidates of one text, in its order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.writers import Writers
from sayso.find.events.audience import before_audience
from sayso.find.events.candidate import Candidate
from sayso.find.events.channel import kind_by_channel
from sayso.find.events.clauses import Clauses
from sayso.find.events.dating import Dating
from sayso.find.events.frames import base_of
from sayso.find.events.headings import heading_tokens
from sayso.find.events.merging import Telling
from sayso.find.events.names import is_narrator
from sayso.find.events.narrative import Narrative, blocks_by_sentence
from sayso.find.events.near_pronouns import NearPronouns
from sayso.find.events.nouns import Nouns
from sayso.find.events.own_words import own_pronouns
from sayso.find.events.parties import Parties
from sayso.find.events.places import Places
from sayso.find.events.quotations import Quotations
from sayso.find.events.sources import Sources, writers_of
from sayso.find.events.status import Moods
from sayso.find.events.story import Story
from sayso.find.events.verbs import Verbs
from sayso.find.lexicon import groups
from sayso.model.document import Document
from sayso.model.entity import Entity
from sayso.model.event import EventKind, EventStatus
from sayso.model.span import Span
from sayso.model.statement import Citation, Statement
from sayso.model.when import DateMention, When


def read_tellings(
    text: str,
    blocks: Sequence[Span],
    grammar: Grammar,
    entities: Sequence[Entity],
    dates: Sequence[DateMention],
    statements: Sequence[Statement],
    document: Document,
    citations: Sequence[Citation] = (),
) -> list[Telling]:
    """What may be told of events, events or not, with who, when, where, whether and on whose word."""
    clauses = Clauses(grammar)
    cited = {i for citation in citations for i in grammar.inside(citation.span)}
    headings = heading_tokens(text, grammar, blocks) | cited
    dates = [d for d in dates if not any(c.span.overlaps(d.span) for c in citations)]
    known = document.metadata
    near = NearPronouns(clauses, entities).meant()
    pronouns, writers = own_pronouns(grammar, entities, statements, near), Writers(document, entities)
    parties = Parties(text, clauses, entities, headings, pronouns, writers, known.publisher)
    verbs, nouns = Verbs(clauses, parties), Nouns(clauses, parties)
    moods, dating = Moods(grammar), Dating(text, grammar, dates, known.published)
    places, sources = Places(text, clauses, parties), Sources(grammar, statements)
    story = Story(clauses, blocks_by_sentence(grammar, blocks), Quotations(grammar, statements, parties), parties)
    narrative = Narrative(grammar, dating, blocks)
    tellings = []
    for found in _candidates(grammar, verbs, nouns, [i for i in range(len(grammar.tokens)) if i not in headings]):
        status = moods.of(found)
        occurred = status is EventStatus.OCCURRED
        found = before_audience(clauses, replace(found, kind=kind_by_channel(clauses, found)))
        candidate = story.complete(found, occurred=occurred)
        if not _may_be_event(candidate):
            continue
        dated = dating.of(candidate)
        statement = sources.of(candidate)
        sentence = grammar.sentence_of[candidate.head]
        telling = Telling(
            candidate=candidate,
            sentence=sentence,
            status=status,
            when=narrative.date(candidate, dated, status),
            own_date=dated is not None,
            place=places.of(candidate),
            time=dating.clock(candidate),
            according_to=sources.names(statement, candidate) or writers_of(story.letter(sentence)),
            statement=statement.id if statement else None,
            happens=base_of(grammar.lower[candidate.carrier], grammar.tokens[candidate.carrier].tag) in _HAPPENS,
            says=sources.told_by(candidate),
            chronicle=dating.is_chronicle,
        )
        telling = _planned_if_after(grammar, telling, known.published)
        if not _says_too_little(telling) and not _is_habit(grammar, telling):
            tellings.append(telling)
    return tellings


_MAILS = ("email", "e-mail")
"""what is sent to reporters too"""
_PAST = ("was", "were", "had")
_YEAR = 4
"""characters of a date that is no more than a year"""
_HAPPENS = frozenset(("take", "occur", "happen", "hold"))


def _candidates(grammar: Grammar, verbs: Verbs, nouns: Nouns, tokens: Sequence[int]) -> list[Candidate]:
    """All candidates, in order; of a verb and the noun that it carries only the fuller."""
    found: dict[int, Candidate] = {}
    for i in tokens:
        candidate = verbs.at(i) or nouns.at(i)
        if candidate is None:
            continue
        carrier = found.get(candidate.carrier) if candidate.is_carried else None
        if carrier is not None and _is_passed_on(carrier, candidate):
            candidate = replace(candidate, agents=(*candidate.owners, *carrier.agents), partners=(), definite=True)
            carrier = None
        if carrier is not None and len(carrier.keys) >= min(2, len(candidate.keys)):
            continue
        if carrier is not None:
            del found[candidate.carrier]
        found[i] = candidate
    return [c for c in found.values() if not _is_told_by_other(grammar, c, found)]


def _is_told_by_other(grammar: Grammar, candidate: Candidate, found: Mapping[int, Candidate]) -> bool:
    """Whether a message only says how another is told: "wrote in an email", "responded, emailing back"."""
    token = grammar.tokens[candidate.head]
    within = token.dep == "pobj" and grammar.lower[token.head] in ("in", "by", "via")
    other = found.get(candidate.carrier if within else token.head)
    aside = token.tag == "VBG" and token.dep == "advcl"
    if other is None or other is candidate or not (within or aside) or candidate.kind is not EventKind.MESSAGE:
        return False
    return other.kind is EventKind.MESSAGE and candidate.keys <= other.keys


def _planned_if_after(grammar: Grammar, telling: Telling, published: When | None) -> Telling:
    """What is told in the present of a day after publication ("the board meets June 16") is planned."""
    carrier = telling.candidate.carrier
    if grammar.tokens[carrier].tag == "VBD" or any(grammar.lower[c] in _PAST for c in grammar.children[carrier]):
        return telling
    written = published.latest if published else None
    first = telling.when.earliest if telling.when and telling.own_date else None
    ahead = first is not None and written is not None and first > written
    return replace(telling, status=EventStatus.PLANNED) if ahead and telling.status is EventStatus.OCCURRED else telling


def _says_too_little(telling: Telling) -> bool:
    """Whether it is a trip of nobody named or to nowhere, a contact of one at no time, or praise in public."""
    candidate = telling.candidate
    vague = telling.when is None or len(telling.when.edtf) <= _YEAR
    if candidate.frame.word in groups("event-speech")["public"] and (vague or len(candidate.parties) < 2):
        return True
    if candidate.kind is EventKind.TRAVEL:
        nobody = not any(p.named and p.person for p in candidate.parties)
        return nobody or (telling.place is None and not telling.own_date) or (telling.place or "").islower()
    if candidate.kind is EventKind.LEGAL or len(candidate.parties) > 1:
        return False
    if candidate.kind is EventKind.MEETING and telling.place is not None and not telling.place.islower():
        return False
    if candidate.is_speech and not telling.own_date:
        return True
    return vague and candidate.kind not in (EventKind.PAYMENT, EventKind.MESSAGE, EventKind.CALL)


def _is_habit(grammar: Grammar, telling: Telling) -> bool:
    """Whether a verb in the present tells what somebody does time and again ("still speaks with")."""
    candidate = telling.candidate
    token = grammar.tokens[candidate.head]
    public = candidate.frame.word in groups("event-speech")["public"]
    if token.tag not in ("VBZ", "VBP") or (telling.own_date and not public) or grammar.quote_of[candidate.head] >= 0:
        return False
    return candidate.kind not in (EventKind.LEGAL, EventKind.TRAVEL)


def _is_passed_on(carrier: Candidate, noun: Candidate) -> bool:
    """Whether a message is one that somebody else had sent before ("forwarded her reply to him")."""
    owners = {p.key for p in noun.owners}
    return carrier.frame.word in groups("event-passing")["on"] and bool(owners) and not owners & carrier.keys


def _may_be_event(candidate: Candidate) -> bool:
    """Whether somebody takes part, and nobody is merely told something publicly or as a source."""
    if candidate.kind is EventKind.LEGAL:
        return bool(candidate.parties)
    mailed = candidate.frame.word in _MAILS
    return bool(candidate.parties) and not any(
        (p.public and not mailed) or is_narrator(p.name) for p in candidate.parties
    )
