"""Sentences in which a pronoun stands for one of two nouns, and meaning says which."""

from dataclasses import dataclass
from random import Random

from . import english, french
from .clauses import contracted, event, numbers, pronoun_of, state
from .links import INSIDE, LASTING, LINKS, MOMENTS, both
from .phrases import TENSES, Both, Phrase, adjective, noun, phrase, predicate, somebody, verb
from .shapes import Said, Shape

TIMES = {
    "past": (("yesterday", "hier"), ("this morning", "ce matin"), ("last night", "hier soir"), ("last week", "la semaine dernière")),
    "present": (("today", "aujourd'hui"), ("now", "maintenant")),
    "future": (("tomorrow", "demain"), ("next week", "la semaine prochaine"), ("tonight", "ce soir")),
}


@dataclass
class Sentence:
    """A pair with its links. Words are counted from 0 and parted by blanks."""

    en: str
    fr: str
    shape: str
    pronoun: str = ""
    """The French pronoun (il, elle, ils, elles), "" where the sentence has none to resolve."""
    en_pronoun: int = -1
    en_antecedent: int = -1
    en_other: int = -1
    """The noun it could be mistaken for; -1 where there is only one."""
    fr_pronoun: int = -1
    fr_antecedent: int = -1
    fr_other: int = -1
    other_pronoun: str = ""
    """What the French pronoun would be if the other noun were meant, with the pronoun's own number."""
    triple: tuple[str, str, str] | None = None
    triples: tuple[tuple[str, str, str], ...] = ()
    """Every two nouns with every adjective or verb said of one, the main triple among them."""


NEGATED = (
    # (weight, tense, negation, modal, the state's time)
    (5, "past", "not", "", "past"), (3, "past", "not", "can", "past"), (3, "present", "not", "", "present"),
    (3, "present", "not", "can", "present"), (2, "future", "not", "", "present"), (1, "future", "not", "can", "present"),
    (1, "perfect", "not", "", "present"), (1, "present", "never", "", "present"), (1, "past", "never", "", "past"),
)
PLAIN = (
    (6, "past", "", "", "past"), (3, "present", "", "", "present"), (2, "future", "", "", "present"), (1, "perfect", "", "", "present"),
)
WANTED = ((3, "past", "", "want", "past"), (2, "present", "", "want", "present"))
SUPPOSED = ((3, "past", "", "suppose", "past"), (1, "present", "", "suppose", "present"))


EXCESS = {
    "smash", "knock", "damage", "collapse", "fall", "shed", "nest", "leave", "stop", "selldevice", "sellvehicle", "sellfurniture",
}
"""Shapes whose plain clause happens because something is too much so: "it broke because it was too fragile"."""


def drawn(draw: Random, table: tuple) -> tuple:
    return draw.choices(table, [row[0] for row in table])[0][1:]


@dataclass
class Plan:
    """What one sentence is to say."""

    shape: Shape
    a: Phrase
    b: Phrase
    who: Phrase
    """The antecedent: a or b."""
    subject: Phrase
    """a, or a person in its place."""
    said: Said
    mode: str


def main_clause(draw: Random, plan: Plan, tense: str, negation: str, modal: str) -> Both:
    action = verb(draw.choice(plan.shape.verbs))
    head = plan.subject.words + predicate(draw, plan.subject, action, tense, negation, modal)
    if plan.shape.build == "into":
        return head + plan.a.words + Both(["into"], ["dans"]) + plan.b.words
    if plan.shape.build == "until":
        liquid = phrase(draw, noun(draw.choice(("water", "milk", "tea", "juice", "lemonade"))), False, kind="the").words
        return head + liquid + Both(["from"], ["de"]) + plan.a.words + Both(["into"], ["dans"]) + plan.b.words
    return head + plan.b.words


