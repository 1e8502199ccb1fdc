"""The card says what its files do, and what was missed."""

import json
import re

import pytest
from card import CARD, HEADS, MODEL, made_anew, with_part
from report.head_tables import tables
from report.link_text import CLAIMS, LABELLED, link_text
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


FREE, TURNED = [[0.9, 0.05], [0.1, 0.8]], [[0.1, 0.8], [0.9, 0.05]]
WAYS = {
    "closed": {
        "nothing is closed": FREE, LABELLED: TURNED, "the French pronoun's row reads neither noun in the English": FREE,
        "besides, no English word reads the nouns": TURNED,
    },
    "alone": [
        {"layer": 2, "head": 3, "weights": [0.9, 0.8], "chances": FREE},
        {"layer": 3, "head": 0, "weights": [0.95, 0.1], "chances": [TURNED[0], FREE[1]]},
    ],
}


def test_the_link_is_told_as_it_was_measured() -> None:
    text = link_text(WAYS, SCORES["heads"])
    assert "| layer 4 head 1 | 0.95, 0.10 | 0.100, 0.800 | 0.100, 0.800 |" in text.splitlines()
    assert text.startswith(CLAIMS) and 'in "too tired" layer 4 head 1 alone decides, in "too wide" no single head does.' in text
    assert text.endswith("Layer 3 head 4, the best over all sentences, gives its noun 0.90 and 0.80; with the link forbidden in it alone neither sentence turns.")


def test_claims_that_the_figures_deny_are_not_written() -> None:
    with pytest.raises(ValueError, match="check_claims: closed: expected the figures that CLAIMS"):
        link_text({**WAYS, "closed": {**WAYS["closed"], LABELLED: FREE}}, SCORES["heads"])
    with pytest.raises(ValueError, match="best_head: best: expected layer 3 head 4 with weights"):
        link_text(WAYS, {**SCORES["heads"], "tired": 0.7})


def test_the_card_is_what_its_files_make() -> None:
    card = CARD.read_text(encoding="utf-8")
    assert made_anew(card) == card


def test_no_figure_about_the_link_is_written_by_hand() -> None:
    card = CARD.read_text(encoding="utf-8")
    part = card[card.index("## Which way") : card.index("## Known failures")]
    assert not re.findall(r"\d\.\d", re.sub(r"<!-- (\w+): made.*?<!-- end of \1 -->", "", part, flags=re.DOTALL))


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
