"""Which ways the gender of a pronoun's noun takes: what is left of the pronoun when one after the other is closed."""

import torch
from model.epochs import ANTECEDENT, OTHER, PRONOUN, Example
from model.tokenizer import PAD
from reference_numbers.changes import Changed, forward
from transformers import MarianMTModel

HeadsOfLayer = tuple[int, list[int]]


def forbid(kind: str, cells: list[tuple[int | None, int | None]], at: HeadsOfLayer | None = None) -> dict:
    """A change as the page has it: cells (query, key) forbidden before the softmax, in some heads of a layer or in all."""
    layer, heads = at or (None, None)
    return {
        "type": "forbid", "kind": kind, "layer": layer, "heads": heads, "mode": "before",
        "cells": [{"query": query, "key": key} for query, key in cells],
    }


def layers_of(labelled: list[tuple[int, int]]) -> list[HeadsOfLayer]:
    return [(layer, [head for one, head in labelled if one == layer]) for layer in sorted({layer for layer, _ in labelled})]


def link_of(example: Example) -> list[tuple[int, int]]:
    """The cells (query, key) in which the pronoun reads its noun."""
    spans = {what: range(start, end) for what, start, end in example.marks}
    return [(query, key) for query in spans[PRONOUN] for key in spans[ANTECEDENT]]


def closed_in(example: Example, layer: int, head: int) -> list[dict]:
    """The change that keeps the pronoun from its noun in one encoder head alone."""
    return [forbid("encoder", link_of(example), (layer, [head]))]


def ways(example: Example, labelled: list[tuple[int, int]]) -> dict[str, list[dict]]:
    """The changes by what they close; `labelled` are the encoder heads (layer, head) that link pronouns to nouns."""
    spans = {what: range(start, end) for what, start, end in example.marks}
    nouns = [*spans[ANTECEDENT], *spans.get(OTHER, [])]
    others = [i for i in range(len(example.source)) if i not in nouns]
    link = link_of(example)
    reads = [forbid("encoder", link)]
    all_reads = [forbid("encoder", [(query, key) for query in others for key in nouns])]
    cross = [forbid("cross", [(example.row, key) for key in nouns])]
    return {
        "nothing is closed": [],
        '"it" reads its noun in no head labelled for it': [forbid("encoder", link, at) for at in layers_of(labelled)],
        '"it" reads its noun in no head of the encoder': reads,
        "the French pronoun's row reads neither noun in the English": cross,
        "both of these": reads + cross,
        "besides, no English word reads the nouns": all_reads + cross,
    }


@torch.no_grad()
def chances(model: MarianMTModel, example: Example, changes: list[dict], ids: list[int]) -> list[float]:
    """The probabilities of these ids where the pronoun is written."""
    fed = [PAD, *example.target[: example.row]]
    with Changed(model, changes).on():
        last = forward(model, example.source, fed)[-1].softmax(-1)
    return [last[number].item() for number in ids]
