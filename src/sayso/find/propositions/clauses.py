"""A sentence, or a part of one, cut into the clauses that stand side by side in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.attribution.grammar import Grammar

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_BREAKS = frozenset((";", ":", "—", "–", "--"))
_EDGES = frozenset((",", ";", ":", "—", "–", "--", "-", ".", "(", ")"))
_PARTS = frozenset(("each", "all", "both", "none", "some", "most", "many", "neither", "one", "half"))
_DASHES = frozenset(("—", "–", "-", "--"))
_DATELINE = 12
"""tokens of a dateline at most"""
_JOINTS = frozenset(("and", "but", "or", "so", "yet", "&"))


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a clause, and the token that the others hang on."""

    tokens: range
    head: int


def clauses_in(grammar: Grammar, region: range) -> list[Clause]:
    """The clauses of a region of one sentence, in order; the region as one clause where there is but one.

    A clause has a subject of its own, so that "met Ann and left" is one and "Bo met Ann and Cy left" is two. A region
    without any is one clause under its largest phrase.
    """
    tokens = grammar.tokens
    tops = [i for i in region if grammar.is_word[i] and (tokens[i].head not in region or tokens[i].head == i)]
    heads = [_without_absolute(grammar, i) for i in tops if is_clausal(grammar, i)]
    if not heads:
        tops.sort(key=lambda i: (not grammar.is_verb(i), tokens[i].tag[0] != "N", -len(grammar.subtree(i))))
        return [Clause(region, top) for top in tops[:1]]
    for head in heads:  # grows while it is walked: what is joined to the joined
        heads.extend(i for i in _joined(grammar, head) if i in region and i not in heads)
    if len(heads) == 1:
        own = grammar.subtree(heads[0])
        marked = own.start in region and grammar.tokens[own.start].dep == "mark"
        return [Clause(range(own.start if marked else region.start, region.stop), heads[0])]
    return [Clause(_cut_out(grammar, head, heads, region), head) for head in sorted(heads)]


def is_clausal(grammar: Grammar, i: int) -> bool:
    """Whether it is a verb that has a subject of its own."""
    return grammar.is_verb(i) and any(grammar.tokens[c].dep in _SUBJECTS for c in grammar.children[i])


def is_order(grammar: Grammar, i: int) -> bool:
    """Whether it is the verb of an imperative that ends like a sentence."""
    token = grammar.tokens[i]
    if grammar.tokens[grammar.sentences[grammar.sentence_of[i]].stop - 1].tag[0] in "NJC":
        return False  # a line of a table or a heading
    return token.tag == "VB" and token.dep == "ROOT" and all(
        grammar.tokens[c].dep not in (*_SUBJECTS, "aux") or grammar.lower[c] in ("do", "please")
        for c in grammar.children[i]
    )  # fmt: skip


def trimmed(grammar: Grammar, tokens: range) -> range:
    """Without a dateline, and without joining words and parting punctuation at the edges."""
    first, last = _behind_dateline(grammar, tokens), tokens.stop
    while first < last and _is_edge(grammar, first):
        first += 1
    while last > first and _is_edge(grammar, last - 1):
        if grammar.lower[last - 1] == ")" and "(" in grammar.lower[first:last]:
            break
        last -= 1
    return range(first, last)


def _behind_dateline(grammar: Grammar, tokens: range) -> int:
    """Where the sentence starts behind "GULLHAVEN (AP) —"."""
    if not tokens or not grammar.tokens[tokens.start].text.isupper() or len(grammar.tokens[tokens.start].text) < 2:
        return tokens.start
    if tokens.start != grammar.sentences[grammar.sentence_of[tokens.start]].start:
        return tokens.start
    for i in tokens[1:_DATELINE]:
        if grammar.lower[i] in _DASHES:
            return i + 1
        if grammar.is_word[i] and grammar.tokens[i].text.islower():
            break
    return tokens.start


def _is_edge(grammar: Grammar, i: int) -> bool:
    return grammar.lower[i] in _EDGES or grammar.lower[i] in _JOINTS


def _without_absolute(grammar: Grammar, verb: int) -> int:
    """The verb of the sentence where the parser took that of an absolute for it: "They sold six, each of them new"."""
    subject = grammar.child(verb, "nsubj", "nsubjpass")
    if subject is None or grammar.lower[subject] not in _PARTS or grammar.child(verb, "aux", "auxpass") is not None:
        return verb
    before = grammar.child(verb, "ccomp")
    return before if before is not None and before < subject and is_clausal(grammar, before) else verb


def _cut_out(grammar: Grammar, head: int, heads: Sequence[int], region: range) -> range:
    """What is under the head in the region without the clauses joined to it."""
    own = grammar.subtree(head)
    first, last = max(own.start, region.start), min(own.stop, region.stop)
    for other in heads:
        if other == head or other not in own:
            continue
        theirs = grammar.subtree(other)
        if head in theirs:
            continue
        if other > head:
            last = min(last, theirs.start)
        else:
            first = max(first, theirs.stop)
    return range(first, max(first, last))


def _joined(grammar: Grammar, verb: int) -> Iterator[int]:
    """Verbs with subjects of their own that are joined to a clause: "X fell and Y rose", "X fell; Y rose"."""
    tokens = grammar.tokens
    for c in grammar.children[verb]:
        if not is_clausal(grammar, c):
            continue
        if tokens[c].dep == "conj" or (tokens[c].dep in ("ccomp", "parataxis") and is_apart(grammar, verb, c)):
            yield c


def is_apart(grammar: Grammar, verb: int, other: int) -> bool:
    """Whether a mark that parts sentences stands between the two clauses."""
    if any(grammar.tokens[c].dep == "mark" for c in grammar.children[other]):
        return False
    theirs = grammar.subtree(other)
    at = theirs.stop if other < verb else theirs.start - 1
    return 0 <= at < len(grammar.tokens) and grammar.lower[at] in _BREAKS
