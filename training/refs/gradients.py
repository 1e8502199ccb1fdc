"""d log P(id after a decoder row) / d attention weight, of every pattern, by PyTorch's autograd in float64."""

import torch
from transformers import MarianMTModel


def gradients(model: MarianMTModel, case: dict) -> tuple[dict[str, torch.Tensor], float]:
    """The gradient of each pattern by its stage name, float32 [H, T, S], and the log-probability itself.

    `case` has `source`, `decoderInput`, `row` and `id`. What is differentiated are the weights that each attention module
    itself multiplied its values with: the model is Hugging Face's own, unchanged.
    """
    source, decoder_input = case["source"], case["decoderInput"]
    exact = model.double()
    result = exact(
        input_ids=torch.tensor([source]),
        attention_mask=torch.ones(1, len(source), dtype=torch.long),
        decoder_input_ids=torch.tensor([decoder_input]),
        use_cache=False,
        output_attentions=True,
    )
    weights = {}
    for part, sub, layers in (
        ("encoder", "self", result.encoder_attentions),
        ("decoder", "self", result.decoder_attentions),
        ("decoder", "cross", result.cross_attentions),
    ):
        weights |= {f"{part}.{layer}.{sub}.pattern": tensor for layer, tensor in enumerate(layers)}
    log_probability = result.logits[0, case["row"]].log_softmax(-1)[case["id"]]
    found = torch.autograd.grad(log_probability, list(weights.values()))
    model.float()
    frames = {name: gradient[0].float().contiguous() for name, gradient in zip(weights, found, strict=True)}
    return frames, log_probability.item()
