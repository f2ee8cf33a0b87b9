"""All that is said, thought or wanted with a cue among given tokens, by grammar."""

from collections.abc import Iterable, Iterator

from sayso.find.attribution.asides import of_aside, of_viewpoint
from sayso.find.attribution.attitudes import of_attitude
from sayso.find.attribution.bases import attitude_verbs
from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import AUXILIARY, according
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.shape import shaped
from sayso.find.attribution.silences import of_silence
from sayso.find.attribution.states import of_noun_of_saying, of_state
from sayso.find.lexicon import groups

Chosen = tuple[float, Candidate]
"""An attribution that is kept, with its probability"""


def told(grammar: Grammar, tokens: Iterable[int]) -> Iterator[Candidate]:
    """One a cue, in their order."""
    words, verbs = groups("attitudes"), attitude_verbs()
    for i in tokens:
        token = grammar.tokens[i]
        if token.dep in AUXILIARY:
            continue
        found: Candidate | None = None
        if grammar.lower[i] == "according":
            found = next((c for c in according(grammar, i) if c.frame == "according:clause"), None)
        elif token.tag[0] == "V":
            found = of_silence(grammar, i) or (of_attitude(grammar, i) if base(grammar, i) in verbs else None)
            found = found or of_state(grammar, i) or of_aside(grammar, i)
        elif token.tag[0] == "N" and grammar.lower[i] in words["nouns"]:
            found = of_noun_of_saying(grammar, i)
        elif token.dep == "prep":
            found = of_viewpoint(grammar, i)
        elif token.tag[0] == "J" and grammar.lower[i] in words["adjectives"]:
            found = of_state(grammar, i)
        if found is not None:
            yield shaped(grammar, found) if found.content else found


def voices(grammar: Grammar, content: set[int], tokens: Iterable[int]) -> Iterator[Candidate]:
    """Those of `tokens` whose source and cue stand in `content`."""
    for candidate in told(grammar, sorted(tokens)):
        if candidate.source and content.issuperset((*candidate.cue, *candidate.source)):
            yield candidate


def content_of(candidate: Candidate) -> set[int]:
    """The tokens of its content."""
    return {w for piece in candidate.content for w in piece}


def words_of(candidate: Candidate) -> set[int]:
    """The tokens of all roles."""
    return {w for r in (candidate.cue, *candidate.content, candidate.source or range(0)) for w in r}
