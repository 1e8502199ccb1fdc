"""Sentences whose French ends with the pronoun: their English is a verb's in the right form, and training reads nothing behind the pronoun."""

import re
from random import Random

import pytest

pytest.importorskip("lemminflect")
pytest.importorskip("tokenizers")

from corpus.borrowed_sentences import borrowed_sentences
from corpus.clause_bank import half_clause_bank
from corpus.grammar.generate import training_sentences
from corpus.grammar.lexicon import lives, nouns
from corpus.half_sentences import HALF, clauses_said, spoken
from corpus.predicates import is_present
from corpus.selectional_preferences import Said
from model.epochs import Encoder, linked
from model.tokenizer import END, Cutter, learn

PAIRS = (
    ("When the snow melted, we left.", "On partit."), ("Ice melts.", "?"), ("The ice melts in the sun.", "?"), ("A house leaks.", "?"), ("The roof leaks.", "?"),
    *((f"{who} snored.", "?") for who in ("He", "She", "Tom", "I", "We")), *((f"{who} snored all night.", "?") for who in ("He", "She", "Tom", "I", "We")),
    ("The dog barked.", "?"), ("The car ran into a tree.", "La voiture a roulé contre un arbre."), ("A car swerved.", "?"), ("The tree was rotten.", "?"),
)


@pytest.mark.parametrize(
    ("said", "many", "tense", "english"),
    [
        (Said(False, "melt"), False, "past", "melted"), (Said(False, "shine", ("all", "day")), True, "past", "shone all day"),
        (Said(False, "shine"), False, "progressive", "was shining"), (Said(False, "smell", ("of", "fish")), False, "progressive", "smelled of fish"),
        (Said(False, "freeze"), True, "pluperfect", "had frozen"), (Said(False, "leak"), False, "negative", "didn't leak"), (Said(False, "leak"), False, "present", "leaks"),
        (Said(True, "torn"), True, "past", "were torn"), (Said(True, "torn"), False, "pluperfect", "had been torn"), (Said(True, "in", ("my", "bag")), True, "present", "are in their bag"),
        (Said(True, "torn"), False, "negative", "wasn't torn"), (Said(False, "qwertz"), False, "past", ""),
    ],
)
def test_says_a_predicate_in_a_tense(said: Said, many: bool, tense: str, english: str) -> None:
    assert spoken(Random(1), said, many, tense) == english


def test_an_adjective_is_said_in_several_ways() -> None:
    ways = {spoken(Random(seed), Said(True, "heavy"), False, "past") for seed in range(3000)}
    assert {"was heavy", "was too heavy", "seemed heavy", "became so heavy"} <= ways and len(ways) <= 24


def test_clauses_are_of_the_sort_that_has_them_said_of_it() -> None:
    found, weights = clauses_said(sorted({pair[0] for pair in PAIRS}))
    assert len(found) == len(weights) and min(weights) > 0
    assert {one.lives for one in found if one.key.startswith("snore")} == {True}
    assert {one.lives for one in found if one.key[:4] in ("melt", "leak")} == {False}
    assert {one.word for one in found if one.key.startswith("melt")} == {"snow", "ice"}
    assert {one.fr for one in found} == {""}
    assert not any(one.plural and is_present(one.en) and not one.en.startswith("are") for one in found)


def test_french_ends_with_the_pronoun() -> None:
    made = list(borrowed_sentences(half_clause_bank(PAIRS), 1, 400))
    assert {one.shape for one in made} == {HALF}
    assert len({one.en for one in made}) > 250
    for one in made:
        words = one.en.split()
        assert re.search(rf"(^|\W){one.pronoun}$", one.fr, re.IGNORECASE), one.fr
        assert one.fr_pronoun == len(one.fr.split()) - 1
        antecedent = re.sub(r"\W", "", words[one.en_antecedent])
        if "snor" in one.en:
            assert any(lives(noun) and antecedent in noun.english for noun in nouns().values()), one.en
        if one.en.startswith("The car ran into a tree"):
            assert ("swerv" in one.en, "rotten" in one.en) == (antecedent == "car", antecedent == "tree"), one.en


def test_training_reads_nothing_behind_the_pronoun() -> None:
    made = list(borrowed_sentences(half_clause_bank(PAIRS), 2, 60))
    cutter = Cutter(learn([text for one in [*made, *training_sentences(1, 300)] for text in (one.en, one.fr)], 900))
    for one in made:
        example = linked(Encoder(cutter, 0.0, None), one)
        assert example.row == len(example.target) - 1 and example.target[-1] != END and example.source[-1] == END
        assert cutter.library.decode(example.target[-1:]).strip().lower() == one.pronoun
