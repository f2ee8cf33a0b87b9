"""Possible attributions whose cue is a noun ("his claim that …") or an adjective ("is aware that …")."""

from collections.abc import Iterator

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import cue_of, overlap, sources, trim
from sayso.find.attribution.grammar import Grammar


def of_noun(grammar: Grammar, noun: int) -> Iterator[Candidate]:
    """Candidates whose cue is this noun, with the owner or the subject of its verb as source."""
    owner = grammar.child(noun, "poss")
    who: list[tuple[str, range | None]] = []
    if owner is not None:
        who.append(("owner", _without_s(grammar, grammar.subtree(owner))))
    else:
        token = grammar.tokens[noun]
        if token.dep in ("dobj", "attr", "pobj") and grammar.is_verb(token.head):
            who.extend(sources(grammar, token.head)[:1])
        who.append(("none", None))
    left = grammar.subtree(noun).start
    for c in grammar.children[noun]:
        if c <= noun:
            continue
        dep = grammar.tokens[c].dep
        inner = grammar.subtree(c)
        if dep in ("acl", "ccomp", "relcl", "appos"):
            content, frame, end = inner, f"noun:{dep}", noun + 1
        elif dep == "prep":
            content, frame, end = range(c + 1, inner.stop), f"noun:{grammar.lower[c]}", c + 1
        else:
            continue
        piece = trim(grammar, content)
        if piece is None:
            continue
        for kind, source in who:
            verb = grammar.tokens[noun].head if kind not in ("owner", "none") else None
            start = cue_of(grammar, verb).start if verb is not None and verb < noun else max(left, noun)
            if source is None or not overlap(source, range(start, piece.stop)):
                yield Candidate(noun, frame, kind, source, range(start, end), [piece])


def _without_s(grammar: Grammar, tokens: range) -> range | None:
    stop = tokens.stop
    if stop > tokens.start + 1 and grammar.lower[stop - 1] in ("'s", "'"):
        stop -= 1
    return trim(grammar, range(tokens.start, stop))


def of_adjective(grammar: Grammar, adjective: int) -> Iterator[Candidate]:
    """Candidates whose cue is this adjective, with the subject of its verb as source."""
    token = grammar.tokens[adjective]
    verb = token.head if token.dep in ("acomp", "oprd", "ROOT", "conj") and grammar.is_verb(token.head) else None
    who = sources(grammar, verb)[:1] if verb is not None else [("none", None)]
    start = cue_of(grammar, verb).start if verb is not None and verb < adjective else adjective
    for c in grammar.children[adjective]:
        if c <= adjective:
            continue
        dep = grammar.tokens[c].dep
        inner = grammar.subtree(c)
        if dep in ("ccomp", "xcomp", "advcl"):
            content, frame, end = inner, f"adjective:{dep}", adjective + 1
        elif dep == "prep":
            content, frame, end = range(c + 1, inner.stop), f"adjective:{grammar.lower[c]}", c + 1
        else:
            continue
        piece = trim(grammar, content)
        for kind, source in who:
            if piece and (source is None or not overlap(source, range(start, piece.stop))):
                yield Candidate(adjective, frame, kind, source, range(start, end), [piece])
