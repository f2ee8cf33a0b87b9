"""The words of headings name nobody who acts."""

from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.headings import is_heading, run_in_end
from sayso.model.span import Span

_BEHIND = 120
"""code points behind a block that show whether a sentence follows it on the same line"""


def heading_tokens(text: str, grammar: Grammar, blocks: Sequence[Span]) -> frozenset[int]:
    """The tokens of headings, those of whole blocks and those at the start of one."""
    found: set[int] = set()
    for block in blocks:
        line = text.find("\n", block.end, block.end + _BEHIND)
        stop = line if line >= 0 else block.end + _BEHIND
        end = run_in_end(text, block.start, stop)
        if is_heading(block.of(text)):
            found.update(grammar.inside(block))
        elif end is not None:
            found.update(grammar.inside(Span(block.start, end)))
    return frozenset(found)
