"""Attributions understood: who speaks, what they do, through whom it came, how sure it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.find.attribution import Found
from sayso.find.attribution.acts import act_of, head_of
from sayso.find.attribution.chains import parents, relayed_by
from sayso.find.attribution.factuality import factuality_of
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.labels import speaker_of
from sayso.find.attribution.quotes import Quote, find_quotes, is_speech
from sayso.find.attribution.speakers import Speaker, Speakers
from sayso.find.attribution.turns import all_turns
from sayso.find.attribution.writers import Writers
from sayso.find.parsed import Parsed
from sayso.model.document import Document, MarkKind
from sayso.model.entity import Entity
from sayso.model.findings import finding_id
from sayso.model.span import Span, Spans
from sayso.model.statement import Attribution, Mode, Statement, Voice
from sayso.model.when import DateMention, When

_WHOLE = 0.9
_AUDIENCES = frozenset(
    ("tell", "inform", "assure", "warn", "remind", "advise", "write", "notify", "promise", "ask", "urge")
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """An attribution in tokens; `is_turn`: it is the turn of a transcript, with the label for its source."""

    found: Found
    source: range
    cue: range
    content: tuple[range, ...]
    speaker: Speaker
    is_turn: bool


def find_statements(
    document: Document,
    text: str,
    blocks: Sequence[Span],
    parsed: Parsed,
    attributions: Sequence[Found],
    entities: Sequence[Entity],
    dates: Sequence[DateMention],
) -> tuple[Statement, ...]:
    """One statement an attribution, in their order.

    `text` is the document's with unread passages made blank; `blocks`, `attributions` and `dates` are in its order.
    """
    quotes = find_quotes(text, blocks)
    grammar = Grammar(parsed, quotes)
    speech = [quote for quote in quotes if is_speech(text, quote)]
    writers = Writers(document, entities)
    speakers = Speakers(writers, text, grammar, entities, document.text.marked(MarkKind.REDACTION))
    ids = [_id(document.id, found.attribution) for found in attributions]
    turns = {turn.label.start: turn for turn in all_turns(text, blocks)}
    readings = []
    for name, found in zip(ids, attributions, strict=True):
        source, cue = _hull(grammar, found.attribution.source), _hull(grammar, found.attribution.cue)
        content = tuple(r for r in (grammar.inside(s) for s in found.attribution.content) if r)
        turn = turns.get(found.attribution.source[0].start) if found.attribution.source else None
        speaker = speaker_of(text, turn, entities) if turn else speakers.read(name, source, cue)
        readings.append(_Reading(found, source, cue, content, speaker, turn is not None))
    above = parents([r.found.attribution for r in readings])
    chains: dict[int, tuple[Voice, ...]] = {}
    for number in sorted(range(len(readings)), key=lambda n: _depth(n, above)):
        readings[number] = _in_own_words(grammar, readings, number, above, speakers)
        chains[number] = _chain(writers, grammar, readings, number, above[number], chains, speakers)
    return tuple(
        _statement(grammar, quotes, speech, dates, speakers, ids, readings, number, above[number], chains[number])
        for number in range(len(readings))
    )


def _statement(
    grammar: Grammar,
    quotes: Sequence[Quote],
    speech: Sequence[Quote],
    dates: Sequence[DateMention],
    speakers: Speakers,
    ids: Sequence[str],
    readings: Sequence[_Reading],
    number: int,
    parent: int | None,
    chain: tuple[Voice, ...],
) -> Statement:
    reading = readings[number]
    mode = Mode.DIRECT if reading.is_turn else _mode(reading.found.attribution.content, quotes, speech)
    cue = reading.cue or reading.source
    act = act_of(grammar, cue, reading.content, direct=mode is Mode.DIRECT)
    return Statement(
        id=ids[number],
        attribution=reading.found.attribution,
        speaker=reading.speaker.entity,
        named=reading.speaker.named,
        unnamed=reading.speaker.unnamed,
        chain=chain,
        parent=ids[parent] if parent is not None else None,
        act=act,
        mode=mode,
        factuality=factuality_of(grammar, cue, reading.content, act),
        audience=_audience(grammar, reading, speakers),
        date=_date(grammar, reading, dates),
        confidence=reading.found.confidence,
    )


def _id(document: str, attribution: Attribution) -> str:
    return finding_id("s", document, *attribution.source, *attribution.cue, *attribution.content)


def _hull(grammar: Grammar, spans: Spans) -> range:
    return grammar.inside(Span(spans[0].start, spans[-1].end)) if spans else range(0)


def _depth(number: int, above: Mapping[int, int | None]) -> int:
    depth, at = 0, above[number]
    while at is not None:
        depth, at = depth + 1, above[at]
    return depth


def _in_own_words(
    grammar: Grammar, readings: Sequence[_Reading], number: int, above: Mapping[int, int | None], speakers: Speakers
) -> _Reading:
    """The reading; "I" in the words of somebody who is quoted, or has the turn, is that speaker."""
    reading = readings[number]
    if not speakers.is_first_person(reading.source):
        return reading
    quote = grammar.quote_of[reading.source.start]
    at = above[number]
    while at is not None:
        cue = readings[at].cue
        outside = bool(cue) and grammar.quote_of[cue.start] != quote
        if readings[at].is_turn or (outside and quote >= 0):
            return replace(reading, speaker=readings[at].speaker)
        at = above[at]
    return reading


def _chain(
    writers: Writers,
    grammar: Grammar,
    readings: Sequence[_Reading],
    number: int,
    parent: int | None,
    chains: Mapping[int, tuple[Voice, ...]],
    speakers: Speakers,
) -> tuple[Voice, ...]:
    """Outermost voice first; a voice that speaks twice in a row is one."""
    reading = readings[number]
    start = chains[parent] if parent is not None else (writers.outer(reading.found.attribution.span),)
    first, then = relayed_by(grammar, reading.source, reading.cue)
    voices = [speakers.voice(r) for r in (first,) if r]
    voices.append(reading.speaker.voice)
    voices.extend(speakers.voice(r) for r in (then,) if r)
    chain = list(start)
    for voice in voices:
        if voice and voice.name != chain[-1].name and (voice.entity is None or voice.entity != chain[-1].entity):
            chain.append(voice)
    return tuple(chain)


def _mode(content: Spans, quotes: Sequence[Quote], speech: Sequence[Quote]) -> Mode:
    """By how much of the content is quoted; titles and so-called things, which `speech` is without, are no speech."""
    if content and _quoted(content, quotes) >= _WHOLE * sum(len(s) for s in content):
        return Mode.DIRECT
    return Mode.MIXED if _quoted(content, speech) else Mode.INDIRECT


def _quoted(content: Spans, quotes: Sequence[Quote]) -> int:
    """How many code points of the content are in quotations."""
    quoted = 0
    for span in content:
        for quote in quotes[bisect_right(quotes, span.start, key=lambda q: q.span.end) :]:
            if quote.span.start >= span.end:
                break
            quoted += min(span.end, quote.span.end) - max(span.start, quote.span.start)
    return quoted


def _audience(grammar: Grammar, reading: _Reading, speakers: Speakers) -> tuple[str, ...]:
    """Whom it was said to: the object of "told", or "to" somebody after "said" and "wrote"."""
    if not reading.cue:
        return ()
    head = head_of(grammar, reading.cue)
    if grammar.lemma(head) in _AUDIENCES:
        heard = grammar.child(head, "dobj", "dative")
        if heard is None:
            heard = grammar.child(head, "nsubjpass")
    else:
        to = next(
            (
                c
                for c in grammar.children[head]
                if grammar.lower[c] == "to" and grammar.tokens[c].dep in ("prep", "dative")
            ),
            None,
        )
        heard = grammar.child(to, "pobj") if to is not None and grammar.lemma(head) in ("say", "write") else None
    if heard is None or any(heard in r for r in (*reading.content, reading.source)):
        return ()
    voice = speakers.voice(grammar.subtree(heard))
    return (voice.name,) if voice else ()


def _date(grammar: Grammar, reading: _Reading, dates: Sequence[DateMention]) -> When | None:
    """The date that hangs on the cue ("said on Tuesday"), outside of source and content."""
    if not reading.cue:
        return None
    head = head_of(grammar, reading.cue)
    reach = grammar.tokens[head]
    sentence = grammar.sentences[grammar.sentence_of[head]]
    first = bisect_left(dates, grammar.tokens[sentence.start].start, key=lambda d: d.span.start)
    for mention in dates[first:]:
        tokens = grammar.inside(mention.span)
        if tokens and tokens.start >= sentence.stop:
            break
        if not tokens or any(tokens.start in r for r in (*reading.content, reading.source)):
            continue
        top = next((i for i in tokens if grammar.tokens[i].head not in tokens), tokens.start)
        above = grammar.tokens[top].head
        if grammar.tokens[above].tag == "IN":
            above = grammar.tokens[above].head
        if above == reach.i:
            return mention.when
    return None
