"""Sentences with a link whose second half was written by people: what the pairs say of a noun, or of "he" and "they", said of "it".

"The boat drifted for hours." becomes "The girls drew the boat, and it drifted for hours.": the main clause is the grammar's, the predicate the pairs'.
So the link is not learned from the grammar's own predicates alone. Mostly one noun lives and the other does not, and the predicate is one
that says which (predicates.py: "He got up late." says that it lives). In part of them the main clause is the pairs' own, too (deeds.py).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from random import Random

from agreement import fits_either
from borrowed_clauses import Clause, clauses
from deeds import Deed, deeds
from grammar.clauses import numbers, pronoun_of, undergone
from grammar.frames import PLAIN, Sentence, drawn, with_links
from grammar.generate import trainable
from grammar.lexicon import Noun, adjectives, lives, nouns, third_person, verbs
from grammar.links import LINKS, both
from grammar.phrases import Both, Phrase, phrase, predicate, verb
from grammar.shapes import Said, Shape, shapes
from hand.check import ANY_WORDS, COMMON_WORDS, read
from predicates import Spoken, head, is_present

ALIKE = 0.85
"""How often two nouns of one gender are drawn again, and how often the other noun has the antecedent's number."""
AMONG_THINGS = 0.5
"""How often what is said of one of the grammar's things stands beside another thing: one of no class that the pairs say the verb of."""
DEEDS = 0.5
"""How often the main clause is the pairs' own."""
DOER = 0.5
"""How often who did it is the antecedent there, not the thing."""
TRIES = 40
"""Clauses that are looked at for one that fits."""
PASSIVE = 0.25
"""How often the main clause is passive where it can be: else the noun that lives nearly always comes first."""
SOURCES = {"thing": 0.35, "some thing": 0.25, "living": 0.12, "some living": 0.28}
"""Shares of sentences: what is said of one of the grammar's things, of any other, of one of its animals or several of its people, of "he", "she" or "they"."""
JOINED = {"because": 0.38, ".": 0.15, "and": 0.15, "but": 0.1, "although": 0.08, "until": 0.04, "before": 0.02, "when": 0.03, "since": 0.05}
"""Conjunctions and how often each stands."""
INSTEAD = {"although": "even though", "until": "when", "before": "as soon as"}
"""Those that ask for a subjunctive, and what stands in their place before a verb whose subjunctive is not listed."""
SUBJUNCTIVE = {
    "est": "soit", "était": "soit", "fut": "soit", "sont": "soient", "étaient": "soient", "furent": "soient",
    "a": "ait", "avait": "ait", "ont": "aient", "avaient": "aient",
}


@cache
def any_of(alive: bool, feminine: bool, plural: bool) -> tuple[Noun, ...]:
    """The nouns that a clause without one may be said of; one person is "he" or "she", so only several are among them."""
    kept = (noun for noun in nouns().values() if lives(noun) == alive and noun.feminine == feminine and places_of(noun.key))
    return tuple(noun for noun in kept if not (noun.mass if plural else "person" in noun.classes))


Place = tuple[Shape, str, tuple[Noun, ...]]
"""A shape, where the antecedent stands in it ("a" or "b"), and the nouns that may stand in the other place."""


def places(noun: Noun, may_be: Callable[[Noun], bool]) -> tuple[Place, ...]:
    """The shapes in which a noun can stand as A or as B, the other noun being one that may be."""
    found = []
    for shape in shapes():
        for role, here, there in (("a", shape.a, shape.b), ("b", shape.b, shape.a)):
            others = tuple(one for one in there if may_be(one))
            if shape.build in ("", "any") and noun in here and others:
                found.append((shape, role, others))
    return tuple(found)


@cache
def places_of(key: str) -> tuple[Place, ...]:
    """Those beside nouns of the other sort: what lives beside what does not."""
    noun = nouns()[key]
    return places(noun, lambda one: lives(one) != lives(noun))


@cache
def places_among_things(key: str, classes: frozenset[str]) -> tuple[Place, ...]:
    """Those beside other things, none of some classes."""
    return places(nouns()[key], lambda one: not lives(one) and not classes & one.classes)


