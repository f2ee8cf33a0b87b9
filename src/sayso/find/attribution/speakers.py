"""Who the words of a source are: an entity of the document, people without a name, or nobody we can tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.unnamed import person_noun, singular, terms_in, unnamed_source
from sayso.find.attribution.writers import FIRST, SECOND, Writers
from sayso.model.entity import Entity, EntityKind, MentionKind
from sayso.model.span import Span
from sayso.model.statement import Unnamed, Voice

_THIRD = frozenset(("he", "she"))
_DEFINITE = frozenset(("the", "this", "that"))
_TERMS_AFTER = 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is known of a source."""

    entity: str | None = None
    named: bool = False
    unnamed: Unnamed | None = None
    voice: Voice | None = None


@dataclass(slots=True)
class _Earlier:
    """An unnamed source met before: its statement, its noun and where it was last met."""

    statement: str
    noun: str
    unnamed: Unnamed
    at: int


class Speakers:
    """Reads sources in the order of the text, since "the official" is one who was met before."""

    def __init__(self, writers: Writers, text: str, grammar: Grammar, entities: Sequence[Entity]) -> None:
        self._writers, self._text, self._grammar = writers, text, grammar
        self._by_start: dict[int, tuple[Span, MentionKind, Entity]] = {}
        for entity in entities:
            for mention in entity.mentions:
                for i in grammar.inside(mention.span):
                    held = self._by_start.get(i)
                    if held is None or len(held[0]) > len(mention.span):
                        self._by_start[i] = (mention.span, mention.kind, entity)
        self._by_label = _by_family_name(entities)
        self._earlier: list[_Earlier] = []

    def read(self, statement: str, source: range, cue: range) -> Speaker:
        """The speaker behind the tokens of a source."""
        if not source:
            return Speaker()
        present = self._present(source)
        if present:
            return Speaker(present.entity, True, None, present)
        entity = self._entity(source)
        voice = self.voice(source)
        if entity:
            return Speaker(entity.id, any(m.kind is MentionKind.NAME for m in entity.mentions), None, voice)
        if self._apposed_name(source) or self._is_label(source):
            return Speaker(None, True, None, voice)
        unnamed = self._unnamed(statement, source, cue)
        if unnamed:
            return Speaker(None, False, unnamed, Voice(unnamed.description))
        return Speaker(None, False, None, voice)

    def voice(self, source: range) -> Voice | None:
        """The voice of these tokens; `None` for none and for pronouns that lead nowhere."""
        if not source:
            return None
        present = self._present(source)
        if present:
            return present
        entity = self._entity(source)
        if entity:
            return Voice(entity.name, entity.id)
        first = self._grammar.tokens[source.start]
        if len(source) == 1 and first.tag in ("PRP", "WP", "WDT", "DT"):
            return None
        span = Span(first.start, self._grammar.tokens[source.stop - 1].end)
        return Voice(" ".join(span.of(self._text).split()))

    def is_first_person(self, source: range) -> bool:
        """Whether the source is "I" or "we"."""
        return len(source) == 1 and self._grammar.lower[source.start] in FIRST

    def _present(self, source: range) -> Voice | None:
        """Who "I", "we" or "you" is outside of quotation marks."""
        if len(source) != 1 or self._grammar.quote_of[source.start] >= 0:
            return None
        word = self._grammar.lower[source.start]
        token = self._grammar.tokens[source.start]
        return self._writers.meant(word, Span(token.start, token.end)) if word in FIRST | SECOND else None

    def _entity(self, source: range) -> Entity | None:
        """The entity that the head of the phrase, or its apposition, mentions."""
        tokens = self._grammar.tokens
        head = next((i for i in source if tokens[i].head not in source or tokens[i].head == i), source.start)
        held = self._by_start.get(head)
        if held and not self._owner_only(source, held[0]):
            return held[2]
        for c in self._grammar.children[head]:
            if tokens[c].dep == "appos" and c in source and c in self._by_start:
                entity = self._by_start[c][2]
                if entity.kind is EntityKind.PERSON:
                    return entity
        if not self._is_label(source):
            return None
        last = self._by_start.get(source.stop - 1)
        return last[2] if last else self._by_label.get(self._grammar.lower[source.stop - 1])

    def _is_label(self, source: range) -> bool:
        """Whether this is the label of a transcript that names a person: a title or given name, and a family name."""
        words = [t for t in (self._grammar.tokens[i].text for i in source) if t[0].isalpha()]
        return len(words) > 1 and all(w.isupper() for w in words) and words[0] not in ("THE", "A", "Q", "UNIDENTIFIED")

    def _apposed_name(self, source: range) -> bool:
        """Whether a proper name stands in apposition ("her supervisor, Ada Quill"), known as an entity or not."""
        tokens = self._grammar.tokens
        head = next((i for i in source if tokens[i].head not in source or tokens[i].head == i), source.start)
        return any(
            tokens[c].dep == "appos"
            and c in source
            and tokens[c].tag == "NNP"
            and tokens[c].name in ("", "PERSON")
            and tokens[c - 1].tag == "NNP"
            for c in self._grammar.children[head]
        )

    def _owner_only(self, source: range, mention: Span) -> bool:
        """Whether the mention is a mere part of a longer phrase for somebody else ("Quill's lawyer")."""
        last = self._grammar.inside(mention)
        return bool(last) and last.stop < source.stop and self._grammar.lower[last.stop] in ("'s", "'")

    def _unnamed(self, statement: str, source: range, cue: range) -> Unnamed | None:
        grammar = self._grammar
        first = grammar.lower[source.start]
        if len(source) == 1 and first in _THIRD:
            return self._pronoun(source.start)
        unnamed = unnamed_source(self._text, grammar, source)
        head = person_noun(grammar, source)
        if unnamed is None or head is None:
            return None
        noun = singular(grammar.lower[head])
        if unnamed.terms is None:
            unnamed = replace(unnamed, terms=self._terms(cue.start if cue else source.start, noun))
        same = [e for e in self._earlier if e.noun == noun and e.unnamed.max == 1]
        if first in _DEFINITE and unnamed.max == 1 and len({e.statement for e in same}) == 1:
            same[0].at = source.start
            terms = unnamed.terms or same[0].unnamed.terms
            return replace(unnamed, terms=terms, same_as=same[0].statement)
        self._earlier.append(_Earlier(statement, noun, unnamed, source.start))
        return unnamed

    def _pronoun(self, at: int) -> Unnamed | None:
        """ "he" right after one unnamed person, with no person's name since."""
        if not self._earlier:
            return None
        last = max(self._earlier, key=lambda e: e.at)
        tokens = self._grammar.tokens
        near = self._grammar.sentence_of[at] - self._grammar.sentence_of[last.at] <= 3
        if last.unnamed.max != 1 or not near or any(tokens[i].name == "PERSON" for i in range(last.at, at)):
            return None
        last.at = at
        return replace(last.unnamed, same_as=last.statement)

    def _terms(self, at: int, noun: str) -> str | None:
        """The terms in the same sentence, or in one of the next where the same noun or a pronoun is its subject."""
        grammar = self._grammar
        number = grammar.sentence_of[at]
        for ahead in range(_TERMS_AFTER + 1):
            if number + ahead >= len(grammar.sentences):
                break
            tokens = grammar.sentences[number + ahead]
            span = Span(grammar.tokens[tokens[0]].start, grammar.tokens[tokens[-1]].end)
            opening = {singular(w) for w in grammar.lower[tokens[0] : tokens[0] + 4]}
            if ahead and not opening & {noun, "he", "she", "they", "person"}:
                continue
            terms = terms_in(span.of(self._text))
            if terms:
                return terms
        return None


def _by_family_name(entities: Sequence[Entity]) -> dict[str, Entity]:
    """People by the last word of their name in lower case, where no two share it."""
    found: dict[str, Entity | None] = {}
    for entity in entities:
        if entity.kind is EntityKind.PERSON and entity.name:
            last = entity.name.split()[-1].lower()
            found[last] = None if last in found else entity
    return {last: entity for last, entity in found.items() if entity}
