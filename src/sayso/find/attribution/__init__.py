"""Who is said to have said, thought or wanted what: source, cue and content of every attribution.

Scheme and conventions are those of PolNeAR (Newell, Margolin and Ruths, LREC 2018), with one addition: attributions
inside the content of another are kept too, because a chain of hearsay is made of these.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.find.attribution.candidate import Candidate, Judged, Scored
from sayso.find.attribution.choice import choose
from sayso.find.attribution.direct import quoted_candidates
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.inner import InnerVoices
from sayso.find.attribution.judge import judged
from sayso.find.attribution.learned import Learned
from sayso.find.attribution.quotes import Quote, find_quotes
from sayso.find.attribution.score import LEAST, TURN, features, probability
from sayso.find.attribution.shape import shaped
from sayso.find.attribution.syntax import candidates
from sayso.find.attribution.tagged import units
from sayso.find.attribution.turns import turns
from sayso.find.edits import Edits
from sayso.find.parsed import Parsed
from sayso.model.span import Span, Spans, merge, subtract
from sayso.model.statement import Attribution


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution and the probability (0…1) that people who annotate would mark the same source and content."""

    attribution: Attribution
    confidence: float


def find_attributions(
    text: str,
    blocks: Sequence[Span],
    parsed: Parsed,
    learned: Learned,
    solid: Sequence[Span] = (),
    holes: Sequence[Span] = (),
) -> tuple[Found, ...]:
    """All attributions of a parsed text, in order of their first word; `blocks` are the paragraphs it was parsed in.

    No span starts or ends inside one of `solid`; what lies in `holes` is in no span.
    """
    quotes = find_quotes(text, blocks)
    grammar = Grammar(parsed, quotes)
    labelled = [Judged(TURN, TURN, c) for c in turns(text, grammar, blocks)]
    scored = list(scored_candidates(grammar, quotes, blocks, learned.linear))
    readings = learned.encoder.read(text, blocks)
    read = judged(grammar, units(grammar, readings, scored, learned.encoder), learned.judge)
    voices = InnerVoices(grammar, readings, learned.encoder)
    shape = _Shape(text, grammar, Edits(solid), holes)
    found = (Found(shape.attribution(c), p) for p, c in choose(grammar, [*labelled, *read], voices))
    return tuple(sorted(found, key=lambda f: (f.attribution.span, f.attribution.cue)))


def scored_candidates(
    grammar: Grammar, quotes: Sequence[Quote], blocks: Sequence[Span], model: Mapping[str, float]
) -> Iterator[Scored]:
    """Candidates by quotation marks and syntax that the linear `model` gives a chance."""
    for candidate in all_candidates(grammar, quotes, blocks):
        chance = probability(features(grammar, candidate), model)
        if chance >= LEAST:
            yield Scored(chance, candidate)


def all_candidates(grammar: Grammar, quotes: Sequence[Quote], blocks: Sequence[Span]) -> Iterator[Candidate]:
    """Every possible attribution, by quotation marks and by syntax, in its final shape."""
    block_of = []
    number = 0
    for quote in quotes:
        while number + 1 < len(blocks) and blocks[number].end <= quote.span.start:
            number += 1
        block_of.append(number)
    for candidate in quoted_candidates(grammar, quotes, block_of):
        yield candidate
    for candidate in candidates(grammar):
        yield shaped(grammar, candidate)


@dataclass(frozen=True, slots=True)
class _Shape:
    """Makes spans of a candidate's tokens."""

    text: str
    grammar: Grammar
    solid: Edits
    holes: Sequence[Span]

    def attribution(self, candidate: Candidate) -> Attribution:
        """No code point in two roles: what was widened for the source is not also the cue's."""
        source = self._spans([candidate.source] if candidate.source else [], ())
        cue = self._spans([candidate.cue], source)
        return Attribution(source, cue, self._spans(candidate.content, (*source, *cue)))

    def _spans(self, ranges: Sequence[range], taken: Sequence[Span]) -> Spans:
        tokens = self.grammar.tokens
        spans = merge(self.solid.whole(Span(tokens[r.start].start, tokens[r.stop - 1].end)) for r in ranges if r)
        first, last = (spans[0].start, spans[-1].end) if spans else (0, 0)
        without = [h for h in (*self.holes, *taken) if h.start < last and first < h.end]
        pieces = (piece.strip(self.text) for span in spans for piece in subtract(span, without))
        return merge(self.solid.whole(piece) for piece in pieces if len(piece))