def conceding(draw: Random, plan: Plan, end: Both) -> Both:
    """"They liked the film even though it ended badly.", "... although ...". """
    plan.mode = "though"
    tense, negation, modal, time = drawn(draw, PLAIN)
    link = draw.choice(("even though", "although"))
    return joined(draw, main_clause(draw, plan, tense, negation, modal), link, plan, f"though {time}" if link == "although" else time) + end


def happening(draw: Random, plan: Plan, end: Both) -> Both:
    """"They ran when it exploded.": what happened at that moment."""
    lasts = all(action in LASTING for action in plan.shape.verbs)
    moments = [row for row in MOMENTS if lasts or row[0] != "until"]
    link, _, tense = draw.choices(moments, [row[1] for row in moments])[0]
    main = main_clause(draw, plan, "past", "", "")
    return timed(draw, main, "past") + both(LINKS[link]) + pronoun_of(plan.who) + event(draw, plan.who, plan.said, tense) + end


def framed(draw: Random, plan: Plan) -> Both:
    """The whole sentence's tokens."""
    who, said = plan.who, plan.said
    end = Both(["."], ["."])
    if plan.shape.build == "until":
        main = main_clause(draw, plan, "past", "", "")
        full = pronoun_of(who) + Both([english.be("past", who.person), said.key], [french.conjugate("être", "subjunctive", who.person)])
        full.fr.append(adjective(said.key).french(who.feminine, who.plural))
        return main + both(LINKS["until"]) + full + end
    if plan.shape.build == "has":
        tense, time = draw.choice((("present", "present"), ("was", "past")))
        link = draw.choices(("but", ".", "and"), (0.6, 0.3, 0.1))[0]
        return joined(draw, main_clause(draw, plan, tense, "", ""), link, plan, time) + end
    if plan.mode == "when":
        return happening(draw, plan, end)
    if plan.mode == "event":
        tense = draw.choices(("past", "future"), (0.85, 0.15))[0]
        main = main_clause(draw, plan, tense, "", "")
        inside = set(plan.shape.verbs) <= set(INSIDE)
        so, where = 0.0 if inside or plan.shape.by_kind else 0.4, 0.4 if inside else 0.0
        link = draw.choices(("so", "and", ".", "but", "where"), (so, 0.25, 0.25, 0.1 if said.kind == "ev" else 0.0, where))[0]
        return timed(draw, main, tense) + both(LINKS[link]) + pronoun_of(who) + event(draw, who, said, tense) + end
    kind = draw.random()
    if plan.shape.by_kind and kind < 0.35:
        return conceding(draw, plan, end)
    if plan.mode == "neg" and kind < 0.16:
        wants = "person" in plan.subject.noun.classes or "animal" in plan.subject.noun.classes if plan.subject.noun else True
        tense, negation, modal, time = drawn(draw, WANTED if wants else SUPPOSED)
        return joined(draw, main_clause(draw, plan, tense, negation, modal), "but", plan, time) + end
    if plan.mode == "neg" and kind < 0.24 and said.kind != "perf":
        return joined(draw, main_clause(draw, plan, "conditional", "not", ""), "if", plan, "if") + end
    if plan.mode == "neg" and kind < 0.31 and said.kind == "adj" and adjective(said.key).gradable:
        return conceding(draw, plan, end)
    tense, negation, modal, time = drawn(draw, NEGATED if plan.mode == "neg" else PLAIN)
    main = main_clause(draw, plan, tense, negation, modal)
    if kind > 0.93:
        because = both(LINKS["because"]) + pronoun_of(who) + state(draw, who, said, time, plan.mode)
        return because + Both([","], [","]) + main + end
    link = draw.choices(("because", "since", "."), (0.6, 0.17, 0.23))[0]
    whole = joined(draw, main, link, plan, time)
    return (whole if negation == "never" else timed(draw, whole, tense)) + end


