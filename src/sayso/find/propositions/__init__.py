"""What a document states, one proposition at a time: in its own voice and in the mouths of those it quotes.

Spans come from the sentences, the clauses joined in them, and the contents of statements; who does what to whom,
numbers and dates come from the parse, so that two propositions can be compared part by part.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.quotes import find_quotes
from sayso.find.attribution.writers import FIRST, Writers
from sayso.find.edits import Edits, solid_spans
from sayso.find.events.clauses import Clauses
from sayso.find.events.headings import heading_tokens
from sayso.find.events.names import is_outlet
from sayso.find.parsed import Parsed
from sayso.find.propositions.moods import factuality_of, is_negative
from sayso.find.propositions.pieces import Piece, find_pieces
from sayso.find.propositions.predicates import predicate_of
from sayso.find.propositions.quantities import Quantities
from sayso.find.propositions.roles import Roles
from sayso.find.propositions.telling import Telling
from sayso.find.propositions.terms import terms_of
from sayso.model.document import Document
from sayso.model.entity import Entity, MentionKind
from sayso.model.findings import finding_id
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.model.when import DateMention, When

__all__ = ["find_propositions"]

_NUMBERS = frozenset(("CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"))


def find_propositions(
    document: Document,
    text: str,
    blocks: Sequence[Span],
    parsed: Parsed,
    entities: Sequence[Entity],
    dates: Sequence[DateMention],
    statements: Sequence[Statement],
) -> tuple[Proposition, ...]:
    """The propositions of a document, in order of their first words.

    `text` is the document's with unread passages made blank, parsed in `blocks`.
    """
    grammar = Grammar(parsed, find_quotes(text, blocks))
    reader = _Reader(document, text, grammar, entities, dates)
    outlets = frozenset(
        i for e in entities if _is_outlet(e, document) for m in e.mentions for i in grammar.inside(m.span)
    )
    telling = Telling(grammar, statements, outlets)
    pieces = find_pieces(grammar, telling, heading_tokens(text, grammar, blocks), reader.dated)
    read = (reader.read(piece) for piece in pieces)
    return tuple({p.id: p for p in read}.values())  # two that edits widen to the same words are one


def _is_outlet(entity: Entity, document: Document) -> bool:
    return is_outlet(entity) or entity.name == document.metadata.publisher


class _Reader:
    """Takes pieces of one text apart."""

    def __init__(
        self,
        document: Document,
        text: str,
        grammar: Grammar,
        entities: Sequence[Entity],
        dates: Sequence[DateMention],
    ) -> None:
        self._document, self._text, self._grammar = document, text, grammar
        self._writers = Writers(document, entities)
        self._whole = Edits(solid_spans(document.text)).whole
        self._entity_at, names = _entities_by_token(grammar, entities)
        self._when_at = _dates_by_token(grammar, dates)
        dated = frozenset(i for m in dates for i in grammar.inside(m.span))
        self.dated = dated
        self._no_terms = names | dated | frozenset(t.i for t in grammar.tokens if t.name in _NUMBERS)
        self._quantities = Quantities(grammar, dated)
        self._clauses = Clauses(grammar)

    def read(self, piece: Piece) -> Proposition:
        """The piece with everything that is read from it."""
        grammar, tokens = self._grammar, piece.tokens
        span = self._whole(Span(grammar.tokens[tokens.start].start, grammar.tokens[tokens.stop - 1].end))
        statement = piece.statement
        entities = self._with_speakers(piece)
        predicate = predicate_of(grammar, piece.head)
        own = () if statement else (self._writers.outer(span),)
        return Proposition(
            id=finding_id("p", self._document.id, span, *(statement.attribution.cue if statement else ())),
            span=span,
            statement=statement.id if statement else None,
            chain=piece.chain or (statement.chain if statement else own),
            factuality=factuality_of(grammar, piece),
            negated=is_negative(grammar, piece),
            predicate=predicate.lemma,
            roles=Roles(self._clauses, entities, self.dated).of(predicate),
            entities=tuple(dict.fromkeys(entities[i] for i in tokens if i in entities)),
            times=self._times(piece),
            quantities=self._quantities.of(tokens),
            terms=terms_of(grammar, tokens, self._no_terms),
        )

    def _with_speakers(self, piece: Piece) -> Mapping[int, str]:
        """Entities by token; "I" is whoever speaks, in a quotation, or writes."""
        found: dict[int, str] = {}
        for i in piece.tokens:
            if self._grammar.lower[i] not in FIRST or i in self._entity_at:
                continue
            quoted = self._grammar.quote_of[i] >= 0
            token = self._grammar.tokens[i]
            voice = None if quoted else self._writers.meant(token.lower, Span(token.start, token.end))
            speaker = piece.statement.speaker if piece.statement and quoted else voice.entity if voice else None
            if speaker is not None:
                found[i] = speaker
        return {**self._entity_at, **found} if found else self._entity_at

    def _times(self, piece: Piece) -> tuple[When, ...]:
        """Dates inside; without any, those beside it: "In May the board met and *Ann resigned*"."""
        inside = [self._when_at[i] for i in piece.tokens if i in self._when_at]
        return tuple(dict.fromkeys(inside or self._times_beside(piece)))

    def _times_beside(self, piece: Piece) -> Iterator[When]:
        """Dates that hang on the predicate outside of the piece, or stand before the clause that it is joined to."""
        grammar = self._grammar
        head = grammar.tokens[piece.head].head
        for c in grammar.children[piece.head]:
            if c not in piece.tokens and grammar.tokens[c].dep in ("prep", "npadvmod", "advmod"):
                yield from (self._when_at[i] for i in grammar.subtree(c) if i in self._when_at)
        if grammar.tokens[piece.head].dep == "conj":
            subject = grammar.child(head, "nsubj", "nsubjpass")
            fronted = range(grammar.subtree(head).start, head if subject is None else min(head, subject))
            yield from (self._when_at[i] for i in fronted if i in self._when_at)


def _dates_by_token(grammar: Grammar, dates: Sequence[DateMention]) -> Mapping[int, When]:
    """Dates by their first token, without the ends of intervals: "between February and May" is not in February."""
    found: dict[int, When] = {}
    within = Span(0, 0)
    for mention in sorted(dates, key=lambda m: (m.span.start, -m.span.end)):
        tokens = grammar.inside(mention.span)
        if not tokens or mention.when is None or within.contains(mention.span):
            continue
        found[tokens.start] = mention.when
        if mention.when.earliest and mention.when.latest:
            within = mention.span
    return found


def _entities_by_token(grammar: Grammar, entities: Sequence[Entity]) -> tuple[Mapping[int, str], frozenset[int]]:
    """The entity of each token, that of the smallest mention where several hold it; and the tokens of names."""
    sizes: dict[int, int] = {}
    found: dict[int, str] = {}
    names: set[int] = set()
    for entity in entities:
        for mention in entity.mentions:
            inside = grammar.inside(mention.span)
            if mention.kind is MentionKind.NAME:
                names.update(inside)
            for i in inside:
                if i not in sizes or len(mention.span) < sizes[i]:
                    sizes[i], found[i] = len(mention.span), entity.id
    return found, frozenset(names)
