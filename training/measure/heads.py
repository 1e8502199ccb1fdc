"""What every head does, on 500 held-out sentences: the table of MODEL_CARD.md and the page's labels.

A measure is a rule that says, for a row (the word that reads), which key (the word read) it is about. A head's share is its
mean weight there; chance is what equal weights on all keys would give there.
"""

from collections import defaultdict
from dataclasses import dataclass, field

import torch
from corpus.grammar.frames import Sentence
from model.epochs import ANTECEDENT, PRONOUN, Encoder, Example, word_spans
from model.tokenizer import PAD, Cutter
from transformers import MarianMTModel

LEAST, OVER_CHANCE, OVER_OTHERS = 0.4, 0.3, 0.25
"""A label wants a share of this much, so much over chance, and so much over the median head of its kind."""
KINDS = ("encoder", "decoder", "cross")
REWARDED, TAUGHT = ("encoder", "antecedent"), ("encoder", 3, 4)
"""Of which heads' label the training made it worth having, and the one whose weights a loss looked at (`--head-loss`, training/README.md,
"How the link is made causal"): the page says so beside the head."""
STARTS = "startMark"


@dataclass
class Row:
    """One row of one sentence and the keys the rules name, with the number of keys it may read."""

    row: int
    keys: int
    named: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class Case:
    """A sentence as the model sees it, with the rows of each kind."""

    source: list[int]
    target: list[int]
    rows: dict[str, list[Row]]


def encoder_rows(source: list[int], stops: set[int]) -> list[Row]:
    """Rows of words (the end mark's own row is left out)."""
    last = len(source) - 1
    found = []
    for i in range(last):
        row = Row(i, len(source), {"endMark": [last]})
        if i > 0:
            row.named["previousWord"], row.named["sameWord"] = [i - 1], [i]
        if i > 1:
            row.named["firstWord"] = [0]
        if i + 1 < last:
            row.named["nextWord"] = [i + 1]
        marks = [j for j in range(last) if source[j] in stops and j != i]
        if marks:
            row.named["punctuation"] = marks
        found.append(row)
    return found


def decoder_rows(target: list[int]) -> list[Row]:
    """Row t reads the start mark and t words; it writes word t."""
    found = []
    for t in range(1, len(target)):
        row = Row(t, t + 1)
        if t > 1:
            row.named.update({STARTS: [0], "previousWord": [t - 1], "sameWord": [t]})
        found.append(row)
    return found


def cross_rows(source: list[int], target: list[int], links: dict[int, list[int]]) -> list[Row]:
    """`links`: for the row that writes a word, the source ids it stands for."""
    found = []
    for t in range(len(target)):
        row = Row(t, len(source), {"endMark": [len(source) - 1]})
        if t in links:
            row.named["alignment"] = links[t]
        found.append(row)
    return found


def plain_case(source: list[int], target: list[int], stops: set[int]) -> Case:
    """A sentence with its translation, both with end marks. Its cross rows say nothing of alignment."""
    return Case(source, target, {"encoder": encoder_rows(source, stops), "decoder": decoder_rows(target), "cross": cross_rows(source, target, {})})


def linked_case(cutter: Cutter, sentence: Sentence, example: Example) -> Case:
    """A grammar sentence: the pronoun's row in the encoder, the nouns and the pronoun in the cross-attention."""
    encoder = Encoder(cutter, 0.0, None)
    spans = {what: list(range(first, last)) for what, first, last in example.marks}
    words, mots = cutter.words(sentence.en), cutter.words(sentence.fr)
    english = word_spans(words, [encoder.cut(word) for word in words])
    french = word_spans(mots, [encoder.cut(word) for word in mots])
    pairs = [(sentence.fr_antecedent, sentence.en_antecedent), (sentence.fr_other, sentence.en_other)]
    links = {example.row: spans[PRONOUN]}
    for mot, word in pairs:
        if mot < 0 or word < 0:
            continue
        here = [list(range(a, b)) for place, text, a, b in english if place == word and text[:1].isalpha()][0]
        there = [a for place, text, a, _ in french if place == mot and text[:1].isalpha() and not text.endswith("'")][0]
        links[there] = here
    pronoun = Row(spans[PRONOUN][0], len(example.source), {"antecedent": spans[ANTECEDENT]})
    return Case(example.source, example.target, {"encoder": [pronoun], "decoder": [], "cross": cross_rows(example.source, example.target, links)})


