"""Sentences without a choice between two nouns: agreement, the adjective's place, a single antecedent, object pronouns, weather.

They keep the grammar from teaching that every "it" has two candidates, and every clause a reason.
"""

from collections.abc import Callable
from random import Random

from . import english, french
from .clauses import contracted, event, pronoun_of, state
from .frames import Sentence, triples
from .lexicon import Noun, nouns
from .links import LINKS, both
from .phrases import Both, Phrase, adjective, described, determined, noun, phrase, predicate, somebody, tastes, verb
from .shapes import Said, Shape, shapes

END = Both(["."], ["."])
COLOURS = ("red", "blue", "green", "black", "white", "grey", "yellow", "brown")
WEATHER = (
    (["it", "was raining"], ["il", "pleuvait"]),
    (["it", "was snowing"], ["il", "neigeait"]),
    (["it", "was very cold outside"], ["il", "faisait", "très", "froid", "dehors"]),
    (["it", "was late"], ["il", "était", "tard"]),
    (["it", "was too early"], ["il", "était", "trop", "tôt"]),
    (["it", "was dark outside"], ["il", "faisait", "nuit", "dehors"]),
)
PLACES = (("on", "sur", "table chair bench bed sofa shelf carpet roof"), ("in", "dans", "box bag drawer kitchen cupboard garage garden basket"))


def finished(draw: Random, tokens: Both, shape: str, parts: list[Phrase], qualities: list[str], who: Phrase | None = None) -> Sentence:
    """The sentence of some tokens; `who` is the antecedent, its noun marked "a"."""
    (en, en_places), (fr, fr_places) = english.surface(tokens.en), french.surface(tokens.fr)
    keys = [part.noun.key for part in parts if part.noun] + [key for part in parts for key in part.others]
    said = [*qualities, *(part.adjective.key for part in parts if part.adjective)]
    found = Sentence(en, fr, shape, triples=triples(keys, said))
    if who:
        found.pronoun = who.pronoun
        found.en_pronoun, found.en_antecedent = en_places["pronoun"], en_places["a"]
        found.fr_pronoun, found.fr_antecedent = fr_places["pronoun"], fr_places.get("a", -1)
    return found


def some(draw: Random, classes: str) -> Noun:
    wanted = set(classes.split())
    return draw.choice([one for one in nouns().values() if one.classes & wanted and not one.mass])


def often(draw: Random, thing: Noun, plural: bool, mark: object = None, kind: str = "") -> Phrase:
    """A noun phrase that always has an adjective, at times one before and one after the noun."""
    first = adjective(draw.choice(tastes(thing)))
    body = described(thing, first, plural, mark)
    second = adjective(draw.choice(COLOURS)) if first.french(False, False) == "petit" and draw.random() < 0.4 else None
    if second and not kind and first.before and "animal" not in thing.classes and first.group != "colour":
        body = Both([first.english, second.english, body.en[1]], [*body.fr, second.french(thing.feminine, plural)])
        words, others = two_adjectives(draw, thing, plural, body)
        return Phrase(words, 3 if plural else 1, thing.feminine, thing, first, others)
    kind = kind or draw.choices(("the", "this", "own", "a"), (0.5, 0.1, 0.15, 0.25))[0]
    if "kin" in thing.classes or (kind == "own" and "person" in thing.classes):
        kind = "own" if "kin" in thing.classes else "the"
    words, others = determined(draw, thing, plural, body, kind)
    return Phrase(words, 3 if plural else 1, thing.feminine, thing, first, others)


def two_adjectives(draw: Random, thing: Noun, plural: bool, body: Both) -> tuple[Both, tuple[str, ...]]:
    """a little red car: une petite voiture rouge; de petites voitures rouges."""
    if draw.random() < 0.5:
        fr = "de" if plural else "une" if thing.feminine else "un"
        en = "some" if plural else english.article(body.en[0])
        return Both([en, *body.en], [fr, *body.fr]), ()
    return Both(["the", *body.en], ["les_" if plural else "la_" if thing.feminine else "le_", *body.fr]), ()


def usable() -> list[Shape]:
    return [shape for shape in shapes() if shape.build in ("", "any")]


def action(draw: Random) -> Sentence:
    """The big dog crosses the old street."""
    shape = draw.choice(usable())
    a, b = draw.choice(shape.a), draw.choice(shape.b)
    while a.key == b.key:
        b = draw.choice(shape.b)
    make = often if draw.random() < 0.7 else phrase
    tense, negation = draw.choice(("past", "present", "future", "conditional", "is doing", "was doing", "perfect")), draw.choice(("", "", "not"))
    # "Il ne voit pas de chat", not "pas un chat": an indefinite object is left to plain clauses.
    kind = "" if not negation else "the"
    subject, thing = make(draw, a, draw.random() < 0.35), make(draw, b, draw.random() < 0.35 and not b.mass, kind=kind)
    act = verb(draw.choice(shape.verbs))
    tokens = subject.words + predicate(draw, subject, act, tense, negation) + thing.words + END
    return finished(draw, tokens, "action", [subject, thing], [])


