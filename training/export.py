"""Writes a run's averaged weights as the folder the page bundles: Hugging Face layout, float16.

    python training/export.py --run RUN --out public/models/en-fr

`transformers.MarianMTModel.from_pretrained(OUT)` opens it unmodified.
"""

import argparse
import shutil
from pathlib import Path

import torch
from model import Sizes, build
from transformers import GenerationConfig, MarianMTModel

MOST_BYTES = 12_000_000
FILES = ("config.json", "generation_config.json", "model.safetensors", "tokenizer.json")


def averaged(content: dict) -> MarianMTModel:
    """The model of a checkpoint, with the averaged weights."""
    model = build(Sizes(**content["options"]["sizes"]))
    model.load_state_dict(content["average"], strict=False)
    model.tie_weights()
    return model.eval()


def export(run: Path, out: Path) -> Path:
    """Writes the folder and opens it again. @raises ValueError when it is larger than the page allows."""
    content = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    model = averaged(content).half()
    config = model.config
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="a training run's folder")
    parser.add_argument("--out", type=Path, required=True, help="the model's folder")
    arguments = parser.parse_args()
    print(export(arguments.run, arguments.out))


if __name__ == "__main__":
    main()
