"""The network as ONNX Runtime runs it fastest on a processor: one graph of the encoder and the cue tagger, one of the
tagger of roles, one of the tagger of inner cues.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from onnx import TensorProto
from torch import Tensor

from training.attribution.graph import EPSILON, FUSED, Graph, Matrix
from training.attribution.network import HEAD_WIDTH, HEADS, LABELS, LAYERS, WIDTH
from training.attribution.smoothing import normed, scales

HEAD_EPSILON = 1e-5
END = 1 << 30


def encoder_graph(state: Mapping[str, Tensor], inner: Sequence[Matrix]) -> onnx.ModelProto:
    """Pieces, their shapes, quotation states, and words' first pieces → vectors and cue tag scores of words, all of one
    window (1, …): none is padded. `inner` are the largest inner values of each layer (smoothing.py).
    """
    graph = Graph(state)
    x = _embedded(graph)
    norm = "encoder.norm"
    for layer in range(LAYERS):
        at = f"encoder.layers.{layer}."
        x = _layer(graph, at, x, norm, inner[layer])
        norm = f"{at}last_norm"
    graph.add("Gather", [x, "firsts"], "vectors", axis=1)
    graph.linear("cue_tags", "vectors", "tags")
    window = dict.fromkeys(("pieces", "shapes", "quotes"), (1, "pieces"))
    return graph.model(
        dict.fromkeys((*window, "firsts"), TensorProto.INT64),
        {"vectors": [1, "words", WIDTH], "tags": [1, "words", 3]},
        shapes={**window, "firsts": ["words"]},
    )


def _embedded(graph: Graph) -> str:
    pieces = graph.add("Gather", [graph.bias("encoder.pieces.weight"), "pieces"], "of pieces")
    plain = graph.of("encoder.shapes.weight") + graph.of("encoder.types.weight")[0]
    shapes = graph.add("Gather", [graph.kept("shapes and type", plain), "shapes"], "of shapes")
    quotes = graph.add("Gather", [graph.bias("encoder.quotes.weight"), "quotes"], "of quotes")
    length = graph.add("Shape", ["pieces"], "length", start=1, end=2)
    zero = graph.numbers("zero", 0)
    places = graph.add("Slice", [graph.bias("encoder.places.weight"), zero, length, zero], "of places")
    x = graph.add("Sum", [pieces, shapes, quotes, places], "embeddings")
    return _normal(graph, "encoder.norm", x, EPSILON)


def _layer(graph: Graph, at: str, x: str, before: str, inner: Matrix) -> str:
    """A block of BERT: attention, then two matrices, each with what it was given added and normalised.

    `before` names the normalisation that `x` comes from.
    """
    parts = [f"{at}{name}" for name in ("query", "key", "value")]
    weights = np.concatenate([graph.of(f"{p}.weight").T for p in parts], 1)
    biases = graph.kept(f"{at}attention bias", np.concatenate([graph.of(f"{p}.bias") for p in parts]))
    bare = _smoothed(graph, f"{at}attention", x, weights, _largest(graph, before))
    whole = graph.add("Add", [bare, biases], f"{at}attention whole")
    thirds = graph.add_many("Split", [whole, graph.numbers("thirds", WIDTH, WIDTH, WIDTH)], parts, axis=2)
    seen = graph.add("MultiHeadAttention", thirds, f"{at}seen", FUSED, num_heads=HEADS)
    x = _added(graph, f"{at}norm", graph.linear(f"{at}output", seen, f"{at}output"), x)
    up = _smoothed(graph, f"{at}up", x, graph.of(f"{at}up.weight").T, _largest(graph, f"{at}norm"))
    bent = graph.add("FastGelu", [up, graph.bias(f"{at}up.bias")], f"{at}bent", FUSED)
    down = _smoothed(graph, f"{at}down", bent, graph.of(f"{at}down.weight").T, inner)
    down = graph.add("Add", [down, graph.bias(f"{at}down.bias")], f"{at}down")
    return _added(graph, f"{at}last_norm", down, x)


def _smoothed(graph: Graph, name: str, x: str, matrix: Matrix, largest: Matrix) -> str:
    """A matrix whose inputs are made alike in size before."""
    by = scales(largest, matrix)
    alike = graph.add("Mul", [x, graph.kept(f"{name} scales", 1 / by)], f"{name} alike")
    return graph.add("MatMul", [alike, graph.kept(f"{name} matrix", matrix * by[:, None])], f"{name} bare")


def _largest(graph: Graph, norm: str) -> Matrix:
    return normed(graph.of(f"{norm}.weight"), graph.of(f"{norm}.bias"))


def _added(graph: Graph, norm: str, x: str, before: str) -> str:
    # As "Sum" and not as "Add" it is not fused with the norm, which would be three times as slow.
    return _normal(graph, norm, graph.add("Sum", [x, before], f"{norm} given"), EPSILON)


def _normal(graph: Graph, name: str, x: str, epsilon: float) -> str:
    scale, shift = graph.bias(f"{name}.weight"), graph.bias(f"{name}.bias")
    return graph.add("LayerNormalization", [x, scale, shift], f"{name} done", epsilon=epsilon, axis=-1)


def roles_graph(state: Mapping[str, Tensor]) -> onnx.ModelProto:
    """Vectors of a window's words (words, width) and, for each cue, a mean over its words (cues, words); which words
    are near the cue, how far each of them is, whether it is in a cue (cues, near) → scores (cues, near, labels).
    """
    graph = Graph(state)
    cues = graph.add("MatMul", ["means", "words"], "of cues")
    middle = graph.numbers("middle", 1)

    def of_cue(name: str) -> str:
        return graph.add("Unsqueeze", [graph.linear(f"roles.{name}", cues, name), middle], f"{name} of each")

    def of_word(name: str) -> str:
        return graph.add("Gather", [graph.linear(f"roles.{name}", "words", name), "near"], f"{name} near")

    gate = graph.add("Mul", [of_word("word_gate"), of_cue("cue_gate")], "gate")
    # One table of both embeddings is looked up once.
    tables = [graph.of(f"roles.{name}.weight") for name in ("distance", "in_cue")]
    both = (tables[0][:, None] + tables[1][None]).reshape(-1, HEAD_WIDTH)
    row = graph.add("Mul", ["distances", graph.numbers("states", len(tables[1]))], "rows")
    row = graph.add("Add", [row, "in_cue"], "row")
    place = graph.add("Gather", [graph.kept("places", both), row], "place")
    x = graph.add("Sum", [place, gate, of_cue("cue"), of_word("word")], "sum")
    x = graph.add("Gelu", [_normal(graph, "roles.norm", x, HEAD_EPSILON)], "bent", FUSED)
    for name, apart in (("near", 1), ("far", 2)):
        x = graph.add("Sum", [x, _convolved(graph, f"roles.{name}", x, apart)], f"{name} added")
    graph.linear("roles.score", x, "scores")
    near = dict.fromkeys(("near", "distances", "in_cue"), ("cues", "near"))
    return graph.model(
        {**dict.fromkeys(("words", "means"), TensorProto.FLOAT), **dict.fromkeys(near, TensorProto.INT64)},
        {"scores": ["cues", "near", LABELS]},
        shapes={**near, "words": ["words", WIDTH], "means": ["cues", "words"]},
    )


def inner_cues_graph(state: Mapping[str, Tensor]) -> onnx.ModelProto:
    """Vectors of a window's words (words, width) → how likely each is in a cue of any voice (words,)."""
    graph = Graph(state)
    bent = graph.add("Gelu", [graph.linear("cues.first", "words", "first")], "bent", FUSED)
    score = graph.add("Squeeze", [graph.linear("cues.last", bent, "score"), graph.numbers("last", 1)], "scores")
    graph.add("Sigmoid", [score], "probabilities")
    return graph.model({"words": TensorProto.FLOAT}, {"probabilities": ["words"]}, shapes={"words": ["words", WIDTH]})


def _convolved(graph: Graph, name: str, x: str, apart: int) -> str:
    """A convolution over five words, `apart` from each other, as one matrix over the five side by side."""
    weight = graph.of(f"{name}.weight")
    margin = weight.shape[2] // 2 * apart
    wide = graph.add("Pad", [x, graph.numbers(f"{name} margins", 0, margin, 0, 0, margin, 0)], f"{name} wide")
    beside = []
    for place in range(weight.shape[2]):
        first = graph.numbers(f"{name} first {place}", place * apart)
        end = graph.numbers(f"{name} end {place}", place * apart - 2 * margin or END)
        beside.append(graph.add("Slice", [wide, first, end, graph.numbers("middle", 1)], f"{name} {place}"))
    five = graph.add("Concat", beside, f"{name} five", axis=2)
    matrix = graph.kept(f"{name} matrix", weight.transpose(2, 1, 0).reshape(-1, weight.shape[0]))
    whole = graph.add("Add", [graph.add("MatMul", [five, matrix], f"{name} bare"), graph.bias(f"{name}.bias")], name)
    return graph.add("Gelu", [whole], f"{name} bent", FUSED)
