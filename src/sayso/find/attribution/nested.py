"""Attributions around and inside of others, to any depth: the links of a chain.

The corpus that the finders learned from marks outermost attributions alone; choice.py keeps these, none sharing a word
with another. Here those are added that hold a whole kept one in their content, and all that is said, thought or wanted
inside of contents, which attitudes.py and states.py read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from sayso.find.attribution.attitudes import attitude_verbs, base, is_done, of_attitude
from sayso.find.attribution.candidate import Candidate, Judged
from sayso.find.attribution.frames import AUXILIARY, according
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.silences import of_silence
from sayso.find.attribution.states import of_noun_of_saying, of_state
from sayso.find.lexicon import groups

LEAST_AROUND = 0.33
SILENT = 0.5
"""how sure those are whose cue tells that somebody did not answer; about as many are annotated"""
SHARE = 0.8
"""how sure a link is beside the one it is inside of"""

Chosen = tuple[float, Candidate]


def with_nested(grammar: Grammar, judged: Sequence[Judged], kept: Sequence[Chosen]) -> list[Chosen]:
    """All of `kept`, what stands around them and what lies inside of them.

    No two cross: they share no word, or one lies inside the content of the other.
    """
    silent = [Judged(SILENT, SILENT, c) for c in map(partial(of_silence, grammar), _verbs(grammar)) if c is not None]
    whole = _with_added(grammar, kept, judged, touching=True)
    whole = _with_added(grammar, whole, silent, touching=False)
    found: list[Chosen] = []
    for outer, inner in _outermost(whole):
        reach = _Reach(grammar, outer[1])
        held = [candidate for _, candidate in inner]
        for candidate in _told(grammar, reach.tokens):
            own = reach.clipped(candidate)
            if own is not None and all(_fit(own, other) for other in held):
                held.append(own)
        found.append((outer[0], reach.widened(held)))
        found.extend(inner)
        found.extend((outer[0] * SHARE, c) for c in held[len(inner) :])
    return found


def _verbs(grammar: Grammar) -> Iterator[int]:
    return (t.i for t in grammar.tokens if t.tag[0] == "V" and t.dep not in AUXILIARY)


def _with_added(grammar: Grammar, kept: Sequence[Chosen], judged: Sequence[Judged], *, touching: bool) -> list[Chosen]:
    """With likely ones that share words with kept ones only in that they hold them whole in their content.

    `touching`: only those that hold one. What they hold and only was to be done ("declined to say") is left out.
    """
    held = list(kept)
    touched = {w for _, c in held for w in _words(c)}
    for j in sorted(judged, key=lambda j: -j.right - j.exact):
        candidate = j.candidate
        if j.right < LEAST_AROUND:
            break
        content = _content(candidate)
        own = {*candidate.cue, *(candidate.source or ())}
        inside = content & touched
        if own & touched or (touching and not inside):
            continue
        if all(content.isdisjoint(w) or w <= content for w in (_words(c) for _, c in held)):
            if inside:
                held = [(p, c) for p, c in held if c.cue.start not in content or _stands(grammar, c)]
            held.append((j.right, candidate))
            touched |= own | content
    return held


def _stands(grammar: Grammar, candidate: Candidate) -> bool:
    return candidate.source is not None and (not grammar.is_verb(candidate.head) or is_done(grammar, candidate.head))


def _outermost(whole: Sequence[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Each that is inside no other, with those inside of it."""
    holder: dict[int, int] = {}
    order = sorted(range(len(whole)), key=lambda n: -len(_content(whole[n][1])))
    for n in order:
        for w in _content(whole[n][1]):
            holder.setdefault(w, n)
    inside: dict[int, list[Chosen]] = {}
    for n in order:
        above = holder.get(whole[n][1].cue.start if whole[n][1].cue else -1)
        if above is None or above == n:
            inside.setdefault(n, [])
        else:
            inside.setdefault(above, []).append(whole[n])
    for n, inner in inside.items():
        yield whole[n], inner


class _Reach:
    """The tokens of a content and of the gaps in it: "that, according to a deputy, the tapes had gone" is one."""

    def __init__(self, grammar: Grammar, outer: Candidate) -> None:
        self._outer = outer
        self._content = _content(outer)
        self.tokens = sorted(self._content | set(_gaps(grammar, outer)))
        self._all = frozenset(self.tokens)

    def clipped(self, candidate: Candidate) -> Candidate | None:
        """The candidate, if source and cue lie here; of its own content what does."""
        if not self._all.issuperset(candidate.cue) or not self._all.issuperset(candidate.source or ()):
            return None
        pieces = _ranges(i for piece in candidate.content for i in piece if i in self._all)
        return replace(candidate, content=pieces) if pieces or not candidate.content else None

    def widened(self, inner: Sequence[Candidate]) -> Candidate:
        """The outer one, with the gaps that hold words of those inside of it."""
        words = {w for c in inner for w in (*c.cue, *(c.source or ()))} - self._content
        return replace(self._outer, content=_ranges(self.tokens)) if words else self._outer


def _gaps(grammar: Grammar, outer: Candidate) -> Iterator[int]:
    pieces = sorted(outer.content, key=lambda p: p.start)
    own = {*outer.cue, *(outer.source or ())}
    for left, right in pairwise(pieces):
        gap = range(left.stop, right.start)
        if own.isdisjoint(gap) and grammar.sentence_of[left.stop - 1] == grammar.sentence_of[right.start]:
            yield from gap


def _ranges(tokens: Iterator[int] | Sequence[int]) -> list[range]:
    pieces: list[range] = []
    for i in tokens:
        if pieces and pieces[-1].stop == i:
            pieces[-1] = range(pieces[-1].start, i + 1)
        else:
            pieces.append(range(i, i + 1))
    return pieces


def _told(grammar: Grammar, tokens: Sequence[int]) -> Iterator[Candidate]:
    """Everything that is said, thought or wanted with a cue among these tokens."""
    words, verbs = groups("attitudes"), attitude_verbs()
    for i in tokens:
        token = grammar.tokens[i]
        if token.dep in AUXILIARY:
            continue
        found: Candidate | None = None
        if grammar.lower[i] == "according":
            yield from (c for c in according(grammar, i) if c.frame == "according:clause")
        elif token.tag[0] == "V":
            found = of_silence(grammar, i) or (of_attitude(grammar, i) if base(grammar, i) in verbs else None)
            found = found or of_state(grammar, i)
        elif token.tag[0] == "N" and grammar.lower[i] in words["nouns"]:
            found = of_noun_of_saying(grammar, i)
        elif token.tag[0] == "J" and grammar.lower[i] in words["adjectives"]:
            found = of_state(grammar, i)
        if found is not None:
            yield found


def _fit(one: Candidate, other: Candidate) -> bool:
    """Whether both can be told: apart from each other, or one inside of the other's content.

    The source may be further out: in "she remembers telling him" it is she who told.
    """
    own, others = _words(one), _words(other)
    return own.isdisjoint(others) or own <= _content(other) or others <= _content(one)


def _content(candidate: Candidate) -> set[int]:
    return {w for piece in candidate.content for w in piece}


def _words(candidate: Candidate) -> set[int]:
    source = candidate.source if candidate.source and candidate.kind != "inherited" else range(0)
    return {w for r in (candidate.cue, *candidate.content, source) for w in r}
