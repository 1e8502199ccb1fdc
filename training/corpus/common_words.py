"""Clauses of any common English verb or adjective, whether the pairs have it or not, for the judge to be asked about."""

from functools import lru_cache
from random import Random

from lemminflect import getAllLemmas

from corpus.half_sentences import TENSES, spoken
from corpus.inflection import base, form, participle
from corpus.selectional_preferences import AIDS, COPULAS, HAVE, NO_PASSIVE, SENSED, Said

KINDS = {"does": 0.4, "is done to": 0.2, "is": 0.4}
TAILS = {
    "": 0.5, "away": 0.05, "down": 0.04, "off": 0.04, "up": 0.04, "out": 0.04, "again": 0.04, "slowly": 0.04, "too fast": 0.04, "loudly": 0.03, "all day": 0.04,
    "nobody": 0.03, "everybody": 0.03, "something": 0.02, "well": 0.02,
}
"""What stands behind a verb, and how often."""
NOTHING = AIDS | HAVE | COPULAS | SENSED | {"let", "ought", "dare", "be"}
"""Verbs that say nothing by themselves."""
SHORTEST = 3


@lru_cache(maxsize=1)
def verbs(common: frozenset[str]) -> tuple[str, ...]:
    """Verbs of which another form than the base and "-s", which nouns have, too, is among some words."""
    found = {base(word) for word in common if base(word) not in ("", word) and not word.endswith("s")}
    return tuple(sorted(word for word in found - NOTHING if len(word) >= SHORTEST and word.isalpha() and form(word, "VBD")))


@lru_cache(maxsize=1)
def qualities(common: frozenset[str]) -> tuple[str, ...]:
    """Adjectives among some words; of a word that is a noun, too, only one with a degree of its own is taken ("green", "greener"), and none that is an adverb, too."""
    return tuple(sorted(word for word in common if len(word) >= SHORTEST and is_quality(word)))


def is_quality(word: str) -> bool:
    kinds = getAllLemmas(word)
    return kinds.get("ADJ") == (word,) and ("NOUN" not in kinds or bool(form(word, "JJR"))) and "ADV" not in kinds


def any_word(draw: Random, common: frozenset[str], many: bool, present: bool) -> str:
    """A predicate of a word drawn from some common ones, in a tense; "" where the draw does not come out."""
    kind = draw.choices(tuple(KINDS), tuple(KINDS.values()))[0]
    tense = "present" if present else draw.choices(tuple(TENSES), tuple(TENSES.values()))[0]
    if kind == "is":
        return spoken(draw, Said(True, draw.choice(qualities(common))), many, tense)
    verb = draw.choice(verbs(common))
    if kind == "is done to":
        done = "" if verb in NO_PASSIVE else participle(verb)
        return spoken(draw, Said(True, done), many, tense) if done else ""
    tail = draw.choices(tuple(TAILS), tuple(TAILS.values()))[0]
    return spoken(draw, Said(False, verb, tuple(tail.split())), many, tense)
