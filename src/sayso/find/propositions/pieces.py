"""Which words are a proposition: sentences, clauses joined in them, and what is said in somebody's mouth."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from sayso.find.attribution.grammar import Grammar
from sayso.find.propositions.clauses import Clause, clauses_in, is_apart, is_clausal, is_order, trimmed
from sayso.find.propositions.embedded import embedded_in
from sayso.find.propositions.lemmas import lemma_of, verbs_of_nouns
from sayso.find.propositions.telling import Telling
from sayso.model.statement import Statement, Voice

_LOOSE = frozenset(("advcl", "ccomp", "parataxis", "conj"))
_COMPLEMENTS = frozenset(("dobj", "dative", "ccomp", "xcomp", "nsubjpass", "agent", "prep", "prt", "conj"))
_BESIDE = frozenset(("ccomp", "parataxis", "conj"))
_CONTENT_TAGS = frozenset("NVJ")
_FEWEST = 3
"""words of content in a phrase without a verb that still states something"""


@dataclass(frozen=True, slots=True)
class Piece:
    """The tokens of one proposition and the token of its main predicate; the statement whose content it is, and the
    voices it came through if these are others than the statement's.
    """

    tokens: range
    head: int
    statement: Statement | None
    chain: tuple[Voice, ...] | None = None


def find_pieces(grammar: Grammar, telling: Telling, without: Set[int], dated: Set[int]) -> list[Piece]:
    """Every proposition once, in order of their first words.

    The tokens `without` state nothing (headings), those of `dated` are dates: a sentence that only gives the date of
    the one before is part of it ("They sold it. It was the third of May.").
    """
    finder = _Finder(grammar, telling)
    found: dict[tuple[range, str | None], Piece] = {}
    before: list[Piece] = []
    for number, sentence in enumerate(grammar.sentences):
        if sentence[0] in without:
            continue
        pieces = finder.in_sentence(number, sentence)
        dating = pieces[0] if len(pieces) == 1 and _only_dates(grammar, pieces[0], dated) else None
        if dating and before and before[-1].statement == dating.statement:
            last = before[-1]
            del found[_key(last)]
            pieces = [replace(last, tokens=range(last.tokens.start, dating.tokens.stop))]
        for piece in pieces:
            found.setdefault(_key(piece), piece)
        before = [piece for piece in pieces if _key(piece) in found]
    return sorted(found.values(), key=lambda p: (p.tokens.start, -p.tokens.stop))


def _key(piece: Piece) -> tuple[range, str | None]:
    return piece.tokens, piece.statement.id if piece.statement else None


def _only_dates(grammar: Grammar, piece: Piece, dated: Set[int]) -> bool:
    """ "It was in May"."""
    words = [i for i in piece.tokens if grammar.is_word[i]]
    subject = grammar.child(piece.head, "nsubj")
    if subject is None or grammar.lower[subject] not in ("it", "that", "this") or dated.isdisjoint(words):
        return False
    return all(i in (subject, piece.head) or i in dated or grammar.tokens[i].tag in ("IN", "DT", "RB") for i in words)


class _Finder:
    """Finds the propositions of one sentence after another."""

    def __init__(self, grammar: Grammar, telling: Telling) -> None:
        self._grammar, self._telling = grammar, telling

    def in_sentence(self, number: int, sentence: range) -> list[Piece]:
        """All propositions of a sentence, in no order."""
        statements = self._telling.by_sentence.get(number, ())
        found = list(self._in_own_voice(sentence, statements))
        for statement in statements:
            found.extend(self._restored(statement, sentence))
            for region in self._telling.contents[statement]:
                part = range(max(region.start, sentence.start), min(region.stop, sentence.stop))
                if part:
                    found.extend(self._said(statement, part, statements))
        found.extend([inner for piece in found for inner in self._embedded(piece)])
        return found or list(self._left_over(sentence))

    def _embedded(self, piece: Piece) -> Iterator[Piece]:
        telling = self._telling
        here = (telling.owner[piece.head], telling.frame_of.get(piece.head))
        for inner in embedded_in(self._grammar, Clause(piece.tokens, piece.head)):
            if telling.owner[inner.head] in here and inner.head not in telling.frame_of:
                yield from self._piece(inner, piece.statement, piece.chain)

    def _in_own_voice(self, sentence: range, statements: Sequence[int]) -> Iterator[Piece]:
        telling = self._telling
        for clause in clauses_in(self._grammar, sentence):
            if telling.owner[clause.head] >= 0:
                continue
            unread = self._told_by_nobody(clause) if clause.head not in telling.frame_of else None
            clause = unread or clause
            frame = telling.frame_of.get(clause.head)
            if frame is None:
                yield from self._stated(self._without_edges(clause, statements))
            else:
                if telling.is_happening(frame, clause.head):
                    yield from self._happening(frame, clause)
                yield from self._asides(clause)

    def _told_by_nobody(self, clause: Clause) -> Clause | None:
        """What a verb of saying governs that no statement was made of."""
        if not self._telling.is_saying(clause.head):
            return None
        for c in self._grammar.children[clause.head]:
            told = self._grammar.tokens[c].dep == "ccomp" and is_clausal(self._grammar, c)
            opening = self._grammar.tokens[self._grammar.subtree(c).start].tag
            joined = is_apart(self._grammar, clause.head, c)
            if told and not joined and opening[0] != "W" and self._telling.owner[c] < 0:
                return Clause(self._grammar.subtree(c), c)
        return None

    def _said(self, number: int, region: range, statements: Sequence[int]) -> Iterator[Piece]:
        """What one statement says in one region of one sentence."""
        telling = self._telling
        statement = telling.statements[number]
        restored = telling.restored.get(number)
        for clause in clauses_in(self._grammar, region):
            if telling.owner[clause.head] != number or self._is_under(clause.head, restored):
                continue
            inner = telling.frame_of.get(clause.head)
            if inner is not None and inner != number:
                if telling.is_happening(inner, clause.head):
                    yield from self._piece(clause, statement)
            elif self._says_something(number, clause):
                whole = self._with_subject(number, self._without_edges(clause, statements))
                yield from self._piece(whole, statement, telling.voices(number))
            elif telling.is_silent(number):
                yield from self._left_open(clause, statement)

    def _left_open(self, clause: Clause, statement: Statement) -> Iterator[Piece]:
        """What somebody declined "to say": "who sold it"."""
        for c in self._grammar.children[clause.head]:
            if self._grammar.tokens[c].dep == "ccomp" and is_clausal(self._grammar, c):
                yield from self._piece(Clause(self._grammar.subtree(c), c), statement)

    def _with_subject(self, number: int, clause: Clause) -> Clause:
        """The clause from its subject on, also where who says it stands between: "The boat," she said, "was ours"."""
        subject = self._grammar.child(clause.head, "nsubj", "nsubjpass")
        if subject is None or subject >= clause.tokens.start or self._telling.owner[subject] != number:
            return clause
        return Clause(range(self._grammar.subtree(subject).start, clause.tokens.stop), clause.head)

    def _restored(self, number: int, sentence: range) -> Iterator[Piece]:
        """The whole clause of a content that was cut short."""
        head = self._telling.restored.get(number)
        if head is not None and head in sentence:
            yield from self._piece(Clause(self._grammar.subtree(head), head), self._telling.statements[number])

    def _says_something(self, number: int, clause: Clause) -> bool:
        """Whether a part of a content is a proposition and no fragment, nor told by its frame already."""
        telling, tokens = self._telling, self._grammar.tokens
        silent = telling.is_silent(number)
        above = telling.verb_of.get(number)
        if (
            above is not None
            and telling.is_infinitive(number)
            and (telling.is_happening(number, above) or not telling.is_saying(above))
        ):
            return False
        if is_clausal(self._grammar, clause.head) or is_order(self._grammar, clause.head):
            return not (silent and self._grammar.lower[clause.tokens.start] == "what")
        head = tokens[clause.head].head
        if silent or (head != clause.head and telling.owner[head] == number):
            return False
        if above is not None and telling.is_happening(number, above):
            return False
        content = sum(tokens[i].tag[0] in _CONTENT_TAGS for i in clause.tokens)
        if self._grammar.is_verb(clause.head):
            return content > 1
        fewest = _FEWEST - 1 if lemma_of(tokens[clause.head]) in verbs_of_nouns() else _FEWEST
        if content < fewest or tokens[clause.head].tag[0] != "N":
            return False
        return not any(self._holds(n, number, clause.tokens) for n in telling.by_sentence[self._sentence(clause)])

    def _holds(self, other: int, number: int, tokens: range) -> bool:
        return other != number and self._telling.is_inside(other, tokens)

    def _sentence(self, clause: Clause) -> int:
        return self._grammar.sentence_of[clause.head]

    def _is_under(self, i: int, head: int | None) -> bool:
        return head is not None and i in self._grammar.subtree(head)

    def _happening(self, frame: int, clause: Clause) -> Iterator[Piece]:
        above = self._telling.above_all(frame)
        if above is None:
            yield from self._stated(clause)
        else:
            number, chain, _ = above
            yield from self._piece(clause, self._telling.statements[number], chain)

    def _asides(self, clause: Clause) -> Iterator[Piece]:
        """What a frame tells by the way: "Brandt, who was dismissed in March, said"."""
        tokens, telling = self._grammar.tokens, self._telling
        for i in clause.tokens:
            noun = tokens[i].head
            if tokens[i].dep != "relcl" or not noun < i or telling.owner[i] != telling.owner[clause.head]:
                continue
            if i in telling.frame_of or not is_clausal(self._grammar, i) or tokens[i].tag in ("VB", "VBG"):
                continue
            start = self._grammar.subtree(i).start
            loose = self._grammar.lower[start - 1] in (",", "—", "–") or tokens[noun].tag in ("NNP", "NNPS")
            if loose and noun in clause.tokens:
                yield from self._piece(
                    Clause(range(self._grammar.subtree(noun).start, self._grammar.subtree(i).stop), i)
                )

    def _left_over(self, sentence: range) -> Iterator[Piece]:
        """The first clause that belongs to nothing, where the verb above it was not understood."""
        telling = self._telling
        for i in sentence:
            beside = self._grammar.tokens[i].dep in _BESIDE
            if beside and telling.owner[i] < 0 and i not in telling.frame_of and is_clausal(self._grammar, i):
                yield from self._piece(Clause(self._grammar.subtree(i), i))
                return

    def _without_edges(self, clause: Clause, statements: Sequence[int]) -> Clause:
        """The clause without attributions that only hang on its edges ("…, as the minutes say")."""
        first, last = clause.tokens.start, clause.tokens.stop
        for number in statements:
            hull = self._telling.hull(number)
            if hull.start > clause.head and hull.stop >= last > hull.start and self._is_loose(hull.start, clause):
                last = hull.start
            elif hull.start <= first < hull.stop <= clause.head and self._is_loose(hull.stop - 1, clause):
                first = hull.stop
        return Clause(range(first, last), clause.head)

    def _is_loose(self, i: int, clause: Clause) -> bool:
        """Whether the token is in a clause of its own below the clause's head."""
        at = i
        for _ in range(len(clause.tokens)):
            head = self._grammar.tokens[at].head
            if head in (at, clause.head):
                break
            at = head
        return self._grammar.tokens[at].dep in _LOOSE

    def _stated(self, clause: Clause) -> Iterator[Piece]:
        """A clause in the own voice, if it is one and more than somebody saying ("the plaintiff alleges:")."""
        below = (self._grammar.tokens[c].dep for c in self._grammar.children[clause.head])
        if self._telling.is_saying(clause.head) and _COMPLEMENTS.isdisjoint(below):
            return
        if is_clausal(self._grammar, clause.head) or is_order(self._grammar, clause.head):
            yield from self._piece(clause)

    def _piece(
        self, clause: Clause, statement: Statement | None = None, chain: tuple[Voice, ...] | None = None
    ) -> Iterator[Piece]:
        tokens = trimmed(self._grammar, clause.tokens)
        if clause.head in tokens:
            yield Piece(tokens, clause.head, statement, chain)
