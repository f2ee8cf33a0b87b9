"""What a proposition says of somebody or something: its main verb, or the word that carries the verb's meaning."""

from dataclasses import dataclass

from sayso.find.attribution.grammar import Grammar
from sayso.find.propositions.lemmas import is_one_of, lemma_of, verbs_of_nouns

_DEEPEST = 4
_LOW_VERBS = frozenset(("be", "'s", "become", "remain", "get", "stay"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """`lemma` as it is compared; `verb` the token of the verb whose subject and objects take part, `noun` that of the
    noun that carries the meaning, if one does ("held three *meetings* with").
    """

    lemma: str
    verb: int
    noun: int | None = None


def predicate_of(grammar: Grammar, head: int) -> Predicate:
    """The predicate of the clause with this head."""
    verb = _meant(grammar, head)
    lemma = lemma_of(grammar.tokens[verb])
    if not grammar.is_verb(verb):
        return Predicate(verbs_of_nouns().get(_noun_lemma(grammar, verb), lemma), verb, verb)
    noun = _carried(grammar, verb, lemma)
    if noun is not None:
        return Predicate(verbs_of_nouns()[_noun_lemma(grammar, noun)], verb, noun)
    if lemma in _LOW_VERBS:
        said = grammar.child(verb, "acomp", "attr", "oprd")
        if said is not None:
            return Predicate(lemma_of(grammar.tokens[said]), verb)
    return Predicate(lemma, verb)


def _meant(grammar: Grammar, head: int) -> int:
    """The verb behind those that only say how it comes about: "began to sink", "failed to pay", "is said to own"."""
    at = head
    for _ in range(_DEEPEST):
        lemma = lemma_of(grammar.tokens[at])
        inner = grammar.child(at, "xcomp")
        if inner is None or not grammar.is_verb(inner) or inner < at:
            return at
        if not (is_one_of(lemma, "aspect") or is_one_of(lemma, "not") or lemma in ("have", "be")):
            return at
        at = inner
    return at


def _carried(grammar: Grammar, verb: int, lemma: str) -> int | None:
    """The noun that a verb of little meaning carries: "made a payment", "a search took place", "there was a call"."""
    if not is_one_of(lemma, "light"):
        return None
    there = any(grammar.tokens[c].dep == "expl" for c in grammar.children[verb])
    deps = ("attr", "nsubj") if there else ("dobj", "nsubjpass")
    for c in grammar.children[verb]:
        if grammar.tokens[c].dep in deps and _noun_lemma(grammar, c) in verbs_of_nouns():
            return c
    thing = grammar.child(verb, "dobj")
    happens = lemma in ("occur", "happen") or (
        lemma == "take" and thing is not None and grammar.lower[thing] == "place"
    )
    subject = grammar.child(verb, "nsubj")
    if happens and subject is not None and _noun_lemma(grammar, subject) in verbs_of_nouns():
        return subject
    return None


def _noun_lemma(grammar: Grammar, i: int) -> str:
    return lemma_of(grammar.tokens[i])
