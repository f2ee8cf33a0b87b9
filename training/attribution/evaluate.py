"""Score a checkpoint on articles held out from training, with the corpus's own measure.

`python -m training.attribution.evaluate --checkpoint FILE --minilm DIR --gold dev.jsonl --scorer score.py`
"""

import argparse
import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.attribution.network import LABELS, Attributor
from training.attribution.train import collate
from training.attribution.windows import B_CONTENT, B_SOURCE, I_CONTENT, I_SOURCE, Window, windows_of

Scores = NDArray[np.float32]


def cue_spans(scores: Scores, bias: float) -> list[tuple[int, int]]:
    """Cues (first word, last word + 1) from tag scores (words, 3: outside, begin, inside).

    `bias` is added to begin and inside: higher finds more cues, with more false ones among them.
    """
    tags = (scores + np.array([0.0, bias, bias], np.float32)).argmax(1)
    found: list[tuple[int, int]] = []
    for place, tag in enumerate(tags):
        if tag == 2 and found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        elif tag:
            found.append((place, place + 1))
    return found


def best_path(scores: Scores, start: Scores, end: Scores, step: Scores) -> list[int]:
    """The likeliest labels of one cue's words (Viterbi); an inside label only after its own begin or inside."""
    allowed = step.copy()
    for inside, begin in ((I_SOURCE, B_SOURCE), (I_CONTENT, B_CONTENT)):
        allowed[[i for i in range(LABELS) if i not in (inside, begin)], inside] = -1e4
    first = start.copy()
    first[[I_SOURCE, I_CONTENT]] = -1e4
    alpha, back = first + scores[0], []
    for row in scores[1:]:
        reached = alpha[:, None] + allowed
        back.append(reached.argmax(0))
        alpha = reached.max(0) + row
    path = [int((alpha + end).argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans_of(path: Sequence[int], begin: int, words: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Character spans of one role in a path of labels."""
    spans: list[list[int]] = []
    for place, label in enumerate(path):
        if label == begin or (label == begin + 1 and (not place or path[place - 1] not in (begin, begin + 1))):
            spans.append([words[place][0], words[place][1]])
        elif label == begin + 1:
            spans[-1][1] = words[place][1]
    return spans


def predict(model: Attributor, window: Window, bias: float) -> list[dict[str, list[list[int]]]]:
    """The attributions of one window; each word keeps one role only, that of the cue which is surest of it."""
    bare = Window(window.article, window.pieces, window.shapes, window.quotes, window.firsts, window.words, [], [])
    batch = collate([bare])
    vectors = model.encoder(batch.pieces, batch.shapes, batch.quotes, batch.mask)
    words = vectors[0, batch.firsts[0]]
    cues = cue_spans(model.cue_tags(words).numpy(), bias)
    if not cues:
        return []
    none = [[0] * len(window.words)] * len(cues)
    asked = collate(
        [Window(window.article, window.pieces, window.shapes, window.quotes, window.firsts, window.words, cues, none)]
    )
    of_cue = words[None].expand(len(cues), -1, -1)
    centre = (of_cue * asked.cue_words[..., None]).sum(1)
    scores = model.roles(of_cue, centre, asked.distances, asked.in_cue, asked.words[asked.owner]).numpy()
    chain = [p.detach().numpy() for p in (model.chain.start, model.chain.end, model.chain.step)]
    found = []
    for cue, row in zip(cues, scores, strict=True):
        for a, b in cues:  # no cue is in another's source or content
            row[a:b, 1:] = -1e4
        path = best_path(row, *chain)
        found.append(
            {
                "source": spans_of(path, B_SOURCE, window.words),
                "cue": [[window.words[cue[0]][0], window.words[cue[1] - 1][1]]],
                "content": spans_of(path, B_CONTENT, window.words),
            }
        )
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--bias", type=float, nargs="+", default=[0.0])
    options = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", options.scorer)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    tokenizer = Tokenizer.from_file(str(options.minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    state: dict[str, Tensor] = torch.load(options.checkpoint)
    model = Attributor()
    model.load_state_dict(state.get("average", state))
    model.eval()
    gold = {a["id"]: a for a in map(json.loads, options.gold.read_text(encoding="utf-8").splitlines())}
    for bias in options.bias:
        predicted = {}
        for article in gold.values():
            found = []
            with torch.no_grad():
                for window in windows_of(article["id"], article["text"], [], tokenizer):
                    found += predict(model, window, bias)
            predicted[article["id"]] = {"attributions": found}
        print(f"bias {bias}")
        for name, (p, r, f) in scorer.score(gold, predicted).items():
            print(f"  {name:16}{100 * p:8.1f}{100 * r:8.1f}{100 * f:8.1f}")


if __name__ == "__main__":
    main()
