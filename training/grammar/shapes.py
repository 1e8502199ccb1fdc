"""The shapes of sentence, read from shapes.txt: which nouns meet which verb, and what can be said of each."""

from dataclasses import dataclass, field
from functools import cache

from .lexicon import HERE, Noun, adjectives, nouns, verbs

KINDS = ("vp", "prog", "perf", "not", "ev", "pass")


@dataclass(frozen=True)
class Said:
    """What is said of a noun: an adjective, or a verb with the way it is used."""

    kind: str
    key: str

    @property
    def group(self) -> str:
        return adjectives()[self.key].group if self.kind == "adj" else ""


@dataclass
class Shape:
    name: str
    a: list[Noun]
    b: list[Noun]
    verbs: tuple[str, ...]
    build: str
    said: dict[tuple[str, str], list[Said]] = field(default_factory=dict)
    """By ("neg" | "pos" | "event", "a" | "b")."""

    def has(self, kind: str) -> bool:
        return any(key[0] == kind for key in self.said)


def read_said(text: str, where: str) -> Said:
    kind, _, rest = text.partition(" ")
    found = Said(kind, rest) if kind in KINDS and rest else Said("adj", text)
    table = adjectives() if found.kind == "adj" else verbs()
    if found.key not in table:
        raise ValueError(f"shapes.txt: {where}: expected a word of the tables, got {text!r}")
    return found


def of_classes(names: str) -> list[Noun]:
    wanted = set(names.split())
    found = [noun for noun in nouns().values() if noun.classes & wanted]
    if not found:
        raise ValueError(f"shapes.txt: expected a class of nouns.tsv, got {names!r}")
    return found


def read_block(lines: list[str]) -> Shape:
    name, _, rest = lines[0].partition(": ")
    a, b, actions, *build = (part.strip() for part in rest.split(";"))
    wanted = tuple(action.strip() for action in actions.split("/"))
    for action in wanted:
        if action not in verbs():
            raise ValueError(f"shapes.txt: {name}: expected a verb of verbs.tsv, got {action!r}")
    shape = Shape(name, of_classes(a), of_classes(b), wanted, build[0] if build else "")
    for line in lines[1:]:
        head, _, items = line.partition(": ")
        kind, role = head.split()
        shape.said[kind, role] = [read_said(item.strip(), f"{name}, {head}") for item in items.split(",")]
    return shape


@cache
def shapes() -> tuple[Shape, ...]:
    text = (HERE / "shapes.txt").read_text(encoding="utf-8")
    text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(read_block(block.strip().splitlines()) for block in text.split("\n\n") if block.strip())
