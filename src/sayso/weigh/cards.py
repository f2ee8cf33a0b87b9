"""What of a document is looked at whenever its case is weighed: made once, and kept until the document changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from sayso.model.proposition import Proposition
from sayso.weigh.candidates import HASHED, Vector, hashed
from sayso.weigh.facts import Facts, facts_of
from sayso.weigh.origins.traits import Traits, traits_of
from sayso.weigh.passages import words
from sayso.weigh.source import Source
from sayso.weigh.withdrawals import takes_back


@dataclass(frozen=True, slots=True)
class Card:
    """`stated` are the propositions (ids) that are worth comparing, in order, with their places among all of the
    document, and in `names` whom and what each names (as `candidates.hashed` tells, 16-bit numbers one after another).

    `nested` are pairs of propositions of which one is part of the other, `back` leads from sentences that take back to
    what they do. `words` are numbers of all words by which the document could be found to speak of somebody.
    """

    stated: tuple[str, ...]
    places: tuple[int, ...]
    names: bytes
    nested: tuple[tuple[str, str], ...]
    back: Mapping[str, str]
    traits: Traits
    words: bytes

    def named(self) -> Vector:
        """What is named by each that is worth comparing, (n, 256)."""
        return np.frombuffer(self.names, np.int16).reshape(-1, HASHED).astype(np.float32)


def card_of(source: Source) -> tuple[Card, tuple[Facts, ...]]:
    """The card of a document, and the facts of its propositions that are worth comparing."""
    facts = facts_of(source)
    places = source.places or range(len(source.propositions))
    place = {p.id: n for n, p in zip(places, source.propositions, strict=True)}
    names = np.array([hashed(one) for one in facts], np.float32).reshape(-1, HASHED)
    card = Card(
        tuple(one.id for one in facts),
        tuple(place[one.id] for one in facts),
        names.astype(np.int16).tobytes(),
        tuple(nested(source)),
        takes_back(source),
        traits_of(source),
        np.unique(np.fromiter(_words(source), np.uint32)).tobytes(),
    )
    return card, facts


def nested(source: Source) -> Iterator[tuple[str, str]]:
    """Propositions of which one is part of the other."""
    open_ones: list[Proposition] = []
    for p in sorted(source.propositions, key=lambda p: (p.span.start, -p.span.end, p.id)):
        open_ones = [o for o in open_ones if o.span.end > p.span.start]
        yield from ((o.id, p.id) for o in open_ones)
        open_ones.append(p)


def number_of(word: str) -> int:
    """What stands for a lower-case word on cards."""
    return crc32(word.encode("utf-8", "replace"))


def _words(source: Source) -> Iterator[int]:
    said = source.metadata
    texts = [source.text, source.name, said.title or "", said.publisher or "", *said.authors]
    texts += [value for _, value in said.headers]
    texts += [voice.name for p in source.propositions for voice in p.chain]
    texts += [form for known in source.people.values() for form in (known.name, *known.aliases)]
    for word in {word for text in dict.fromkeys(texts) for word in words(text)}:
        yield number_of(word)
        # A possessive's ending belongs to no name.
        for ending in ("'s", "s", "'"):
            if word.endswith(ending):
                yield number_of(word.removesuffix(ending))
