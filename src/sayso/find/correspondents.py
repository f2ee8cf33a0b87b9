"""Who wrote a mail and to whom, by its headers: names that its text may use short forms of, or never use at all."""

import re
from collections.abc import Sequence
from email.utils import getaddresses

from sayso.find.name_words import is_suffix
from sayso.model.document import Document, MarkKind

MAIL = "message/rfc822"
_FIELDS = frozenset(("from", "sender", "reply-to", "to", "cc"))
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*$")
_MOST = 200
"""names taken from one mail; a list of recipients has no end"""


def is_mail(document: Document) -> bool:
    """Whether the document was sent as a mail."""
    return document.media_type == MAIL or bool(document.metadata.headers)


def correspondents(document: Document) -> tuple[str, ...]:
    """The full names of a mail's writers and recipients and of the writers of mails quoted in it, each once.

    Empty for what is no mail.
    """
    if not is_mail(document):
        return ()
    names = [*document.metadata.authors, *_names(document, _FIELDS)]
    names += [m.note for m in document.text.marks if m.kind is MarkKind.QUOTED_MAIL]
    straight = (straight_name(name) for name in names)
    return tuple(dict.fromkeys(n for n in straight if " " in n and "@" not in n))[:_MOST]


def addressee(document: Document) -> str | None:
    """The one whom a mail is written to; `None` if there are several or none with a name."""
    names = _names(document, frozenset(("to",))) if is_mail(document) else []
    return straight_name(names[0]) if len(names) == 1 and names[0] and "@" not in names[0] else None


def straight_name(name: str) -> str:
    """ "Quill, Ada (Press Office)" as "Ada Quill"; other names with white space made single.

    What stands in brackets at the end is a role or a department.
    """
    name = _BRACKETS.sub("", name) or name
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given and "," not in given and not is_suffix(given) and len(family.split()) < 4:
        name = f"{given} {family}"
    return " ".join(name.split())


def _names(document: Document, fields: frozenset[str]) -> Sequence[str]:
    """One entry for each address in these headers: the name beside it, empty where there is none."""
    values = [value for name, value in document.metadata.headers if name.lower() in fields]
    return [name for name, address in getaddresses(values) if name or address]
