"""English verbs and the surface of an English sentence."""

from .french import assemble
from .lexicon import Verb, third_person

BE = {"present": ("am", "is", "are"), "past": ("was", "was", "were")}
SHORT = {
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "are not": "aren't", "was not": "wasn't",
    "were not": "weren't", "has not": "hasn't", "have not": "haven't", "had not": "hadn't", "will not": "won't",
    "would not": "wouldn't", "can not": "can't", "could not": "couldn't",
}


def negated(auxiliary: str, short: bool) -> list[str]:
    if short and f"{auxiliary} not" in SHORT:
        return [SHORT[f"{auxiliary} not"]]
    return ["cannot"] if auxiliary == "can" else [auxiliary, "not"]


def be(tense: str, person: int) -> str:
    """Persons as in French: I, it, we, they (0 to 3)."""
    return BE[tense][min(person, 2)]


def finite(phrase: str, tense: str, person: int, past: str) -> str:
    """A verb phrase's present or past form."""
    head, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    if head == "be":
        return be(tense, person) + tail
    if tense == "past":
        return past
    return (third_person(head) if person == 1 else head) + tail


def auxiliary_and_rest(verb: Verb, tense: str, person: int, modal: str) -> tuple[str, str]:
    """The auxiliary that takes "not", and what follows it; "" for the auxiliary where there is none."""
    base, _, done, doing = verb.english
    if modal == "can":
        if tense == "future":
            return "will", f"be able to {base}"
        return {"present": "can", "past": "could"}[tense], base
    if modal:
        return "", f"{finite(modal, tense, person, {'want': 'wanted'}.get(modal, ''))} to {base}"
    if tense == "future":
        return "will", base
    if tense == "conditional":
        return "would", base
    if tense == "perfect":
        return ("has" if person == 1 else "have"), done
    if tense == "pluperfect":
        return "had", done
    if tense == "progressive":
        return be("present", person), doing
    if tense == "past progressive":
        return be("past", person), doing
    if base == "be" or base.startswith("be "):
        return be(tense, person), base[3:]
    return "", base


def verb_phrase(verb: Verb, tense: str, person: int, negation: str = "", modal: str = "", short: bool = True) -> list[str]:
    """The words of a verb phrase. `negation`: "", "not" or "never"; `short`: didn't, not did not."""
    auxiliary, rest = auxiliary_and_rest(verb, tense, person, modal)
    rests = [rest] if rest else []
    if auxiliary:
        head = negated(auxiliary, short) if negation == "not" else [auxiliary, *([negation] if negation else [])]
        return [*head, *rests]
    if modal:
        return rests
    if negation == "not":
        do = "did" if tense == "past" else "does" if person == 1 else "do"
        return [*negated(do, short), rest]
    return [*([negation] if negation else []), finite(verb.english[0], tense, person, verb.english[1])]


USES_A = ("use", "uni", "one", "eu")
USES_AN = ("hour", "honest")


def article(word: str) -> str:
    """"a" or "an" by sound."""
    vowel = word[0] in "aeiou" and not word.startswith(USES_A)
    return "an" if vowel or word.startswith(USES_AN) else "a"


def surface(tokens: list) -> tuple[str, dict]:
    """The sentence and, for each mark, the number of the word it stands in."""
    pieces = [(token, None) if isinstance(token, str) else token for token in tokens]
    return assemble(pieces, ".,?")
