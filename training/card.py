"""Writes the tables of MODEL_CARD.md between their marks: sizes from the model's folder, figures from scores.json, heads from heads.json.

    python training/card.py [--check]

`--check` writes nothing and fails when the card says something else.
"""

import argparse
import json
import sys
from pathlib import Path

from card_scores import scores_table, size_table, ways_table

ROOT = Path(__file__).parents[1]
CARD, HEADS, SCORES, MODEL = ROOT / "MODEL_CARD.md", ROOT / "training/heads.json", ROOT / "training/scores.json", ROOT / "public/models/en-fr"
KINDS = {"encoder": "Encoder reads itself", "decoder": "Decoder reads itself, not ahead", "cross": "Decoder reads the English"}
COLUMNS = {
    "encoder": ("previousWord", "sameWord", "nextWord", "firstWord", "punctuation", "endMark", "antecedent"),
    "decoder": ("startMark", "previousWord", "sameWord"),
    "cross": ("alignment", "endMark"),
}
NAMES = {
    "previousWord": "previous", "sameWord": "same", "nextWord": "next", "firstWord": "first", "punctuation": "punctuation", "endMark": "end mark",
    "antecedent": "antecedent", "startMark": "start mark", "alignment": "aligned word",
}


def row_of(head: dict, columns: tuple[str, ...]) -> str:
    """One head's line: its measures in per cent, the one that is its label in bold."""
    label = head.get("label")
    cells = []
    for name in columns:
        value = f"{100 * head['measures'][name]['share']:.0f}" if name in head["measures"] else ""
        cells.append(f"**{value}**" if name == label else value)
    place = f"{head['layer'] + 1} · {head['head'] + 1}"
    return "| " + " | ".join([place, *cells, f"{head['entropy']:.2f}", f"{head['distance']:.1f}", NAMES.get(label, "")]) + " |"


def chance_of(heads: list[dict], columns: tuple[str, ...]) -> str:
    measures = heads[0]["measures"]
    values = [f"{100 * measures[name]['chance']:.0f}" if name in measures else "" for name in columns]
    return "| *chance* | " + " | ".join(values) + " | | | |"


def tables(content: dict) -> str:
    """A table for each kind of attention."""
    parts = []
    for kind, title in KINDS.items():
        heads = [head for head in content["heads"] if head["kind"] == kind]
        columns = COLUMNS[kind]
        header = "| layer · head | " + " | ".join(NAMES[name] for name in columns) + " | entropy | distance | label |"
        lines = [f"**{title}**", "", header, "|---" * (len(columns) + 4) + "|", chance_of(heads, columns), *(row_of(head, columns) for head in heads)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


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
        "heads": tables(json.loads(HEADS.read_text(encoding="utf-8"))),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    card = made = CARD.read_text(encoding="utf-8")
    for name, body in parts().items():
        made = with_part(made, name, body)
    if arguments.check:
        print("the card says what the files do" if made == card else "the card's tables are not those of its files: python training/card.py")
        return int(made != card)
    CARD.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
