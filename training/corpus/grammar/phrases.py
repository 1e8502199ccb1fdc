"""Noun phrases and the clauses around them, each written in both languages at once."""

from dataclasses import dataclass
from random import Random

from . import english, french
from .lexicon import Adjective, Noun, Verb, adjectives, nouns, verbs


@dataclass
class Both:
    """The tokens of a stretch of text in English and French."""

    en: list
    fr: list

    def __add__(self, other: "Both") -> "Both":
        return Both(self.en + other.en, self.fr + other.fr)


@dataclass
class Phrase:
    """A noun phrase, or a person ("I", "Tom") as subject."""

    words: Both
    person: int
    """je, il, nous, ils: 0 to 3."""
    feminine: bool
    noun: Noun | None = None
    adjective: Adjective | None = None
    others: tuple[str, ...] = ()
    """Keys of other nouns in it: an owner's."""

    @property
    def plural(self) -> bool:
        return self.person > 1

    @property
    def pronoun(self) -> str:
        return ("elle" if self.feminine else "il") + ("s" if self.plural else "")


PEOPLE = (
    ("I", "je", 0, False), ("we", "nous", 2, False), ("Tom", "Tom", 1, False), ("Mary", "Marie", 1, True),
    ("Paul", "Paul", 1, False), ("Anna", "Anna", 1, True), ("my mother", "ma mère", 1, True), ("my father", "mon père", 1, False),
    ("our teacher", "notre professeur", 1, False), ("the children", "les enfants", 3, False),
)
OWNERS = (("my", "mon", "ma_", "mes"), ("his", "son", "sa_", "ses"), ("our", "notre", "notre", "nos"), ("your", "ton", "ta_", "tes"))
TASTES = {
    "animal": "black white brown grey young old little big beautiful",
    "person": "young old little rich poor",
    "task": "new old little interesting strange",
    "food": "good little beautiful",
    "drink": "good",
    "work": "new old little beautiful famous",
    "spectacle": "new old famous good bad",
    "data": "new old little strange",
    "music": "new old beautiful strange",
    "heater": "old new little big beautiful",
}
YOUNG = ("puppy", "kitten", "lamb")
THINGS = "red blue green yellow black white grey brown old new little big beautiful ugly strange pretty"
PLACES = "old new little big beautiful strange famous quiet"


def adjective(key: str) -> Adjective:
    return adjectives()[key]


def noun(key: str) -> Noun:
    return nouns()[key]


def verb(key: str) -> Verb:
    return verbs()[key]


def tastes(thing: Noun) -> list[str]:
    """Adjectives that go before any noun of its kind without saying much."""
    if thing.key in YOUNG:
        return "black white brown grey little beautiful".split()
    if thing.key == "child":
        return "little beautiful".split()
    for name, words in TASTES.items():
        if name in thing.classes:
            return words.split()
    if thing.classes & {"way", "building", "sight", "room", "water", "climbable", "land"}:
        return PLACES.split()
    return THINGS.split()


def described(thing: Noun, quality: Adjective | None, plural: bool, mark: object) -> Both:
    """A noun with its adjective in its place."""
    word = (thing.english[plural], mark) if mark else thing.english[plural]
    mot = (thing.french[plural], mark) if mark else thing.french[plural]
    if not quality:
        return Both([word], [mot])
    form = quality.french(thing.feminine, plural)
    if quality.before and form in ("beau", "nouveau", "vieux") and not plural:
        form += "_"
    return Both([quality.english, word], [form, mot] if quality.before else [mot, form])


def owned(draw: Random, thing: Noun, plural: bool, body: Both) -> tuple[Both, tuple[str, ...]]:
    """my dog, Tom's dog, the farmer's dog, my sister's dog."""
    kind = draw.random()
    one = "les_" if plural else "la_" if thing.feminine else "le_"
    if kind < 0.5:
        en, m, f, many = draw.choice(OWNERS)
        mine = many if plural else f if thing.feminine else m
        return Both([en, *body.en], [mine, *body.fr]), ()
    if kind < 0.7:
        en, fr = draw.choice((("Tom", "Tom"), ("Mary", "Marie"), ("Paul", "Paul"), ("Anna", "Anna")))
        return Both([f"{en}'s", *body.en], [one, *body.fr, "de", fr]), ()
    person = noun(draw.choice([key for key, value in nouns().items() if "person" in value.classes]))
    who = described(person, None, False, None)
    if "kin" in person.classes:
        mine = "ma_" if person.feminine else "mon"
        return Both([f"my {who.en[0]}'s", *body.en], [one, *body.fr, "de", mine, *who.fr]), (person.key,)
    the = "la_" if person.feminine else "le_"
    return Both(["the", f"{who.en[0]}'s", *body.en], [one, *body.fr, "de", the, *who.fr]), (person.key,)


