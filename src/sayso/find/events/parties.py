"""Who takes part: entities of the document, and people and bodies it only describes, in the text's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nouns import NounKind, kind_of
from sayso.find.events.clauses import Clauses
from sayso.find.lexicon import groups, words
from sayso.model.entity import Entity, EntityKind, MentionKind

_PEOPLE = (NounKind.PERSON, NounKind.BODY, NounKind.CROWD)
_TALK = frozenset(("i", "we", "you", "it", "me", "us"))
_DROPPED = frozenset(("the", "several", "some", "many", "multiple", "various", "other", "certain", "numerous", "then"))
_RELATIVE = frozenset(("who", "whom", "which", "that"))
_INSIDE = frozenset(("compound", "amod", "nmod", "nummod", "poss", "det", "case", "punct", "quantmod", "advmod"))
_TAIL = frozenset(("of", "at", "for", "from", "in", "close", "to", "on"))


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: `key` is the same for the same one; `place` if it names a place that may stand for people."""

    key: str
    name: str
    head: int
    named: bool
    plural: bool = False
    person: bool = True
    place: bool = False
    public: bool = False


class Parties:
    """Reads noun phrases of one parsed text as parties."""

    def __init__(self, text: str, clauses: Clauses, entities: Sequence[Entity]) -> None:
        self._text, self._clauses, self._grammar = text, clauses, clauses.grammar
        self._at: dict[int, tuple[int, MentionKind, Entity]] = {}
        for entity in entities:
            for mention in entity.mentions:
                for i in self._grammar.inside(mention.span):
                    held = self._at.get(i)
                    if held is None or len(mention.span) < held[0]:
                        self._at[i] = (len(mention.span), mention.kind, entity)

    def all_of(self, heads: Sequence[int]) -> list[Party]:
        """The parties that noun phrases with these heads name, each once."""
        found: dict[str, Party] = {}
        for head in heads:
            for i in self._clauses.joined(head):
                party = self.at(i)
                if party is not None:
                    found.setdefault(party.key, party)
        return list(found.values())

    def at(self, head: int) -> Party | None:
        """The party whose phrase has this head; `None` for things and for pronouns that lead nowhere."""
        grammar = self._grammar
        token, word = grammar.tokens[head], grammar.lower[head]
        held = self._at.get(head)
        if held:
            _, kind, entity = held
            if kind is MentionKind.NAME or entity.kind is EntityKind.PERSON:
                return self._entity(head, entity)
        if word in _RELATIVE and token.tag in ("WP", "WDT", "IN"):
            return self._antecedent(head)
        if token.tag in ("PRP", "WP", "WDT", "DT", "EX"):
            return None
        for c in grammar.children[head]:
            inner = self._at.get(c)
            if grammar.tokens[c].dep == "appos" and inner and inner[2].kind is EntityKind.PERSON:
                return self._entity(head, inner[2])
        return self._described(head)

    def _antecedent(self, head: int) -> Party | None:
        verb = self._grammar.tokens[head].head
        for _ in range(4):
            if self._grammar.tokens[verb].dep == "relcl":
                noun = self._grammar.tokens[verb].head
                return self.at(noun) if noun < head and self._grammar.lower[noun] not in _RELATIVE else None
            verb = self._grammar.tokens[verb].head
        return None

    def _entity(self, head: int, entity: Entity) -> Party | None:
        word = self._grammar.lower[head]
        place = entity.kind is EntityKind.PLACE and self._grammar.tokens[head].name in ("GPE", "LOC", "FAC", "")
        if place and (
            " ".join(entity.name.lower().split()) in words("places") or self._grammar.tokens[head].name == "FAC"
        ):
            return Party(entity.id, entity.name, head, True, False, False, True)
        hearers = groups("event-hearers")
        public = word in hearers["public"]
        return Party(entity.id, entity.name, head, True, False, entity.kind is EntityKind.PERSON, False, public)

    def _described(self, head: int) -> Party | None:
        grammar = self._grammar
        token, word = grammar.tokens[head], grammar.lower[head]
        kind = kind_of(word)
        nation = token.name == "NORP" and token.tag in ("NNPS", "NNS")
        somebody = word in ("someone", "somebody", "anyone", "nobody", "others")
        if kind not in _PEOPLE and not nation and not somebody and not self._is_unread_name(head):
            return None
        name = self._phrase(head)
        if not name:
            return None
        plural = token.tag in ("NNS", "NNPS") or kind is NounKind.CROWD or nation
        public = word in groups("event-hearers")["public"]
        return Party(name.lower(), name, head, False, plural, kind is NounKind.PERSON, False, public)

    def _is_unread_name(self, head: int) -> bool:
        token = self._grammar.tokens[head]
        return token.tag in ("NNP", "NNPS") and token.name in ("PERSON", "ORG") and token.text[0].isupper()

    def _phrase(self, head: int) -> str:
        """The words of a description: what stands before its noun, and what belongs to it behind."""
        grammar = self._grammar
        first = head
        for c in grammar.children[head]:
            if c < head and grammar.tokens[c].dep in _INSIDE:
                first = min(first, grammar.subtree(c).start)
        last = head
        for c in grammar.children[head]:
            if c > head and grammar.tokens[c].dep in ("prep", "amod") and grammar.lower[c] in _TAIL and c <= last + 2:
                last = max(last, min(grammar.subtree(c).stop - 1, c + 7))
        while first < head and grammar.lower[first] in _DROPPED or grammar.tokens[first].tag in ("PDT", ","):
            first += 1
        while last > head and not grammar.tokens[last].text[0].isalnum():
            last -= 1
        return " ".join(self._text[grammar.tokens[first].start : grammar.tokens[last].end].split())

    def place_at(self, i: int) -> Entity | None:
        """The place that a token names."""
        held = self._at.get(i)
        return held[2] if held and held[2].kind is EntityKind.PLACE else None

    def everybody(self, tokens: range) -> Iterator[Party]:
        """All parties whose phrases have their heads in the range."""
        for i in tokens:
            if self._grammar.tokens[i].tag[0] in "NP":
                party = self.at(i)
                if party is not None:
                    yield party
