"""The gradients of the layer that goes through a page row by row."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="needs the extra newsclean[train]")


def slow(said, go):
    """The same as PyTorch would trace it."""
    size = go.shape[1]
    held, told = torch.zeros(said.shape[1], said.shape[2], size), []
    for row in said:
        before = held @ go
        look, change = torch.sigmoid(2 * (row + before)[..., : 2 * size]).chunk(2, dim=2)
        held = held + change * (torch.tanh(row[..., 2 * size :] + look * before[..., 2 * size :]) - held)
        told.append(held)
    return torch.stack(told)


def test_gradients_are_those_of_autograd() -> None:
    from newsclean.training.steps import gone

    torch.manual_seed(0)
    said, go, wanted = torch.randn(6, 2, 3, 12), torch.randn(2, 4, 12), torch.randn(6, 2, 3, 4)
    found = []
    for way in (gone, slow):
        inputs = said.clone().requires_grad_(), go.clone().requires_grad_()
        told = way(*inputs)
        (told * wanted).sum().backward()
        found.append((told, *(each.grad for each in inputs)))
    for own, traced in zip(*found, strict=True):
        assert torch.allclose(own, traced, atol=1e-5)


def test_what_fills_a_page_up_changes_nothing() -> None:
    from newsclean.training.steps import Steps

    torch.manual_seed(0)
    layer, page = Steps(4), torch.randn(1, 5, 4)
    filled = torch.cat([page, torch.randn(1, 3, 4)], dim=1)
    kept = torch.cat([torch.ones(1, 5, 1), torch.zeros(1, 3, 1)], dim=1)
    assert torch.allclose(layer(filled, kept)[:, :5], layer(page, torch.ones(1, 5, 1)), atol=1e-6)
