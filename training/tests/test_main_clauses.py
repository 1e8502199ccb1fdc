"""Main clauses of the pairs: the nouns are found in both languages, and who did it may be of either gender only where the French allows it."""

import re

import pytest

pytest.importorskip("lemminflect")

from corpus.borrowed_sentences import borrowed_sentences
from corpus.clause_bank import clause_bank
from corpus.grammar.lexicon import lives, nouns
from corpus.main_clauses import deed_of, deeds, scene_of, told_in

PAIRS = (
    ("He locked the door.", "Il verrouilla la porte."), ("Mary swallowed the keys.", "Marie avala les clés."), ("She is sitting on the bed.", "Elle est assise sur le lit."),
    ("She overslept.", "Elle s'est réveillée trop tard."), ("I overslept.", "Je me suis réveillé trop tard."), ("You overslept.", "Tu t'es réveillé trop tard."),
    ("The door creaked.", "La porte grinça."), ("He snores.", "Il ronfle."), ("I snore.", "Je ronfle."), ("They snore.", "Ils ronflent."), ("We snore.", "Nous ronflons."),
)


def test_takes_who_did_what_with_which_thing() -> None:
    one = deed_of(told_in(PAIRS[1])[0])
    assert one and one.said.feminine and not one.said.plural and one.thing.noun is nouns()["key"] and one.thing.many
    assert (one.en[one.thing.en], one.fr[one.thing.fr]) == ("keys", "clés")


def test_takes_a_thing_that_is_not_the_grammars_by_its_article() -> None:
    for french, feminine in (("Il verrouilla la portière.", True), ("Il verrouilla le portail.", False)):
        one = deed_of(told_in(("He locked the door.", french))[0])
        assert one and one.thing.word == "door" and one.thing.noun.feminine == feminine and not one.thing.many


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("He locked the door with the keys.", "Il verrouilla la porte avec les clés."),  # two things
        ("He fed the dog.", "Il nourrit le chien."),  # it lives
        ("He locked the doors.", "Il verrouilla les portières."),  # the article does not tell
        ("He told me to lock the door.", "Il me dit de verrouiller la porte."),  # someone else
        ("It was a mistake.", "Ce fut une erreur."),
        ("He is a fool.", "Il est un idiot."),  # no deed
        ("He waited all the morning.", "Il attendit toute la matinée."),
    ],
)
def test_leaves_what_is_not_about_one_thing(english: str, french: str) -> None:
    assert [deed for said in told_in((english, french)) if (deed := deed_of(said))] == []


def test_takes_two_nouns_of_a_pair() -> None:
    one = scene_of(("The car ran into a tree.", "La voiture a roulé contre un arbre."))
    assert one and (one.one.word, one.one.noun.feminine, one.two.word, one.two.noun.feminine) == ("car", True, "tree", False)
    assert " ".join(one.fr) == "la voiture a roulé contre un arbre" and one.fr[one.two.fr] == "arbre"


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("A dolphin is a mammal.", "Le dauphin est un mammifère."),  # one and the same
        ("My father manages the store.", "Mon père gère l'entrepôt."),  # its gender is not told
        ("The boy who won the race is tall.", "Le garçon qui a gagné la course est grand."),  # two clauses
        ("The boy greeted the girl.", "Le garçon salua la fille."),  # no "it"
        ("The car turned to the left.", "La voiture tourna sur la gauche."),
        ("The book is here.", "Le livre est ici."),
        ("Is the book on the desk?", "Le livre est-il sur le bureau ?"),
    ],
)
def test_leaves_what_are_not_two_nouns(english: str, french: str) -> None:
    assert scene_of((english, french)) is None


def test_scenes_go_on_about_one_of_their_nouns() -> None:
    pairs = (*PAIRS, ("The car ran into a tree.", "La voiture a roulé contre un arbre."), ("The car honked.", "La voiture klaxonna."), ("The tree blossomed.", "Le arbre fleurit."))
    made = [one for one in borrowed_sentences(clause_bank(pairs), 1, 300) if one.en.startswith("The car ran into a tree")]
    assert len(made) > 20
    for one in made:
        assert ("honked" in one.en) == (one.pronoun == "elle") and ("blossomed" in one.en) == (one.pronoun == "il"), one.en
        assert one.other_pronoun == ("il" if one.pronoun == "elle" else "elle")


def test_deeds_stand_before_clauses() -> None:
    told, found = clause_bank(PAIRS), deeds(PAIRS)
    assert {" ".join(one.fr) for one in found if one.said.plural} == {"verrouillèrent la porte", "avalèrent les clés"}
    assert {" ".join(one.fr) for one in found if not one.said.plural} == {"verrouilla la porte", "avala les clés", "est assise sur le lit"}
    ours = r"verrouill(a|èrent) la porte|aval(a|èrent) les clés|est assise sur le lit"
    made = [one for one in borrowed_sentences(told, 1, 600) if re.search(ours, one.fr)]
    assert len(made) > 30
    doers = set()
    for one in made:
        words, mots = one.en.split(), one.fr.split()
        antecedent, rival = (re.sub(r"\W", "", words[place]) for place in (one.en_antecedent, one.en_other))
        noun = next(noun for noun in nouns().values() if antecedent in noun.english)
        assert noun.feminine == one.pronoun.startswith("elle") and re.search(rf"\b{one.pronoun}$", mots[one.fr_pronoun], re.IGNORECASE), one
        assert {antecedent, rival} & {"door", "keys", "bed"}, one
        assert ("creaked" in one.en) == (not lives(noun)), one
        doers.add(next(noun.feminine for noun in nouns().values() if "locked" not in one.en or {antecedent, rival} & set(noun.english) and lives(noun)))
        if "sitting" in one.en:
            assert "est assise sur le lit" in one.fr, one
    assert doers == {True, False}


def test_one_person_does_something_only_where_the_pronoun_is_the_thing() -> None:
    persons = {noun.english[0] for noun in nouns().values() if "person" in noun.classes}
    made = [one for one in borrowed_sentences(clause_bank(PAIRS), 3, 1500) if not one.pronoun.endswith("s")]
    doers = [one for one in made if one.en_other >= 0 and re.sub(r"\W", "", one.en.split()[one.en_other]) in persons]
    assert len(doers) > 20
    assert not any(re.sub(r"\W", "", one.en.split()[one.en_antecedent]) in persons for one in made)


def test_none_is_written_by_hand_already() -> None:
    pairs = (*PAIRS, ("He buried the shoe.", "Il enterra la chaussure."), ("He felt bored.", "Il s'ennuyait."), ("I felt bored.", "Je m'ennuyais."), ("They felt bored.", "Ils s'ennuyaient."))
    assert not any(one.en == "The dog buried the shoe because it felt bored." for one in borrowed_sentences(clause_bank(pairs), 1, 4000))
