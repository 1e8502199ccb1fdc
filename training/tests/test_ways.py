"""Closing the ways of a pronoun's gender: what is closed is closed, and nothing else."""

from pathlib import Path

import pytest

pytest.importorskip("lemminflect")
pytest.importorskip("tokenizers")
pytest.importorskip("torch")
pytest.importorskip("transformers")

import torch
from measure import links, ways
from measure.links import STREET
from model.tokenizer import PAD, Cutter
from reference_numbers.changes import Changed, forward
from reference_numbers.greedy import open_model
from reference_numbers.stages import Taps, watch_layers

MODEL = Path(__file__).parents[2] / "public/models/en-fr"
LABELLED = [(2, 4), (2, 5), (0, 1)]


def test_each_way_closes_what_it_says() -> None:
    model, cutter = open_model(MODEL), Cutter.open(MODEL / "tokenizer.json")
    for example in links.examples(cutter, list(STREET.values())):
        found = ways.ways(example, LABELLED)
        spans = {what: (start, end) for what, start, end in example.marks}
        it, noun = spans[links.PRONOUN][0], slice(*spans[links.ANTECEDENT])
        fed = [PAD, *example.target[: example.row]]
        read = {}
        for name, changes in found.items():
            with torch.no_grad(), Changed(model, changes).on():
                taps = Taps()
                watch_layers(model, taps)
                forward(model, example.source, fed)
                taps.close()
            encoder = torch.stack([taps.weights[f"encoder.{layer}.self"][:, it, noun].sum(-1) for layer in range(4)])
            cross = torch.stack([taps.weights[f"decoder.{layer}.cross"][:, -1, noun].sum(-1) for layer in range(4)])
            read[name] = (encoder, cross)
        free, labelled, closed, row, both, most = read.values()
        assert (free[0] > 0).all() and (free[1] > 0).all()
        assert {(layer, head) for layer in range(4) for head in range(8) if labelled[0][layer, head] == 0} == set(LABELLED)
        assert (closed[0] == 0).all() and (closed[1] > 0).all()
        assert (row[1] == 0).all() and torch.equal(row[0], free[0])
        for encoder, cross in (both, most):
            assert (encoder == 0).all() and (cross == 0).all()


def test_chances_are_the_model_s_own_where_nothing_is_closed() -> None:
    model, cutter = open_model(MODEL), Cutter.open(MODEL / "tokenizer.json")
    found = links.examples(cutter, list(STREET.values()))
    right = links.right_probability(model, found, links.FREE)
    for example, expected in zip(found, right.tolist(), strict=True):
        (own,) = ways.chances(model, example, [], [example.target[example.row]])
        assert abs(own - expected) < 1e-5
