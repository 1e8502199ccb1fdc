"""Sentences with a link whose second half was written by people: what the pairs say of a noun, or of "he" and "they", said of "it".

"The boat drifted for hours." becomes "The girls drew the boat, and it drifted for hours.": the main clause is the grammar's, the predicate the pairs'.
So the link is not learned from the grammar's own predicates alone. One noun lives and the other does not, and the predicate is one
that says which (predicates.py: "He got up late." says that it lives). Clauses with a content word of the hand-written test are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import cache
from random import Random

from grammar.clauses import numbers, pronoun_of, undergone
from grammar.frames import PLAIN, Sentence, drawn, with_links
from grammar.generate import trainable, training_sentences
from grammar.lexicon import Noun, adjectives, nouns, third_person, verbs
from grammar.links import LINKS, both
from grammar.phrases import Both, phrase, predicate, verb
from grammar.shapes import Said, Shape, shapes
from hand.check import ANY_WORDS, COMMON_WORDS, read, words
from predicates import DETERMINERS, counts, french_verbs, of_people, of_thing, says_living, says_thing

FRENCH_DETERMINER = r"(?:le |la |l'|les |mon |ma |mes |ton |ta |tes |son |sa |ses |notre |nos |votre |vos |leur |leurs |ce |cet |cette |ces )"
MOST_WORDS = 7
VAGUE = ("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't")
"""Forms of "be": what they say ("is small", "is here") fits most nouns, unless it was done to them."""
ANYTHING = set("fell came went moved stopped arrived disappeared looks look looked seems seem seemed weighs stood stands lay needs wants comes goes".split())
"""Verbs that fit what lives and what does not."""
NOT_VERBS = set("now just also of in on and or that which who with to from for at by here there where near next over under behind before outside inside de du des qui que en à et aux au dans ici".split())
OTHER_FORMS = set(
    "sunk sank shone bent shrank shrunk stung tore torn shook shaken hung flew flown fed led dug burnt built felt became forgot forgotten gave given sent sat smelt "
    "stuck fled spilt shorn wove kept drove driven stood rang rung knew known meant".split()
)
"""Irregular forms of verbs of the hand-written sentences."""
PRESENT = ("is", "are", "has", "have", "can", "can't", "cannot", "will", "won't", "doesn't", "don't", "does", "do", "isn't", "aren't")
PRONOUNS = {"it", "they", "il", "elle", "ils", "elles"}
SAMPLE = 4000
PASSIVE = 0.25
"""How often the main clause is passive where it can be: else the noun that lives nearly always comes first."""
SOURCES = {"thing": 0.25, "some thing": 0.25, "living": 0.15, "some living": 0.35}
"""Shares of sentences: what is said of one of the grammar's things, of any other, of one of its animals or several of its people, of "he", "she" or "they"."""
JOINED = {"because": 0.4, ".": 0.2, "and": 0.15, "but": 0.1, "although": 0.1, "since": 0.05}
"""Conjunctions and how often each stands; "even though" stands for "although" before a verb whose subjunctive is not listed."""
SUBJUNCTIVE = {
    "est": "soit", "était": "soit", "fut": "soit", "sont": "soient", "étaient": "soient", "furent": "soient",
    "a": "ait", "avait": "ait", "ont": "aient", "avaient": "aient",
}


@dataclass(frozen=True)
class Clause:
    """What a pair says of a noun, without it."""

    noun: Noun | None
    """None where it was said of a noun that is not the grammar's or of "he": then any of its sort and gender will do."""
    lives: bool
    feminine: bool
    plural: bool
    en: str
    fr: str

    @property
    def source(self) -> str:
        """One of SOURCES."""
        return f"{'' if self.noun else 'some '}{'living' if self.lives else 'thing'}"

    @property
    def present(self) -> bool:
        first = self.en.split()[0]
        return first in PRESENT or (first.endswith("s") and first not in VAGUE)


def lives(noun: Noun) -> bool:
    return bool(noun.classes & {"animal", "person"})


@cache
def test_words() -> frozenset[str]:
    """The content words of the first hand-written set, those that the grammar's sentences do not have either; of the second, whose words are common, verbs alone count."""
    known = {word for one in training_sentences(0, SAMPLE) for word in words(one.en)}
    return (frozenset(word for one in read() for word in words(one.english)) - known) | OTHER_FORMS


