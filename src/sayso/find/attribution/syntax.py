"""Every possible attribution that the parse gives; score.py decides among them."""

from collections.abc import Iterator

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import AUXILIARY, according, of_verb
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nominal import of_adjective, of_noun
from sayso.find.lexicon import words


def candidates(grammar: Grammar) -> Iterator[Candidate]:
    """All candidates of the text, in order of their cue's head."""
    nouns, adjectives = words("cue-nouns"), words("cue-adjectives")
    for token in grammar.tokens:
        if token.dep in AUXILIARY:
            continue
        lower = grammar.lower[token.i]
        if token.tag[0] == "V":
            yield from of_verb(grammar, token.i)
            if lower == "according":
                yield from according(grammar, token.i)
        elif token.tag[0] == "N" and lower in nouns:
            yield from of_noun(grammar, token.i)
        elif token.tag[0] == "J" and lower in adjectives:
            yield from of_adjective(grammar, token.i)
        elif lower == "according":
            yield from according(grammar, token.i)
