"""Which unnamed source of a document is one that it spoke of before, where the text tells."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.named import pseudonym
from sayso.find.attribution.nouns import NounKind, kind_of, singular, source_noun
from sayso.find.name_words import Gender, gender_of_noun
from sayso.model.span import Span
from sayso.model.statement import Unnamed

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_ANYBODY = frozenset(("person", "source", "individual"))
_ORDINALS = {word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)}
_NEW = frozenset(("another", "other", "different", "separate", "else"))
_IDLE = frozenset(
    ("same", "two", "three", "four", "five", "both", "all", "said", "the", "these", "those", "this", "that")
)
_MALE = "he"
_FEMALE = "she"
_BACK = 3
_BACK_TOKENS = 200
"""how many sentences and tokens a pronoun reaches back"""
_MOST = 64
"""sources under one noun, beyond which none is told from the others"""
_INTRODUCING = frozenset(("a", "an", "another", "one", "two", "three", "several", "some", "other", "second", "third"))


@dataclass(slots=True)
class _Source:
    """An unnamed source at its first statement, and where it was last met (a token)."""

    statement: str
    noun: str
    kind: NounKind | None
    words: frozenset[str]
    definite: bool
    label: str | None
    ordinal: int | None
    gender: Gender | None
    unnamed: Unnamed
    at: int

    @property
    def single(self) -> bool:
        return self.unnamed.max == 1


class Earlier:
    """The unnamed sources met so far; ask in the order of the text."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._text, self._grammar = text, grammar
        self._by_noun: dict[str, list[_Source]] = defaultdict(list)
        self._people: list[_Source] = []
        self._last: _Source | None = None
        self._nouns: set[int] = set()

    def see(self, statement: str, source: range, unnamed: Unnamed) -> Unnamed:
        """The same `unnamed`, with `same_as` (and what was told of it) if the text says that it spoke before."""
        new = self._read(statement, source, unnamed)
        old = self._same(new, source)
        self._last = old or new
        self._nouns.add(source_noun(self._grammar, source) or source.start)
        if old is None:
            self._by_noun[new.noun].append(new)
            if new.kind in (NounKind.PERSON, None):
                self._people.append(new)
            return unnamed
        old.at = new.at
        old.words |= new.words
        old.unnamed = replace(
            old.unnamed,
            terms=old.unnamed.terms or unnamed.terms,
            first_hand=unnamed.first_hand if old.unnamed.first_hand is None else old.unnamed.first_hand,
        )
        return replace(
            unnamed, terms=unnamed.terms or old.unnamed.terms, same_as=old.statement, first_hand=old.unnamed.first_hand
        )

    def pronoun(self, at: int) -> Unnamed | None:
        """Whom "he", "she" or "they" means: the unnamed source met last, with no person spoken of since."""
        last = self._last
        if last is None or at - last.at > _BACK_TOKENS:
            return None
        grammar, word = self._grammar, self._grammar.lower[at]
        near = grammar.sentence_of[at] - grammar.sentence_of[last.at] <= _BACK
        if not near or last.kind not in (NounKind.PERSON, None) or last.single is (word == "they"):
            return None
        if last.gender is (Gender.FEMALE if word == _MALE else Gender.MALE) and word in (_MALE, _FEMALE):
            return None
        if any(self._is_other(i, last) for i in range(last.at + 1, at)):
            return None
        last.at = at
        return replace(last.unnamed, same_as=last.statement)

    def _is_other(self, i: int, last: _Source) -> bool:
        """Whether a token is another person whom a later pronoun may mean: a name, or a new subject."""
        token = self._grammar.tokens[i]
        if token.name == "PERSON":
            return True
        subject = token.dep in ("nsubj", "nsubjpass") and kind_of(self._grammar.lower[i]) is NounKind.PERSON
        plural = token.tag in ("NNS", "NNPS")
        return subject and _role(self._grammar.lower[i]) != last.noun and plural is not last.single

    def _read(self, statement: str, source: range, unnamed: Unnamed) -> _Source:
        grammar = self._grammar
        noun = source_noun(grammar, source)
        word = grammar.lower[noun] if noun is not None else ""
        start, stop = grammar.tokens[source.start].start, grammar.tokens[source.stop - 1].end
        words = [grammar.lower[i] for i in source]
        ordinal = next((_ORDINALS[w] for w in words[:3] if w in _ORDINALS), None)
        label = pseudonym(Span(start, stop).of(self._text))
        return _Source(
            statement,
            _role(word) if word else words[0],
            kind_of(word),
            frozenset(words),
            words[0] in _DEFINITE,
            label,
            ordinal,
            gender_of_noun(singular(word)),
            unnamed,
            source.stop - 1,
        )

    def _same(self, new: _Source, source: range) -> _Source | None:
        if new.label:
            return _only([e for e in self._by_noun[new.noun][:_MOST] if e.label == new.label])
        words = [self._grammar.lower[i] for i in source]
        if words[0] not in _DEFINITE or _NEW.intersection(words[:4]):
            return None
        if "of" in words and self._of_a_part(words):
            return None
        namesakes = self._by_noun[new.noun]
        if len(namesakes) > _MOST:
            return None
        alike = [e for e in namesakes if e.single is new.single and not e.label]
        if new.kind in (NounKind.BODY, NounKind.CROWD):
            # "The company" that was never "a company" is one that was named, and not the same each time.
            alike = [e for e in alike if not e.definite]
        if new.ordinal:
            return self._by_ordinal(new, alike)
        known = [e for e in alike if self._fits(new, e, source)]
        if len(known) > 1 and "same" in words[:2]:
            return max(known, key=lambda e: e.at)
        if not known and new.single and new.noun in _ANYBODY and len(self._people) == 1:
            known = [e for e in self._people if self._fits(new, e, source)]
        found = _only(known)
        return found if found and not self._introduced_since(found, source.start) else None

    def _introduced_since(self, old: _Source, before: int) -> bool:
        """Whether the text speaks of another by the same noun in between, though not as a source."""
        grammar = self._grammar
        nearby = range(max(old.at + 1, before - _BACK_TOKENS), before)
        return any(
            grammar.tokens[i].tag[0] == "N"
            and i not in self._nouns
            and _role(grammar.lower[i]) == old.noun
            and _INTRODUCING.intersection(grammar.lower[max(old.at + 1, i - 4) : i])
            for i in nearby
        )

    def _of_a_part(self, words: Sequence[str]) -> bool:
        """Whether the words before "of" count ("the first of the officials"), so that a part is meant."""
        return words[words.index("of") - 1] in {"one", "two", "three", "some", "most", *_ORDINALS}

    def _fits(self, new: _Source, old: _Source, source: range) -> bool:
        """Whether nothing in the new description is unheard of: "the Navy official" is no "official" from before."""
        if new.gender and old.gender and new.gender is not old.gender:
            return False
        if not new.single and new.unnamed.max is not None and new.unnamed.max != old.unnamed.max:
            return False
        noun = source_noun(self._grammar, source)
        before = self._grammar.lower[source.start : noun] if noun is not None else []
        return all(w in old.words or w in _IDLE for w in before)

    def _by_ordinal(self, new: _Source, alike: Sequence[_Source]) -> _Source | None:
        marked = [e for e in alike if e.ordinal == new.ordinal]
        if marked:
            return _only(marked)
        unmarked = [e for e in alike if e.ordinal is None]
        if new.ordinal == 1 and len(alike) > 1 and len(unmarked) == 1:
            return unmarked[0]
        return None


def _only(found: Sequence[_Source]) -> _Source | None:
    return found[0] if len(found) == 1 else None


def _role(noun: str) -> str:
    """The noun in the singular, the same for men and women: a spokeswoman is a spokesperson."""
    one = singular(noun)
    for ending in ("woman", "man"):
        if one.endswith(ending) and len(one) > len(ending):
            return one.removesuffix(ending) + "person"
    return one
