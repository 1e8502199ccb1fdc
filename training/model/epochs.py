"""What one pass over the data is made of: pairs, grammar sentences, odd texts, long texts; cut, grouped and padded.

An epoch depends on nothing but the options and its number, so that a resumed run sees what an uninterrupted one sees.
"""

import random
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import numpy
from corpus.borrowed_sentences import borrowed_sentences
from corpus.clause_bank import clause_bank, half_clause_bank
from corpus.grammar.frames import Sentence
from corpus.grammar.french import PRONOUNS
from corpus.grammar.generate import training_sentences
from corpus.half_sentences import HALF
from corpus.odd_texts import odd_copies
from corpus.stored_sentences import read_sentences

from model.tokenizer import BLANK, END, PAD, Cutter

FREE, NARROW, CUT = 0, 1, 2
"""How a linked sentence is read in this epoch: all ways open, only the way through "it", or "it" kept from its noun."""
PRONOUN, ANTECEDENT, OTHER = 1, 2, 3
VARIANTS = 6
"""Ways each word is cut in one epoch; with BPE dropout most are alike."""


@dataclass
class Example:
    source: list[int]
    """Ends with the end mark."""
    target: list[int]
    marks: list[tuple[int, int, int]] = field(default_factory=list)
    """(what, first, last + 1) of source positions: PRONOUN, ANTECEDENT, OTHER."""
    row: int = -1
    """The target position of the French pronoun."""
    counter: int = -1
    """The id of the pronoun that the other noun would ask for; -1 where it is the same, or there is no other noun."""
    feminine: int = -1
    mode: int = FREE


@dataclass
class Batch:
    """Padded arrays: ids [B, S] and [B, T]; marks [B, S]; one number each [B]."""

    source: numpy.ndarray
    target: numpy.ndarray
    marks: numpy.ndarray
    row: numpy.ndarray
    counter: numpy.ndarray
    feminine: numpy.ndarray
    mode: numpy.ndarray


@dataclass(frozen=True)
class Recipe:
    """What an epoch holds; shares are parts of the Tatoeba pairs' number."""

    seed: int = 1
    grammar: float = 0.2
    borrowed: float = 0.1
    """Sentences with a link that are the pairs' own, in their second half or as a whole (borrowed_sentences.py)."""
    halves: float = 0.1
    """Those whose French ends with the pronoun (half_sentences.py)."""
    judged: float = 0.0
    """Those whose antecedent the judge chose (judge_sentences.py), from `judged_file`."""
    judged_file: str = ""
    odd: float = 0.03
    long: float = 0.03
    typing: float = 0.08
    bpe_dropout: float = 0.1
    """Of what is read. What is written is cut as the tokenizer cuts it: else words' fragments are among what the model would write."""
    calm: int = 0
    """From this epoch on there is no BPE dropout, so that the training ends on text as it will be cut; 0: never."""
    narrow: float = 0.5
    cut: float = 0.15
    batch_tokens: int = 4096
    fraction: float = 1.0
    """A part of the pairs only: for tests and trials."""


class Encoder:
    """Cuts words with a few variants each, drawn anew for each epoch."""

    def __init__(self, cutter: Cutter, dropout: float, draw: random.Random) -> None:
        self.cutter, self.dropout, self.draw = cutter, dropout, draw
        self.variants: dict[str, list[tuple[int, ...]]] = {}

    def cut(self, word: str) -> tuple[int, ...]:
        if not self.dropout or word.strip(BLANK).lower() in PRONOUNS:
            return self.cutter.cut(word)
        found = self.variants.get(word)
        if found is None:
            found = self.variants[word] = [self.cutter.cut(word, self.dropout, self.draw) for _ in range(VARIANTS)]
        return found[int(self.draw.random() * VARIANTS)]

    def pair(self, source: list[str], target: list[str]) -> Example:
        read = [number for word in source for number in self.cut(word)]
        return Example([*read, END], [*(number for word in target for number in self.cutter.cut(word)), END])


def word_spans(words: list[str], pieces: list[tuple[int, ...]]) -> list[tuple[int, str, int, int]]:
    """(blank-separated word, stretch, first id, last id + 1) of each stretch."""
    spans, place, at = [], -1, 0
    for word, ids in zip(words, pieces, strict=True):
        place += word.startswith(BLANK)
        spans.append((place, word.strip(BLANK), at, at + len(ids)))
        at += len(ids)
    return spans


def span_of(spans: list[tuple[int, str, int, int]], place: int, wanted: tuple[str, ...] = ()) -> tuple[int, int]:
    """The ids of a word's first stretch of letters, or of the stretch that is one of `wanted`."""
    for number, text, first, last in spans:
        if number == place and (text.lower().rstrip("'") in wanted if wanted else text[:1].isalpha()):
            return first, last
    raise ValueError(f"span_of: place: expected a word with {wanted or 'letters'}, got number {place} of {spans}")


def counter_id(cutter: Cutter, stretch: str, other: str) -> int:
    """The id of the other noun's pronoun, written as the stretch is; -1 where it takes several pieces."""
    core = stretch.strip(BLANK)
    written = other.capitalize() if core[:1].isupper() else other
    if core.lower() == other:
        return -1
    ids = cutter.cut(stretch.replace(core, written))
    return ids[0] if len(ids) == 1 else -1


