"""A tiny model: masks, losses, resume, export."""

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("lemminflect")
pytest.importorskip("sacrebleu")
pytest.importorskip("tokenizers")
pytest.importorskip("torch")
pytest.importorskip("transformers")

import torch
from corpus.grammar.generate import training_sentences
from corpus.pairs import Split
from measure.links import STREET, pointing
from measure.links import examples as examples_of
from model.epochs import ANTECEDENT, CUT, FREE, NARROW, PRONOUN, Encoder, Recipe, batches, examples, linked, padded
from model.export import export
from model.marian import Sizes, Tensors, build, decoder_allowed, encoder_allowed, goals, head_loss, probe_loss, run
from model.progress import Progress
from model.tokenizer import END, Cutter, learn
from model.trainer import Plan, Trainer
from transformers import MarianMTModel

PAIRS = [(one.en, one.fr) for one in training_sentences(4, 300)]
RECIPE = Recipe(grammar=0.3, batch_tokens=400)
SIZES = Sizes(vocabulary=900, encoder_layers=2, decoder_layers=1, width=16, heads=4, feed_forward=24)


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(learn([text for pair in PAIRS for text in pair], 900))


@pytest.fixture(scope="module")
def links(cutter: Cutter) -> Tensors:
    encoder = Encoder(cutter, 0.0, None)
    found = [linked(encoder, one) for one in training_sentences(6, 200)]
    for number, one in enumerate(found):
        one.mode = (FREE, NARROW, CUT if one.counter >= 0 else FREE)[number % 3] if one.row >= 0 else FREE
    return Tensors.of(padded(found), torch.device("cpu"))


def test_an_epoch_is_made_of_its_number_alone(cutter: Cutter) -> None:
    one, same, other = (batches(cutter, PAIRS, RECIPE, number) for number in (3, 3, 4))
    assert all((a.source == b.source).all() and (a.mode == b.mode).all() for a, b in zip(one, same, strict=True))
    assert len(one) != len(other) or any(a.source.shape != b.source.shape or (a.source != b.source).any() for a, b in zip(one, other, strict=True))


def test_calm_epochs_read_text_as_the_tokenizer_cuts_it(cutter: Cutter) -> None:
    recipe = replace(RECIPE, bpe_dropout=0.5, calm=4, typing=0.0, odd=0.0, long=0.0, grammar=0.0, borrowed=0.0, halves=0.0)
    plain = [[*cutter.ids(english), END] for english, _ in PAIRS]
    for epoch, calm in ((3, False), (4, True), (5, True)):
        assert ([one.source for one in examples(cutter, PAIRS, recipe, epoch)] == plain) is calm


def test_batches_hold_every_example_within_their_size(cutter: Cutter) -> None:
    found = batches(cutter, PAIRS, RECIPE, 0)
    assert sum(len(batch.source) for batch in found) == len(examples(cutter, PAIRS, RECIPE, 0))
    for batch in found:
        assert len(batch.source) == 1 or max(batch.source.size, batch.target.size) <= RECIPE.batch_tokens


def test_marks_stand_on_the_linked_words(cutter: Cutter) -> None:
    encoder = Encoder(cutter, 0.0, None)
    for sentence in training_sentences(8, 300):
        if not sentence.pronoun:
            continue
        one = linked(encoder, sentence)
        spans = {what: cutter.text(one.source[first:last]) for what, first, last in one.marks}
        words = sentence.en.split()
        assert spans[PRONOUN].strip().lower().rstrip("'") in ("it", "they")
        assert words[sentence.en_antecedent].startswith(spans[ANTECEDENT].strip())
        written = cutter.text(one.target[one.row :]).lower()
        assert written.startswith(sentence.pronoun) or written.strip().startswith(sentence.pronoun)
        if one.counter >= 0:
            assert cutter.text([one.counter]).strip().lower() == sentence.other_pronoun