def music(draw: Random) -> Sentence:
    """Verbs that no shape has: sing, paint, hear, play with, solve."""
    act, classes = draw.choice((("sing", "music"), ("paint", "picture"), ("hear", "animal music"), ("play with", "pet"), ("solve", "riddle")))
    thing = noun(draw.choice(("problem", "exercise"))) if classes == "riddle" else some(draw, classes)
    negation = draw.choice(("", "", "not"))
    subject, other = somebody(draw), often(draw, thing, draw.random() < 0.3, kind="the" if negation else "")
    tense = draw.choice(("past", "present", "future", "was doing"))
    if act in ("hear", "solve") and tense == "was doing":
        tense = "past"
    tokens = subject.words + predicate(draw, subject, verb(act), tense, negation) + other.words + END
    return finished(draw, tokens, "music", [subject, other], [])


def several(draw: Random, thing: Noun) -> bool:
    """Whether the noun is plural; a person always is, because "it" would not do for one."""
    return "person" in thing.classes or (draw.random() < 0.35 and not thing.mass)


def fitting(draw: Random, modes: tuple[str, ...] = ("neg", "pos")) -> tuple[Noun, Said]:
    """A noun and something a shape says of it."""
    shape = draw.choice([shape for shape in shapes() if any(mode in modes for mode, _ in shape.said)])
    (_, role), said = draw.choice([item for item in shape.said.items() if item[0][0] in modes])
    return draw.choice(shape.a if role == "a" else shape.b), draw.choice(said)


def copula(draw: Random) -> Sentence:
    """The white cats are very tired."""
    thing, said = fitting(draw)
    who = phrase(draw, thing, draw.random() < 0.4 and not thing.mass, None, (said.key, said.group))
    tokens = who.words + state(draw, who, said, draw.choice(("past", "present")), "pos") + END
    return finished(draw, tokens, "copula", [who], [said.key])


def comparison(draw: Random) -> Sentence:
    """The lamp is more expensive than the chair."""
    classes = draw.choice(("animal", "thing", "building", "furniture", "task", "vehicle"))
    one, two = some(draw, classes), some(draw, classes)
    while one.key == two.key:
        two = some(draw, classes)
    fits = {"animal": ("dangerous", "beautiful", "famous", "curious"), "task": ("interesting", "useful", "important", "difficult")}
    quality = adjective(draw.choice(fits.get(classes, ("expensive", "beautiful", "useful", "precious"))))
    a, b = (phrase(draw, thing, draw.random() < 0.3, plain=True) for thing in (one, two))
    way = draw.choice(((["more"], "plus", "than"), (["less"], "moins", "than"), (["as"], "aussi", "as")))
    be = predicate(draw, a, verb("be"), draw.choice(("present", "was")), draw.choice(("", "", "not")))
    form = quality.french(a.feminine, a.plural)
    tokens = a.words + be + Both([*way[0], quality.english, way[2]], [way[1], form, "que"]) + b.words + END
    return finished(draw, tokens, "comparison", [a, b], [quality.key])


def where(draw: Random) -> Sentence:
    """Where is the key? It is on the table."""
    thing = some(draw, "thing clothing")
    who = phrase(draw, thing, draw.random() < 0.3, "a")
    en_place, fr_place, names = draw.choice(PLACES)
    place = phrase(draw, noun(draw.choice(names.split())), False, plain=True)
    time = draw.choice(("present", "present", "was"))
    be = predicate(draw, who, verb("be"), time)
    question = Both(["where", *be.en], ["où", *be.fr]) + who.words + Both(["?"], ["?"])
    answer = pronoun_of(who) + predicate(draw, who, verb("be"), time) + Both([en_place], [fr_place]) + place.words + END
    return finished(draw, question + contracted(draw, answer) if time == "present" else question + answer, "where", [who, place], [], who)


def whether(draw: Random) -> Sentence:
    """Is the door open? No, it is closed."""
    thing, said = fitting(draw)
    while said.kind != "adj":
        thing, said = fitting(draw)
    who = phrase(draw, thing, several(draw, thing), "a", (said.key, said.group))
    be = predicate(draw, who, verb("be"), "present")
    quality = adjective(said.key)
    form = quality.french(who.feminine, who.plural)
    asked = Both([*be.en, *who.words.en, quality.english, "?"], ["est-ce", "que", *who.words.fr, *be.fr, form, "?"])
    yes = draw.random() < 0.5
    answer = Both(["yes", ","], ["oui", ","]) if yes else Both(["no", ","], ["non", ","])
    again = pronoun_of(who) + predicate(draw, who, verb("be"), "present", "" if yes else "not") + Both([quality.english], [form])
    return finished(draw, asked + answer + again + END, "whether", [who], [said.key], who)


