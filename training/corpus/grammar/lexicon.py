"""Words with their forms in both languages, read from the three tables beside this file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
VOWELS = "aeiouyâàéèêëîïôûùœæh"


@dataclass(frozen=True)
class Noun:
    key: str
    english: tuple[str, str]
    french: tuple[str, str]
    feminine: bool
    classes: frozenset[str]
    mass: bool
    """Has no plural ("the bread")."""


def lives(noun: Noun) -> bool:
    """Whether it is an animal or a person."""
    return bool(noun.classes & {"animal", "person"})


@dataclass(frozen=True)
class Adjective:
    key: str
    english: str
    forms: tuple[str, str, str, str]
    """French: masculine, feminine, masculine plural, feminine plural."""
    before: bool
    gradable: bool
    group: str

    def french(self, feminine: bool, plural: bool) -> str:
        return self.forms[2 * plural + feminine]


@dataclass(frozen=True)
class Verb:
    key: str
    english: tuple[str, str, str, str]
    """Base, past, past participle, -ing; words after the first are fixed."""
    french: str
    etre: bool

    @property
    def pronominal(self) -> bool:
        return self.french.startswith("se ")


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def bare(word: str) -> str:
    """Without the mark of an h aspiré."""
    return word.removeprefix("*")


@cache
def aspirated() -> frozenset[str]:
    """Forms whose h forbids elision."""
    words = set()
    for noun, row in zip(nouns().values(), rows("nouns.tsv"), strict=True):
        if row[2].startswith("*"):
            words.update(noun.french)
    for adjective, row in zip(adjectives().values(), rows("adjectives.tsv"), strict=True):
        if row[1].startswith("*"):
            words.update(adjective.forms)
    return frozenset(words)


def english_plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return f"{word}es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def french_plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return f"{word[:-2]}aux"
    if word.endswith(("eau", "feu")):
        return f"{word}x"
    return f"{word}s"


@cache
def nouns() -> dict[str, Noun]:
    found = {}
    for key, plural, french, gender, french_many, classes in rows("nouns.tsv"):
        english, one, tags = key.split("#")[0], bare(french), frozenset(classes.split())
        many = {"-": english_plural(english), "=": english}.get(plural, plural)
        found[key] = Noun(
            key=key,
            english=(english, many),
            french=(one, french_plural(one) if french_many == "-" else bare(french_many)),
            feminine=gender == "f",
            classes=tags,
            mass=plural == "=",
        )
        if gender not in ("m", "f") or not tags:
            raise ValueError(f"nouns.tsv: {key}: expected a gender m or f and a class, got {gender!r}, {classes!r}")
    return found


@cache
def nouns_by_form() -> dict[str, tuple[Noun, bool]]:
    """Nouns by their English forms, and whether the form is plural; those that are alike in both numbers count as singular."""
    many = {noun.english[1]: (noun, True) for noun in nouns().values() if not noun.mass}
    return many | {noun.english[0]: (noun, False) for noun in nouns().values()}


@cache
def adjectives() -> dict[str, Adjective]:
    found = {}
    for key, masculine, feminine, many, place, kind, group in rows("adjectives.tsv"):
        m = bare(masculine)
        f = (m if m.endswith("e") else f"{m}e") if feminine == "-" else feminine
        invariable = m == f == many
        plural = french_plural(m) if many == "-" else many
        forms = (m, f, plural, f if invariable else french_plural(f))
        found[key] = Adjective(key, key.split("#")[0], forms, place == "b", kind == "g", group)
    return found


@cache
def verbs() -> dict[str, Verb]:
    found = {}
    for key, past, participle, ing, french, auxiliary in rows("verbs.tsv"):
        english = key.split("#")[0]
        head, _, rest = english.partition(" ")
        tail = f" {rest}" if rest else ""
        ended = regular_past(head) + tail
        past = ended if past == "-" else past
        participle = ended if participle == "-" else participle
        ing = regular_ing(head) + tail if ing == "-" else ing
        found[key] = Verb(key, (english, past, participle, ing), french, auxiliary == "être")
    return found


DOUBLING = {"stop", "knot", "fit", "hit"}


def regular_past(word: str) -> str:
    if word.endswith("e"):
        return f"{word}d"
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ied"
    return f"{word}{word[-1] if word in DOUBLING else ''}ed"


def regular_ing(word: str) -> str:
    if word.endswith("e") and word not in ("be", "see"):
        return f"{word[:-1]}ing"
    return f"{word}{word[-1] if word in DOUBLING else ''}ing"


def third_person(word: str) -> str:
    """goes, crosses, carries, eats."""
    if word == "have":
        return "has"
    if word == "go":
        return "goes"
    return english_plural(word)
