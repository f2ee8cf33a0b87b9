"""What the name, class and id of an element say about the text inside of it."""

import re
from functools import lru_cache

from sayso.read.html_page import Hint

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
            r"newsletter|subscri|suscri|abonn|member(?:ship)|sign-?up|promo(?!t)|donat|pledge|paywall|tip-?jar|recirc|related|read-?(?:more|next)|"
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
