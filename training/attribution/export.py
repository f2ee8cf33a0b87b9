"""A checkpoint → the files in the package: `python -m training.attribution.export --checkpoint FILE --minilm DIR`.

Two ONNX graphs: the encoder with the cue tagger (weights of its matrices and its word embeddings in 8 bits), and the
tagger of roles (32 bits); the vocabulary; model.json with the parameters of the decoder and the files' hashes; and the
model card, from card.md, with the same hashes and the choices made in training.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.encode.files import RECORD, digest_of, folder
from training.attribution.network import WIDTH, Attributor

OPSET = 17
WHAT = {
    "encoder.onnx": "pieces → a vector and scores of cue tags for each word",
    "roles.onnx": "vectors and cues → scores of each label for each word",
    "vocabulary.txt": "MiniLM's word pieces, one a line",
}


class Reader(nn.Module):
    """The encoder and the cue tagger, as one graph."""

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, pieces: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor, firsts: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(batch, pieces) … and `firsts` (batch, words) → vectors (batch, words, width), tag scores (…, 3)."""
        vectors = self.model.encoder(pieces, shapes, quotes, mask)
        words = vectors.gather(1, firsts[..., None].expand(-1, -1, WIDTH))
        return words, self.model.cue_tags(words)


class Roles(nn.Module):
    """The tagger of roles for the cues of one window."""

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.roles = model.roles

    def forward(self, words: Tensor, means: Tensor, distances: Tensor, in_cue: Tensor) -> Tensor:
        """`words` (words, width), the others (cues, words); `means` averages each cue's words. (cues, words, labels)"""
        return self.roles(words[None], means @ words, distances, in_cue, torch.ones_like(means))


def export(model: Attributor, out: Path, vocabulary: Path, training: str) -> None:
    """Write all files of the model into the folder `out`; `training` says in words how it was trained."""
    model.eval()
    pieces = torch.randint(5, 1000, (2, 40))
    small = pieces % 3
    mask = torch.ones(2, 40, dtype=torch.bool)
    firsts = torch.arange(30).expand(2, -1)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        whole = Path(kept) / "encoder.onnx"
        torch.onnx.export(
            Reader(model),
            (pieces, small, small, mask, firsts),
            whole,
            input_names=["pieces", "shapes", "quotes", "mask", "firsts"],
            output_names=["vectors", "tags"],
            dynamic_axes={
                **{name: {0: "batch", 1: "pieces"} for name in ("pieces", "shapes", "quotes", "mask")},
                **{name: {0: "batch", 1: "words"} for name in ("firsts", "vectors", "tags")},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(whole, out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8)
    means = torch.rand(3, 30)
    numbers = torch.randint(0, 3, (3, 30))
    torch.onnx.export(
        Roles(model),
        (torch.rand(30, WIDTH), means, numbers, numbers),
        out / "roles.onnx",
        input_names=["words", "means", "distances", "in_cue"],
        output_names=["scores"],
        dynamic_axes={
            "words": {0: "words"},
            **{name: {0: "cues", 1: "words"} for name in ("means", "distances", "in_cue", "scores")},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    shutil.copyfile(vocabulary, out / "vocabulary.txt")
    chain = model.chain
    record: dict[str, dict[str, object]] = {
        "chain": {"start": chain.start.tolist(), "end": chain.end.tolist(), "step": chain.step.tolist()},
        "files": {name: digest_of(out / name) for name in ("encoder.onnx", "roles.onnx", "vocabulary.txt")},
    }
    (out / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    table = "\n".join(f"| `{name}` | {WHAT[name]} | `{digest}` |" for name, digest in record["files"].items())
    card = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    (out / "CARD.md").write_text(card.format(files=table, training=training), encoding="utf-8")


def as_words(choices: dict[str, float]) -> str:
    """The choices of a run, in a sentence."""
    return (
        "`python -m training.attribution.train`: "
        + ", ".join(f"{k.replace('_', ' ')} {v:g}" for k, v in choices.items())
        + "."
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True, help="beside its choices.json")
    parser.add_argument("--minilm", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--out", type=Path, default=folder())
    options = parser.parse_args()
    state: dict[str, Tensor] = torch.load(options.checkpoint)
    model = Attributor()
    model.load_state_dict(state.get("average", state))
    choices = json.loads((options.checkpoint.parent / "choices.json").read_text(encoding="utf-8"))
    export(model, options.out, options.minilm / "vocab.txt", as_words(choices))


if __name__ == "__main__":
    main()
