"""MiniLM's weights → the sentence encoder in the package: `python -m training.sentence_model --minilm DIR`.

Nothing is trained: all-MiniLM-L6-v2 as it was published, put together from ONNX Runtime's fused operators, its matrices
and word embeddings in 8 bits, the mean over pieces and the unit length inside the graph. Writes the file, the record
with its hash, and the card.
"""

import argparse
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor

from sayso.encode.files import RECORD, digest_of
from sayso.encode.sentences import folder
from training.attribution.graph import EPSILON, Graph, add_layer
from training.attribution.network import LAYERS, WIDTH

NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "last_norm",
}
"""What the published file calls the parts of a layer, and what our graph does."""


def renamed(published: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The published weights by the names of our graph."""
    state = {name: values for name, values in published.items() if name.startswith("embeddings.")}
    for number in range(LAYERS):
        for theirs, ours in NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = published[f"encoder.layer.{number}.{theirs}.{part}"]
    return state


def sentence_graph(state: Mapping[str, Tensor]) -> onnx.ModelProto:
    """Pieces and mask (batch, pieces) → vectors of unit length (batch, 384)."""
    graph = Graph(state)
    pieces = graph.add("Gather", [graph.bias("embeddings.word_embeddings.weight"), "pieces"], "of pieces")
    plain = graph.of("embeddings.position_embeddings.weight") + graph.of("embeddings.token_type_embeddings.weight")[0]
    zero = graph.kept("zero", np.array([0], np.int64))
    length = graph.add("Shape", ["pieces"], "length", start=1, end=2)
    places = graph.add("Slice", [graph.kept("places and type", plain), zero, length, zero], "of places")
    norm = [graph.bias(f"embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
    summed = graph.add("Add", [pieces, places], "sum")
    x = graph.add("LayerNormalization", [summed, *norm], "embedded", epsilon=EPSILON, axis=-1)
    mask = graph.add("Cast", ["mask"], "mask32", to=TensorProto.INT32)
    for number in range(LAYERS):
        x = add_layer(graph, f"layers.{number}.", x, mask)
    seen = graph.add("Cast", ["mask"], "mask of numbers", to=TensorProto.FLOAT)
    row = graph.add("Unsqueeze", [seen, graph.kept("one", np.array([1], np.int64))], "row")
    total = graph.add("MatMul", [row, x], "total")  # its direction is that of the mean
    flat = graph.add("Squeeze", [total, "one"], "flat")
    graph.add("LpNormalization", [flat], "vectors", axis=-1, p=2)
    return graph.model(
        {"pieces": TensorProto.INT64, "mask": TensorProto.BOOL}, {"vectors": ["batch", WIDTH]}, title="sentences"
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--out", type=Path, default=folder())
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    file = options.out / "sentences.onnx"
    with tempfile.TemporaryDirectory() as kept:
        whole = Path(kept) / "sentences.onnx"
        onnx.save(sentence_graph(renamed(load_file(options.minilm / "model.safetensors"))), whole)
        settings = {"DefaultTensorType": TensorProto.FLOAT}
        # Seven of the eight bits: processors without VNNI overflow with all, and others would give other vectors.
        quantize_dynamic(
            whole, file, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, extra_options=settings
        )
    digest = digest_of(file)
    (options.out / RECORD).write_text(json.dumps({"files": {file.name: digest}}, indent=1) + "\n", encoding="utf-8")
    card = Path(__file__).with_name("sentence_card.md").read_text(encoding="utf-8")
    (options.out / "CARD.md").write_text(card.format(digest=digest), encoding="utf-8")


if __name__ == "__main__":
    main()
