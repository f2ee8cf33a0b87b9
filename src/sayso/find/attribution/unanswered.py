"""Answers that never came: "did not return two calls", "could not be reached", "calls went unanswered"."""

from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.negation import has_yet, is_negated
from sayso.find.lexicon import groups

_HAS = frozenset(("has", "have", "had", "'s", "'ve"))
_OBJECTS = ("dobj", "attr", "nsubjpass")


def is_unanswered(grammar: Grammar, verb: int) -> bool:
    """Whether the verb at this token tells that no answer came."""
    kinds = (_no_reply, _has_not_commented, _ignores, _unreachable, _unanswered, _no_answer, _in_vain)
    return any(kind(grammar, verb) for kind in kinds)


def _has_not_commented(grammar: Grammar, verb: int) -> bool:
    """ "Has not commented", "has yet to comment"."""
    below = [grammar.lower[c] for c in grammar.children[verb]]
    so_far = has_yet(grammar, verb) or (is_negated(grammar, verb) and not _HAS.isdisjoint(below))
    return so_far and base(grammar, verb) == "comment"


def _no_reply(grammar: Grammar, verb: int) -> bool:
    """ "Did not respond", "never wrote back", "failed to reply", "neither of the two responded"."""
    words = groups("silences")
    lemma = base(grammar, verb)
    if lemma in words["failing"]:
        inner = grammar.child(verb, "xcomp")
        return inner is not None and _replies(grammar, inner)
    return is_negated(grammar, verb) and _replies(grammar, verb)


def _replies(grammar: Grammar, verb: int) -> bool:
    words = groups("silences")
    lemma = base(grammar, verb)
    below = [c for c in grammar.children[verb] if c > verb]
    if lemma in words["back"]:
        return any(grammar.lower[c] == "back" for c in below)
    if lemma not in words["replying"]:
        return False
    things = [c for c in below if grammar.tokens[c].dep == "dobj"]
    for c in below:
        if grammar.tokens[c].dep == "prep" and grammar.lower[c] == "to":
            things.extend(d for d in grammar.children[c] if grammar.tokens[d].dep == "pobj")
    if any(grammar.tokens[c].dep in ("ccomp", "xcomp") for c in below):
        return False
    passive = grammar.child(verb, "nsubjpass")
    if passive is not None:
        return grammar.lower[passive] in words["requests"]
    if not things:
        return lemma != "return"
    return any(_is_request(grammar, c) or (lemma in ("respond", "reply") and _is_charge(grammar, c)) for c in things)


def _is_charge(grammar: Grammar, noun: int) -> bool:
    """Whether somebody, or what somebody holds against another, waits for a reply: "did not respond to the claims"."""
    token = grammar.tokens[noun]
    return grammar.lower[noun] in groups("silences")["charges"] or token.tag in ("NNP", "NNPS", "PRP")


def _is_request(grammar: Grammar, noun: int) -> bool:
    requests = groups("silences")["requests"]
    inside = grammar.subtree(noun)
    return any(grammar.lower[i] in requests for i in inside[:12])


def _unreachable(grammar: Grammar, verb: int) -> bool:
    """ "Could not be reached", "was not available for comment", "was unavailable for comment"."""
    if base(grammar, verb) in ("reach", "contact"):
        modal = any(grammar.lower[c] in ("could", "can", "ca") for c in grammar.children[verb])
        return modal and is_negated(grammar, verb) and grammar.child(verb, "nsubjpass") is not None
    able = grammar.child(verb, "acomp")
    if able is None or grammar.lower[able] not in ("available", "unavailable", "unreachable"):
        return False
    if grammar.lower[able] == "available" and not is_negated(grammar, verb):
        return False
    beside = {grammar.lower[i] for i in grammar.subtree(verb) if i > able}
    return grammar.lower[able] == "unreachable" or not beside.isdisjoint(("comment", "interview", "interviews"))


def _unanswered(grammar: Grammar, verb: int) -> bool:
    """ "Calls went unanswered", "left the question unanswered", "has remained silent"."""
    words = groups("silences")
    lemma = base(grammar, verb)
    subject = grammar.child(verb, "nsubjpass")
    if lemma == "meet" and subject is not None and grammar.lower[subject] in words["requests"]:
        return any(grammar.lower[i] == "silence" for i in grammar.subtree(verb)[:24] if i > verb)
    if lemma == "come" and is_negated(grammar, verb):
        return any(grammar.lower[i] in ("phone", "telephone", "door") for i in grammar.subtree(verb)[:24] if i > verb)
    state = grammar.child(verb, "acomp", "oprd", "xcomp", "ccomp", "advmod")
    if lemma in words["staying"] and state is not None:
        helpers = [c for c in grammar.children[verb] if grammar.tokens[c].tag == "MD"]
        return grammar.lower[state] in words["quiet"] and not helpers
    return lemma in ("go", "leave", "be", "remain") and any(
        grammar.lower[i] in words["unanswered"] for i in grammar.subtree(verb)[:24] if i > verb
    )


def _no_answer(grammar: Grammar, verb: int) -> bool:
    """ "Provided no response", "no reply came", "no answer had been received"."""
    words = groups("silences")
    if base(grammar, verb) not in words["giving"]:
        return False
    for c in grammar.children[verb]:
        if grammar.tokens[c].dep in (*_OBJECTS, "nsubj") and grammar.lower[c] in words["answers"]:
            return any(grammar.lower[d] == "no" for d in grammar.children[c]) or (
                c > verb and is_negated(grammar, verb)
            )
    return False


def _ignores(grammar: Grammar, verb: int) -> bool:
    """ "Ignored three letters", "hung up", "maintained silence"."""
    words = groups("silences")
    lemma, thing = base(grammar, verb), grammar.child(verb, "dobj", "nsubjpass")
    if lemma == "hang":
        return any(grammar.lower[c] == "up" for c in grammar.children[verb])
    if thing is None:
        return False
    if lemma in words["staying"]:
        return grammar.lower[thing] == "silence"
    return lemma in words["ignoring"] and _is_request(grammar, thing)


def _in_vain(grammar: Grammar, verb: int) -> bool:
    """ "Attempts to reach the owner were unsuccessful"."""
    words = groups("silences")
    subject = grammar.child(verb, "nsubj")
    if subject is None or grammar.lower[subject] not in words["attempts"]:
        return False
    reaching = any(base(grammar, c) in ("reach", "contact") for c in grammar.children[subject])
    state = grammar.child(verb, "acomp")
    failed = base(grammar, verb) == "fail" or (state is not None and grammar.lower[state] in words["vain"])
    return reaching and (failed or is_negated(grammar, verb))
