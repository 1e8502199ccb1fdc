"""Main clauses that people wrote: what the pairs say "he", "she", "they", Tom and Mary do with one of the grammar's things, ready to be said of an animal or of people.

"She tripped on the stairs." gives "The cat tripped on the stairs"; borrowed.py joins such a clause with what is said of one of its two nouns.
So the way from a pronoun to its noun is not learned behind the grammar's own verbs alone.
"""

import re
from dataclasses import dataclass

from agreement import french_words, variants
from grammar.lexicon import Noun, lives, nouns_by_form
from predicates import Spoken, of_him, of_people

ENGLISH_DETERMINERS = set("the a an this that these those my your his her its our their some".split())
FRENCH_DETERMINERS = set("le la l' les un une des du ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split())


@dataclass(frozen=True)
class Deed:
    """A predicate that holds one thing of the grammar: its words, the place of the thing among them, in both languages."""

    said: Spoken
    noun: Noun
    many: bool
    en: tuple[str, ...]
    en_noun: int
    fr: tuple[str, ...]
    fr_noun: int


def places(text: list[str], determiners: set[str], forms: set[str]) -> list[int]:
    """Where a determiner and then one of some words stand: the places of these words."""
    return [i for i in range(1, len(text)) if text[i] in forms and text[i - 1] in determiners]


def told_in(pair: tuple[str, str]) -> list[Spoken]:
    """What a pair says of somebody, and the same of several and of the other sex where that is sure."""
    said = of_people(of_him(pair))
    return [said, *variants(said)] if said else []


def deed_of(said: Spoken, things: dict[str, tuple[Noun, bool]]) -> Deed | None:
    """A predicate as deed, where exactly one thing stands in it. `things`: them by their English forms, and whether that is plural."""
    english, french = said.en.split(), french_words(said.fr)
    named = [i for i, word in enumerate(english) if word in things]
    if len(named) != 1 or places(english, ENGLISH_DETERMINERS, {english[named[0]]}) != named:
        return None
    noun, many = things[english[named[0]]]
    there = places(french, FRENCH_DETERMINERS, {noun.french[many]})
    return Deed(said, noun, many, tuple(english), named[0], tuple(french), there[0]) if len(there) == 1 else None


def deeds(pairs: list[tuple[str, str]]) -> list[Deed]:
    """Every deed of the pairs, in an order of its own."""
    things = {form: found for form, found in nouns_by_form().items() if not lives(found[0])}
    found = {one for pair in pairs for said in told_in(pair) if (one := deed_of(said, things))}
    return sorted(found, key=lambda one: (one.en, one.fr, one.said.feminine, one.said.plural))
