"""Greedy translation in batches by Hugging Face's own `generate`."""

import torch
from transformers import MarianMTModel

from model.tokenizer import END, PAD, Cutter

LIMIT = 256
BATCH_TOKENS = 6000


def padded_ids(rows: list[list[int]], device: torch.device) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[PAD] * (longest - len(row))] for row in rows], device=device)


def source_ids(cutter: Cutter, text: str) -> list[int]:
    """A source's ids with the end mark, cut to what the position table holds."""
    return [*cutter.ids(text)[: LIMIT - 1], END]


@torch.no_grad()
def generate(model: MarianMTModel, sources: list[list[int]], limit: int = LIMIT) -> list[list[int]]:
    """The ids each source is translated to, greedily, end mark included where it came before the limit. Any order."""
    order = sorted(range(len(sources)), key=lambda i: len(sources[i]))
    found: list[list[int]] = [[] for _ in sources]
    at = 0
    while at < len(order):
        count = max(1, BATCH_TOKENS // max(16, 2 * len(sources[order[at]])))
        group = order[at : at + count]
        ids = padded_ids([sources[i] for i in group], model.device)
        written = model.generate(
            input_ids=ids, attention_mask=(ids != PAD).long(), num_beams=1, do_sample=False, max_length=limit, use_cache=True
        )
        for i, row in zip(group, written.tolist(), strict=True):
            row = row[1:]
            found[i] = row[: row.index(END) + 1] if END in row else row
        at += count
    return found


def translate(model: MarianMTModel, cutter: Cutter, texts: list[str], limit: int = LIMIT) -> list[str]:
    return [cutter.text(ids) for ids in generate(model, [source_ids(cutter, text) for text in texts], limit)]
