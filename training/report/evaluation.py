"""The figures of a model, part by part, printed as they are found and given back as scores.json keeps them."""

import json
from pathlib import Path

import sacrebleu
import torch
from corpus.grammar.generate import LECTURE, held_out_sentences
from corpus.handwritten.check import ANY_WORDS, COMMON_WORDS
from corpus.handwritten.check import read as read_hand
from corpus.pairs import read_pairs, split
from measure import heads, links, odd, ways
from measure.goals import GOALS, in_words, reached
from measure.pronouns import by_kind, is_right
from measure.seen_words import SeenWords
from model.epochs import Example
from model.tokenizer import END, Cutter
from model.translate import generate, source_ids, translate
from reference_numbers.greedy import open_model
from transformers import MarianMTModel

TEST_SEED = 2000
TABLE_SENTENCES = 500


def verdict(good: bool) -> str:
    return "reached" if good else "NOT reached"


def met(name: str, value: float) -> str:
    """Whether a goal was reached, and which it is."""
    return f"{verdict(reached(name, value))}: {in_words(name)}"


class Evaluation:
    """One model's figures."""

    def __init__(self, folder: Path, data: Path | None, count: int, shown: int) -> None:
        self.folder, self.shown = folder, shown
        self.model: MarianMTModel = open_model(folder)
        self.cutter = Cutter.open(folder / "tokenizer.json")
        self.sentences = held_out_sentences(TEST_SEED, count)
        parts = split(read_pairs(data)) if data else None
        self.test = parts.test if parts else {}
        self.met = SeenWords(parts.train) if parts else None

    def texts(self) -> list[str]:
        if not self.test:
            raise SystemExit("evaluate: --data: expected the folder with the pairs, got none; bleu, odd and table need it")
        return list(self.test)

    def bleu(self) -> dict:
        texts = self.texts()
        references = [self.test[text] for text in texts]
        most = max(map(len, references))
        streams = [[one[i] if i < len(one) else None for one in references] for i in range(most)]
        score = sacrebleu.BLEU()
        result = score.corpus_score(translate(self.model, self.cutter, texts), streams)
        print(f"1. BLEU {result.score:.1f} on {len(texts)} held-out sentences, {sum(map(len, references))} references, greedy ({met('bleu', result.score)})")
        print(f"   {result} | {score.get_signature()}")
        return {"score": result.score, "sentences": len(texts), "references": sum(map(len, references)), "signature": str(score.get_signature())}

    def pronouns(self) -> dict:
        found = translate(self.model, self.cutter, [one.en for one in self.sentences])
        right = [is_right(text, one.pronoun) for text, one in zip(found, self.sentences, strict=True)]
        share, same = sum(right) / len(right), sum(text == one.fr for text, one in zip(found, self.sentences, strict=True)) / len(right)
        print(f"2. grammar: the right pronoun in {share:.1%} of {len(right)} held-out sentences ({met('grammar', share)}); whole sentence as the grammar's in {same:.1%}")
        kinds = by_kind((one.pronoun, good) for one, good in zip(self.sentences, right, strict=True))
        print("   " + ", ".join(f"{kind} {value:.1%} of {number}" for kind, (value, number) in kinds.items()))
        shapes = by_kind((one.shape, good) for one, good in zip(self.sentences, right, strict=True))
        print("   weakest shapes: " + ", ".join(f"{name} {value:.0%} of {number}" for name, (value, number) in sorted(shapes.items(), key=lambda item: item[1])[:6]))
        wrong = [(one.en, text) for one, text, good in zip(self.sentences, found, right, strict=True) if not good]
        for english, text in wrong[: self.shown]:
            print(f"     {english} -> {text}")
        by_hand, common = self.hand(ANY_WORDS, "of any words"), self.hand(COMMON_WORDS, "of words that the pairs hold")
        lecture = translate(self.model, self.cutter, [pair[0] for pair in LECTURE])
        for (english, french), text in zip(LECTURE, lecture, strict=True):
            print(f"   {english} -> {text} ({verdict(text == french)}: {french})")
        word_for_word = sum(text == french for (_, french), text in zip(LECTURE, lecture, strict=True))
        return {"grammar": {"share": share, "sentences": len(right), "kinds": kinds}, "hand": by_hand, "common": common, "lecture": word_for_word}

    def hand(self, file: Path, words: str) -> dict:
        hand = read_hand(file)
        found = translate(self.model, self.cutter, [one.english for one in hand])
        right = [is_right(text, one.pronoun) for text, one in zip(found, hand, strict=True)]
        share = sum(right) / len(right)
        print(f"   by hand: the right pronoun in {share:.1%} of {len(hand)} sentences of other shapes and verbs, {words} ({met('hand', share)})")
        kinds = by_kind((one.pronoun, good) for one, good in zip(hand, right, strict=True))
        print("   " + ", ".join(f"{kind} {value:.1%} of {number}" for kind, (value, number) in kinds.items()))
        said = by_kind((self.met.kind(one), good) for one, good in zip(hand, right, strict=True)) if self.met else {}
        for kind, (value, number) in said.items():
            print(f"   {kind}: {value:.1%} of {number}")
        wrong = [(one.english, one.pronoun, text) for one, text, good in zip(hand, found, right, strict=True) if not good]
        for english, pronoun, text in wrong[: self.shown]:
            print(f"     {english} [{pronoun}] -> {text}")
        return {"share": share, "sentences": len(hand), "kinds": kinds, "met": said}

    def heads(self) -> dict:
        lecture = links.examples(self.cutter, list(links.STREET.values()))
        each = [links.pointing(self.model, self.cutter, [one]).weight for one in lecture]
        both = torch.minimum(*each)
        over = links.pointing(self.model, self.cutter, links.examples(self.cutter, self.sentences))
        count = both.shape[1]
        order = both.flatten().argsort(descending=True).tolist()
        print('3. encoder heads from "it" to its antecedent (layers and heads from 1):')
        for at in order[:6]:
            place = (at // count, at % count)
            print(
                f"   layer {place[0] + 1} head {place[1] + 1}: tired {each[0][place]:.2f}, wide {each[1][place]:.2f}; over the grammar weight {over.weight[place]:.2f}, "
                f"points at it first in {over.first[place]:.1%}, rather than at the other noun in {over.nearer[place]:.1%}"
            )
        able = both >= GOALS["weight"]
        best = over.first.masked_fill(~able, 0).max().item()
        at = int(over.first.masked_fill(~able, -1).argmax())
        place = (at // count, at % count)
        print(f"   heads with {in_words('weight')} or more for both: {int(able.sum())}; the best of them points at the right noun in {best:.1%} ({verdict(bool(able.any()) and reached('first', best))}: {in_words('weight')} and {in_words('first')})")
        print(f"   best of any head: points first in {over.first.max():.1%}, rather than at the other noun in {over.nearer.max():.1%}")
        weights = {"tired": each[0][place].item(), "wide": each[1][place].item(), "grammar": over.weight[place].item()}
        return {"able": int(able.sum()), "layer": place[0], "head": place[1], **weights, "first": best, "sentences": len(self.sentences)}

    def odd(self) -> dict:
        inputs = odd.odd_inputs(self.texts())
        ids = generate(self.model, [source_ids(self.cutter, text) for text in inputs])
        found = [self.cutter.text(row) for row in ids]
        well = [odd.is_well(row, text) for row, text in zip(ids, found, strict=True)]
        ended = sum(row[-1:] == [END] for row in ids)
        share = sum(well) / len(well)
        print(f"4. odd inputs: {share:.1%} of {len(inputs)} end within the limit and repeat no word more than {odd.MOST_IN_A_ROW} times in a row ({met('odd', share)}); ended {ended}")
        for text, output in [(text, output) for text, output, good in zip(inputs, found, well, strict=True) if not good][: self.shown]:
            print(f"     {text[:80]!r} -> {output[:80]!r}")
        return {"share": share, "inputs": len(inputs)}

    def causal(self) -> dict:
        found = links.examples(self.cutter, self.sentences)
        free, cut = (links.right_probability(self.model, found, mode) for mode in (links.FREE, links.CUT))
        print(f'5. causal: P(right pronoun) {free.mean():.3f}; with "it" kept from its antecedent in all encoder heads {cut.mean():.3f} ({verdict((cut.mean() <= free.mean() / 2).item())}: half)')
        lecture = links.examples(self.cutter, list(links.STREET.values()))
        texts = [links.translated(self.model, self.cutter, lecture, mode) for mode in (links.FREE, links.CUT)]
        flips = {}
        for name, before, after in zip(links.STREET, *texts, strict=True):
            sentence = links.STREET[name]
            flips[name] = is_right(before, sentence.pronoun) and is_right(after, sentence.other_pronoun)
            print(f"   {name}: {before} -> {after} ({verdict(flips[name])}: flips)")
        chances = [links.right_probability(self.model, lecture, mode).tolist() for mode in (links.FREE, links.CUT)]
        print(f"   P(right) tired {chances[0][0]:.3f} -> {chances[1][0]:.3f}, wide {chances[0][1]:.3f} -> {chances[1][1]:.3f}")
        return {"free": free.mean().item(), "cut": cut.mean().item(), "sentences": len(found), "flips": flips}

    def ways(self) -> dict:
        file = self.folder / "heads.json"
        known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
        labelled = [(one["layer"], one["head"]) for one in known if one["kind"] == "encoder" and one["label"] == "antecedent"]
        lecture = links.examples(self.cutter, list(links.STREET.values()))
        ids = [one.target[one.row] for one in lecture]
        print("   | closed | " + " | ".join(f'"too {name}": P(il), P(elle)' for name in links.STREET) + " |\n   |---|---|---|")
        rows = {}
        for name in ways.ways(lecture[0], labelled):
            found = [ways.chances(self.model, one, ways.ways(one, labelled)[name], ids) for one in lecture]
            print(f"   | {name} | " + " | ".join(f"{il:.3f}, {elle:.3f}" for il, elle in found) + " |")
            rows[name] = found
        return {"heads": labelled, "closed": rows, "alone": self.alone(lecture, labelled, ids)}

    def alone(self, lecture: list[Example], labelled: list[tuple[int, int]], ids: list[int]) -> list[dict]:
        """For each labelled head its weight from "it" to the noun in both sentences, and P(il), P(elle) with the link closed in it alone."""
        weights = [links.pointing(self.model, self.cutter, [one]).weight for one in lecture]
        found = []
        for layer, head in labelled:
            given = [weight[layer, head].item() for weight in weights]
            chances = [ways.chances(self.model, one, ways.closed_in(one, layer, head), ids) for one in lecture]
            print(f"   layer {layer + 1} head {head + 1}: " + "; ".join(f"gives {weight:.2f}, closed alone {il:.3f}, {elle:.3f}" for weight, (il, elle) in zip(given, chances, strict=True)))
            found.append({"layer": layer, "head": head, "weights": given, "chances": chances})
        return found

    def table(self, file: Path | None, labels: Path | None) -> None:
        texts = [text for text in self.texts() if len(text.split()) >= 5][:TABLE_SENTENCES]
        sources = [source_ids(self.cutter, text) for text in texts]
        targets = generate(self.model, sources)
        stops = {number for piece, number in self.cutter.vocabulary.items() if piece in (".", "?", "!", ",", ";", ":")}
        plain = [heads.plain_case(source, target, stops) for source, target in zip(sources, targets, strict=True)]
        sentences = self.sentences[:TABLE_SENTENCES]
        linked = [heads.linked_case(self.cutter, *pair) for pair in zip(sentences, links.examples(self.cutter, sentences), strict=True)]
        content = heads.table(self.model, plain, linked)
        if file:
            file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        if labels:
            labels.write_text(json.dumps(heads.labels(content), separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"6. heads' table on {len(plain)} and {len(linked)} held-out sentences: {len(heads.labels(content))} of {len(content['heads'])} heads have a label")
        for one in content["heads"]:
            if "label" in one:
                measure = one["measures"][one["label"]]
                print(f"   {one['kind']} layer {one['layer'] + 1} head {one['head'] + 1}: {one['label']} {measure['share']:.2f} (chance {measure['chance']:.2f}, median head {measure['median']:.2f})")
