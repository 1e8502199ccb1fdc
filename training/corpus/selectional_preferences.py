"""Selectional preferences: what the pairs' English says of people and animals, and what of things.

A verb's subject ("The snow melted"), its object ("He folded the towels": towels are folded) and the noun behind an adjective
("a ripe banana": bananas are ripe) tell which sort of noun the word goes with. Only the English is read, anywhere in a sentence,
in whatever form the verb stands; so a verb is known that no pair says in the past and of a subject whose French could be taken over.
half_sentences.py makes sentences of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.animacy import sort_of
from corpus.inflection import adjective, base, noun_lemma, participle
from corpus.predicates import DEGREES, HELPERS

DETERMINERS = set("the a an my your his her our their this that these those some".split())
FOR_PEOPLE = set("he she i we you tom mary".split())
OBJECTS = set("me him us them".split())
"""Pronouns that stand for people; "it" and what may be a determiner ("her") are not counted."""
ENDS = re.compile(r"[.,;:!?]|\b(?:and|but|because|when|if|that|who|which|while|until|before|after|although|though|since|where|as|or|than|what|how|why)\b", re.IGNORECASE)
SHORT = (("'m ", " am "), ("'re ", " are "), ("'ll ", " will "), ("'ve ", " have "))
NO_PASSIVE = set("be have do become out over cost ear weigh last come go seem happen belong arrive".split())
FIRST = set("then suddenly yesterday finally maybe perhaps unfortunately".split())
BE = set("am is are was were isn't aren't wasn't weren't be been being".split())
HAVE = {"has", "have", "had"}
AIDS = (HELPERS | BE | set("do does did going used".split())) - HAVE
PARTICLES = set("up down out off away over back apart".split())
COPULAS = set("seem look become get remain stay grow turn".split())
SENSED = set("feel smell taste sound".split())
BESIDE = set("like as against through across along around by without between during since until onto toward towards past among".split())
"""Prepositions that end no noun phrase by themselves."""
PREPOSITIONS = set("in on at under over of from to with for behind near into about out".split())
STRANGE = set("i me you he she him her us we they them it hers mine yours himself herself myself themselves yourself who whom there here this that these those".split())
"""Words that stand for somebody or something outside the clause."""
HAVING = set("has have had having get got see saw watch heard make made let keep kept".split())
"""Verbs behind which a noun and another verb are no clause: "I had my watch stolen"."""
OWNERS = set("my your his our their".split())
LONGEST = 5
"""Words behind a verb that are taken along."""


@dataclass(frozen=True)
class Said:
    """A predicate without its tense: a verb's base form, or what follows "be", and the words behind it."""

    be: bool
    word: str
    rest: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells which sort of subject it has: "burn down", "smell of", "smell +" (something), "have wheel", "be ripe", "be in mood"; "be heavy" also for "seem heavy"."""
        if self.be:
            return f"be {self.word} {self.rest[-1]}" if self.word in PREPOSITIONS and self.rest else f"be {self.word}"
        first = next((word for word in self.rest if word == "a" or word not in DEGREES), "")
        if self.word in COPULAS and adjective(first):
            return f"be {first}"
        if first in PARTICLES | PREPOSITIONS | BESIDE:
            return f"{self.word} {first}"
        if self.word in SENSED and adjective(first):
            return f"{self.word} so"
        if self.word == "have" and first in DETERMINERS | OWNERS and (owned := noun_behind(list(self.rest), 1)):
            return f"have {owned}"
        return f"{self.word} {'+' if first in DETERMINERS | OWNERS | STRANGE or noun_lemma(first) else '.'}"

    @property
    def verb(self) -> str:
        """The same without what follows, for what is said too rarely to tell."""
        return f"be {self.word}" if self.be else self.word


@dataclass(frozen=True)
class Mention:
    """One place where something is said of a noun."""

    said: Said
    lives: bool
    word: str
    """The noun's singular, "" where it is a pronoun or a name."""
    origin: str
    """subject, object or attribute"""


def stretches(english: str) -> Iterator[list[str]]:
    """A sentence's clauses, roughly: what stands between stops and conjunctions."""
    text = english.replace("’", "'")
    text = re.sub(r"^(He|She|It|That|There)'s ", r"\1 is ", text)
    for short, long in SHORT:
        text = text.replace(short, long)
    for part in ENDS.split(text):
        found = re.findall(r"[A-Za-z']+", part)
        words = [word.lower() if place == 0 or word[:2] in ("I", "I'") else word for place, word in enumerate(found)]
        while words and words[0] in FIRST:
            words = words[1:]
        if len(words) > 1:
            yield words


def subject_of(words: list[str]) -> tuple[str, int] | None:
    """The noun ("" for a pronoun or a name), and where the verb begins, of a clause that begins with its subject."""
    if words[0] in FOR_PEOPLE:
        return "", 1
    if words[0] not in DETERMINERS:
        return None
    for at in (3, 2, 1):
        if at + 1 < len(words) and is_noun(words[at]) and all(adjective(word) or is_noun(word) for word in words[1:at]):
            after = words[at + 1]
            if adjective(words[at]) and noun_lemma(after) not in ("", after):
                continue
            if (after in AIDS and after != "to") or (base(after) and after != base(after) and not after.endswith("ing")):
                return words[at], at + 1
    return None


def is_noun(word: str) -> bool:
    """Whether it may be a noun; the dictionary has "I" and "can" among them."""
    return bool(noun_lemma(word)) and word not in STRANGE | AIDS


