"""The card's tables say what the files do, and say what was missed."""

import json

import pytest
from card import HEADS, MODEL, with_part
from report.head_tables import tables
from report.score_tables import scores_table, size_table, ways_table

SCORES = {
    "bleu": {"score": 52.96, "sentences": 2000, "references": 9000, "signature": ""},
    "pronouns": {
        "grammar": {"share": 0.991, "sentences": 2000, "kinds": {"il": [0.99, 1000], "elle": [0.992, 1000]}},
        "hand": {"share": 0.8, "sentences": 200, "kinds": {"il": [0.8, 200]}, "met": {"met": [0.9, 150], "new": [0.5, 50]}},
        "common": {"share": 0.9, "sentences": 200, "kinds": {"il": [0.9, 200]}, "met": {"met": [0.9, 200]}},
        "lecture": 2,
    },
    "heads": {"able": 1, "layer": 2, "head": 3, "tired": 0.9, "wide": 0.8, "grammar": 0.7, "first": 0.86, "sentences": 2000},
    "odd": {"share": 0.985, "inputs": 500},
    "causal": {"free": 0.99, "cut": 0.2, "sentences": 2000, "flips": {"tired": True, "wide": False}},
}


def test_scores_name_what_was_missed() -> None:
    lines = scores_table(SCORES).splitlines()
    assert lines[2].startswith("| `bleu` | sacreBLEU on 2,000") and lines[2].endswith("| 53.0 | 53, missed |")
    assert lines[3].endswith("| 99.1 % | 99 % |") and "il 99.0 %, elle 99.2 %" in lines[3]
    assert lines[4].endswith("| 80.0 % | 85 %, missed |") and "; met: 90.0 % of 150; new: 50.0 % of 50)" in lines[4]
    assert lines[5].endswith("| 90.0 % | 85 % |") and "more, of words that the pairs hold" in lines[5]
    assert "layer 3 head 4" in lines[7] and lines[7].endswith("| 0.90, 0.80 | 0.4 |")
    assert lines[10].endswith("| 0.990; 0.200 | half |")
    assert lines[11].endswith("| tired | both, missed |")


def test_ways_are_a_row_each() -> None:
    assert ways_table({"closed": {"nothing": [[0.9, 0.05], [0.1, 0.8]]}}).splitlines()[-1] == "| nothing | 0.900, 0.050 | 0.100, 0.800 |"


def test_sizes_are_those_of_the_bundled_model() -> None:
    config = json.loads((MODEL / "config.json").read_text(encoding="utf-8"))
    text = size_table(MODEL)
    assert f"feed-forward {config['encoder_ffn_dim']};" in text and f"{config['vocab_size']:,} pieces" in text


def test_every_head_has_a_row() -> None:
    content = json.loads(HEADS.read_text(encoding="utf-8"))
    assert sum(line[2:3].isdigit() for line in tables(content).splitlines()) == len(content["heads"])


def test_a_part_stands_between_its_marks() -> None:
    card = "a <!-- x: made by training/card.py -->old<!-- end of x --> b"
    assert with_part(card, "x", "new") == "a <!-- x: made by training/card.py -->\n\nnew\n\n<!-- end of x --> b"
    with pytest.raises(ValueError, match="with_part: card: expected the marks"):
        with_part("no marks", "x", "new")
