"""Fits the linear model that says which candidates of the events finder are events.

`python -m training.event_choice` reads the passages at even places of shared/events/dev.jsonl, the part `develop` of
benchmarks/sets/legal-payment.jsonl, 27 further passages of the report in shared/mueller that were marked for Sayso by
the guide of shared/events (training/event-passages.jsonl: how their paragraphs start, and the events), and, of
shared/attribution/train.jsonl, the documents named in training/event-labels.tsv. Its lines are a document's id, the
offset of a trigger (code points), and what a reader, a language model, says by the guide of what was found there: 1 for
an event, 0 for none, 2 for an event told with the wrong people, kind or status; these last are not learned from. None
of the articles that benchmarks/events_news.py measures on is among them. It prints what fitting without an eighth of
the documents gives there, and writes src/sayso/find/lexicon/event-choice.json: weights by feature. Needs scikit-learn.
"""

import csv
import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from benchmarks.events import OWN, Marked, Passage, passages, scorer
from benchmarks.events_news import document as article
from benchmarks.table import ROOT, SHARED
from lxml import html
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from sayso.find import find
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.learned import Learned
from sayso.find.attribution.quotes import find_quotes
from sayso.find.blocks import find_blocks
from sayso.find.events.choice import LEAST, features
from sayso.find.events.merging import Telling
from sayso.find.events.reading import read_tellings
from sayso.find.headings import run_in_headings
from sayso.find.parse import Parser
from sayso.model.document import Document

MODEL = ROOT / "src" / "sayso" / "find" / "lexicon" / "event-choice.json"
LABELS = ROOT / "training" / "event-labels.tsv"
MARKED = ROOT / "training" / "event-passages.jsonl"
STRENGTH = 0.05
"""the inverse of the weight of the squared weights"""
LEAST_SEEN = 3
"""a feature of fewer examples is left out"""
LEAST_WEIGHT = 0.02
FOLDS = 8
OWN_TIMES = 3
"""how often each candidate of our own sentences counts, which are few and hold most payments and charges"""

Example: TypeAlias = tuple[Sequence[str], bool]


class Reader:
    """Reads the candidates of documents; loads its models once."""

    def __init__(self) -> None:
        self._parser, self._learned = Parser(), Learned.shipped()

    def candidates(self, document: Document) -> list[tuple[Sequence[str], Marked]]:
        """The features of every candidate, and the candidate as an event."""
        found = find(document, self._parser, self._learned)
        text = document.text.hidden(found.boilerplate)
        blocks = find_blocks(text)
        blocks = find_blocks(text, tuple(run_in_headings(text, blocks)))
        parsed = self._parser.parse(text, blocks)
        grammar = Grammar(parsed, find_quotes(text, blocks))
        named = (found.entities, found.dates, found.statements)
        tellings = read_tellings(text, blocks, grammar, *named, document, found.citations)
        return [(features(grammar, t), _marked(grammar, t)) for t in tellings]


def _marked(grammar: Grammar, telling: Telling) -> Marked:
    candidate, tokens = telling.candidate, grammar.tokens
    sentence = grammar.sentences[telling.sentence]
    return Marked(
        kind=candidate.kind.value,
        trigger=[tokens[candidate.trigger.start].start, tokens[candidate.trigger.stop - 1].end],
        participants=[p.name for p in candidate.parties],
        date=telling.when.edtf if telling.when else None,
        status=telling.status.value,
        according_to=list(telling.according_to),
        evidence=[tokens[sentence.start].start, tokens[sentence.stop - 1].end],
    )


def examples(read: Sequence[tuple[Sequence[str], Marked]], gold: Sequence[Marked]) -> list[Example]:
    """Candidates that pair with an annotated event, and those that could pair with none; second tellings left out."""
    measure = scorer()
    events = [event for _, event in read]
    right = {id(ours) for _, ours in measure.pair(gold, events)}
    found: list[Example] = []
    for names, event in read:
        again = any(
            measure.family(g["kind"]) == measure.family(event["kind"])
            and measure.overlap(g["evidence"], event["evidence"])
            and measure.jaccard(g["participants"], event["participants"]) >= 0.5
            for g in gold
        )
        if id(event) in right or not again:
            found.append((names, id(event) in right))
    return found


def marked_passages() -> list[Passage]:
    """The further passages of the report, put together from its paragraphs; footnote marks are no words of them."""
    report = html.parse(SHARED / "mueller" / "vol1.html", html.HTMLParser(encoding="utf-8")).getroot()
    for mark in list(report.iter("sup")):
        mark.drop_tree()
    paragraphs = [" ".join(p.text_content().split()) for p in report.iter("p")]
    found = []
    for line in MARKED.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        texts = [next(p for p in paragraphs if p.startswith(start)) for start in raw["paragraphs"]]
        found.append(Passage(raw["id"], "2019-03", "\n\n".join(texts), raw["events"]))
    return found


def labelled(reader: Reader) -> list[list[Example]]:
    """Candidates of news articles with a reader's label, by article."""
    labels: dict[str, dict[int, bool]] = {}
    for name, start, label in csv.reader(LABELS.open(encoding="utf-8"), delimiter="\t"):
        labels.setdefault(name, {})
        if label != "2":
            labels[name][int(start)] = label == "1"
    found = []
    for line in (SHARED / "attribution" / "train.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        if raw["id"] in labels:
            known, read = labels[raw["id"]], reader.candidates(article(raw["id"], raw["text"]))
            found.append([(names, known[e["trigger"][0]]) for names, e in read if e["trigger"][0] in known])
    return found


def fit(held: Sequence[Example]) -> Mapping[str, float]:
    """Weights by feature."""
    seen = Counter(name for names, _ in held for name in set(names))
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(
        [{name: 1 for name in names if seen[name] >= LEAST_SEEN} for names, _ in held],
    )
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=3000).fit(rows, [y for _, y in held])
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {str(name): round(float(w), 3) for name, w in weights if abs(w) >= LEAST_WEIGHT}


def check(documents: Sequence[Sequence[Example]]) -> None:
    """Print what the model says of documents that it was not fitted on."""
    order = list(range(len(documents)))
    random.Random(3).shuffle(order)  # noqa: S311
    said: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        out = set(order[fold::FOLDS])
        weights = fit([e for n, some in enumerate(documents) if n not in out for e in some])
        said += [(sum(weights.get(f, 0.0) for f in names), y) for n in sorted(out) for names, y in documents[n]]
    right = sum((score > 0) is y for score, y in said)
    area = roc_auc_score([y for _, y in said], [score for score, _ in said])
    print(f"documents left out: {right} of {len(said)} candidates right, area under the curve {area:.3f}")


def main() -> None:
    """Fit, and write the weights."""
    reader = Reader()
    held = [*passages(SHARED / "events" / "dev.jsonl")[0::2], *marked_passages()]
    report = [examples(reader.candidates(p.document()), p.events) for p in held]
    own = [p for p in passages(OWN) if p.part == "develop"]
    others = [examples(reader.candidates(p.document()), p.events) for p in own] * OWN_TIMES
    news = labelled(reader)
    for documents in (report, news, [*report, *news]):
        check(documents)
    everything = [e for some in (*report, *others, *news) for e in some]
    weights = fit(everything)
    print(
        f"{len(everything)} candidates, {sum(y for _, y in everything)} events, {len(weights)} weights; least {LEAST}"
    )
    MODEL.write_text(json.dumps(dict(sorted(weights.items())), indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
