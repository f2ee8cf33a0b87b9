"""The words of a mail written in HTML. A mail has no navigation to leave out: all that its reader would see is text."""

from bisect import bisect_right

from sayso.model.document import Text
from sayso.read.html_text import text_of
from sayso.read.html_walk import walk


def html_words(source: str) -> tuple[Text, tuple[int, ...]]:
    """The text of a decoded HTML mail, and for each of its lines in how many quotations (`blockquote`) it stands."""
    page = walk(source)
    text, _ = text_of(source, page.blocks)
    assert text.source_map is not None
    quoted: list[int] = []
    for element in page.elements:
        around = quoted[element.parent] if element.parent >= 0 else 0
        quoted.append(around + (element.name == "blockquote"))
    starts = [block.parts[0].start for block in page.blocks]
    pieces = text.source_map.pieces
    depths = []
    at = number = 0
    for line in text.characters.split("\n"):
        while number < len(pieces) and pieces[number].end <= at:
            number += 1
        if line and number < len(pieces):
            block = page.blocks[bisect_right(starts, pieces[number].source_start) - 1]
            depths.append(quoted[block.element] if block.element >= 0 else 0)
        else:
            depths.append(0)
        at += len(line) + 1
    return text, tuple(depths)
