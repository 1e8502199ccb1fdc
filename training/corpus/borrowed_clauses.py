"""What the pairs say of a noun, or of "he", "she" and "they", so that it can be said of "it": "The boat drifted for hours.", "He got up late."."""

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from corpus.agreement import variants
from corpus.grammar.lexicon import Noun, lives, nouns, nouns_by_form
from corpus.handwritten.check import words
from corpus.predicates import (
    DETERMINERS,
    LETTERS,
    SURELY,
    Spoken,
    counts,
    french_verbs,
    head,
    is_present,
    of_him,
    of_people,
    of_thing,
    says_living,
    says_thing,
)

FRENCH_DETERMINER = r"(?:le |la |l'|les |mon |ma |mes |ton |ta |tes |son |sa |ses |notre |nos |votre |vos |leur |leurs |ce |cet |cette |ces )"
MOST_WORDS = 7
VAGUE = ("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't")
"""Forms of "be": what they say ("is small", "is here") fits most nouns, unless it was done to them."""
ANYTHING = set("fell came went moved stopped arrived disappeared looks look looked seems seem seemed weighs stood stands lay needs wants comes goes".split())
"""Verbs that fit what lives and what does not."""
NOT_VERBS = set("now just also of in on and or that which who with to from for at by here there where near next over under behind before outside inside de du des qui que en à et aux au dans ici".split())
OTHERS = re.compile("(i|he|she|we|you|they)'")
"""What a relative clause without its pronoun may begin with: "The car he's driving is not his." says nothing of "it"."""
PRONOUNS = {"it", "they", "il", "elle", "ils", "elles"}


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
    """ "" where only the English is known (half_sentences.py)."""
    of: str = ""
    """What it is counted by, if not by its head."""
    about: str = ""
    """The noun's English singular where it is none of the grammar's."""
    usual: bool = True
    """Whether it is said of the noun's sort more than of the other; else it tells the noun from others of its sort only."""

    @property
    def key(self) -> str:
        """What clauses with one verb have in common."""
        return self.of or head(self.en)

    @property
    def word(self) -> str:
        """The noun's English singular; "" where it was said of "he"."""
        return self.noun.english[0] if self.noun else self.about

    @property
    def source(self) -> str:
        """One of SOURCES."""
        return f"{'' if self.noun else 'some '}{'living' if self.lives else 'thing'}"

    @property
    def present(self) -> bool:
        return is_present(self.en)


def says_which(clause: Clause) -> bool:
    """Whether only a noun of its sort, living or not, is likely to be meant."""
    first, *rest = clause.en.split()
    if first in ANYTHING or first in NOT_VERBS or first.lower() in SURELY or clause.fr.split()[0] in NOT_VERBS or OTHERS.match(clause.en):
        return False
    return first not in VAGUE or bool(rest and re.search(r"(ed|en|ing|built|made|sold)$", rest[0]) and rest[0] != "open")


def clause_of(pair: tuple[str, str]) -> Clause | None:
    """The pair's predicate, where its subject is one of the grammar's nouns in both languages."""
    found = re.fullmatch(rf"(?:{DETERMINERS}) (\w+) ([a-z][a-z' ]*)\.", pair[0], re.IGNORECASE)
    by_form = nouns_by_form().get(found[1].lower()) if found else None
    if not found or not by_form or len(found[2].split()) > MOST_WORDS:
        return None
    noun, plural = by_form
    said = re.fullmatch(rf"{FRENCH_DETERMINER}{noun.french[plural]} ([{LETTERS}' ]+)\.", pair[1], re.IGNORECASE)
    if not said or (plural is False and "person" in noun.classes) or PRONOUNS & {*words(found[2]), *words(said[1])}:
        return None
    clause = Clause(noun, lives(noun), noun.feminine, plural, found[2], said[1])
    return clause if says_which(clause) else None


def others(clause: Clause) -> Iterator[Clause]:
    """The clause said of several, and where it is no noun's own of the other gender."""
    for said in variants(Spoken(clause.feminine, clause.plural, clause.en, clause.fr)):
        if not clause.noun or (said.feminine == clause.feminine and not clause.noun.mass):
            yield Clause(clause.noun, clause.lives, *astuple(said))


def clauses(pairs: list[tuple[str, str]]) -> list[Clause]:
    """Every clause of the pairs that says which noun is meant, in an order of its own."""
    found = {one for one in map(clause_of, pairs) if one}
    alive = {form for noun in nouns().values() if lives(noun) for form in noun.english}
    known = counts(pairs, alive)
    spoken = [Clause(None, True, *astuple(said)) for said in (of_people(of_him(pair)) for pair in pairs) if said and says_living(said.en, known)]
    verbes = french_verbs(pairs)
    spoken += [Clause(None, False, *astuple(said)) for said in (of_thing(pair, alive, verbes) for pair in pairs) if said and says_thing(said.en, known)]
    found |= {*spoken, *(other for one in [*found, *spoken] for other in others(one))}
    return sorted(found, key=lambda one: (one.noun.key if one.noun else "", one.lives, one.feminine, one.plural, one.en, one.fr))
