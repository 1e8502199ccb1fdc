"""Every stage of a Marian forward pass, by the names of docs/ARCHITECTURE.md, taken from the model's own modules.

Hooks on Hugging Face's modules give the numbers; only `scores` and `probabilities` are computed here, from hooked
values, and each is checked against what the model itself returns.
"""

import torch
from transformers import MarianMTModel

CLOSE = 2e-5
"""Largest difference allowed between two float32 ways to the same number, relative to the larger of it and 1."""


class Taps:
    """Remembers what goes into and comes out of named modules during one forward pass."""

    def __init__(self) -> None:
        self.into: dict[str, torch.Tensor] = {}
        self.out: dict[str, torch.Tensor] = {}
        self.weights: dict[str, torch.Tensor] = {}
        self.handles: list = []

    def watch(self, name: str, module: torch.nn.Module) -> None:
        """Records the module's first input and its (first) output, without the batch axis."""

        def record(_module, args, _kwargs, output) -> None:
            self.into[name] = args[0][0].detach() if args else None
            first = output[0] if isinstance(output, tuple) else output
            self.out[name] = (first[0] if first.dim() == 3 else first).detach()
            if isinstance(output, tuple) and len(output) > 1 and output[1] is not None:
                self.weights[name] = output[1][0].detach()

        self.handles.append(module.register_forward_hook(record, with_kwargs=True))

    def close(self) -> None:
        for handle in self.handles:
            handle.remove()


def assert_close(name: str, got: torch.Tensor, expected: torch.Tensor) -> None:
    """Raises AssertionError, naming the stage, when two tensors differ in shape or by more than CLOSE."""
    assert got.shape == expected.shape, f"{name}: {tuple(got.shape)} is not {tuple(expected.shape)}"
    error = ((got - expected).abs() / expected.abs().clamp(min=1)).max().item()
    assert error <= CLOSE, f"{name}: off by {error}"


def by_head(rows: torch.Tensor, heads: int) -> torch.Tensor:
    """[T, D] to [H, T, Dh]."""
    return rows.view(rows.shape[0], heads, -1).transpose(0, 1).contiguous()


def watch_layers(model: MarianMTModel, taps: Taps) -> None:
    """Puts taps on every layer of both stacks."""
    for part in ("encoder", "decoder"):
        for index, layer in enumerate(getattr(model.model, part).layers):
            place = f"{part}.{index}"
            taps.watch(place, layer)
            taps.watch(f"{place}.fc2", layer.fc2)
            subs = [("self", layer.self_attn, layer.self_attn_layer_norm)]
            if part == "decoder":
                subs.append(("cross", layer.encoder_attn, layer.encoder_attn_layer_norm))
            for sub, attention, norm in subs:
                taps.watch(f"{place}.{sub}", attention)
                taps.watch(f"{place}.{sub}.norm", norm)
                for letter in ("q", "k", "v", "out"):
                    taps.watch(f"{place}.{sub}.{letter}", getattr(attention, f"{letter}_proj"))


def attention_stages(taps: Taps, place: str, heads: int, causal: bool) -> dict[str, torch.Tensor]:
    """The eight stages of one attention sub-layer, checked against each other."""
    q, k, v = (by_head(taps.out[f"{place}.{letter}"], heads) for letter in "qkv")
    scores = q @ k.transpose(1, 2) * q.shape[-1] ** -0.5
    pattern = taps.weights[place]
    head_output = by_head(taps.into[f"{place}.out"], heads)
    masked = scores.clone()
    if causal:
        later = torch.ones(scores.shape[1:], dtype=torch.bool).triu(1)
        masked[:, later] = float("-inf")
    assert_close(f"{place}.pattern", masked.softmax(-1), pattern)
    assert_close(f"{place}.headOutput", pattern @ v, head_output)
    stages = {
        "q": q,
        "k": k,
        "v": v,
        "scores": scores,
        "pattern": pattern,
        "headOutput": head_output,
        "attentionOutput": taps.out[f"{place}.out"],
        "afterAttention": taps.out[f"{place}.norm"],
    }
    return {f"{place}.{name}": value for name, value in stages.items()}


def layer_stages(taps: Taps, place: str) -> dict[str, torch.Tensor]:
    """The four stages of a layer outside attention."""
    return {
        f"{place}.input": taps.into[place],
        f"{place}.inner": taps.into[f"{place}.fc2"],
        f"{place}.feedForward": taps.out[f"{place}.fc2"],
        f"{place}.output": taps.out[place],
    }


def entry_stages(
    model: MarianMTModel, inputs: dict[str, torch.Tensor], source: list[int], target: list[int]
) -> dict[str, torch.Tensor]:
    """The scaled embeddings and the positions; layer 0 must read their sum, and nothing else."""
    stages: dict[str, torch.Tensor] = {}
    for part, ids in (("encoder", source), ("decoder", target)):
        stack = getattr(model.model, part)
        embedded = stack.embed_tokens(torch.tensor(ids)) * stack.embed_scale
        positions = stack.embed_positions.weight[: len(ids)]
        assert_close(f"{part}.0.input", inputs[f"{part}.0.input"], embedded + positions)
        stages |= {f"{part}.embedding": embedded, f"{part}.position": positions}
    return stages


@torch.no_grad()
def all_stages(model: MarianMTModel, source: list[int], decoder_input: list[int]) -> dict[str, torch.Tensor]:
    """All stages of one pass over these ids, float32, without the batch axis, in the order of their names."""
    taps = Taps()
    watch_layers(model, taps)
    try:
        result = model(
            input_ids=torch.tensor([source]),
            attention_mask=torch.ones(1, len(source), dtype=torch.long),
            decoder_input_ids=torch.tensor([decoder_input]),
            use_cache=False,
            output_attentions=True,
        )
    finally:
        taps.close()
    config = model.config
    stages: dict[str, torch.Tensor] = {}
    for index in range(config.encoder_layers):
        stages |= attention_stages(taps, f"encoder.{index}.self", config.encoder_attention_heads, causal=False)
        stages |= layer_stages(taps, f"encoder.{index}")
        assert_close("encoder attentions", stages[f"encoder.{index}.self.pattern"], result.encoder_attentions[index][0])
    for index in range(config.decoder_layers):
        stages |= attention_stages(taps, f"decoder.{index}.self", config.decoder_attention_heads, causal=True)
        stages |= attention_stages(taps, f"decoder.{index}.cross", config.decoder_attention_heads, causal=False)
        stages |= layer_stages(taps, f"decoder.{index}")
        assert_close("decoder attentions", stages[f"decoder.{index}.self.pattern"], result.decoder_attentions[index][0])
        assert_close("cross attentions", stages[f"decoder.{index}.cross.pattern"], result.cross_attentions[index][0])
    stages |= entry_stages(model, stages, source, decoder_input)
    logits = result.logits[0]
    last = stages[f"decoder.{config.decoder_layers - 1}.output"]
    assert_close("logits", model.lm_head(last) + model.final_logits_bias, logits)
    stages["logits"] = logits
    stages["probabilities"] = logits.softmax(-1)
    return {name: value.to(torch.float32).clone().contiguous() for name, value in sorted(stages.items())}
