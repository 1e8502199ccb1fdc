"""Trains models of several sizes for a short while each and prints how they compare on the dev part.

    python training/compare_sizes.py --data FOLDER --out RUNS --steps 1000 [--only wide deep ...]

All see the same sentences in the same order; what differs is the model and how text is cut. Losses are per French character,
since ids of different vocabularies are not the same length. A finished trial is not run again.
"""

import argparse
import time
from dataclasses import dataclass, replace
from pathlib import Path

import sacrebleu
import torch
import transformers
from corpus.pairs import Split, read_pairs, split
from model.epochs import Encoder, Recipe, padded
from model.export import model_of
from model.marian import Sizes, Tensors, run, translation_loss
from model.progress import Progress
from model.tokenizer import Cutter
from model.trainer import Plan, Trainer
from model.translate import translate
from train import tokenizer_of

TRIALS = {
    "base": Sizes(),
    "small vocabulary": Sizes(vocabulary=4000, feed_forward=1024),
    "large vocabulary": Sizes(vocabulary=8000),
    "deep encoder": Sizes(vocabulary=5000, encoder_layers=6, feed_forward=704),
    "deep and narrow": Sizes(vocabulary=5000, encoder_layers=6, decoder_layers=5, width=176, feed_forward=704),
    "wide": Sizes(vocabulary=4000, width=208, feed_forward=832),
}
GROUP = 100
"""Dev sentences scored at once."""


@dataclass
class Score:
    """How a trial did on the dev part."""

    nats: float
    """Per character of the first French reference."""
    bleu: float


@torch.no_grad()
def score(run_folder: Path, cutter: Cutter, dev: dict[str, list[str]]) -> Score:
    model = model_of(torch.load(run_folder / "checkpoint.pt", map_location="cpu", weights_only=True))
    encoder = Encoder(cutter, 0.0, None)
    found = [encoder.pair(cutter.words(english), cutter.words(french[0])) for english, french in dev.items()]
    total = 0.0
    for at in range(0, len(found), GROUP):
        batch = Tensors.of(padded(found[at : at + GROUP]), torch.device("cpu"))
        total += translation_loss(model, run(model, batch), batch, 0.0)[0].item()
    references = list(dev.values())
    streams = [[one[i] if i < len(one) else None for one in references] for i in range(max(map(len, references)))]
    bleu = sacrebleu.corpus_bleu(translate(model, cutter, list(dev), limit=60), streams).score
    return Score(total / sum(len(one[0]) for one in references), bleu)


def trial(name: str, sizes: Sizes, parts: Split, arguments: argparse.Namespace) -> str:
    """Trains one model, or takes it up where it was left, and scores it: a line of the table."""
    folder = arguments.out / name.replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    cutter = tokenizer_of(folder, parts, sizes.vocabulary)
    plan = Plan(steps=arguments.steps, warmup=arguments.steps // 4, average=0.99, precision=arguments.precision)
    trainer = Trainer(folder, parts, cutter, sizes, replace(Recipe(), seed=arguments.seed), plan, torch.device("cpu"))
    trainer.resume()
    began, before = time.monotonic(), trainer.state.step
    trainer.train(0, 5, 0, Progress(folder / "curve.csv", parts, cutter, 100, 1e9))
    pace = (time.monotonic() - began) / max(1, trainer.state.step - before)
    found = score(folder, cutter, parts.dev)
    count = sum(value.numel() for value in trainer.model.parameters() if value.requires_grad)
    shape = f"{sizes.encoder_layers} + {sizes.decoder_layers} × {sizes.width}, {sizes.feed_forward}, {sizes.vocabulary}"
    return f"| {name} | {shape} | {count / 1e6:.2f} M | {pace:.2f} s | {found.nats:.4f} | {found.bleu:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--precision", default="bfloat16", choices=("float32", "bfloat16"))
    parser.add_argument("--only", nargs="+", choices=tuple(TRIALS), default=tuple(TRIALS))
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    transformers.utils.logging.set_verbosity_error()
    parts = split(read_pairs(arguments.data))
    print("| trial | layers × width, feed-forward, vocabulary | parameters | a step | nats per character | BLEU |\n|---|---|---|---|---|---|", flush=True)
    for name in arguments.only:
        print(trial(name, TRIALS[name], parts, arguments), flush=True)


if __name__ == "__main__":
    main()
