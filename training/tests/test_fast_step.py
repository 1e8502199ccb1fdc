"""The fast parts of a step compute what the plain ones do."""

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

import torch
from model.fast_step import PooledDropout, SmoothedCrossEntropy, short_attention
from torch.nn.functional import cross_entropy, scaled_dot_product_attention


def test_short_attention_is_scaled_dot_product_attention() -> None:
    torch.manual_seed(1)
    query, key, value = (torch.randn(3, 2, length, 5) for length in (4, 6, 6))
    mask = torch.zeros(3, 1, 4, 6).masked_fill_(torch.rand(3, 1, 4, 6) < 0.3, -1e9)
    module = torch.nn.Module().eval()
    ours, weights = short_attention(module, query, key, value, mask, scaling=5**-0.5)
    theirs = scaled_dot_product_attention(query, key, value, attn_mask=mask).transpose(1, 2)
    assert torch.allclose(ours, theirs, atol=1e-6)
    assert torch.allclose((weights @ value).transpose(1, 2), theirs, atol=1e-6) and torch.allclose(weights.sum(-1), torch.ones(3, 2, 4))


def test_smoothed_cross_entropy_and_its_gradients_are_the_librarys() -> None:
    torch.manual_seed(2)
    target = torch.randint(37, (1100,))
    bias = torch.randn(37)
    results = []
    for ours in (True, False):
        torch.manual_seed(3)
        hidden, table = torch.randn(1100, 8, requires_grad=True), torch.randn(37, 8, requires_grad=True)
        if ours:
            total = SmoothedCrossEntropy.apply(hidden, table, bias, target, 0.1)
        else:
            total = cross_entropy(hidden @ table.t() + bias, target, label_smoothing=0.1, reduction="sum")
        (total * 0.5).backward()
        results.append((total.detach(), hidden.grad, table.grad))
    for mine, theirs in zip(*results, strict=True):
        assert torch.allclose(mine, theirs, rtol=1e-4, atol=1e-4)


def test_pooled_dropout_drops_its_share_and_keeps_the_mean() -> None:
    dropout = PooledDropout(4)
    x = torch.ones(400, 300)
    torch.manual_seed(5)
    first, second = dropout(x, p=0.1), dropout(x, p=0.1)
    assert abs((first == 0).float().mean().item() - 0.1) < 0.01
    assert abs(first.mean().item() - 1) < 0.01
    assert not torch.equal(first, second)
    torch.manual_seed(5)
    assert torch.equal(PooledDropout(4)(x, p=0.1), first)
    assert dropout(x, p=0.1, training=False) is x


def test_pooled_dropout_is_marians_while_it_is_entered() -> None:
    before = torch.nn.functional.dropout
    with PooledDropout(6) as dropout:
        assert torch.nn.functional.dropout is dropout
    assert torch.nn.functional.dropout is before
