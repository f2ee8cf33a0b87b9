"""The schema.org description of an article that a page carries as JSON-LD."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

_LARGEST = 1_000_000
"""Code points; a larger block describes no article."""
_MOST_NODES = 2_000
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")


@dataclass(frozen=True, slots=True)
class Article:
    """What the page says of its article; empty where it says nothing."""

    headline: str = ""
    published: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()


def article(blocks: Sequence[str]) -> Article:
    """The first article described in the page's JSON-LD `blocks`; broken ones are passed over."""
    nodes = [node for block in blocks for node in _nodes(block)]
    found = next((node for node in nodes if _is_article(node)), None)
    if found is None:
        found = next((node for node in nodes if "datePublished" in node), {})
    return Article(
        _text(found.get("headline")),
        _text(found.get("datePublished")),
        next(iter(_names(found.get("publisher"))), ""),
        tuple(_names(found.get("author") or found.get("creator"))),
    )


def _nodes(block: str) -> Iterator[Mapping[str, object]]:
    """All objects of a block, outermost first."""
    if len(block) > _LARGEST:
        return
    try:
        value: object = json.loads(_WRAPPED.sub("", block), strict=False)
    except (ValueError, RecursionError):
        return
    waiting = deque([value])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and k.endswith(("Article", "BlogPosting", "Report")) for k in listed) and (
        "headline" in node or "datePublished" in node
    )


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name")) if isinstance(item, dict) else _text(item)
        if name:
            yield name


def _text(value: object) -> str:
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), "")
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""
