"""Headings, also those that run into the paragraph behind them: their words name nobody who acts."""

import re
from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nouns import singular
from sayso.find.events.frames import noun_frames
from sayso.find.lexicon import words as lexicon_words
from sayso.find.name_words import is_title
from sayso.model.span import Span

_SMALL = r"(?:of|and|the|to|from|with|in|for|on|by|at|a|an|or|through|between|after|before|during)"
_BIG = r"[A-Z0-9][\w.’'/–-]*[,:]?"
_HEADING = re.compile(
    rf"(?:{_BIG}) (?:(?:{_BIG}|{_SMALL}|\([^()]{{1,60}}\)) ){{1,14}}"
    r"(?=(?:In|On|At|After|As|The|During|By|While|When|For|Since|A|An|Following|Although|Beginning|Despite|Later|Between"
    r"|From|Throughout|Before|Both|This|These|According) (?!of\b))"
)

_BEFORE_NAME = re.compile(
    rf"(?:{_BIG}) (?:(?:{_BIG}|{_SMALL}) ){{5,16}}"
    r"(?=[A-Z][\w’'-]+ (?:[a-z]+ed|also|was|had|has|met|said|told|sent|wrote|were)\b)"
)
_LONGEST, _SHORT = 200, 4
"""letters of a heading at most, and of the words that may be small in it"""


def heading_tokens(text: str, grammar: Grammar, blocks: Sequence[Span]) -> frozenset[int]:
    """The tokens of headings at the start of blocks, where a sentence follows on the same line."""
    found: set[int] = set()
    for block in blocks:
        match = _HEADING.match(text, block.start, block.end)
        if _is_heading(block.of(text)):
            found.update(grammar.inside(block))
            continue
        named = _BEFORE_NAME.match(text, block.start, block.end)
        if not match and named and _has_common_word(named[0]):
            match = named
        if match:
            found.update(grammar.inside(Span(match.start(), match.end())))
    return frozenset(found)


def _has_common_word(words: str) -> bool:
    """Whether a run of capitalised words holds a noun or verb that no name has: a heading, and no list of names."""
    plain = [singular(word.lower().strip(",:")) for word in words.split() if word[0].isupper() and not is_title(word)]
    return any(word in noun_frames() or word in lexicon_words("verbs") for word in plain)


def _is_heading(words: str) -> bool:
    """Whether a whole block is one: short, without a full stop, its long words all with capitals."""
    if len(words) > _LONGEST or words[-1:] in '.!?:;,”"':
        return False
    long = [w for w in words.split() if len(w) > _SHORT and w[0].isalpha()]
    return len(long) > 1 and all(w[0].isupper() for w in long)
