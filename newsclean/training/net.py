"""A net in PyTorch, for fitting; `newsclean.label.net` is the same in numpy, for use."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from newsclean.label.matrices import Rows, Weights
from newsclean.label.net import STEPS, WHOLE
from newsclean.training.steps import Steps

GATES = (-5.0, 0.0)
"""Logits of the gates of a memory at the start: from a share of 0.007 that is new to a half."""
DROPPED = 0.1
"""Share of what a layer adds that is left out in fitting."""


class Convolution(nn.Module):
    """A layer that sees some blocks before and behind each."""

    def __init__(self, reach: int, channels: int) -> None:
        """See `reach` blocks before and behind."""
        super().__init__()
        self.reach = reach
        self.norm = nn.LayerNorm(channels)
        self.see = nn.Linear(3 * channels, channels)

    def forward(self, x: Tensor, kept: Tensor) -> Tensor:
        """What each block of pages (page, block, channel) is told, `kept` (page, block, 1) being 0 for filling."""
        z = nn.functional.pad(self.norm(x) * kept, (0, 0, self.reach, self.reach))
        n = x.shape[1]
        return torch.relu(self.see(torch.cat([z[:, i : i + n] for i in (0, self.reach, 2 * self.reach)], dim=2)))


class Memory(nn.Module):
    """A layer that sees the whole page: a gated memory of the blocks before each, and one of those behind it."""

    def __init__(self, channels: int) -> None:
        """Gates are drawn so that some numbers are remembered for long from the start."""
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.say = nn.Linear(channels, 4 * channels)
        self.out = nn.Linear(2 * channels, channels)
        with torch.no_grad():
            self.say.bias[: 2 * channels] = torch.linspace(*GATES, channels).repeat(2)

    def forward(self, x: Tensor, kept: Tensor) -> Tensor:
        """As of the other layer."""
        gates, new = self.say(self.norm(x)).chunk(2, dim=2)
        share = torch.sigmoid(gates) * kept
        return self.out(_both_ways(_gone_through(_both_ways(1 - share), _both_ways(share * new))))


def _both_ways(x: Tensor) -> Tensor:
    """With the second half of its channels from behind."""
    before, behind = x.chunk(2, dim=2)
    return torch.cat([before, behind.flip(1)], dim=2)


def _gone_through(kept: Tensor, added: Tensor) -> Tensor:
    """What is kept of the block before, and added to it, block by block: in steps that double, over all at once."""
    n, reach = kept.shape[1], 1
    while reach < n:
        added = torch.cat([added[:, :reach], added[:, reach:] + kept[:, reach:] * added[:, :-reach]], dim=1)
        kept = torch.cat([kept[:, :reach], kept[:, reach:] * kept[:, :-reach]], dim=1)
        reach *= 2
    return added


OF_A_PAGE: dict[int, type[Memory | Steps]] = {WHOLE: Memory, STEPS: Steps}
"""The layers of `newsclean.label.net` that see the whole page."""


class Net(nn.Module):
    """All layers, from numbers to judgements."""

    def __init__(self, numbers: int, channels: int, reaches: Sequence[int], said: int) -> None:
        """From so many numbers of a block to so much said of it, with random weights by torch's seed."""
        super().__init__()
        self.inp = nn.Linear(numbers, channels)
        self.blocks = nn.ModuleList(
            OF_A_PAGE[reach](channels) if reach in OF_A_PAGE else Convolution(reach, channels) for reach in reaches
        )
        self.drop = nn.Dropout(DROPPED)
        self.fin = nn.LayerNorm(channels)
        self.out = nn.Linear(channels, said)

    def forward(self, x: Tensor, kept: Tensor) -> Tensor:
        """Logits (page, block, judgement)."""
        z = torch.relu(self.inp(x)) * kept
        for layer in self.blocks:
            z = z + self.drop(layer(z, kept)) * kept
        return self.out(self.fin(z))

    def weights(self) -> Weights:
        """For `newsclean.label.model`: matrices turned to (from, to)."""
        return {name: _turned(w.detach().numpy()) for name, w in self.state_dict().items()}


def net_from(weights: Weights, reaches: Sequence[int]) -> Net:
    """The net of stored weights, to be fitted further."""
    numbers, channels = weights["inp.weight"].shape
    net = Net(numbers, channels, reaches, weights["out.weight"].shape[1])
    net.load_state_dict({name: torch.from_numpy(_turned(w)) for name, w in weights.items()})
    return net


def _turned(w: Rows) -> Rows:
    return np.ascontiguousarray(w.T)
