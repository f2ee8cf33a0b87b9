"""Finding copies: reprints made by editing news articles, beside pairs that only look alike, and how the time grows.

    python -m benchmarks.copies

The articles are the training part of PolNeAR; copies are made from them here, nothing of them is kept.
"""

import itertools
import json
import random
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.table import SHARED, rows, write
from sayso.model.document import Metadata
from sayso.weigh.copies import find_copies
from sayso.weigh.source import Source

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_EDITS = (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4)
_LEFT = (0.0, 0.2, 0.3, 0.4, 0.6, 0.8, 1.01)
_WANTED = 0.3
_PER_EDIT = 40
_SIZES = (500, 1000, 2000, 4000, 8000)


@dataclass(frozen=True, slots=True)
class _Case:
    """`texts` by name and the `articles` each was made of; pairs that are `copies` with the share of the copy's runs
    of three words that is left, and pairs that are only `alike` with what they have in common.
    """

    texts: Mapping[str, str]
    articles: Mapping[str, frozenset[str]]
    copies: Mapping[frozenset[str], float]
    alike: Mapping[frozenset[str], str]


def main() -> None:
    """Measure, print and keep docs/measured/copies.md."""
    path = SHARED / "attribution" / "train.jsonl"
    with path.open(encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for line in lines]
    case = _case([text for text in articles if 150 <= len(_WORD.findall(text)) <= 1500])
    ours = _ours(case.texts)
    baseline = _jaccard_pairs(case.texts, 0.5)
    own = _ours(dict(_named(articles)))
    lines_out = [
        f"{len(case.copies)} copies of news articles, made by cutting the end, moving paragraphs, replacing words and "
        "changing the opening, among the articles themselves and pairs that are no copies though they share words. "
        "The baseline calls two documents copies if their runs of three words have a Jaccard index of at least 0.5, "
        "and compares all pairs.",
        "",
        *rows(("runs of three words left", "copies", "found", "found by the baseline"), _by_left(case, ours, baseline)),
        "",
        *rows(("no copies", "pairs", "called copies", "by the baseline"), _by_likeness(case, ours, baseline)),
        "",
        *rows(("", "precision", "recall"), [_figures("Sayso", case, ours), _figures("baseline", case, baseline)]),
        "",
        f"Recall is of the copies with at least 30 % left. Among the {len(articles)} articles as they are, {len(own)} "
        "pairs are called copies: reprints and new editions of one article, and one that is mostly a box of links.",
        "",
        *rows(("documents", "words", "seconds of one core"), [_growth(articles, size) for size in _SIZES]),
        "",
        "Growth is measured on documents put together at random from the sentences of all articles.",
    ]
    write("copies", "Copies of documents", lines_out)


def _named(articles: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place, text in enumerate(articles):
        yield f"a{place:04}", text


def _case(articles: Sequence[str]) -> _Case:
    dice = random.Random(20)
    made_from, rest = articles[:12], articles[12:]
    texts = dict(_named(rest))
    bases = {name: frozenset((name,)) for name in texts}
    copies: dict[frozenset[str], float] = {}
    alike: dict[frozenset[str], str] = {}
    vocabulary = [word for text in articles[:200] for word in _WORD.findall(text)]
    names = sorted(texts)
    for share in _EDITS:
        for name in dice.sample(names, _PER_EDIT):
            copy = f"c{len(copies):04}"
            texts[copy], bases[copy] = _edited(texts[name], share, vocabulary, dice), frozenset((name,))
            copies[frozenset((name, copy))] = _left(texts[name], texts[copy])
    speech = re.sub(r"[“”\"]", "", " ".join(_sentences(made_from[0])[:12]))
    release = " ".join(_sentences(made_from[1])[:25])
    notice = " ".join(_sentences(made_from[2])[-3:])
    filing = " ".join(sentence for text in made_from[3:] for sentence in _sentences(text))
    texts["release"], texts["filing"] = release, filing
    bases["release"], bases["filing"] = frozenset(("release",)), frozenset(("filing",))
    for kind in ("one speech quoted", "a release quoted in part", "one notice at the end", "a filing excerpted"):
        made: list[str] = []
        for name in dice.sample(names, 20):
            body, new = _sentences(texts[name]), f"{kind} {name}"
            half = len(body) // 2
            if kind == "one speech quoted":
                body[half:half] = [f"“{speech}”"]
            elif kind == "a release quoted in part":
                cut = dice.randrange(0, 20)
                body[half:half] = _sentences(release)[cut : cut + 4]
                alike[frozenset((new, "release"))] = kind
            elif kind == "one notice at the end":
                body = [*body[:20], notice]
            else:
                cut = dice.randrange(0, 60)
                body[half:half] = _sentences(filing)[cut : cut + 6]
                alike[frozenset((new, "filing"))] = kind
            texts[new], bases[new] = " ".join(body), frozenset((name,))
            alike.update((frozenset((new, other)), kind) for other in made)
            made.append(new)
    return _Case(texts, bases, copies, alike)


def _left(text: str, copy: str) -> float:
    one, other = sorted((_triples(text), _triples(copy)), key=len)
    return len(one & other) / max(1, len(one))


def _edited(text: str, share: float, vocabulary: Sequence[str], dice: random.Random) -> str:
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    kept = paragraphs[: max(3, int(len(paragraphs) * dice.uniform(0.6, 1.0)))]
    if share and len(kept) > 4:
        at = dice.randrange(1, len(kept) - 1)
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    kept[0] = " ".join(dice.choice(vocabulary) for _ in range(12)) + ". " + kept[0]
    return "\n\n".join(
        _WORD.sub(lambda m: dice.choice(vocabulary) if dice.random() < share else m[0], part) for part in kept
    )


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?”])\s+", text) if part]