@cache
def test_verbs() -> tuple[str, ...]:
    """What the forms of those sentences' verbs begin with."""
    return tuple({verb.removesuffix("e").removesuffix("y") for file in (ANY_WORDS, COMMON_WORDS) for one in read(file) for verb in one.verbs})


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
    found = re.fullmatch(rf"(?:{DETERMINERS}) (\w+) ([a-z][a-z' ]*)\.", pair[0], re.IGNORECASE)
    by_form = forms().get(found[1].lower()) if found else None
    if not found or not by_form or len(found[2].split()) > MOST_WORDS:
        return None
    noun, plural = by_form
    said = re.fullmatch(rf"{FRENCH_DETERMINER}{noun.french[plural]} ([a-zàâçéèêëîïôûùüœ' ]+)\.", pair[1], re.IGNORECASE)
    if not said or (plural is False and "person" in noun.classes) or PRONOUNS & {*words(found[2]), *words(said[1])}:
        return None
    clause = Clause(noun, lives(noun), noun.feminine, plural, found[2], said[1])
    return clause if says_which(clause) and not of_the_test(clause) else None


def of_the_test(clause: Clause) -> bool:
    return any(map(is_of_the_test, words(clause.en)))


@cache
def forms() -> dict[str, tuple[Noun, bool]]:
    """Nouns by their English forms; those that are alike in both numbers count as singular."""
    many = {noun.english[1]: (noun, True) for noun in nouns().values() if not noun.mass}
    return many | {noun.english[0]: (noun, False) for noun in nouns().values()}


def clauses(pairs: list[tuple[str, str]]) -> list[Clause]:
    """Every clause of the pairs that says which noun is meant, in an order of its own."""
    found = {one for one in map(clause_of, pairs) if one}
    alive = {form for noun in nouns().values() if lives(noun) for form in noun.english}
    known = counts(pairs, alive)
    spoken = [Clause(None, True, *astuple(said)) for said in map(of_people, pairs) if said and says_living(said.en, known)]
    verbes = french_verbs(pairs)
    spoken += [Clause(None, False, *astuple(said)) for said in (of_thing(pair, alive, verbes) for pair in pairs) if said and says_thing(said.en, known)]
    found |= {one for one in spoken if not of_the_test(one)}
    return sorted(found, key=lambda one: (one.noun.key if one.noun else "", one.lives, one.feminine, one.plural, one.en, one.fr))


@cache
def any_of(alive: bool, feminine: bool, plural: bool) -> tuple[Noun, ...]:
    """The nouns that a clause without one may be said of; one person is "he" or "she", so only several are among them."""
    kept = (noun for noun in nouns().values() if lives(noun) == alive and noun.feminine == feminine and places_of(noun.key))
    return tuple(noun for noun in kept if plural or "person" not in noun.classes)


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


def is_transitive(key: str) -> bool:
    """Whether the verb takes its object in both languages as it is, so that it has a passive."""
    action = verb(key)
    return len(action.english[0].split()) == len(action.french.split()) == 1 and not action.etre


def sentence_of(draw: Random, clause: Clause) -> Sentence | None:
    """One sentence with the clause; None where the draw does not come out. What is said of one animal is said of any of its gender."""
    noun = clause.noun or draw.choice(any_of(clause.lives, clause.feminine, clause.plural))
    places = places_of(noun.key)
    if not places:
        return None
    shape, role = draw.choice(places)
    if clause.noun and "animal" in noun.classes:
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
    action = draw.choice(shape.verbs)
    if is_transitive(action) and draw.random() < PASSIVE:
        main = second.words + undergone(draw, second, Said("done", action), tense) + Both(["by"], ["par"]) + first.words
    else:
        main = first.words + predicate(draw, first, verb(action), tense, negation, modal) + second.words
    link, fr = after(draw.choices(tuple(JOINED), tuple(JOINED.values()))[0], clause)
    tokens = main + both(LINKS[link]) + pronoun_of(mine) + Both([clause.en, "."], [fr, "."])
    return with_links(tokens, "borrowed", first, second, mine, said_keys(clause))


def after(link: str, clause: Clause) -> tuple[str, str]:
    """The conjunction and the clause's French behind it: "bien que" asks for a subjunctive."""
    if link != "although":
        return link, clause.fr
    found = re.match(r"(n'|ne )?(\w+)(?= )", clause.fr)
    form = SUBJUNCTIVE.get(found[2]) if found else None
    if not form:
        return "even though", clause.fr
    no = "" if not found[1] else "n'" if form.startswith("a") else "ne "
    return link, f"{no}{form}{clause.fr[found.end() :]}"


def borrowed_sentences(found: list[Clause], seed: int, count: int) -> Iterator[Sentence]:
    """Sentences for training; none holds a triple that the grammar keeps for its test."""
    draw = Random(f"headlight borrowed {seed}")
    by_source = {source: kept for source in SOURCES if (kept := [one for one in found if one.source == source])}
    shares = [SOURCES[source] for source in by_source]
    return trainable(lambda: sentence_of(draw, draw.choice(draw.choices(list(by_source.values()), shares)[0])), count if found else 0)
