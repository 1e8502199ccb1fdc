"""Beam search by Hugging Face's own `generate`, and whether rounding could have turned it."""

import random
from collections.abc import Iterable

import torch
from tokenizers import Tokenizer
from transformers import LogitsProcessor, LogitsProcessorList, MarianMTModel

from reference_numbers.models import TinyModel
from reference_numbers.sentences import sentences

WIDTH = 4
TINY_ROWS = 6
SENTENCES = 40

NOISE = 5e-3
"""How far every log-probability is pushed, either way, in the trials; float32 rounds at 1e-5."""
TRIALS = 4


class Noise(LogitsProcessor):
    """Pushes each log-probability by a drawn amount."""

    def __init__(self, seed: int) -> None:
        self.draw = torch.Generator().manual_seed(seed)

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:
        return scores + NOISE * (2 * torch.rand(scores.shape, generator=self.draw) - 1)


@torch.no_grad()
def beam(
    model: MarianMTModel, source: list[int], max_length: int, width: int, noise: Noise | None = None
) -> tuple[list[int], float]:
    """The ids after the start mark, and their mean log-probability; `max_length` counts the start mark."""
    result = model.generate(
        input_ids=torch.tensor([source]),
        attention_mask=torch.ones(1, len(source), dtype=torch.long),
        num_beams=width,
        do_sample=False,
        length_penalty=1.0,
        early_stopping=False,
        max_length=max_length,
        return_dict_in_generate=True,
        output_scores=True,
        logits_processor=LogitsProcessorList([noise] if noise else []),
    )
    return result.sequences[0].tolist()[1:], result.sequences_scores[0].item()


def steady_beam(
    model: MarianMTModel, source: list[int], max_length: int, width: int
) -> tuple[list[int], float] | None:
    """The same, or None when noise turns the search to another target."""
    found = beam(model, source, max_length, width)
    for seed in range(TRIALS):
        if beam(model, source, max_length, width, Noise(seed))[0] != found[0]:
            return None
    return found


def beam_rows(model: MarianMTModel, sources: Iterable[list[int]], max_length: int, count: int) -> list[list]:
    """[source ids, generated ids, mean log-probability] of the first `count` sources that noise leaves alone."""
    rows = []
    for source in sources:
        found = steady_beam(model, source, max_length, WIDTH)
        if found:
            rows.append([source, found[0], round(found[1], 6)])
        if len(rows) == count:
            return rows
    raise AssertionError(f"only {len(rows)} of {count} steady")


def tiny_beams(model: MarianMTModel, tiny: TinyModel) -> list[list]:
    """Rows of a tiny model, of drawn sources: of all models together some end, some are cut, and some are forced to end."""
    draw = random.Random(tiny.seed + 2000)
    words = [token for token in range(tiny.vocabulary) if token not in {tiny.pad, tiny.end, tiny.start}]
    sources = ([*draw.choices(words, k=draw.randint(3, 10)), tiny.end] for _ in range(500))
    return beam_rows(model, sources, tiny.max_length, TINY_ROWS)


def sentence_beams(model: MarianMTModel, tokenizer: Tokenizer, seed: int) -> list[list]:
    """Rows of the bundled model."""
    end, limit = model.config.eos_token_id, model.config.max_position_embeddings
    return beam_rows(model, ([*tokenizer.encode(text).ids, end] for text in sentences(seed)), limit, SENTENCES)
