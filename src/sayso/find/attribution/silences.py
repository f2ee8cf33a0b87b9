"""Those who won't or didn't answer: "declined to comment", "did not return two calls", "could not be reached"."""

from collections.abc import Sequence

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import cue_of, sources, trim
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.negation import has_yet
from sayso.find.attribution.refusals import declines
from sayso.find.attribution.unanswered import is_unanswered
from sayso.find.lexicon import groups
from sayso.model.statement import Act

SILENCE = "silence"
"""the frame of such a candidate"""
_REACHING = frozenset(("reach", "contact"))


def silence(grammar: Grammar, verb: int) -> Act | None:
    """`DECLINE` or `NO_RESPONSE`, if that is what the verb at this token tells."""
    if is_unanswered(grammar, verb):
        return Act.NO_RESPONSE
    return Act.DECLINE if declines(grammar, verb) else None


def of_silence(grammar: Grammar, verb: int) -> Candidate | None:
    """The attribution of not answering whose cue is this verb; its content, if any, is what was not answered."""
    if silence(grammar, verb) is None:
        return None
    source = _source(grammar, verb)
    lower = grammar.lower
    cue = cue_of(grammar, verb)
    if has_yet(grammar, verb):
        cue = range(cue_of(grammar, grammar.tokens[verb].head).start, cue.stop)
    content: list[range] = []
    for c in sorted(grammar.children[verb], key=lambda c: (grammar.tokens[c].dep not in ("xcomp", "ccomp"), c)):
        dep = grammar.tokens[c].dep
        if c < cue.stop or dep not in (
            "xcomp",
            "ccomp",
            "dobj",
            "attr",
            "prep",
            "advcl",
            "acomp",
            "oprd",
            "advmod",
            "dative",
        ):
            continue
        if dep == "attr" and lower[c] in groups("silences")["answers"]:
            cue = range(cue.start, c + 1)  # "was no answer"
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
    if subject is not None and grammar.lower[subject] in words["attempts"]:
        return next((_object(grammar, c) for c in grammar.children[subject] if base(grammar, c) in _REACHING), None)
    thing = grammar.child(verb, "dobj", "attr")
    getting = base(grammar, verb) in (*words["getting"], "be")
    if thing is not None and grammar.lower[thing] in words["answers"] and getting:
        return _from(grammar, (*grammar.children[verb], *grammar.children[thing]))
    if subject is not None and grammar.lower[subject] in words["requests"] | words["answers"]:
        return _from(grammar, (*grammar.children[subject], *grammar.children[verb]))
    return next((s for kind, s in sources(grammar, verb) if s is not None and kind != "agent"), None)


def _object(grammar: Grammar, verb: int) -> range | None:
    thing = grammar.child(verb, "dobj")
    return trim(grammar, grammar.subtree(thing)) if thing is not None else None


def _from(grammar: Grammar, below: Sequence[int]) -> range | None:
    """Whom the calls went to, or the answer should have come from."""
    for c in below:
        if grammar.lower[c] in ("to", "from", "for") and grammar.tokens[c].dep == "prep":
            held = grammar.child(c, "pobj")
            if held is not None and grammar.lower[held] not in groups("silences")["requests"]:
                return trim(grammar, grammar.subtree(held))
    return None
