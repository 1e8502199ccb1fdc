"""What changes mean for positions and for one attention: whom they concern, which cells they close, by how much they scale."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
import torch

SHUFFLE_BLOCK = 16
WORD = 0xFFFFFFFF


def draws(seed: int) -> Iterator[int]:
    """mulberry32, as src/contract/meaning/random.ts says it: whole numbers below 2³²."""
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
