"""Checks that the hand-written sentences are none of the grammar's.

There are two sets of 200: pronouns.tsv, of any words ("mooed"), and common.tsv, of words that the pairs hold, so that
a wrong pronoun is not the fault of an unknown word.

    python -m corpus.handwritten.check        (from training/)

No verb of theirs is in the grammar's table, no sentence has the form of a grammar sentence, and each names a
pronoun and an antecedent that stand in it.
"""

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.grammar.french import PRONOUNS
from corpus.grammar.generate import held_out_sentences, training_sentences
from corpus.grammar.lexicon import adjectives, nouns, third_person, verbs
from corpus.grammar.shapes import shapes

ANY_WORDS, COMMON_WORDS = (Path(__file__).parent / name for name in ("pronouns.tsv", "common.tsv"))
COUNT = 200
COMPARED = 30_000


@dataclass(frozen=True)
class Handwritten:
    english: str
    pronoun: str
    antecedent: str
    french: str
    verbs: tuple[str, ...]


def read(file: Path = ANY_WORDS) -> list[Handwritten]:
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Handwritten(en, pronoun, antecedent, french, tuple(verb.strip() for verb in used.split(","))) for en, pronoun, antecedent, french, used in rows]


@cache
def sentences() -> frozenset[str]:
    """The English of both sets, which is never trained on."""
    return frozenset(one.english for file in (ANY_WORDS, COMMON_WORDS) for one in read(file))


def words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+|[.,;]", text.lower())


@cache
def things() -> frozenset[str]:
    """Every form of the grammar's nouns."""
    return frozenset(word for noun in nouns().values() for word in noun.english)


@cache
def qualities() -> frozenset[str]:
    """The grammar's adjectives."""
    return frozenset(adjective.english for adjective in adjectives().values())


def form(text: str) -> str:
    """A sentence with its nouns and adjectives blanked: what makes two sentences of one shape."""
    return " ".join("N" if word in things() else "A" if word in qualities() else word for word in words(text))


@cache
def compared() -> tuple[frozenset[str], frozenset[str]]:
    """The grammar's sentences that the sets are compared with, and their forms."""
    texts = frozenset(one.en for one in (*training_sentences(9, COMPARED), *held_out_sentences(9, COMPARED // 10)))
    return texts, frozenset(map(form, texts))


def spoken_verbs() -> set[str]:
    """Every form of every verb of the grammar, "be" and "have" aside, which help any verb."""
    found = set()
    for verb in verbs().values():
        heads = [part.split()[0] for part in verb.english]
        if heads[0] not in ("be", "have"):
            found |= {*heads, third_person(heads[0])}
    return found - things() - qualities()


def triples() -> set[tuple[str, str, str]]:
    """Every (noun, noun, adjective) that some shape could say."""
    found = set()
    for shape in shapes():
        keys = {said.key for list_ in shape.said.values() for said in list_ if said.kind == "adj"}
        found |= {(*sorted((a.key, b.key)), key) for a in shape.a for b in shape.b for key in keys}
    return found


def triples_of(spoken: list[str]) -> set[tuple[str, str, str]]:
    keys = {key for key, noun in nouns().items() if set(noun.english) & set(spoken)}
    said = {key for key, quality in adjectives().items() if quality.english in spoken}
    return {(*sorted((one, two)), key) for one in keys for two in keys if one != two for key in said}


def faults(file: Path = ANY_WORDS) -> list[str]:
    """What is wrong with a set, a line each."""
    hand, found = read(file), []
    grammar = {verb.english[0].split()[0] for verb in verbs().values()} | {verb.key for verb in verbs().values()}
    used, known_triples = spoken_verbs(), triples()
    texts, forms = compared()
    if len({one.english for one in hand}) != COUNT:
        found.append(f"expected {COUNT} different sentences, got {len({one.english for one in hand})}")
    for one in hand:
        spoken = words(one.english)
        pronouns = [word for word in spoken if word in ("it", "they")]
        wanted = "they" if one.pronoun.endswith("s") else "it"
        if one.pronoun not in PRONOUNS or wanted not in pronouns or {"he", "she"} & set(spoken):
            found.append(f"{one.english}: {one.pronoun} does not go with {pronouns}")
        if one.antecedent not in spoken:
            found.append(f"{one.english}: no word {one.antecedent}")
        known = [verb for verb in one.verbs if verb in grammar] + [word for word in spoken if word in used]
        if known or not one.verbs:
            found.append(f"{one.english}: the grammar has {known}")
        if triples_of(spoken) & known_triples:
            found.append(f"{one.english}: the grammar could say {triples_of(spoken) & known_triples}")
        if one.english in texts or form(one.english) in forms:
            found.append(f"{one.english}: the grammar has this form")
    return found


def main() -> int:
    found = [*faults(ANY_WORDS), *faults(COMMON_WORDS)]
    print("\n".join(found) or f"twice {COUNT} sentences, none of the grammar's")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
