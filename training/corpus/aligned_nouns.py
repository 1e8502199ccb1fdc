"""Nouns that stand in a pair, in both languages, with the gender that their French article shows.

"The car ran into a tree.", "La voiture a roulé contre un arbre.": a car, feminine, and a tree, masculine, whether they are the grammar's
nouns or not. Only what is sure is taken: as many determiners in both languages, a noun behind each, an article that tells.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corpus.agreement import french_words
from corpus.animacy import sort_of
from corpus.grammar.lexicon import Noun, adjectives, nouns_by_form
from corpus.inflection import base, noun_lemma
from corpus.selectional_preferences import DETERMINERS, PREPOSITIONS, noun_place

GENDERS = {
    "le": False, "la": True, "un": False, "une": True, "mon": False, "ma": True, "ton": False, "ta": True, "son": False, "sa": True,
    "ce": False, "cet": False, "cette": True, "du": False, "au": False,
}
"""Whether a French determiner is feminine; "mon", "ton", "son" are not sure before a vowel."""
VAGUE = set("mon ton son".split())
FRENCH_DETERMINERS = set(GENDERS) | set("l' les des mes tes ses ces nos vos leurs notre votre leur aux quelques".split())
OFTEN = 3
NO_THINGS = set(
    "morning afternoon evening night day week month year time moment weekend today tomorrow winter summer spring autumn fall way lot bit kind sort one last left right "
    "first best same hour minute second little other most rest end front top middle side back half number couple few thing".split()
)
"""Nouns, or words like them, that name no thing one could go on to speak of."""


@dataclass(frozen=True)
class AlignedNoun:
    """A noun where it stands in a pair."""

    noun: Noun
    """The grammar's, or one with this form alone."""
    word: str
    """Its English singular."""
    many: bool
    en: int
    fr: int

    @property
    def it(self) -> bool:
        """Whether "it" or "they" may stand for it."""
        return self.many or "person" not in self.noun.classes


def english_places(words: list[str]) -> list[int] | None:
    """Where the noun behind each determiner stands; None where one has none, or may have two ("the baseball game")."""
    found = []
    for at, word in enumerate(words[:-1]):
        if word.lower() not in DETERMINERS | {"its"}:
            continue
        place = noun_place(words, at + 1)
        if place is None:
            return None
        after = words[place + 1] if place + 1 < len(words) else ""
        if words[place] in NO_THINGS or (noun_lemma(after) and not base(after) and after not in PREPOSITIONS):
            return None
        found.append(place)
    return found


@cache
def preposed() -> frozenset[str]:
    """Forms of the French adjectives that stand before their noun."""
    return frozenset(form for quality in adjectives().values() if quality.before for form in quality.forms)


def french_places(words: list[str]) -> list[tuple[int, str]]:
    """Where a noun stands behind each determiner, and the determiner."""
    found = []
    for at, word in enumerate(words[:-1]):
        if word.lower() in FRENCH_DETERMINERS:
            place = at + 1
            while place + 1 < len(words) and words[place] in preposed():
                place += 1
            found.append((place, word.lower()))
    return found


def noun_of(word: str, mot: str, article: str) -> tuple[Noun, bool] | None:
    """The noun that an English and a French word name, and whether several; None where its gender is not sure."""
    known = nouns_by_form().get(word)
    if known and known[0].french[known[1]] == mot:
        return known
    if article not in GENDERS or (article in VAGUE and mot[:1] in "aeiouyhéèêàâîôœ") or not mot.isalpha():
        return None
    return Noun(word, (word, word), (mot, mot), GENDERS[article], sort_of(word), True), False


def named(english: list[str], french: list[str]) -> list[AlignedNoun] | None:
    """The nouns behind the determiners of a pair's words, in their order; None where one is not sure."""
    places, there = english_places(english), french_places(french)
    if places is None or len(places) != len(there):
        return None
    found = []
    for en, (fr, article) in zip(places, there, strict=True):
        one = noun_of(english[en], french[fr], article)
        if not one:
            return None
        found.append(AlignedNoun(one[0], noun_lemma(english[en]), one[1], en, fr))
    return found


def translations(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Noun]:
    """Nouns whose French is sure, by their words in both languages: named together OFTEN times, and in half of the English noun's places."""
    found: Counter[tuple[str, str, Noun]] = Counter()
    places: Counter[str] = Counter()
    for english, french in pairs:
        for one in named(english.rstrip(".!?").split(), french_words(french.rstrip(".!? "))) or ():
            if not one.many:
                mot = one.noun.french[0].lower()
                found[one.word, mot, one.noun] += 1
                places[one.word] += 1
    return {(word, mot): noun for (word, mot, noun), count in found.items() if count >= OFTEN and 2 * count > places[word] and noun.english[0] == word}
