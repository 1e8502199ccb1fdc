"""Tiny Marian models with random weights, saved the way Hugging Face saves models.

Each one differs from the bundled model in several sizes or options at once, so that nothing in the engine can lean on
a number or a habit of that one model. Weights are drawn wide on purpose: with the usual small start values every
attention row would be nearly uniform and a swapped axis could pass for rounding.
"""

from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from transformers import GenerationConfig, MarianConfig, MarianMTModel


@dataclass(frozen=True)
class TinyModel:
    """What is special about one tiny model. `encoder` and `decoder` are (layers, heads, feed-forward width)."""

    name: str
    seed: int
    width: int
    vocabulary: int
    encoder: tuple[int, int, int]
    decoder: tuple[int, int, int]
    activation: str
    half: bool
    scaled: bool
    biased: bool
    start: int = 0
    pad: int = 0
    end: int = 1
    shared: bool = True
    tied: bool = True
    max_length: int = 16
    forbidden: tuple[int, ...] = ()
    force_end: bool = False
    dropped: tuple[str, ...] = field(default=())
    positions_stored: bool = False


TINY_MODELS = (
    TinyModel("relu-scaled", 11, 16, 40, (2, 2, 24), (1, 4, 40), "relu", half=False, scaled=True, biased=True),
    TinyModel(
        "swish-no-bias", 12, 24, 64, (1, 4, 32), (3, 3, 20), "swish", half=True, scaled=False, biased=False,
        dropped=("final_logits_bias",),
    ),
    TinyModel("gelu-odd-width", 13, 21, 53, (2, 3, 30), (2, 3, 33), "gelu", half=False, scaled=True, biased=False),
    TinyModel("relu-odd-heads", 14, 40, 120, (3, 8, 48), (2, 5, 16), "relu", half=True, scaled=False, biased=True, max_length=8),
    TinyModel(
        "gelu-untied", 15, 32, 72, (1, 1, 50), (1, 2, 30), "gelu", half=False, scaled=False, biased=True,
        shared=False, tied=False, positions_stored=True,
    ),
    TinyModel(
        "swish-forbidden", 16, 48, 97, (1, 6, 40), (2, 12, 32), "swish", half=True, scaled=True, biased=True,
        start=96, pad=96, end=0, forbidden=(96, *range(5, 60, 2)), force_end=True, max_length=12,
    ),
    TinyModel(
        "relu-two-tables", 17, 20, 45, (2, 5, 16), (1, 2, 28), "relu", half=True, scaled=True, biased=True,
        start=2, shared=False, tied=True,
    ),
)


def config_of(tiny: TinyModel) -> MarianConfig:
    """The Hugging Face configuration of a tiny model."""
    return MarianConfig(
        vocab_size=tiny.vocabulary,
        decoder_vocab_size=tiny.vocabulary,
        max_position_embeddings=64,
        d_model=tiny.width,
        encoder_layers=tiny.encoder[0],
        encoder_attention_heads=tiny.encoder[1],
        encoder_ffn_dim=tiny.encoder[2],
        decoder_layers=tiny.decoder[0],
        decoder_attention_heads=tiny.decoder[1],
        decoder_ffn_dim=tiny.decoder[2],
        activation_function=tiny.activation,
        scale_embedding=tiny.scaled,
        pad_token_id=tiny.pad,
        eos_token_id=tiny.end,
        decoder_start_token_id=tiny.start,
        forced_eos_token_id=None,
        share_encoder_decoder_embeddings=tiny.shared,
        tie_word_embeddings=tiny.tied,
    )


def generation_of(tiny: TinyModel) -> GenerationConfig:
    """The generation settings that go into generation_config.json; `max_length` counts the start mark."""
    settings = {"max_length": tiny.max_length, "num_beams": 1, "do_sample": False}
    if tiny.forbidden:
        settings["bad_words_ids"] = [[token] for token in tiny.forbidden]
    if tiny.force_end:
        settings["forced_eos_token_id"] = tiny.end
    return GenerationConfig(
        pad_token_id=tiny.pad, eos_token_id=tiny.end, decoder_start_token_id=tiny.start, **settings
    )


def spread(name: str, tiny: TinyModel) -> tuple[float, float]:
    """Mean and standard deviation of a parameter, by its name.

    Wide enough that attention is far from uniform, and not so wide that large numbers hide a small error.
    """
    if "layer_norm" in name:
        return (1, 0.3) if name.endswith("weight") else (0, 0.1)
    if "shared" in name or "embed_tokens" in name or "lm_head" in name:
        return (0, 0.25 if tiny.scaled else 1.0)
    return (0, 0.3)


def fill(model: MarianMTModel, tiny: TinyModel) -> None:
    """Draws every parameter anew, in the order of its name; the positions, which are computed, stay."""
    draw = torch.Generator().manual_seed(tiny.seed)
    with torch.no_grad():
        for name, parameter in sorted(model.named_parameters()):
            if "embed_positions" in name:
                continue
            mean, deviation = spread(name, tiny)
            parameter.copy_(mean + deviation * torch.randn(parameter.shape, generator=draw))
        if tiny.biased:
            model.final_logits_bias.copy_(torch.randn(model.final_logits_bias.shape, generator=draw))


def practise(model: MarianMTModel, tiny: TinyModel, steps: int = 400) -> None:
    """A moment of training: the target is the source written backwards.

    A random model repeats one word for ever; after this, greedy targets vary with the source and most of them end.
    """
    draw = torch.Generator().manual_seed(tiny.seed + 1000)
    marks = {tiny.pad, tiny.end, tiny.start}
    words = torch.tensor([token for token in range(tiny.vocabulary) if token not in marks])
    optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=2e-3)
    for _ in range(steps):
        length = int(torch.randint(2, 9, (1,), generator=draw))
        body = words[torch.randint(len(words), (24, length), generator=draw)]
        end, start = torch.full((24, 1), tiny.end), torch.full((24, 1), tiny.start)
        source, target = torch.cat([body, end], 1), torch.cat([body.flip(1), end], 1)
        logits = model(
            input_ids=source,
            attention_mask=torch.ones_like(source),
            decoder_input_ids=torch.cat([start, target[:, :-1]], 1),
        ).logits
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), target.flatten())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()


def save_tiny(tiny: TinyModel, root: Path) -> Path:
    """Writes config.json, generation_config.json and model.safetensors under `root/NAME/` and gives that folder."""
    folder = root / tiny.name
    folder.mkdir(parents=True, exist_ok=True)
    model = MarianMTModel(config_of(tiny)).eval()
    fill(model, tiny)
    practise(model, tiny)
    model.generation_config = generation_of(tiny)
    (model.half() if tiny.half else model.float()).save_pretrained(folder)
    rewrite(folder / "model.safetensors", model, tiny)
    return folder


def rewrite(file: Path, model: MarianMTModel, tiny: TinyModel) -> None:
    """Leaves out or adds what older Marian files lack or hold besides: the output bias, the position tables."""
    tensors = load_file(file)
    for name in tiny.dropped:
        del tensors[name]
    if tiny.positions_stored:
        for part in ("encoder", "decoder"):
            table = getattr(model.model, part).embed_positions.weight
            tensors[f"model.{part}.embed_positions.weight"] = table.detach().clone()
    save_file(tensors, file, metadata={"format": "pt"})
