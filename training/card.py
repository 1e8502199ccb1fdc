"""Writes the parts of MODEL_CARD.md between their marks: sizes from the model's folder, figures and what they say from scores.json, heads from heads.json.

    python training/card.py [--check]

`--check` writes nothing and fails when the card says something else.
"""

import argparse
import json
import sys
from pathlib import Path

from report.head_tables import tables
from report.link_text import link_text
from report.score_tables import scores_table, size_table, ways_table

ROOT = Path(__file__).parents[1]
CARD, HEADS, SCORES, MODEL = ROOT / "MODEL_CARD.md", ROOT / "training/heads.json", ROOT / "training/scores.json", ROOT / "public/models/en-fr"


def with_part(card: str, name: str, body: str) -> str:
    """The card with one part made anew. @raises ValueError where a mark is missing"""
    begin, end = f"<!-- {name}: made by training/card.py -->", f"<!-- end of {name} -->"
    if begin not in card or end not in card:
        raise ValueError(f"with_part: card: expected the marks {begin} and {end}, got a card without")
    before, rest = card.split(begin, 1)
    after = rest.split(end, 1)[1]
    return f"{before}{begin}\n\n{body}\n\n{end}{after}"


def parts() -> dict[str, str]:
    """The parts' names and text."""
    scores = json.loads(SCORES.read_text(encoding="utf-8"))
    return {
        "sizes": size_table(MODEL), "scores": scores_table(scores), "ways": ways_table(scores["ways"]),
        "link": link_text(scores["ways"], scores["heads"]),
        "heads": tables(json.loads(HEADS.read_text(encoding="utf-8"))),
    }


def made_anew(card: str) -> str:
    """The card with all its parts made anew."""
    for name, body in parts().items():
        card = with_part(card, name, body)
    return card


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    card = CARD.read_text(encoding="utf-8")
    made = made_anew(card)
    if arguments.check:
        print("the card says what the files do" if made == card else "the card's tables are not those of its files: python training/card.py")
        return int(made != card)
    CARD.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
