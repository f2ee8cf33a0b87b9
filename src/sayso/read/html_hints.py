"""What the name, class and id of an element say about the text inside of it."""

import re
from functools import lru_cache

from sayso.read.html_page import Hint

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|offscreen|assistive-text|a11y-hidden)(?=\s|$)",
    re.IGNORECASE,
)
_REDACTED_CLASS = re.compile(r"(?:^|[\s_-])(?:redact(?:ed)?|blackout|blacked-out)(?=$|[\s_-])", re.IGNORECASE)
_REDACTION_CLASS = re.compile(r"(?:^|[\s_-])redactions?(?=$|[\s_-])", re.IGNORECASE)
"""On a whole paragraph it may be French for the editors; inside of one it is what it says."""
_BLACK = re.compile(r"background(?:-color)?\s*:\s*(?:black|#000(?:000)?\b|rgb\(0,\s*0,\s*0\))", re.IGNORECASE)
_VISIBLE_ON_BLACK = re.compile(
    r"(?:^|;|\s)color\s*:\s*(?!\s*(?:black|#000(?:000)?\b|rgb\(0,\s*0,\s*0\)))", re.IGNORECASE
)


_HINT_OF_NAME = {
    "aside": Hint.ASIDE,
    "footer": Hint.FOOTER,
    "header": Hint.HEADER,
    "form": Hint.FORM,
    "figure": Hint.FIGURE,
    "figcaption": Hint.FIGURE,
    "blockquote": Hint.QUOTE,
    "ul": Hint.LIST,
    "ol": Hint.LIST,
}
_HINTS_OF_CLASS: tuple[tuple[Hint, re.Pattern[str]], ...] = (
    (
        Hint.PROMO,
        re.compile(
            r"newsletter|subscri|suscri|abonn|membership|sign-?up|promo(?!t)|donat|pledge|paywall|tip-?jar|recirc|"
            r"related|read-?(?:more|next)|"
            r"most-?(?:read|popular|viewed)|trending|taboola|outbrain|advert|sponsor|cookie|consent|disqus|"
            r"social-?(?:share|links|media|bar|icons)|share-?(?:bar|tools|buttons?|links)|sharedaddy|call-?to-?action|"
            r"(?:^|[\s_-])(?:ads?|share|sharing|cta|nl|fund|support|widget|rail|teaser|upsell|meter)(?=$|[\s_-])",
            re.IGNORECASE,
        ),
    ),
    (Hint.COMMENTS, re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|respond|replies)(?=$|[\s_-])", re.IGNORECASE)),
    (
        Hint.BYLINE,
        re.compile(r"(?:^|[\s_-])(?:by-?line|author|authors|by|dateline|published)(?=$|[\s_-])", re.IGNORECASE),
    ),
    (
        Hint.FIGURE,
        re.compile(r"caption|(?:^|[\s_-])(?:cap|credit|photo|image|imgcap|wp-caption)(?=$|[\s_-])", re.IGNORECASE),
    ),
)


@lru_cache(maxsize=4096)
def hints_of(name: str, css: str) -> Hint:
    """The hints of an element by its name and its class and id (separated by a space)."""
    found = _HINT_OF_NAME.get(name, Hint.NONE)
    for hint, pattern in _HINTS_OF_CLASS:
        if css and pattern.search(css):
            found |= hint
    return found


@lru_cache(maxsize=4096)
def hides(css: str, style: str) -> bool:
    """Whether an element with this class and style is not seen on the page."""
    return bool(_HIDDEN_STYLE.search(style) or _HIDDEN_CLASS.search(css))


@lru_cache(maxsize=4096)
def redacts(css: str, style: str, *, inline: bool) -> bool:
    """Whether an element with this class and style blacks out what stands in it; `inline` if it is in running text."""
    if _REDACTED_CLASS.search(css) or (inline and _REDACTION_CLASS.search(css)):
        return True
    return inline and bool(_BLACK.search(style)) and not _VISIBLE_ON_BLACK.search(style)
