"""Attributions inside the content of others, to any depth: the links of a chain.

The corpus that the finders learned from marks outermost attributions alone; choice.py keeps these, none sharing a word
with another. All that is said, thought or wanted inside of their contents is read here by grammar.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.find.attribution.around import put_right
from sayso.find.attribution.candidate import Candidate, Judged
from sayso.find.attribution.frames import trim
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.inner import Voices
from sayso.find.attribution.links import links
from sayso.find.attribution.silences import SILENCE
from sayso.find.attribution.told import Chosen, content_of, words_of

_GAP = 2
"""tokens, such as a colon, that a content goes on behind"""
SHARE = 0.8
"""how sure a link is beside the one it is inside of"""


def with_nested(grammar: Grammar, judged: Sequence[Judged], kept: Sequence[Chosen], voices: Voices) -> list[Chosen]:
    """All of `kept`, with what stands around them and what lies inside of them.

    No two cross: they share no word, or one lies inside the content of the other.
    """
    found: list[Chosen] = []
    read: set[int] = set()  # cues read already: two contents may share words where documents are badly broken
    for (p, outer), inner in _outermost(put_right(grammar, kept, judged, voices)):
        reach = _Reach(grammar, outer)
        held = [c for c in inner if c[1].source]
        for candidate in links(grammar, reach.tokens, voices):
            if not read.isdisjoint(candidate.cue):
                continue
            own = None if _own_silence(grammar, candidate) else reach.clipped(candidate)
            own = own and _beside_clause(grammar, own, [c for _, c in held])
            if own is None:
                continue
            held = [(q, _going_on(other, own)) for q, other in held]
            if all(_fit(own, other) for _, other in held):
                held.append((p * SHARE, own))
        held.extend(c for c in inner if not c[1].source and all(_fit(c[1], other) for _, other in held))
        found.append((p, reach.widened([c for _, c in held])))
        found.extend(held)
        read.update(w for _, c in held for w in c.cue)
    return found


def _beside_clause(grammar: Grammar, candidate: Candidate, held: Sequence[Candidate]) -> Candidate:
    """With the source up to a clause in which somebody speaks: "Adair, who had heard that the file was gone, asked"."""
    source = candidate.source
    if not source:
        return candidate
    spoken = [c for c in held if c.cue and c.cue.start in source and c.cue.start < candidate.cue.start]
    if not spoken:
        return candidate
    first = min(min(c.cue.start, grammar.subtree(c.head).start) for c in spoken)
    shorter = trim(grammar, range(source.start, max(source.start, first)))
    return replace(candidate, source=shorter) if shorter else candidate


def _going_on(outer: Candidate, inner: Candidate) -> Candidate:
    """The outer one, whose content goes on where that of one said in it does: "thinks of what they told him: …"."""
    content, further = content_of(outer), content_of(inner)
    words = {*inner.cue, *(inner.source or ())}
    if inner.kind == "inherited" or not words <= content or further <= content or not further:
        return outer
    own = {*outer.cue, *(outer.source or ())}
    between = range(max(content) + 1, max(further) + 1)
    if min(further) <= max(words) or not own.isdisjoint(between) or min(further) > max(content) + _GAP:
        return outer
    return replace(outer, content=_ranges(sorted(content | set(between))))


def _own_silence(grammar: Grammar, candidate: Candidate) -> bool:
    """ "I won't comment", she said: that is what she did with these words, and no link."""
    source = candidate.source
    return candidate.frame == SILENCE and source is not None and grammar.lower[source.start] in ("i", "we")


def _outermost(whole: Sequence[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Each that is inside no other, with those inside of it."""
    holder: dict[int, int] = {}
    order = sorted(range(len(whole)), key=lambda n: -len(content_of(whole[n][1])))
    for n in order:
        for w in content_of(whole[n][1]):
            holder.setdefault(w, n)
    inside: dict[int, list[Chosen]] = {}
    for n in order:
        first = whole[n][1].cue or whole[n][1].source or range(0)
        above = holder.get(first.start) if first else None
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
        self._content = content_of(outer)
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
    own = {*outer.cue, *(outer.source or ())}
    for left, right in pairwise(sorted(outer.content, key=lambda p: p.start)):
        gap = range(left.stop, right.start)
        if own.isdisjoint(gap) and grammar.sentence_of[left.stop - 1] == grammar.sentence_of[right.start]:
            yield from gap


def _ranges(tokens: Iterable[int]) -> list[range]:
    pieces: list[range] = []
    for i in tokens:
        if pieces and pieces[-1].stop == i:
            pieces[-1] = range(pieces[-1].start, i + 1)
        else:
            pieces.append(range(i, i + 1))
    return pieces


def _fit(one: Candidate, other: Candidate) -> bool:
    """Whether both can be told: apart from each other, or one inside of the other's content.

    The source may be further out: in "she remembers telling him" it is she who told.
    """
    own, others = _words(one), _words(other)
    shared = own & others
    if not shared or own <= content_of(other) or others <= content_of(one):
        return True
    return shared <= {*(one.source or ())} & {*(other.source or ())}  # "a man claiming to be ill said"


def _words(candidate: Candidate) -> set[int]:
    return words_of(replace(candidate, source=None) if candidate.kind == "inherited" else candidate)
