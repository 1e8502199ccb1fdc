"""A run's averaged or last weights as the folder the page bundles: Hugging Face layout, float16."""

import shutil
from pathlib import Path

import torch
from transformers import GenerationConfig, MarianMTModel

from model.marian import Sizes, build

MOST_BYTES = 12_000_000
FILES = ("config.json", "generation_config.json", "model.safetensors", "tokenizer.json")


WEIGHTS = {"average": "average", "last": "model"}
"""What may be exported, and its name in a checkpoint. The average runs over thousands of steps: a run whose last ones differ from those before
them (`--calm`), at a learning rate near its end, is better without it. The dev part says which."""


def model_of(content: dict, weights: str = "average") -> MarianMTModel:
    """The model of a checkpoint, with one of its WEIGHTS."""
    model = build(Sizes(**content["options"]["sizes"]))
    model.load_state_dict(content[WEIGHTS[weights]], strict=False)
    model.tie_weights()
    return model.eval()


def export(run: Path, out: Path, weights: str = "average") -> Path:
    """Writes the folder and opens it again. @raises ValueError when it is larger than the page allows."""
    content = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    model = model_of(content, weights).half()
    config = model.config
    # The page says by it why no word comes near 100 %.
    config.label_smoothing = content["options"]["plan"]["smoothing"]
    model.generation_config = GenerationConfig(
        decoder_start_token_id=config.decoder_start_token_id,
        eos_token_id=config.eos_token_id,
        pad_token_id=config.pad_token_id,
        max_length=config.max_position_embeddings,
        use_cache=True,
    )
    out.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(out)
    if (run / "tokenizer.json").resolve() != (out / "tokenizer.json").resolve():
        shutil.copyfile(run / "tokenizer.json", out / "tokenizer.json")
    opened = MarianMTModel.from_pretrained(out)
    for name, value in model.state_dict().items():
        if not torch.isfinite(value).all() or not torch.equal(value.float(), opened.state_dict()[name].float()):
            raise ValueError(f"export: out: expected the saved {name} to open as it was, got other numbers in {out}")
    size = sum((out / name).stat().st_size for name in FILES)
    if size > MOST_BYTES:
        raise ValueError(f"export: out: expected at most {MOST_BYTES:,} bytes, got {size:,} in {out}")
    return out
