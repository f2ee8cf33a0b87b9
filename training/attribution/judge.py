"""Fits the two models that choose among readings of a cue: `python -m training.attribution.judge --part dev`.

Writes src/sayso/find/lexicon/attribution-judge.json. The encoder has learned the training part nearly by heart, and
what it says there is surer than what it says of anything new; so these few weights (about 40 for each model) are
fitted on the development part, and the figures of docs/measured are given with each article judged by weights that
were fitted on others.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sayso.encode import Attributor
from sayso.find.attribution import scored_candidates
from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.judge import Features, JudgeWeights, unit_features
from sayso.find.attribution.learned import Learned
from sayso.find.attribution.quotes import find_quotes
from sayso.find.attribution.tagged import units
from sayso.find.lexicon import weights
from sayso.find.parsed import Parsed
from sayso.model.span import Span
from training.attribution_weights import LEXICON, Roles, gold_words, overlap, parsed_corpus

STRENGTH = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate's features, whether it is right, and whether it is exact."""

    features: Features
    right: bool
    exact: bool


def examples(
    text: str, attributions: Sequence[Roles], blocks: Sequence[Span], parsed: Parsed, learned: Learned
) -> Iterator[Example]:
    """Every candidate of every cue of an article, beside its annotated `attributions`."""
    quotes = find_quotes(text, blocks)
    grammar = Grammar(parsed, quotes)
    by_cue = {i: gold for gold in (gold_words(parsed, a) for a in attributions) for i in gold["cue"]}
    scored = list(scored_candidates(grammar, quotes, blocks, learned.linear))
    for unit in units(grammar, learned.encoder.read(text, blocks), scored, learned.encoder):
        for weighed, features in zip(unit.weighed, unit_features(grammar, unit), strict=True):
            own = _roles(grammar, weighed.candidate)
            wanted = next((by_cue[i] for i in weighed.candidate.cue if i in by_cue), None)
            right = wanted is not None and all(overlap(own[r], wanted[r]) >= 0.5 for r in ("source", "content"))
            yield Example(features, right, own == wanted)


def _roles(grammar: Grammar, candidate: Candidate) -> dict[str, set[int]]:
    def words(ranges: Sequence[range]) -> set[int]:
        return {i for r in ranges for i in r if grammar.is_word[i]}

    return {
        "source": words([candidate.source] if candidate.source else []),
        "cue": words([candidate.cue]),
        "content": words(candidate.content),
    }


def fit(rows: Sequence[Example]) -> JudgeWeights:
    """The weights of both models."""
    vectors = DictVectorizer()
    table = vectors.fit_transform([row.features for row in rows])

    def model(labels: Sequence[bool]) -> Mapping[str, float]:
        fitted = LogisticRegression(C=STRENGTH, max_iter=5000).fit(table, labels)
        named = zip(vectors.get_feature_names_out(), fitted.coef_[0], strict=True)
        return {**{str(n): round(float(w), 3) for n, w in named}, "bias": round(float(fitted.intercept_[0]), 3)}

    return JudgeWeights(right=model([r.right for r in rows]), exact=model([r.exact for r in rows]))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--model", type=Path, default=None, help="folder of the encoder; by default the one that ships")
    options = parser.parse_args()
    learned = Learned(Attributor(options.model), weights("attribution"), JudgeWeights({}, {}))
    rows = [
        example
        for article, blocks, parsed in parsed_corpus(options.part)
        for example in examples(article["text"], article["attributions"], blocks, parsed, learned)
    ]
    text = json.dumps(msgspec.to_builtins(fit(rows)), indent=1, sort_keys=True)
    (LEXICON / "attribution-judge.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(rows):,} candidates, {sum(r.right for r in rows):,} right, {sum(r.exact for r in rows):,} exact")


if __name__ == "__main__":
    main()
