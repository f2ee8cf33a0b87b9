"""A checkpoint → the files in the package: `python -m training.attribution.export`.

Four ONNX graphs: the encoder with the cue tagger (weights of its matrices and its word embeddings in 8 bits), the
tagger of roles, and both taggers for inner voices (32 bits); the vocabulary; model.json with the parameters of the
decoders and the files' hashes; and the model card, from card.md, with the same hashes and the choices made in training.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from sayso.encode.files import RECORD, digest_of, folder
from sayso.encode.pieces import WordPieces
from sayso.encode.windows import windows
from sayso.find.blocks import find_blocks
from training.attribution.graphs import encoder_graph, inner_cues_graph, roles_graph
from training.attribution.inner import Inner
from training.attribution.network import Attributor, Chain
from training.attribution.smoothing import inner_values
from training.attribution.train import CLS, SEP

CALIBRATED = 10
"""articles"""

WHAT = {
    "encoder.onnx": "pieces → a vector and scores of cue tags for each word",
    "roles.onnx": "vectors and cues → scores of each label for each word",
    "inner_cues.onnx": "vectors → how likely each word is in a cue, however deep inside of others",
    "inner_roles.onnx": "the same as roles.onnx, for cues inside of what others say",
    "vocabulary.txt": "MiniLM's word pieces, one a line",
}


def export(model: Attributor, inner: Inner, out: Path, vocabulary: Path, texts: Sequence[str], training: str) -> None:
    """Write all files of the model into the folder `out`. By `texts` it is seen how large inner values get; `training`
    says in words how it was trained.
    """
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    cutter = WordPieces.from_file(vocabulary)
    largest = inner_values(
        model, [w for text in texts for w in windows(text, tuple(find_blocks(text)), cutter)], CLS, SEP
    )
    with tempfile.TemporaryDirectory() as kept:
        whole = Path(kept) / "encoder.onnx"
        onnx.save(encoder_graph(model.state_dict(), largest), whole)
        settings = {"DefaultTensorType": TensorProto.FLOAT}
        quantize_dynamic(
            whole, out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8, extra_options=settings
        )
    onnx.save(roles_graph(model.state_dict()), out / "roles.onnx")
    onnx.save(inner_cues_graph(inner.state_dict()), out / "inner_cues.onnx")
    onnx.save(roles_graph(inner.state_dict()), out / "inner_roles.onnx")
    shutil.copyfile(vocabulary, out / "vocabulary.txt")
    record: dict[str, dict[str, object]] = {
        "chain": _parameters(model.chain),
        "inner_chain": _parameters(inner.chain),
        "files": {name: digest_of(out / name) for name in WHAT},
    }
    (out / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    table = "\n".join(f"| `{name}` | {WHAT[name]} | `{digest}` |" for name, digest in record["files"].items())
    card = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    (out / "CARD.md").write_text(card.format(files=table, training=training), encoding="utf-8")


def _parameters(chain: Chain) -> dict[str, object]:
    return {"start": chain.start.tolist(), "end": chain.end.tolist(), "step": chain.step.tolist()}


def as_words(choices: Mapping[str, object], script: str) -> str:
    """The choices of a run of a script, in words."""
    told = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in choices.items() if value != "")
    return f"`python -m training.attribution.{script}` with {told}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True, help="beside its choices.json")
    parser.add_argument("--inner", type=Path, required=True, help="the heads of inner voices, beside their choices")
    parser.add_argument("--after", type=Path, nargs="*", default=[], help="folders of the runs that it went on from")
    parser.add_argument("--minilm", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--train", type=Path, required=True, help="train.jsonl of the attribution corpus")
    parser.add_argument("--out", type=Path, default=folder())
    options = parser.parse_args()
    state: dict[str, Tensor] = torch.load(options.checkpoint)
    model = Attributor()
    model.load_state_dict(state.get("average", state))
    runs = [*options.after, options.checkpoint.parent]
    choices = [json.loads((run / "choices.json").read_text(encoding="utf-8")) for run in runs]
    lines = options.train.read_text(encoding="utf-8").splitlines()[:CALIBRATED]
    texts = [json.loads(line)["text"] for line in lines]
    heads = Inner()
    heads.load_state_dict(torch.load(options.inner))
    inner_choices = json.loads(options.inner.with_suffix(".json").read_text(encoding="utf-8"))
    training = "; then ".join(as_words(c, "train") for c in choices)
    training += f". The taggers for inner voices: {as_words(inner_choices, 'inner')}."
    export(model, heads, options.out, options.minilm / "vocab.txt", texts, training)


if __name__ == "__main__":
    main()
