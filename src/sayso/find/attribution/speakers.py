"""Who the words of a source are: an entity of the document, people without a name, or nobody we can tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.find.attribution.earlier import Earlier
from sayso.find.attribution.frames import trim
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.named import is_named, name_behind
from sayso.find.attribution.nouns import NounKind, head_of_source, kind_of, singular, source_noun
from sayso.find.attribution.terms import terms_of
from sayso.find.attribution.unnamed import unnamed_source
from sayso.find.attribution.writers import FIRST, SECOND, Writers
from sayso.model.entity import Entity, EntityKind, MentionKind
from sayso.model.span import Span
from sayso.model.statement import Unnamed, Voice

_THIRD = frozenset(("he", "she", "they"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is known of a source."""

    entity: str | None = None
    named: bool = False
    unnamed: Unnamed | None = None
    voice: Voice | None = None


class Speakers:
    """Reads sources in the order of the text, since "the official" is one who was met before."""

    def __init__(
        self,
        writers: Writers,
        text: str,
        grammar: Grammar,
        entities: Sequence[Entity],
        redactions: Sequence[Span] = (),
    ) -> None:
        self._writers, self._text, self._grammar = writers, text, grammar
        self._by_start: dict[int, tuple[Span, MentionKind, Entity]] = {}
        for entity in entities:
            for mention in entity.mentions:
                for i in grammar.inside(mention.span):
                    held = self._by_start.get(i)
                    if held is None or len(held[0]) > len(mention.span):
                        self._by_start[i] = (mention.span, mention.kind, entity)
        self._by_label = _by_family_name(entities)
        self._redacted = {i: mark for mark in redactions for i in grammar.inside(mark)}
        self._earlier = Earlier(text, grammar)

    def read(self, statement: str, source: range, cue: range) -> Speaker:
        """The speaker behind the tokens of a source."""
        if not source:
            return Speaker()
        source = self._antecedent(source) or source
        present = self._present(source)
        if present:
            return Speaker(present.entity, True, None, present)
        entity = self._entity(source) or self._entity_before_cue(source, cue)
        if entity:
            named = any(m.kind is MentionKind.NAME for m in entity.mentions)
            return Speaker(entity.id, named, None, Voice(entity.name, entity.id))
        voice = self.voice(source)
        withheld = self._withheld(source)
        if withheld:
            return Speaker(None, False, withheld, Voice(withheld.description))
        if self._apposed_name(source) or self._is_label(source) or is_named(self._text, self._grammar, source):
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
        if held and self._is_run_on(source, held[0]):
            return self._by_label.get(self._grammar.lower[source.stop - 1])
        if held and not self._owner_only(source, held[0]) and not self._is_several(source, head, held[1]):
            return held[2]
        last = self._by_start.get(source.stop - 1)
        if last and last[1] is MentionKind.NAME and source.start in self._redacted:
            return last[2]  # words blacked out before a name, not the name
        behind = name_behind(self._grammar, source, head)
        if behind is not None and behind in self._by_start:
            return self._by_start[behind][2]
        for c in self._grammar.children[head]:
            if tokens[c].dep == "appos" and c in source and c in self._by_start:
                entity = self._by_start[c][2]
                if entity.kind is EntityKind.PERSON:
                    return entity
        if len(source) == 1 and tokens[head].text[0].isupper() and tokens[head].tag in ("NN", "NNP", "FW", "UH"):
            return self._by_label.get(self._grammar.lower[head])  # "Quill said" where the parser saw no name
        if not self._is_label(source):
            return None
        last = self._by_start.get(source.stop - 1)
        return last[2] if last else self._by_label.get(self._grammar.lower[source.stop - 1])

    def _is_several(self, source: range, head: int, kind: MentionKind) -> bool:
        """Whether a pronoun is but one of those who speak: "he and his partner"."""
        joined = self._grammar.child(head, "conj")
        return kind is MentionKind.PRONOUN and joined is not None and joined in source

    def _is_run_on(self, source: range, mention: Span) -> bool:
        """Whether the name goes on behind the source in other words, as in "According to Hart, Lee …"."""
        behind = self._grammar.inside(mention)
        beyond = range(max(source.stop, behind.start), behind.stop)
        return any(not self._grammar.is_word[i] or self._grammar.is_verb(i) for i in beyond)

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

    def _antecedent(self, source: range) -> range | None:
        """What "who" stands for in "a clerk, who said …": the phrase before its clause."""
        grammar = self._grammar
        if len(source) != 1 or grammar.lower[source.start] != "who":
            return None
        verb = grammar.tokens[source.start].head
        noun = grammar.tokens[verb].head
        if grammar.tokens[verb].dep != "relcl" or noun >= source.start:
            return None
        return trim(grammar, range(grammar.subtree(noun).start, grammar.subtree(verb).start))

    def _entity_before_cue(self, source: range, cue: range) -> Entity | None:
        """Whose name stands between the description and the cue ("the port's engineer, Ada Quill said")."""
        between = range(source.stop, cue.start)
        words = [i for i in between if self._grammar.lower[i] != ","]
        last = self._grammar.lower[source.stop - 1]
        if not words or len(words) == len(between) or kind_of(last) is not NounKind.PERSON or singular(last) != last:
            return None
        held = [self._by_start.get(i) for i in words]
        if not all(h and h[1] is MentionKind.NAME and h[2].kind is EntityKind.PERSON for h in held):
            return None
        found = {h[2].id: h[2] for h in held if h}
        return next(iter(found.values())) if len(found) == 1 else None

    def _withheld(self, source: range) -> Unnamed | None:
        """The source whose name is blacked out: one person where a title or noun for one stands before the bar."""
        grammar, noun = self._grammar, source_noun(self._grammar, source)
        marks = [self._redacted[i] for i in (*source, source.stop) if i in self._redacted]
        head = head_of_source(grammar, source)
        if not marks or (noun is not None and noun not in self._redacted and noun + 1 not in self._redacted):
            # "an aide to [REDACTED]" and "[REDACTED]'s lawyer" are described, not withheld
            return unnamed_source(self._text, grammar, source) if marks and marks[0].start < self._start(noun) else None
        last = source.stop - 1 if noun is None else noun
        one = kind_of(grammar.lower[last]) is NounKind.PERSON
        if not one and head not in self._redacted:
            return None
        span = Span(self._start(source.start), max(grammar.tokens[source.stop - 1].end, marks[-1].end))
        return Unnamed(1, 1 if one else None, " ".join(span.of(self._text).split()))

    def _start(self, token: int | None) -> int:
        return -1 if token is None else self._grammar.tokens[token].start

    def _unnamed(self, statement: str, source: range, cue: range) -> Unnamed | None:
        grammar = self._grammar
        if len(source) == 1 and grammar.lower[source.start] in _THIRD:
            return self._earlier.pronoun(source.start)
        unnamed = unnamed_source(self._text, grammar, source)
        if unnamed is None:
            return None
        noun = source_noun(grammar, source)
        word = singular(grammar.lower[noun]) if noun is not None else ""
        if unnamed.terms is None:
            terms = terms_of(self._text, grammar, source, cue, word, many=unnamed.max != 1)
            unnamed = replace(unnamed, terms=terms)
        return self._earlier.see(statement, source, unnamed)


def _by_family_name(entities: Sequence[Entity]) -> dict[str, Entity]:
    """People by the last word of their name in lower case, where no two share it."""
    found: dict[str, Entity | None] = {}
    for entity in entities:
        if entity.kind is EntityKind.PERSON and entity.name:
            last = entity.name.split()[-1].lower()
            found[last] = None if last in found else entity
    return {last: entity for last, entity in found.items() if entity}
