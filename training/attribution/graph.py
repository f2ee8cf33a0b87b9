"""An ONNX graph as it is put together, and a layer of BERT in ONNX Runtime's fused operators.

What PyTorch exports is the same arithmetic in hundreds of small steps; this runs faster.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from training.attribution.network import HEADS

OPSET = 17
FUSED = "com.microsoft"
EPSILON = 1e-12

Matrix = NDArray[np.float32]
Shape = Sequence[str | int]


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
        return self.add_many(operator, inputs, [output], domain, **settings)[0]

    def add_many(
        self, operator: str, inputs: Sequence[str], outputs: Sequence[str], domain: str = "", **settings: object
    ) -> Sequence[str]:
        """Add a step of several outputs; gives their names."""
        self._nodes.append(helper.make_node(operator, list(inputs), list(outputs), domain=domain, **settings))
        return outputs

    def linear(self, name: str, x: str, output: str) -> str:
        """Add a matrix of the network and its bias."""
        bare = self.add("MatMul", [x, self.matrix(f"{name}.weight")], f"{output} bare")
        return self.add("Add", [bare, self.bias(f"{name}.bias")], output)

    def numbers(self, name: str, *values: int) -> str:
        """Keep whole numbers under a name."""
        return self.kept(name, np.array(values, np.int64))

    def model(
        self,
        inputs: Mapping[str, int],
        outputs: Mapping[str, Shape],
        title: str = "attributions",
        shapes: Mapping[str, Shape] = MappingProxyType({}),
    ) -> onnx.ModelProto:
        """The finished model; `inputs` with their types, all (batch, pieces) but those of `shapes`."""
        graph = helper.make_graph(
            self._nodes,
            title,
            [
                helper.make_tensor_value_info(name, kind, shapes.get(name, ["batch", "pieces"]))
                for name, kind in inputs.items()
            ],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            list(self._weights.values()),
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)


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