def _ours(texts: Mapping[str, str]) -> set[frozenset[str]]:
    found = find_copies([_source(name, text) for name, text in texts.items()])
    return {frozenset((copy.first, copy.second)) for copy in found}


def _source(name: str, text: str) -> Source:
    return Source(name, name, "text/plain", Metadata(), text, (), (), {}, (), (), (), {})


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _jaccard_pairs(texts: Mapping[str, str], least: float) -> set[frozenset[str]]:
    triples = {name: _triples(text) for name, text in texts.items()}
    names = sorted(triples, key=lambda name: len(triples[name]))
    found = set()
    for place, name in enumerate(names):
        mine = triples[name]
        for other in names[place + 1 :]:
            theirs = triples[other]
            if len(mine) < least * len(theirs):
                break
            both = len(mine & theirs)
            if both >= least * (len(mine) + len(theirs) - both):
                found.add(frozenset((name, other)))
    return found


def _by_left(case: _Case, ours: set[frozenset[str]], baseline: set[frozenset[str]]) -> list[list[str]]:
    table = []
    for least, most in itertools.pairwise(_LEFT):
        pairs = [pair for pair, left in case.copies.items() if least <= left < most]
        table.append(
            [
                f"{least:.0%} to {min(most, 1):.0%}",
                str(len(pairs)),
                *(_share(pairs, found) for found in (ours, baseline)),
            ]
        )
    return table


def _by_likeness(case: _Case, ours: set[frozenset[str]], baseline: set[frozenset[str]]) -> list[list[str]]:
    table = []
    for kind in dict.fromkeys(case.alike.values()):
        pairs = [pair for pair, what in case.alike.items() if what == kind]
        table.append([kind, str(len(pairs)), *(str(sum(p in found for p in pairs)) for found in (ours, baseline))])
    return table


def _figures(name: str, case: _Case, found: set[frozenset[str]]) -> list[str]:
    wanted = {pair for pair, left in case.copies.items() if left >= _WANTED}
    right = len(found & case.copies.keys())
    wrong = sum(_is_wrong(case, pair) for pair in found)
    return [name, f"{right / max(1, right + wrong):.3f}", f"{len(found & wanted) / len(wanted):.3f}"]


def _is_wrong(case: _Case, pair: frozenset[str]) -> bool:
    """The corpus has copies of its own: only pairs with a made text count, and whatever was made of one is alike."""
    first, second = sorted(pair)
    one, other = case.articles[first], case.articles[second]
    return not one & other and not (len(first) == len(second) == len("a0000"))


def _share(pairs: Sequence[frozenset[str]], found: set[frozenset[str]]) -> str:
    return f"{sum(pair in found for pair in pairs) / len(pairs):.2f}"


def _growth(articles: Sequence[str], size: int) -> list[str]:
    dice = random.Random(size)
    pool = [sentence for text in articles for sentence in _sentences(text)]
    sources = [_source(f"d{place:05}", " ".join(dice.choices(pool, k=20))) for place in range(size)]
    start = time.process_time()
    find_copies(sources)
    seconds = time.process_time() - start
    return [f"{size:,}", f"{sum(len(source.text.split()) for source in sources):,}", f"{seconds:.1f}"]


if __name__ == "__main__":
    main()
