"""Predicates of the pairs, said of "it": the right ones are taken, and the links are where the words are."""

import re
from random import Random

import pytest

pytest.importorskip("lemminflect")

from corpus.borrowed_clauses import Clause, clause_of
from corpus.borrowed_sentences import after, borrowed_sentences
from corpus.clause_bank import clause_bank
from corpus.grammar.generate import is_held_out
from corpus.grammar.lexicon import lives, nouns

PAIRS = (
    ("The boat drifted for hours.", "Le bateau a dérivé pendant des heures."), ("My cat loves toys.", "Mon chat adore les jouets."),
    ("The girls giggled.", "Les filles gloussèrent."), ("The house requires repairs.", "La maison nécessite des réparations."),
    ("She overslept.", "Elle s'est réveillée trop tard."), ("I overslept.", "Je me suis réveillé trop tard."), ("You overslept.", "Tu t'es réveillé trop tard."),
)


@pytest.mark.parametrize(
    ("english", "french", "said"),
    [
        ("The boat drifted for hours.", "Le bateau a dérivé pendant des heures.", ("boat", False, "drifted for hours", "a dérivé pendant des heures")),
        ("The girls giggled.", "Les filles gloussèrent.", ("girl", True, "giggled", "gloussèrent")),
        ("The street is clogged with traffic.", "La rue est encombrée.", ("street", False, "is clogged with traffic", "est encombrée")),
    ],
)
def test_takes_what_a_pair_says_of_a_noun(english: str, french: str, said: tuple) -> None:
    key, plural, en, fr = said
    noun = nouns()[key]
    assert clause_of((english, french)) == Clause(noun, lives(noun), noun.feminine, plural, en, fr)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("The girl giggled.", "La fille gloussa."),  # "it" would not do for her
        ("The book is small.", "Le livre est petit."),  # fits any noun
        ("The train station burned.", "La gare a brûlé."),  # no predicate
        ("The boat sank.", "Il a coulé."),
        ("The car he's driving is not his.", "La voiture qu'il conduit n'est pas à lui."),  # "it he's driving"
        ("The cat ate it.", "Le chat l'a mangé."),
    ],
)
def test_leaves_what_would_not_do(english: str, french: str) -> None:
    assert clause_of((english, french)) is None


def test_links_point_at_the_right_words() -> None:
    made = list(borrowed_sentences(clause_bank(PAIRS), 1, 200))
    assert len({one.en for one in made}) > 150
    for one in made:
        english, french = one.en.split(), one.fr.split()
        assert re.sub(r"\W", "", english[one.en_pronoun].lower()) == ("they" if one.pronoun.endswith("s") else "it"), one.en
        assert re.search(rf"\b{one.pronoun}$", french[one.fr_pronoun], re.IGNORECASE), one.fr
        noun = next(noun for noun in nouns().values() if re.sub(r"\W", "", english[one.en_antecedent]) in noun.english)
        assert noun.feminine == one.pronoun.startswith("elle"), one.en
        assert not any(map(is_held_out, one.triples)), one.en


@pytest.mark.parametrize(
    ("wanted", "said", "link", "behind"),
    [
        ("although", "est en bois", "although", "soit en bois"), ("although", "n'était pas là", "although", "ne soit pas là"),
        ("although", "n'a plus faim", "although", "n'ait plus faim"), ("although", "ont été volées", "although", "aient été volées"),
        ("although", "dort bien", "even though", "dort bien"), ("although", "s'est levé", "even though", "s'est levé"),
        ("until", "était fermée", "until", "soit fermée"), ("until", "dort bien", "when", "dort bien"),
        ("before", "avait faim", "before", "ait faim"), ("before", "dort bien", "as soon as", "dort bien"), ("because", "est là", "because", "est là"),
    ],
)
def test_some_conjunctions_ask_for_a_subjunctive(wanted: str, said: str, link: str, behind: str) -> None:
    assert after(wanted, Clause(None, True, False, False, "", said)) == (link, behind)


def test_what_is_said_of_her_is_said_of_a_feminine_animal() -> None:
    made = [one for one in borrowed_sentences(clause_bank(PAIRS), 2, 200) if "overslept" in one.en]
    assert len(made) > 40
    for one in made:
        noun = next(noun for noun in nouns().values() if re.sub(r"\W", "", one.en.split()[one.en_antecedent]) in noun.english)
        assert "animal" in noun.classes and noun.feminine and one.pronoun == "elle", one.en
        assert one.fr.endswith("lle s'est réveillée trop tard."), one.fr


def test_what_is_said_of_a_thing_stands_beside_another_sort_of_thing() -> None:
    told = clause_bank((*PAIRS, ("The boat leaked.", "Le bateau fuyait."), ("The roof leaked.", "Le toit fuyait."), ("The barn leaked.", "La grange fuyait.")))
    kinds = nouns()["boat"].classes | nouns()["roof"].classes | nouns()["barn"].classes
    assert told.classes["leaked"] == kinds
    beside = [one for one in borrowed_sentences(told, 5, 400) if "leaked" in one.en and re.sub(r"\W", "", one.en.split()[one.en_other]) not in living_forms()]
    assert len(beside) > 15
    for one in beside:
        rival = next(noun for noun in nouns().values() if re.sub(r"\W", "", one.en.split()[one.en_other]) in noun.english)
        assert not rival.classes & kinds, one.en


def test_rare_verbs_come_up_more_than_their_share() -> None:
    told = clause_bank((("She overslept.", "Elle ronfla."), *((f"She sang {word}.", f"Elle chanta {word}.") for word in "un deux trois quatre cinq six sept huit neuf".split()),
                 *((f"{who} {verb}.", "Oui.") for who in ("I", "We", "You", "They") for verb in ("overslept", "sang"))))
    drawn = [told.any_clause(Random(seed)).en for seed in range(400)]
    assert 60 < drawn.count("overslept") < 140  # one of ten clauses, one of the four parts of the weights


def test_each_noun_comes_first_at_times() -> None:
    found = {(one.en_antecedent < one.en_other, one.en.split()[one.en_antecedent].strip(".,") in living_forms()) for one in borrowed_sentences(clause_bank(PAIRS), 4, 400)}
    assert found == {(first, lives) for first in (True, False) for lives in (True, False)}


def living_forms() -> set[str]:
    return {form for noun in nouns().values() if lives(noun) for form in noun.english}


def test_is_deterministic() -> None:
    found = clause_bank(PAIRS)
    assert list(borrowed_sentences(found, 3, 20)) == list(borrowed_sentences(clause_bank(PAIRS[::-1]), 3, 20))
    assert list(borrowed_sentences(clause_bank(()), 3, 20)) == []
