"""Possible attributions by syntax: a cue, what depends on it, and who could be its source.

The parse is in ClearNLP labels. This file reads verbs and "according to", nominal.py nouns and adjectives.
"""

from collections.abc import Iterator, Sequence

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar

AUXILIARY = frozenset(("aux", "auxpass", "neg"))
_TELLING = frozenset(("tell", "inform", "assure", "warn", "remind", "advise", "notify", "persuade", "convince"))
_TRIM_LEFT = frozenset((",", ";", ":", "-", "–", "—", "--", ")", "and", "but", "."))
_TRIM_RIGHT = frozenset((",", ";", ":", "-", "–", "—", "--", "(", ".", "?", "!", "and", "but"))


def sources(grammar: Grammar, verb: int) -> list[tuple[str, range | None]]:
    """Who could be the source of a verb, each with how it was found; the likeliest first."""
    subject = grammar.child(verb, "nsubj", "csubj")
    if subject is not None:
        return _subject(grammar, verb, subject)
    before = participle_before(grammar, verb)
    if before is not None:
        hidden = grammar.child(before, "nsubj")
        assert hidden is not None
        return [("subject", trim(grammar, grammar.subtree(hidden)))]
    passive = grammar.child(verb, "nsubjpass")
    agent = grammar.child(verb, "agent")
    if agent is not None:
        by = grammar.child(agent, "pobj")
        if by is not None:
            return [("agent", trim(grammar, grammar.subtree(by)))]
    if passive is not None:
        return [("none", None), ("passive", trim(grammar, grammar.subtree(passive)))]
    return _inherited(grammar, verb)


def participle_before(grammar: Grammar, verb: int) -> int | None:
    """The participle in "The paper, citing a clerk, said", where the parser gave it the subject of the verb."""
    for c in grammar.children[verb]:
        if c >= verb:
            break
        if grammar.tokens[c].dep in ("ccomp", "advcl") and grammar.tokens[c].tag == "VBG":
            deps = {grammar.tokens[d].dep for d in grammar.children[c]}
            if "nsubj" in deps and not deps & {"aux", "mark"}:
                return c
    return None


def _subject(grammar: Grammar, verb: int, subject: int) -> list[tuple[str, range | None]]:
    token = grammar.tokens[subject]
    if token.tag in ("WDT", "WP") and grammar.tokens[verb].dep == "relcl":
        noun = _noun_before(grammar, grammar.tokens[verb].head, verb)
        return [("wh", range(subject, subject + 1)), ("head", noun)]
    return [("subject", trim(grammar, grammar.subtree(subject)))]


def _inherited(grammar: Grammar, verb: int) -> list[tuple[str, range | None]]:
    at = verb
    for _ in range(6):
        token = grammar.tokens[at]
        above = token.head
        if above == at:
            return [("none", None)]
        if token.dep in ("acl", "relcl"):
            return [("head", _noun_before(grammar, above, at)), ("none", None)]
        quoted = _quoted_as(grammar, at)
        if quoted is not None:
            return [("quoted", quoted)]
        subject = grammar.child(above, "nsubj")
        if subject is not None and grammar.is_verb(above):
            found = _subject(grammar, above, subject)
            return [("inherited", span) for kind, span in found if kind != "wh"] + [("none", None)]
        passive = grammar.child(above, "nsubjpass")
        if passive is not None:
            return [("inherited", trim(grammar, grammar.subtree(passive))), ("none", None)]
        at = above
    return [("none", None)]


def _quoted_as(grammar: Grammar, verb: int) -> range | None:
    """The one quoted, in "cited two colleagues as saying"."""
    token = grammar.tokens[verb]
    if token.dep != "pcomp" or grammar.lower[token.head] != "as":
        return None
    quoted = grammar.child(grammar.tokens[token.head].head, "dobj")
    return trim(grammar, range(grammar.subtree(quoted).start, token.head)) if quoted is not None else None


def _noun_before(grammar: Grammar, noun: int, modifier: int) -> range | None:
    """The phrase around `noun`, up to where its modifier starts."""
    whole = grammar.subtree(noun)
    end = grammar.subtree(modifier).start
    return trim(grammar, range(whole.start, end)) if whole.start <= noun < end else None


def trim(grammar: Grammar, tokens: range) -> range | None:
    """The range without punctuation and conjunctions at its edges; quotation marks stay."""
    start, stop = tokens.start, tokens.stop
    while start < stop and grammar.lower[start] in _TRIM_LEFT:
        start += 1
    while start < stop and grammar.lower[stop - 1] in _TRIM_RIGHT:
        stop -= 1
    return range(start, stop) if start < stop else None


def cue_of(grammar: Grammar, verb: int, end: int | None = None) -> range:
    """The verb with its auxiliaries, negation and adverbs next to it, its particle, and on to `end`."""
    start = verb
    while (
        start > 0
        and grammar.tokens[start - 1].head == verb
        and grammar.tokens[start - 1].dep
        in (
            *AUXILIARY,
            "advmod",
        )
    ):
        start -= 1
    while start < verb and grammar.tokens[start].tag == "WRB":
        start += 1
    stop = verb + 1
    particle = grammar.child(verb, "prt")
    if particle == stop:
        stop += 1
    return range(start, max(stop, end or 0))


def of_verb(grammar: Grammar, verb: int) -> Iterator[Candidate]:
    """Candidates whose cue is this verb: one for each complement and each possible source."""
    who = sources(grammar, verb)
    cue = cue_of(grammar, verb)
    for frame, content, cue_end in _verb_frames(grammar, verb, cue):
        pieces = [p for p in (trim(grammar, c) for c in content) if p]
        if not pieces:
            continue
        whole = range(cue.start, max(cue.stop, cue_end))
        for kind, source in who:
            if source is None or not any(overlap(source, p) for p in pieces):
                yield Candidate(verb, frame, kind, source, whole, pieces)


