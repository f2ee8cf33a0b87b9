"""The links of a chain: what is told inside of a content, by grammar and by the trained reader of inner voices."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.inner import Voices
from sayso.find.attribution.told import told
from sayso.find.attribution.voice_of_verb import source_of

_PASSIVE = ("auxpass", "nsubjpass")


def links(grammar: Grammar, tokens: Sequence[int], voices: Voices) -> Iterator[Candidate]:
    """One a cue: those that grammar tells of in their order, then those that the reader alone tells of."""
    found = list(told(grammar, tokens))
    yield from found
    known = {i for c in found for i in (*c.cue, c.head)}
    fresh = [cue for cue in voices.cues(tokens) if known.isdisjoint(cue)]
    for candidate in voices.read(fresh):
        if candidate.content:
            yield _by_grammar(grammar, candidate)


def _by_grammar(grammar: Grammar, candidate: Candidate) -> Candidate:
    """With the source that grammar sees, if the cue is a verb."""
    verb = candidate.head
    if not grammar.is_verb(verb):
        return candidate
    passive = any(grammar.tokens[c].dep in _PASSIVE for c in grammar.children[verb])
    kind, source = source_of(grammar, verb, passive=passive)
    if source is None or not {*source}.isdisjoint((*candidate.cue, *(i for p in candidate.content for i in p))):
        return candidate
    return replace(candidate, kind=kind, source=source)
