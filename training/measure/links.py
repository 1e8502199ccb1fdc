"""What the encoder's heads do at a pronoun, and what is left of the right pronoun when the way to its noun is closed."""

from dataclasses import dataclass

import torch
from corpus.grammar.frames import Sentence
from corpus.grammar.generate import LECTURE
from model.epochs import ANTECEDENT, CUT, FREE, OTHER, PRONOUN, Encoder, Example, linked, padded
from model.marian import Tensors, additive, encoder_allowed, logits, run
from model.tokenizer import END, PAD, Cutter
from transformers import MarianMTModel
from transformers.modeling_outputs import BaseModelOutput

ROWS = 100
STREET = {
    "tired": Sentence(*LECTURE[0], "lecture", "il", 7, 1, 5, 7, 0, 5, "elle", ("animal", "street", "tired")),
    "wide": Sentence(*LECTURE[1], "lecture", "elle", 7, 5, 1, 7, 5, 0, "il", ("animal", "street", "wide")),
}
"""The lecture's two sentences with their links."""


def examples(cutter: Cutter, sentences: list[Sentence]) -> list[Example]:
    encoder = Encoder(cutter, 0.0, None)
    return [linked(encoder, sentence) for sentence in sentences]


def groups(found: list[Example], mode: int) -> list[tuple[list[int], Tensors]]:
    """Batches of some hundred of like length, with the places of their sentences."""
    order = sorted(range(len(found)), key=lambda i: len(found[i].source))
    parts = [order[at : at + ROWS] for at in range(0, len(order), ROWS)]
    made = []
    for part in parts:
        batch = Tensors.of(padded([found[i] for i in part]), torch.device("cpu"))
        batch.mode = torch.full_like(batch.mode, mode)
        made.append((part, batch))
    return made


@torch.no_grad()
def right_probability(model: MarianMTModel, found: list[Example], mode: int) -> torch.Tensor:
    """[N]: the probability of the right pronoun after the right beginning. `mode`: FREE, or CUT ("it" kept from its noun)."""
    result = torch.zeros(len(found))
    for part, batch in groups(found, mode):
        rows = torch.arange(len(part))
        hidden = run(model, batch).hidden[rows, batch.row]
        result[part] = logits(model, hidden).softmax(-1)[rows, batch.target[rows, batch.row]]
    return result


@dataclass
class Pointing:
    """Of each encoder head, [L, H]."""

    weight: torch.Tensor
    """Mean weight from the pronoun on its antecedent."""
    first: torch.Tensor
    """Share of sentences in which the antecedent gets more than any other word."""
    nearer: torch.Tensor
    """Share in which it gets more than the other noun."""


def word_numbers(cutter: Cutter, ids: list[int]) -> list[int]:
    """The number of the stretch each id belongs to; the end mark is one of its own."""
    pieces = {number: piece for piece, number in cutter.vocabulary.items()}
    numbers, at = [], -1
    for number in ids:
        at += pieces[number].startswith("▁") or number == END
        numbers.append(at)
    return numbers


@torch.no_grad()
def pronoun_weights(model: MarianMTModel, batch: Tensors) -> torch.Tensor:
    """[B, L, H, S]: what each head of the encoder gives from the pronoun's first id."""
    outcome = run(model, batch, weights=True)
    first = (batch.marks == PRONOUN).int().argmax(1)
    rows = torch.arange(len(first))
    assert outcome.attentions is not None
    return torch.stack([layer[rows, :, first] for layer in outcome.attentions], 1)


def pointing(model: MarianMTModel, cutter: Cutter, found: list[Example]) -> Pointing:
    """How well each head points from the pronoun to its noun; the weights of a word's pieces are added up."""
    weight, first, nearer = [], [], []
    for part, batch in groups(found, FREE):
        given = pronoun_weights(model, batch)
        for row, i in enumerate(part):
            one = found[i]
            words = torch.tensor(word_numbers(cutter, one.source))
            by_word = torch.zeros(*given.shape[1:3], int(words.max()) + 1).index_add_(2, words, given[row, :, :, : len(words)])
            spans = {what: (start, end) for what, start, end in one.marks}
            own = given[row, :, :, slice(*spans[ANTECEDENT])].sum(-1)
            other = given[row, :, :, slice(*spans[OTHER])].sum(-1) if OTHER in spans else torch.zeros_like(own)
            weight.append(own)
            first.append(by_word.argmax(-1) == words[spans[ANTECEDENT][0]])
            nearer.append(own > other)
    return Pointing(*(torch.stack(values).float().mean(0) for values in (weight, first, nearer)))


@torch.no_grad()
def translated(model: MarianMTModel, cutter: Cutter, found: list[Example], mode: int) -> list[str]:
    """Greedy translations, with "it" kept from its noun in every encoder head where `mode` is CUT."""
    texts = []
    for one in found:
        batch = Tensors.of(padded([one]), torch.device("cpu"))
        batch.mode = torch.full_like(batch.mode, mode)
        mask = additive(encoder_allowed(batch), torch.float32)
        state = model.model.encoder(input_ids=batch.source, attention_mask=mask).last_hidden_state
        ids = model.generate(
            encoder_outputs=BaseModelOutput(last_hidden_state=state), attention_mask=(batch.source != PAD).long(), num_beams=1,
            do_sample=False, max_length=256,
        )
        texts.append(cutter.text(ids[0].tolist()))
    return texts


__all__ = ["CUT", "FREE", "STREET", "Pointing", "examples", "pointing", "pronoun_weights", "right_probability", "translated", "word_numbers"]
