"""The hand-written sentences stay none of the grammar's, and the measures count as they say."""

from pathlib import Path

import pytest
from hand.check import ANY_WORDS, COMMON_WORDS, Hand, faults, read
from measure.met import KNOWN, NEW, Met
from measure.odd import most_in_a_row, odd_inputs
from measure.pronouns import is_right


@pytest.mark.parametrize("file", [ANY_WORDS, COMMON_WORDS])
def test_hand_sentences_are_not_the_grammars(file: Path) -> None:
    assert faults(file) == []


def test_no_sentence_is_in_both_sets() -> None:
    assert not {one.english for one in read(ANY_WORDS)} & {one.english for one in read(COMMON_WORDS)}


def test_a_pronoun_is_right_only_alone() -> None:
    assert is_right("parce qu'elle était là.", "elle")
    assert not is_right("parce qu'elle était là, il part", "elle")
    assert not is_right("parce qu'elles sont là", "elle")
    assert not is_right("rien", "il")


def test_runs_of_a_word_are_counted() -> None:
    assert most_in_a_row("non non Non oui") == 3
    assert most_in_a_row("") == 0


def test_odd_inputs_are_always_the_same() -> None:
    sentences = [f"Sentence number {i} is here." for i in range(50)]
    assert odd_inputs(sentences) == odd_inputs(sentences)
    assert len(set(odd_inputs(sentences))) == 500


def test_knows_what_training_said_of_a_pronoun() -> None:
    met = Met([("The boat leaked.", "Le bateau fuyait.")])
    for english, kind in (("The ship sank because it leaked.", KNOWN), ("The ship sank because it yodelled.", NEW), ("It leaked.", KNOWN)):
        assert met.kind(Hand(english, "il", "ship", "navire", ("sink",))) == kind, english