def _verb_frames(grammar: Grammar, verb: int, cue: range) -> Iterator[tuple[str, Sequence[range], int]]:
    """(frame, content, where the cue ends)"""
    tokens = grammar.tokens
    whole = grammar.subtree(verb)
    dobj = grammar.child(verb, "dobj")
    for c in grammar.children[verb]:
        dep = tokens[c].dep
        if dep == "ccomp" and c != participle_before(grammar, verb):
            yield "ccomp", clause_of(grammar, verb, c), 0
        elif dep == "xcomp":
            yield "xcomp", [grammar.subtree(c)], 0
        elif dep in ("dobj", "oprd", "acomp", "attr") and c > verb:
            yield dep, [grammar.subtree(c)], 0
        elif dep == "prep" and c > verb:
            yield from _prep_frames(grammar, verb, c)
        elif dep == "advcl" and c > verb and c != dobj and tokens[c].tag != "VBG":
            yield "advcl", [grammar.subtree(c)], 0
    if dobj is not None and dobj > verb and not _hears(grammar, verb, dobj):
        end = whole.stop
        if grammar.subtree(dobj).stop < end:
            yield "dobj+", [range(grammar.subtree(dobj).start, end)], 0
    yield from _parenthetical(grammar, verb, cue)


def _hears(grammar: Grammar, verb: int, dobj: int) -> bool:
    """Whether the object is the one told, and no part of what is told: a clause follows it."""
    clause = grammar.child(verb, "ccomp")
    return clause is not None and clause > dobj and grammar.lemma(verb) in _TELLING


def _prep_frames(grammar: Grammar, verb: int, prep: int) -> Iterator[tuple[str, Sequence[range], int]]:
    inner = grammar.subtree(prep)
    content = range(prep + 1, inner.stop)
    name = f"prep:{grammar.lower[prep]}"
    if not content or any(_quoted_as(grammar, c) for c in grammar.children[prep]):
        return
    yield name, [content], prep + 1 if prep - verb <= 3 else 0
    dobj = grammar.child(verb, "dobj")
    if dobj is not None and verb < dobj < prep:
        yield f"dobj+{name}", [content], prep + 1


def clause_of(grammar: Grammar, verb: int, clause: int) -> list[range]:
    """A clause without the verb's own words, where those stand in its middle ("X, she said, Y")."""
    inner = grammar.subtree(clause)
    mark = grammar.child(clause, "mark")
    if mark is not None and verb < inner.start < mark < clause and grammar.lower[mark - 1] == ",":
        return [range(mark, inner.stop)]  # "told him, in May, that …": what stands before "that" is not what was told
    if not inner.start < verb < inner.stop:
        return [inner]
    own = [verb, *(c for c in grammar.children[verb] if c != clause and grammar.tokens[c].dep != "punct")]
    left = min((grammar.subtree(c).start if c != verb else c) for c in own)
    right = max((grammar.subtree(c).stop if c != verb else c + 1) for c in own)
    return [range(inner.start, max(inner.start, left)), range(min(inner.stop, right), inner.stop)]


def _parenthetical(grammar: Grammar, verb: int, cue: range) -> Iterator[tuple[str, Sequence[range], int]]:
    """ "X, as she said" and "X, she said, Y" where the parser hung the cue under the clause it introduces."""
    token = grammar.tokens[verb]
    if token.dep not in ("advcl", "parataxis", "ccomp") or token.head == verb:
        return
    if grammar.child(verb, "ccomp", "xcomp", "dobj") is not None:
        return
    clause = grammar.subtree(token.head)
    own = grammar.subtree(verb)
    mark = grammar.child(verb, "mark")
    name = grammar.lower[mark] if mark is not None else ""
    if token.dep == "ccomp" and own.stop != clause.stop and own.start != clause.start:
        return
    yield f"{token.dep}:{name}", [range(clause.start, own.start), range(own.stop, clause.stop)], 0


def according(grammar: Grammar, i: int) -> Iterator[Candidate]:
    """ "according to X": X is the source of the clause beside it."""
    if i + 1 >= len(grammar.tokens) or grammar.lower[i + 1] != "to":
        return
    noun = grammar.child(i + 1, "pobj")
    if noun is None:
        noun = grammar.child(i, "pobj")
    if noun is None:
        return
    whole = grammar.subtree(noun)
    source = trim(grammar, range(i + 2, max(whole.stop, noun + 1)))
    sentence = grammar.sentences[grammar.sentence_of[i]]
    if source is None:
        return
    own = range(i, source.stop)
    head = i
    for _ in range(8):
        above = grammar.tokens[head].head
        if above == head:
            break
        head = above
        if grammar.is_verb(head):
            clause = grammar.subtree(head)
            pieces = _around(grammar, clause, own)
            if pieces:
                yield Candidate(i, "according:clause", "subject", source, range(i, i + 2), pieces)
            break
    pieces = _around(grammar, range(sentence.start, sentence.stop), own)
    if pieces:
        yield Candidate(i, "according:sentence", "subject", source, range(i, i + 2), pieces)


def _around(grammar: Grammar, clause: range, own: range) -> list[range]:
    parts = (range(clause.start, min(own.start, clause.stop)), range(max(own.stop, clause.start), clause.stop))
    return [p for p in (trim(grammar, part) for part in parts) if p]


def overlap(a: range, b: range) -> bool:
    """Whether two ranges share a token."""
    return a.start < b.stop and b.start < a.stop
