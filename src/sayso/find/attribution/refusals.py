"""Refusals to answer: "declined to comment", "would not say whether", "sidestepped the question"."""

from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.negation import has_yet, is_negated
from sayso.find.lexicon import groups

_NOT_WILLING = frozenset(("would", "will", "wo", "could", "can", "ca", "'d", "'ll"))
_HAS = frozenset(("has", "have", "had", "'s", "'ve"))
_REACH = 12
"""tokens behind a refusal among which its words are looked for"""


def declines(grammar: Grammar, verb: int) -> bool:
    """Whether the verb at this token tells that somebody would not answer."""
    kinds = (_refuses, _would_not, _says_only, _neither, _prefers_not, _dodges, _no_comment, _is_unwilling)
    return any(kind(grammar, verb) for kind in kinds)


def _refuses(grammar: Grammar, verb: int) -> bool:
    """ "Declined to say", "refused all comment", "stopped short of saying", "refrained from commenting", "demurred"."""
    words = groups("silences")
    lemma = base(grammar, verb)
    if lemma in words["demurring"]:
        return True
    if lemma == "stop" and any(grammar.lower[c] == "short" for c in grammar.children[verb]):
        return True
    if lemma in words["refraining"]:
        prep = grammar.child(verb, "prep")
        inner = grammar.child(prep, "pcomp") if prep is not None else None
        return inner is not None and base(grammar, inner) in words["speaking"]
    if lemma not in words["declining"]:
        return False
    inner, thing = _infinitive(grammar, verb), grammar.child(verb, "dobj")
    if inner is not None:
        return base(grammar, inner) in words["speaking"] or _releases(grammar, inner)
    return thing is not None and _is_about_answers(grammar, thing)


def _infinitive(grammar: Grammar, verb: int) -> int | None:
    """What is declined, wherever the parser hung it: "declined, through a lawyer, to be interviewed"."""
    inner = grammar.child(verb, "xcomp")
    if inner is not None or grammar.child(verb, "dobj") is not None:
        return inner
    behind = [i for i in grammar.subtree(verb)[:_REACH] if i > verb]
    to = next((i for i in behind if grammar.tokens[i].tag == "TO" and grammar.lower[i - 1] == ","), None)
    return grammar.tokens[to].head if to is not None else None


def _releases(grammar: Grammar, verb: int) -> bool:
    """ "Release the name"."""
    things = {grammar.lower[i] for i in grammar.subtree(verb)[:_REACH] if i > verb}
    words = groups("silences")
    return base(grammar, verb) in words["releasing"] and not things.isdisjoint(words["details"] | words["papers"])


def _says_only(grammar: Grammar, verb: int) -> bool:
    """ "Would say only that"."""
    below = [grammar.lower[c] for c in grammar.children[verb]]
    near = verb + 1 < len(grammar.lower) and grammar.lower[verb + 1] == "only"
    return base(grammar, verb) == "say" and "would" in below and ("only" in below or near)


def _neither(grammar: Grammar, verb: int) -> bool:
    """ "Neither confirmed nor denied it"."""
    lemma, fellow = base(grammar, verb), verb
    if lemma == "deny" and grammar.tokens[verb].dep == "conj":
        fellow = grammar.tokens[verb].head
    joined = [base(grammar, c) for c in grammar.children[fellow] if grammar.tokens[c].dep == "conj"]
    neither = any(grammar.lower[i] in ("neither", "not", "n't") for i in range(max(0, fellow - 4), fellow))
    return base(grammar, fellow) == "confirm" and "deny" in joined and neither


def _is_about_answers(grammar: Grammar, noun: int) -> bool:
    return any(grammar.lower[i] in groups("silences")["asked"] for i in grammar.subtree(noun)[:12])


def _would_not(grammar: Grammar, verb: int) -> bool:
    """ "Would not discuss", "would neither confirm nor deny"; also "has not said whether"."""
    lemma = base(grammar, verb)
    below = [grammar.lower[c] for c in grammar.children[verb]]
    if not is_negated(grammar, verb):
        return False
    if lemma in groups("silences")["plain"] and not _NOT_WILLING.isdisjoint(below) and "have" not in below:
        return lemma not in ("say", "tell") or _asks(grammar, verb) or _is_bare(grammar, verb)
    if lemma in ("provide", "give", "offer", "get", "go", "take") and not _NOT_WILLING.isdisjoint(below):
        things = {grammar.lower[i] for i in grammar.subtree(verb) if i > verb}
        return not things.isdisjoint(groups("silences")["details"])
    has = has_yet(grammar, verb) or not _HAS.isdisjoint(below)
    return lemma in ("say", "disclose", "specify") and has and _asks(grammar, verb)


def _prefers_not(grammar: Grammar, verb: int) -> bool:
    """ "Chose not to comment"."""
    words = groups("silences")
    inner = grammar.child(verb, "xcomp")
    choosing = base(grammar, verb) in words["choosing"] and inner is not None
    return choosing and inner is not None and is_negated(grammar, inner) and base(grammar, inner) in words["speaking"]


def _is_unwilling(grammar: Grammar, verb: int) -> bool:
    """ "Was unwilling to discuss", "was not able to comment"."""
    words = groups("silences")
    state = grammar.child(verb, "acomp", "oprd")
    inner = grammar.child(state, "xcomp") if state is not None else None
    if state is None or inner is None or base(grammar, inner) not in words["speaking"]:
        return False
    unwilling = grammar.lower[state] in words["unwilling"]
    return unwilling or (grammar.lower[state] in words["willing"] and is_negated(grammar, verb))


def _asks(grammar: Grammar, verb: int) -> bool:
    """Whether the verb's clause is a question: "whether", "if", "who", "why"."""
    for c in grammar.children[verb]:
        if c > verb and grammar.tokens[c].dep in ("ccomp", "advcl"):
            first = grammar.subtree(c).start
            return grammar.lower[first] in ("whether", "if") or grammar.tokens[first].tag in ("WP", "WRB", "WDT")
    return False


def _is_bare(grammar: Grammar, verb: int) -> bool:
    return not any(grammar.tokens[c].dep in ("ccomp", "dobj") for c in grammar.children[verb])


def _dodges(grammar: Grammar, verb: int) -> bool:
    """ "Sidestepped the question", "referred questions to a lawyer", "pleaded the Fifth"."""
    words = groups("silences")
    lemma, thing = base(grammar, verb), grammar.child(verb, "dobj")
    if thing is None:
        return False
    noun = grammar.lower[thing]
    if lemma in words["invoking"]:
        return any(grammar.lower[i] in words["rights"] for i in grammar.subtree(thing))
    if lemma in words["passing"]:
        return noun in words["asked"] and any(grammar.lower[c] in ("to", "on") for c in grammar.children[verb])
    return lemma in words["dodging"] and noun in words["asked"]


def _no_comment(grammar: Grammar, verb: int) -> bool:
    """ "Had no comment", "wishes to make no comment", "had nothing to say"."""
    thing = grammar.child(verb, "dobj")
    if thing is None or base(grammar, verb) not in groups("silences")["giving"]:
        return False
    below = [grammar.lower[c] for c in grammar.children[thing]]
    if grammar.lower[thing] in ("comment", "comments"):
        return "no" in below or is_negated(grammar, verb)
    return grammar.lower[thing] == "nothing" and ("say" in below or "add" in below)
