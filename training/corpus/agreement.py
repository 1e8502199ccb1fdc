"""A predicate of one subject said of several, and of the other gender: "was stolen", "a été volée": "were stolen", "ont été volés".

Only what is sure is turned: one verb, in a tense whose plural is regular, and at most one participle behind "être".
"""

import re
from collections.abc import Iterator
from functools import cache

from corpus.grammar.lexicon import adjectives
from corpus.predicates import LETTERS, LITTLE, SEVERAL, Spoken

MODALS = set("will won't can can't cannot could couldn't would wouldn't should shouldn't must may might had hadn't did didn't".split())
OWN = {"its", "his", "her", "itself", "and", "himself", "herself"}
AUXILIARIES = {"a": "ont", "avait": "avaient", "est": "sont", "était": "étaient", "fut": "furent", "sera": "seront", "va": "vont", "peut": "peuvent", "doit": "doivent"}
ETRE = ("est", "était", "fut", "sera")
ADVERBS = "(?:pas |plus |jamais |déjà |encore |très |trop |si |tout |bien |toujours |vraiment |presque )*"
PARTICIPLE = re.compile(rf"({ADVERBS})([{LETTERS}]+?(?:é|i|u|it|ert))(e?)(?= |$)")
NO_PARTICIPLES = set("si ici aussi ainsi parmi midi lundi mardi jeudi vendredi samedi celui lui qui quelqu fou nuit fruit huit".split())
SECOND = re.compile(rf" [{LETTERS}]+(?:é|i|u)e?s?(?= |$)")
"""A participle behind a participle: "resté coincé"."""
AGREEING = set(
    "est était fut sont étaient furent sera seront serait seraient soit être été étant se s' "
    "semble semblait semblent sembla paraît paraissait parut devint devient devenait reste resta restait air seul seule seuls seules vivant vivante mort morte".split()
)
"""Words behind which a French adjective or participle may agree with the subject."""


def french_words(text: str) -> list[str]:
    """Words, an elided one with its apostrophe by itself: "l'", "arbre"."""
    return re.findall(r"[^ ']+'|[^ ']+", text)


@cache
def agreeing() -> frozenset[str]:
    return frozenset(AGREEING | {form for quality in adjectives().values() if quality.forms[0] != quality.forms[1] for form in quality.forms})


def fits_either(french: str) -> bool:
    """Whether a French predicate is the same for a masculine and a feminine subject."""
    return not agreeing() & set(french_words(french))


def english_of_several(said: str) -> str | None:
    first, *rest = said.split()
    if OWN & set(rest):
        return None
    if first in SEVERAL:
        return " ".join([SEVERAL[first], *rest])
    return said if first in MODALS or not first.endswith("s") else None


def before(clitics: str, verb: str) -> str:
    """A verb behind its clitics, elided only before a vowel: "n'est", "ne sont"."""
    whole = clitics if verb[0] in "aeéiou" else re.sub("([nmt])'$", r"\1e ", clitics)
    return whole + verb


def forms(french: str, feminine: bool) -> dict[tuple[bool, bool], str]:
    """The French for (feminine, plural), as far as it can be told. `feminine`: the gender it stands in."""
    found = re.match(rf"({LITTLE})([{LETTERS}]+)(?= |$)", french)
    if not found or " et " in french or re.search(r"(^|\s)(s[e']|l')", found[1]):
        return {}
    clitics, verb, rest = found[1], found[2], french[found.end() :].lstrip()
    if verb in ETRE or (verb in ("a", "avait") and (been := re.match(rf"({ADVERBS})été ", rest))):
        kept = "" if verb in ETRE else been[0]
        said = PARTICIPLE.match(rest[len(kept) :])
        end = rest[len(kept) + said.end() :] if said else ""
        if not said or said[2] in NO_PARTICIPLES or bool(said[3]) != feminine or SECOND.match(end) or not fits_either(end):
            return {}
        return {
            (she, many): f"{before(clitics, AUXILIARIES[verb]) if many else f'{clitics}{verb}'} {kept}{said[1]}{said[2]}{'e' * she}{'s' * many}{end}"
            for she in (False, True)
            for many in (False, True)
        }
    if not fits_either(rest):
        return {}
    several = AUXILIARIES.get(verb) or (re.sub("ait$", "aient", verb) if verb.endswith("ait") and len(verb) > 5 else None)
    if not several:
        several = re.sub("a$", "èrent", verb) if verb.endswith("a") and len(verb) > 3 and verb[-2] not in "eçr" else None
    return {(feminine, True): f"{before(clitics, several)} {rest}".strip()} if several else {}


def variants(said: Spoken) -> Iterator[Spoken]:
    """The predicate in the other gender, and of several; what cannot be told is left out."""
    if said.plural:
        return
    several = english_of_several(said.en)
    for (she, many), french in forms(said.fr, said.feminine).items():
        if (she, many) != (said.feminine, False) and (several or not many):
            yield Spoken(she, many, several if many and several else said.en, french)
