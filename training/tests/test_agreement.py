"""A predicate said of several and of the other gender, and left alone where that is not sure."""

import pytest
from corpus.agreement import english_of_several, fits_either, forms, variants
from corpus.predicates import Spoken


@pytest.mark.parametrize(("french", "either"), [("a lu le livre", True), ("est allé au lit", False), ("s'est levé", False), ("semble contente", False), ("resta seul", False), ("était là", False)])
def test_knows_where_french_agrees(french: str, either: bool) -> None:
    assert fits_either(french) == either


@pytest.mark.parametrize(
    ("french", "feminine", "feminine_plural", "masculine"),
    [
        ("a été volée hier", True, "ont été volées hier", "a été volé hier"),
        ("n'est pas terminé", False, "ne sont pas terminées", "n'est pas terminé"),
        ("était très fatigué", False, "étaient très fatiguées", "était très fatigué"),
        ("m'est destinée", True, "me sont destinées", "m'est destiné"),
        ("est verte", True, "sont vertes", "est vert"),
        ("a roulé contre un arbre", True, "ont roulé contre un arbre", None),
        ("contenait de l'eau", True, "contenaient de l'eau", None),
        ("n'avait pas d'argent", True, "n'avaient pas d'argent", None),
        ("gloussa en classe", True, "gloussèrent en classe", None),
        ("ne peut pas voler", True, "ne peuvent pas voler", None),
    ],
)
def test_turns_what_is_sure(french: str, feminine: bool, feminine_plural: str, masculine: str | None) -> None:
    found = forms(french, feminine)
    assert found[True, True] == feminine_plural
    assert found.get((False, False)) == masculine


@pytest.mark.parametrize(
    "french",
    [
        "s'est levé", "est resté coincé", "ouvrit la porte et sortit", "aurait dû être prudente", "avait l'air content", "est ici", "lit un livre",
        "viendra demain", "est si génial", "fut enterré vivant", "n'est pas folle", "l'a vu", "mangea la pomme", "commença à trembler", "est assise",
    ],
)
def test_leaves_what_is_not(french: str) -> None:
    assert forms(french, french.endswith("e")) == {}


@pytest.mark.parametrize(
    ("said", "several"),
    [("was stolen", "were stolen"), ("doesn't sing", "don't sing"), ("ran away", "ran away"), ("can't swim", "can't swim"), ("likes cakes", None), ("lost its keys", None), ("opened and closed", None)],
)
def test_english_of_several(said: str, several: str | None) -> None:
    assert english_of_several(said) == several


def test_variants_are_the_other_three_where_all_is_sure() -> None:
    found = list(variants(Spoken(True, False, "was stolen", "fut volée")))
    assert found == [Spoken(False, False, "was stolen", "fut volé"), Spoken(False, True, "were stolen", "furent volés"), Spoken(True, True, "were stolen", "furent volées")]
    assert list(variants(Spoken(True, False, "likes it", "est aimée"))) == [Spoken(False, False, "likes it", "est aimé")]
    assert list(variants(Spoken(True, True, "were stolen", "furent volées"))) == []
