"""Asks the judge about sentences that nobody has marked (judge/judged_sentences.py).

    python training/judge_sentences.py --data FOLDER --out RUN

reads RUN/judge.pt and writes RUN/judged.jsonl in some nine minutes on two cores.
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
from judge.judged_sentences import CLAUSES, SURE, WORDS, asked, judged

COUNT = 25_000
"""Main clauses that it is asked about."""
ASKED = 500
"""Main clauses that it is asked about at once."""
SEED = 9001
JUDGED = "judged.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the tab-separated pairs")
    parser.add_argument("--out", type=Path, required=True, help="the run's folder, with the judge's weights")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--words", type=int, default=WORDS, help=f"how many of the {CLAUSES} clauses tried are of any common word")
    parser.add_argument("--sure", type=float, default=SURE, help="margin of logits from which the judge's word is taken")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    judge = opened(arguments.out / FILE)
    told = half_clause_bank(tuple(split(read_pairs(arguments.data)).train))
    source, total = asked(told, arguments.seed, arguments.count, arguments.words), 0
    with (arguments.out / JUDGED).open("w", encoding="utf-8") as file:
        while part := list(islice(source, ASKED)):
            for one in judged(judge, part, arguments.sure):
                file.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
                total += 1
            print(f"{total} kept", flush=True)


if __name__ == "__main__":
    main()
