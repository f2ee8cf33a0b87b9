"""Turns as attributions: label, sign behind it and all paragraphs of the turn are source, cue and content."""

from collections.abc import Iterator, Sequence

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.signed import find_signed
from sayso.find.attribution.transcript import Turn, find_turns
from sayso.model.span import Span


def turns(text: str, grammar: Grammar, blocks: Sequence[Span]) -> Iterator[Candidate]:
    """One candidate a turn of a transcript, interview or chat, and a signed quotation.

    The cue is empty where no token of its own stands behind the label ("Q." is a single one).
    """
    for turn in all_turns(text, blocks):
        source = grammar.inside(turn.label)
        cue = grammar.inside(turn.mark) if turn.mark else range(0)
        content = [tokens for span in turn.content if (tokens := grammar.inside(span))]
        if source and content:
            yield Candidate((cue or source).start, "turn", "label", source, cue, content)


def all_turns(text: str, blocks: Sequence[Span]) -> tuple[Turn, ...]:
    """What stands under a speaker's label or above a signature; `blocks` are the paragraphs of the text."""
    found = find_turns(text, blocks)
    return found or find_signed(text, blocks)
