"""Half sentences with clauses that tell one noun from the other: a language model finds them, and the judge agrees.

What the judge is asked about in judged_sentences.py is drawn blindly, and most of it says little of either noun. The language model
(language_model.py) reads the main clause with either noun in the pronoun's place; a verb or a quality that it expects behind the one, and by far
less behind the other, is what tells them apart.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

import torch
from corpus.borrowed_sentences import repeats
from corpus.clause_bank import ClauseBank
from corpus.common_words import qualities, verbs
from corpus.grammar.frames import Sentence
from corpus.inflection import form, participle
from corpus.selectional_preferences import NO_PASSIVE

from judge.antecedent_judge import Judge
from judge.judged_sentences import behind, both_nouns, in_present, main_words, mains, may_be_taught, turned
from judge.language_model import Likelihood

SURE = 2.0
"""The judge's margin and the language model's, added, from which they are believed: nine in ten of the halves of which the judge alone is less sure."""
TELLS = 0.7
"""By how much a word's logarithm of likelihood is greater behind the one noun."""
EXPECTED = 6.5
"""How far it may be below that of the likeliest word."""
PICKED = 2
"""Words that are taken for either noun, of each way to go on."""
OF_THE_LIVING = 0.35
COMPANY = 0.25
"""How often a noun gives its place to one that lives, whatever it is itself: a carpet to a goat."""
ASKED = 96
"""Main clauses at once."""


@dataclass(frozen=True)
class Way:
    """How a clause begins, and the ids of the words that may go on."""

    start: str
    words: tuple[int, ...]


class Ways:
    """All ways, by number and time."""

    def __init__(self, model: Likelihood) -> None:
        self.ids = model.words()
        self.by_id = {at: word for word, at in self.ids.items()}
        found = verbs(frozenset(self.ids))
        self.base, self.past, self.third = self.known(found), self.known(form(verb, "VBD") for verb in found), self.known(form(verb, "VBZ") for verb in found)
        self.done = self.known(participle(verb) for verb in found if verb not in NO_PASSIVE)
        self.like = self.known(qualities(frozenset(self.ids)))
        self.either = tuple(sorted({*self.like, *self.done}))

    def known(self, words: Iterator[str] | tuple[str, ...]) -> tuple[int, ...]:
        return tuple(sorted({self.ids[word] for word in words if word in self.ids}))

    def drawn(self, draw: Random, many: bool, now: bool) -> tuple[Way, Way]:
        """What it does, and what it is or is done to it."""
        be, have = (("are", "have") if many else ("is", "has")) if now else ("were" if many else "was", "had")
        does = [Way("", (self.base if many else self.third) if now else self.past)]
        if draw.random() < 0.25:
            does += [Way("can not" if now else "could not", self.base), Way("will" if now else "would", self.base)]
        other = [Way(be, self.either), Way(be, self.either), Way(f"{be} not", self.either), Way(f"{have} been", self.done), *(Way(f"{be} {how}", self.like) for how in ("so", "too", "very"))]
        return draw.choice(does), draw.choice(other)


def named_again(one: Sentence) -> list[str]:
    """The text up to the pronoun, and in its place the antecedent, and the other noun."""
    before = one.en.split()[: one.en_pronoun]
    the = "The" if not before or before[-1].endswith(".") else "the"
    return [" ".join([*before, the, noun]) for noun in both_nouns(one)]


def picked(draw: Random, this: torch.Tensor, that: torch.Tensor) -> list[int]:
    """Places of words that are expected behind this noun and less so behind that, drawn by their likelihood, none twice."""
    fit = (this - that >= TELLS) & (this > this.max() - EXPECTED)
    # The largest of the logarithms with Gumbel noise are a draw without repetition (Kool et al. 2019, section 2.3).
    noise = torch.tensor([-math.log(-math.log(draw.uniform(1e-12, 1 - 1e-12))) for _ in range(len(this))])
    keys = torch.where(fit, this + noise, torch.tensor(-math.inf))
    return [place for place in keys.topk(min(PICKED, len(this))).indices.tolist() if fit[place]]


def clauses(draw: Random, mains: list[Sentence], model: Likelihood, ways: Ways) -> list[list[tuple[str, float]]]:
    """For each main clause what may stand behind its pronoun, and by how much likelier that is of the antecedent."""
    texts: list[str] = []
    asked: list[tuple[int, Way]] = []
    for at, one in enumerate(mains):
        for way in ways.drawn(draw, one.pronoun.endswith("s"), in_present(one)):
            texts += [f"{text} {way.start}".rstrip() for text in named_again(one)]
            asked.append((at, way))
    rows, found = model.next_words(texts), [[] for _ in mains]
    for row, (at, way) in enumerate(asked):
        antecedent, other = rows[2 * row, list(way.words)], rows[2 * row + 1, list(way.words)]
        for place in picked(draw, antecedent, other) + picked(draw, other, antecedent):
            text = f"{way.start} {ways.by_id[way.words[place]]}".strip()
            found[at].append((text, (antecedent[place] - other[place]).item()))
    return found


def tried(draw: Random, mains: list[Sentence], model: Likelihood, ways: Ways) -> Iterator[tuple[Sentence, float]]:
    """The sentences to ask the judge about, each with the language model's margin."""
    for one, found in zip(mains, clauses(draw, mains, model, ways), strict=True):
        said = main_words(one)
        for text, margin in found:
            made = behind(one, text)
            if not repeats(said, text.split()) and may_be_taught(made):
                yield made, margin


def agreed(judge: Judge, some: list[tuple[Sentence, float]]) -> list[Sentence]:
    """Those of which both together are sure, with the antecedent that they give them."""
    both = [(one, margin + mine) for (one, margin), mine in zip(some, judge.margins([one for one, _ in some]), strict=True)]
    return [one if margin > 0 else turned(one) for one, margin in both if abs(margin) >= SURE]


def sentences(judge: Judge, model: Likelihood, told: ClauseBank, seed: int) -> Iterator[Sentence]:
    """Sentences without end."""
    draw, ways = Random(f"headlight telling {seed}"), Ways(model)
    made = mains(draw, told, seed, 10**9, OF_THE_LIVING, COMPANY)
    while part := list(islice(made, ASKED)):
        yield from agreed(judge, list(tried(draw, part, model, ways)))
