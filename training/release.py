"""Puts a training run's model in the page's place and makes anew all that is made from it.

    python training/release.py --run RUN --data FOLDER [--weights last]

Exports the averaged (or the last) weights to public/models/en-fr, measures every figure (training/scores.json) and every head (training/heads.json
and the page's heads.json), lets the page's own engine make the first view, the stored picture and the manifest, writes the
reference numbers of the tests and the tables of MODEL_CARD.md. Needs Node beside Python; takes some three minutes.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from model.export import WEIGHTS

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "public/models/en-fr"
HERE = ROOT / "training"


def steps(run: Path, data: Path, weights: str) -> list[list[str]]:
    """The commands, in the order they need each other."""
    python, labels = sys.executable, MODEL / "heads.json"
    table, scores = HERE / "heads.json", HERE / "scores.json"
    kept = ["--table", str(table), "--labels", str(labels), "--scores", str(scores)]
    return [
        [python, str(HERE / "export.py"), "--run", str(run), "--out", str(MODEL), "--weights", weights],
        [python, str(HERE / "evaluate.py"), "--model", str(MODEL), "--data", str(data), *kept],
        ["node", str(ROOT / "scripts/describe.mjs"), str(MODEL), "--keep-labels"],
        [python, str(HERE / "reference.py"), "--model", str(MODEL), "--out", str(ROOT / "fixtures")],
        [python, str(HERE / "card.py")],
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="a training run's folder")
    parser.add_argument("--data", type=Path, required=True, help="folder with the tab-separated pairs")
    parser.add_argument("--weights", choices=WEIGHTS, default="average")
    arguments = parser.parse_args()
    for command in steps(arguments.run.resolve(), arguments.data.resolve(), arguments.weights):
        print("+", *command, flush=True)
        subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