def linked(encoder: Encoder, sentence: Sentence) -> Example:
    """A grammar sentence as example, its links turned into positions of ids."""
    words, mots = encoder.cutter.words(sentence.en), encoder.cutter.words(sentence.fr)
    pieces, morceaux = [encoder.cut(word) for word in words], [encoder.cutter.cut(word) for word in mots]
    # A half has no end: nothing is to be learned behind its pronoun.
    end = [] if sentence.shape == HALF else [END]
    example = Example([n for ids in pieces for n in ids] + [END], [n for ids in morceaux for n in ids] + end)
    if not sentence.pronoun:
        return example
    spans, etendues = word_spans(words, pieces), word_spans(mots, morceaux)
    example.marks.append((PRONOUN, *span_of(spans, sentence.en_pronoun, ("it", "they"))))
    example.marks.append((ANTECEDENT, *span_of(spans, sentence.en_antecedent)))
    if sentence.en_other >= 0:
        example.marks.append((OTHER, *span_of(spans, sentence.en_other)))
    example.row = span_of(etendues, sentence.fr_pronoun, (sentence.pronoun,))[0]
    example.feminine = int(sentence.pronoun.startswith("elle"))
    if sentence.other_pronoun:
        number = next(i for i, span in enumerate(etendues) if span[2] == example.row)
        example.counter = counter_id(encoder.cutter, mots[number], sentence.other_pronoun)
    return example


def typed(draw: random.Random, english: str, french: str) -> tuple[str, str]:
    """A pair as someone may type it: no stop, small first letter, capitals, curly apostrophe."""
    kind = draw.random()
    if kind < 0.4:
        return english.rstrip(" ."), french.rstrip(" .")
    if kind < 0.6:
        return english[:1].lower() + english[1:], french[:1].lower() + french[1:]
    if kind < 0.75:
        return english[:1].lower() + english[1:].rstrip(" ."), french[:1].lower() + french[1:].rstrip(" .")
    if kind < 0.85:
        return english.upper(), french.upper()
    return english.replace("'", "’"), french


def long_pair(draw: random.Random, pairs: list[tuple[str, str]]) -> tuple[str, str]:
    """Several pairs in a row, up to some 80 words."""
    some = [draw.choice(pairs) for _ in range(draw.choice((2, 2, 3, 4, 6, 8, 10, 10, 12)))]
    return " ".join(pair[0] for pair in some), " ".join(pair[1] for pair in some)


def examples(cutter: Cutter, pairs: list[tuple[str, str]], recipe: Recipe, epoch: int) -> list[Example]:
    """All examples of one epoch, in no order."""
    draw = random.Random(f"{recipe.seed} epoch {epoch}")
    encoder = Encoder(cutter, 0.0 if 0 < recipe.calm <= epoch else recipe.bpe_dropout, draw)
    kept = pairs if recipe.fraction >= 1 else draw.sample(pairs, max(1, int(len(pairs) * recipe.fraction)))
    found = []
    for english, french in kept:
        if draw.random() < recipe.typing:
            english, french = typed(draw, english, french)
        found.append(encoder.pair(cutter.words(english), cutter.words(french)))
    for _ in range(int(recipe.long * len(kept))):
        english, french = long_pair(draw, pairs)
        found.append(encoder.pair(cutter.words(english), cutter.words(french)))
    for text in odd_copies(draw, int(recipe.odd * len(kept))):
        found.append(encoder.pair(cutter.words(text), cutter.words(text)))
    seed = recipe.seed * 100_003 + epoch
    borrowed = borrowed_sentences(clause_bank(tuple(pairs)), seed, int(recipe.borrowed * len(kept)))
    halves = borrowed_sentences(half_clause_bank(tuple(pairs)), seed, int(recipe.halves * len(kept)))
    judged = in_turn(recipe.judged_file, epoch, int(recipe.judged * len(kept)))
    for sentence in chain(training_sentences(seed, int(recipe.grammar * len(kept))), borrowed, halves, judged):
        example = linked(encoder, sentence)
        if example.row >= 0:
            way = draw.random()
            if way < recipe.narrow:
                example.mode = NARROW
            elif way < recipe.narrow + recipe.cut and example.counter >= 0:
                example.mode = CUT
        found.append(example)
    longest = 240
    return [example for example in found if max(len(example.source), len(example.target)) <= longest]


def in_turn(file: str, epoch: int, count: int) -> list[Sentence]:
    """An epoch's part of a file of judged sentences: each epoch goes on where the one before ended."""
    if not count:
        return []
    found = read_sentences(Path(file))
    return [found[at % len(found)] for at in range(epoch * count, (epoch + 1) * count)]


def padded(group: list[Example]) -> Batch:
    rows = len(group)
    source = numpy.full((rows, max(len(one.source) for one in group)), PAD, dtype=numpy.int64)
    target = numpy.full((rows, max(len(one.target) for one in group)), PAD, dtype=numpy.int64)
    marks = numpy.zeros(source.shape, dtype=numpy.int8)
    for i, one in enumerate(group):
        source[i, : len(one.source)] = one.source
        target[i, : len(one.target)] = one.target
        for what, first, last in one.marks:
            marks[i, first:last] = what
    numbers = {name: numpy.array([getattr(one, name) for one in group]) for name in ("row", "counter", "feminine", "mode")}
    return Batch(source, target, marks, **numbers)


def batches(cutter: Cutter, pairs: list[tuple[str, str]], recipe: Recipe, epoch: int) -> list[Batch]:
    """An epoch's batches: examples of like length together, the batches shuffled."""
    draw = random.Random(f"{recipe.seed} order {epoch}")
    ordered = sorted(
        examples(cutter, pairs, recipe, epoch), key=lambda one: (len(one.target), len(one.source) + draw.random())
    )
    groups, group, longest = [], [], 0
    for one in ordered:
        size = max(longest, len(one.source), len(one.target))
        if group and size * (len(group) + 1) > recipe.batch_tokens:
            groups.append(group)
            group, size = [], max(len(one.source), len(one.target))
        group.append(one)
        longest = size
    if group:
        groups.append(group)
    draw.shuffle(groups)
    return [padded(group) for group in groups]
