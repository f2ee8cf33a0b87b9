"""Train the reader of inner voices on what the shipped encoder makes of words: `python -m training.attribution.inner`.

The encoder stays as it is, so what it reads as outermost is untouched and a pass over the text serves both. Two heads
are trained on its vectors: a tagger of cues at any depth, and a tagger of roles that begins as the one that ships.
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its customary name
from numpy.typing import NDArray
from torch import Tensor, nn

from sayso.encode import Attributor as Shipped
from sayso.find.blocks import find_blocks
from training.attribution.invented import Inventor, Lent
from training.attribution.nesting import Marks, Nested, marks_within, retold, sentences
from training.attribution.network import DISTANCE, WIDTH, Attributor, Chain, Roles

NEAR = 48
"""words on either side of a cue, as the program reads them"""
HIDDEN = 192
Places = NDArray[np.int64]

_BRACKETS = re.compile(r"[\[\]{}\n]")


class InnerCues(nn.Module):
    """The score of each word to be in a cue of any voice, however deep inside of others."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.first, self.last = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor) -> Tensor:
        """(…, width) → (…)."""
        scores: Tensor = self.last(self.dropout(F.gelu(self.first(words))))
        return scores.squeeze(-1)


class Inner(nn.Module):
    """Both heads."""

    def __init__(self) -> None:
        super().__init__()
        self.cues = InnerCues()
        self.roles = Roles()
        self.chain = Chain()


@dataclass(frozen=True, slots=True)
class Example:
    """A window: vectors of its words; for each 1 in a cue, 0 in none, -1 unknown; cues with the labels of all words."""

    vectors: NDArray[np.float16]
    tags: NDArray[np.int8]
    cues: Sequence[tuple[int, int]]
    labels: Sequence[NDArray[np.int8]]


def lent(articles: Sequence[Mapping[str, object]]) -> Lent:
    """What articles lend to invented sentences."""
    clauses, contents = [], []
    inside = Counter(w for a in articles for w in re.findall(r"(?<=[a-z,] )[\w’']+", str(a["text"])))
    for article in articles:
        text, attributions = str(article["text"]), _attributions(article)
        for a, b in sentences(text):
            words = text[a:b]
            whole, broken = marks_within(attributions, (a, b))
            if (
                whole
                or broken
                or not 25 < len(words) < 160
                or words[-1] != "."
                or words.endswith(("Mr.", "Ms.", "Mrs.", "Dr."))
                or words.count(" ") < 4
                or _BRACKETS.search(words)
                or "“" in words
            ):
                continue
            clauses.append(_small(words[:-1], inside))
        for marks in attributions:
            if len(marks["content"]) == 1:
                a, b = marks["content"][0]
                words = text[a:b]
                if 8 < b - a < 120 and not _BRACKETS.search(words):
                    contents.append(words.rstrip(" .,"))

    def beginning(pattern: str) -> list[str]:
        return [c for c in contents if re.match(pattern, c)]

    verbs = r"\b(?:is|are|was|were|has|had|will|would|can|could|should)\b"
    return Lent(
        clauses,
        [c.removeprefix("to ") for c in beginning(r"to [a-z]+")],
        beginning(r"[a-z]{3,}ing\b "),
        [c for c in beginning(r"(?:the|a|an|his|her|their) ") if len(c) < 60 and not re.search(verbs, c)],
        beginning(r"(?:whether|how|why|what|when|who) "),
    )


def _small(words: str, inside: Mapping[str, int]) -> str:
    """With a small first letter, where the first word is mostly written so within sentences."""
    first = words.split(" ", 1)[0].rstrip(",")
    plain = first != "I" and inside.get(first.lower(), 0) > inside.get(first, 0)
    return (words[0].lower() + words[1:]) if plain else words


def _attributions(article: Mapping[str, object]) -> list[Marks]:
    found = article["attributions"]
    assert isinstance(found, list)
    return found


def examples(told: Nested, shipped: Shipped) -> Iterator[Example]:
    """The windows of a text as the shipped encoder reads them, with what is known of their words."""
    for reading in shipped.read(told.text, tuple(find_blocks(told.text))):
        starts = np.array([w.start for w in reading.words])
        ends = np.array([w.end for w in reading.words])

        tags = np.where(_touched(starts, ends, told.unknown), -1, 0).astype(np.int8)
        cues, labels = [], []
        for marks in told.marks:
            cue = np.flatnonzero(_touched(starts, ends, marks["cue"]))
            if not len(cue):
                continue
            tags[cue] = 1
            label = np.zeros(len(starts), np.int8)
            for role, begin in (("source", 1), ("content", 3)):
                for span in marks[role]:
                    held = np.flatnonzero(_touched(starts, ends, [span]))
                    held = held[(held < cue[0]) | (held > cue[-1])]
                    label[held] = begin + 1
                    if len(held):
                        label[held[0]] = begin
            cues.append((int(cue[0]), int(cue[-1]) + 1))
            labels.append(label)
        yield Example(reading.vectors.astype(np.float16), tags, cues, labels)


def _touched(starts: Places, ends: Places, spans: Sequence[Sequence[int]]) -> NDArray[np.bool_]:
    """Of words by their first and last code points those that the spans touch."""
    found = np.zeros(len(starts), np.bool_)
    for a, b in spans:
        found |= (starts < b) & (ends > a)
    return found


