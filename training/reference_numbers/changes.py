"""Hugging Face's Marian with changes inside its forward pass: the semantics of src/contract/intervention.ts, written anew.

Most changes are hooks on the model's own modules: heads off by zero or mean (before `out_proj`), masks and cells forbidden before the
softmax (the attention's `attention_mask`), scale (after `q_proj`), positions (after `embed_positions`). What lies between softmax
and values no hook reaches: there a copy of `eager_attention_forward` stands in, which sets weights to 0 and gives rows
that may read nothing weights of 0. With nothing changed it gives the model's own numbers bit for bit (`check_unchanged`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import torch
from transformers import MarianMTModel
from transformers.models.marian import modeling_marian

from reference_numbers.places import Place, mean_so_far, positions
from reference_numbers.stages import Taps, by_head, watch_layers


class Changed:
    """A model with changes, while `on` holds."""

    def __init__(self, model: MarianMTModel, changes: list[dict]) -> None:
        self.model, self.changes = model, changes
        self.handles: list = []
        self.zeroed: dict[torch.nn.Module, torch.Tensor] = {}
        self.scores: dict[torch.nn.Module, torch.Tensor] = {}

    def hook_heads(self, attention: torch.nn.Module, place: Place) -> None:
        """Heads off by zero or mean: what goes into `out_proj`."""
        ways = place.off(self.changes)
        if not {"zero", "mean"} & set(ways):
            return

        def replace(_module, args):
            (joined,) = args
            heads = joined.unflatten(-1, (place.heads, -1)).transpose(1, 2)
            means = mean_so_far(heads, place.kind)
            given = [
                torch.zeros_like(heads[:, h]) if way == "zero" else means[:, h] if way == "mean" else heads[:, h]
                for h, way in enumerate(ways)
            ]
            return (torch.stack(given, 1).transpose(1, 2).flatten(-2),)

        self.handles.append(attention.out_proj.register_forward_pre_hook(replace))

    def hook_mask(self, attention: torch.nn.Module, place: Place) -> None:
        """All masks and forbidden cells, as one additive mask [1, H, T, S]; and the cells to be zeroed afterwards."""

        def replace(module, args, kwargs):
            states = args[0] if args else kwargs["hidden_states"]
            others = kwargs.get("key_value_states")
            keys = (states if others is None else others).shape[1]
            before, after = place.cells(self.changes, states.shape[1], keys)
            self.zeroed[module] = after
            mask = torch.zeros(1, *before.shape).masked_fill(before, float("-inf"))
            return args, kwargs | {"attention_mask": mask}

        self.handles.append(attention.register_forward_pre_hook(replace, with_kwargs=True))

    def hook_scale(self, attention: torch.nn.Module, place: Place) -> None:
        """Queries multiplied, head by head: so are the scores."""
        factors = place.factors(self.changes, attention.head_dim)
        if not factors.equal(torch.ones(place.heads)):
            self.handles.append(
                attention.q_proj.register_forward_hook(
                    lambda _module, _args, q: (q.unflatten(-1, (place.heads, -1)) * factors[:, None]).flatten(-2)
                )
            )

    def hook_positions(self, part: str) -> None:
        """The last change of this part's positions."""
        found = [change for change in self.changes if change["type"] == "positions" and change["part"] == part]
        if found:
            self.handles.append(
                getattr(self.model.model, part).embed_positions.register_forward_hook(
                    lambda _module, _args, own: positions(found[-1], *own.shape)
                )
            )

    def attend(self, module, query, key, value, attention_mask, scaling=None, **_):
        """`eager_attention_forward`, with weights of 0 where all is forbidden, and where cells are zeroed after the softmax."""
        scores = torch.matmul(query, key.transpose(2, 3)) * scaling
        self.scores[module] = scores[0]
        masked = scores if attention_mask is None else scores + attention_mask
        weights = torch.nn.functional.softmax(masked, dim=-1)
        if module in self.zeroed:
            nothing = (attention_mask == float("-inf")).all(-1, keepdim=True)
            weights = weights.masked_fill(nothing, 0).masked_fill(self.zeroed[module], 0)
        return torch.matmul(weights, value).transpose(1, 2).contiguous(), weights

    @contextmanager
    def on(self):
        """The changes hold within."""
        for _, place, attention in sublayers(self.model):
            self.hook_heads(attention, place)
            self.hook_scale(attention, place)
            if any(change["type"] in ("off", "mask", "forbid") for change in self.changes):
                self.hook_mask(attention, place)
        for part in ("encoder", "decoder"):
            self.hook_positions(part)
        try:
            with mock.patch.object(modeling_marian, "eager_attention_forward", self.attend):
                yield self
        finally:
            for handle in self.handles:
                handle.remove()
            self.handles.clear()


def sublayers(model: MarianMTModel) -> Iterator[tuple[str, Place, torch.nn.Module]]:
    """Every attention: the start of its stages' names, its place, its module."""
    for part in ("encoder", "decoder"):
        for index, layer in enumerate(getattr(model.model, part).layers):
            heads = layer.self_attn.num_heads
            yield f"{part}.{index}.self", Place(part, index, heads), layer.self_attn
            if part == "decoder":
                yield f"decoder.{index}.cross", Place("cross", index, heads), layer.encoder_attn


def forward(model: MarianMTModel, source: list[int], decoder_input: list[int]) -> torch.Tensor:
    """Logits [T, V] of one pass over all rows."""
    return model(
        input_ids=torch.tensor([source]),
        attention_mask=torch.ones(1, len(source), dtype=torch.long),
        decoder_input_ids=torch.tensor([decoder_input]),
        use_cache=False,
        output_attentions=True,
    ).logits[0]


@torch.no_grad()
def changed_stages(model: MarianMTModel, changes: list[dict], source: list[int], decoder_input: list[int]) -> dict[str, torch.Tensor]:
    """Of one changed pass: scores, patterns and head outputs of every attention, both stacks' last outputs, logits."""
    with Changed(model, changes).on() as changed:
        taps = Taps()
        watch_layers(model, taps)
        try:
            logits = forward(model, source, decoder_input)
        finally:
            taps.close()
    stages = {"logits": logits}
    for name, place, attention in sublayers(model):
        stages[f"{name}.scores"] = changed.scores[attention]
        stages[f"{name}.pattern"] = taps.weights[name]
        stages[f"{name}.headOutput"] = by_head(taps.into[f"{name}.out"], place.heads)
    for part, layers in (("encoder", model.config.encoder_layers), ("decoder", model.config.decoder_layers)):
        stages[f"{part}.{layers - 1}.output"] = taps.out[f"{part}.{layers - 1}"]
    return {name: value.to(torch.float32).clone().contiguous() for name, value in sorted(stages.items())}


@torch.no_grad()
def check_unchanged(model: MarianMTModel, source: list[int], decoder_input: list[int]) -> None:
    """The stand-in must give the model's own numbers bit for bit: with nothing changed, and with all said that is so anyway."""
    own = forward(model, source, decoder_input)
    idle = [
        {"type": "mask", "kind": "decoder", "layer": None, "heads": None, "mask": "causal", "size": 1},
        {"type": "scale", "kind": "encoder", "layer": None, "heads": None, "factor": 1},
        {"type": "positions", "part": "encoder", "way": "shifted", "by": 0, "seed": 0},
    ]
    for changes in ([], idle):
        with Changed(model, changes).on():
            logits = forward(model, source, decoder_input)
        assert torch.equal(logits, own), f"the patched model differs from its own self with {changes}"
