"""Sentences whose antecedent nobody has marked, and the judge has: a main clause with two nouns, and behind its pronoun what any noun may be said to do.

The pairs tell that snow melts, and of no candle. The judge (antecedent_judge.py) is asked about sentences such as "The candle lies on the
carpet until it melts", and those of which it is sure are kept, as half sentences: their French ends with the pronoun.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from random import Random

from corpus.animacy import sort_of
from corpus.borrowed_sentences import borrowed_sentences, repeats, said_keys
from corpus.clause_bank import ClauseBank, starts_alike
from corpus.common_words import any_word
from corpus.grammar.frames import Sentence, triples
from corpus.grammar.generate import is_held_out
from corpus.grammar.lexicon import lives, nouns, nouns_by_form
from corpus.handwritten.check import sentences as by_hand
from corpus.inflection import noun_lemma
from corpus.predicates import is_present

from judge.antecedent_judge import Judge, whole_words

SURE = 3.0
"""A margin of logits from which the judge's word is taken."""
OF_THE_LIVING = 0.15
"""How often a main clause is taken of whose nouns one lives: the pairs alone tell much of these, and less of two things."""
CLAUSES, KEPT = 10, 3
"""Clauses that are tried behind each main clause, and how many of them may be kept: the surest, since most say little of either noun."""
WORDS = 5
"""How many of the clauses tried are of any common word, not the pairs'."""
EXCHANGE = 0.5
"""How often a noun gives its place to another of its sort, gender and number: what is told of it is to be known in any company."""
KNOWN = 0.4
"""How often that is a noun of the pairs', not the grammar's."""


def bare(text: str, place: int) -> str:
    """A word without its stop or comma."""
    return re.sub(r"[^\w'-]", "", text.split()[place])


def both_nouns(one: Sentence) -> list[str]:
    """The antecedent and the other noun."""
    return [bare(one.en, place) for place in (one.en_antecedent, one.en_other)]


def is_open(one: Sentence) -> bool:
    """Whether the pronoun may stand for either noun: they are alike in number and differ in gender, and "it" is no person."""
    if one.en_other < 0 or one.other_pronoun == one.pronoun:
        return False
    found = both_nouns(one)
    many = {noun_lemma(noun) not in ("", noun) for noun in found}
    single = not one.pronoun.endswith("s")
    return many == {not single} and not (single and any("person" in sort_of(noun) for noun in found))


def main_words(one: Sentence) -> list[str]:
    """The words before the pronoun, without stops and commas."""
    return re.findall(r"[\w'-]+", " ".join(one.en.split()[: one.en_pronoun]))


def in_present(one: Sentence) -> bool:
    """Whether what stands behind the pronoun is in the present."""
    return is_present(" ".join(one.en.split()[one.en_pronoun + 1 :]).rstrip("."))


def may_be_taught(one: Sentence) -> bool:
    """Whether it holds no triple that the grammar keeps for its test, and is not written by hand."""
    return one.en not in by_hand() and not any(map(is_held_out, one.triples))


def behind(one: Sentence, clause: str) -> Sentence:
    """The sentence with another clause behind its pronoun."""
    en = " ".join([*one.en.split()[: one.en_pronoun + 1], clause]) + "."
    keys = sorted({nouns_by_form()[word][0].key for word in re.findall(r"[\w'-]+", en) if word in nouns_by_form()})
    return replace(one, en=en, triples=triples(keys, said_keys(en)))


def turned(one: Sentence) -> Sentence:
    """The sentence with the other noun as antecedent."""
    *before, last = one.fr.split()
    other = one.other_pronoun.capitalize() if last[:1].isupper() else one.other_pronoun
    # "parce qu'il": what is elided before the pronoun stays.
    fr = " ".join([*before, last[: -len(one.pronoun)] + other])
    return replace(
        one, fr=fr, pronoun=one.other_pronoun, other_pronoun=one.pronoun, en_antecedent=one.en_other, en_other=one.en_antecedent,
        fr_antecedent=one.fr_other, fr_other=one.fr_antecedent,
    )


