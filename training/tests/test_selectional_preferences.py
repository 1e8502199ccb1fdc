"""What English sentences say of which sort of noun: subjects, objects, attributes; in any form of the verb."""

import pytest

pytest.importorskip("lemminflect")

from corpus.half_sentences import Preferences
from corpus.selectional_preferences import Said, mentions, trimmed


def keys(english: str) -> set[tuple[str, bool, str, str]]:
    return {(one.said.key, one.lives, one.word, one.origin) for one in mentions([english])}


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("The snow melted.", ("melt .", False, "snow", "subject")),
        ("When the snow melts, we leave.", ("melt .", False, "snow", "subject")),
        ("The snow has already melted.", ("melt .", False, "snow", "subject")),
        ("The old house burned down.", ("burn down", False, "house", "subject")),
        ("The dogs were barking.", ("bark .", True, "dog", "subject")),
        ("The meat smells of fish.", ("smell of", False, "meat", "subject")),
        ("The dog smelled the fish.", ("smell +", True, "dog", "subject")),
        ("The soup tastes strange.", ("taste so", False, "soup", "subject")),
        ("The car has a powerful engine.", ("have engine", False, "car", "subject")),
        ("The bag seems very heavy.", ("be heavy", False, "bag", "subject")),
        ("He's in a bad mood.", ("be in mood", True, "", "subject")),
        ("I'm so hungry.", ("be hungry", True, "", "subject")),
        ("I think the bus has already gone.", ("go .", False, "bus", "subject")),
        ("Does this old bus stop?", ("stop .", False, "bus", "subject")),
        ("Why is this seat taken?", ("be taken", False, "seat", "subject")),
        ("Are you hungry?", ("be hungry", True, "", "subject")),
        ("The thief had to run away.", ("run away", True, "thief", "subject")),
        ("The river is polluted.", ("be polluted", False, "river", "subject")),
        ("He folded the towels.", ("be folded", False, "towel", "object")),
        ("They arrested him.", ("be arrested", True, "", "object")),
        ("We will fire the lazy workers.", ("be fired", True, "worker", "object")),
        ("I ate a ripe banana.", ("be ripe", False, "banana", "attribute")),
        ("This is a stray dog.", ("be stray", True, "dog", "attribute")),
    ],
)
def test_takes_what_is_said_of_a_noun(english: str, found: tuple[str, bool, str, str]) -> None:
    assert found in keys(english), keys(english)


@pytest.mark.parametrize(
    ("english", "key"),
    [
        ("He is a brave soldier.", "be brave"),  # of the noun "soldier", not of him
        ("It melted.", "melt ."),  # nobody knows what
        ("The baseball game ended.", "game ."),
        ("They are out of the house.", "be outed"),
        ("I have a key.", "be had"),
        ("I had my watch stolen.", "steal ."),
        ("The girl I met is nice.", "meet ."),
        ("He had the nerve to laugh.", "laugh ."),
        ("I took the box in the corner was mine.", "be mine"),
        ("Have a good weekend.", "weekend ."),
        ("The tap leaks because the pipe is old.", "leak because"),
    ],
)
def test_leaves_what_tells_nothing(english: str, key: str) -> None:
    assert not any(one[0] == key and one[3] != "attribute" for one in keys(english)), keys(english)


@pytest.mark.parametrize(
    ("rest", "kept"),
    [
        ("of fish", "of fish"), ("for the child in the woods", "for the child"), ("me", None), ("to me", ""), ("up", "up"),
        ("on her every single day", ""), ("the house that he had", "the house"),
    ],
)
def test_keeps_what_can_be_said_of_another(rest: str, kept: str | None) -> None:
    left = trimmed(Said(False, "look", tuple(rest.split())))
    assert (" ".join(left.rest) if left else None) == kept


def test_odds_allow_for_how_much_is_said_of_people() -> None:
    english = [*(f"He slept {word}." for word in "well badly long there again alone".split()), *("He burned himself.", "I burned the toast.", "The house burned."), "The snow melted."]
    preferences = Preferences(list(mentions(english)))
    sleeping, burning = Said(False, "sleep", ("well",)), Said(False, "burn")
    assert preferences.odds(sleeping, True) > 2 > preferences.odds(burning, True)
    assert preferences.odds(Said(False, "melt"), False) > 2
    assert preferences.odds(Said(False, "unheard"), True) == 1


def test_what_follows_a_verb_tells_once_it_is_met_often() -> None:
    english = [*(f"{who} smelled the {what}." for who in ("He", "She") for what in ("fish", "smoke", "gas")), *("The room smelled of fish.", "The car smelled of paint.")]
    preferences = Preferences(list(mentions(english)))
    assert preferences.odds(Said(False, "smell", ("a", "rat")), True) > 2
    assert preferences.odds(Said(False, "smell", ("of", "fish")), True) == preferences.odds(Said(False, "smell", ("like", "fish")), True)
