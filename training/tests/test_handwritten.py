"""The hand-written sentences stay none of the grammar's, and a pronoun is right only alone."""

from pathlib import Path

import pytest
from corpus.handwritten.check import ANY_WORDS, COMMON_WORDS, faults, read
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
