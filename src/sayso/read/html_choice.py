"""Which blocks of a page are its main text.

trafilatura (Barbaresi 2021) makes the first choice, a block at a time; then what stands between chosen paragraphs and
is one of them is taken in, and headlines, appeals, links to other stories and repeated boxes are left out.
"""

import logging
import re
from collections import Counter
from collections.abc import Collection, Sequence

import trafilatura
from trafilatura.settings import Document

from sayso.read.head_lines import byline, date_line
from sayso.read.html_align import shares
from sayso.read.html_appeals import is_appeal, is_pointer
from sayso.read.html_elements import HEADINGS
from sayso.read.html_page import Block, Hint, Page

SILENT = logging.NullHandler()
_TAKEN = 0.5
"""A block is chosen if trafilatura took at least this share of its letters."""
_CONTAINER = 0.75
"""The innermost element with at least this share of the chosen text is the article's container."""
_MINORITY = 0.25
"""What a class says about a larger share of the article is not meant as we read it."""
_RUNNING = 80
"""Code points; shorter blocks may be anything."""
_SIBLINGS = 2
"""So many paragraphs in the same surroundings make what else stands there one of them."""
_GAP = 12
"""The article goes on after at most so many other blocks."""
_BOX = 20
"""Letters; shorter words may well be said twice."""
_BOX_SIZE = 400
"""Code points; what is larger is no box."""
_CELLS = frozenset({"td", "th"})
_TEXT_NAMES = frozenset({"p", "li", "blockquote", "pre", "dd", "dt"})
_AROUND = 2
_LOOKED_THROUGH = frozenset({"ul", "ol", "dl", "blockquote", "li"})
_OTHER = ~(Hint.LIST | Hint.QUOTE)
"""hints that running text does not have"""
_STRANGE = Hint.PROMO | Hint.COMMENTS | Hint.FOOTER | Hint.ASIDE
_NO_WORD = re.compile(r"\W+")


def extracted_lines(source: str) -> list[str]:
    """The lines that trafilatura takes for the main text; none if it finds none or fails."""
    # What it logs about a page is of no use to a person, and without a handler it would be printed.
    logging.getLogger("trafilatura").addHandler(SILENT)
    try:
        document = trafilatura.bare_extraction(source, include_comments=False, fast=True)
    except Exception:  # whatever a page does to it, the walk has its own text
        return []
    text = document.text if isinstance(document, Document) else None
    return text.splitlines() if text else []


def main_blocks(page: Page, lines: Sequence[str], titles: Collection[str]) -> list[Block]:
    """The blocks of the main text in order; `lines` are what the extractor took, `titles` what the page calls itself.

    None if the extractor's lines are nowhere on the page.
    """
    taken = shares([block.text for block in page.blocks], lines)
    chosen = [number for number, share in enumerate(taken) if share >= _TAKEN]
    return _Article(page, chosen, titles).blocks() if chosen else []


