"""Headings that run into the paragraph behind them, as in texts copied from a page: their words name nobody who acts."""

import re
from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.model.span import Span

_SMALL = r"(?:of|and|the|to|from|with|in|for|on|by|at|a|an|or|through|between|after|before|during)"
_BIG = r"[A-Z][\w.’'/–-]*[,:]?"
_HEADING = re.compile(
    rf"(?:{_BIG}) (?:(?:{_BIG}|{_SMALL}|\([^()]{{1,60}}\)) ){{1,14}}(?=(?:In|On|At|After|As|The|During|By|While|When|For|Since|A"
    r"|An|Following|Although|Beginning|Despite|Later|Between|From|Throughout|Before|Both|This|These|According) (?!of\b))"
)


def heading_tokens(text: str, grammar: Grammar, blocks: Sequence[Span]) -> frozenset[int]:
    """The tokens of headings at the start of blocks, where a sentence follows on the same line."""
    found: set[int] = set()
    for block in blocks:
        match = _HEADING.match(text, block.start, block.end)
        if match:
            found.update(grammar.inside(Span(match.start(), match.end())))
    return frozenset(found)
