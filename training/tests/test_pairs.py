"""Cleaning and splitting of pairs."""

from pathlib import Path

import pytest
from corpus.pairs import clean, read_pairs, same_sentence, split


@pytest.mark.parametrize(
    ("raw", "french", "wanted"),
    [
        ("Va\u202f!", True, "Va !"),
        ("Qui\u00a0?", True, "Qui ?"),
        ("Recule\u2009!", True, "Recule !"),
        ("Quoi?", True, "Quoi ?"),
        ("Il est 10:30.", True, "Il est 10:30."),
        ("Dis : «\u00a0s’il te plaît\u00a0».", True, "Dis : « s'il te plaît »."),
        ("J’ai gagné.", True, "J'ai gagné."),
        ("sur \u200b\u200bla musique", True, "sur la musique"),
        ("capit\u0430l", False, "capital"),
        ("С’est", True, "C'est"),
        ("Really ?", False, "Really?"),
        ("e\u0301te\u0301", True, "été"),
        ("sink\u00ad.", False, "sink."),
    ],
)
def test_clean(raw: str, french: bool, wanted: str) -> None:
    assert clean(raw, french) == wanted
    assert clean(wanted, french) == wanted


def pairs(count: int) -> list[tuple[str, str]]:
    return [(f"Sentence {i // 2} here.", f"Phrase {i}.") for i in range(count)]


def test_no_english_sentence_is_in_two_parts() -> None:
    parts = split([*pairs(400), ("sentence 7 here!", "Autre.")], test=30, dev=20)
    train = {same_sentence(english) for english, _ in parts.train}
    dev, test = (set(map(same_sentence, part)) for part in (parts.dev, parts.test))
    assert len(dev) == 20 and len(test) == 30
    assert not train & dev and not train & test and not dev & test


def test_all_references_are_kept() -> None:
    parts = split(pairs(400), test=30, dev=20)
    assert all(len(french) == 2 for french in parts.test.values())


def test_parts_do_not_depend_on_the_order() -> None:
    some = pairs(400)
    assert split(some, 30, 20).test.keys() == split(some[::-1], 30, 20).test.keys()


def test_reads_tab_separated_files(tmp_path: Path) -> None:
    (tmp_path / "fra.txt").write_text("Go.\tVa !\tCC-BY\nGo.\tVa !\nHi.\tSalut !\n", encoding="utf-8")
    assert read_pairs(tmp_path) == [("Go.", "Va !"), ("Hi.", "Salut !")]


def test_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="read_pairs: folder: expected a tab-separated .txt"):
        read_pairs(tmp_path)
