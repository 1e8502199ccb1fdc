"""Sentences with a link whose second half was written by people: what the pairs say of a noun, said of "it".

"The boat drifted for hours." becomes "The girls drew the boat, and it drifted for hours.": the main clause is the grammar's, the predicate the pairs'.
So the link is not learned from the grammar's own predicates alone. One noun lives and the other does not, and the predicate is one
that says which. Clauses with a content word of the hand-written test are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from grammar.clauses import numbers, pronoun_of
from grammar.frames import PLAIN, Sentence, drawn, with_links
from grammar.generate import trainable, training_sentences
from grammar.lexicon import Noun, adjectives, nouns, third_person, verbs
from grammar.links import LINKS, both
from grammar.phrases import Both, phrase, predicate, verb
from grammar.shapes import Shape, shapes
from hand.check import read, words

DETERMINER = r"(?:the|my|your|his|her|our|their|this|that|these|those)"
FRENCH_DETERMINER = r"(?:le |la |l'|les |mon |ma |mes |ton |ta |tes |son |sa |ses |notre |nos |votre |vos |leur |leurs |ce |cet |cette |ces )"
MOST_WORDS = 7
VAGUE = ("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't")
"""Forms of "be": what they say ("is small", "is here") fits most nouns, unless it was done to them."""
ANYTHING = set("fell came went moved stopped arrived disappeared looks look looked seems seem seemed weighs stood stands lay needs wants comes goes".split())
"""Verbs that fit what lives and what does not."""
NOT_VERBS = set("of in on and or that which who with to from for at by here there where near next over under behind before outside inside de du des qui que en à et aux au dans ici".split())
OTHER_FORMS = set(
    "sunk sank shone bent shrank shrunk stung tore torn shook shaken hung flew flown fed led dug burnt built felt became forgot forgotten gave given sent sat smelt "
    "stuck fled spilt shorn wove kept".split()
)
"""Irregular forms of verbs of the hand-written sentences."""
PRESENT = ("is", "are", "has", "have", "can", "can't", "cannot", "will", "won't", "doesn't", "don't", "does", "do", "isn't", "aren't")
PRONOUNS = {"it", "they", "il", "elle", "ils", "elles"}
SAMPLE = 4000


@dataclass(frozen=True)
class Clause:
    """What a pair says of a noun, without it."""

    noun: Noun
    plural: bool
    en: str
    fr: str

    @property
    def present(self) -> bool:
        first = self.en.split()[0]
        return first in PRESENT or (first.endswith("s") and first not in VAGUE)


def lives(noun: Noun) -> bool:
    return bool(noun.classes & {"animal", "person"})


@cache
def test_words() -> frozenset[str]:
    """The content words of the hand-written sentences: those that the grammar's sentences do not have either."""
    known = {word for one in training_sentences(0, SAMPLE) for word in words(one.en)}
    return (frozenset(word for one in read() for word in words(one.english)) - known) | OTHER_FORMS


@cache
def test_verbs() -> tuple[str, ...]:
    """What the forms of those sentences' verbs begin with."""
    return tuple({verb.removesuffix("e").removesuffix("y") for one in read() for verb in one.verbs})


@cache
def is_of_the_test(word: str) -> bool:
    """Whether it is a content word of the hand-written sentences, or may be another form of one of their verbs."""
    return word in test_words() or any(word.startswith(stem) and len(word) <= len(stem) + 4 for stem in test_verbs())


def says_which(clause: Clause) -> bool:
    """Whether only a noun of its sort, living or not, is likely to be meant."""
    first, *rest = clause.en.split()
    if first in ANYTHING or first in NOT_VERBS or clause.fr.split()[0] in NOT_VERBS:
        return False
    return first not in VAGUE or bool(rest and re.search(r"(ed|en|ing|built|made|sold)$", rest[0]) and rest[0] != "open")


