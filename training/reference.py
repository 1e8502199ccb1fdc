"""Writes the numbers the tests compare against, computed by Hugging Face transformers. See training/README.md.

    python training/reference.py --model public/models/en-fr --out fixtures

Running it twice on one machine gives the same bytes.
"""

import argparse
import gzip
import json
import platform
import random
from pathlib import Path

import numpy
import safetensors
import tokenizers
import torch
import transformers
from reference_numbers.beam import sentence_beams, tiny_beams
from reference_numbers.changed_cases import bundled_changes, kept_stages, tiny_changes
from reference_numbers.gradients import gradient_cases
from reference_numbers.greedy import generate, open_model
from reference_numbers.models import TINY_MODELS, TinyModel, save_tiny
from reference_numbers.sentences import LECTURE, sentences
from reference_numbers.stages import all_stages
from reference_numbers.strings import plain_tokenizer, strings
from safetensors.torch import save_file
from tokenizers import Tokenizer
from transformers import MarianMTModel

SENTENCE_SEED = 3
STRING_SEED = 4
GREEDY_SENTENCES = 300
STRINGS = 10_000
LEAD = 1e-2
"""A greedy choice kept as reference leads its runner-up by this much in logits: rounding cannot turn it over."""
TINY_CHANGES = ("relu-scaled", "gelu-odd-width")
TINY_GRADIENTS = ("relu-scaled", "gelu-odd-width", "swish-forbidden")
LECTURE_LEAD = 1e-3
"""The lecture's sentences are wanted in any case, so they may be decided by less, but not by a hair."""


