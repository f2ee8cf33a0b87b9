"""The source of an HTML page as tags and runs of text, each with its exact place.

Follows the tokenizer of the HTML standard (WHATWG, 13.2.5) where it matters for which characters are text; where that
would drop the rest of a broken page (an unclosed comment or tag), only the broken tag is dropped.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

# Quotation marks only count after "=". Everything is possessive: one pass, no backtracking, whatever the page holds.
_TAG = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*+)"
    r"""((?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+'|)|["'])*+)>"""
)
_LAX_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?+""")
_BARE_VALUE = re.compile(r"=\s*[^\s\"'=]*/$")
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "iframe", "xmp", "noembed", "noframes", "noscript")
}


class Tag(NamedTuple):
    """A start or end tag at `source[start:end]`; `rest` is what stands between its name and `>`."""

    start: int
    end: int
    name: str
    closing: bool
    rest: str

    @property
    def attributes(self) -> Mapping[str, str]:
        """Attributes by lower-case name, entities decoded; the first of a name counts, as the standard has it."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.rest):
            found.setdefault(name.lower(), unescape(double or single or bare))
        return found

    @property
    def self_closing(self) -> bool:
        """Whether it is written `<name … />`; the slash of `<a href=/>` is the address."""
        return self.rest.endswith("/") and not _BARE_VALUE.search(self.rest)


class Run(NamedTuple):
    """Text between two tags, at `source[start:end]`, entities not yet decoded. `raw` names the element (script,
    style …) whose content no tags are read in.
    """

    start: int
    end: int
    raw: str = ""


def tokens(source: str) -> Iterator[Tag | Run]:
    """Tags and runs of text of `source` in order; comments, declarations and processing instructions are left out."""
    at = text_from = 0
    pattern = _TAG
    last_tag, last_comment = source.rfind(">"), source.rfind("-->")
    while 0 <= (at := source.find("<", at)) < last_tag:
        tag = pattern.match(source, at)
        if tag is None and source[at + 1 : at + 2] in ("!", "?", "/"):
            end = _declaration_end(source, at, last_comment)
            if text_from < at:
                yield Run(text_from, at)
            at = text_from = end
            continue
        if tag is None:
            if pattern is _TAG and source[at + 1 : at + 2].isalpha():
                # A tag that runs to the end of the page; from here on quotation marks can't be trusted.
                pattern = _LAX_TAG
            else:
                at += 1
            continue
        if text_from < at:
            yield Run(text_from, at)
        slash, name, rest = tag.groups()
        name = name.lower()
        end = tag.end()
        read = Tag(at, end, name, slash == "/", rest)
        yield read
        at = text_from = end
        if name in _RAW_END and not slash and not read.self_closing:
            closing = _RAW_END[name].search(source, at)
            end = closing.start() if closing else len(source)
            yield Run(at, end, name)
            at = text_from = end
    if text_from < len(source):
        yield Run(text_from, len(source))


def _declaration_end(source: str, at: int, last_comment: int) -> int:
    """Where the comment, declaration or broken end tag that starts at `at` ends."""
    if source.startswith("<!--", at) and not source.startswith(("<!-->", "<!--->"), at) and at + 4 <= last_comment:
        return source.index("-->", at + 4) + 3
    return source.index(">", at) + 1
