"""Finds clauses that tell one noun from the other, and keeps those on which a language model and the judge agree (judge/telling_clauses.py).

    python training/find_telling_clauses.py --data FOLDER --out RUN --seed 9801

reads RUN/judge.pt and writes RUN/telling.jsonl, some 90 sentences a second on two cores with a second process of another seed and folder,
until it is stopped or has --count of them.
"""

import argparse
import json
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import torch
from corpus.clause_bank import half_clause_bank
from corpus.pairs import read_pairs, split
from judge.antecedent_judge import FILE, opened
from judge.language_model import Likelihood
from judge.telling_clauses import sentences

COUNT = 50_000
WRITTEN = "telling.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the tab-separated pairs")
    parser.add_argument("--out", type=Path, required=True, help="the run's folder, with the judge's weights")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=9801)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    judge, model = opened(arguments.out / FILE), Likelihood()
    told = half_clause_bank(tuple(split(read_pairs(arguments.data)).train))
    with (arguments.out / WRITTEN).open("w", encoding="utf-8") as file:
        for number, one in enumerate(islice(sentences(judge, model, told, arguments.seed), arguments.count), 1):
            file.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
            if number % 1000 == 0:
                print(f"{number} kept", flush=True)


if __name__ == "__main__":
    main()
