"""What the pairs tell, ready to be drawn from: clauses by what they may be said of, and main clauses."""

from collections import Counter
from functools import lru_cache
from itertools import accumulate
from random import Random

from corpus.agreement import fits_either
from corpus.aligned_nouns import AlignedNoun, translations
from corpus.borrowed_clauses import Clause, clauses
from corpus.grammar.lexicon import VOWELS, Noun, lives
from corpus.half_sentences import clauses_said
from corpus.main_clauses import Deed, Scene, deeds, scenes

SOURCES = {"thing": 0.35, "some thing": 0.25, "living": 0.12, "some living": 0.28}
"""Shares of sentences: what is said of one of the grammar's things, of any other, of one of its animals or several of its people, of "he", "she" or "they"."""
TRIES = 40
"""Clauses that are looked at for one that fits."""
OWN = 0.6
"""How often a noun beside one of the other sort has a clause that is its own."""
TELLING = 0.06
"""A clause is a noun's own where so great a part of what has its verb is said of that noun."""


def rare_first(found: list[Clause]) -> list[float]:
    """Weights: a verb that many clauses have does not come up as often as these, so that rare ones are learned, too."""
    counted = Counter((one.source, one.key) for one in found)
    return [counted[one.source, one.key] ** -0.5 for one in found]


class ClauseBank:
    """What the pairs tell, sorted by what it may be said of."""

    def __init__(self, found: list[Clause], weights: list[float], main: list[Deed], two: list[Scene], known: dict[tuple[str, str], Noun]) -> None:
        """`weights`: how often each clause is drawn among those of its source; `main`, `two`: main clauses of one thing, and of two nouns; `known`: nouns whose French is sure."""
        drawn = [(one, weight) for one, weight in zip(found, weights, strict=True) if one.usual or one.noun]
        self.by_source = {source: kept for source in SOURCES if (kept := [one for one, _ in drawn if one.source == source])}
        self.weights = {source: list(accumulate(weight for one, weight in drawn if one.source == source)) for source in self.by_source}
        self.deeds, self.scenes = main, two
        self.either = {one: fits_either(one.fr) for one in found}
        self.classes: dict[str, frozenset[str]] = {}
        """The classes of all things that a verb is said of, by its key."""
        for one in self.by_source.get("thing", []):
            self.classes[one.key] = self.classes.get(one.key, frozenset()) | one.noun.classes
        self.keys: dict[str, set[str]] = {}
        """What is said of each noun, by its word: its verbs' keys."""
        self.own: dict[tuple[str, bool], list[Clause]] = {}
        """What is said of each noun and of few others, by its word and whether of several."""
        spoken = Counter((one.lives, one.key) for one in found)
        here = Counter((one.word, one.key) for one in found)
        for one in found:
            if one.word:
                self.keys.setdefault(one.word, set()).add(one.key)
                if here[one.word, one.key] >= TELLING * spoken[one.lives, one.key]:
                    self.own.setdefault((one.word, one.plural), []).append(one)

        self.known = known
        self.players = {
            feminine: [
                AlignedNoun(noun, word, False, 0, 0)
                for (word, _), noun in known.items()
                if noun.feminine == feminine and "person" not in noun.classes and (word, False) in self.own and starts_alike(noun)
            ]
            for feminine in (False, True)
        }
        """Nouns, by gender, of which something is their own, so that they may take another's place in a scene."""

    def may_leave(self, role: AlignedNoun) -> bool:
        """Whether a noun's place can be given to another: its French is sure, and no article would change."""
        return not role.many and starts_alike(role.noun) and (role.word, role.noun.french[0]) in self.known

    def any_clause(self, draw: Random) -> Clause:
        source = draw.choices(list(self.by_source), [SOURCES[source] for source in self.by_source])[0]
        return self.some(draw, source, 1)[0]

    def some(self, draw: Random, source: str, count: int) -> list[Clause]:
        return draw.choices(self.by_source[source], cum_weights=self.weights[source], k=count) if source in self.by_source else []

    def fits(self, clause: Clause, feminine: bool) -> bool:
        """Whether the clause's French goes with a gender."""
        return clause.feminine == feminine or self.either[clause]

    def of_any(self, draw: Random, plural: bool, feminine: bool, lives: bool = True) -> Clause | None:
        """A clause that any noun of a sort, number and gender may be the subject of."""
        found = self.some(draw, "some living" if lives else "some thing", TRIES)
        return next((one for one in found if one.plural == plural and self.fits(one, feminine)), None)

    def of(self, draw: Random, who: AlignedNoun, other: AlignedNoun | None = None) -> Clause | None:
        """A clause said of a noun and not of another, or else, beside a noun of the other sort, one said of any of its sort."""
        alive, alike = lives(who.noun), bool(other) and lives(who.noun) == lives(other.noun)
        if alike or draw.random() < OWN:
            known = self.keys.get(other.word, ()) if other else ()
            own = [one for one in self.own.get((who.word, who.many), []) if (one.usual or alike) and one.key not in known and self.fits(one, who.noun.feminine)]
            if own:
                return draw.choice(own)
        return None if alike else self.of_any(draw, who.many, who.noun.feminine, alive)


def starts_alike(noun: Noun) -> bool:
    """Whether no article changes before it, in either language."""
    return noun.french[0][:1] not in VOWELS and noun.english[0][:1] not in "aeiou"


@lru_cache(maxsize=2)
def clause_bank(pairs: tuple[tuple[str, str], ...]) -> ClauseBank:
    """What pairs tell in both languages."""
    found = clauses(list(pairs))
    return ClauseBank(found, rare_first(found), deeds(pairs), scenes(pairs), translations(pairs))


@lru_cache(maxsize=2)
def half_clause_bank(pairs: tuple[tuple[str, str], ...]) -> ClauseBank:
    """What their English tells, behind the same main clauses."""
    whole = clause_bank(pairs)
    return ClauseBank(*clauses_said(sorted({pair[0] for pair in pairs})), whole.deeds, whole.scenes, whole.known)
