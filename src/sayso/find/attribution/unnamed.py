"""Sources without a name: how many they are at least and at most, in which words, and how they came to know."""

from sayso.find.attribution.counts import count_of
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.named import pseudonym
from sayso.find.attribution.nouns import source_noun
from sayso.find.attribution.terms import first_hand, terms_within
from sayso.model.span import Span
from sayso.model.statement import Unnamed

_NOBODY = frozenset(("no", "none", "nobody", "any", "anyone", "anybody", "how", "what", "whatever", "whoever"))
_EDGES = " ,;:–—-("
_WHO = (" who", " that", " which", " and", " both", " all")


def unnamed_source(text: str, grammar: Grammar, source: range) -> Unnamed | None:
    """The source without a name that `source` (token indexes) describes; `None` for words that speak of nobody."""
    span = Span(grammar.tokens[source.start].start, grammar.tokens[source.stop - 1].end)
    noun = source_noun(grammar, source)
    if pseudonym(span.of(text)):
        return Unnamed(1, 1, " ".join(span.of(text).split()))
    if noun is None or grammar.lower[source.start] in _NOBODY or grammar.lower[noun] == "whom":
        return None
    low, high = count_of(grammar, source, noun)
    terms = terms_within(text, span)
    return Unnamed(
        low,
        high,
        _description(text, span, terms),
        " ".join(terms.of(text).split()) if terms else None,
        first_hand=first_hand(text, span),
    )


def _description(text: str, span: Span, terms: Span | None) -> str:
    """The words of the source up to its terms, or behind them where it opens with these."""
    whole = " ".join(span.of(text).split())
    if terms is None:
        return whole.strip(_EDGES) or whole
    before = " ".join(text[span.start : terms.start].split()).strip(_EDGES)
    while before.endswith(_WHO):
        before = before[: before.rindex(" ")].strip(_EDGES)
    return before or " ".join(text[terms.end : span.end].split()).strip(_EDGES) or whole
