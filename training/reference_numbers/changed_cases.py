"""The changes whose numbers are stored: each sort in one layer and in all, for the bundled model and two tiny ones."""

import random

import torch
from transformers import MarianConfig, MarianMTModel

from reference_numbers.changes import Changed, changed_stages, check_unchanged
from reference_numbers.greedy import generate
from reference_numbers.models import TinyModel
from reference_numbers.stages import all_stages

TELLING = 1e-2
"""A change counts when it moves some logit by this much."""
TRIES = 40
BUNDLED_LIMIT = 24


def off(kind: str, layer: int | None, heads: list[int] | None, way: str) -> dict:
    return {"type": "off", "kind": kind, "layer": layer, "heads": heads, "way": way}


def forbid(kind: str, layer: int | None, heads: list[int] | None, mode: str, cells: list[tuple]) -> dict:
    told = [{"query": query, "key": key} for query, key in cells]
    return {"type": "forbid", "kind": kind, "layer": layer, "heads": heads, "mode": mode, "cells": told}


def mask(kind: str, layer: int | None, heads: list[int] | None, word: str, size: int = 1) -> dict:
    return {"type": "mask", "kind": kind, "layer": layer, "heads": heads, "mask": word, "size": size}


def scale(kind: str, layer: int | None, heads: list[int] | None, factor: float | None) -> dict:
    return {"type": "scale", "kind": kind, "layer": layer, "heads": heads, "factor": factor}


def positions(part: str, way: str, by: int = 0, seed: int = 0) -> dict:
    return {"type": "positions", "part": part, "way": way, "by": by, "seed": seed}


def changes_of(config: MarianConfig) -> dict[str, list[dict]]:
    """By name, for a model of these sizes. Row 1 of `rows` may read nothing at all."""
    last, deep = config.encoder_layers - 1, config.decoder_layers - 1
    e, d = config.encoder_attention_heads, config.decoder_attention_heads
    cells = [(1, 0), (None, 2), (3, 3), (4, 1)]
    rows = [(1, None), (2, 0), (None, 3)]
    kinds = ("encoder", "decoder", "cross")
    return {
        "off-zero-one": [off("encoder", last, [0], "zero"), off("cross", 0, [d - 1], "zero")],
        "off-zero-all": [off("encoder", None, [*range(1, e)], "zero"), off("decoder", None, [0], "zero")],
        "off-mean-one": [off("encoder", 0, [1], "mean"), off("decoder", deep, [0], "mean"), off("cross", 0, [1], "mean")],
        "off-mean-all": [off(kind, None, None, "mean") for kind in kinds],
        "off-first-one": [off("encoder", 0, [0, 1], "first"), off("cross", deep, [0], "first")],
        "off-first-all": [off("decoder", None, None, "first"), off("encoder", None, [e - 1], "first")],
        "before-one": [forbid("encoder", 0, [0], "before", rows), forbid("decoder", 0, [1], "before", cells)],
        "before-all": [forbid("encoder", None, None, "before", cells), forbid("cross", None, None, "before", rows)],
        "after-one": [forbid("encoder", 0, [0], "after", rows), forbid("decoder", 0, [1], "after", cells)],
        "after-all": [forbid("encoder", None, None, "after", cells), forbid("cross", None, None, "after", rows)],
        "ahead-one": [mask("decoder", deep, [0], "none")],
        "ahead-all": [mask("decoder", None, None, "none")],
        "masks": [
            mask("encoder", None, None, "window", 1),
            mask("encoder", 0, [0], "causal"),
            mask("decoder", deep, None, "block", 2),
            mask("cross", 0, [0, 1], "padding", 3),
        ],
        "scale-one": [scale("encoder", 0, [1], None), scale("decoder", 0, None, 0.25)],
        "scale-all": [scale("encoder", None, None, 0.5), scale("decoder", None, None, 2), scale("cross", None, None, None)],
        "positions-off": [positions("encoder", "off"), positions("decoder", "off")],
        "positions-moved": [positions("encoder", "shifted", by=-3), positions("decoder", "shuffled", seed=7)],
        "mixed": [
            positions("encoder", "shuffled", seed=12345678901),
            scale("encoder", None, None, 1.5),
            mask("decoder", None, None, "none"),
            mask("decoder", None, None, "window", 2),
            forbid("cross", None, [0], "after", cells),
            off("encoder", 0, [0], "mean"),
            off("cross", deep, None, "zero"),
            off("cross", deep, [0], "first"),
        ],
    }


