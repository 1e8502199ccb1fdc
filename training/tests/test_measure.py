"""The measures count as they say, and the page is told what was taught and what rewarded."""

import pytest

pytest.importorskip("lemminflect")
pytest.importorskip("tokenizers")
pytest.importorskip("torch")
pytest.importorskip("transformers")

from corpus.handwritten.check import Handwritten
from measure.heads import labels
from measure.odd import most_in_a_row, odd_inputs
from measure.seen_words import KNOWN, NEW, SeenWords


def test_runs_of_a_word_are_counted() -> None:
    assert most_in_a_row("non non Non oui") == 3
    assert most_in_a_row("") == 0


def test_odd_inputs_are_always_the_same() -> None:
    sentences = [f"Sentence number {i} is here." for i in range(50)]
    assert odd_inputs(sentences) == odd_inputs(sentences)
    assert len(set(odd_inputs(sentences))) == 500


def test_knows_what_training_said_of_a_pronoun() -> None:
    met = SeenWords([("The boat leaked.", "Le bateau fuyait.")])
    for english, kind in (("The ship sank because it leaked.", KNOWN), ("The ship sank because it yodelled.", NEW), ("It leaked.", KNOWN)):
        assert met.kind(Handwritten(english, "il", "ship", "navire", ("sink",))) == kind, english


def test_the_page_is_told_which_label_was_taught_or_rewarded() -> None:
    places = (("encoder", 3, 4, "antecedent"), ("encoder", 3, 7, "antecedent"), ("encoder", 0, 7, "sameWord"))
    heads = [{"kind": kind, "layer": layer, "head": head, "label": label, "measures": {label: {"share": 0.5}}} for kind, layer, head, label in places]
    found = labels({"heads": [*heads, {"kind": "cross", "layer": 0, "head": 1, "measures": {}}]})
    assert [one.get("training") for one in found] == ["taught", "rewarded", None]
    assert [one["share"] for one in found] == [0.5, 0.5, 0.5]
