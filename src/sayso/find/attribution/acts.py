"""What a speaker does with the content, and how sure of it the speaker is said to be."""

import re
from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.lexicon import groups
from sayso.model.statement import Act, Factuality

_NO_COMMENT = re.compile(
    r"\b(?:declin|refus)\w+\b.{0,60}?\b(?:comment|say|discuss|answer|elaborate|speak|talk|respond|interview\w*|identify|"
    r"confirm|provide|disclose|specify|name|explain)\b|\b(?:would|will|wo|did|does|could|can) ?(?:not|n't)\b.{0,20}?"
    r"\b(?:comment|discuss|elaborate|say|confirm|answer questions)\b|\bno comment\b"
)
_NO_RESPONSE = re.compile(
    r"\b(?:did|does|had|has|have|could|was|were) ?(?:not|n't)\b.{0,25}?\b(?:respond\w*|repl(?:y|ied)|return\w*|"
    r"answer\w*|be reached|available)\b|\bfailed to (?:respond|reply|answer)\b"
)
_OWN_NO_COMMENT = re.compile(
    r"\b(?:i|we)(?: (?:will|would|can|could|do|am|are|'m|'re|wo|ca))? ?(?:not|n't|'ll not)\b.{0,20}?\b(?:"
    r"comment\w*|discuss\w*|answer\w* (?:that|this|any|questions?)|elaborat\w*|going to (?:say|talk about|get into))\b"
    r"|\bno comment\b"
)
_QUESTION_WORDS = frozenset(("whether", "if"))
_HEDGES = {
    "may": Factuality.POSSIBLE,
    "might": Factuality.POSSIBLE,
    "could": Factuality.POSSIBLE,
    "perhaps": Factuality.POSSIBLE,
    "maybe": Factuality.POSSIBLE,
    "possibly": Factuality.POSSIBLE,
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
_NEGATIONS = frozenset(("no", "never", "nobody", "nothing", "none", "neither"))
_ASSERTS_NOTHING = frozenset((Act.ASK, Act.DECLINE, Act.NO_RESPONSE, Act.INTEND))


def act_of(grammar: Grammar, cue: range, content: Sequence[range], *, direct: bool) -> Act:
    """The act, from the cue's words, its negation, and how the content begins and ends.

    `direct`: the content is the speaker's own words, which can decline or ask by themselves.
    """
    verbs = groups("acts")
    head = head_of(grammar, cue)
    lemma = grammar.lemma(head)
    stop = min(content[0].stop, content[0].start + 8) if content and content[0].start >= cue.stop else cue.stop
    said = " ".join(grammar.lower[cue.start : max(stop, cue.stop)])
    negated = is_negated(grammar, head)
    if _NO_RESPONSE.search(said):
        return Act.NO_RESPONSE
    if _NO_COMMENT.search(said) or (negated and lemma in verbs["deny"] | verbs["confirm"]):
        return Act.DECLINE
    if lemma in verbs["deny"]:
        return Act.DENY
    if lemma in verbs["confirm"]:
        return Act.CONFIRM
    if direct and content:
        own = " ".join(grammar.lower[i] for piece in content for i in piece)
        if _OWN_NO_COMMENT.search(own):
            return Act.DECLINE
        if _ends_in_question(grammar, content):
            return Act.ASK
    opening = grammar.lower[content[0].start] if content else ""
    if lemma in verbs["ask"] or (opening in _QUESTION_WORDS and lemma not in verbs["believe"]):
        return Act.ASK
    if lemma in verbs["intend"] or (opening == "to" and lemma in verbs["intend to"]):
        return Act.INTEND
    if lemma in verbs["believe"]:
        return Act.BELIEVE
    return Act.ASSERT


def factuality_of(grammar: Grammar, cue: range, content: Sequence[range], act: Act) -> Factuality:
    """How certain the source is said to be of the content's main clause."""
    head = head_of(grammar, cue)
    if act in _ASSERTS_NOTHING or not content or _open(grammar, head, content):
        return Factuality.UNKNOWN
    value = _of_clause(grammar, content[0])
    if value is Factuality.UNKNOWN:
        return value
    strength = groups("certainty")
    lemma = grammar.lemma(head)
    if value is Factuality.CERTAIN or value is Factuality.CERTAINLY_NOT:
        for level, name in ((Factuality.PROBABLE, "PR+"), (Factuality.POSSIBLE, "PS+"), (Factuality.UNKNOWN, "Uu")):
            if lemma in strength[name]:
                value = level if value is Factuality.CERTAIN or level is Factuality.UNKNOWN else _NEGATIVE[level]
                break
    negations = (lemma in strength["negative"]) + (act is not Act.CONFIRM and is_negated(grammar, head))
    if is_negated(grammar, head) and act is not Act.BELIEVE:
        return Factuality.UNKNOWN  # whoever did not say so did not say the opposite either
    return _negate(value) if negations % 2 else value


def head_of(grammar: Grammar, cue: range) -> int:
    """The cue's main word: the last verb of saying or thinking in it, else the word the others hang on."""
    verbs = [i for i in cue if grammar.tokens[i].tag[0] == "V" and grammar.tokens[i].dep not in ("aux", "auxpass")]
    top = [i for i in verbs if grammar.tokens[i].head not in cue or grammar.tokens[i].head == i]
    for choice in (top, verbs):
        if choice:
            return choice[0]
    return next((i for i in cue if grammar.tokens[i].head not in cue), cue.start)


def is_negated(grammar: Grammar, verb: int) -> bool:
    """Whether the verb is negated, by "not" or by "never"."""
    return any(grammar.tokens[c].dep == "neg" or grammar.lower[c] == "never" for c in grammar.children[verb])


def _open(grammar: Grammar, head: int, content: Sequence[range]) -> bool:
    """Conditionals, questions and "whether" assert nothing."""
    if grammar.lower[content[0].start] in _QUESTION_WORDS:
        return True
    if _ends_in_question(grammar, content):
        return True
    marks = [grammar.lower[c] for c in grammar.children[head] if grammar.tokens[c].dep == "mark"]
    auxiliaries = {grammar.lower[c] for c in grammar.children[head] if grammar.tokens[c].dep == "aux"}
    return any(m in ("if", "unless", "whether") for m in marks) or bool(
        auxiliaries & {"would", "could", "might", "may"}
    )


def _ends_in_question(grammar: Grammar, content: Sequence[range]) -> bool:
    last = content[-1]
    return any(i in last and grammar.lower[i] == "?" for i in (last.stop - 1, last.stop - 2))


def _of_clause(grammar: Grammar, piece: range) -> Factuality:
    top = next((i for i in piece if grammar.tokens[i].head not in piece or grammar.tokens[i].head == i), piece.start)
    verbs = [i for i in piece if grammar.is_verb(i) and (grammar.tokens[i].head not in piece or i == top)]
    verb = verbs[0] if verbs else top
    value, negative = Factuality.CERTAIN, is_negated(grammar, verb)
    for c in grammar.children[verb]:
        token, word = grammar.tokens[c], grammar.lower[c]
        if token.dep == "aux" and word in ("would", "'d"):
            return Factuality.UNKNOWN
        if token.dep == "advcl" and any(
            grammar.lower[m] in ("if", "unless") for m in grammar.children[c] if grammar.tokens[m].dep == "mark"
        ):
            return Factuality.UNKNOWN
        if token.dep in ("aux", "advmod", "acomp") and word in _HEDGES:
            value = _HEDGES[word]
        if word in _NEGATIONS or any(grammar.lower[d] in ("no", "neither") for d in grammar.children[c] if c in piece):
            negative = negative or token.dep in ("nsubj", "nsubjpass", "dobj", "attr", "advmod", "neg")
    if grammar.lemma(verb) in _HEDGES:
        value = _HEDGES[grammar.lemma(verb)]
    return _negate(value) if negative else value


def _negate(value: Factuality) -> Factuality:
    return _NEGATIVE.get(value) or _POSITIVE.get(value) or value