def put(text: str, place: int, word: str) -> str:
    """The text with a word in another's place; stops, commas and what is elided before it stay."""
    words = text.split()
    words[place] = re.sub(r"[\w-]+(?=\W*$)", word, words[place])
    return " ".join(words)


@lru_cache(maxsize=16)
def cast(told: ClauseBank, alive: bool, feminine: bool, many: bool, known: bool) -> tuple[tuple[str, str], ...]:
    """Nouns in both languages that may take another's place: the grammar's, or those of the pairs whose French is sure."""
    pairs = [noun for noun in told.known.values() if not many and noun.english[0].islower() and noun.english[0] not in nouns_by_form()]
    fit = [noun for noun in (pairs if known else nouns().values()) if lives(noun) == alive and noun.feminine == feminine and starts_alike(noun)]
    fit = [noun for noun in fit if not (noun.mass if many else "person" in noun.classes)]
    return tuple(sorted({(noun.english[many], noun.french[many]) for noun in fit}))


def exchanged(draw: Random, one: Sentence, told: ClauseBank, company: float = 0.0) -> Sentence:
    """The sentence with other nouns of their sort, at times, and with one that lives as often as `company` says; none comes twice."""
    many = one.pronoun.endswith("s")
    for en, fr, pronoun in ((one.en_antecedent, one.fr_antecedent, one.pronoun), (one.en_other, one.fr_other, one.other_pronoun)):
        noun, mot = bare(one.en, en), bare(one.fr, fr)
        if "'" in mot or noun[:1] in "aeiou" or draw.random() >= EXCHANGE:
            continue
        alive = bool(sort_of(noun)) or (company > 0 and draw.random() < company)
        alike = alive, pronoun.startswith("elle"), many
        word, nom = draw.choice(cast(told, *alike, draw.random() < KNOWN) or ((noun, mot),))
        if word not in one.en.split():
            one = replace(one, en=put(one.en, en, word), fr=put(one.fr, fr, nom))
    return one


def fitting(draw: Random, one: Sentence, told: ClauseBank, words: int) -> Iterator[str]:
    """Clauses in the number and the time of the one that stands there: the pairs', and some of any common word."""
    now, many, main = in_present(one), one.pronoun.endswith("s"), main_words(one)
    pairs = (told.any_clause(draw) for _ in range(40 * CLAUSES))
    fit = [clause.en for clause in islice((clause for clause in pairs if clause.plural == many and clause.present == now), CLAUSES - words)]
    fit += [any_word(draw, whole_words(), many, now) for _ in range(words)]
    return (clause for clause in fit if clause and not repeats(main, clause.split()))


def wanted(draw: Random, one: Sentence, of_the_living: float = OF_THE_LIVING) -> bool:
    """Whether a main clause is taken."""
    return is_open(one) and (not any(map(sort_of, both_nouns(one))) or draw.random() < of_the_living)


def mains(draw: Random, told: ClauseBank, seed: int, count: int, of_the_living: float = OF_THE_LIVING, company: float = 0.0) -> Iterator[Sentence]:
    """Borrowed sentences whose main clause is taken, of `count`, with other nouns at times."""
    return (exchanged(draw, one, told, company) for one in borrowed_sentences(told, seed, count) if wanted(draw, one, of_the_living))


def asked(told: ClauseBank, seed: int, count: int, words: int = WORDS) -> Iterator[list[Sentence]]:
    """Main clauses, each with several clauses, to ask the judge about."""
    draw = Random(f"headlight judged {seed}")
    for one in islice(mains(draw, told, seed, 40 * count), count):
        yield [some for some in (behind(one, clause) for clause in fitting(draw, one, told, words)) if may_be_taught(some)]


def judged(judge: Judge, groups: list[list[Sentence]], sure: float = SURE) -> list[Sentence]:
    """The surest of each group, if the judge is sure of them, with the antecedent that it gives them."""
    margins, kept = iter(judge.margins([one for group in groups for one in group])), []
    for group in groups:
        told = sorted(zip(group, margins, strict=False), key=lambda each: -abs(each[1]))[:KEPT]
        kept += [one if margin > 0 else turned(one) for one, margin in told if abs(margin) >= sure]
    return kept
