"""What a proposition says of somebody or something: its main verb, or the word that carries the verb's meaning."""

from dataclasses import dataclass

from sayso.find.attribution.grammar import Grammar
from sayso.find.propositions.clauses import is_clausal
from sayso.find.propositions.lemmas import is_one_of, lemma_of, verbs_of_nouns

_DEEPEST = 4
_SLIGHT = ("RB", "RBR", "DT")
_DESCRIBING = ("NN", "NNS", "JJ", "JJR", "JJS", "VBN", "VBG")
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
        return Predicate(verbs_of_nouns().get(lemma, lemma), verb, verb)
    noun = _carried(grammar, verb, lemma)
    if noun is not None:
        return Predicate(verbs_of_nouns()[lemma_of(grammar.tokens[noun])], verb, noun)
    if lemma in _LOW_VERBS:
        said = grammar.child(verb, "acomp", "attr", "oprd")
        if said is not None and grammar.tokens[said].tag in _DESCRIBING:
            return Predicate(lemma_of(grammar.tokens[said]), verb)
    return Predicate(lemma, verb)


def _meant(grammar: Grammar, head: int) -> int:
    """The verb behind those that only say how it comes about: "began to sink", "failed to pay", "is said to own"."""
    at = head
    for _ in range(_DEEPEST):
        lemma = lemma_of(grammar.tokens[at])
        if grammar.tokens[at].tag == "MD":  # "…, would it not?"
            asked = grammar.child(at, "ccomp")
            if asked is None or not grammar.is_verb(asked):
                return at
            at = asked
            continue
        cleft = _cleft(grammar, at) if lemma == "be" else None
        if cleft is not None:
            return cleft
        inner = grammar.child(at, "xcomp")
        if inner is None or not grammar.is_verb(inner) or inner < at:
            return at
        between = range(at + 1, grammar.subtree(inner).start)
        near = lemma in ("have", "be") and all(
            grammar.tokens[i].tag in _SLIGHT for i in between
        )  # "is no longer to go"
        if not (near or is_one_of(lemma, "aspect") or is_one_of(lemma, "not")):
            return at
        at = inner
    return at


def _cleft(grammar: Grammar, verb: int) -> int | None:
    """What is told by "It was in May that she *left*"."""
    subject = grammar.child(verb, "nsubj")
    if subject is None or grammar.lower[subject] != "it" or grammar.child(verb, "acomp") is not None:
        return None
    for c in grammar.children[verb]:
        below = (c, *grammar.children[c])
        for i in below if c > verb else ():
            opening = grammar.lower[grammar.subtree(i).start]
            if (
                is_clausal(grammar, i)
                and opening in ("that", "who")
                and grammar.tokens[c].dep not in ("acomp", "xcomp")
            ):
                return i
    return None


def _carried(grammar: Grammar, verb: int, lemma: str) -> int | None:
    """The noun that a verb of little meaning carries: "made a payment", "a search took place", "there was a call"."""
    thing = grammar.child(verb, "dobj")
    happens = is_one_of(lemma, "occurring") or (
        lemma == "take" and thing is not None and grammar.lower[thing] == "place"
    )
    if happens:
        there = any(grammar.tokens[c].dep == "expl" for c in grammar.children[verb])
        deps: tuple[str, ...] = ("attr", "nsubj") if there or lemma != "be" else ()
    elif is_one_of(lemma, "light") or is_one_of(lemma, "having"):
        deps = ("dobj", "nsubjpass")
    else:
        return None
    for c in grammar.children[verb]:
        noun = lemma_of(grammar.tokens[c])
        if grammar.tokens[c].dep in deps and noun in verbs_of_nouns() and (
            not is_one_of(lemma, "having") or happens or is_one_of(noun, "shared")
        ):  # fmt: skip
            return c
    return None
