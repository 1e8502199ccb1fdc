"""The network: transformers' own MarianMTModel, built from a few sizes and run with masks that close some ways.

Nothing of the class is changed; what training adds goes in as four-dimensional attention masks, and is gone afterwards.
"""

from dataclasses import dataclass

import torch
from torch.nn.functional import cross_entropy
from transformers import MarianConfig, MarianMTModel

from model.epochs import ANTECEDENT, CUT, NARROW, OTHER, PRONOUN, Batch
from model.fast_step import ATTENTION, SmoothedCrossEntropy
from model.tokenizer import END, PAD

POSITIONS = 256
FORBIDDEN = -1e9


@dataclass(frozen=True)
class Sizes:
    vocabulary: int = 6000
    encoder_layers: int = 4
    decoder_layers: int = 4
    width: int = 192
    heads: int = 8
    feed_forward: int = 768
    dropout: float = 0.1
    attention_dropout: float = 0.0
    activation_dropout: float = 0.0


def build(sizes: Sizes) -> MarianMTModel:
    """A new model with the paper's choices: post-norm, sinusoidal positions, scaled and shared embeddings, ReLU."""
    config = MarianConfig(
        vocab_size=sizes.vocabulary,
        decoder_vocab_size=sizes.vocabulary,
        max_position_embeddings=POSITIONS,
        d_model=sizes.width,
        encoder_layers=sizes.encoder_layers,
        decoder_layers=sizes.decoder_layers,
        encoder_attention_heads=sizes.heads,
        decoder_attention_heads=sizes.heads,
        encoder_ffn_dim=sizes.feed_forward,
        decoder_ffn_dim=sizes.feed_forward,
        activation_function="relu",
        dropout=sizes.dropout,
        attention_dropout=sizes.attention_dropout,
        activation_dropout=sizes.activation_dropout,
        scale_embedding=True,
        share_encoder_decoder_embeddings=True,
        tie_word_embeddings=True,
        pad_token_id=PAD,
        eos_token_id=END,
        bos_token_id=None,
        decoder_start_token_id=PAD,
        forced_eos_token_id=None,
        attn_implementation=ATTENTION,
    )
    return MarianMTModel(config)


@dataclass
class Tensors:
    """A batch on the device. B sentences, S source and T target positions."""

    source: torch.Tensor
    target: torch.Tensor
    marks: torch.Tensor
    row: torch.Tensor
    counter: torch.Tensor
    feminine: torch.Tensor
    mode: torch.Tensor

    @classmethod
    def of(cls, batch: Batch, device: torch.device) -> "Tensors":
        return cls(**{name: torch.from_numpy(value).to(device, non_blocking=True) for name, value in vars(batch).items()})


def additive(allowed: torch.Tensor, dtype: torch.dtype) -> torch.Tensor:
    """[B, Q, K] of truth as the mask that is added to the scores, [B, 1, Q, K]."""
    return torch.zeros(allowed.shape, dtype=dtype, device=allowed.device).masked_fill_(~allowed, FORBIDDEN)[:, None]


def encoder_allowed(batch: Tensors) -> torch.Tensor:
    """[B, S, S]: which source word may read which.

    NARROW: the two nouns are read by nobody but themselves and the pronoun, so that what the pronoun learns of its
    antecedent it has read there itself, and not where another word had carried it.
    CUT: the pronoun may not read its antecedent.
    """
    allowed = (batch.source != PAD)[:, None, :].expand(-1, batch.source.shape[1], -1)
    pronoun, antecedent, other = (batch.marks == what for what in (PRONOUN, ANTECEDENT, OTHER))
    own = (antecedent[:, :, None] & antecedent[:, None, :]) | (other[:, :, None] & other[:, None, :])
    noun = (antecedent | other)[:, None, :]
    hidden = (batch.mode == NARROW)[:, None, None] & noun & ~own & ~pronoun[:, :, None]
    cut = (batch.mode == CUT)[:, None, None] & pronoun[:, :, None] & antecedent[:, None, :]
    return allowed & ~hidden & ~cut


def decoder_allowed(batch: Tensors) -> tuple[torch.Tensor, torch.Tensor]:
    """[B, T, T] and [B, T, S]: what each target row may read of the target and of the source.

    NARROW: the row that writes the French pronoun reads only itself and the English pronoun.
    """
    rows = torch.arange(batch.target.shape[1], device=batch.target.device)
    causal = (rows[None, :] <= rows[:, None])[None]
    at = (batch.mode == NARROW)[:, None] & (rows[None, :] == batch.row[:, None])
    itself = rows[None, :] == rows[:, None]
    own = causal & (~at[:, :, None] | itself[None])
    cross = (batch.source != PAD)[:, None, :] & (~at[:, :, None] | (batch.marks == PRONOUN)[:, None, :])
    return own, cross


