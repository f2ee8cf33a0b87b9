"""The words of a mail written in HTML.

A mail has no navigation to leave out, so everything that a reader of it would see is its text, in order. Nothing is
fetched, and no style sheet is read beyond the plainest way of hiding (`display: none`), which tracking texts use.
"""

import re

from lxml import etree, html

_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "object", "math"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
        "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"
    }
)  # fmt: skip
_APART = frozenset({"p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "table"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def html_words(page: str) -> tuple[str, tuple[int, ...]]:
    """The visible characters of an HTML mail, a line a block and blank lines around paragraphs; and for each line how
    many quotations (`blockquote`) it stands in.
    """
    lines = _Lines()
    # A declared encoding would contradict a page that is decoded already.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", page).replace("\0", "")
    if not source.strip():
        return "", ()
    parser = html.HTMLParser(no_network=True, recover=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(source, parser=parser)
    except etree.ParserError:  # nothing but comments
        return "", ()
    silent: etree._Element | None = None
    for action, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if action == "start":
            if silent is None and _is_silent(element):
                silent = element
            if silent is None:
                lines.open(tag)
                lines.write(element.text)
        else:
            if silent is None:
                lines.close(tag)
            if silent is element:
                silent = None
            if silent is None and element is not root:
                lines.write(element.tail)
    return lines.words()


def _is_silent(element: etree._Element) -> bool:
    return (
        not isinstance(element.tag, str) or element.tag in _SILENT or bool(_HIDDEN.search(element.get("style") or ""))
    )


class _Lines:
    """Collects words into lines."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, int]] = []
        self._line = ""
        self._depth = 0
        self._pre = 0

    def open(self, tag: str) -> None:
        if tag == "br":
            self._break(keep_empty=True)
        elif tag in _BLOCKS:
            self._break()
            if tag in _APART:
                self._blank()
        if tag == "blockquote":
            self._depth += 1
        if tag == "pre":
            self._pre += 1

    def close(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        if tag == "pre":
            self._pre -= 1
        if tag == "blockquote":
            self._depth -= 1
        if tag in _APART:
            self._blank()

    def write(self, words: str | None) -> None:
        if not words:
            return
        if self._pre:
            first, *others = words.splitlines() or [""]
            self._line += first
            for other in others:
                self._break(keep_empty=True)
                self._line += other
            return
        folded = _SPACE.sub(" ", words)
        self._line += folded.lstrip(" ") if not self._line or self._line.endswith(" ") else folded

    def words(self) -> tuple[str, tuple[int, ...]]:
        self._break()
        while self._lines and not self._lines[-1][0]:
            self._lines.pop()
        return "\n".join(line for line, _ in self._lines), tuple(depth for _, depth in self._lines)

    def _break(self, *, keep_empty: bool = False) -> None:
        line = self._line.rstrip(" ")
        self._line = ""
        if line:
            self._lines.append((line, self._depth))
        elif keep_empty:
            self._blank()

    def _blank(self) -> None:
        if self._lines and self._lines[-1][0]:
            self._lines.append(("", self._depth))