def predicate_of(words: list[str]) -> Said | None:
    """What a clause's words from its verb on say."""
    been, at = False, 0
    while at < len(words) and (words[at] in AIDS or (words[at] in HAVE | {"to"} and at + 1 < len(words) and at < 4 and participle_follows(words, at))):
        been = been or words[at] in BE
        at += 1
    if at == len(words):
        return None
    if been:
        while at < len(words) - 1 and words[at] in DEGREES | {"being"}:
            at += 1
    word, rest = words[at], tuple(words[at + 1 :])
    if been and not word.endswith("ing"):
        known = adjective(word) or (base(word) and base(word) != word) or (word in PREPOSITIONS and rest)
        behind = rest and noun_lemma(rest[0]) and rest[0] not in PREPOSITIONS and not adjective(rest[0])
        return Said(True, word, rest) if known and (not behind or word in PREPOSITIONS) else None
    verb = base(word)
    return Said(False, verb, rest) if verb and verb != "be" else None


def participle_follows(words: list[str], at: int) -> bool:
    """Whether "has", "have" or "had" helps another verb there: "has already left"; "to" behind "going", "used"."""
    if words[at] == "to":
        return at > 0 and words[at - 1] in HAVE | {"going", "used"}
    if words[at + 1] == "to":
        return True
    after = next((word for word in words[at + 1 :] if word not in HELPERS), "")
    return after == "been" or bool(base(after) and after != base(after) and not after.endswith(("ing", "s")))


def trimmed(said: Said) -> Said | None:
    """The predicate with as many of its words as can be said of another subject; None where too little is left of it."""
    kept: list[str] = []
    for word in said.rest:
        if word in STRANGE or (word in PREPOSITIONS and PREPOSITIONS & set(kept)):
            break
        kept.append(word)
    if len(kept) > LONGEST or len(kept) < len(said.rest):
        kept = kept[:LONGEST]
        while kept and (kept[-1] in PREPOSITIONS | DETERMINERS | OWNERS | {"to", "not"} or adjective(kept[-1])):
            kept.pop()
        if not kept and not (said.be and said.word not in PREPOSITIONS) and said.rest[0] not in PREPOSITIONS:
            return None
    while kept and kept[-1] in ("of", "from", "to", "with", "for", "at", "into"):
        kept.pop()
    return Said(said.be, said.word, tuple(kept))


def mention(said: Said, noun: str, origin: str) -> Mention:
    """`noun`: a form of it, "" for somebody."""
    return Mention(said, not noun or bool(sort_of(noun)), noun_lemma(noun) if noun else "", origin)


def of_subjects(words: list[str]) -> Iterator[Mention]:
    """ "The snow melted.", "I think the bus has left", "Does the bus stop here?": a subject and what is said of it."""
    for at in range(len(words) - 1):
        if at and (words[at] not in DETERMINERS or words[at - 1] in PREPOSITIONS | BESIDE | BE | HAVING):
            continue
        clause = (None if at else question_of(words)) or words[at:]
        found = subject_of(clause)
        if found and at and noun_lemma(clause[found[1]]) not in ("", clause[found[1]]):
            continue
        said = predicate_of(clause[found[1] :]) if found else None
        if found and said:
            yield mention(said, found[0], "subject")


def question_of(words: list[str]) -> list[str] | None:
    """A question's words in a statement's order; None where it is none."""
    if words[0] not in AIDS | HAVE or len(words) < 3:
        return None
    if words[1] in FOR_PEOPLE:
        return [words[1], words[0], *words[2:]]
    if words[1] not in DETERMINERS or words[0] in HAVE:
        return None
    end = 4 if len(words) > 4 and adjective(words[2]) and is_noun(words[3]) else 3
    if end >= len(words) or not is_noun(words[end - 1]):
        return None
    return [*words[1:end], words[0], *words[end:]]


def of_objects(words: list[str]) -> Iterator[Mention]:
    """ "folded the towels": towels are folded."""
    for at in range(1, len(words) - 1):
        verb = base(words[at])
        if not verb or verb in NO_PASSIVE or words[at] in AIDS | PREPOSITIONS or (verb == words[at] and words[at - 1] not in AIDS | FOR_PEOPLE | {"to", "they"}):
            continue
        said = Said(True, done) if (done := participle(verb)) else None
        after = words[at + 1]
        if said and after in OBJECTS:
            yield mention(said, "", "object")
        elif said and after in DETERMINERS and (word := noun_behind(words, at + 2)):
            yield mention(said, word, "object")


def noun_place(words: list[str], at: int) -> int | None:
    """Where the noun stands of a noun phrase whose words after the determiner begin at `at`; None where there is none."""
    while at + 1 < len(words) and adjective(words[at]) and noun_lemma(words[at + 1]):
        at += 1
    return at if at < len(words) and noun_lemma(words[at]) else None


def noun_behind(words: list[str], at: int) -> str:
    """That noun; "" where there is none."""
    place = noun_place(words, at)
    return "" if place is None else words[place]


def of_attributes(words: list[str]) -> Iterator[Mention]:
    """ "a ripe banana": bananas are ripe."""
    for at in range(1, len(words) - 1):
        word, after = words[at], words[at + 1]
        if words[at - 1] in DETERMINERS and adjective(word) and noun_lemma(after) and not (adjective(after) and at + 2 < len(words)):
            yield mention(Said(True, word), after, "attribute")


def mentions(sentences: Iterable[str]) -> Iterator[Mention]:
    """Everything that some English sentences say of a noun, or of somebody."""
    for english in sentences:
        for words in stretches(english):
            yield from of_subjects(words)
            yield from of_objects(words)
            yield from of_attributes(words)