def clause_of(pair: tuple[str, str]) -> Clause | None:
    """The pair's predicate, where its subject is one of the grammar's nouns in both languages."""
    found = re.fullmatch(rf"{DETERMINER} (\w+) ([a-z][a-z' ]*)\.", pair[0], re.IGNORECASE)
    by_form = forms().get(found[1].lower()) if found else None
    if not found or not by_form or len(found[2].split()) > MOST_WORDS:
        return None
    noun, plural = by_form
    said = re.fullmatch(rf"{FRENCH_DETERMINER}{noun.french[plural]} ([a-zàâçéèêëîïôûùüœ' ]+)\.", pair[1], re.IGNORECASE)
    if not said or (plural is False and "person" in noun.classes) or PRONOUNS & {*words(found[2]), *words(said[1])}:
        return None
    clause = Clause(noun, plural, found[2], said[1])
    return clause if says_which(clause) and not any(map(is_of_the_test, words(clause.en))) else None


@cache
def forms() -> dict[str, tuple[Noun, bool]]:
    """Nouns by their English forms; those that are alike in both numbers count as singular."""
    many = {noun.english[1]: (noun, True) for noun in nouns().values() if not noun.mass}
    return many | {noun.english[0]: (noun, False) for noun in nouns().values()}


def clauses(pairs: list[tuple[str, str]]) -> list[Clause]:
    found = (clause_of(pair) for pair in pairs)
    return sorted({one for one in found if one}, key=lambda one: (one.noun.key, one.en, one.fr))


@cache
def places_of(key: str) -> tuple[tuple[Shape, str], ...]:
    """The shapes in which a noun can stand as A or as B, the other noun being of the other sort."""
    noun = nouns()[key]
    usable = [shape for shape in shapes() if shape.build in ("", "any")]
    both_ways = [(shape, role, here, there) for shape in usable for role, here, there in (("a", shape.a, shape.b), ("b", shape.b, shape.a))]
    return tuple((shape, role) for shape, role, here, there in both_ways if noun in here and any(lives(one) != lives(noun) for one in there))


def said_keys(clause: Clause) -> list[str]:
    """Keys of the grammar's adjectives and verbs that the clause holds: it must not say what is held out."""
    spoken = set(clause.en.split())
    found = [key for key, quality in adjectives().items() if quality.english in spoken]
    for key, action in verbs().items():
        head = action.english[0].split()[0]
        if spoken & {head, third_person(head), *(form.split()[0] for form in action.english[1:])}:
            found.append(key)
    return found


def sentence_of(draw: Random, clause: Clause) -> Sentence | None:
    """One sentence with the clause; None where the draw does not come out. What is said of one animal is said of any of its gender."""
    places = places_of(clause.noun.key)
    if not places:
        return None
    shape, role = draw.choice(places)
    noun = clause.noun
    if "animal" in noun.classes:
        noun = draw.choice([one for one in (shape.a if role == "a" else shape.b) if "animal" in one.classes and one.feminine == noun.feminine])
    other = draw.choice([one for one in (shape.b if role == "a" else shape.a) if lives(one) != lives(noun)])
    if other.feminine == noun.feminine and draw.random() < 0.85:
        return None
    many = clause.plural
    _, alike = numbers(draw, other, other)
    mine = phrase(draw, noun, many, role)
    rival = phrase(draw, other, (many if draw.random() < 0.85 else alike) and not other.mass, "b" if role == "a" else "a")
    first, second = (mine, rival) if role == "a" else (rival, mine)
    time = "present" if clause.present else "past"
    tense, negation, modal, _ = drawn(draw, tuple(row for row in PLAIN if row[-1] == time))
    main = first.words + predicate(draw, first, verb(draw.choice(shape.verbs)), tense, negation, modal) + second.words
    link = draw.choices(("because", ".", "but", "and", "since"), (0.45, 0.25, 0.1, 0.15, 0.05))[0]
    tokens = main + both(LINKS[link]) + pronoun_of(mine) + Both([clause.en, "."], [clause.fr, "."])
    return with_links(tokens, "borrowed", first, second, mine, said_keys(clause))


def borrowed_sentences(found: list[Clause], seed: int, count: int) -> Iterator[Sentence]:
    """Sentences for training; none holds a triple that the grammar keeps for its test."""
    draw = Random(f"headlight borrowed {seed}")
    return trainable(lambda: sentence_of(draw, draw.choice(found)), count if found else 0)
