"""Whom "he", "him" and "his" mean where the grammar of one sentence tells.

- In "After his trip, Ann Lund told …" the subject of the main clause;
- in "Ann Lund was eager to go, and she asked …" the subject of the clause that "she asked" is joined to;
- in "Ann Lund called Bo Harker and asked him …" whom she called;
- in "Ann Lund told the caller to send her …" whoever told;
- in "When Ann Lund heard of it, she called …" the subject of the clause before;
- in "Ann Lund asked Bo Harker if he could come" whoever was asked.

The order of clauses and what governs them, as in the syntactic filters of Lappin and Leass (1994).
"""

from collections.abc import Mapping, Sequence

from sayso.find.events.clauses import Clauses
from sayso.find.events.frames import base_of
from sayso.find.events.names import by_family_name
from sayso.find.name_words import Gender, gender_of_given_name
from sayso.model.entity import Entity, EntityKind, MentionKind

_SEXES = {"he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative", "pobj")
_ASKS = frozenset(("ask",))
_DEEPEST = 8


class NearPronouns:
    """Reads the pronouns of one parsed text."""

    def __init__(self, clauses: Clauses, entities: Sequence[Entity]) -> None:
        self._clauses, self._grammar = clauses, clauses.grammar
        families = by_family_name(entities)
        unread = ((t.i, families.get(t.text)) for t in self._grammar.tokens if t.tag[0] == "N")
        self._people: dict[int, Entity] = {i: entity for i, entity in unread if entity is not None}
        for entity in entities:
            for mention in entity.mentions:
                if entity.kind is EntityKind.PERSON and mention.kind is MentionKind.NAME:
                    self._people.update(dict.fromkeys(self._grammar.inside(mention.span), entity))

    def meant(self) -> Mapping[int, Entity]:
        """By token the person, for the pronouns outside of quotations that the rules tell."""
        found = {}
        for token in self._grammar.tokens:
            if self._grammar.lower[token.i] in _SEXES and self._grammar.quote_of[token.i] < 0:
                person = self._before_subject(token.i) or self._joined_subject(token.i) or self._object(token.i)
                if person is not None and self._fits(token.i, person):
                    found[token.i] = person
        return found

    def _fits(self, pronoun: int, person: Entity) -> bool:
        sex = gender_of_given_name(person.name.split()[0].lower())
        return sex in (None, _SEXES[self._grammar.lower[pronoun]])

    def _before_subject(self, pronoun: int) -> Entity | None:
        """The subject of the main clause, for a pronoun in a phrase or clause that stands before it."""
        tokens = self._grammar.tokens
        at = pronoun
        for _ in range(_DEEPEST):
            above = tokens[at].head
            if above == at:
                return None
            if tokens[at].dep in ("prep", "advcl") and self._grammar.is_verb(above):
                subject = self._grammar.child(above, *_SUBJECTS)
                if subject is not None and self._grammar.subtree(at).stop <= self._grammar.subtree(subject).start:
                    person = self._people.get(subject)
                    beside = range(pronoun, self._grammar.subtree(at).stop)
                    # in "at his meeting with Ann, Ann said" he is somebody else
                    return None if person and any(self._people.get(i) is person for i in beside) else person
            at = above
        return None

    def _joined_subject(self, pronoun: int) -> Entity | None:
        """The subject of the clause that the pronoun's own is joined to."""
        tokens = self._grammar.tokens
        verb = tokens[pronoun].head
        if tokens[pronoun].dep not in _SUBJECTS or self._grammar.quote_of[verb] >= 0:
            return None
        if tokens[verb].dep == "conj":
            return self._named_subject(tokens[verb].head)
        mark = self._grammar.child(verb, "mark")
        asks = base_of(self._grammar.lower[tokens[verb].head], tokens[tokens[verb].head].tag) in _ASKS
        if mark is not None and self._grammar.lower[mark] in ("if", "whether") and asks:
            asked = [h for h in self._clauses.undergoers(tokens[verb].head) if h < verb and h in self._people]
            return self._people[asked[0]] if len(asked) == 1 else None
        before = [c for c in self._grammar.children[verb] if tokens[c].dep == "advcl" and c < pronoun]
        return self._named_subject(before[-1]) if before else None

    def _named_subject(self, verb: int) -> Entity | None:
        subject = self._grammar.child(verb, *_SUBJECTS)
        return self._people.get(subject) if subject is not None else None

    def _object(self, pronoun: int) -> Entity | None:
        tokens = self._grammar.tokens
        if tokens[pronoun].dep not in _OBJECTS:
            return None
        verb = tokens[pronoun].head
        while tokens[verb].dep in ("prep", "dobj") and not self._grammar.is_verb(verb):
            verb = tokens[verb].head
        if tokens[verb].dep == "xcomp" and self._grammar.child(verb, *_SUBJECTS) is None:
            verb = tokens[verb].head  # "began sending letters to her"
        above = tokens[verb].head
        if above == verb or not self._grammar.is_verb(verb) or self._grammar.child(verb, *_SUBJECTS) is not None:
            return None
        if tokens[verb].dep == "conj" and self._grammar.is_verb(above):
            heads = [*self._clauses.undergoers(above), *self._clauses.governed(above, "to", "with")]
            people = {self._people[h].id: self._people[h] for h in heads if h in self._people}
            return next(iter(people.values())) if len(people) == 1 else None
        if self._clauses.asker(verb) is not None:
            return self._people.get(self._clauses.asker(verb) or 0)
        return None
