"""Whom "the director" or "the Vermont senator" is: the only person whom the text calls so beside a name."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from sayso.find.attribution.grammar import Grammar
from sayso.find.name_words import is_person_noun, is_title
from sayso.model.entity import Entity, EntityKind, MentionKind

_SHORT = {"sen.": "senator", "gov.": "governor", "rep.": "representative", "amb.": "ambassador", "gen.": "general",
          "sec.": "secretary", "prof.": "professor", "lt.": "lieutenant", "col.": "colonel"}  # fmt: skip
_EMPTY = frozenset(("the", "former", "then", "new", "late", "u.s.", "'s", "’s"))
_BEFORE = 5
"""tokens before a name that may say who it is"""

Called: TypeAlias = tuple[Entity, frozenset[str]]


class Roles:
    """The people of one text by what they are called beside their names."""

    def __init__(self, grammar: Grammar, entities: Sequence[Entity]) -> None:
        self._grammar = grammar
        self._called: dict[str, list[Called]] = {}
        self._names: dict[int, Entity] = {}
        for entity in entities:
            if entity.kind is EntityKind.PERSON:
                for mention in entity.mentions:
                    if mention.kind is MentionKind.NAME:
                        self._names.update(dict.fromkeys(grammar.inside(mention.span), entity))
                        for role, words in self._beside(grammar.inside(mention.span)):
                            self._called.setdefault(role, []).append((entity, words))

    def at(self, head: int) -> Entity | None:
        """Who is meant by a noun with "the", if just one person is called so, with the words before it too."""
        grammar = self._grammar
        token = grammar.tokens[head]
        if token.tag not in ("NN", "NNP") or not any(grammar.lower[c] == "the" for c in grammar.children[head]):
            return None
        if any(c > head and grammar.tokens[c].dep in ("prep", "relcl", "appos") for c in grammar.children[head]):
            return None
        more = {grammar.lower[i] for i in range(grammar.subtree(head).start, head)} - _EMPTY
        people = {e.id: e for e, words in self._called.get(grammar.lower[head], ()) if more <= words}
        if not people and not more and is_title(grammar.lower[head]):
            people = {e.id: e for e in self._owners_before(head)}  # "Lund's campaign said that the candidate"
        return next(iter(people.values())) if len(people) == 1 else None

    def _owners_before(self, head: int) -> Iterator[Entity]:
        """Whose things the sentence speaks of before the noun."""
        for i in range(self._grammar.sentences[self._grammar.sentence_of[head]].start, head):
            if i in self._names and self._grammar.tokens[i].dep == "poss":
                yield self._names[i]

    def _beside(self, name: range) -> Iterator[tuple[str, frozenset[str]]]:
        """What stands before a name ("FBI Director Ann Lund") and in apposition to it ("Ann Lund, the director")."""
        grammar = self._grammar
        if not name:
            return
        first = max(grammar.sentences[grammar.sentence_of[name.start]].start, name.start - _BEFORE)
        before = [_SHORT.get(grammar.lower[i], grammar.lower[i]) for i in range(first, name.start)]
        if before and (is_title(before[-1]) or is_person_noun(before[-1])):
            yield before[-1], frozenset(before)
        for i in name:
            for c in grammar.children[i]:
                if grammar.tokens[c].dep == "appos" and c >= name.stop:
                    yield grammar.lower[c], frozenset(grammar.lower[j] for j in grammar.subtree(c))
