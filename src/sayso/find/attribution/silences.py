"""Those who won't or didn't answer: "declined to comment", "did not return two calls", "could not be reached"."""

from collections.abc import Callable

from sayso.find.attribution.attitudes import base
from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import cue_of, sources, trim
from sayso.find.attribution.grammar import Grammar
from sayso.find.lexicon import groups
from sayso.model.statement import Act

SILENCE = "silence"
"""the frame of such a candidate"""
_NOT_WILLING = frozenset(("would", "will", "wo", "could", "can", "ca", "'d", "'ll"))
_OBJECTS = ("dobj", "attr", "nsubjpass")
_HAS = frozenset(("has", "have", "had", "'s", "'ve"))


def silence(grammar: Grammar, verb: int) -> Act | None:
    """`DECLINE` or `NO_RESPONSE`, if that is what the verb at this token tells."""
    for act, tells in _KINDS:
        if tells(grammar, verb):
            return act
    return None


def of_silence(grammar: Grammar, verb: int) -> Candidate | None:
    """The attribution of not answering whose cue is this verb; its content, if any, is what was not answered."""
    if silence(grammar, verb) is None:
        return None
    source = _source(grammar, verb)
    lower = grammar.lower
    cue = cue_of(grammar, verb)
    if _has_yet(grammar, verb):
        cue = range(cue_of(grammar, grammar.tokens[verb].head).start, cue.stop)
    content: list[range] = []
    for c in sorted(grammar.children[verb], key=lambda c: (grammar.tokens[c].dep not in ("xcomp", "ccomp"), c)):
        dep = grammar.tokens[c].dep
        if c < cue.stop or dep not in ("xcomp", "ccomp", "dobj", "prep", "advcl", "acomp", "oprd", "advmod", "dative"):
            continue
        inner = trim(grammar, grammar.subtree(c))
        if inner is None or (source and inner.start < source.stop and source.start < inner.stop):
            continue
        own = lower[inner.start] in groups("silences")["nobody"] or dep in ("acomp", "oprd")
        if c == cue.stop and (own or lower[c] in ("back", "short", *groups("silences")["unanswered"])):
            cue = range(cue.start, inner.stop if own else c + 1)
        elif (
            dep != "advmod" and inner.start >= cue.stop and (dep != "advcl" or lower[inner.start] in ("if", "whether"))
        ):
            content = [inner]
            break
    subject = grammar.child(verb, "nsubj", "nsubjpass")
    if subject is not None and subject < cue.start and lower[subject] in groups("silences")["answers"]:
        cue = range(grammar.subtree(subject).start, cue.stop)  # "No reply came"
    if source is not None and source.start < cue.stop and cue.start < source.stop:
        source = None
    return Candidate(verb, SILENCE, "subject" if source else "none", source, cue, content)


def _source(grammar: Grammar, verb: int) -> range | None:
    """Who is silent: the subject; of "calls to the firm went unanswered" the firm, of "no reply came" nobody."""
    subject = grammar.child(verb, "nsubj", "nsubjpass")
    words = groups("silences")
    if subject is not None and grammar.lower[subject] in words["requests"] | words["answers"]:
        for c in (*grammar.children[subject], *grammar.children[verb]):
            if grammar.lower[c] in ("to", "from") and grammar.tokens[c].dep == "prep":
                held = grammar.child(c, "pobj")
                if held is not None and grammar.lower[held] not in words["requests"]:
                    return trim(grammar, grammar.subtree(held))
        return None
    return next((s for kind, s in sources(grammar, verb) if s is not None and kind != "agent"), None)


def _declines(grammar: Grammar, verb: int) -> bool:
    """ "Declined to say", "refuses to be interviewed", "stopped short of saying"."""
    words = groups("silences")
    if base(grammar, verb) == "stop" and any(grammar.lower[c] == "short" for c in grammar.children[verb]):
        return True
    inner = grammar.child(verb, "xcomp")
    return base(grammar, verb) in words["declining"] and inner is not None and base(grammar, inner) in words["speaking"]


def _would_not(grammar: Grammar, verb: int) -> bool:
    """ "Would not discuss", "would neither confirm nor deny"; also "has not said whether"."""
    lemma = base(grammar, verb)
    below = [grammar.lower[c] for c in grammar.children[verb]]
    if not _negated(grammar, verb):
        return False
    if lemma in groups("silences")["plain"] and not _NOT_WILLING.isdisjoint(below) and "have" not in below:
        return lemma != "say" or _asks(grammar, verb) or _is_bare(grammar, verb)
    has = _has_yet(grammar, verb) or not _HAS.isdisjoint(below)
    return lemma in ("say", "disclose", "specify") and has and _asks(grammar, verb)