def test_narrow_leaves_one_way_to_the_nouns(links: Tensors) -> None:
    allowed = encoder_allowed(links)
    own, cross = decoder_allowed(links)
    narrow = (links.mode == NARROW).nonzero().flatten().tolist()
    assert narrow
    for i in narrow:
        marks = links.marks[i]
        for key in (marks == ANTECEDENT).nonzero().flatten().tolist():
            readers = set(allowed[i, :, key].nonzero().flatten().tolist())
            assert readers == set(((marks == ANTECEDENT) | (marks == PRONOUN)).nonzero().flatten().tolist())
        row = links.row[i]
        assert own[i, row].nonzero().flatten().tolist() == [row]
        assert cross[i, row].nonzero().flatten().tolist() == (marks == PRONOUN).nonzero().flatten().tolist()


def test_cut_closes_the_link_and_nothing_else(links: Tensors) -> None:
    allowed = encoder_allowed(links)
    for i in (links.mode == CUT).nonzero().flatten().tolist():
        closed = (links.source[i] != 0)[None, :] & ~allowed[i]
        expected = (links.marks[i] == PRONOUN)[:, None] & (links.marks[i] == ANTECEDENT)[None, :]
        assert (closed == expected).all()


def test_cut_asks_for_the_other_nouns_pronoun(links: Tensors) -> None:
    target, counted = goals(links)
    cut = (links.mode == CUT).nonzero().flatten().tolist()
    assert cut
    for i in cut:
        row = int(links.row[i])
        assert target[i, row] == links.counter[i] != links.target[i, row]
        assert not counted[i, row + 1 :].any() and counted[i, : row + 1].all()
    free = links.mode == FREE
    assert (target[free] == links.target[free]).all()


def test_free_masks_are_the_models_own(links: Tensors) -> None:
    torch.manual_seed(1)
    model = build(SIZES).eval()
    batch = replace(links, mode=torch.zeros_like(links.mode))
    ours = run(model, batch).hidden
    model.set_attn_implementation("sdpa")
    start = torch.zeros_like(batch.target[:, :1])
    theirs = model.model(
        input_ids=batch.source, attention_mask=(batch.source != 0).long(), decoder_input_ids=torch.cat([start, batch.target[:, :-1]], 1)
    ).last_hidden_state
    counted = batch.target != 0
    assert torch.allclose(ours[counted], theirs[counted], atol=1e-5)


def test_losses_fall_when_their_aim_is_reached(links: Tensors) -> None:
    torch.manual_seed(2)
    model = build(SIZES).eval()
    outcome = run(model, links, weights=True)
    which = (links.row >= 0) & (links.mode != CUT)
    before = head_loss(outcome, links, (1, 2)).item()
    first = (links.marks == PRONOUN).int().argmax(1)
    for i in which.nonzero().flatten().tolist():
        outcome.attentions[1][i, 2, first[i]] = (links.marks[i] == ANTECEDENT) / (links.marks[i] == ANTECEDENT).sum()
    assert head_loss(outcome, links, (1, 2)).item() < 1e-3 < before
    assert head_loss(outcome, links, None).item() < 1e-3
    probe = torch.nn.Linear(SIZES.width, 2)
    assert abs(probe_loss(probe, outcome, links).item() - 0.69) < 0.5


def trainer(folder: Path, cutter: Cutter, **plan: object) -> Trainer:
    folder.mkdir(exist_ok=True)
    options = {"steps": 8, "warmup": 3, "head_loss": 0.1, "probe_loss": 0.1, **plan}
    return Trainer(folder, Split(PAIRS, {}, {}), cutter, SIZES, RECIPE, Plan(**options), torch.device("cpu"))


def quiet(folder: Path, cutter: Cutter) -> Progress:
    return Progress(folder / "curve.csv", Split(PAIRS, {}, {}), cutter, 0, 0)


