"""The layer of `newsclean.label.steps` in PyTorch, for fitting: numpy goes through the rows of all pages of a batch at
once, which takes a tenth of the time of PyTorch's own layer."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from newsclean.label.matrices import Rows
from newsclean.label.steps import gone_through

GATES = (-4.0, 0.0)
"""Logits of the gates that change what is remembered, at the start: from a share of 0.02 that is new to a half."""
SHUT = 1e4
"""Taken off the logits of these gates in what fills up short pages."""


class _Gone(torch.autograd.Function):
    """`gone_through` with its gradients."""

    @staticmethod
    def forward(ctx: Any, said: Tensor, go: Tensor) -> Tensor:
        known = torch.from_numpy(gone_through(said.detach().numpy(), go.detach().numpy()))
        ctx.save_for_backward(said, go, known)
        return known[1:]

    @staticmethod
    def backward(ctx: Any, *wanted: Tensor) -> tuple[Tensor, Tensor]:
        said, go, known = (each.detach().numpy() for each in ctx.saved_tensors)
        old, size = known[:-1], known.shape[3]
        before = old @ go
        gates = (np.tanh(said[..., : 2 * size] + before[..., : 2 * size]) + 1) / 2
        look, change, back = gates[..., :size], gates[..., size:], before[..., 2 * size :]
        new = np.tanh(said[..., 2 * size :] + look * back)
        # by how much what is known behind a row hangs on what the row says, then on what stood before it
        fresh = (1 - new * new) * change
        slopes = np.concatenate(
            [2 * look * (1 - look) * back * fresh, 2 * change * (1 - change) * (new - old), fresh], axis=3
        )
        slopes_before = np.concatenate([slopes[..., : 2 * size], fresh * look], axis=3)
        by_known = _gone_back(wanted[0].numpy(), 1 - change, slopes_before, go)
        thrice = np.tile(by_known, 3)
        pulled = (slopes_before * thrice).transpose(1, 0, 2, 3).reshape(len(go), -1, 3 * size)
        by_go = old.transpose(1, 3, 0, 2).reshape(len(go), size, -1) @ pulled
        return torch.from_numpy(slopes * thrice), torch.from_numpy(by_go)


def gone(said: Tensor, go: Tensor) -> Tensor:
    """What is remembered behind each row: shapes as of `gone_through`."""
    known: Tensor = _Gone.apply(said, go)
    return known


def _gone_back(wanted: Rows, kept: Rows, slopes: Rows, go: Rows) -> Rows:
    """The gradients of what is known behind each row, from the last row to the first."""
    turned = np.ascontiguousarray(go.swapaxes(1, 2))
    by_known = wanted.copy()
    for i in range(len(wanted) - 1, 0, -1):
        by_known[i - 1] += by_known[i] * kept[i]
        by_known[i - 1] += (np.tile(by_known[i], 3) * slopes[i]) @ turned
    return by_known


class Steps(nn.Module):
    """A layer that sees the whole page, block after block, from before and from behind."""

    def __init__(self, channels: int) -> None:
        """What is remembered is turned at the start, not stretched; some numbers for long."""
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.say = nn.Linear(channels, 6 * channels)
        self.go = nn.Parameter(torch.empty(3 * channels, 2 * channels))
        self.out = nn.Linear(2 * channels, channels)
        with torch.no_grad():
            for gate in self.go.chunk(3):
                for way in gate.chunk(2, dim=1):
                    nn.init.orthogonal_(way)
            self.go[channels : 2 * channels] /= 2
            self.say.bias.view(2, 3, channels)[:, 1] = torch.linspace(*GATES, channels) / 2

    def forward(self, x: Tensor, kept: Tensor) -> Tensor:
        """As of the other layers."""
        pages, n, size = x.shape
        said = self.say(self.norm(x)).view(pages, n, 2, 3, size)
        shut = torch.zeros(3, 1)
        shut[1] = SHUT
        said = said - (1 - kept)[..., None, None] * shut
        both = torch.stack([said[:, :, 0], said[:, :, 1].flip(1)]).view(2, pages, n, 3 * size)
        go = self.go.T.reshape(2, size, 3 * size)
        known = gone(both.permute(2, 0, 1, 3).contiguous(), go.contiguous()).permute(1, 2, 0, 3)
        told: Tensor = self.out(torch.cat([known[0], known[1].flip(1)], dim=2))
        return told
