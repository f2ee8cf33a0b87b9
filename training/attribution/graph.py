"""The encoder and the cue tagger as an ONNX graph, built from ONNX Runtime's fused operators.

What PyTorch exports is the same arithmetic in hundreds of small steps; this runs somewhat faster.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from training.attribution.network import HEADS, LAYERS, WIDTH

OPSET = 17
FUSED = "com.microsoft"
EPSILON = 1e-12

Matrix = NDArray[np.float32]


class Graph:
    """Nodes and weights as they are put together."""

    def __init__(self, state: Mapping[str, Tensor]) -> None:
        self._state = state
        self._nodes: list[onnx.NodeProto] = []
        self._weights: dict[str, onnx.TensorProto] = {}

    def of(self, name: str) -> Matrix:
        """The weights of a part of the network, by PyTorch's name."""
        return self._state[name].numpy().astype(np.float32)

    def kept(self, name: str, values: NDArray[np.generic]) -> str:
        """Keep an array under a name."""
        self._weights[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def bias(self, name: str) -> str:
        """Keep a vector of the network."""
        return self.kept(name, self.of(name))

    def matrix(self, name: str) -> str:
        """Keep a matrix of the network, inputs first."""
        return self.kept(name, self.of(name).T)

    def add(self, operator: str, inputs: Sequence[str], output: str, domain: str = "", **settings: object) -> str:
        """Add a step; gives the name of its output."""
        self._nodes.append(helper.make_node(operator, list(inputs), [output], domain=domain, **settings))
        return output

    def model(
        self, inputs: Mapping[str, int], outputs: Mapping[str, Sequence[str | int]], title: str = "attributions"
    ) -> onnx.ModelProto:
        """The finished model; `inputs` with their types, all (batch, pieces) but `firsts` (batch, words)."""

        def shape(name: str) -> list[str]:
            return ["batch", "words" if name == "firsts" else "pieces"]

        graph = helper.make_graph(
            self._nodes,
            title,
            [helper.make_tensor_value_info(name, kind, shape(name)) for name, kind in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, s) for name, s in outputs.items()],
            list(self._weights.values()),
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def encoder_graph(state: Mapping[str, Tensor]) -> onnx.ModelProto:
    """Pieces, their shapes, quotation states, mask, and words' first pieces → vectors and cue tag scores of words."""
    graph = Graph(state)
    x = _embedded(graph)
    mask = graph.add("Cast", ["mask"], "mask32", to=TensorProto.INT32)
    for layer in range(LAYERS):
        x = add_layer(graph, f"encoder.layers.{layer}.", x, mask)
    places = graph.add("Unsqueeze", ["firsts", graph.kept("axis", np.array([2], np.int64))], "places")
    shape = graph.add(
        "Concat",
        [graph.add("Shape", ["firsts"], "counts"), graph.kept("width", np.array([WIDTH], np.int64))],
        "shape",
        axis=0,
    )
    graph.add("GatherElements", [x, graph.add("Expand", [places, shape], "spread")], "vectors", axis=1)
    tags = graph.add("MatMul", ["vectors", graph.matrix("cue_tags.weight")], "bare tags")
    graph.add("Add", [tags, graph.bias("cue_tags.bias")], "tags")
    numbers = dict.fromkeys(("pieces", "shapes", "quotes"), TensorProto.INT64)
    return graph.model(
        {**numbers, "mask": TensorProto.BOOL, "firsts": TensorProto.INT64},
        {"vectors": ["batch", "words", WIDTH], "tags": ["batch", "words", 3]},
    )


def _embedded(graph: Graph) -> str:
    pieces = graph.add("Gather", [graph.bias("encoder.pieces.weight"), "pieces"], "of pieces")
    plain = graph.of("encoder.shapes.weight") + graph.of("encoder.types.weight")[0]
    shapes = graph.add("Gather", [graph.kept("shapes and type", plain), "shapes"], "of shapes")
    quotes = graph.add("Gather", [graph.bias("encoder.quotes.weight"), "quotes"], "of quotes")
    length = graph.add("Shape", ["pieces"], "length", start=1, end=2)
    zero = graph.kept("zero", np.array([0], np.int64))
    places = graph.add("Slice", [graph.bias("encoder.places.weight"), zero, length, zero], "of places")
    x = graph.add("Add", [graph.add("Add", [pieces, shapes], "sum 1"), quotes], "sum 2")
    return graph.add(
        "LayerNormalization",
        [graph.add("Add", [x, places], "sum 3"), graph.bias("encoder.norm.weight"), graph.bias("encoder.norm.bias")],
        "embedded",
        epsilon=EPSILON,
        axis=-1,
    )


def add_layer(graph: Graph, at: str, x: str, mask: str) -> str:
    """A block of BERT: attention, then two matrices, each with what it was given added and normalised."""
    parts = [f"{at}{name}" for name in ("query", "key", "value")]
    weights = graph.kept(f"{at}attention", np.concatenate([graph.of(f"{p}.weight").T for p in parts], 1))
    biases = graph.kept(f"{at}attention bias", np.concatenate([graph.of(f"{p}.bias") for p in parts]))
    seen = graph.add("Attention", [x, weights, biases, mask], f"{at}seen", FUSED, num_heads=HEADS)
    x = _added(graph, at, "output", "norm", seen, x)
    up = graph.add("MatMul", [x, graph.matrix(f"{at}up.weight")], f"{at}up")
    return _added(
        graph, at, "down", "last_norm", graph.add("BiasGelu", [up, graph.bias(f"{at}up.bias")], f"{at}gelu", FUSED), x
    )


def _added(graph: Graph, at: str, matrix: str, norm: str, x: str, before: str) -> str:
    out = graph.add("MatMul", [x, graph.matrix(f"{at}{matrix}.weight")], f"{at}{matrix}")
    scale, shift = (graph.bias(f"{at}{norm}.{name}") for name in ("weight", "bias"))
    inputs = [out, before, scale, shift, graph.bias(f"{at}{matrix}.bias")]
    return graph.add("SkipLayerNormalization", inputs, f"{at}{norm}", FUSED, epsilon=EPSILON)
