"""Sentences with a link whose second half was written by people: what the pairs say of a noun, or of "he" and "they", said of "it".

"The boat drifted for hours." becomes "The girls drew the boat, and it drifted for hours.": the main clause is the grammar's, the predicate the pairs'.
So the link is not learned from the grammar's own predicates alone. Mostly one noun lives and the other does not, and the predicate is one
that says which (predicates.py: "He got up late." says that it lives). In part of them the main clause is the pairs' own, too (main_clauses.py).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from random import Random

from corpus.agreement import fits_either
from corpus.aligned_nouns import AlignedNoun
from corpus.borrowed_clauses import Clause
from corpus.clause_bank import ClauseBank
from corpus.grammar.clauses import numbers, pronoun_of, undergone
from corpus.grammar.frames import PLAIN, Sentence, drawn, with_links
from corpus.grammar.generate import trainable
from corpus.grammar.lexicon import Noun, adjectives, lives, nouns, third_person, verbs
from corpus.grammar.links import LINKS, both
from corpus.grammar.phrases import Both, Phrase, phrase, predicate, verb
from corpus.grammar.shapes import Said, Shape, shapes
from corpus.half_sentences import HALF
from corpus.handwritten.check import sentences as by_hand
from corpus.inflection import base
from corpus.main_clauses import Deed, Scene
from corpus.predicates import Spoken, is_present

ALIKE = 0.85
"""How often two nouns of one gender are drawn again, and how often the other noun has the antecedent's number."""
AMONG_THINGS = 0.75
"""How often what is said of one of the grammar's things stands beside another thing: one of no class that the pairs say the verb of."""
DEEDS, SCENES = 0.4, 0.25
"""How often the main clause is a deed or a scene of the pairs (main_clauses.py); else it is the grammar's."""
DOER = 0.5
"""How often who did it is the antecedent there, not the thing."""
SOMEBODY = 0.5
"""How often one person did it, where the thing is the antecedent: "it" is nobody."""
RECAST = 0.15
"""How often a noun of a scene gives its place to another."""
SUBJECT = 0.65
"""How often a scene goes on about its subject: a pronoun in a subject's place mostly does."""
PASSIVE = 0.25
"""How often the main clause is passive where it can be: else the noun that lives nearly always comes first."""
JOINED = {"because": 0.34, ".": 0.13, "and": 0.13, "but": 0.1, "although": 0.08, "until": 0.05, "before": 0.03, "when": 0.03, "since": 0.03, "so": 0.04, "after": 0.02, "while": 0.02}
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


@cache
def one_person(feminine: bool) -> tuple[Noun, ...]:
    """The grammar's persons of a sex."""
    return tuple(noun for noun in nouns().values() if "person" in noun.classes and noun.feminine == feminine)


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


def sentence_of(draw: Random, clause: Clause, told: ClauseBank) -> Sentence | None:
    """The clause behind a main clause of the grammar; None where the draw does not come out. What is said of one animal is said of any of its gender."""
    noun = clause.noun or draw.choice(any_of(clause.lives, feminine(draw, clause), clause.plural))
    among_things = clause.source == "thing" and (not clause.usual or draw.random() < AMONG_THINGS)
    there = places_among_things(noun.key, told.classes[clause.key]) if among_things else places_of(noun.key)
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


def deed_sentence(draw: Random, deed: Deed, told: ClauseBank) -> Sentence | None:
    """A deed of the pairs, and a clause of the pairs that is said of who did it or of the thing; None where none fits."""
    of_doer, sex = draw.random() < DOER, feminine(draw, deed.said)
    somebody = not of_doer and not deed.said.plural and draw.random() < SOMEBODY
    noun = draw.choice(one_person(sex) if somebody else any_of(True, sex, deed.said.plural))
    if deed.thing.noun.feminine == noun.feminine and draw.random() < ALIKE:
        return None
    clause = told.of_any(draw, deed.said.plural, noun.feminine) if of_doer else told.of(draw, deed.thing)
    if not clause or clause.present != is_present(deed.said.en):
        return None
    doer = phrase(draw, noun, deed.said.plural, "a")
    thing = phrase_of(deed.thing, marked(deed.en, deed.fr, {"b": deed.thing}))
    return joined(draw, doer.words + thing.words, clause, doer, thing, doer if of_doer else thing, said_keys(f"{deed.said.en} {clause.en}"))


