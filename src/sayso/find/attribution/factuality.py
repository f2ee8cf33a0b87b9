"""How sure of the content a source is said to be, on FactBank's scale (Saurí and Pustejovsky 2009)."""

from collections.abc import Sequence

from sayso.find.attribution.acts import ends_in_question, head_of, is_denied, main_verb, names_in, opens_a_question
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.lexicon import groups
from sayso.model.statement import Act, Factuality

_HEDGES = {
    "may": Factuality.POSSIBLE,
    "might": Factuality.POSSIBLE,
    "could": Factuality.POSSIBLE,
    "perhaps": Factuality.POSSIBLE,
    "maybe": Factuality.POSSIBLE,
    "possible": Factuality.POSSIBLE,
    "possibly": Factuality.POSSIBLE,
    "probable": Factuality.PROBABLE,
    "probably": Factuality.PROBABLE,
    "likely": Factuality.PROBABLE,
    "apparently": Factuality.PROBABLE,
    "presumably": Factuality.PROBABLE,
    "should": Factuality.PROBABLE,
    "must": Factuality.PROBABLE,
    "appear": Factuality.PROBABLE,
    "seem": Factuality.PROBABLE,
}
_NEGATIVE = {
    Factuality.CERTAIN: Factuality.CERTAINLY_NOT,
    Factuality.PROBABLE: Factuality.PROBABLY_NOT,
    Factuality.POSSIBLE: Factuality.POSSIBLY_NOT,
}
_POSITIVE = {negative: positive for positive, negative in _NEGATIVE.items()}
_NEGATIONS = frozenset(("no", "never", "nobody", "nothing", "none", "neither", "nor"))
_ASSERTS_NOTHING = frozenset((Act.ASK, Act.DECLINE, Act.NO_RESPONSE))
_UNLIKELY = frozenset(("unlikely", "improbable"))


def factuality_of(grammar: Grammar, cue: range, content: Sequence[range], act: Act) -> Factuality:
    """How certain the source is said to be of the content's main clause."""
    words = groups("certainty")
    head = head_of(grammar, cue)
    lemma, names = base(grammar, head), names_in(grammar, cue, head)
    if act is Act.INTEND:
        turned_down = lemma in ("decline", "refuse", "reject") or "turn:down" in names
        return Factuality.CERTAINLY_NOT if turned_down else Factuality.UNKNOWN
    if act in _ASSERTS_NOTHING or names & words["unsure"]:
        return Factuality.UNKNOWN
    negated = is_denied(grammar, head)
    if act is Act.CONFIRM and negated:
        return Factuality.POSSIBLE  # "did not deny": less than affirming
    if negated and (act is not Act.BELIEVE or names & words["unknowing"]):
        return Factuality.UNKNOWN  # whoever did not say so did not say the opposite either
    if content and (_is_conditional(grammar, head) or _is_open(grammar, content)):
        return Factuality.UNKNOWN
    if act is Act.DENY and not names & words["negative"]:
        return Factuality.CERTAINLY_NOT  # "insisted that there was no letter"
    value = of_clause(grammar, main_verb(grammar, content[0]), content[0], act) if content else Factuality.CERTAIN
    if value is Factuality.UNKNOWN:
        return value
    weakest = _strength(names)
    if weakest is Factuality.UNKNOWN:
        return weakest
    if weakest is not None and value in (Factuality.CERTAIN, Factuality.CERTAINLY_NOT, *_hedged_by(weakest)):
        value = weakest if value in _NEGATIVE else _NEGATIVE[weakest]
    negations = bool(names & words["negative"]) + (lemma in words["doubting"]) + negated
    return negate(value) if negations % 2 else value


def _strength(names: frozenset[str]) -> Factuality | None:
    """What the cue makes of a certain content; `None`: leaves it as it is."""
    words = groups("certainty")
    if names & words["doubting"]:
        return Factuality.PROBABLE
    for level in (Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNKNOWN):
        if names & words[level.value]:
            return level
    return None


def _hedged_by(weakest: Factuality) -> tuple[Factuality, ...]:
    """Values of the content that such a cue overrides: what is feared is possible, however sure it would be."""
    return (Factuality.PROBABLE, Factuality.PROBABLY_NOT) if weakest is Factuality.POSSIBLE else ()


def _is_conditional(grammar: Grammar, head: int) -> bool:
    """Whether the saying itself is: "would have told", "if he says"."""
    marks = [grammar.lower[c] for c in grammar.children[head] if grammar.tokens[c].dep == "mark"]
    helpers = {grammar.lower[c] for c in grammar.children[head] if grammar.tokens[c].dep == "aux"}
    return any(m in ("if", "unless", "whether") for m in marks) or not helpers.isdisjoint(
        ("would", "could", "might", "may")
    )


def _is_open(grammar: Grammar, content: Sequence[range]) -> bool:
    return opens_a_question(grammar, content) or ends_in_question(grammar, content)


def of_clause(grammar: Grammar, verb: int, piece: range, act: Act) -> Factuality:
    """What hedges, conditions and negations beside the verb of a piece make of the clause by itself."""
    value, negative = Factuality.CERTAIN, False
    for c in grammar.children[verb]:
        if c not in piece and grammar.tokens[verb].head not in piece and grammar.tokens[c].dep not in ("aux", "neg"):
            continue
        token, word = grammar.tokens[c], grammar.lower[c]
        below = [grammar.lower[d] for d in grammar.children[c]]
        if token.dep == "aux" and word in ("would", "'d") and act is not Act.BELIEVE:
            return Factuality.UNKNOWN
        if token.dep == "advcl" and any(m in ("if", "unless") for m in below):
            return Factuality.UNKNOWN
        if token.dep in ("aux", "advmod", "acomp") and word in _HEDGES:
            value = _HEDGES[word]
        if token.dep == "acomp" and word in _UNLIKELY:
            value, negative = Factuality.PROBABLE, not negative
        objects = token.dep in ("nsubj", "nsubjpass", "dobj", "attr", "advmod", "neg", "preconj")
        if token.dep == "neg" or (objects and (word in _NEGATIONS or "no" in below or "neither" in below)):
            negative = True
    lemma = base(grammar, verb)
    if lemma in ("appear", "seem"):
        value = _HEDGES[lemma]
    return negate(value) if negative else value


def negate(value: Factuality) -> Factuality:
    """The same strength of the opposite; unknown stays unknown."""
    return _NEGATIVE.get(value) or _POSITIVE.get(value) or value