class Enough(Exception):
    """Thrown in the middle of a run, as a kill would."""


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_resume_equals_uninterrupted(tmp_path: Path, cutter: Cutter, precision: str) -> None:
    whole = trainer(tmp_path / "whole", cutter, precision=precision)
    assert whole.train(0, 0, 0, quiet(tmp_path / "whole", cutter))

    first = trainer(tmp_path / "parts", cutter, precision=precision)
    watch = quiet(tmp_path / "parts", cutter)
    taken = watch.seen

    def seen(self: Trainer, parts: dict) -> None:
        taken(self, parts)
        if self.state.step == 5:
            self.save()
            raise Enough

    watch.seen = seen
    with pytest.raises(Enough):
        first.train(0, 0, 0, watch)
    second = trainer(tmp_path / "parts", cutter, precision=precision)
    torch.manual_seed(99)
    assert second.resume() and second.state.step == 5
    assert second.train(0, 0, 0, quiet(tmp_path / "parts", cutter))
    assert second.state.step == whole.state.step == 8
    for name, value in whole.model.state_dict().items():
        assert torch.equal(value, second.model.state_dict()[name]), name
    for name, value in whole.average.items():
        assert torch.equal(value, second.average[name]), name


def test_resume_refuses_other_options(tmp_path: Path, cutter: Cutter) -> None:
    trainer(tmp_path, cutter).save()
    with pytest.raises(ValueError, match="resume: plan: expected the checkpoint's options, got others for \\['peak'\\]"):
        trainer(tmp_path, cutter, peak=0.5).resume()


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_training_lowers_the_loss(tmp_path: Path, cutter: Cutter, precision: str) -> None:
    one = trainer(tmp_path, cutter, steps=120, peak=0.01, precision=precision)
    seen: list[float] = []
    watch = quiet(tmp_path, cutter)
    watch.seen = lambda _, parts: seen.append(float(parts["loss"]))
    one.train(0, 0, 0, watch)
    assert sum(seen[-5:]) < 0.85 * sum(seen[:5])


def test_what_is_exported_are_the_averages_or_the_last_weights(tmp_path: Path, cutter: Cutter) -> None:
    one = trainer(tmp_path, cutter, average=0.5, peak=0.02)
    one.train(0, 0, 0, quiet(tmp_path, cutter))
    (tmp_path / "tokenizer.json").write_text(cutter.library.to_str(), encoding="utf-8")
    average, last = one.average["model.shared.weight"], one.masters["model.shared.weight"]
    assert not torch.allclose(last, average, atol=1e-3)
    for weights, wanted in (("average", average), ("last", last)):
        model = MarianMTModel.from_pretrained(export(tmp_path, tmp_path / weights, weights)).float()
        assert torch.allclose(model.model.shared.weight, wanted, atol=1e-3), weights


def test_the_exported_folder_opens_unmodified(tmp_path: Path, cutter: Cutter) -> None:
    one = trainer(tmp_path, cutter)
    one.train(0, 0, 0, quiet(tmp_path, cutter))
    (tmp_path / "tokenizer.json").write_text(cutter.library.to_str(), encoding="utf-8")
    folder = export(tmp_path, tmp_path / "model")
    model = MarianMTModel.from_pretrained(folder)
    assert next(model.parameters()).dtype == torch.float16
    written = model.float().generate(input_ids=torch.tensor([[5, 6, END]]), max_length=12)
    assert written.shape[1] <= 12
    assert model.config.scale_embedding and model.config.activation_function == "relu"


def test_the_curve_shows_the_lectures_link_as_the_evaluation_does(cutter: Cutter, tmp_path: Path) -> None:
    model = build(replace(SIZES, encoder_layers=3)).eval()
    each = [pointing(model, cutter, examples_of(cutter, [one])).weight for one in STREET.values()]
    assert quiet(tmp_path, cutter).link(model, torch.device("cpu")) == pytest.approx(torch.minimum(*each).max().item(), rel=1e-5)


def test_the_heads_loss_may_come_in_at_a_resume_and_is_learned(cutter: Cutter, tmp_path: Path) -> None:
    trainer(tmp_path, cutter, head_loss=0.0).save()
    one = trainer(tmp_path, cutter, head_loss=1.0, head="1.2", steps=80, peak=1.2e-3)
    assert one.resume()
    seen: list[float] = []
    watch = quiet(tmp_path, cutter)
    watch.seen = lambda _, parts: seen.append(float(parts["head"]))
    one.train(0, 0, 0, watch)
    assert sum(seen[-5:]) < 0.85 * sum(seen[:5])
