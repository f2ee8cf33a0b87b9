"""The walk over an HTML source that yields its page: blocks of text, and what its tags say about it.

A light tree builder: it knows which end tags HTML lets an author leave out and survives any nesting, and keeps for
each character where it stands in the source. It does not follow the standard's rules for misnested formatting.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from sayso.read.html_elements import (
    BLOCK,
    CLOSED_BY,
    CONTROLS,
    HEAD_CONTENT,
    HEADINGS,
    SCOPES,
    UNSEEN,
    VERBATIM,
    VOID,
)
from sayso.read.html_fold import fold
from sayso.read.html_hints import hides, hints_of, redacts
from sayso.read.html_page import Block, Element, Page, Part, PartKind
from sayso.read.html_source import Run, Tag, tokens

_LOOK_BACK = 256
"""So far up an end tag looks for its element; hostile nesting must not cost a search of everything."""

_BUTTON_CLASS = re.compile(r"(?:^|[\s_-])(?:btn|button|cta)(?=$|[\s_-])", re.IGNORECASE)
_SAYING = frozenset({"html", "link", "meta", "script", "time"})
_NOTED = frozenset({*_SAYING, *CONTROLS, "a"})
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})
"""A page that a script reveals is hidden as a whole; what it holds is what a reader sees."""
_PLAIN_TAG = re.compile(r"<[^>]*>")
_LONGEST_AUTHOR = 500
_LONGEST_BAR = 5_000
_STRUCK = frozenset("_-–—█▇▆■▮▉▊xX \u00a0\n\t")


@dataclass(slots=True)
class _Open:
    """An element whose end tag has not come yet; what it says holds for all inside of it."""

    name: str
    start: int
    end: int
    element: int
    unseen: bool
    linked: bool
    kind: PartKind
    redacts: bool
    """whether this very element blacks words out"""
    names_author: bool
    parts_before: int
    """how many parts had been read when it opened"""


def walk(source: str) -> Page:
    """Read the whole of `source`; takes any string."""
    return _Walk(source).page()


class _Walk:
    def __init__(self, source: str) -> None:
        self._source = source
        self._page = Page()
        self._root = _Open("", 0, 0, -1, False, False, PartKind.TEXT, False, False, 0)
        self._open = [self._root]
        self._names: Counter[str] = Counter()
        self._block: Block | None = None
        self._parts = 0
        self._breaks = 0
        self._in_linked_data = False

    def page(self) -> Page:
        for token in tokens(self._source):
            if isinstance(token, Run):
                self._run(token)
            elif token.closing:
                self._end_tag(token)
            else:
                self._start_tag(token)
        self._end_block()
        return self._page

    def _run(self, run: Run) -> None:
        top = self._open[-1]
        if not top.unseen and not run.raw:
            self._add(Part(run.start, run.end, top.kind))
        elif run.raw == "script" and self._in_linked_data:
            self._page.linked_data.append(self._source[run.start : run.end])
        elif top.name == "title" and not self._page.title and not self._names["svg"]:
            self._page.title = fold(self._source[run.start : run.end])

    def _add(self, part: Part) -> None:
        top = self._open[-1]
        size = len(self._source[part.start : part.end].strip())
        if not size and part.kind is not PartKind.REDACTED and self._block is None:
            return
        if size and part.kind is not PartKind.BREAK:
            if self._breaks > 1:
                self._end_block()
            self._breaks = 0
        if self._block is None:
            self._block = Block(top.element, self._page.elements[top.element].name if top.element >= 0 else "")
        self._block.parts.append(part)
        self._parts += 1
        if part.kind is not PartKind.BREAK:
            self._block.visible += size
            self._block.linked += size if top.linked else 0

    def _end_block(self) -> None:
        block, self._block, self._breaks = self._block, None, 0
        if block is None:
            return
        while block.parts and block.parts[-1].kind is PartKind.BREAK:
            block.parts.pop()
        words = ("\n" if part.kind is PartKind.BREAK else self._source[part.start : part.end] for part in block.parts)
        block.text = " ".join("".join(unescape(w) if "&" in w else w for w in words).split())
        if block.text or any(part.kind is PartKind.REDACTED for part in block.parts):
            self._page.blocks.append(block)

    def _start_tag(self, tag: Tag) -> None:
        name = tag.name
        # Most tags of a page say nothing that is asked for here, and reading attributes is most of the work.
        wanted = tag.rest and (name in _SAYING or (name not in VOID and not self._open[-1].unseen))
        attributes = tag.attributes if wanted else {}
        if name in _NOTED:
            self._note(name, attributes)
        if self._open[-1].name in ("head", "title") and name not in HEAD_CONTENT:
            self._close(len(self._open) - 1)
        if name == "br":
            self._line_break(tag)
            return
        is_block = name in BLOCK
        if is_block:
            self._imply_end_tags(name)
            self._end_block()
        elif name == "a":
            self._close_inline("a")
        top = self._open[-1]
        if name in VOID or (top.unseen and not is_block and name not in (top.name, "svg")):
            return
        if tag.self_closing and name != "script":
            if attributes and not top.unseen and self._redacts(name, attributes):
                self._add(Part(tag.start, tag.end, PartKind.REDACTED))
            return
        self._push(tag, attributes, is_block)

    def _push(self, tag: Tag, attributes: Mapping[str, str], is_block: bool) -> None:
        name, top = tag.name, self._open[-1]
        hidden = blacked_out = by_author = False
        if attributes:
            hidden = _is_hidden(name, attributes)
            blacked_out = self._redacts(name, attributes)
            by_author = _names_author(attributes)
        unseen = top.unseen or hidden or name in UNSEEN
        linked = top.linked or (name == "a" and "href" in attributes)
        kind = PartKind.REDACTED if blacked_out else PartKind.VERBATIM if name in VERBATIM else top.kind
        element = top.element
        if is_block:
            css = attributes.get("class", "")
            said = f"{css} {attributes['id']}" if "id" in attributes else css
            hints = hints_of(name, "" if name in _NEVER_HIDDEN else said)
            self._page.elements.append(Element(name, element, hints, css))
            element = len(self._page.elements) - 1
        elif not (self._names[name] or blacked_out or by_author) and (unseen, linked) == (top.unseen, top.linked):
            return  # it says nothing, and no end tag of its name will be looked for
        opened = _Open(name, tag.start, tag.end, element, unseen, linked, kind, blacked_out, by_author, self._parts)
        self._open.append(opened)
        self._names[name] += 1
        if len(self._open) > self._page.depth:
            self._page.depth = len(self._open)

    def _note(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep what the head (or any other part) of the page says about it."""
        if name == "meta":
            self._page.metas.append(attributes)
        elif name == "link":
            self._page.links.append(attributes)
        elif name == "html":
            self._page.language = self._page.language or attributes.get("lang", "") or attributes.get("xml:lang", "")
        elif name == "time" and "datetime" in attributes:
            self._page.times.append(attributes["datetime"])
        elif name in CONTROLS or _BUTTON_CLASS.search(attributes.get("class", "")):
            self._page.controls.append(self._open[-1].element)
        elif name == "script":
            self._in_linked_data = attributes.get("type", "").strip().lower().startswith("application/ld+json")

    def _redacts(self, name: str, attributes: Mapping[str, str]) -> bool:
        css, style = attributes.get("class", ""), attributes.get("style", "")
        return bool(css or style) and name not in _NEVER_HIDDEN and redacts(css, style, inline=name not in BLOCK)

    def _line_break(self, tag: Tag) -> None:
        if self._open[-1].unseen:
            return
        self._breaks += 1
        if self._block is not None:
            self._add(Part(tag.start, tag.end, PartKind.BREAK))

    def _imply_end_tags(self, name: str) -> None:
        """Close what the start of a block-level `name` closes without saying so (a paragraph, a list item …)."""
        inner = self._innermost_block()
        if inner.name == "p" or (inner.name in HEADINGS and name in HEADINGS):
            self._close(self._open.index(inner, max(0, len(self._open) - _LOOK_BACK)))
        closes = CLOSED_BY.get(name)
        if not closes:
            return
        outermost = 0
        for at in range(len(self._open) - 1, max(0, len(self._open) - _LOOK_BACK), -1):
            other = self._open[at].name
            if other in closes:
                outermost = at
                if name != "tr":
                    break
            elif other in SCOPES and not (name == "tr" and other in ("td", "th")):
                break
        if outermost:
            self._close(outermost)

    def _innermost_block(self) -> _Open:
        for at in range(len(self._open) - 1, max(0, len(self._open) - _LOOK_BACK), -1):
            if self._open[at].name in BLOCK:
                return self._open[at]
        return self._root

    def _end_tag(self, tag: Tag) -> None:
        name = tag.name
        if name in BLOCK:
            if self._names[name]:
                for at in range(len(self._open) - 1, max(0, len(self._open) - _LOOK_BACK), -1):
                    if self._open[at].name == name:
                        self._close(at, tag)
                        return
            self._end_block()
        elif name == "br":
            self._line_break(tag)
        elif name not in VOID:
            self._close_inline(name, tag)

    def _close_inline(self, name: str, tag: Tag | None = None) -> None:
        """Close the innermost `name` of this block; elements left open inside of it stay open."""
        if not self._names[name]:
            return
        for at in range(len(self._open) - 1, max(0, len(self._open) - _LOOK_BACK), -1):
            if self._open[at].name == name:
                self._closed(self._open.pop(at), tag)
                return
            if self._open[at].name in BLOCK or self._open[at].unseen:
                return

    def _close(self, at: int, tag: Tag | None = None) -> None:
        """Close the open elements from index `at` on."""
        is_block = any(opened.name in BLOCK for opened in self._open[at:])
        while len(self._open) > at:
            self._closed(self._open.pop(), tag)
        if is_block:
            self._end_block()

    def _blank(self, start: int, end: int) -> bool:
        """Whether source holds but strokes or bars: words struck out are left out, these stand for words."""
        return end - start <= _LONGEST_BAR and set(unescape(self._source[start:end])) <= _STRUCK

    def _closed(self, opened: _Open, tag: Tag | None) -> None:
        self._names[opened.name] -= 1
        if tag is None:
            return
        struck = opened.name == "del" and not self._open[-1].unseen and self._blank(opened.end, tag.start)
        if struck or (opened.redacts and not opened.unseen and self._parts == opened.parts_before):
            self._add(Part(opened.start, tag.end, PartKind.REDACTED))
        if opened.names_author and tag.start - opened.end <= _LONGEST_AUTHOR:
            self._page.authors.append(fold(_PLAIN_TAG.sub(" ", self._source[opened.end : tag.start])))


def _is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    if name in _NEVER_HIDDEN:
        return False
    css, style = attributes.get("class", ""), attributes.get("style", "")
    return "hidden" in attributes or (bool(css or style) and hides(css, style))


def _names_author(attributes: Mapping[str, str]) -> bool:
    if "rel" not in attributes and "itemprop" not in attributes:
        return False
    return "author" in attributes.get("rel", "").lower().split() or attributes.get("itemprop", "").lower() == "author"
