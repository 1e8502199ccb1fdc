"""What the pairs say of "he", "she" and "they", so of what lives: to be said of an animal or of several people.

"He got up late." becomes "... because it got up late" of a dog beside a thing. A predicate is taken where it is said of people
often and of things hardly ever: then it says by itself which of two nouns is meant.
"""

import re
from collections import Counter

DETERMINERS = "the|my|your|his|her|our|their|this|that|these|those"
BE = ("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't", "been", "be")
HELPERS = set(
    "will won't can can't cannot could couldn't would wouldn't should shouldn't must may might has hasn't have haven't had hadn't do don't does doesn't did didn't "
    "to not never always often just still also already soon suddenly really finally probably almost usually sometimes".split()
)
DEGREES = set("so very too quite really not no still always a bit little completely extremely totally absolutely more much as all almost".split())
ARTICLES = set("a an the my his her our your their one only".split())
LEAST = 3
"""Times a predicate is said of people at least, for each time it is said of a thing 30."""
TIMES = 30
MOST_WORDS = 8
FOREIGN = set("i me my you your we us our he him she it its they them himself herself themselves il elle ils elles lui eux".split())
"""Words that would stand for someone else once the subject is a dog; "his", "her" and "their" are treated apart."""


def head(said: str) -> str:
    """The word that says most: the verb, or what follows "be" ("be tired")."""
    words = said.split()
    while words and words[0] in HELPERS:
        words = words[1:]
    if not words or words[0] not in BE:
        return words[0] if words else ""
    rest = [word for word in words[1:] if word not in DEGREES | HELPERS]
    return f"be {rest[0]}" if rest else ""


def counts(pairs: list[tuple[str, str]], living: set[str]) -> dict[str, tuple[int, int]]:
    """How often each head is said of people, and of things. `living`: English nouns that are no things."""
    people: Counter[str] = Counter()
    things: Counter[str] = Counter()
    for english in {pair[0] for pair in pairs}:
        found = re.fullmatch(rf"(He|She|They|I|We|You|Tom|Mary|It|This|That|(?:{DETERMINERS}) [a-z]+) ([a-z][a-z' ]*)[.?!]", english, re.IGNORECASE)
        if not found:
            continue
        who = found[1].split()[-1].lower()
        kind = people if who in ("he", "she", "they", "i", "we", "you", "tom", "mary") or who in living else things
        kind[head(found[2])] += 1
    return {key: (people[key], things[key]) for key in people | things if key}


def of_people(pair: tuple[str, str]) -> tuple[bool, bool, str, str] | None:
    """(feminine, plural, English, French) of what a pair says of "he", "she" or "they", ready to be said of "it" or "they"."""
    english = re.fullmatch(r"(He|She|They) ([a-z][a-z' ]*)\.", pair[0])
    french = re.fullmatch(r"(Il|Elle|Ils|Elles) ([a-zàâçéèêëîïôûùüœ' ]+)\.", pair[1])
    if not english or not french or len(english[2].split()) > MOST_WORDS:
        return None
    fits = {"He": ("Il",), "She": ("Elle",), "They": ("Ils", "Elles")}[english[1]]
    said, dit = english[2].split(), french[2]
    mine = {"He": "his", "She": "her", "They": "their"}[english[1]]
    strangers = {"his", "her", "their"} - {mine}
    if french[1] not in fits or strangers & set(said) or FOREIGN & set(re.findall(r"\w+", f"{english[2]} {dit}")):
        return None
    if mine in said and not re.search(r"\b(leurs?|son|sa|ses)\b" if mine == "their" else r"\b(son|sa|ses)\b", dit):
        return None
    plural = english[1] == "They"
    words = [word if word != mine or plural else "its" for word in said]
    return french[1].startswith("Elle"), plural, " ".join(words), dit


def says_living(said: str, known: dict[str, tuple[int, int]]) -> bool:
    """Whether only what lives is likely to be meant."""
    words = said.split()
    if words[0] in BE and len(words) > 1 and words[1] in ARTICLES:
        return False
    people, things = known.get(head(said), (0, 0))
    return people >= LEAST and people >= TIMES * things
