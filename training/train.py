"""Trains the bundled model: one command, resumes by itself. See training/README.md.

    python training/train.py --data FOLDER --out RUN --steps 28000

RUN gets tokenizer.json, checkpoint.pt, curve.csv and, at the end, model/ (the exported folder).
"""

import argparse
import json
from dataclasses import fields
from pathlib import Path

import torch
import transformers
from corpus.grammar.french import starts_with_vowel
from corpus.grammar.generate import training_sentences
from corpus.grammar.lexicon import nouns
from corpus.pairs import Split, read_pairs, split
from model.epochs import Recipe
from model.export import export
from model.marian import Sizes
from model.progress import Progress
from model.tokenizer import Cutter, learn
from model.trainer import Plan, Trainer

GRAMMAR_TEXTS = 20_000
"""Grammar pairs the tokenizer is learned from, beside all pairs."""
ELIDED = 200
"""Times it sees each of the grammar's nouns behind an elided article: there a word has no mark of its beginning, and is too rare for a piece."""


def tokenizer_of(out: Path, parts: Split, size: int) -> Cutter:
    """The run's tokenizer, learned where it has none yet."""
    file = out / "tokenizer.json"
    if not file.exists():
        texts = [text for pair in parts.train for text in pair]
        texts += [text for one in training_sentences(0, GRAMMAR_TEXTS) for text in (one.en, one.fr)]
        texts += [f"l'{noun.french[0]}" for noun in nouns().values() if starts_with_vowel(noun.french[0])] * ELIDED
        file.write_text(learn(texts, size), encoding="utf-8")
    return Cutter.open(file)


def add_fields(parser: argparse.ArgumentParser, kind: type) -> None:
    """An option for each field of a dataclass, with its default."""
    for one in fields(kind):
        parser.add_argument(f"--{one.name.replace('_', '-')}", type=type(one.default), default=one.default)


def taken(arguments: argparse.Namespace, kind: type) -> object:
    return kind(**{one.name: getattr(arguments, one.name) for one in fields(kind)})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the tab-separated pairs")
    parser.add_argument("--out", type=Path, required=True, help="the run's folder; a run in it goes on")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=0, help="processes that make epochs ahead (for a GPU)")
    parser.add_argument("--save-minutes", type=float, default=10)
    parser.add_argument("--stop-minutes", type=float, default=0, help="stop after so long, to be resumed; 0: when done")
    parser.add_argument("--log-steps", type=int, default=100)
    parser.add_argument("--look-minutes", type=float, default=20, help="between two looks at the dev part")
    for kind in (Sizes, Recipe, Plan):
        add_fields(parser, kind)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.set_float32_matmul_precision("high")
    transformers.utils.logging.set_verbosity_error()
    sizes, recipe, plan = (taken(arguments, kind) for kind in (Sizes, Recipe, Plan))
    if not plan.hours and not plan.steps:
        parser.error("give --hours or --steps: how long the whole training is")
    arguments.out.mkdir(parents=True, exist_ok=True)
    parts = split(read_pairs(arguments.data))
    cutter = tokenizer_of(arguments.out, parts, sizes.vocabulary)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    trainer = Trainer(arguments.out, parts, cutter, sizes, recipe, plan, device)
    resumed = trainer.resume()
    count = sum(value.numel() for value in trainer.model.parameters())
    print(f"{count:,} parameters on {device}; {len(parts.train):,} pairs; {'resumed at' if resumed else 'from'} step {trainer.state.step}", flush=True)
    (arguments.out / "options.json").write_text(json.dumps(trainer.options(), indent=1) + "\n", encoding="utf-8")
    watch = Progress(arguments.out / "curve.csv", parts, cutter, arguments.log_steps, arguments.look_minutes)
    done = trainer.train(arguments.workers, arguments.save_minutes, arguments.stop_minutes, watch)
    watch.look(trainer)
    target = export(arguments.out, arguments.out / "model")
    print(f"{'done' if done else 'stopped'} at step {trainer.state.step}; exported to {target}", flush=True)


if __name__ == "__main__":
    main()
