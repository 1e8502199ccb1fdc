"""Main clauses that people wrote: what the pairs say "he", "she", "they", Tom and Mary do with a thing, ready to be said of an animal or of people;
and what they say of two nouns.

"She tripped on the stairs." gives "The cat tripped on the stairs", "The car ran into a tree." stays as it is; borrowed_sentences.py joins such a clause
with what is said of one of its two nouns. So the way from a pronoun to its noun is not learned behind the grammar's own verbs alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.agreement import french_words, variants
from corpus.aligned_nouns import AlignedNoun, named
from corpus.grammar.lexicon import lives
from corpus.inflection import noun_lemma
from corpus.predicates import Spoken, of_him, of_people
from corpus.selectional_preferences import BE, DETERMINERS, ENDS

EQUALS = BE | {"become", "becomes", "became", "remain", "remained"}
"""Verbs before a noun that only says what the subject is."""
LONGEST = 10
"""Words of a main clause with two nouns."""


@dataclass(frozen=True)
class Deed:
    """A predicate that holds one thing: its words in both languages, and the thing among them."""

    said: Spoken
    thing: AlignedNoun
    en: tuple[str, ...]
    fr: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """A main clause with two nouns, the subject first."""

    one: AlignedNoun
    two: AlignedNoun
    en: tuple[str, ...]
    fr: tuple[str, ...]


def told_in(pair: tuple[str, str]) -> list[Spoken]:
    """What a pair says of somebody, and the same of several and of the other sex where that is sure."""
    said = of_people(of_him(pair))
    return [said, *variants(said)] if said else []


def article_of(english: list[str], noun: AlignedNoun) -> int:
    """Where the noun's determiner stands."""
    return next(at for at in range(noun.en - 1, -1, -1) if english[at] in DETERMINERS | {"its"})


def deed_of(said: Spoken) -> Deed | None:
    """A predicate as deed, where exactly one noun stands behind an article in it, and that is a thing."""
    english, french = said.en.split(), french_words(said.fr)
    found = named(english, french)
    if not found or len(found) != 1 or lives(found[0].noun) or english[article_of(english, found[0]) - 1] in EQUALS:
        return None
    return Deed(said, found[0], tuple(english), tuple(french))


def scene_of(pair: tuple[str, str]) -> Scene | None:
    """A pair as main clause, where its subject is a noun and exactly one more stands in it, and that says no more what the first is ("... is a mammal")."""
    if not all(text.endswith(".") for text in pair) or re.search(r"[,;:!?\"()\d-]", pair[0] + pair[1]) or ENDS.search(pair[0][:-1]):
        return None
    english, french = pair[0][:-1].split(), french_words(pair[1][:-1])
    if len(english) > LONGEST or english[0].lower() not in DETERMINERS:
        return None
    english[0], french[0] = english[0].lower(), french[0].lower()
    found = named(english, french)
    if not found or len(found) != 2 or found[0].word == found[1].word or found[0].fr > 3:
        return None
    one, two = found
    article = article_of(english, two)
    if english[article - 1] in EQUALS or article <= one.en + 1 or any(noun_lemma(word) == one.word for word in english[one.en + 1 :]):
        return None
    return Scene(one, two, tuple(english), tuple(french)) if one.it or two.it else None


def deeds(pairs: Iterable[tuple[str, str]]) -> list[Deed]:
    """Every deed of the pairs, in an order of its own."""
    found = {one for pair in pairs for said in told_in(pair) if (one := deed_of(said))}
    return sorted(found, key=lambda one: (one.en, one.fr, one.said.feminine, one.said.plural))


def scenes(pairs: Iterable[tuple[str, str]]) -> list[Scene]:
    """Every scene of the pairs, in an order of its own."""
    return sorted({one for pair in pairs if (one := scene_of(pair))}, key=lambda one: (one.en, one.fr))