def determined(draw: Random, thing: Noun, plural: bool, body: Both, kind: str) -> tuple[Both, tuple[str, ...]]:
    """Puts a determiner in front: "the", "this", "a", or an owner."""
    if kind == "own":
        return owned(draw, thing, plural, body)
    if kind == "this":
        far = draw.random() < 0.4
        en = ("those" if far else "these") if plural else ("that" if far else "this")
        fr = "ces" if plural else "cette" if thing.feminine else "ce_"
    elif kind == "a":
        first = body.en[0] if isinstance(body.en[0], str) else body.en[0][0]
        en = "some" if plural else english.article(first)
        fr = ("de" if is_preposed(body) else "des") if plural else "une" if thing.feminine else "un"
    else:
        en, fr = "the", "les_" if plural else "la_" if thing.feminine else "le_"
    return Both([en, *body.en], [fr, *body.fr]), ()


def is_preposed(body: Both) -> bool:
    """Whether the French adjective stands before the noun: "de petits chats"."""
    return len(body.fr) == 2 and adjectives()[body.en[0]].before


def phrase(
    draw: Random, thing: Noun, plural: bool, mark: object = None, avoid: tuple[str, ...] = (), kind: str = "", plain: bool = False
) -> Phrase:
    """A noun phrase of a noun. `avoid`: groups and keys its adjective must not have; `kind`: its determiner, drawn if empty."""
    quality = None
    if not plain and draw.random() < 0.22 and not thing.mass:
        found = adjective(draw.choice(tastes(thing)))
        quality = found if found.key not in avoid and (not found.group or found.group not in avoid) else None
    body = described(thing, quality, plural, mark)
    kind = kind or draw.choices(("the", "this", "own"), (0.72, 0.1, 0.18))[0]
    if kind == "own" and "person" in thing.classes and "kin" not in thing.classes:
        kind = "the"
    if "kin" in thing.classes and kind == "the":
        kind = "own"
    words, others = determined(draw, thing, plural, body, kind)
    return Phrase(words, 3 if plural else 1, thing.feminine, thing, quality, others)


def somebody(draw: Random) -> Phrase:
    """A person as subject, of no antecedent's use."""
    en, fr, person, feminine = draw.choice(PEOPLE)
    return Phrase(Both([en], [fr]), person, feminine)


TENSES = {
    # name: (English, French)
    "past": ("past", "passe"),
    "present": ("present", "present"),
    "future": ("future", "future"),
    "conditional": ("conditional", "conditional"),
    "perfect": ("perfect", "passe"),
    "pluperfect": ("pluperfect", "pluperfect"),
    "was": ("past", "imperfect"),
    "was doing": ("past progressive", "imperfect"),
    "is doing": ("progressive", "present"),
    # after bien que, avant que, jusqu'à ce que
    "though was": ("past", "subjunctive"),
    "though present": ("present", "subjunctive"),
    "though was doing": ("past progressive", "subjunctive"),
    "though is doing": ("progressive", "subjunctive"),
    "though pluperfect": ("pluperfect", "past_subjunctive"),
    "though perfect": ("perfect", "past_subjunctive"),
}
MODALS = {"can": ("can", "pouvoir"), "want": ("want", "vouloir"), "suppose": ("be supposed", "devoir")}


def predicate(draw: Random, subject: Phrase, action: Verb, tense: str, negation: str = "", modal: str = "") -> Both:
    """A verb with what belongs to it, without objects. `negation`: "", "not" or "never"."""
    en_tense, fr_tense = TENSES[tense]
    en_modal, fr_modal = MODALS[modal] if modal else ("", "")
    if modal and modal != "can" and fr_tense == "passe":
        fr_tense = "imperfect"
    pas = {"": "", "not": "pas", "never": "jamais"}[negation]
    en = english.verb_phrase(action, en_tense, subject.person, negation, en_modal, draw.random() < 0.8)
    fr = french.verb_phrase(action, fr_tense, subject.person, subject.feminine, pas, fr_modal)
    return Both(en, fr)
