"""The model in PyTorch, for fitting; `newsclean.label.model` is the same in numpy, for use."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from newsclean.label.convolutions import Rows, Weights
from newsclean.label.model import JUDGEMENTS, NUMBERS, REACHES

CHANNELS = 48
"""Numbers that each block carries from layer to layer; 64 gave the same figures on dev."""
DROPPED = 0.1
"""Share of what a layer adds that is left out in fitting."""


class Layer(nn.Module):
    """One residual layer."""

    def __init__(self, reach: int) -> None:
        """See `reach` blocks before and behind."""
        super().__init__()
        self.reach = reach
        self.norm = nn.LayerNorm(CHANNELS)
        self.see = nn.Linear(3 * CHANNELS, CHANNELS)
        self.mix = nn.Linear(CHANNELS, CHANNELS)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, x: Tensor, kept: Tensor) -> Tensor:
        """The next state of pages (page, block, channel), `kept` (page, block, 1) being 0 for filling."""
        z = nn.functional.pad(self.norm(x) * kept, (0, 0, self.reach, self.reach))
        n = x.shape[1]
        seen = torch.cat([z[:, start : start + n] for start in (0, self.reach, 2 * self.reach)], dim=2)
        return x + self.drop(self.mix(torch.relu(self.see(seen)))) * kept


class Net(nn.Module):
    """All layers, from numbers to judgements."""

    def __init__(self) -> None:
        """With random weights, by torch's seed."""
        super().__init__()
        self.inp = nn.Linear(len(NUMBERS), CHANNELS)
        self.blocks = nn.ModuleList(Layer(reach) for reach in REACHES)
        self.fin = nn.LayerNorm(CHANNELS)
        self.out = nn.Linear(CHANNELS, len(JUDGEMENTS))

    def forward(self, x: Tensor, kept: Tensor) -> Tensor:
        """Logits (page, block, judgement)."""
        z = torch.relu(self.inp(x)) * kept
        for layer in self.blocks:
            z = layer(z, kept)
        return self.out(self.fin(z))

    def weights(self) -> Weights:
        """For `newsclean.label.model`: matrices turned to (from, to)."""
        return {name: _turned(w.detach().numpy()) for name, w in self.state_dict().items()}


def _turned(w: Rows) -> Rows:
    return np.ascontiguousarray(w.T)
