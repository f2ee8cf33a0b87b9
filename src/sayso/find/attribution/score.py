"""How likely a candidate is an attribution: a logistic model over its words and construction.

The weights (lexicon/attribution.json) were fitted on the training part of PolNeAR by training/attribution_weights.py;
the probability is that the candidate's source, cue and content are those of an annotated attribution.
"""

from collections.abc import Mapping
from math import exp

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar

_PRONOUNS = frozenset(("PRP", "PRP$", "WP", "WDT", "DT", "EX"))
_LENGTHS = (2, 4, 7, 12, 20, 35)


def probability(features: list[str], weights: Mapping[str, float]) -> float:
    """The probability under the model; features that the model does not know add nothing."""
    total = weights["bias"]
    for feature in features:
        total += weights.get(feature, 0.0)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


LEAST = 0.1
"""Candidates below it are as good as never right"""
TURN = 0.9
"""Labels of speakers need no model."""


def features(grammar: Grammar, candidate: Candidate) -> list[str]:
    """The names of what is true of a candidate."""
    tokens, lower = grammar.tokens, grammar.lower
    head = tokens[candidate.head]
    lemma, frame, kind = grammar.lemma(candidate.head), candidate.frame, candidate.kind
    first = candidate.content[0]
    source = _source(grammar, candidate.source)
    side = "<" if first.start < candidate.head else ">"
    size = sum(len(p) for p in candidate.content)
    length = sum(size > limit for limit in _LENGTHS)
    quoted = _quoted(grammar, candidate)
    opening = lower[first.start] if first else ""
    above = grammar.lemma(head.head) if head.head != head.i else "-"
    found = [
        f"l={lemma}",
        f"f={frame}",
        f"lf={lemma} {frame}",
        f"t={head.tag}",
        f"lt={lemma} {head.tag}",
        f"ft={frame} {head.tag}",
        f"d={head.dep}",
        f"df={head.dep} {frame}",
        f"k={kind} {source}",
        f"kf={kind} {frame}",
        f"lk={lemma} {kind}",
        f"kd={kind} {head.dep}",
        f"n={length} {frame}",
        f"s={side} {frame}",
        f"q={quoted}",
        f"qf={quoted} {frame}",
        f"o={opening} {frame}",
        f"a={above} {head.dep}",
        f"in={grammar.quote_of[candidate.head] >= 0}",
        f"inq={grammar.quote_of[candidate.head] >= 0} {frame}",
        f"sl={_source_length(candidate.source)} {kind}",
        f"near={min(3, abs(first.start - candidate.cue.stop))} {frame}",
    ]
    if grammar.tokens[candidate.head].i and grammar.sentence_of[candidate.head] == 0:
        found.append("first sentence")
        found.append(f"first {head.tag}")
    for c in grammar.children[candidate.head]:
        dep = tokens[c].dep
        if dep == "neg":
            found.append("neg")
        elif dep == "mark":
            found.append(f"m={lower[c]}")
        elif dep == "aux":
            found.append(f"x={lower[c]}")
        elif dep == "auxpass":
            found.append("passive")
            found.append(f"p={lemma}")
        elif dep in ("dobj", "dative", "prep") and not any(c in p for p in candidate.content):
            found.append(f"and {dep} {frame}")
    if candidate.source is not None:
        found.append(f"w={lower[_head_of(grammar, candidate.source)]}")
        found.append(f"sq={grammar.quote_of[candidate.source.start] >= 0}")
    return found


def _source(grammar: Grammar, source: range | None) -> str:
    if source is None:
        return "none"
    head = grammar.tokens[_head_of(grammar, source)]
    if head.tag in _PRONOUNS:
        return "it" if grammar.lower[head.i] in ("it", "that", "this", "there", "which") else "pronoun"
    return head.name or ("proper" if head.tag.startswith("NNP") else "noun")


def _head_of(grammar: Grammar, tokens: range) -> int:
    for i in tokens:
        if grammar.tokens[i].head not in tokens or grammar.tokens[i].head == i:
            return i
    return tokens.start


def _source_length(source: range | None) -> int:
    return 0 if source is None else sum(len(source) > limit for limit in (0, 1, 3, 8, 20))


def _quoted(grammar: Grammar, candidate: Candidate) -> str:
    inside = sum(grammar.quote_of[i] >= 0 for p in candidate.content for i in (p.start, p.stop - 1))
    return "none" if not inside else "all" if inside == 2 * len(candidate.content) else "part"
