"""Hugging Face's Marian with changes inside its forward pass: the semantics of src/contract/intervention.ts, written anew.

Most changes are hooks on the model's own modules: heads off by zero or mean (before `out_proj`), masks and cells forbidden before the
softmax (the attention's `attention_mask`), scale (after `q_proj`), positions (after `embed_positions`). What lies between softmax
and values no hook reaches: there a copy of `eager_attention_forward` stands in, which sets weights to 0 and gives rows
that may read nothing weights of 0. With nothing changed it gives the model's own numbers bit for bit (`check_unchanged`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

import numpy
import torch
from transformers import MarianMTModel
from transformers.models.marian import modeling_marian

from refs.stages import Taps, by_head, watch_layers

SHUFFLE_BLOCK = 16
WORD = 0xFFFFFFFF


def draws(seed: int) -> Iterator[int]:
    """mulberry32, as src/engine/changes/random.ts says it: whole numbers below 2³²."""
    state = seed & WORD
    while True:
        state = (state + 0x6D2B79F5) & WORD
        t = (state ^ (state >> 15)) * (state | 1) & WORD
        t ^= t + ((t ^ (t >> 7)) * (t | 61) & WORD) & WORD
        yield t ^ (t >> 14)


def shuffled(seed: int, count: int) -> list[int]:
    """The places 0 … count - 1, shuffled block by block."""
    draw = draws(seed)
    places: list[int] = []
    while len(places) < count:
        block = list(range(len(places), len(places) + SHUFFLE_BLOCK))
        for i in range(SHUFFLE_BLOCK - 1, 0, -1):
            j = next(draw) * (i + 1) >> 32
            block[i], block[j] = block[j], block[i]
        places += block
    return places[:count]


def sinusoids(places: list[int], width: int) -> torch.Tensor:
    """[places, width]: sines, then cosines, of any whole places."""
    rates = 10000.0 ** (2 * (numpy.arange(width) // 2) / width)
    angles = numpy.array(places, dtype=numpy.float64)[:, None] / rates
    return torch.tensor(numpy.concatenate([numpy.sin(angles[:, 0::2]), numpy.cos(angles[:, 1::2])], axis=1), dtype=torch.float32)


def positions(change: dict, count: int, width: int) -> torch.Tensor:
    """What is added to the embeddings of the first tokens of a part."""
    if change["way"] == "off":
        return torch.zeros(count, width)
    if change["way"] == "shuffled":
        return sinusoids(shuffled(change["seed"], count), width)
    return sinusoids([place + change["by"] for place in range(count)], width)


@dataclass(frozen=True)
class Place:
    """One attention sub-layer."""

    kind: str
    layer: int
    heads: int

    def concerned(self, changes: list[dict], what: str) -> Iterator[tuple[dict, list[int]]]:
        """The changes of this sort that speak of this place, in their order, with the heads they mean."""
        for change in changes:
            if change["type"] == what and change["kind"] == self.kind and change["layer"] in (None, self.layer):
                named = range(self.heads) if change["heads"] is None else change["heads"]
                yield change, [head for head in named if head < self.heads]

    def off(self, changes: list[dict]) -> list[str | None]:
        """How each head is off."""
        ways: list[str | None] = [None] * self.heads
        for change, heads in self.concerned(changes, "off"):
            for head in heads:
                ways[head] = change["way"]
        return ways

    def factors(self, changes: list[dict], head_width: int) -> torch.Tensor:
        """[H]: what each head's q·k ÷ √Dh is multiplied by besides."""
        factors = torch.ones(self.heads)
        for change, heads in self.concerned(changes, "scale"):
            factors[heads] = head_width**0.5 if change["factor"] is None else change["factor"]
        return factors

    def masked(self, changes: list[dict], rows: int, keys: int) -> torch.Tensor:
        """[H, T, S]: true where a mask, the kind's own or another, forbids the key."""
        query, key = torch.arange(rows)[:, None], torch.arange(keys)[None, :]
        nothing = torch.zeros(rows, keys, dtype=torch.bool)
        own = {"causal": key > query} if self.kind == "decoder" else {}
        masks: list[dict[str, torch.Tensor]] = [dict(own) for _ in range(self.heads)]
        for change, heads in self.concerned(changes, "mask"):
            size = change["size"]
            sort = {
                "causal": lambda _: key > query,
                "padding": lambda size: (key >= size) | nothing,
                "window": lambda size: (key - query).abs() > size,
                "block": lambda size: key // size != query // size,
            }
            for head in heads:
                if change["mask"] == "none":
                    masks[head] = {}
                else:
                    masks[head] |= {change["mask"]: sort[change["mask"]](size)}
        return torch.stack([torch.stack([nothing, *of.values()]).any(0) for of in masks])

    def cells(self, changes: list[dict], rows: int, keys: int) -> tuple[torch.Tensor, torch.Tensor]:
        """[H, T, S] twice: true where a cell is forbidden before the softmax, and where it is set to 0 after it."""
        forbidden = {"before": self.masked(changes, rows, keys), "after": torch.zeros(self.heads, rows, keys, dtype=torch.bool)}
        for change, heads in self.concerned(changes, "forbid"):
            for cell in change["cells"]:
                query = range(rows) if cell["query"] is None else [q for q in [cell["query"]] if q < rows]
                key = range(keys) if cell["key"] is None else [k for k in [cell["key"]] if k < keys]
                for head in heads:
                    for q in query:
                        forbidden[change["mode"]][head, q, list(key)] = True
        for head, way in enumerate(self.off(changes)):
            if way == "first":
                forbidden["before"][head], forbidden["after"][head] = True, False
                forbidden["before"][head, :, 0] = False
        return forbidden["before"], forbidden["after"]


def mean_so_far(heads: torch.Tensor, kind: str) -> torch.Tensor:
    """[.., T, Dh]: the mean over all rows in the encoder, over the rows up to each one's own in the decoder."""
    if kind == "encoder":
        return heads.mean(-2, keepdim=True).expand_as(heads)
    return heads.cumsum(-2) / torch.arange(1, heads.shape[-2] + 1)[:, None]


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