@cache
def keys_by_word() -> dict[str, list[str]]:
    """Keys of the grammar's adjectives and verbs by the words that tell of them."""
    found: dict[str, list[str]] = {}
    for key, quality in adjectives().items():
        found.setdefault(quality.english, []).append(key)
    for key, action in verbs().items():
        bare = action.english[0].split()[0]
        for word in {bare, third_person(bare), *(form.split()[0] for form in action.english[1:])}:
            found.setdefault(word, []).append(key)
    return found


def said_keys(english: str) -> list[str]:
    """Keys of the grammar's adjectives and verbs among some words: a sentence must not say what is held out."""
    return sorted({key for word in english.split() for key in keys_by_word().get(word, ())})


def feminine(draw: Random, said: Clause | Spoken) -> bool:
    """The gender of a noun that something may be said of: either, where its French is the same for both."""
    return draw.random() < 0.5 if fits_either(said.fr) else said.feminine


def is_transitive(key: str) -> bool:
    """Whether the verb takes its object in both languages as it is, so that it has a passive."""
    action = verb(key)
    return len(action.english[0].split()) == len(action.french.split()) == 1 and not action.etre


def rare_first(found: list[Clause]) -> list[float]:
    """Running sums of weights: a verb that many clauses have does not come up as often as these, so that rare ones are learned, too."""
    counted = Counter(head(one.en) for one in found)
    return list(accumulate(counted[head(one.en)] ** -0.5 for one in found))


class Told:
    """What the pairs tell, sorted by what it may be said of."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        found = clauses(pairs)
        self.by_source = {source: kept for source in SOURCES if (kept := [one for one in found if one.source == source])}
        self.weights = {source: rare_first(kept) for source, kept in self.by_source.items()}
        self.deeds = deeds(pairs)
        self.either = {one: fits_either(one.fr) for one in found}
        self.classes: dict[str, frozenset[str]] = {}
        """The classes of all things that a verb is said of, by head (predicates.py)."""
        self.own: dict[tuple[str, bool], list[Clause]] = {}
        """What is said of each thing, by its key and whether of several."""
        for one in self.by_source.get("thing", []):
            self.own.setdefault((one.noun.key, one.plural), []).append(one)
            self.classes[head(one.en)] = self.classes.get(head(one.en), frozenset()) | one.noun.classes

    def any_clause(self, draw: Random) -> Clause:
        source = draw.choices(list(self.by_source), [SOURCES[source] for source in self.by_source])[0]
        return self.some(draw, source, 1)[0]

    def some(self, draw: Random, source: str, count: int) -> list[Clause]:
        return draw.choices(self.by_source[source], cum_weights=self.weights[source], k=count) if source in self.by_source else []

    def of_any(self, draw: Random, plural: bool, feminine: bool, lives: bool = True) -> Clause | None:
        """A clause that any noun of a sort, number and gender may be the subject of."""
        found = self.some(draw, "some living" if lives else "some thing", TRIES)
        return next((one for one in found if one.plural == plural and (one.feminine == feminine or self.either[one])), None)

    def of(self, draw: Random, deed: Deed) -> Clause | None:
        """A clause said of the deed's thing, or of any thing."""
        own = self.own.get((deed.noun.key, deed.many))
        return draw.choice(own) if own and draw.random() < 0.5 else self.of_any(draw, deed.many, deed.noun.feminine, False)


