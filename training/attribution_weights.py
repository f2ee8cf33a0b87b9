"""Makes the word lists and weights of the attribution finder from the training part of PolNeAR.

`python -m training.attribution_weights` reads shared/attribution/train.jsonl, keeps the parse in build/ (ignored by
git), and writes src/sayso/find/lexicon/{verbs,cue-nouns,cue-adjectives}.txt and attribution.json: words and numbers,
none of the corpus's text. Needs scikit-learn (in the `bench` extra through textacy).
"""

import json
import pickle
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sayso.find.attribution import all_candidates
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.quotes import find_quotes
from sayso.find.attribution.score import features
from sayso.find.blocks import find_blocks
from sayso.find.parse import NameSpan, Parsed, Parser, Token
from sayso.model.span import Span

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "attribution"
LEXICON = ROOT / "src" / "sayso" / "find" / "lexicon"
LEAST_FEATURE = 5
LEAST_WORD = 3
LEAST_WEIGHT = 0.13
STRENGTH = 0.2

Roles = Mapping[str, Sequence[Sequence[int]]]
Gold = dict[str, set[int]]


class Annotated(TypedDict):
    """A line of the corpus."""

    id: str
    text: str
    attributions: list[Roles]


def parsed_corpus(part: str) -> list[tuple[Annotated, tuple[Span, ...], Parsed]]:
    """The documents of a part with their blocks and parse, from build/ if they were parsed before."""
    cache = ROOT / "build" / f"parsed-{part}.pickle"
    documents = [json.loads(line) for line in (CORPUS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]
    if not cache.exists():
        parser = Parser()
        kept = []
        for document in documents:
            parsed = parser.parse(document["text"], find_blocks(document["text"]))
            tokens = [tuple(t) for t in parsed.tokens]
            names = [(n.span.start, n.span.end, n.label) for n in parsed.names]
            kept.append((tokens, [(s.start, s.stop) for s in parsed.sentences], names))
        cache.parent.mkdir(exist_ok=True)
        cache.write_bytes(pickle.dumps(kept))
    kept_before = pickle.loads(cache.read_bytes())  # noqa: S301 - written by this script
    result = []
    for document, (tokens, sentences, names) in zip(documents, kept_before, strict=True):
        children: list[list[int]] = [[] for _ in tokens]
        for t in (Token(*t) for t in tokens):
            if t.head != t.i:
                children[t.head].append(t.i)
        parsed = Parsed(
            tuple(Token(*t) for t in tokens),
            tuple(range(a, b) for a, b in sentences),
            tuple(NameSpan(Span(a, b), label) for a, b, label in names),
            tuple(map(tuple, children)),
        )
        result.append((document, tuple(find_blocks(document["text"])), parsed))
    return result


def word_lists(corpus: list[tuple[Annotated, tuple[Span, ...], Parsed]]) -> None:
    """Base forms of verbs, and the nouns and adjectives that head a cue."""
    verbs: Counter[str] = Counter()
    heads: dict[str, Counter[str]] = {"N": Counter(), "J": Counter()}
    for document, _, parsed in corpus:
        cues = [tuple(c) for a in document["attributions"] for c in a["cue"]]
        starts = {t.start: t for t in parsed.tokens}
        for t in parsed.tokens:
            if t.tag in ("VB", "VBP") and t.lower.isalpha() and len(t.lower) > 1:
                verbs[t.lower] += 1
        for start, end in cues:
            inside = [starts[i] for i in range(start, end) if i in starts]
            if inside and not any(t.tag.startswith("V") and t.dep not in ("aux", "auxpass") for t in inside[-1:]):
                for t in inside:
                    if t.tag[0] in heads and t.lower.isalpha():
                        heads[t.tag[0]][t.lower] += 1
    note = "# From counts over the training part of PolNeAR (words alone); made by training/attribution_weights.py.\n"
    for name, counts in (("verbs", verbs), ("cue-nouns", heads["N"]), ("cue-adjectives", heads["J"])):
        kept = sorted(w for w, n in counts.items() if n >= LEAST_WORD)
        (LEXICON / f"{name}.txt").write_text(note + "\n".join(kept) + "\n", encoding="utf-8")


def gold_words(parsed: Parsed, attribution: Roles) -> Gold:
    """The token indexes of each role, punctuation left out."""
    return {
        role: {
            t.i
            for a, b in attribution[role]
            for t in parsed.tokens
            if t.start < b and a < t.end and any(c.isalnum() for c in t.text)
        }
        for role in ("source", "cue", "content")
    }


def overlap(a: set[int], b: set[int]) -> float:
    """Intersection over union; 1 for two empty sets."""
    return len(a & b) / len(a | b) if a | b else 1.0


def examples(document: Annotated, blocks: tuple[Span, ...], parsed: Parsed) -> list[tuple[list[str], float]]:
    """Features and label (source and content overlap by half, cues share a word) of every candidate."""
    quotes = find_quotes(document["text"], blocks)
    grammar = Grammar(parsed, quotes)
    by_cue: dict[int, Gold] = {}
    for attribution in document["attributions"]:
        gold = gold_words(parsed, attribution)
        for i in gold["cue"]:
            by_cue[i] = gold
    alnum = [any(c.isalnum() for c in t.text) for t in parsed.tokens]
    rows = []
    for c in all_candidates(grammar, quotes, blocks):
        gold_found = next((by_cue[i] for i in (c.head, *c.cue) if i in by_cue), None)
        label = 0.0
        if gold_found:
            content = {i for r in c.content for i in r if alnum[i]}
            source = {i for i in c.source or () if alnum[i]}
            if overlap(content, gold_found["content"]) >= 0.5 and overlap(source, gold_found["source"]) >= 0.5:
                label = 1.0
        rows.append((features(grammar, c), label))
    return rows


def main() -> None:
    """Write the lists, then the weights."""
    corpus = parsed_corpus("train")
    if "--lists" in sys.argv:
        word_lists(corpus)
    names: Counter[str] = Counter()
    rows = [row for entry in corpus for row in examples(*entry)]
    for found, _ in rows:
        names.update(set(found))
    vectors = DictVectorizer()
    table = vectors.fit_transform([{f: 1.0 for f in found if names[f] >= LEAST_FEATURE} for found, _ in rows])
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    labels = [label for _, label in rows]
    print(len(rows), "candidates,", int(sum(labels)), "attributions,", table.shape[1], "features", flush=True)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=200).fit(table, labels)
    weights = {
        name: round(float(w), 2)
        for name, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(w) >= LEAST_WEIGHT
    }
    weights["bias"] = round(float(model.intercept_[0]), 2)
    text = json.dumps(dict(sorted(weights.items())), ensure_ascii=False, indent=0, separators=(",", ":"))
    (LEXICON / "attribution.json").write_text(text + "\n", encoding="utf-8")
    print(len(weights), "weights,", len(text) // 1024, "KiB")


if __name__ == "__main__":
    main()
