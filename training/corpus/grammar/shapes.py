"""The shapes of sentence, read from shapes.txt: which nouns meet which verb, and what can be said of each."""

from dataclasses import dataclass, field
from functools import cache

from .lexicon import HERE, Noun, adjectives, nouns, verbs

KINDS = ("vp", "prog", "perf", "not", "ev", "pass", "done", "being")


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
    """By ("neg" | "pos" | "event" | "when", "a" | "b")."""

    @property
    def by_kind(self) -> bool:
        """Whether what is said fits one noun's kind and never the other's, so that any conjunction makes sense."""
        return self.build == "any"


@cache
def groups() -> dict[str, str]:
    """said.txt: what is said of a kind of noun, by the group's name."""
    lines = (HERE / "said.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def items_of(text: str, where: str) -> list[str]:
    """The parts of a list; "@name" is the whole group."""
    if text.startswith("@"):
        if text[1:] not in groups():
            raise ValueError(f"shapes.txt: {where}: expected a group of said.txt, got {text!r}")
        text = groups()[text[1:]]
    return [item.strip() for item in text.split(",")]


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
        shape.said[kind, role] = [read_said(item, f"{name}, {head}") for item in items_of(items, f"{name}, {head}")]
    return shape


@cache
def shapes() -> tuple[Shape, ...]:
    text = (HERE / "shapes.txt").read_text(encoding="utf-8")
    text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(read_block(block.strip().splitlines()) for block in text.split("\n\n") if block.strip())