def joined(draw: Random, main: Both, link: str, plan: Plan, time: str) -> Both:
    clause = contracted(draw, pronoun_of(plan.who) + state(draw, plan.who, plan.said, time, plan.mode))
    return main + both(LINKS[link]) + clause


def timed(draw: Random, sentence: Both, tense: str) -> Both:
    """With "Yesterday," in front, at times."""
    times = TIMES.get({"past": "past", "present": "present", "future": "future"}.get(tense, ""))
    if not times or draw.random() > 0.12:
        return sentence
    en, fr = draw.choice(times)
    return Both([en, ","], [fr, ","]) + sentence


def plan_of(draw: Random, shape: Shape, differ: bool, people: bool) -> Plan | None:
    """Draws the nouns and what is said; None where the draw does not come out.

    `differ`: the nouns are of different gender; `people`: a person may take the place of A.
    """
    a, b = draw.choice(shape.a), draw.choice(shape.b)
    if a.key == b.key or (differ and a.feminine == b.feminine):
        return None
    (mode, role), said_list = draw.choice(list(shape.said.items()))
    said = draw.choice(said_list)
    many_a, many_b = numbers(draw, a, b)
    person = "person" in a.classes
    instead = person and people and role == "b" and draw.random() < 0.25
    if person and role == "a" and not many_a:
        return None
    avoid = (said.key, said.group) if said.group else (said.key,)
    indefinite = "a" if shape.build == "has" else ""
    first = phrase(draw, a, many_a, "a", avoid)
    second = phrase(draw, b, many_b, "b", avoid, indefinite)
    subject = somebody(draw) if instead or shape.build in ("into", "until") else first
    mode = "excess" if mode == "pos" and shape.name in EXCESS else mode
    return Plan(shape, first, second, first if role == "a" else second, subject, said, mode)


def sentence_of(draw: Random, plan: Plan) -> Sentence:
    found = with_links(framed(draw, plan), plan.shape.name, plan.a, plan.b, plan.who, [plan.said.key])
    if plan.who is plan.a or found.en_other >= 0:
        found.triple = triple(plan.a.noun.key, plan.b.noun.key, plan.said.key)
    return found


def with_links(tokens: Both, shape: str, a: Phrase, b: Phrase, who: Phrase, said: list[str]) -> Sentence:
    """The sentence of some tokens, its nouns marked "a" (which a person may have replaced) and "b", its pronoun "pronoun".

    `who`: a or b, the antecedent; `said`: keys of the adjectives and verbs that are said of the nouns.
    """
    (en, en_places), (fr, fr_places) = english.surface(tokens.en), french.surface(tokens.fr)
    mine, other, rival = ("a", "b", b) if who is a else ("b", "a", a)
    used = [part for part in (a, b) if part is not a or "a" in en_places]
    keys = [part.noun.key for part in used if part.noun] + [key for part in used for key in part.others]
    qualities = [*said, *(part.adjective.key for part in used if part.adjective)]
    return Sentence(
        en=en,
        fr=fr,
        shape=shape,
        pronoun=who.pronoun,
        en_pronoun=en_places["pronoun"],
        en_antecedent=en_places[mine],
        en_other=en_places.get(other, -1),
        fr_pronoun=fr_places["pronoun"],
        fr_antecedent=fr_places[mine],
        fr_other=fr_places.get(other, -1),
        other_pronoun=("elle" if rival.feminine else "il") + ("s" if who.plural else "") if other in en_places else "",
        triples=triples(keys, qualities),
    )


def triple(one: str, two: str, said: str) -> tuple[str, str, str]:
    return (*sorted((one, two)), said)


def triples(keys: list[str], qualities: list[str]) -> tuple[tuple[str, str, str], ...]:
    found = {triple(one, two, said) for i, one in enumerate(keys) for two in keys[i + 1 :] for said in qualities}
    return tuple(sorted(found))


__all__ = ["TENSES", "Sentence", "plan_of", "sentence_of", "triple", "triples", "with_links"]
