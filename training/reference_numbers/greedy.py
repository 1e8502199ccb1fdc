"""Greedy decoding by Hugging Face's own `generate`, with a look at how close each choice was."""

from pathlib import Path

import torch
from transformers import MarianMTModel


def open_model(folder: Path) -> MarianMTModel:
    """Opens a model folder in float32, float16 weights widened, with plain (not fused) attention."""
    model = MarianMTModel.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    return model.eval()


@torch.no_grad()
def generate(model: MarianMTModel, source: list[int], max_length: int, use_cache: bool = True) -> tuple[list[int], float]:
    """The ids after the start mark, and the smallest lead any chosen id had over its runner-up (in logits).

    `max_length` counts the start mark, as Hugging Face counts. A chosen id forced by the length limit has no lead.
    """
    result = model.generate(
        input_ids=torch.tensor([source]),
        attention_mask=torch.ones(1, len(source), dtype=torch.long),
        num_beams=1,
        do_sample=False,
        max_length=max_length,
        use_cache=use_cache,
        return_dict_in_generate=True,
        output_scores=True,
    )
    leads = []
    for row in result.scores:
        best = row[0].topk(2).values
        leads.append((best[0] - best[1]).item())
    return result.sequences[0].tolist()[1:], min(leads)
