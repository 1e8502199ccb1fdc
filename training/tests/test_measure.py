"""The measures count as they say, and the page is told what was taught."""

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


def test_the_page_is_told_which_label_was_taught() -> None:
    heads = [{"kind": kind, "layer": 0, "head": 0, "label": label} for kind, label in (("encoder", "antecedent"), ("encoder", "sameWord"))]
    assert [one.get("taught", False) for one in labels({"heads": [*heads, {"kind": "cross", "layer": 0, "head": 1}]})] == [True, False]
