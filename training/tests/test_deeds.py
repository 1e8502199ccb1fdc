"""Main clauses of the pairs: the thing is found in both languages, and who did it may be of either gender only where the French allows it."""

import re

import pytest
from borrowed import Told, borrowed_sentences
from deeds import deed_of, deeds, told_in
from grammar.lexicon import lives, nouns

THINGS = {"door": (nouns()["door"], False), "keys": (nouns()["key"], True), "bed": (nouns()["bed"], False)}
PAIRS = [
    ("He locked the door.", "Il verrouilla la porte."), ("Mary swallowed the keys.", "Marie avala les clés."), ("She is sitting on the bed.", "Elle est assise sur le lit."),
    ("She overslept.", "Elle s'est réveillée trop tard."), ("I overslept.", "Je me suis réveillé trop tard."), ("You overslept.", "Tu t'es réveillé trop tard."),
    ("The door creaked.", "La porte grinça."), ("He snores.", "Il ronfle."), ("I snore.", "Je ronfle."), ("They snore.", "Ils ronflent."), ("We snore.", "Nous ronflons."),
]


def test_takes_who_did_what_with_which_thing() -> None:
    one = deed_of(told_in(PAIRS[1])[0], THINGS)
    assert one and one.said.feminine and not one.said.plural and one.noun.key == "key" and one.many
    assert (one.en[one.en_noun], one.fr[one.fr_noun]) == ("keys", "clés")


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("He locked the door with the keys.", "Il verrouilla la porte avec les clés."),  # two things
        ("He locked the house.", "Il verrouilla la maison."),  # none of THINGS
        ("He locked the door.", "Il verrouilla la portière."),  # another word in French
        ("He told me to lock the door.", "Il me dit de verrouiller la porte."),  # someone else
    ],
)
def test_leaves_what_is_not_about_one_thing(english: str, french: str) -> None:
    assert [deed for said in told_in((english, french)) if (deed := deed_of(said, THINGS))] == []


def test_deeds_stand_before_clauses() -> None:
    told = Told(PAIRS)
    found = deeds(PAIRS)
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


def test_none_is_written_by_hand_already() -> None:
    pairs = [*PAIRS, ("He buried the shoe.", "Il enterra la chaussure."), ("He felt bored.", "Il s'ennuyait."), ("I felt bored.", "Je m'ennuyais."), ("They felt bored.", "Ils s'ennuyaient.")]
    assert not any(one.en == "The dog buried the shoe because it felt bored." for one in borrowed_sentences(Told(pairs), 1, 4000))
