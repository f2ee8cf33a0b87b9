"""Scales that make numbers of a layer alike in size before they are rounded to 8 bits (SmoothQuant, Xiao et al. 2023).

A matrix's inputs are rounded with one scale for all; a few that are always large leave the others few steps. Each input
is divided by a number of its own, by which its row of the matrix is multiplied.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from sayso.encode.windows import Window
from training.attribution.network import INNER, LAYERS, Attributor

Numbers = NDArray[np.float32]

SHARE = 0.75
"""of the sizes that the inputs take over from each other; the rest is left to the matrix"""
_SMALLEST = 1e-3


def scales(largest: Numbers, matrix: Numbers) -> Numbers:
    """What to divide each input by: `largest` are the inputs' (inputs,), `matrix` has them as rows."""
    inputs = np.maximum(largest, _SMALLEST) ** SHARE
    found = inputs / np.maximum(np.abs(matrix).max(1), _SMALLEST) ** (1 - SHARE)
    return (found / np.exp(np.log(found).mean())).astype(np.float32)


def normed(weight: Numbers, bias: Numbers) -> Numbers:
    """The largest values that a normalisation gives, about: three deviations."""
    return 3 * np.abs(weight) + np.abs(bias)


def inner_values(model: Attributor, windows: Iterable[Window], cls: int, sep: int) -> Sequence[Numbers]:
    """For each layer the largest values behind its first matrix, over the windows of some texts."""
    largest = [np.zeros(INNER, np.float32) for _ in range(LAYERS)]

    def watched(layer: nn.Module, number: int) -> "torch.utils.hooks.RemovableHandle":
        def look(_: nn.Module, __: object, given: Tensor) -> None:
            there = nn.functional.gelu(given).abs().amax((0, 1)).numpy()
            largest[number] = np.maximum(largest[number], there)

        return layer.register_forward_hook(look)

    handles = [watched(layer.up, number) for number, layer in enumerate(model.encoder.layers)]
    with torch.no_grad():
        for window in windows:
            pieces = torch.tensor([(cls, *window.pieces, sep)])
            shapes, quotes = (torch.tensor([(0, *of, 0)]) for of in (window.shapes, window.quotes))
            model.encoder(pieces, shapes, quotes, torch.ones_like(pieces, dtype=torch.bool))
    for handle in handles:
        handle.remove()
    return largest