def _has_yet(grammar: Grammar, verb: int) -> bool:
    """ "Has yet to say"."""
    token = grammar.tokens[verb]
    return (
        token.dep == "xcomp"
        and base(grammar, token.head) == "have"
        and any(grammar.lower[c] == "yet" for c in grammar.children[token.head])
    )


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
    """ "Sidestepped the question"."""
    thing = grammar.child(verb, "dobj")
    return (
        base(grammar, verb) in groups("silences")["dodging"]
        and thing is not None
        and grammar.lower[thing] in ("question", "questions", "comment", "interview")
    )


def _no_comment(grammar: Grammar, verb: int) -> bool:
    """ "Had no comment", "wishes to make no comment", "had nothing to say"."""
    thing = grammar.child(verb, "dobj")
    if thing is None or base(grammar, verb) not in groups("silences")["giving"]:
        return False
    below = [grammar.lower[c] for c in grammar.children[thing]]
    if grammar.lower[thing] in ("comment", "comments"):
        return "no" in below or _negated(grammar, verb)
    return grammar.lower[thing] == "nothing" and ("say" in below or "add" in below)


def _no_reply(grammar: Grammar, verb: int) -> bool:
    """ "Did not respond", "never wrote back", "failed to reply", "neither of the two responded"."""
    words = groups("silences")
    lemma = base(grammar, verb)
    if lemma in words["failing"]:
        inner = grammar.child(verb, "xcomp")
        return inner is not None and _replies(grammar, inner)
    return _negated(grammar, verb) and _replies(grammar, verb)


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
    return any(_is_request(grammar, c) for c in things)


def _is_request(grammar: Grammar, noun: int) -> bool:
    requests = groups("silences")["requests"]
    inside = grammar.subtree(noun)
    return any(grammar.lower[i] in requests for i in inside[:12])


def _unreachable(grammar: Grammar, verb: int) -> bool:
    """ "Could not be reached", "was not available for comment", "was unavailable for comment"."""
    if base(grammar, verb) in ("reach", "contact"):
        modal = any(grammar.lower[c] in ("could", "can", "ca") for c in grammar.children[verb])
        return modal and _negated(grammar, verb) and grammar.child(verb, "nsubjpass") is not None
    able = grammar.child(verb, "acomp")
    if able is None or grammar.lower[able] not in ("available", "unavailable", "unreachable"):
        return False
    if grammar.lower[able] == "available" and not _negated(grammar, verb):
        return False
    beside = {grammar.lower[i] for i in grammar.subtree(verb) if i > able}
    return grammar.lower[able] == "unreachable" or not beside.isdisjoint(("comment", "interview", "interviews"))


def _unanswered(grammar: Grammar, verb: int) -> bool:
    """ "Calls went unanswered", "left the question unanswered", "has remained silent"."""
    words = groups("silences")
    lemma = base(grammar, verb)
    state = grammar.child(verb, "acomp", "oprd", "xcomp", "ccomp", "advmod")
    if lemma in words["staying"] and state is not None:
        return grammar.lower[state] in words["quiet"]
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
            return any(grammar.lower[d] == "no" for d in grammar.children[c]) or (c > verb and _negated(grammar, verb))
    return False


def _negated(grammar: Grammar, verb: int) -> bool:
    """By "not", "never" or "yet to", or by a subject that is nobody."""
    if _has_yet(grammar, verb):
        return True
    nobody = groups("silences")["nobody"]
    for c in grammar.children[verb]:
        token = grammar.tokens[c]
        if token.dep == "neg" or grammar.lower[c] in ("never", "neither", "nor"):
            return True
        if token.dep in ("nsubj", "nsubjpass"):
            first = grammar.lower[grammar.subtree(c).start]
            if grammar.lower[c] in nobody or first in nobody:
                return True
    return False


_KINDS: tuple[tuple[Act, Callable[[Grammar, int], bool]], ...] = (
    (Act.DECLINE, _declines),
    (Act.NO_RESPONSE, _no_reply),
    (Act.NO_RESPONSE, _unreachable),
    (Act.NO_RESPONSE, _unanswered),
    (Act.NO_RESPONSE, _no_answer),
    (Act.DECLINE, _would_not),
    (Act.DECLINE, _dodges),
    (Act.DECLINE, _no_comment),
)
