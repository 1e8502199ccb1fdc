"""What the pairs say of "he", "she" and "they" (and of Tom, Mary and the speaker, said of him), and of things, so that it can be said of an animal or a thing of the grammar.

"He got up late." becomes "... because it got up late" of a dog beside a thing, "The meeting lasted an hour." the other way round. A predicate
is taken where it is said of people often and of things hardly ever, or of things alone: then it says by itself which of two nouns is meant.
"""

import re
from collections import Counter
from dataclasses import dataclass

LETTERS = "a-zàâçéèêëîïôûùüœ"
DETERMINERS = "the|my|your|his|her|our|their|this|that|these|those"
BE = {"is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't", "been", "be"}
HELPERS = set(
    "will won't can can't cannot could couldn't would wouldn't should shouldn't must may might has hasn't have haven't had hadn't do don't does doesn't did didn't "
    "to not never always often just still also already soon suddenly really finally probably almost usually sometimes".split()
)
DEGREES = set("so very too quite really not no still always a bit little completely extremely totally absolutely more much as all almost".split())
ARTICLES = set("a an the my his her our your their one only".split())
PRESENT = ("is", "are", "has", "have", "can", "can't", "cannot", "will", "won't", "doesn't", "don't", "does", "do", "isn't", "aren't")
LEAST, TIMES = 3, 30
"""A predicate that says "lives" is said of people so often at least, and so many times as often as of things."""
LEAST_THINGS, TIMES_THINGS = 2, 3
"""The same of things beside people: of things the pairs speak less."""
MOST_WORDS = 8
ADVERBS = "pas |plus |très |trop |si |tellement |vraiment |toujours |encore |assez |un peu |complètement |totalement |bien |déjà |juste |fort |tout |toute |presque "
NO_STATES = set("le la les un une des mon ma mes ton ta tes son sa ses en dans à au aux de du d sur sous chez là ici avec pour par que qui où celui celle l allé parti".split())
"""Words behind "être" that are no adjective or participle."""
THIRD = {
    "ai": "a", "peux": "peut", "dois": "doit", "vais": "va", "avons": "a", "avions": "avait", "étions": "était", "pouvons": "peut", "devons": "doit", "allons": "va",
}
"""The third person of some forms of the first; not of "suis", whose participle would show the speaker's sex."""
NOW = set("am need like want love hate know think feel mean wish hope agree believe understand remember prefer suppose guess doubt see hear live abhor only".split())
"""English that is present though its French may begin with "J'ai": "I feel like walking" is "J'ai envie de marcher"."""
PAST = {"ai", "avais", "avons", "avions"}
FOREIGN = set("i me my you your we us our he him she it its they them himself herself themselves il elle ils elles lui eux je nous vous moi toi mon ma mes ton ta tes notre nos votre vos".split())
"""Words that would stand for someone else once the subject is a dog; so would an owner's that is not the subject's own."""
OWNERS = {"his", "her", "their"}
LITTLE = "(?:ne |n'|se |s'|me |m'|te |t'|le |la |l'|les |y |en )*"
"""What may stand between a French subject and its verb."""
SEVERAL = {
    "was": "were", "wasn't": "weren't", "is": "are", "isn't": "aren't", "has": "have", "hasn't": "haven't", "doesn't": "don't", "does": "do",
}
"""Forms of one subject, and of several."""
ONE = {many: one for one, many in SEVERAL.items()}
MANY = set("are were have aren't weren't haven't do don't".split())
NO_VERBS = set("of in on and or that which who with to from for at by between here there where near next now".split())
SURELY = set("he she they i we you it".split())
"""Subjects that a verb follows; "this" and "that" may stand before a noun."""
FOLK = set("police king queen crowd couple company army team government family president prince baby committee audience jury".split())
"""Nouns that live, beside the grammar's."""


@dataclass(frozen=True)
class Spoken:
    """What is said of a subject that may be put another in its place."""

    feminine: bool
    plural: bool
    en: str
    fr: str


@dataclass
class Use:
    """How often a head is said of people, of things, and of pronouns: those are surely followed by a verb."""

    people: int = 0
    things: int = 0
    pronouns: int = 0


def head(said: str) -> str:
    """The word that says most: the verb, or what follows "be" ("be tired")."""
    words = said.split()
    while words and words[0] in HELPERS:
        words = words[1:]
    if not words or words[0] not in BE:
        return words[0] if words else ""
    rest = [word for word in words[1:] if word not in DEGREES | HELPERS]
    return f"be {rest[0]}" if rest else ""


