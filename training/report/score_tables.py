"""The tables of MODEL_CARD.md that are made from a model's folder and from scores.json."""

import json
from math import prod
from pathlib import Path

from measure.goals import in_words, reached

MEGA = 1_000_000
WEIGHTS, TOKENIZER = "model.safetensors", "tokenizer.json"


def shapes_in(file: Path) -> dict[str, list[int]]:
    """The shapes of a safetensors file's tensors: its first 8 bytes are its header's length, little-endian, and the header is JSON."""
    with file.open("rb") as stream:
        header = json.loads(stream.read(int.from_bytes(stream.read(8), "little")))
    return {name: one["shape"] for name, one in header.items() if name != "__metadata__"}


def size_table(folder: Path) -> str:
    """What the model is, from its own files."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    # The positions are computed, not learned, and stored by the library's own way of saving.
    count = sum(prod(shape) for name, shape in shapes_in(folder / WEIGHTS).items() if "embed_positions" not in name)
    weights, whole = (folder / WEIGHTS).stat().st_size, sum((folder / name).stat().st_size for name in (WEIGHTS, TOKENIZER, "config.json"))
    layers = f"{config['encoder_layers']} + {config['decoder_layers']} layers, {config['encoder_attention_heads']} heads"
    rows = (
        ("architecture", "*Attention is all you need*: encoder-decoder, post-norm Add & Norm, sinusoidal positions, scaled and shared embeddings, ReLU"),
        ("size", f"{layers}, width {config['d_model']}, feed-forward {config['encoder_ffn_dim']}; {count / MEGA:.1f} million parameters"),
        ("files", f"{weights / MEGA:.1f} MB of weights in float16, {whole / MEGA:.1f} MB with the tokenizer"),
        ("vocabulary", f"{config['vocab_size']:,} pieces of one shared BPE with byte fallback; any Unicode string has ids"),
        ("intended use", "showing attention in lectures and courses. Not for translating anything that matters"),
    )
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {text} |" for name, text in rows)])


def goal(value: float, name: str) -> str:
    return in_words(name) if reached(name, value) else f"{in_words(name)}, missed"


def per_cent(share: float) -> str:
    return f"{100 * share:.1f} %"


def kinds_of(part: dict) -> str:
    return ", ".join(f"{kind} {per_cent(share)}" for kind, (share, _) in part["kinds"].items())


def met_in(part: dict) -> str:
    return "; ".join(f"{kind}: {per_cent(share)} of {number}" for kind, (share, number) in part["met"].items())


def scores_table(scores: dict) -> str:
    """Each figure with the part of evaluate.py that prints it, and what was asked of it."""
    bleu, pronouns, heads, odd, causal = (scores[name] for name in ("bleu", "pronouns", "heads", "odd", "causal"))
    grammar, hand, common = (pronouns[name] for name in ("grammar", "hand", "common"))
    turned = [name for name, flips in causal["flips"].items() if flips]
    place = f"layer {heads['layer'] + 1} head {heads['head'] + 1}"
    rows = (
        ("bleu", f"sacreBLEU on {bleu['sentences']:,} held-out distinct English sentences of the pairs, {bleu['references']:,} references", f"{bleu['score']:.1f}", goal(bleu["score"], "bleu")),
        ("pronouns", f"il/elle, ils/elles right in {grammar['sentences']:,} held-out sentences of the grammar ({kinds_of(grammar)})", per_cent(grammar["share"]), goal(grammar["share"], "grammar")),
        ("pronouns", f"the same in {hand['sentences']} sentences written by hand, of other shapes and verbs and of any words ({kinds_of(hand)}; {met_in(hand)})", per_cent(hand["share"]), goal(hand["share"], "hand")),
        ("pronouns", f"the same in {common['sentences']} more, of words that the pairs hold ({kinds_of(common)}; {met_in(common)})", per_cent(common["share"]), goal(common["share"], "hand")),
        ("pronouns", 'the lecture\'s two sentences, "too tired" and "too wide", word for word', f"{pronouns['lecture']} of 2", "2" if pronouns["lecture"] == 2 else "2, missed"),
        ("heads", f'the best encoder head that links "it" in both ({place}): its weight on the noun, "tired" and "wide"', f"{heads['tired']:.2f}, {heads['wide']:.2f}", goal(min(heads["tired"], heads["wide"]), "weight")),
        ("heads", f"how often that head reads the right noun first, {heads['sentences']:,} held-out sentences of the grammar", per_cent(heads["first"]), goal(heads["first"], "first")),
        ("odd", f"{odd['inputs']} odd inputs (letters, numbers, 60 words, Chinese, emoji, code): the output ends and repeats no word more than four times in a row", per_cent(odd["share"]), goal(odd["share"], "odd")),
        ("causal", f'mean probability of the right pronoun, {causal["sentences"]:,} held-out sentences of the grammar; with "it" kept from its noun in all encoder heads', f"{causal['free']:.3f}; {causal['cut']:.3f}", "half" if causal["cut"] <= causal["free"] / 2 else "half, missed"),
        ("causal", "the lecture's sentences whose pronoun turns when that is done", ", ".join(turned) or "none", "both" if len(turned) == 2 else "both, missed"),
    )
    header = ["| part | what | figure | asked |", "|---|---|---|---|"]
    return "\n".join([*header, *(f"| `{part}` | {what} | {figure} | {asked} |" for part, what, figure, asked in rows)])


def ways_table(ways: dict) -> str:
    """The probabilities of il and elle with one way after another closed."""
    lines = ['| closed | "too tired": P(il), P(elle) | "too wide": P(il), P(elle) |', "|---|---|---|"]
    for name, found in ways["closed"].items():
        lines.append(f"| {name} | " + " | ".join(f"{il:.3f}, {elle:.3f}" for il, elle in found) + " |")
    return "\n".join(lines)
