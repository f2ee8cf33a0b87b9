"""Which words are a proposition: sentences, clauses joined in them, and what is said in somebody's mouth."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.find.attribution.acts import head_of
from sayso.find.attribution.grammar import Grammar
from sayso.find.lexicon import groups
from sayso.find.propositions.lemmas import is_one_of, lemma_of
from sayso.model.span import Span
from sayso.model.statement import Act, Statement

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_BREAKS = frozenset((";", ":", "—", "–", "--"))
_EDGES = frozenset((",", ";", ":", "—", "–", "--", "-", ".", "(", ")"))
_SILENT = frozenset((Act.DECLINE, Act.NO_RESPONSE))
_FEWEST = 4
"""words of a content without a clause that still states something"""


@dataclass(frozen=True, slots=True)
class Piece:
    """The tokens of one proposition, the token of its main predicate, and the statement whose content it is."""

    tokens: range
    head: int
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of a sentence: its tokens and the token that the others hang on."""

    tokens: range
    head: int


class Pieces:
    """All propositions of a parsed text with its statements; `without` are tokens that state nothing (headings)."""

    def __init__(self, grammar: Grammar, statements: Sequence[Statement], without: frozenset[int]) -> None:
        self._grammar = grammar
        self._without = without
        self._statements = statements
        self._contents = [_ranges(grammar, s.attribution.content) for s in statements]
        self._frames = [_ranges(grammar, (*s.attribution.source, *s.attribution.cue)) for s in statements]
        self._owner = self._owners()
        self._cues = self._cue_heads()

    def __iter__(self) -> Iterator[Piece]:
        """Every proposition once, in order of their first words."""
        found: dict[tuple[range, Statement | None], Piece] = {}
        by_sentence = self._contents_by_sentence()
        for number, sentence in enumerate(self._grammar.sentences):
            if sentence[0] in self._without:
                continue
            for piece in self._in_own_voice(sentence):
                found.setdefault((piece.tokens, piece.statement), piece)
            for statement, region in by_sentence.get(number, ()):
                for piece in self._said(statement, region):
                    found.setdefault((piece.tokens, piece.statement), piece)
        return iter(sorted(found.values(), key=lambda p: (p.tokens.start, -p.tokens.stop)))

    def _owners(self) -> list[int]:
        """For each token the innermost statement whose content holds it, -1 for none."""
        owner = [-1] * len(self._grammar.tokens)
        sizes = [sum(map(len, ranges)) for ranges in self._contents]
        for number in sorted(range(len(sizes)), key=lambda n: -sizes[n]):
            for region in self._contents[number]:
                owner[region.start : region.stop] = [number] * len(region)
        return owner

    def _cue_heads(self) -> Mapping[int, int]:
        """The statement of each token that is the main word of a cue."""
        heads: dict[int, int] = {}
        for number, statement in enumerate(self._statements):
            cue = _ranges(self._grammar, statement.attribution.cue)
            if cue:
                head = head_of(self._grammar, range(cue[0].start, cue[-1].stop))
                heads.setdefault(head, number)
                for i in (i for region in cue for i in region):
                    if self._grammar.is_verb(i):
                        heads.setdefault(i, number)
        return heads

    def _contents_by_sentence(self) -> Mapping[int, Sequence[tuple[int, range]]]:
        found: dict[int, list[tuple[int, range]]] = {}
        for number, ranges in enumerate(self._contents):
            for region in ranges:
                first, last = (self._grammar.sentence_of[i] for i in (region.start, region.stop - 1))
                for n in range(first, last + 1):
                    sentence = self._grammar.sentences[n]
                    part = range(max(region.start, sentence.start), min(region.stop, sentence.stop))
                    found.setdefault(n, []).append((number, part))
        return found

    def _in_own_voice(self, sentence: range) -> Iterator[Piece]:
        for clause in self._clauses(sentence):
            if self._owner[clause.head] >= 0:
                continue
            frame = self._cues.get(clause.head)
            if frame is None:
                yield from self._piece(self._without_edges(clause), None)
            else:
                if self._is_happening(frame, clause):
                    yield from self._piece(clause, None)
                yield from self._asides(clause, None)

    def _said(self, number: int, region: range) -> Iterator[Piece]:
        """What one statement says in one sentence."""
        statement = self._statements[number]
        clauses = [c for c in self._clauses(region) if self._has_predicate(c)]
        for clause in clauses:
            if self._owner[clause.head] != number:
                continue
            inner = self._cues.get(clause.head)
            if inner is None or inner == number:
                yield from self._piece(self._without_edges(clause), statement)
            elif self._is_happening(inner, clause):
                yield from self._piece(clause, statement)
        if not clauses and sum(self._grammar.is_word[i] for i in region) >= _FEWEST:
            head = next((i for i in region if self._grammar.tokens[i].head not in region), region.start)
            if self._owner[head] == number:
                yield from self._piece(_Clause(region, head), statement)

    def _clauses(self, region: range) -> list[_Clause]:
        """The clauses side by side in a region of one sentence, in order."""
        tokens = self._grammar.tokens
        tops = [i for i in region if tokens[i].head not in region or tokens[i].head == i]
        tops = [i for i in tops if self._grammar.is_word[i]]
        verbs = [i for i in tops if self._is_clausal(i)]
        heads = verbs or sorted(tops, key=lambda i: -len(self._grammar.subtree(i)))[:1]
        for at in heads:
            heads.extend(i for i in self._joined(at) if i in region and i not in heads)
        heads.sort()
        found: list[_Clause] = []
        for at in heads:
            within = [h for h in heads if h != at and h in self._grammar.subtree(at)]
            first, last = self._grammar.subtree(at).start, self._grammar.subtree(at).stop
            first, last = max(first, region.start), min(last, region.stop)
            for other in within:
                if other > at:
                    last = min(last, self._grammar.subtree(other).start)
                else:
                    first = max(first, self._grammar.subtree(other).stop)
            found.append(_Clause(range(first, max(first, last)), at))
        if len(found) == 1:
            return [_Clause(region, found[0].head)]
        return found

    def _joined(self, verb: int) -> Iterator[int]:
        """Verbs with subjects of their own that are joined to a clause: "X fell and Y rose", "X fell; Y rose"."""
        tokens = self._grammar.tokens
        for c in self._grammar.children[verb]:
            if not self._is_clausal(c):
                continue
            if tokens[c].dep == "conj" or (tokens[c].dep in ("ccomp", "parataxis") and self._is_apart(verb, c)):
                yield c

    def _is_apart(self, verb: int, other: int) -> bool:
        """Whether a mark that parts sentences stands between the two clauses."""
        if any(self._grammar.tokens[c].dep == "mark" for c in self._grammar.children[other]):
            return False
        other_range = self._grammar.subtree(other)
        at = other_range.stop if other < verb else other_range.start - 1
        return 0 <= at < len(self._grammar.tokens) and self._grammar.lower[at] in _BREAKS

    def _is_clausal(self, i: int) -> bool:
        """Whether a verb has a subject of its own."""
        tokens = self._grammar.tokens
        if not self._grammar.is_verb(i):
            return False
        return any(tokens[c].dep in _SUBJECTS for c in self._grammar.children[i])

    def _has_predicate(self, clause: _Clause) -> bool:
        return self._grammar.is_verb(clause.head)

    def _without_edges(self, clause: _Clause) -> _Clause:
        """The clause without attributions at its edges ("…, the minutes say")."""
        first, last = clause.tokens.start, clause.tokens.stop
        for content, frame in zip(self._contents, self._frames, strict=True):
            everything = [*content, *frame]
            if not everything:
                continue
            start, stop = min(r.start for r in everything), max(r.stop for r in everything)
            if start > clause.head and stop == last and self._hangs_loose(start, clause):
                last = start
            elif start <= first < stop and stop <= clause.head and self._hangs_loose(stop - 1, clause):
                first = stop
        return _Clause(range(first, last), clause.head)

    def _hangs_loose(self, i: int, clause: _Clause) -> bool:
        """Whether the part of the clause that the token is in is set off by a comma and a clause of its own."""
        at = i
        for _ in range(len(clause.tokens)):
            head = self._grammar.tokens[at].head
            if head in (at, clause.head):
                break
            at = head
        return self._grammar.tokens[at].dep in ("advcl", "ccomp", "parataxis", "conj")

    def _is_happening(self, number: int, clause: _Clause) -> bool:
        """Whether telling is more than the frame of what is told: somebody was told, knew, agreed, ordered."""
        statement = self._statements[number]
        if statement.act in _SILENT:
            return False
        lemma = lemma_of(self._grammar.tokens[clause.head])
        if not self._grammar.is_verb(clause.head) or not self._is_clausal(clause.head):
            return False
        if not is_one_of(lemma, "saying"):
            return True
        return is_one_of(lemma, "contact") and self._has_hearer(clause.head)

    def _has_hearer(self, verb: int) -> bool:
        """Whether somebody is told who is no reporter."""
        tokens = self._grammar.tokens
        for c in self._grammar.children[verb]:
            heard: int | None = None
            if tokens[c].dep in ("dobj", "dative", "nsubjpass") and tokens[c].tag[0] in "NP":
                heard = c
            elif tokens[c].dep in ("prep", "dative") and self._grammar.lower[c] == "to":
                heard = self._grammar.child(c, "pobj")
            if heard is None or self._owner[heard] != self._owner[verb]:
                continue
            word = self._grammar.lower[heard]
            hearers = groups("event-hearers")
            public = word in hearers["public"] or word in hearers["outlets"]
            if not public and word not in ("us", "me", "itself") and tokens[heard].tag[0] in "NP":
                return True
        return False

    def _asides(self, clause: _Clause, statement: Statement | None) -> Iterator[Piece]:
        """What a frame tells by the way: "Brandt, who was dismissed in March, said"."""
        tokens = self._grammar.tokens
        owner = self._owner[clause.head]
        for i in clause.tokens:
            if tokens[i].dep != "relcl" or self._owner[i] != owner or i in self._cues:
                continue
            if not self._is_clausal(i) or tokens[i].tag in ("VB", "VBG"):
                continue
            noun = tokens[i].head
            if noun < i and noun in clause.tokens:
                region = range(self._grammar.subtree(noun).start, self._grammar.subtree(i).stop)
                yield from self._piece(_Clause(region, i), statement)

    def _piece(self, clause: _Clause, statement: Statement | None) -> Iterator[Piece]:
        tokens = self._trimmed(clause.tokens)
        if clause.head not in tokens:
            return
        if statement is None and not (self._is_clausal(clause.head) or self._is_order(clause.head)):
            return
        yield Piece(tokens, clause.head, statement)

    def _is_order(self, i: int) -> bool:
        return self._grammar.tokens[i].tag == "VB" and self._grammar.tokens[i].dep == "ROOT"

    def _trimmed(self, tokens: range) -> range:
        """Without joining words and punctuation that parts, at the edges."""
        first, last = tokens.start, tokens.stop
        lower, deps = self._grammar.lower, self._grammar.tokens
        while first < last and (lower[first] in _EDGES or deps[first].tag == "CC"):
            first += 1
        while last > first and (lower[last - 1] in _EDGES or deps[last - 1].tag == "CC"):
            last -= 1
        return range(first, last)


def _ranges(grammar: Grammar, spans: Sequence[Span]) -> list[range]:
    return [r for r in map(grammar.inside, spans) if r]
