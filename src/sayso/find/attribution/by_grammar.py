"""What grammar and the lexicons alone tell of, where the finders that learned found nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.find.attribution.asides import of_aside, of_viewpoint
from sayso.find.attribution.attitudes import is_done, names_of, of_attitude
from sayso.find.attribution.candidate import Candidate, Judged
from sayso.find.attribution.frames import according
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.silences import of_silence
from sayso.find.attribution.states import of_noun_of_saying, of_state
from sayso.find.attribution.told import Chosen, content_of, voices, words_of
from sayso.find.lexicon import groups, words

_SILENT = 0.5
"""how sure those are whose cue tells that somebody did not answer; about as many are annotated"""
_OPENINGS = frozenset(("to", "that", "whether", "if", "who", "what", "why", "how", "when", "where"))
_BY_GRAMMAR = 0.4
"""how sure those are that grammar alone tells of"""


def by_grammar(grammar: Grammar) -> Iterator[Judged]:
    """Readings of "according to", nouns of saying, asides, and verbs of saying with a clause."""
    nouns = groups("attitudes")["nouns"]
    for token in grammar.tokens:
        if token.lower == "according":
            for candidate in according(grammar, token.i):
                yield Judged(_BY_GRAMMAR, float(candidate.frame == "according:clause"), candidate)
        elif token.tag[0] == "N" and token.lower in nouns:
            found = of_noun_of_saying(grammar, token.i)
            if found is not None:
                yield Judged(_BY_GRAMMAR, 0.0, found)
        elif token.dep == "prep":
            found = of_viewpoint(grammar, token.i)
            if found is not None:
                yield Judged(_BY_GRAMMAR, 0.0, found)
        elif token.tag[0] == "V":
            found = of_aside(grammar, token.i) or _with_clause(grammar, token.i)
            if found is not None:
                yield Judged(_BY_GRAMMAR, 0.0, found)


def _with_clause(grammar: Grammar, verb: int) -> Candidate | None:
    """What a verb of saying tells in a clause with "that" or a question word."""
    found = of_attitude(grammar, verb) if base(grammar, verb) in groups("attitudes")["clause"] else None
    if found is None or not found.source or not found.content:
        return None
    return found if grammar.lower[found.content[0].start] in _OPENINGS - {"to"} else None


def with_acts(grammar: Grammar, kept: Sequence[Chosen]) -> list[Chosen]:
    """With those who declined to comment and the like, denied, confirmed, asked or promised, if nothing tells of it.

    The corpus that the finders learned from has few of these.
    """
    held = list(kept)
    touched = {w for _, c in held for w in words_of(c)}
    sources = {w for _, c in held for w in c.source or ()}
    for token in grammar.tokens:
        p, act = _SILENT, of_silence(grammar, token.i) if token.tag[0] == "V" else None
        if act is None:
            p, act = _BY_GRAMMAR, (_act if token.tag[0] == "V" and token.dep != "acomp" else _state)(grammar, token.i)
        if act is None or touched & ({*act.cue, *(act.source or ())} - sources):
            continue
        content = content_of(act)
        if content.isdisjoint(touched) or holds(content, held, touched):
            held = [(p, c) for p, c in held if c.cue.start not in content or stands(grammar, c)]
            held.append((p, act))
            touched |= words_of(act)
    return held


def _act(grammar: Grammar, verb: int) -> Candidate | None:
    names, acts = names_of(grammar, verb), groups("acts")
    telling = base(grammar, verb) in words("sayings") or not names.isdisjoint(("want", "demand"))
    if not telling and all(names.isdisjoint(acts[act]) for act in ("deny", "confirm", "ask", "commit", "remembers")):
        return None
    found = of_attitude(grammar, verb)
    if not found or not found.source:
        return None
    if not found.content:
        return found if names & acts["confirm"] else None
    if names & acts["remembers"] and grammar.tokens[found.content[0].start].tag == "VBG":
        return found
    if grammar.lower[found.content[0].start] == "that" and base(grammar, verb) in words("sayings"):
        return found
    asks = "know" in grammar.lower[found.cue.start : found.cue.stop] and "want" in names
    if asks or names & (acts["deny"] | acts["confirm"]):
        return found
    clause = grammar.lower[found.content[0].start] in _OPENINGS
    return found if clause and names & (acts["ask"] | acts["commit"]) else None


def _state(grammar: Grammar, i: int) -> Candidate | None:
    """ "Was determined to sell", "was under the impression that"."""
    token, words_of_mind = grammar.tokens[i], groups("attitudes")
    tag = token.tag[0]
    if (tag == "J" or token.dep == "acomp") and token.lower in words_of_mind["adjectives"]:
        found = of_state(grammar, i)
    elif tag == "N" and token.lower in words_of_mind["nouns"]:
        found = of_noun_of_saying(grammar, i)
        found = found if found and grammar.is_verb(found.cue.start) else None
    else:
        return None
    clause = found is not None and grammar.lower[found.content[0].start] in _OPENINGS
    return found if found is not None and found.source and clause else None


def with_nouns(grammar: Grammar, kept: Sequence[Chosen]) -> list[Chosen]:
    """With nouns of saying that somebody's words stand in: "a claim by the foreman that the engineer had said so"."""
    held = list(kept)
    touched = {w for _, c in held for w in words_of(c)}
    for token in grammar.tokens:
        if token.tag[0] != "N" or token.lower not in groups("attitudes")["nouns"]:
            continue
        found = of_noun_of_saying(grammar, token.i)
        if found is None or touched & words_of(found):
            continue
        content = content_of(found)
        if any(True for _ in voices(grammar, content, content)):
            held.append((_BY_GRAMMAR, found))
            touched |= words_of(found)
    return held


def holds(content: set[int], held: Sequence[Chosen], touched: set[int]) -> bool:
    """Whether the content holds some of `held`, each whole; `touched` are all tokens of these."""
    return bool(content & touched) and all(
        content.isdisjoint(w) or w <= content for w in (_own_words(c) for _, c in held)
    )


def _own_words(candidate: Candidate) -> set[int]:
    """Its words, without a source that is that of the verb above: in "denied having told" it is he who told."""
    return words_of(replace(candidate, source=None) if candidate.kind == "inherited" else candidate)


def stands(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether it tells of something done, by somebody: not "to say" in "declined to say"."""
    return candidate.source is not None and (not grammar.is_verb(candidate.head) or is_done(grammar, candidate.head))
