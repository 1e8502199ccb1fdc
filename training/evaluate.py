"""Prints the figures of the model card, part by part.

    python training/evaluate.py --model public/models/en-fr --data FOLDER [--only bleu pronouns heads odd causal table ways]

The data folder is only needed for the held-out Tatoeba sentences (bleu, odd, table). `--table FILE` writes the heads' table, `--scores FILE`
keeps the figures of the parts that ran, as card.py reads them (those of other parts stay as they are).
"""

import argparse
import json
import time
from pathlib import Path

import torch
import transformers
from report.evaluation import Evaluation

GRAMMAR_COUNT = 2000
PARTS = ("bleu", "pronouns", "heads", "odd", "causal", "table", "ways")
"""In this order: "ways" closes the heads that "table" labels."""


def rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(one) for one in value]
    return round(value, 5) if isinstance(value, float) else value


def keep(file: Path | None, part: str, figures: dict) -> None:
    """Puts a part's figures into the file, beside those of other parts."""
    if file:
        known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        file.write_text(json.dumps({**known, part: rounded(figures)}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=Path(__file__).parents[1] / "public/models/en-fr")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--count", type=int, default=GRAMMAR_COUNT, help="held-out grammar sentences")
    parser.add_argument("--shown", type=int, default=5, help="wrong answers printed of each kind")
    parser.add_argument("--table", type=Path, help="where to write the heads' table (JSON)")
    parser.add_argument("--labels", type=Path, help="where to write the labelled heads, as the page reads them (heads.json)")
    parser.add_argument("--scores", type=Path, help="where to keep the figures (JSON)")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    evaluation = Evaluation(arguments.model, arguments.data, arguments.count, arguments.shown)
    for part in arguments.only:
        began = time.monotonic()
        if part == "table":
            evaluation.table(arguments.table, arguments.labels)
        else:
            keep(arguments.scores, part, getattr(evaluation, part)())
        print(f"   ({part}: {time.monotonic() - began:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
