"""Statements as a text frames them: which clauses are frames, what they hold, and which frames are happenings."""

from collections.abc import Mapping, Sequence, Set

from sayso.find.attribution.acts import head_of, main_verb
from sayso.find.attribution.grammar import Grammar
from sayso.find.lexicon import groups
from sayso.find.propositions.clauses import is_apart, is_clausal
from sayso.find.propositions.lemmas import is_one_of, lemma_of
from sayso.model.span import Span
from sayso.model.statement import Act, Mode, Statement, Voice

_SILENT = frozenset((Act.DECLINE, Act.NO_RESPONSE))
_ASIDE = frozenset(("us", "me", "itself", "himself", "herself", "themselves", "myself"))


class Telling:
    """The statements of one text by token; a statement goes by its number in the given order.

    `outlets` are the tokens that name papers and stations: who speaks to these speaks as a source.
    """

    def __init__(self, grammar: Grammar, statements: Sequence[Statement], outlets: Set[int]) -> None:
        self._grammar = grammar
        self._outlets = outlets
        self.statements = statements
        self._number = {s.id: number for number, s in enumerate(statements)}
        self._inner: dict[str, list[int]] = {}
        for number, statement in enumerate(statements):
            if statement.parent:
                self._inner.setdefault(statement.parent, []).append(number)
        self.contents = [_ranges(grammar, s.attribution.content) for s in statements]
        self._whole = [_hull(grammar, s) for s in statements]
        self.owner = self._owners()
        """for each token the innermost statement whose content holds it, -1 for none"""
        self.frame_of, self.verb_of = self._frames()
        """the statement of each token that is a verb of a cue, and the main one of each statement"""
        self.restored = dict(self._restored())
        """whole clauses of contents that were cut short: their head by statement"""
        self.by_sentence = self._by_sentence()
        """the statements that have words in a sentence, by its number"""

    def is_happening(self, number: int, head: int) -> bool:
        """Whether the frame with this head tells more than who said it: somebody was told, knew, agreed, ordered."""
        statement = self.statements[number]
        lemma = lemma_of(self._grammar.tokens[head])
        silent = statement.act in _SILENT and not is_one_of(lemma, "ignoring")
        if silent or not is_clausal(self._grammar, head):
            return False
        if not self.is_saying(head):
            return not (is_one_of(lemma, "finding") and self._grammar.child(head, "nsubj") in self._outlets)
        asks = is_one_of(lemma, "request") and self.is_infinitive(number)
        told = is_one_of(lemma, "contact") and statement.mode is not Mode.DIRECT
        return (asks or told) and self._has_hearer(head)

    def is_saying(self, verb: int) -> bool:
        """Whether a verb only puts words into somebody's mouth ("claims to have seen", unlike "plans to see")."""
        return is_one_of(lemma_of(self._grammar.tokens[verb]), "saying")

    def is_silent(self, number: int) -> bool:
        """Whether nothing is told: no comment, no answer, or what somebody refused to do."""
        statement = self.statements[number]
        cue = self._grammar.inside(statement.attribution.cue[0]) if statement.attribution.cue else range(0)
        verbs = (lemma_of(self._grammar.tokens[i]) for i in cue if self._grammar.is_verb(i))
        return statement.act in _SILENT or any(is_one_of(verb, "not") for verb in verbs)

    def is_infinitive(self, number: int) -> bool:
        """Whether the content is what somebody is to do: "to close the bridge"."""
        regions = self.contents[number]
        if not regions:
            return False
        verb = main_verb(self._grammar, regions[0])
        below = self._grammar.children[verb]
        return self._grammar.tokens[verb].tag == "VB" and any(self._grammar.lower[c] == "to" for c in below)

    def is_inside(self, number: int, region: range) -> bool:
        """Whether all words of a statement, some at least, lie in a region."""
        whole = self._whole[number]
        return bool(whole) and region.start <= whole.start and whole.stop <= region.stop

    def hull(self, number: int) -> range:
        """From the first to the last token of a statement."""
        return self._whole[number]

    def voices(self, number: int) -> tuple[Voice, ...]:
        """The chain of what a statement says, with an "according to" around its frame where that belongs."""
        statement = self.statements[number]
        above = self._number.get(statement.parent) if statement.parent else None
        vouched = self.above_all(above) if above is not None else None
        return vouched[2] if vouched and vouched[0] == number else statement.chain

    def above_all(self, number: int) -> tuple[int, tuple[Voice, ...], tuple[Voice, ...]] | None:
        """The "according to" at the end of a sentence that vouches for the whole of it, frame included.

        In "Ann told Bo that it sank, according to Cy", Cy told of the telling. Gives that statement, and the chains of
        the frame and of what is told in it; `None` where there is none.
        """
        statement = self.statements[number]
        for other in self._inner.get(statement.id, ()):
            inner = self.statements[other]
            if not inner.attribution.cue or not self.contents[number]:
                continue
            cue = self._grammar.inside(inner.attribution.cue[0])
            last = self.contents[number][-1].stop
            if not cue or self._grammar.lower[cue.start] != "according" or self._whole[other].stop < last:
                continue
            parent = self._number.get(statement.parent) if statement.parent else None
            above = statement.chain[:1] if parent is None else self.statements[parent].chain
            frame = (*above, *inner.chain[len(statement.chain) :])
            return other, frame, (*frame, *statement.chain[len(above) :])
        return None

    def _has_hearer(self, verb: int) -> bool:
        """Whether somebody is told who is no reporter."""
        tokens, hearers = self._grammar.tokens, groups("event-hearers")
        for c in self._grammar.children[verb]:
            heard: int | None = None
            if tokens[c].dep in ("dobj", "dative", "nsubjpass") and tokens[c].tag[0] in "NP":
                heard = c
            elif tokens[c].dep in ("prep", "dative") and self._grammar.lower[c] == "to":
                heard = self._grammar.child(c, "pobj")
            if heard is None or tokens[heard].tag[0] not in "NP":
                continue
            word = self._grammar.lower[heard]
            outlet = word in hearers["outlets"] or heard in self._outlets
            if word not in hearers["public"] and word not in _ASIDE and (not outlet or tokens[c].dep == "nsubjpass"):
                return True
        return False

    def _owners(self) -> list[int]:
        owner = [-1] * len(self._grammar.tokens)
        sizes = [sum(map(len, ranges)) for ranges in self.contents]
        for number in sorted(range(len(sizes)), key=lambda n: -sizes[n]):
            for region in self.contents[number]:
                owner[region.start : region.stop] = [number] * len(region)
        return owner

    def _frames(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        grammar = self._grammar
        found: dict[int, int] = {}
        heads: dict[int, int] = {}
        for number, statement in enumerate(self.statements):
            cue = [i for region in _ranges(grammar, statement.attribution.cue) for i in region]
            if cue:
                heads[number] = head_of(grammar, range(cue[0], cue[-1] + 1))
                found.setdefault(heads[number], number)
                for i in cue:
                    if grammar.is_verb(i) and self.owner[i] != number:
                        found.setdefault(i, number)
                at = heads[number]
                while grammar.tokens[at].dep == "xcomp" and self._is_mood(grammar.tokens[at].head):
                    at = grammar.tokens[at].head  # "[declined] to say"
                    found.setdefault(at, number)
        return found, heads

    def _is_mood(self, verb: int) -> bool:
        lemma = lemma_of(self._grammar.tokens[verb])
        return is_one_of(lemma, "not") or is_one_of(lemma, "aspect")

    def _restored(self) -> Mapping[int, int]:
        """Contents of which no more than a fragment was found, though the frame's verb governs a whole clause."""
        grammar = self._grammar
        found: dict[int, int] = {}
        for head, number in self.frame_of.items():
            for c in grammar.children[head]:
                told = grammar.tokens[c].dep == "ccomp" and is_clausal(grammar, c)
                if told and not is_apart(grammar, head, c) and self.owner[c] == self.owner[head]:
                    found.setdefault(number, c)
        return found

    def _by_sentence(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        for number, whole in enumerate(self._whole):
            if whole:
                first, last = self._grammar.sentence_of[whole.start], self._grammar.sentence_of[whole.stop - 1]
                for sentence in range(first, last + 1):
                    found.setdefault(sentence, []).append(number)
        return found


def _ranges(grammar: Grammar, spans: Sequence[Span]) -> list[range]:
    return [r for r in map(grammar.inside, spans) if r]


def _hull(grammar: Grammar, statement: Statement) -> range:
    return grammar.inside(statement.attribution.span)