def sentence_of(draw: Random, clause: Clause, told: Told) -> Sentence | None:
    """The clause behind a main clause of the grammar; None where the draw does not come out. What is said of one animal is said of any of its gender."""
    noun = clause.noun or draw.choice(any_of(clause.lives, feminine(draw, clause), clause.plural))
    among_things = clause.source == "thing" and draw.random() < AMONG_THINGS
    there = places_among_things(noun.key, told.classes[head(clause.en)]) if among_things else places_of(noun.key)
    if not there:
        return None
    shape, role, others = draw.choice(there)
    if clause.noun and "animal" in noun.classes:
        noun = draw.choice([one for one in (shape.a if role == "a" else shape.b) if "animal" in one.classes and one.feminine == noun.feminine])
    other = draw.choice(others)
    if other.feminine == noun.feminine and draw.random() < ALIKE:
        return None
    many = clause.plural
    _, alike = numbers(draw, other, other)
    mine = phrase(draw, noun, many, role)
    rival = phrase(draw, other, (many if draw.random() < ALIKE else alike) and not other.mass, "b" if role == "a" else "a")
    first, second = (mine, rival) if role == "a" else (rival, mine)
    time = "present" if clause.present else "past"
    tense, negation, modal, _ = drawn(draw, tuple(row for row in PLAIN if row[-1] == time))
    action = draw.choice(shape.verbs)
    if is_transitive(action) and draw.random() < PASSIVE:
        main = second.words + undergone(draw, second, Said("done", action), tense) + Both(["by"], ["par"]) + first.words
    else:
        main = first.words + predicate(draw, first, verb(action), tense, negation, modal) + second.words
    return joined(draw, main, clause, first, second, mine, said_keys(clause.en))


def deed_sentence(draw: Random, deed: Deed, told: Told) -> Sentence | None:
    """A deed of the pairs, and a clause of the pairs that is said of who did it or of the thing; None where none fits."""
    noun = draw.choice(any_of(True, feminine(draw, deed.said), deed.said.plural))
    if deed.noun.feminine == noun.feminine and draw.random() < ALIKE:
        return None
    of_doer = draw.random() < DOER
    clause = told.of_any(draw, deed.said.plural, noun.feminine) if of_doer else told.of(draw, deed)
    if not clause or clause.present != is_present(deed.said.en):
        return None
    doer = phrase(draw, noun, deed.said.plural, "a")
    en, fr = list(deed.en), list(deed.fr)
    en[deed.en_noun], fr[deed.fr_noun] = (en[deed.en_noun], "b"), (fr[deed.fr_noun], "b")
    thing = Phrase(Both(en, fr), 3 if deed.many else 1, deed.noun.feminine, deed.noun)
    return joined(draw, doer.words + thing.words, clause, doer, thing, doer if of_doer else thing, said_keys(f"{deed.said.en} {clause.en}"))


def joined(draw: Random, main: Both, clause: Clause, first: Phrase, second: Phrase, mine: Phrase, said: list[str]) -> Sentence:
    link, fr = after(draw.choices(tuple(JOINED), tuple(JOINED.values()))[0], clause)
    tokens = main + both(LINKS[link]) + pronoun_of(mine) + Both([clause.en, "."], [fr, "."])
    return with_links(tokens, "borrowed", first, second, mine, said)


def after(link: str, clause: Clause) -> tuple[str, str]:
    """The conjunction and the clause's French behind it: "bien que", "jusqu'à ce que", "avant que" ask for a subjunctive."""
    if link not in INSTEAD:
        return link, clause.fr
    found = re.match(r"(n'|ne )?(\w+)(?= )", clause.fr)
    form = SUBJUNCTIVE.get(found[2]) if found else None
    if not form:
        return INSTEAD[link], clause.fr
    no = "" if not found[1] else "n'" if form.startswith("a") else "ne "
    return link, f"{no}{form}{clause.fr[found.end() :]}"


def borrowed_sentences(told: Told, seed: int, count: int) -> Iterator[Sentence]:
    """Sentences for training; none holds a triple that the grammar keeps for its test, and none is one of those written by hand."""
    draw = Random(f"headlight borrowed {seed}")
    by_hand = {one.english for file in (ANY_WORDS, COMMON_WORDS) for one in read(file)}

    def make() -> Sentence | None:
        deed = told.deeds and draw.random() < DEEDS
        found = deed_sentence(draw, draw.choice(told.deeds), told) if deed else sentence_of(draw, told.any_clause(draw), told)
        return found if found and found.en not in by_hand else None

    return trainable(make, count if told.by_source else 0)