def is_present(said: str) -> bool:
    """Whether an English predicate stands in the present or the future."""
    first = said.split()[0]
    return first in PRESENT or (first.endswith("s") and first != "was")


def long_form(english: str) -> str:
    """With the subject's short "be" written out, in a form that `head` knows: "I'm late." as "I are late."."""
    english = re.sub("^(He|She|It)'s (?!been|got)", r"\1 is ", english)
    return re.sub("^(?:(I)'m|(We|You|They)'re) ", lambda short: f"{short[1] or short[2]} are ", english)


def counts(pairs: list[tuple[str, str]], living: set[str]) -> dict[str, Use]:
    """How each head is used. `living`: English nouns that are no things."""
    found: dict[str, Use] = {}
    for english in sorted({long_form(pair[0]) for pair in pairs}):
        said = re.fullmatch(rf"(He|She|They|I|We|You|Tom|Mary|It|This|That|(?:{DETERMINERS}) [a-z]+) ([a-z][a-z' ]*)[.?!]", english, re.IGNORECASE)
        if not said or not (key := head(said[2])):
            continue
        who, use = said[1].split()[-1].lower(), found.setdefault(key, Use())
        if who in (SURELY | {"tom", "mary"} | living | FOLK) - {"it"}:
            use.people += 1
        else:
            use.things += 1
        use.pronouns += who in SURELY
    return found


def of_him(pair: tuple[str, str]) -> tuple[str, str]:
    """A pair about Tom, Mary, the speaker or one spoken to as one about "he", "she" or "they", where that is sure; else the pair."""
    english = re.sub("^Tom ", "He ", re.sub("^Mary ", "She ", pair[0]))
    french = re.sub("^Tom ", "Il ", re.sub("^(Marie|Mary) ", "Elle ", pair[1]))
    return of_state(english, french) or of_speaker(english, french) or (english, french)


def of_state(english: str, french: str) -> tuple[str, str] | None:
    """ "I'm starving.", "Je suis affamée." as "She is starving.", "Elle est affamée.": the French shows the sex; a word that looks feminine and is not fits both."""
    short = re.fullmatch(r"(I'm|We're|You're|He's|She's|They're|I am|We are|You are) (?!been |got )(.*\.)", english)
    said = re.fullmatch(rf"(Je|Tu|Nous|Vous|Il|Elle|Ils|Elles) (n'|ne )?(suis|es|sommes|êtes|est|sont) ((?:{ADVERBS})*)([{LETTERS}]+)(.*\.)", french)
    if not short or not said or said[5] in NO_STATES:
        return None
    many = said[5].endswith("s") and said[3] in ("sommes", "êtes", "sont")
    if (said[3] in ("sommes", "sont") and not many) or re.search("[a-z](é|i|u)s?$", said[6].split(" ")[-1]):
        return None
    she = said[1].startswith("Elle") or (not said[1].startswith("Il") and said[5].removesuffix("s").endswith("e"))
    who, il = ("They", "Elles" if she else "Ils") if many else ("She", "Elle") if she else ("He", "Il")
    verb = "sont" if many else "est"
    no = "" if not said[2] else "ne " if many else "n'"
    return f"{who} {'are' if many else 'is'} {short[2]}", f"{il} {no}{verb} {said[4]}{said[5]}{said[6]}"


def of_speaker(english: str, french: str) -> tuple[str, str] | None:
    """ "I lost my keys.", "J'ai perdu mes clés." as "He lost his keys.", "Il a perdu ses clés."."""
    mine = re.fullmatch(r"(?:I|We) (\S+)(.*\.)", english)
    said = re.fullmatch(rf"(?:J'|Je |Nous )(n'|ne )?([{LETTERS}]+) (.*\.)", french)
    third = said and (THIRD.get(said[2]) or (re.sub("ais$", "ait", said[2]) if said[2].endswith("ais") else None))
    if not mine or not said or not third or mine[1] in NOW or re.search(r"être |été \w+(s|ée|ie|ue)\b", said[3]):
        return None
    verb = ONE.get(mine[1], mine[1])
    if verb == mine[1] and verb not in HELPERS | {"was", "wasn't"} and said[2] not in PAST and not said[2].endswith("ais"):
        return None
    no = "" if not said[1] else "n'" if third[0] in "aeéiou" else "ne "
    own = {"mon": "son", "notre": "son", "ma": "sa", "mes": "ses", "nos": "ses"}
    he = re.sub(r"\b(?:my|our)\b", "his", f"{verb}{mine[2]}")
    return f"He {he}", f"Il {no}{third} " + re.sub(rf"\b(?:{'|'.join(own)})\b", lambda found: own[found[0]], said[3])