class _Article:
    """The chosen blocks of a page in the light of the elements around them."""

    def __init__(self, page: Page, chosen: Sequence[int], titles: Collection[str]) -> None:
        self._page = page
        self._chosen = chosen
        self._titles = {squeezed for title in titles if (squeezed := _squeeze(title))}
        self._letters = [_squeeze(block.text) for block in page.blocks]
        self._copies = Counter(self._letters)
        self._total = sum(len(page.blocks[n].text) for n in chosen)
        self._container = self._find_container()
        self._hints = self._believed(self._hints_below())
        self._cells = Counter(self._table_of(number) for number, e in enumerate(page.elements) if e.name in _CELLS)
        self._boxes = self._find_boxes()
        running = [n for n in chosen if self._is_running_text(n)]
        self._kin = Counter(self._surroundings(n) for n in running)
        self._start = running[0] if running else chosen[0]
        self._headline = next((n for n in range(self._start, -1, -1) if self._is_headline(n)), 0)

    def blocks(self) -> list[Block]:
        """The blocks of the article in order."""
        taken = [n for n in sorted({*self._chosen, *self._passed_over()}) if not self._is_foreign(n)]
        # A heading heads something: the last ones are of other stories.
        while taken and self._page.blocks[taken[-1]].name in HEADINGS:
            taken.pop()
        return [self._page.blocks[n] for n in taken or self._chosen]

    def _find_container(self) -> int:
        """The innermost element that holds most of the chosen characters; -1 if none does."""
        held: Counter[int] = Counter()
        for number in self._chosen:
            block = self._page.blocks[number]
            for element in self._page.ancestors(block.element):
                held[element] += len(block.text)
        # Elements are numbered in order of their start tags, so of those that hold enough the last is the innermost.
        return max((e for e, count in held.items() if count >= self._total * _CONTAINER), default=-1)

    def _find_boxes(self) -> set[int]:
        """Small elements inside of the container with something to fill in or to press."""
        size: Counter[int] = Counter()
        for block in self._page.blocks:
            for element in self._page.ancestors(block.element):
                size[element] += len(block.text)
        largest = min(_BOX_SIZE, self._total * _MINORITY)
        found = set()
        for control in self._page.controls:
            for element in self._page.ancestors(control):
                if element == self._container or size[element] > largest:
                    break
                if self._page.elements[element].name not in _TEXT_NAMES:
                    found.add(element)
        return found

    def _hints_below(self) -> list[Hint]:
        """For each block the hints of the elements around it, up to the article's container."""
        # An element comes after the one around it, so that one pass hands everything down.
        below: list[Hint] = []
        for number, element in enumerate(self._page.elements):
            if number == self._container:
                below.append(Hint.NONE)
            else:
                above = below[element.parent] if element.parent >= 0 else Hint.NONE
                below.append(above | element.hints if above and element.hints else above or element.hints)
        return [below[block.element] if block.element >= 0 else Hint.NONE for block in self._page.blocks]

    def _believed(self, hints: Sequence[Hint]) -> list[Hint]:
        """The hints of the blocks without those that would be said of a good part of the article."""
        said: Counter[Hint] = Counter()
        for number in self._chosen:
            said[hints[number]] += len(self._page.blocks[number].text)
        ignored = Hint.NONE
        for hint in Hint:
            if sum(size for found, size in said.items() if hint & found) > self._total * _MINORITY:
                ignored |= hint
        return [found & ~ignored if found else found for found in hints]

    def _table_of(self, element: int) -> int:
        """The innermost table around an element; -1 if there is none."""
        return next((e for e in self._page.ancestors(element) if self._page.elements[e].name == "table"), -1)

    def _is_headline(self, number: int) -> bool:
        block = self._page.blocks[number]
        return block.name in HEADINGS and self._letters[number] in self._titles

    def _is_running_text(self, number: int) -> bool:
        block = self._page.blocks[number]
        return (
            block.name not in HEADINGS
            and len(block.text) >= _RUNNING
            and not _link_heavy(block)
            and not self._hints[number] & _OTHER
        )

    def _surroundings(self, number: int) -> tuple[str, ...]:
        """The names and classes of the two elements around a block, lists and quotations looked through: what a page's
        maker gives all paragraphs of an article alike, and other things otherwise.
        """
        block, elements = self._page.blocks[number], self._page.elements
        found = ["text" if block.name in _TEXT_NAMES or block.name in HEADINGS else block.name]
        at = elements[block.element].parent if block.element >= 0 else -1
        while at >= 0 and len(found) <= _AROUND:
            element = elements[at]
            if element.name not in _LOOKED_THROUGH:
                found.append(f"{element.name} {element.css}")
            at = element.parent
        return tuple(found)

    def _is_kin(self, number: int) -> bool:
        return self._kin[self._surroundings(number)] >= _SIBLINGS

    def _passed_over(self) -> set[int]:
        """Blocks that trafilatura left out although they stand among the article's paragraphs, or go on after them,
        in the same surroundings.
        """
        end, gap = self._chosen[-1], 0
        for number in range(end + 1, len(self._page.blocks)):
            block = self._page.blocks[number]
            if block.name == "h1" or gap > _GAP:
                break
            if self._is_kin(number) and self._is_running_text(number):
                end, gap = number, 0
            gap += 1
        found = set()
        for number in range(self._start, end + 1):
            block = self._page.blocks[number]
            if _link_heavy(block) or self._hints[number] & _OTHER:
                continue
            if self._is_kin(number):
                found.add(number)
        return found

    def _is_foreign(self, number: int) -> bool:
        """Whether a chosen block is none of the article's words after all."""
        block = self._page.blocks[number]
        squeezed = self._letters[number]
        kin = self._is_kin(number)
        if number < self._start and (
            number < self._headline
            or squeezed in self._titles
            or block.name == "h1"
            or (block.name in HEADINGS and not kin)
            or byline(block.text)
            or date_line(block.text)
        ):
            return True
        if self._hints[number] & _STRANGE or any(e in self._boxes for e in self._page.ancestors(block.element)):
            return True
        # A table of one cell is a frame around something.
        if block.name in _CELLS and len(block.text) < _RUNNING and self._cells[self._table_of(block.element)] == 1:
            return True
        # What a page says twice, and not as one paragraph among others, is a box.
        if len(squeezed) >= _BOX and self._copies[squeezed] > 1 and not kin:
            return True
        if _link_heavy(block) and not self._hints[number] & Hint.QUOTE and is_pointer(block.text):
            return True
        return is_appeal(block.text, linked=block.linked / max(1, block.visible), paragraph=kin)


def _link_heavy(block: Block) -> bool:
    return block.linked > block.visible * 0.8


def _squeeze(text: str) -> str:
    return _NO_WORD.sub("", text).lower()
