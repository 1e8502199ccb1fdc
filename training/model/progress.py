"""What a training run shows while it goes: a line every so many steps, a look at the dev part every so many minutes."""

import csv
import time
from pathlib import Path
from typing import TYPE_CHECKING

import sacrebleu
import torch
from corpus.grammar.generate import held_out_sentences
from corpus.pairs import Split
from measure.links import STREET

from model.epochs import CUT, FREE, Encoder, Example, linked, padded
from model.marian import Tensors, build, link_weights, logits, run
from model.tokenizer import PAD, Cutter
from model.translate import translate

if TYPE_CHECKING:
    from model.trainer import Trainer

COLUMNS = (
    "step", "epoch", "minutes", "rate", "loss", "probe", "head", "tokens_per_second", "dev_loss", "dev_bleu", "pronoun", "pronoun_cut", "link",
)
DEV_SENTENCES = 300
DEV_LINKS = 200
DEV_SEED = 77


class Progress:
    """Writes curve.csv and prints."""

    def __init__(self, file: Path, parts: Split, cutter: Cutter, steps: int, minutes: float) -> None:
        self.file, self.cutter, self.steps, self.minutes = file, cutter, steps, minutes
        encoder = Encoder(cutter, 0.0, None)
        self.dev = dict(list(parts.dev.items())[:DEV_SENTENCES])
        pairs = [(english, french[0]) for english, french in self.dev.items()]
        self.pairs = [encoder.pair(cutter.words(english), cutter.words(french)) for english, french in pairs]
        self.links = [linked(encoder, one) for one in held_out_sentences(DEV_SEED, DEV_LINKS)] if steps else []
        self.lecture = [linked(encoder, one) for one in STREET.values()]
        self.sums: dict[str, list[float]] = {}
        self.began = self.looked = time.monotonic()
        self.latest: dict[str, float] = {}
        if not file.exists():
            self.write(COLUMNS)

    def write(self, row: tuple | list) -> None:
        with self.file.open("a", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerow(row)

    def seen(self, trainer: "Trainer", parts: dict) -> None:
        """Takes note of one step."""
        for name, value in parts.items():
            self.sums.setdefault(name, []).append(value)
        if not self.steps or trainer.state.step % self.steps:
            return
        now = time.monotonic()
        if now - self.looked > 60 * self.minutes:
            self.look(trainer)
            self.looked = time.monotonic()
        means = {name: float(sum(values)) / len(values) for name, values in self.sums.items()}
        speed = sum(self.sums["tokens"]) / max(1e-9, now - self.began)
        self.sums, self.began = {}, time.monotonic()
        self.line(trainer, means, speed)

    def line(self, trainer: "Trainer", means: dict, speed: float) -> None:
        state = trainer.state
        values = {
            "step": state.step, "epoch": state.epoch, "minutes": round(state.seconds / 60, 2), "rate": f"{trainer.rate():.2e}",
            "tokens_per_second": round(speed), **{name: round(value, 4) for name, value in means.items() if name != "tokens"}, **self.latest,
        }
        self.latest = {}
        self.write([values.get(name, "") for name in COLUMNS])
        print(" ".join(f"{name} {values[name]}" for name in COLUMNS if name in values), flush=True)

    @torch.no_grad()
    def look(self, trainer: "Trainer") -> None:
        """Scores the averaged weights on the dev part and on held-out grammar sentences."""
        model = build(trainer.sizes).to(trainer.device).eval()
        model.load_state_dict(trainer.average, strict=False)
        model.tie_weights()
        batch = Tensors.of(padded(self.pairs), trainer.device)
        outcome = run(model, batch)
        counted = batch.target != PAD
        loss = torch.nn.functional.cross_entropy(logits(model, outcome.hidden[counted]).float(), batch.target[counted])
        # A beginner never ends its sentences: do not wait for it.
        found = translate(model, self.cutter, list(self.dev), limit=60)
        references = list(self.dev.values())
        most = max(map(len, references))
        streams = [[one[i] if i < len(one) else None for one in references] for i in range(most)]
        self.latest = {
            "dev_loss": round(loss.item(), 4),
            "dev_bleu": round(sacrebleu.corpus_bleu(found, streams).score, 2),
            "pronoun": round(self.right(model, self.links, FREE, trainer.device), 4),
            "pronoun_cut": round(self.right(model, self.links, CUT, trainer.device), 4),
            "link": round(self.link(model, trainer.device), 4),
        }
        print(" ".join(f"{name} {value}" for name, value in self.latest.items()), flush=True)

    def right(self, model: torch.nn.Module, links: list[Example], mode: int, device: torch.device) -> float:
        """The mean probability of the right pronoun after the right beginning; `mode` CUT keeps "it" from its noun."""
        if not links:
            return 0.0
        batch = Tensors.of(padded(links), device)
        batch.mode = torch.full_like(batch.mode, mode)
        rows = torch.arange(len(links), device=device)
        hidden = run(model, batch).hidden[rows, batch.row]
        right = batch.target[rows, batch.row]
        return logits(model, hidden).float().softmax(-1)[rows, right].mean().item()

    @torch.no_grad()
    def link(self, model: torch.nn.Module, device: torch.device) -> float:
        """What the encoder head that links "it" in both of the lecture's sentences gives the noun in the one where it gives less."""
        batch = Tensors.of(padded(self.lecture), device)
        return link_weights(run(model, batch, weights=True), batch).min(0).values.max().item()
