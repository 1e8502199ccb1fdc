"""Sentences whose French ends with the pronoun: what the pairs' English says of a noun's sort, in any tense, behind a main clause whose French is known.

"The snow melted." tells that snow melts, and nothing of how "and it had melted" is to be said in French about another noun. But which
pronoun begins it is known, and that is what such a sentence trains: its French is "Les filles ont vu la neige et elle".
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random

from corpus.borrowed_clauses import Clause
from corpus.grammar.lexicon import Noun, nouns_by_form
from corpus.inflection import adjective, base, form
from corpus.selectional_preferences import OWNERS, Mention, Said, mentions, trimmed

HALF = "half"
"""The shape of such sentences."""
ODDS = 1.6
"""A predicate is taken of a noun where its sort is so many times as likely to have it said of it as the other sort."""
LEAST_ODDS = 0.1
"""What is said of a noun in spite of its sort ("the car drove away"), with no less than these odds, is taken beside nouns of the same sort."""
UNSEEN = 0.5
"""What is added to each count."""
RARE = 3
"""A key met less often tells less than its verb."""
SEEMING = ("seem", "look", "become", "sound", "remain")
SEEMS = 0.25
"""How often one of these stands for "be" before an adjective."""
LASTING = set("belong know want need like love hate seem smell taste contain cost mean own have weigh resemble fit matter exist consist".split())
"""Verbs without a progressive form."""
TENSES = {"past": 0.62, "pluperfect": 0.1, "progressive": 0.07, "negative": 0.08, "modal": 0.06, "present": 0.07}
DRAWN = 2
"""Tenses that a predicate is given in, in each number."""


class Preferences:
    """How much more likely each predicate is to be said of what lives than of things."""

    def __init__(self, found: list[Mention]) -> None:
        total = Counter((one.origin, one.lives) for one in found)
        self.often = Counter(one.said.key for one in found)
        self.counts: dict[str, list[float]] = {}
        for one in found:
            # Of people is spoken ten times as often as of things: a mention of the rarer sort says more.
            weight = math.sqrt(max(1, total[one.origin, not one.lives]) / total[one.origin, one.lives])
            for key in {one.said.key, one.said.verb}:
                self.counts.setdefault(key, [0.0, 0.0])[one.lives] += weight

    def counted(self, said: Said) -> list[float]:
        """Of things and of what lives: by its key, or by its verb alone where the key is rare."""
        return self.counts.get(said.key if self.often[said.key] >= RARE else said.verb, [0.0, 0.0])

    def odds(self, said: Said, lives: bool) -> float:
        """How many times as likely the sort is to have it said of it as the other sort."""
        counts = self.counted(said)
        return (counts[lives] + UNSEEN) / (counts[not lives] + UNSEEN)

    def weight(self, said: Said, lives: bool) -> float:
        """How often it is drawn: by its share in its sort's mentions, common words less than that, and alike in both sorts, so that their odds stay."""
        counts = self.counts[said.key]
        return counts[lives] / math.sqrt(sum(counts))


def verb_group(said: Said, many: bool, tense: str) -> list[str]:
    """The verb's words in a tense; [] where the dictionary lacks the form."""
    was = "were" if many else "was"
    if said.be:
        heads = {"pluperfect": ["had", "been"], "negative": [f"{was}n't"], "modal": ["could", "be"], "present": ["are" if many else "is"]}
        return heads.get(tense, [was])
    past, participle, ing, third = (form(said.word, tag) for tag in ("VBD", "VBN", "VBG", "VBZ"))
    if not all((past, participle, ing, third)):
        return []
    heads = {
        "past": [past], "pluperfect": ["had", participle], "progressive": [was, ing], "negative": ["didn't", said.word],
        "modal": ["could", said.word], "present": [said.word if many else third],
    }
    return heads["past" if tense == "progressive" and said.word in LASTING else tense]


def spoken(draw: Random, said: Said, many: bool, tense: str) -> str:
    """A predicate as English words: "was too ripe", "had melted"."""
    quality = said.be and adjective(said.word) and base(said.word) in ("", said.word)
    seems = quality and draw.random() < SEEMS
    verb = verb_group(Said(False, draw.choice(SEEMING)) if seems else said, many, "past" if seems and tense == "progressive" else tense)
    if not verb:
        return ""
    degree = [draw.choice(("too", "so", "very"))] if quality and tense in ("past", "present") and draw.random() < 0.45 else []
    own = "their" if many else "its"
    words = [*verb, *degree, *([said.word] if said.be else []), *(own if word in OWNERS else word for word in said.rest)]
    return " ".join(words)


def numbers(noun: Noun | None) -> tuple[bool, ...]:
    """Whether one or several may be meant: a person is no "it", and what has no plural is no "they"."""
    if noun and (noun.mass or "person" in noun.classes):
        return (not noun.mass,)
    return (False, True)


def clauses_said(english: Iterable[str]) -> tuple[list[Clause], list[float]]:
    """Clauses without French, in an order of their own, and how often each is to be drawn."""
    found = list(mentions(english))
    preferences = Preferences(found)
    draw = Random("headlight halves")
    clauses: dict[Clause, float] = {}
    for one in sorted(set(found), key=lambda one: (one.said.key, one.said.word, one.said.rest, one.lives, one.word, one.origin)):
        said = trimmed(one.said)
        odds = preferences.odds(one.said, one.lives)
        if said and (odds >= ODDS or (one.word and not one.lives and odds >= LEAST_ODDS)):
            again = spoken_clauses(draw, one, said, odds >= ODDS)
            clauses.update(dict.fromkeys(again, preferences.weight(one.said, one.lives)))
    alike = Counter((one.key, one.lives) for one in clauses)
    return list(clauses), [weight / alike[one.key, one.lives] for one, weight in clauses.items()]


def spoken_clauses(draw: Random, one: Mention, said: Said, usual: bool) -> Iterator[Clause]:
    known = nouns_by_form().get(one.word)
    noun = known[0] if known else None
    for many in numbers(noun):
        for tense in draw.choices(tuple(TENSES), tuple(TENSES.values()), k=DRAWN):
            words = spoken(draw, said, many, "past" if many and tense == "present" and not said.be else tense)
            if words:
                yield Clause(noun, one.lives, bool(noun and noun.feminine), many, words, "", one.said.key, "" if noun else one.word, usual)
