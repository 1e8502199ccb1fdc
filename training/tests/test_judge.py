"""What the judge is asked, and what is made of its answers."""

import json
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("lemminflect")
pytest.importorskip("tokenizers")
pytest.importorskip("torch")
pytest.importorskip("transformers")

import torch
from corpus.clause_bank import half_clause_bank
from corpus.grammar.frames import Sentence
from corpus.grammar.generate import is_held_out
from corpus.grammar.lexicon import lives, nouns
from corpus.handwritten.check import sentences as by_hand
from judge.antecedent_judge import Judge, learn, opened, save, whole_words, word_spans
from judge.judged_sentences import CLAUSES, SURE, asked, behind, exchanged, is_open, judged, put, turned
from model.epochs import in_turn

PAIRS = (
    ("The snow melted.", "La neige a fondu."), ("The roof leaks.", "Le toit fuit."), ("A house burned down.", "Une maison a brûlé."), ("The old table shook.", "La vieille table trembla."),
    *((f"{who} snored.", "?") for who in ("He", "She", "Tom", "I", "We")), ("The car ran into a tree.", "La voiture a roulé contre un arbre."), ("A car swerved.", "?"),
    ("The tree was rotten.", "?"), ("The dogs barked.", "?"), ("The roofs leaked.", "?"),
)
HALF = Sentence(
    en="The car ran into a tree because it swerved.", fr="La voiture a roulé contre un arbre parce qu'elle", shape="half", pronoun="elle", en_pronoun=7, en_antecedent=1, en_other=5,
    fr_pronoun=8, fr_antecedent=1, fr_other=6, other_pronoun="il",
)


def clause(one: Sentence) -> str:
    return " ".join(one.en.split()[one.en_pronoun + 1 :])


class Fixed:
    """A judge with given margins."""

    def __init__(self, margins: list[float]) -> None:
        self.given = margins

    def margins(self, sentences: list[Sentence]) -> list[float]:
        assert len(sentences) == len(self.given)
        return self.given


def test_turning_a_half_gives_it_the_other_noun() -> None:
    other = turned(HALF)
    assert (other.fr, other.pronoun, other.other_pronoun) == ("La voiture a roulé contre un arbre parce qu'il", "il", "elle")
    assert (other.en, other.en_antecedent, other.en_other, other.fr_antecedent, other.fr_other) == (HALF.en, 5, 1, 6, 1)
    assert turned(other) == HALF
    stop = turned(Sentence("The car hit a tree. It fell.", "La voiture heurta un arbre. Il", "half", "il", 5, 4, 1, 5, 4, 1, "elle"))
    assert stop.fr == "La voiture heurta un arbre. Elle"


def test_another_clause_stands_behind_the_pronoun() -> None:
    one = behind(HALF, "was rotten")
    assert one.en == "The car ran into a tree because it was rotten."
    assert (one.fr, one.en_pronoun, one.en_antecedent) == (HALF.fr, HALF.en_pronoun, HALF.en_antecedent)


def test_other_nouns_take_the_places_of_two() -> None:
    told, found = half_clause_bank(PAIRS), {}
    for seed in range(200):
        one = exchanged(Random(seed), HALF, told)
        words, mots = one.en.split(), one.fr.split()
        assert (words[0], words[2:5], words[6:]) == ("The", ["ran", "into", "a"], ["because", "it", "swerved."])
        assert (mots[0], mots[2:6], mots[7:]) == ("La", ["a", "roulé", "contre", "un"], ["parce", "qu'elle"])
        assert words[1] != words[5]
        found.setdefault("one", set()).add((words[1], mots[1]))
        found.setdefault("two", set()).add((words[5], mots[6]))
    assert ("car", "voiture") in found["one"] and len(found["one"]) > 40 and len(found["two"]) > 40
    things = {(noun.english[0], noun.french[0]): noun for noun in nouns().values()}
    assert all(things[pair].feminine and not lives(things[pair]) for pair in found["one"] & set(things))
    assert not any(things[pair].feminine or lives(things[pair]) for pair in found["two"] & set(things))


