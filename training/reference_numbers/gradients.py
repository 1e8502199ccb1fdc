"""d log P(id after a decoder row) / d attention weight, of every pattern, by PyTorch's autograd in float64."""

from collections.abc import Iterator

import torch
from transformers import MarianMTModel

from reference_numbers.changes import Changed

CHANGED = {"relu-scaled": (), "swish-forbidden": (), "gelu-odd-width": None}
"""Of tiny models these changed cases are differentiated too, by name: none, or with None all."""
BUNDLED_CHANGED = ("off-mean-all", "after-all", "mixed")


def gradients(model: MarianMTModel, case: dict) -> dict[str, torch.Tensor]:
    """The gradient of each pattern by its stage name, float32 [H, T, S].

    `case` has `source`, `decoderInput`, `row`, `id`, and perhaps `changes`. What is differentiated are the weights that each attention
    module itself multiplied its values with; without changes the model is Hugging Face's own.
    """
    exact = model.double()
    arguments = {
        "input_ids": torch.tensor([case["source"]]),
        "attention_mask": torch.ones(1, len(case["source"]), dtype=torch.long),
        "decoder_input_ids": torch.tensor([case["decoderInput"]]),
    }
    if case.get("changes"):
        with Changed(exact, case["changes"]).on():
            result = exact(**arguments, use_cache=False, output_attentions=True)
    else:
        result = exact(**arguments, use_cache=False, output_attentions=True)
    weights = {}
    for part, sub, layers in (
        ("encoder", "self", result.encoder_attentions),
        ("decoder", "self", result.decoder_attentions),
        ("decoder", "cross", result.cross_attentions),
    ):
        weights |= {f"{part}.{layer}.{sub}.pattern": tensor for layer, tensor in enumerate(layers)}
    log_probability = result.logits[0, case["row"]].log_softmax(-1)[case["id"]]
    # Where all heads of a sub-layer are off nothing depends on their weights.
    found = torch.autograd.grad(log_probability, list(weights.values()), allow_unused=True, materialize_grads=True)
    model.float()
    return {name: gradient[0].float().contiguous() for name, gradient in zip(weights, found, strict=True)}


def is_wanted(case: dict) -> bool:
    """Of unchanged cases one that the model wrote to its end, and one with a target given; of changed ones those named above."""
    if "changes" in case:
        names = CHANGED.get(case["model"], BUNDLED_CHANGED)
        return names is None or case["name"] in names
    return case["ended"] if case["target"] is None else len(case["decoderInput"]) > 1


def gradient_cases(model: MarianMTModel, cases: list[dict]) -> Iterator[tuple[dict, dict[str, torch.Tensor]]]:
    """The cases that are differentiated, each with the word it asks of, and the gradients.

    Left out are those in which some row may read nothing: its softmax is 0 / 0 to PyTorch, and so is its gradient.
    """
    for case in filter(is_wanted, cases):
        written = case.get("generated")
        # In the midst of what was written, the word that stands there; at the end of what was given, an unlikely one.
        row = len(written) // 2 if written else len(case["decoderInput"]) - 1
        asked = case | {"row": row, "id": written[row] if written else model.config.vocab_size // 2}
        frames = gradients(model, asked)
        if all(frame.isfinite().all() for frame in frames.values()):
            kept = ("name", "model", "source", "decoderInput", "row", "id", "changes")
            yield {key: asked[key] for key in kept if key in asked}, frames
