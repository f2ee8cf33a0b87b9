"""Who takes part in a predicate: agents and objects with passives turned around, and what prepositions govern."""

from collections.abc import Iterator, Mapping, Sequence, Set

from sayso.find.events.clauses import Clauses
from sayso.find.propositions.lemmas import lemma_of
from sayso.find.propositions.predicates import Predicate
from sayso.model.proposition import Role

_PHRASES = {
    "advance": "before",
    "front": "before",
    "behalf": "for",
    "favor": "for",
    "favour": "for",
    "support": "for",
    "opposition": "against",
    "exchange": "for",
    "return": "for",
    "response": "after",
    "place": "instead",
    "lieu": "instead",
    "charge": "of",
    "addition": "besides",
    "connection": "about",
    "regard": "about",
    "relation": "about",
    "respect": "about",
    "terms": "about",
}
"""Nouns in prepositions of several words, and the role of what these govern."""
_TOGETHER = {"between": "subject", "among": "subject"}
_OF_NOUNS = {"by": "subject", "of": "object", **_TOGETHER}
_RELATIVE = frozenset(("WP", "WDT", "IN"))
_NOBODY = frozenset(("CD", "IN", "WDT", "JJ", "JJR", "JJS", "VB", "VBD", "VBN", "VBG", "VBP", "VBZ", "MD"))
_MOST = 12
"""roles of one predicate; lists of twenty names are no roles"""


class Roles:
    """Roles of the predicates of one text.

    `entities` leads from tokens to the document's entities; the tokens `without` (dates) take no part.
    """

    def __init__(self, clauses: Clauses, entities: Mapping[int, str], without: Set[int]) -> None:
        self._clauses = clauses
        self._grammar = clauses.grammar
        self._entities = entities
        self._without = without

    def of(self, predicate: Predicate) -> tuple[Role, ...]:
        """Each participant once, subjects first."""
        found: dict[tuple[str, str | None, str], Role] = {}
        for role, head in self._all(predicate):
            for i in self._clauses.joined(self._counted(self._antecedent(head))):
                if i in self._without or not self._grammar.is_word[i] or self._grammar.tokens[i].tag in _NOBODY:
                    continue
                made = Role(role, self._entity(i), lemma_of(self._grammar.tokens[i]))
                found.setdefault((made.role, made.entity, made.head), made)
        return tuple(found.values())[:_MOST]

    def _all(self, predicate: Predicate) -> Iterator[tuple[str, int]]:
        verb, noun = predicate.verb, predicate.noun
        if not self._grammar.is_verb(verb):
            yield from self._of_noun(verb)
            return
        tokens = self._grammar.tokens
        for i in self._clauses.agents(verb):
            if i != noun and tokens[i].dep != "expl":
                yield "subject", i
        for i in self._clauses.undergoers(verb):
            if i != noun and not (noun is not None and self._grammar.lower[i] == "place"):
                yield ("to" if tokens[i].dep == "dative" else "object"), i
        if noun is None:
            yield from self._governed(verb)
        else:
            yield from ((_TOGETHER.get(role, role), i) for role, i in self._governed(verb))
            yield from self._of_noun(noun)
        said = self._grammar.child(verb, "acomp", "attr")
        if said is not None and said != noun:
            if predicate.lemma == "be":
                yield "object", said
            yield from self._governed(said)
        inner = self._grammar.child(verb, "xcomp")
        if inner is not None and self._grammar.is_verb(inner) and predicate.lemma != "be":
            yield from (("object", i) for i in self._clauses.undergoers(inner))
            yield from self._governed(inner)

    def _of_noun(self, noun: int) -> Iterator[tuple[str, int]]:
        """Of a noun that names what is done: "Brandt's search of the office by the police"."""
        for c in self._grammar.children[noun]:
            pronoun = self._grammar.tokens[c].tag == "PRP$"  # "tendered its resignation": the subject is told already
            if self._grammar.tokens[c].dep == "poss" and not (pronoun and c not in self._entities):
                yield "subject", c
        for role, i in self._governed(noun):
            yield _OF_NOUNS.get(role, role), i

    def _governed(self, word: int) -> Iterator[tuple[str, int]]:
        for preposition in self._clauses.prepositions(word):
            name = self._grammar.lower[preposition]
            if self._grammar.tokens[preposition].dep == "agent":
                continue
            for c in self._grammar.children[preposition]:
                if self._grammar.tokens[c].dep == "pobj":
                    through = self._through(c)
                    yield from through if through else ((name, c),)

    def _through(self, noun: int) -> list[tuple[str, int]]:
        """What a preposition of several words governs: "in advance of the vote" is before it."""
        role = _PHRASES.get(self._grammar.lower[noun])
        if role is None or self._grammar.child(noun, "det", "poss") is not None:
            return []
        return [(role, i) for i in self._clauses.governed(noun, "of", "to", "with")]

    def _counted(self, head: int) -> int:
        """What a number counts: "five of those meetings"."""
        if self._grammar.tokens[head].tag != "CD":
            return head
        return next(iter(self._clauses.governed(head, "of")), head)

    def _antecedent(self, head: int) -> int:
        """The noun that a relative pronoun stands for."""
        tokens = self._grammar.tokens
        if tokens[head].tag not in _RELATIVE:
            return head
        at = tokens[head].head
        for _ in range(4):
            if tokens[at].dep == "relcl":
                return tokens[at].head
            at = tokens[at].head
        return head

    def _entity(self, head: int) -> str | None:
        """The entity of a phrase: of its head, or of the name that stands beside it ("his lawyer, Ada Quill")."""
        if head in self._entities:
            return self._entities[head]
        beside: Sequence[int] = [c for c in self._grammar.children[head] if self._grammar.tokens[c].dep == "appos"]
        return next((self._entities[c] for c in beside if c in self._entities), None)
