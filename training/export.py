"""Writes a run's averaged or last weights as the folder the page bundles: Hugging Face layout, float16.

    python training/export.py --run RUN --out public/models/en-fr [--weights last]

`transformers.MarianMTModel.from_pretrained(OUT)` opens it unmodified.
"""

import argparse
from pathlib import Path

from model.export import WEIGHTS, export


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="a training run's folder")
    parser.add_argument("--out", type=Path, required=True, help="the model's folder")
    parser.add_argument("--weights", choices=WEIGHTS, default="average")
    arguments = parser.parse_args()
    print(export(arguments.run, arguments.out, arguments.weights))


if __name__ == "__main__":
    main()
