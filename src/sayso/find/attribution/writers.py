"""Whose own words a passage is: the mail's writer, the writer of a mail quoted in it, the outlet, a letter's author."""

from collections.abc import Sequence

from sayso.find.correspondents import addressee, is_mail, straight_name
from sayso.find.person_names import take_apart
from sayso.model.document import Document, Mark, MarkKind
from sayso.model.entity import Entity, EntityKind
from sayso.model.span import Span
from sayso.model.statement import Voice

_I = frozenset(("i", "me", "my", "myself"))
_WE = frozenset(("we", "us", "our", "ourselves"))
FIRST = _I | _WE
SECOND = frozenset(("you", "your"))


class Writers:
    """The voices behind the words of one document that stand outside of quotation marks."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._document = document
        self._quoted = [m for m in document.text.marks if m.kind is MarkKind.QUOTED_MAIL]
        self._people: dict[tuple[tuple[str, ...], str], Entity] = {}
        for entity in entities:
            if entity.kind is EntityKind.PERSON:
                self._people.setdefault(_key(entity.name), entity)
        self._is_mail = is_mail(document)
        authors = document.metadata.authors
        self._author = straight_name(authors[0]) if authors and (len(authors) == 1 or self._is_mail) else None
        self._addressee = addressee(document)

    def outer(self, span: Span) -> Voice:
        """Who vouches for the words around `span`: a quoted mail's writer, the mail's author, the outlet, the title."""
        quoted = self._mail_around(span)
        if quoted:
            return self._voice(quoted.note) if quoted.note else Voice("an unnamed writer")
        known = self._document.metadata
        return self._own() or Voice(known.title or "this document")

    def meant(self, word: str, span: Span) -> Voice | None:
        """Whom "I", "we" or "you" at `span` means; `None` if it can't be told.

        In a mail "I" and "we" are its writer, elsewhere "I" is the only author and "we" whoever publishes.
        """
        if word in SECOND:
            return self._voice(self._addressee) if self._addressee and not self._mail_around(span) else None
        if word in FIRST:
            quoted = self._mail_around(span)
            if quoted:
                return self._voice(quoted.note) if quoted.note else None
            return self._voice(self._author) if word in _I and self._author else self._own()
        return None

    def _own(self) -> Voice | None:
        """The mail's author or the outlet, where the document names one."""
        publisher = self._document.metadata.publisher
        if self._is_mail and self._author:
            return self._voice(self._author)
        return Voice(publisher) if publisher else None

    def _mail_around(self, span: Span) -> Mark | None:
        around = (m for m in self._quoted if m.span.contains(span))
        return min(around, key=lambda m: len(m.span), default=None)

    def _voice(self, name: str) -> Voice:
        name = straight_name(name)
        entity = self._people.get(_key(name))
        return Voice(entity.name, entity.id) if entity else Voice(name)


def _key(name: str) -> tuple[tuple[str, ...], str]:
    apart = take_apart(name)
    return apart.given, apart.family