@dataclass
class Tally:
    """Sums over rows for each head of a kind, [L, H]."""

    shares: dict[str, torch.Tensor] = field(default_factory=dict)
    chances: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    entropy: torch.Tensor | None = None
    distance: torch.Tensor | None = None
    rows: int = 0

    def add(self, weights: torch.Tensor, row: Row) -> None:
        """`weights` [L, H, K] of a row."""
        given = weights[..., : row.keys]
        for name, keys in row.named.items():
            share = given[..., keys].sum(-1)
            self.shares[name] = self.shares.get(name, 0) + share
            self.chances[name] += len(keys) / row.keys
            self.counts[name] += 1

    def spread(self, weights: torch.Tensor, row: Row) -> None:
        """Entropy (as a share of the most possible) and mean distance in words."""
        given = weights[..., : row.keys]
        most = torch.log(torch.tensor(float(max(2, row.keys))))
        entropy = -(given * given.clamp_min(1e-12).log()).sum(-1) / most
        distance = (given * (torch.arange(row.keys) - row.row).abs()).sum(-1)
        self.entropy = entropy if self.entropy is None else self.entropy + entropy
        self.distance = distance if self.distance is None else self.distance + distance
        self.rows += 1


@torch.no_grad()
def patterns(model: MarianMTModel, case: Case) -> dict[str, torch.Tensor]:
    """Attention weights of a case, by kind, [L, H, T, S]."""
    start = model.config.decoder_start_token_id
    source = torch.tensor([case.source])
    read = torch.tensor([[start, *case.target[:-1]]])
    out = model(input_ids=source, attention_mask=(source != PAD).long(), decoder_input_ids=read, output_attentions=True, use_cache=False)
    parts = {"encoder": out.encoder_attentions, "decoder": out.decoder_attentions, "cross": out.cross_attentions}
    return {kind: torch.stack([layer[0] for layer in layers]) for kind, layers in parts.items()}


def tallies(model: MarianMTModel, plain: list[Case], links: list[Case]) -> dict[str, Tally]:
    found = {kind: Tally() for kind in KINDS}
    for case in [*plain, *links]:
        given = patterns(model, case)
        for kind in KINDS:
            for row in case.rows[kind]:
                weights = given[kind][:, :, row.row]
                found[kind].add(weights, row)
                found[kind].spread(weights, row)
    return found


def label_of(measures: dict[str, dict], names: list[str]) -> str | None:
    """The measure that clearly says what the head does, or none."""
    clear = [
        name
        for name in names
        if measures[name]["share"] >= LEAST
        and measures[name]["share"] - measures[name]["chance"] >= OVER_CHANCE
        and measures[name]["share"] - measures[name]["median"] >= OVER_OTHERS
    ]
    # A head found at the pronoun is worth more than what it does elsewhere.
    if "antecedent" in clear:
        return "antecedent"
    return max(clear, key=lambda name: measures[name]["share"] - measures[name]["chance"], default=None)


def table(model: MarianMTModel, plain: list[Case], links: list[Case]) -> dict:
    """The head table, ready for JSON: every head's measures and, where one is clear, its label."""
    found, heads = tallies(model, plain, links), []
    for kind, tally in found.items():
        shares = {name: value / tally.counts[name] for name, value in tally.shares.items()}
        layers, count = next(iter(shares.values())).shape
        for layer in range(layers):
            for head in range(count):
                measures = {
                    name: {
                        "share": round(value[layer, head].item(), 4),
                        "chance": round(tally.chances[name] / tally.counts[name], 4),
                        "median": round(value.flatten().median().item(), 4),
                    }
                    for name, value in shares.items()
                }
                one = {"kind": kind, "layer": layer, "head": head, "measures": measures}
                one["entropy"] = round((tally.entropy[layer, head] / tally.rows).item(), 4)
                one["distance"] = round((tally.distance[layer, head] / tally.rows).item(), 3)
                label = label_of(measures, list(shares))
                if label:
                    one["label"] = label
                heads.append(one)
    rule = {"least": LEAST, "overChance": OVER_CHANCE, "overMedian": OVER_OTHERS}
    return {"sentences": len(plain), "linkedSentences": len(links), "rule": rule, "heads": heads}


def labels(content: dict) -> list[dict]:
    """The labelled heads, as the page's heads.json has them: each with its share and what the training had to do with it."""
    return [
        {**{key: one[key] for key in ("kind", "layer", "head", "label")}, "share": one["measures"][one["label"]]["share"], **training_of(one)}
        for one in content["heads"]
        if "label" in one
    ]


def training_of(one: dict) -> dict:
    if (one["kind"], one["label"]) != REWARDED:
        return {}
    return {"training": "taught" if (one["kind"], one["layer"], one["head"]) == TAUGHT else "rewarded"}