def test_in_company_some_of_them_live() -> None:
    told, living = half_clause_bank(PAIRS), {noun.english[0]: noun for noun in nouns().values() if lives(noun)}
    made = [exchanged(Random(seed), HALF, told, 0.5).en.split()[1] for seed in range(200)]
    found = {word for word in made if word in living}
    assert len(found) > 10 and all(living[word].feminine for word in found)
    assert 20 < sum(word in living for word in made) < 120


def test_a_word_takes_a_place_and_leaves_what_is_around_it() -> None:
    assert put("Near the car, it rained.", 2, "bus") == "Near the bus, it rained."


@pytest.mark.parametrize(
    ("en", "pronoun", "other", "open_"),
    [
        ("The car hit a tree because it fell.", "elle", "il", True), ("The cars hit a tree because they fell.", "elles", "ils", False),
        ("The woman hit a tree because it fell.", "il", "elle", False), ("The car hit a house because it fell.", "elle", "elle", False),
    ],
)
def test_open_is_what_number_and_persons_leave_open(en: str, pronoun: str, other: str, open_: bool) -> None:
    assert is_open(Sentence(en, "?", "half", pronoun, 6, 1, 4, other_pronoun=other)) is open_


def test_the_surest_of_each_main_clause_are_kept() -> None:
    groups = [[behind(HALF, f"was {word}") for word in words.split()] for words in ("red big old new wet", "hot dry")]
    found = judged(Fixed([SURE, -SURE - 2, SURE + 1, SURE + 3, 0.0, SURE - 0.1, -SURE - 0.1]), groups)
    assert [(one.en.split()[-1], one.pronoun) for one in found] == [("new.", "elle"), ("big.", "il"), ("old.", "elle"), ("dry.", "il")]
    assert [one.en.split()[-1] for one in judged(Fixed([0.0, 0.0, 0.0, 0.0, 0.0, SURE - 1, -SURE]), groups, SURE - 1)] == ["dry.", "hot."]


def test_asks_of_main_clauses_with_two_open_nouns() -> None:
    told = half_clause_bank(PAIRS)
    groups = list(asked(told, 1, 40))
    found = [one for group in groups for one in group]
    assert len(groups) == 40 and len(found) > 100 and groups == list(asked(told, 1, 40))
    assert all(len(group) <= CLAUSES for group in groups)
    for one in found:
        assert is_open(one) and one.en not in by_hand() and not any(map(is_held_out, one.triples))
        assert one.en.split()[one.en_pronoun].lower() == ("they" if one.pronoun.endswith("s") else "it")
        assert one.en.endswith(".") and one.shape == "half"
    assert len({clause(one) for one in found}) > 5


def test_more_clauses_of_any_common_word_say_more() -> None:
    told = half_clause_bank(PAIRS)
    few, many = ({clause(one) for group in asked(told, 1, 40, words) for one in group} for words in (0, CLAUSES))
    assert few and len(many) > 3 * len(few)


def test_epochs_take_a_file_in_turn(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text("".join(json.dumps({**asdict(HALF), "en": f"{HALF.en} {n}"}) + "\n" for n in range(5)), encoding="utf-8")
    taken = [[one.en[-1] for one in in_turn(str(file), epoch, 3)] for epoch in (0, 1, 2)]
    assert taken == [list("012"), list("340"), list("123")]
    assert in_turn("", 3, 0) == []


def test_spans_of_words() -> None:
    assert word_spans("It, a car.", (0, 2)) == [(0, 3), (6, 10)]


def test_the_judge_learns_and_is_written_and_read(tmp_path: Path) -> None:
    torch.manual_seed(1)
    judge, lessons = Judge(), [HALF, turned(behind(HALF, "was rotten"))]
    before = judge.margins(lessons)
    learn(judge, lessons * 720)
    after = judge.margins(lessons)
    assert min(after) > 0 and min(after) > min(before)
    save(judge, tmp_path / "judge.pt")
    assert opened(tmp_path / "judge.pt").margins([HALF]) == pytest.approx(after[:1], abs=1e-5)
    torch.save({"strange": torch.zeros(1)}, tmp_path / "other.pt")
    with pytest.raises(ValueError, match="expected a judge's weights, got other.pt"):
        opened(tmp_path / "other.pt")


def test_the_encoders_words_are_english_ones() -> None:
    found = whole_words()
    assert 15_000 < len(found) < 25_000 and {"table", "melted"} <= found and all(word.isascii() and word.isalpha() for word in found)