def write(model: MarianMTModel, changes: list[dict], source: list[int], max_length: int) -> tuple[list[int], float]:
    """What the changed model writes, and the smallest lead; without a cache, so that hooks see all rows at every step."""
    with Changed(model, changes).on():
        return generate(model, source, max_length, use_cache=False)


def written_case(model: MarianMTModel, name: str, changes: list[dict], source: list[int], max_length: int, lead: float) -> dict | None:
    """A case whose target the changed model writes, unless rounding could turn a choice over."""
    generated, least = write(model, changes, source, max_length)
    if least <= lead:
        return None
    ended = generated[-1] == model.config.eos_token_id
    read = generated[:-1] if ended else generated
    told = {"generated": generated, "ended": ended}
    return case_of(model, name, changes, source, read) | {"target": None} | told


def case_of(model: MarianMTModel, name: str, changes: list[dict], source: list[int], target: list[int]) -> dict:
    """A case whose target is given."""
    decoder_input = [model.config.decoder_start_token_id, *target]
    return {"name": name, "source": source, "target": target, "decoderInput": decoder_input, "changes": changes}


def is_telling(model: MarianMTModel, case: dict) -> bool:
    """Whether the change moves the logits, and the case is long enough for its cells."""
    if len(case["decoderInput"]) < 5:
        return False
    own = all_stages(model, case["source"], case["decoderInput"])["logits"]
    changed = changed_stages(model, case["changes"], case["source"], case["decoderInput"])["logits"]
    return (own - changed).abs().max().item() > TELLING


def tiny_changes(model: MarianMTModel, tiny: TinyModel, lead: float) -> list[dict]:
    """One case of each name. Where no target is found that the model writes and rounding leaves alone, one is given."""
    draw = random.Random(tiny.seed + 3000)
    words = [token for token in range(tiny.vocabulary) if token not in {tiny.pad, tiny.end, tiny.start}]
    check_unchanged(model, [*draw.choices(words, k=7), tiny.end], [tiny.start, *draw.choices(words, k=5)])
    cases = []
    for name, changes in changes_of(model.config).items():
        found = None
        for tries in range(TRIES):
            source = [*draw.choices(words, k=draw.randint(5, 9)), tiny.end]
            found = written_case(model, name, changes, source, tiny.max_length, lead)
            # One that the length limit cut will do where none ends by itself.
            if found and (found["ended"] or tries > TRIES // 2) and is_telling(model, found):
                break
        else:
            found = case_of(model, name, changes, source, draw.choices(words, k=6))
            assert is_telling(model, found), f"{tiny.name}: {name} changes nothing"
        cases.append(found)
    return cases


def bundled_changes(model: MarianMTModel, source: list[int], target: list[int], lead: float) -> list[dict]:
    """One case of each name over one short sentence: as the changed model translates it, or with the target given."""
    check_unchanged(model, source, [model.config.decoder_start_token_id, *target])
    cases = []
    for name, changes in changes_of(model.config).items():
        written = written_case(model, name, changes, source, BUNDLED_LIMIT, lead)
        given = case_of(model, name, changes, source, target)
        found = written if written and written["ended"] and is_telling(model, written) else given
        assert is_telling(model, found), f"{name} changes nothing"
        cases.append(found)
    return cases


def kept_stages(model: MarianMTModel, case: dict, whole: bool) -> dict[str, torch.Tensor]:
    """The stages of a case that are stored: patterns and last outputs; of a tiny model logits too, and more of its first layers."""
    stages = changed_stages(model, case["changes"], case["source"], case["decoderInput"])
    first = (".0.self.scores", ".0.cross.scores", ".0.self.headOutput", ".0.cross.headOutput")
    kept = (".pattern", ".output", *(("logits", *first) if whole else ()))
    return {name: value for name, value in stages.items() if name.endswith(kept)}