def single(draw: Random) -> Sentence:
    """I like this dress because it is beautiful. This is my car. It is red."""
    thing, said = fitting(draw)
    who = phrase(draw, thing, several(draw, thing), "a", (said.key, said.group))
    person = somebody(draw)
    kind = draw.randrange(3)
    if kind == 0:
        be = ("these are", "ce sont") if who.plural else ("this is", "c'est")
        head, link, time = Both([be[0]], be[1].split()) + who.words, ".", "present"
    else:
        act, tense, time = draw.choice((("see", "past", "past"), ("find", "past", "past"), ("see", "present", "present"), ("choose", "past", "past")))
        head = person.words + predicate(draw, person, verb(act), tense, "not" if kind == 2 else "") + who.words
        link = draw.choice((".", "because")) if kind == 1 else "because"
    tokens = head + both(LINKS[link]) + contracted(draw, pronoun_of(who) + state(draw, who, said, time, "pos")) + END
    return finished(draw, tokens, "single", [who], [said.key], who)


def happened(draw: Random) -> Sentence:
    """I noticed the boat, but it capsized. Tom was watching the car when it exploded."""
    thing, said = fitting(draw, ("event", "when"))
    who, person = phrase(draw, thing, several(draw, thing), "a"), somebody(draw)
    link = draw.choice(("and", ".", "but", "when"))
    act, tense = draw.choice((("see", "past"), ("find", "past"), ("notice", "past"), ("watch", "was doing")))
    head = person.words + predicate(draw, person, verb(act), tense) + who.words
    return finished(draw, head + both(LINKS[link]) + pronoun_of(who) + event(draw, who, said, "past") + END, "happened", [who], [said.key], who)


def object_pronoun(draw: Random) -> Sentence:
    """The boy found the key and used it. The participle agrees: "et l'a utilisée"."""
    first, second, classes = draw.choice((
        ("find", "use", "thing"), ("buy", "wash", "clothing"), ("take", "open", "bigcontainer"), ("see", "buy", "thing"),
        ("catch", "calm", "pet"), ("wash", "wear", "clothing"), ("break", "replace", "fragile"), ("choose", "buy", "furniture"),
    ))
    who, thing = somebody(draw), phrase(draw, some(draw, classes), draw.random() < 0.35)
    tense = draw.choice(("past", "past", "future"))
    en_tense, fr_tense = (tense, "passe" if tense == "past" else tense)
    le = "les" if thing.plural else "la" if thing.feminine else "le"
    again = french.verb_phrase(verb(second), fr_tense, who.person, who.feminine, clitic=(le, thing.feminine, thing.plural))
    en = english.verb_phrase(verb(second), en_tense, who.person)
    main = who.words + predicate(draw, who, verb(first), tense) + thing.words
    subject = who.words.fr if who.words.fr[0] in ("je", "nous") else []
    tokens = main + Both(["and", *en, "them" if thing.plural else "it"], ["et", *subject, *again]) + END
    return finished(draw, tokens, "object", [who, thing], [])


def weather(draw: Random) -> Sentence:
    """The dog didn't cross the street because it was raining: "il pleuvait" whatever the nouns."""
    shape = draw.choice([shape for shape in usable() if shape.name in ("cross", "street", "enter", "leave", "climb", "shed", "visit")])
    a, b = draw.choice(shape.a), draw.choice(shape.b)
    subject, thing = phrase(draw, a, draw.random() < 0.35), phrase(draw, b, draw.random() < 0.3)
    main = subject.words + predicate(draw, subject, verb(shape.verbs[0]), "past", draw.choice(("", "not"))) + thing.words
    link = draw.choice(("because", "since", ".", "and"))
    en, fr = draw.choice(WEATHER)
    return finished(draw, main + both(LINKS[link]) + Both(list(en), list(fr)) + END, "weather", [subject, thing], [])


KINDS: tuple[tuple[float, Callable[[Random], Sentence]], ...] = (
    (0.24, action), (0.06, music), (0.1, copula), (0.1, comparison), (0.1, where), (0.08, whether), (0.16, single), (0.12, happened), (0.1, object_pronoun),
    (0.06, weather),
)


def plain_sentence(draw: Random) -> Sentence:
    return draw.choices([make for _, make in KINDS], [weight for weight, _ in KINDS])[0](draw)
