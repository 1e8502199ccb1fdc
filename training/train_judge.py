"""Trains the judge, which says what of two nouns a pronoun stands for (judge/antecedent_judge.py).

    python training/train_judge.py --data FOLDER --out RUN

writes RUN/judge.pt in some thirteen minutes on two cores.
"""

import argparse
from pathlib import Path

import torch
from corpus.pairs import read_pairs, split
from judge.antecedent_judge import FILE, Judge, learn, lessons, save

COUNTS = {"halves": 36_000, "borrowed": 18_000, "grammar": 12_000}
"""Sentences it learns from."""
SEED = 7001


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the tab-separated pairs")
    parser.add_argument("--out", type=Path, required=True, help="the run's folder")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(SEED)
    judge = Judge()
    share = learn(judge, lessons(tuple(split(read_pairs(arguments.data)).train), SEED, COUNTS))
    arguments.out.mkdir(parents=True, exist_ok=True)
    save(judge, arguments.out / FILE)
    print(f"right in {share:.3f} of the last tenth; written to {FILE}")


if __name__ == "__main__":
    main()
