"""Outermost attributions put right by grammar where a chain is at stake: whose words were whose.

Each step leaves alone what tells of one voice only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.find.attribution.attitudes import is_done, names_of, of_attitude
from sayso.find.attribution.candidate import Candidate, Judged
from sayso.find.attribution.frames import according
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.silences import of_silence
from sayso.find.attribution.states import of_noun_of_saying
from sayso.find.attribution.told import Chosen, content_of, voices, words_of
from sayso.find.lexicon import groups

_LEAST = 0.33
"""a reading this likely is taken where it holds another"""
_SILENT = 0.5
"""how sure those are whose cue tells that somebody did not answer; about as many are annotated"""
_BY_GRAMMAR = 0.4
"""how sure those are that grammar alone tells of"""


def put_right(grammar: Grammar, kept: Sequence[Chosen], judged: Sequence[Judged]) -> list[Chosen]:
    """The outermost attributions `kept`, with what they lack by the other readings `judged` and by grammar."""
    found = [(p, _turned(grammar, c)) for p, c in kept]
    found = _lengthened(grammar, found, judged)
    found = _with_holding(grammar, found, [j for j in judged if j.right >= _LEAST])
    found = _with_holding(grammar, found, _by_grammar(grammar))
    return _with_acts(grammar, found)


def _turned(grammar: Grammar, candidate: Candidate) -> Candidate:
    """With whoever told for a source, not whoever was told: "the driver was told by the dispatcher".

    And "Adler recalled Brandt saying" is what Adler recalled.
    """
    source = frozenset(candidate.source or ())
    if not grammar.is_verb(candidate.head) or not source:
        return candidate
    own = of_attitude(grammar, candidate.head)
    if own is None or not own.source or not source.isdisjoint(own.source):
        return candidate
    if own.kind == "agent":
        return own
    above = grammar.tokens[candidate.head].head
    if own.kind == "subject" and grammar.tokens[candidate.head].dep == "ccomp" and grammar.is_verb(above):
        outer = of_attitude(grammar, above)
        if outer and outer.source and not source.isdisjoint(outer.source) and words_of(own) <= content_of(outer):
            return outer
    return candidate


def _lengthened(grammar: Grammar, kept: Sequence[Chosen], judged: Sequence[Judged]) -> list[Chosen]:
    """With longer readings of those whose content lacks who said it: in "Brandt said Finch told the board that it
    failed" Brandt did not just say "that it failed"; and of those that are followed by what has no source of its own.
    """
    readings: dict[int, list[Judged]] = {}
    for j in judged:
        readings.setdefault(j.candidate.head, []).append(j)
    taken = Counter(w for _, c in kept for w in words_of(c))
    free = Counter(w for _, c in kept if c.source is None for w in words_of(c))
    found = []
    for p, candidate in kept:
        own = of_attitude(grammar, candidate.head) if grammar.is_verb(candidate.head) else None
        longest = candidate
        for j in (*readings.get(candidate.head, ()), *((Judged(0, 0, own),) if own else ())):
            more = content_of(j.candidate) - content_of(candidate)
            crossed = {w for w in more if taken[w]} - words_of(candidate)
            if not more or any(not free[w] for w in crossed):
                continue
            if _lacks_voice(grammar, candidate, j.candidate) or (crossed and j.right >= _LEAST):
                longest = replace(candidate, content=j.candidate.content)
        found.append((p, longest))
    return found


def _lacks_voice(grammar: Grammar, short: Candidate, longer: Candidate) -> bool:
    """Whether what `longer` has more tells whose words those of `short` are."""
    content, more = content_of(short), content_of(longer)
    if not content < more or {*short.cue, *(short.source or ())} & more:
        return False
    return any(not content.isdisjoint(content_of(inner)) for inner in voices(grammar, more, more - content))


def _with_holding(grammar: Grammar, kept: Sequence[Chosen], judged: Iterable[Judged]) -> list[Chosen]:
    """With those that share words with kept ones only in that they hold some whole in their content."""
    held = list(kept)
    touched = {w for _, c in held for w in words_of(c)}
    for j in sorted(judged, key=lambda j: -j.right - j.exact):
        content = content_of(j.candidate)
        if {*j.candidate.cue, *(j.candidate.source or ())} & touched or not _holds(content, held, touched):
            continue
        held = [(p, c) for p, c in held if c.cue.start not in content or _stands(grammar, c)]
        held.append((j.right, j.candidate))
        touched |= words_of(j.candidate)
    return held


def _holds(content: set[int], held: Sequence[Chosen], touched: set[int]) -> bool:
    return bool(content & touched) and all(
        content.isdisjoint(w) or w <= content for w in (words_of(c) for _, c in held)
    )


def _stands(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether it tells of something done, by somebody: not "to say" in "declined to say"."""
    return candidate.source is not None and (not grammar.is_verb(candidate.head) or is_done(grammar, candidate.head))


def _by_grammar(grammar: Grammar) -> Iterator[Judged]:
    nouns = groups("attitudes")["nouns"]
    for token in grammar.tokens:
        if token.lower == "according":
            for candidate in according(grammar, token.i):
                yield Judged(_BY_GRAMMAR, float(candidate.frame == "according:clause"), candidate)
        elif token.tag[0] == "N" and token.lower in nouns:
            found = of_noun_of_saying(grammar, token.i)
            if found is not None:
                yield Judged(_BY_GRAMMAR, 0.0, found)


def _with_acts(grammar: Grammar, kept: Sequence[Chosen]) -> list[Chosen]:
    """With those who declined to comment and the like, denied, confirmed, asked or promised, if nothing tells of it.

    The corpus that the finders learned from has few of these.
    """
    held = list(kept)
    touched = {w for _, c in held for w in words_of(c)}
    for token in grammar.tokens:
        if token.tag[0] != "V":
            continue
        p, act = _SILENT, of_silence(grammar, token.i)
        if act is None:
            p, act = _BY_GRAMMAR, _act(grammar, token.i)
        if act is None or touched & {*act.cue, *(act.source or ())}:
            continue
        content = content_of(act)
        if content.isdisjoint(touched) or _holds(content, held, touched):
            held = [(p, c) for p, c in held if c.cue.start not in content or _stands(grammar, c)]
            held.append((p, act))
            touched |= words_of(act)
    return held


def _act(grammar: Grammar, verb: int) -> Candidate | None:
    names, acts = names_of(grammar, verb), groups("acts")
    found = of_attitude(grammar, verb)
    if not found or not found.source or not found.content:
        return None
    asks = "know" in grammar.lower[found.cue.start : found.cue.stop] and "want" in names
    return found if asks or names & (acts["deny"] | acts["confirm"] | acts["ask"] | acts["commit"]) else None