def scene_sentence(draw: Random, scene: Scene, told: ClauseBank) -> Sentence | None:
    """Two nouns of the pairs, and a clause of the pairs that is said of one of them."""
    scene = recast(draw, scene, told)
    who, other = (scene.one, scene.two) if draw.random() < SUBJECT else (scene.two, scene.one)
    if not who.it or (who.noun.feminine == other.noun.feminine and draw.random() < ALIKE):
        return None
    clause = told.of(draw, who, other)
    if not clause or clause.present != is_present(" ".join(scene.en[scene.one.en + 1 :])) or repeats(scene.en, clause.en.split()):
        return None
    main = marked(scene.en, scene.fr, {"a": scene.one, "b": scene.two})
    first, second = phrase_of(scene.one, main), phrase_of(scene.two, Both([], []))
    return joined(draw, main, clause, first, second, first if who is scene.one else second, said_keys(f"{' '.join(scene.en)} {clause.en}"))


def recast(draw: Random, scene: Scene, told: ClauseBank) -> Scene:
    """The scene with other nouns of the same genders, at times: what they do there says little of which of them a clause is about, and so each noun meets many."""
    en, fr = list(scene.en), list(scene.fr)
    cast = []
    for role in (scene.one, scene.two):
        if told.may_leave(role) and told.players[role.noun.feminine] and draw.random() < RECAST:
            player = draw.choice(told.players[role.noun.feminine])
            en[role.en], fr[role.fr] = player.noun.english[0], player.noun.french[0]
            role = replace(player, en=role.en, fr=role.fr)
        cast.append(role)
    return scene if cast[0].word == cast[1].word else Scene(*cast, tuple(en), tuple(fr))


def repeats(main: Iterable[str], clause: Iterable[str]) -> bool:
    """Whether a clause says what the main clause has said: their verbs are one."""
    said = {base(word) for word in main} & {base(word) for word in clause}
    return bool(said - {"", "be", "have", "do", "can", "will", "could", "would"})


def marked(english: tuple[str, ...], french: tuple[str, ...], marks: dict[str, AlignedNoun]) -> Both:
    """Words as tokens, the nouns marked."""
    en, fr = list(english), list(french)
    for mark, noun in marks.items():
        en[noun.en], fr[noun.fr] = (en[noun.en], mark), (fr[noun.fr], mark)
    return Both(en, fr)


def phrase_of(noun: AlignedNoun, words: Both) -> Phrase:
    return Phrase(words, 3 if noun.many else 1, noun.noun.feminine, noun.noun)


def joined(draw: Random, main: Both, clause: Clause, first: Phrase, second: Phrase, mine: Phrase, said: list[str]) -> Sentence:
    link, fr = after(draw.choices(tuple(JOINED), tuple(JOINED.values()))[0], clause)
    tokens = main + both(LINKS[link]) + pronoun_of(mine) + Both([clause.en, "."], [fr, "."] if fr else [])
    return with_links(tokens, "borrowed" if fr else HALF, first, second, mine, said)


def after(link: str, clause: Clause) -> tuple[str, str]:
    """The conjunction and the clause's French behind it: "bien que", "jusqu'à ce que", "avant que" ask for a subjunctive."""
    if link not in INSTEAD or not clause.fr:
        return link, clause.fr
    found = re.match(r"(n'|ne )?(\w+)(?= )", clause.fr)
    form = SUBJUNCTIVE.get(found[2]) if found else None
    if not form:
        return INSTEAD[link], clause.fr
    no = "" if not found[1] else "n'" if form.startswith("a") else "ne "
    return link, f"{no}{form}{clause.fr[found.end() :]}"


def borrowed_sentences(told: ClauseBank, seed: int, count: int) -> Iterator[Sentence]:
    """Sentences for training; none holds a triple that the grammar keeps for its test, and none is one of those written by hand."""
    draw = Random(f"headlight borrowed {seed}")

    def make() -> Sentence | None:
        kind = draw.random()
        if told.deeds and kind < DEEDS:
            found = deed_sentence(draw, draw.choice(told.deeds), told)
        elif told.scenes and kind > 1 - SCENES:
            found = scene_sentence(draw, draw.choice(told.scenes), told)
        else:
            found = sentence_of(draw, told.any_clause(draw), told)
        return found if found and found.en not in by_hand() else None

    return trainable(make, count if told.by_source else 0)