@dataclass
class Outcome:
    hidden: torch.Tensor
    """[B, T, D], the decoder's last line before the vocabulary."""
    encoder: torch.Tensor
    """[B, S, D]"""
    attentions: tuple[torch.Tensor, ...] | None
    """The encoder's weights, a layer each, [B, H, S, S]; None unless asked for."""


def run(model: MarianMTModel, batch: Tensors, weights: bool = False) -> Outcome:
    start = torch.full_like(batch.target[:, :1], model.config.decoder_start_token_id)
    read = torch.cat([start, batch.target[:, :-1]], 1)
    encoded = model.model.encoder(
        input_ids=batch.source, attention_mask=additive(encoder_allowed(batch), model.dtype), output_attentions=weights
    )
    own, cross = decoder_allowed(batch)
    decoded = model.model.decoder(
        input_ids=read,
        attention_mask=additive(own, model.dtype),
        encoder_hidden_states=encoded.last_hidden_state,
        encoder_attention_mask=additive(cross, model.dtype),
        use_cache=False,
    )
    return Outcome(decoded.last_hidden_state, encoded.last_hidden_state, encoded.attentions if weights else None)


def logits(model: MarianMTModel, hidden: torch.Tensor) -> torch.Tensor:
    return model.lm_head(hidden) + model.final_logits_bias


def goals(batch: Tensors) -> tuple[torch.Tensor, torch.Tensor]:
    """Target ids, and which of them count, both [B, T].

    In CUT sentences the pronoun's goal is what the other noun asks for, the only one that the pronoun can still read; what
    follows is left out, because it agrees with the true one.
    """
    rows = torch.arange(batch.target.shape[1], device=batch.target.device)[None, :]
    cut = (batch.mode == CUT)[:, None]
    here = rows == batch.row[:, None]
    target = torch.where(cut & here, batch.counter[:, None], batch.target)
    return target, (batch.target != PAD) & ~(cut & (rows > batch.row[:, None]))


def translation_loss(model: MarianMTModel, outcome: Outcome, batch: Tensors, smoothing: float) -> tuple[torch.Tensor, int]:
    """The sum over counted target ids of the smoothed cross-entropy (nats), and their number."""
    target, counted = goals(batch)
    bias = model.final_logits_bias[0].float()
    total = SmoothedCrossEntropy.apply(outcome.hidden[counted], model.lm_head.weight, bias, target[counted], smoothing)
    return total, int(counted.sum())


def at_pronoun(states: torch.Tensor, batch: Tensors) -> tuple[torch.Tensor, torch.Tensor]:
    """The encoder's state at the first id of each linked pronoun, [N, D], and which sentences those are, [B].

    CUT sentences are left out: there the pronoun cannot know.
    """
    which = (batch.row >= 0) & (batch.mode != CUT)
    first = (batch.marks == PRONOUN).int().argmax(1)
    return states[torch.arange(len(first), device=first.device), first][which], which


def probe_loss(probe: torch.nn.Linear, outcome: Outcome, batch: Tensors) -> torch.Tensor:
    """How well a linear probe reads the antecedent's gender off the encoder's state at the pronoun (nats)."""
    states, which = at_pronoun(outcome.encoder, batch)
    if not len(states):
        return outcome.encoder.new_zeros(())
    return cross_entropy(probe(states.float()), batch.feminine[which])


def link_weights(outcome: Outcome, batch: Tensors) -> torch.Tensor:
    """[N, L, H]: each encoder head's weight from the pronoun on its antecedent (all its ids), for linked sentences."""
    assert outcome.attentions is not None
    which = (batch.row >= 0) & (batch.mode != CUT)
    first = (batch.marks == PRONOUN).int().argmax(1)[which]
    antecedent = (batch.marks == ANTECEDENT)[which].float()
    rows = torch.arange(len(first), device=first.device)
    return torch.stack([(layer[which][rows, :, first] * antecedent[:, None, :]).sum(-1) for layer in outcome.attentions], 1)


def head_loss(outcome: Outcome, batch: Tensors, head: tuple[int, int] | None) -> torch.Tensor:
    """-log of the weight of one head (layer, head) on the antecedent; with None, that at least some head reads it."""
    found = link_weights(outcome, batch).float()
    if not len(found):
        return outcome.encoder.new_zeros(())
    if head:
        return -found[:, head[0], head[1]].clamp_min(1e-6).log().mean()
    missed = (1 - found.clamp(0, 1 - 1e-4)).log().sum((1, 2)).exp()
    return -(1 - missed).clamp_min(1e-6).log().mean()
