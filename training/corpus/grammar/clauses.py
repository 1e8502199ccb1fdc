"""What is said of a noun: its state, what happens to it, the pronoun that stands for it."""

from random import Random

from . import french
from .lexicon import Noun
from .phrases import Both, Phrase, adjective, predicate, verb
from .shapes import Said

DEGREES = {
    "too": ("too", "trop"), "very": ("very", "très"), "really": ("really", "vraiment"), "so": ("so", "si_"),
    "quite": ("quite", "assez"), "still": ("still", "encore"), "": ("", ""),
}
STATES = {
    "vp": {"past": "was", "present": "present", "if": "was"},
    "prog": {"past": "was doing", "present": "is doing", "if": "was doing"},
    "perf": {"past": "pluperfect", "present": "perfect", "if": "pluperfect"},
}
LIKE = {"adj": "vp", "not": "vp", "being": "vp", "done": "perf"}
"""Kinds whose tenses are those of another."""
STILL = ("closed", "locked", "frozen", "wet", "flooded", "blocked", "full", "empty", "broken", "open")


def degree(draw: Random, said: Said, mode: str) -> str:
    """A word before an adjective. `mode`: "neg" ("too" is likely), "excess" ("too" makes sense), else none of it."""
    quality = adjective(said.key)
    if not quality.gradable:
        return "still" if said.key in STILL and draw.random() < 0.2 else ""
    if mode == "neg":
        return draw.choices(("too", "very", "", "so"), (0.7, 0.12, 0.12, 0.06))[0]
    return draw.choices(("very", "really", "", "quite", "too"), (0.35, 0.15, 0.3, 0.1, 0.1 if mode == "excess" else 0.0))[0]


def state(draw: Random, who: Phrase, said: Said, time: str, mode: str) -> Both:
    """What is said of `who` as state: "was too tired", without its subject. `time`: past, present, if, or one after "although"."""
    tense = STATES[LIKE.get(said.kind, said.kind)][time.removeprefix("though ")]
    tense = f"though {tense}" if time.startswith("though ") else tense
    if said.kind == "adj":
        quality = adjective(said.key)
        en, fr = DEGREES[degree(draw, said, mode)]
        be = predicate(draw, who, verb("be"), tense)
        form = quality.french(who.feminine, who.plural)
        return be + Both([*([en] if en else []), quality.english], [*([fr] if fr else []), form])
    if said.kind in ("done", "being"):
        return undergone(draw, who, said, tense)
    return predicate(draw, who, verb(said.key), tense, "not" if said.kind == "not" else "")


def undergone(draw: Random, who: Phrase, said: Said, tense: str) -> Both:
    """The passive: "was punished", "had been repaired", "was being repaired"."""
    action = verb(said.key)
    done = french.agree(french.participle(action.french.split()[0]), who.feminine, who.plural)
    be = predicate(draw, who, verb("be"), tense)
    going = Both(["being"], ["en", "train", "d'être"]) if said.kind == "being" else Both([], [])
    return be + going + Both([action.english[2]], [done])


def event(draw: Random, who: Phrase, said: Said, time: str) -> Both:
    """What then happens to `who`: "was punished", "ran away". `time`: a tense of phrases.py."""
    return predicate(draw, who, verb(said.key), time) if said.kind == "ev" else undergone(draw, who, said, time)


def pronoun_of(who: Phrase) -> Both:
    return Both([("they" if who.plural else "it", "pronoun")], [(who.pronoun, "pronoun")])


def contracted(draw: Random, clause: Both) -> Both:
    """"it is" as "it's", at times."""
    word, mark = clause.en[0]
    short = {"is": "'s", "are": "'re"}.get(clause.en[1]) if isinstance(clause.en[1], str) else None
    if short and draw.random() < 0.25:
        return Both([(word + short, mark), *clause.en[2:]], clause.fr)
    return clause


def numbers(draw: Random, a: Noun, b: Noun) -> tuple[bool, bool]:
    """Whether A and B are plural: mostly alike, so that number does not give the answer away."""
    kind = draw.random()
    both = (False, False) if kind < 0.58 else (True, True) if kind < 0.84 else (False, True) if kind < 0.92 else (True, False)
    return both[0] and not a.mass, both[1] and not b.mass
