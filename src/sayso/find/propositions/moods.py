"""How sure a proposition is told to be, and whether its predicate is negated."""

from sayso.find.attribution.acts import main_verb
from sayso.find.attribution.factuality import negate, of_clause
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.negation import is_negated
from sayso.find.propositions.clauses import is_order
from sayso.find.propositions.lemmas import is_one_of, lemma_of
from sayso.find.propositions.pieces import Piece
from sayso.model.statement import Act, Factuality, Mode

_OPEN = frozenset((Act.ASK, Act.DECLINE, Act.NO_RESPONSE, Act.INTEND))
_NOTHING = frozenset(("no", "none", "neither", "nobody", "nor", "never", "nothing", "without"))
_IDLE = frozenset(("more", "less", "fewer", "later", "doubt"))
"""words that "no" negates by themselves"""
_POSITIVE = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)


def factuality_of(grammar: Grammar, piece: Piece) -> Factuality:
    """On FactBank's scale (Saurí and Pustejovsky 2009), in the place where the proposition stands."""
    told = _told(grammar, piece)
    denied = piece.statement is not None and piece.statement.act is Act.DENY
    return negate(told) if told in _POSITIVE and not denied and is_negative(grammar, piece) else told


def _told(grammar: Grammar, piece: Piece) -> Factuality:
    own = _own(grammar, piece)
    statement = piece.statement
    if statement is None or own is Factuality.UNKNOWN:
        return own
    if statement.mode is Mode.DIRECT:
        return own
    first = grammar.inside(statement.attribution.content[0])
    if piece.tokens.start < first.stop and main_verb(grammar, first) == piece.head:
        return statement.factuality
    if statement.act in _OPEN:
        return Factuality.UNKNOWN
    if statement.act is Act.DENY:
        return negate(own)
    return Factuality.PROBABLE if statement.act is Act.BELIEVE and own is Factuality.CERTAIN else own


def _own(grammar: Grammar, piece: Piece) -> Factuality:
    tokens, last = grammar.tokens, piece.tokens.stop
    sentence = grammar.sentences[grammar.sentence_of[piece.head]]
    if any(grammar.lower[i] == "?" for i in range(max(piece.tokens.start, last - 2), min(last + 2, sentence.stop))):
        return Factuality.UNKNOWN
    if is_order(grammar, piece.head):
        return Factuality.UNKNOWN
    if any(tokens[c].dep == "mark" and grammar.lower[c] in ("if", "whether", "unless")
           for c in grammar.children[piece.head]):  # fmt: skip
        return Factuality.UNKNOWN
    return of_clause(grammar, piece.head, piece.tokens, Act.ASSERT)


def _fell_through(grammar: Grammar, verb: int) -> bool:
    """ "Failed to pay"."""
    return grammar.child(verb, "xcomp") is not None and is_one_of(lemma_of(grammar.tokens[verb]), "not")


def _is_none(grammar: Grammar, i: int) -> bool:
    """ "Nothing", "no record", "no longer"; but not "no more than" and "no doubt"."""
    if grammar.tokens[i].dep == "advmod":
        return grammar.lower[i - 1 : i + 1] == ["no", "longer"]
    below = [d for d in grammar.children[i] if grammar.lower[d] in _NOTHING and grammar.lower[d + 1] not in _IDLE]
    return bool(below) or grammar.lower[i] in _NOTHING


def is_negative(grammar: Grammar, piece: Piece) -> bool:
    """Whether the main predicate is negated: "never met", "no meeting took place", "failed to pay"."""
    head = piece.head
    negative = is_negated(grammar, head)
    for c in grammar.children[head]:
        if grammar.tokens[c].dep in ("dobj", "attr", "acomp", "advmod") and _is_none(grammar, c):
            negative = not negative
    return negative is not _fell_through(grammar, head)