def write_json(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def write_lines(file: Path, rows: list) -> None:
    """A JSON list with one row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def write_case(model: MarianMTModel, folder: Path, case: dict) -> dict:
    """Computes all stages of a case and writes them; gives the case back for the index."""
    stages = all_stages(model, case["source"], case["decoderInput"])
    save_file(stages, folder / f"{case['name']}.safetensors")
    return case


def greedy_case(model: MarianMTModel, name: str, source: list[int], max_length: int) -> tuple[dict, float]:
    """A case whose target the model writes. `generated` holds the end mark, unless the limit cut it."""
    generated, lead = generate(model, source, max_length)
    end = model.config.eos_token_id
    ended = generated[-1] == end
    read = generated[:-1] if ended else generated
    case = {
        "name": name,
        "source": source,
        "target": None,
        "decoderInput": [model.config.decoder_start_token_id, *read],
        "generated": generated,
        "ended": ended,
        "maxLength": max_length,
    }
    return case, lead


def given_case(model: MarianMTModel, name: str, source: list[int], target: list[int]) -> dict:
    """A case whose target is given."""
    start = model.config.decoder_start_token_id
    return {"name": name, "source": source, "target": target, "decoderInput": [start, *target]}


def tiny_cases(tiny: TinyModel, folder: Path, out: Path) -> list[dict]:
    """Four cases: a greedy target that ends, one that the limit cuts or forces, a given target, the least input."""
    model = open_model(folder)
    draw = random.Random(tiny.seed)
    marks = {tiny.pad, tiny.end, tiny.start}
    words = [token for token in range(tiny.vocabulary) if token not in marks]

    def some(count: int) -> list[int]:
        return [draw.choice(words) for _ in range(count)]

    cases = []
    for wanted in ("ends", "full"):
        for _ in range(2000):
            source = [*some(draw.randint(3, 10)), tiny.end]
            case, lead = greedy_case(model, f"{tiny.name}-{len(cases)}", source, tiny.max_length)
            if lead > LEAD and is_telling(model, tiny, case, wanted):
                cases.append(case)
                break
        else:
            raise AssertionError(f"{tiny.name}: no greedy case that {wanted} found")
    cases.append(given_case(model, f"{tiny.name}-2", [*some(13), tiny.end], some(6)))
    cases.append(given_case(model, f"{tiny.name}-3", [tiny.end], []))
    return [write_case(model, out, case) | {"model": tiny.name} for case in cases]


def is_telling(model: MarianMTModel, tiny: TinyModel, case: dict, wanted: str) -> bool:
    """Whether a greedy case is worth keeping.

    One that ends has at least three different ids; one that is full reaches the length limit with two. Where ids are
    forbidden or the end is forced, taking that setting away must change the output, or the case proves nothing of it.
    """
    generated = case["generated"]
    full = len(generated) == tiny.max_length - 1
    if full != (wanted == "full") or len(set(generated)) < (2 if full else 3):
        return False
    setting = "forced_eos_token_id" if full else "bad_words_ids"
    saved = getattr(model.generation_config, setting)
    if saved is None:
        return True
    setattr(model.generation_config, setting, None)
    free, _ = generate(model, case["source"], tiny.max_length)
    setattr(model.generation_config, setting, saved)
    return free != generated


def bundled_cases(model: MarianMTModel, tokenizer: Tokenizer, name: str, out: Path) -> list[dict]:
    """The lecture's sentence as the model translates it, and a short one with a given French target."""
    end, limit = model.config.eos_token_id, model.config.max_position_embeddings
    lecture = [*tokenizer.encode(LECTURE[0]).ids, end]
    short = [*tokenizer.encode("It was too wide.").ids, end]
    first, lead = greedy_case(model, f"{name}-0", lecture, limit)
    assert lead > LECTURE_LEAD, f"the lecture's sentence is translated by a hair: {lead}"
    second = given_case(model, f"{name}-1", short, tokenizer.encode("Elle était trop large.").ids)
    return [write_case(model, out, case) | {"model": name} for case in (first, second)]


def write_greedy(model: MarianMTModel, tokenizer: Tokenizer, file: Path) -> None:
    """[text, source ids, generated ids] of 300 sentences; ones decided by less than LEAD are passed over."""
    end, limit = model.config.eos_token_id, model.config.max_position_embeddings
    rows = []
    for text in sentences(SENTENCE_SEED):
        source = [*tokenizer.encode(text).ids, end]
        generated, lead = generate(model, source, limit)
        assert text not in LECTURE or lead > LECTURE_LEAD, f"{text}: translated by a hair: {lead}"
        if generated[-1] == end and (lead > LEAD or text in LECTURE):
            rows.append([text, source, generated])
        if len(rows) == GREEDY_SENTENCES:
            break
    write_lines(file, rows)


def write_changes(model: MarianMTModel, name: str, cases: list[dict], out: Path, whole: bool) -> list[dict]:
    """A model's changed cases: their stages in one file, `CASE/STAGE`; gives the cases back for the index."""
    stages = {}
    for case in cases:
        stages |= {f"{case['name']}/{stage}": value for stage, value in kept_stages(model, case, whole).items()}
    save_file(stages, out / f"{name}.safetensors")
    return [{"model": name} | case for case in cases]


def write_gradients(models: dict[str, MarianMTModel], cases: list[dict], out: Path) -> None:
    """Gradients of one word of each case, a file a model, `CASE/PATTERN`; and an index."""
    out.mkdir(parents=True, exist_ok=True)
    index = []
    for name, model in models.items():
        frames = {}
        for case, found in gradient_cases(model, [case for case in cases if case["model"] == name]):
            index.append(case)
            frames |= {f"{case['name']}/{pattern}": value for pattern, value in found.items()}
        save_file(frames, out / f"{name}.safetensors")
    write_json(out / "index.json", index)


def write_strings(tokenizer: Tokenizer, file: Path) -> None:
    """10,000 [string, ids] rows, gzipped with no time stamp."""
    rows = [[text, tokenizer.encode(text).ids] for text in strings(STRING_SEED, STRINGS)]
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    file.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="the bundled model's folder")
    parser.add_argument("--out", type=Path, required=True, help="the fixtures' folder")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    reference = arguments.out / "reference"
    reference.mkdir(parents=True, exist_ok=True)

    changes = arguments.out / "changes"
    changes.mkdir(parents=True, exist_ok=True)

    cases, changed, beams, differentiated = [], [], [], {}
    for tiny in TINY_MODELS:
        folder = save_tiny(tiny, arguments.out / "models")
        cases += tiny_cases(tiny, folder, reference)
        model = open_model(folder)
        beams += [[tiny.name, *row] for row in tiny_beams(model, tiny)]
        if tiny.name in TINY_CHANGES:
            changed += write_changes(model, tiny.name, tiny_changes(model, tiny, LEAD), changes, whole=True)
        if tiny.name in TINY_GRADIENTS:
            differentiated[tiny.name] = model
    bundled = open_model(arguments.model)
    tokenizer = plain_tokenizer(arguments.model / "tokenizer.json")
    cases += bundled_cases(bundled, tokenizer, arguments.model.name, reference)
    short = [*tokenizer.encode("It was too wide.").ids, bundled.config.eos_token_id]
    french = tokenizer.encode("Elle était trop large.").ids
    told = bundled_changes(bundled, short, french, LEAD)
    changed += write_changes(bundled, arguments.model.name, told, changes, whole=False)
    write_json(changes / "index.json", changed)
    versions = {"python": platform.python_version()} | {
        module.__name__: module.__version__ for module in (torch, transformers, tokenizers, safetensors, numpy)
    }
    seeds = {tiny.name: tiny.seed for tiny in TINY_MODELS} | {"sentences": SENTENCE_SEED, "strings": STRING_SEED}
    write_json(reference / "index.json", {"versions": versions, "seeds": seeds, "cases": cases})
    write_greedy(bundled, tokenizer, arguments.out / "greedy.json")
    write_strings(tokenizer, arguments.out / "tokenizer.json.gz")
    beams += [[arguments.model.name, *row] for row in sentence_beams(bundled, tokenizer, SENTENCE_SEED)]
    write_lines(arguments.out / "beams.json", beams)
    differentiated[arguments.model.name] = bundled
    write_gradients(differentiated, cases + changed, arguments.out / "gradients")


if __name__ == "__main__":
    main()