def corpus(file: Path, seed: int, share: float, most: int) -> list[Example]:
    """The windows of `most` articles, in which some sentences are retold and some invented."""
    articles = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    rng = random.Random(seed)  # noqa: S311 - no secret
    inventor = Inventor(lent(articles), seed)
    shipped = Shipped()
    found: list[Example] = []
    for article in rng.sample(articles, min(most, len(articles))):
        told = retold(article["text"], _attributions(article), rng, inventor.sentence, share)
        found.extend(examples(told, shipped))
    return found


def cue_loss(model: Inner, group: Sequence[Example]) -> Tensor:
    """Over all words that are known."""
    vectors = torch.from_numpy(np.concatenate([e.vectors for e in group]).astype(np.float32))
    tags = torch.from_numpy(np.concatenate([e.tags for e in group]).astype(np.float32))
    known = tags >= 0
    return F.binary_cross_entropy_with_logits(model.cues(vectors[known]), tags[known])


def role_loss(model: Inner, group: Sequence[Example], most: int, rng: random.Random) -> Tensor:
    """Over some cues of the windows, each with the words near it."""
    held = [(e, n) for e in group for n in range(len(e.cues))]
    held = rng.sample(held, min(most, len(held)))
    count = 2 * NEAR
    words = torch.zeros(len(held), count, WIDTH)
    centre = torch.zeros(len(held), WIDTH)
    distances, in_cue, labels = (torch.zeros(len(held), count, dtype=torch.long) for _ in range(3))
    mask = torch.zeros(len(held), count, dtype=torch.bool)
    for k, (example, n) in enumerate(held):
        first, last = example.cues[n]
        size = len(example.tags)
        length = min(size, count)
        start = min(max((first + last) // 2 - NEAR, 0), size - length)
        near = np.arange(start, start + length)
        words[k, :length] = torch.from_numpy(example.vectors[near].astype(np.float32))
        centre[k] = torch.from_numpy(example.vectors[first:last].astype(np.float32).mean(0))
        apart = np.minimum(near - first, 0) + np.maximum(near - last + 1, 0)
        distances[k, :length] = torch.from_numpy(np.clip(apart, -DISTANCE, DISTANCE) + DISTANCE)
        cues = (example.tags[near] == 1) * 2
        cues[(near >= first) & (near < last)] = 1
        in_cue[k, :length] = torch.from_numpy(cues.astype(np.int64))
        label = example.labels[n][near].astype(np.int64)
        labels[k, :length] = torch.from_numpy(_begun(label))
        mask[k, :length] = True
    scores = model.roles(words, centre, distances, in_cue, mask)
    return model.chain.loss(scores, labels, mask).mean()


def _begun(label: NDArray[np.int64]) -> NDArray[np.int64]:
    """With a begin where a role that began before the first word goes on."""
    if len(label) and label[0] in (2, 4):
        label = label.copy()
        label[0] -= 1
    return label


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", type=Path, required=True, help="train.jsonl of the attribution corpus")
    parser.add_argument(
        "--start", type=Path, required=True, help="the shipped checkpoint, whose roles are gone on from"
    )
    parser.add_argument("--out", type=Path, required=True, help="file for the heads")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--share", type=float, default=0.3, help="of sentences retold, and as many invented")
    parser.add_argument("--articles", type=int, default=420)
    parser.add_argument("--cues", type=int, default=24, help="cues of each batch whose roles are trained")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    choices = {name: getattr(options, name) for name in ("seed", "epochs", "articles", "share", "cues")}
    options.out.with_suffix(".json").write_text(json.dumps(choices, indent=1), encoding="utf-8")
    state: dict[str, Tensor] = torch.load(options.start)
    whole = Attributor()
    whole.load_state_dict(state.get("average", state))
    model = Inner()
    model.roles.load_state_dict(whole.roles.state_dict())
    model.chain.load_state_dict(whole.chain.state_dict())
    held = corpus(options.train, options.seed, options.share, options.articles)
    steps = options.epochs * -(-len(held) // 8)
    print(f"{len(held)} windows, {sum(len(e.cues) for e in held)} cues, {steps} steps", flush=True)
    optimizer = torch.optim.AdamW(
        [
            {"params": model.cues.parameters(), "lr": 1e-3},
            {"params": [*model.roles.parameters(), *model.chain.parameters()], "lr": 5e-4},
        ],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    rng = random.Random(options.seed)  # noqa: S311 - no secret
    step, shown, began = 0, [0.0, 0.0], time.time()
    for _ in range(options.epochs):
        rng.shuffle(held)
        for at in range(0, len(held), 8):
            group = held[at : at + 8]
            step += 1
            losses = (cue_loss(model, group), role_loss(model, group, options.cues, rng))
            optimizer.zero_grad()
            (losses[0] * 4 + losses[1] * 0.25).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            shown = [s * 0.98 + loss.item() * 0.02 for s, loss in zip(shown, losses, strict=True)]
            if step % 50 == 0:
                pace = (time.time() - began) / step
                print(f"step {step}/{steps} cues {shown[0]:.4f} roles {shown[1]:.3f} {pace:.2f} s", flush=True)
                torch.save(model.state_dict(), options.out)
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main()