def of_people(pair: tuple[str, str]) -> Spoken | None:
    """What a pair says of "he", "she" or "they", ready to be said of "it" or "they"."""
    english = re.fullmatch(r"(He|She|They) ([a-z][a-z' ]*)\.", pair[0])
    french = re.fullmatch(rf"(Il|Elle|Ils|Elles) ([{LETTERS}' ]+)\.", pair[1])
    if not english or not french or len(english[2].split()) > MOST_WORDS:
        return None
    fits = {"He": ("Il",), "She": ("Elle",), "They": ("Ils", "Elles")}[english[1]]
    said, dit = english[2].split(), french[2]
    mine = {"He": "his", "She": "her", "They": "their"}[english[1]]
    if french[1] not in fits or (OWNERS - {mine}) & set(said) or FOREIGN & set(re.findall(r"\w+", f"{english[2]} {dit}")):
        return None
    if mine in said and not re.search(r"\b(leurs?|son|sa|ses)\b" if mine == "their" else r"\b(son|sa|ses)\b", dit):
        return None
    plural = english[1] == "They"
    words = [word if word != mine or plural else "its" for word in said]
    return Spoken(french[1].startswith("Elle"), plural, " ".join(words), dit)


def says_living(said: str, known: dict[str, Use]) -> bool:
    """Whether only what lives is likely to be meant."""
    words = said.split()
    if words[0] in BE and len(words) > 1 and words[1] in ARTICLES:
        return False
    use = known.get(head(said), Use())
    return use.people >= LEAST and use.people >= TIMES * use.things


def french_verbs(pairs: list[tuple[str, str]]) -> set[str]:
    """Words that follow a French pronoun, so are verbs' forms."""
    found: Counter[str] = Counter()
    for french in {pair[1] for pair in pairs}:
        said = re.match(rf"(?:Il|Elle|Ça|Cela|On) {LITTLE}([{LETTERS}]+)", french)
        found[said[1] if said else ""] += 1
    return {word for word, count in found.items() if word and count >= 2}


def of_thing(pair: tuple[str, str], living: set[str], verbs: set[str]) -> Spoken | None:
    """What a pair says of one thing, whose gender its article shows. `verbs`: those of `french_verbs`."""
    english = re.fullmatch(rf"(?:{DETERMINERS}) ([a-z]+) ([a-z][a-z' ]*)\.", pair[0], re.IGNORECASE)
    french = re.fullmatch(rf"(le|la|mon|ma|ton|ta|son|sa|ce|cette) ([{LETTERS}]+) ([{LETTERS}' ]+)\.", pair[1], re.IGNORECASE)
    if not english or not french or len(english[2].split()) > MOST_WORDS or english[1].lower() in living | FOLK | HELPERS:
        return None
    said, dit, article = english[2].split(), french[3], french[1].lower()
    if said[0] in MANY | NO_VERBS or (FOREIGN | OWNERS) & set(re.findall(r"\w+", f"{english[2]} {dit}".lower())):
        return None
    begun = re.match(rf"{LITTLE}([{LETTERS}]+)", dit)
    if not begun or begun[1] not in verbs:
        return None
    if article in ("mon", "ton", "son") and re.match("[aeiouyhéèêàâîôœ]", french[2]):
        return None
    return Spoken(article in ("la", "ma", "ta", "sa", "cette"), False, english[2], dit)


def says_thing(said: str, known: dict[str, Use]) -> bool:
    """Whether only a thing is likely to be meant, and it is a predicate at all ("old man looked" is none)."""
    use, (first, *rest) = known.get(head(said), Use()), said.split()
    if first in BE | HELPERS and not (rest and rest[0] in ARTICLES):
        return use.things >= 1 and use.things >= TIMES_THINGS * use.people
    return use.pronouns > 0 and use.things >= LEAST_THINGS and use.things >= TIMES_THINGS * use.people
