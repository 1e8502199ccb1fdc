"""The tokenizer: any text comes back, marks are text, our own cutting equals the library's."""

import random

import pytest

pytest.importorskip("tokenizers")

from corpus.grammar.generate import training_sentences
from model.tokenizer import BYTES, END, MARKS, PAD, UNKNOWN, Cutter, learn
from reference_numbers.strings import strings

TEXTS = [text for one in training_sentences(2, 1500) for text in (one.en, one.fr)]


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(learn(TEXTS, 1500))


def test_ids_stand_where_the_page_expects_them(cutter: Cutter) -> None:
    assert [cutter.vocabulary[mark] for mark in MARKS] == [PAD, END, UNKNOWN] == [0, 1, 2]
    assert [cutter.vocabulary[byte] for byte in BYTES] == list(range(1500 - 256, 1500))
    assert sorted(cutter.vocabulary.values()) == list(range(1500))


def test_learning_twice_gives_the_same_file() -> None:
    assert learn(TEXTS[:400], 700) == learn(TEXTS[:400], 700)


def test_any_text_comes_back(cutter: Cutter) -> None:
    for text in strings(11, 2000):
        ids = cutter.ids(text)
        # A leading blank and the blank's own sign are the known exceptions.
        if "▁" not in text and not text.startswith(" "):
            assert cutter.text(ids) == text
        assert all(number > UNKNOWN for number in ids)


def test_cuts_as_the_library_does(cutter: Cutter) -> None:
    for text in [*strings(12, 1500), *TEXTS[:500]]:
        assert cutter.ids(text) == cutter.library.encode(text).ids


@pytest.mark.parametrize("mark", MARKS)
def test_text_that_looks_like_a_mark_is_text(cutter: Cutter, mark: str) -> None:
    ids = cutter.ids(f"a {mark} b")
    assert not {PAD, END, UNKNOWN} & set(ids)
    assert cutter.text(ids) == f"a {mark} b"


def test_words_and_punctuation_are_apart(cutter: Cutter) -> None:
    assert cutter.words("It didn't fit, did it?") == ["▁It", "▁didn'", "t", "▁fit", ",", "▁did", "▁it", "?"]
    assert cutter.words("parce qu'elle était là.") == ["▁parce", "▁qu'", "elle", "▁était", "▁là", "."]


def test_dropout_changes_the_pieces_and_not_the_text(cutter: Cutter) -> None:
    draw = random.Random(3)
    differ = 0
    for text in TEXTS[:200]:
        ids = [number for word in cutter.words(text) for number in cutter.cut(word, 0.3, draw)]
        differ += ids != cutter.ids(text)
        assert cutter.text(ids) == text
    assert differ > 150
