"""French verbs and the surface of a French sentence: conjugation, elision, contraction, capitals.

A sentence is a list of tokens. Articles and possessives that depend on the next word are written as the marked forms in
`CHOICES` and `ELIDED`; a token may be a pair (text, mark), and `surface` says in which word each mark came to stand.
"""

from .lexicon import VOWELS, Verb, aspirated

PRONOUNS = ("il", "elle", "ils", "elles")
PERSONS = ("je", "il", "nous", "ils")
PRESENT_ENDINGS = {"er": ("e", "e", "ons", "ent"), "ir": ("is", "it", "issons", "issent"), "re": ("s", "", "ons", "ent")}
IMPERFECT = ("ais", "ait", "ions", "aient")
FUTURE = ("ai", "a", "ons", "ont")
REFLEXIVE = ("me", "se", "nous", "se")

IRREGULAR = {
    # infinitive: present (je il nous ils), future stem, past participle
    "avoir": ("ai a avons ont", "aur", "eu"),
    "être": ("suis est sommes sont", "ser", "été"),
    "faire": ("fais fait faisons font", "fer", "fait"),
    "pouvoir": ("peux peut pouvons peuvent", "pourr", "pu"),
    "vouloir": ("veux veut voulons veulent", "voudr", "voulu"),
    "devoir": ("dois doit devons doivent", "devr", "dû"),
    "voir": ("vois voit voyons voient", "verr", "vu"),
    "boire": ("bois boit buvons boivent", "boir", "bu"),
    "lire": ("lis lit lisons lisent", "lir", "lu"),
    "écrire": ("écris écrit écrivons écrivent", "écrir", "écrit"),
    "mettre": ("mets met mettons mettent", "mettr", "mis"),
    "prendre": ("prends prend prenons prennent", "prendr", "pris"),
    "comprendre": ("comprends comprend comprenons comprennent", "comprendr", "compris"),
    "tenir": ("tiens tient tenons tiennent", "tiendr", "tenu"),
    "soutenir": ("soutiens soutient soutenons soutiennent", "soutiendr", "soutenu"),
    "contenir": ("contiens contient contenons contiennent", "contiendr", "contenu"),
    "dormir": ("dors dort dormons dorment", "dormir", "dormi"),
    "endormir": ("endors endort endormons endorment", "endormir", "endormi"),
    "sortir": ("sors sort sortons sortent", "sortir", "sorti"),
    "ouvrir": ("ouvre ouvre ouvrons ouvrent", "ouvrir", "ouvert"),
    "couvrir": ("couvre couvre couvrons couvrent", "couvrir", "couvert"),
    "résoudre": ("résous résout résolvons résolvent", "résoudr", "résolu"),
    "enfuir": ("enfuis enfuit enfuyons enfuient", "enfuir", "enfui"),
    "disparaître": ("disparais disparaît disparaissons disparaissent", "disparaîtr", "disparu"),
    "peindre": ("peins peint peignons peignent", "peindr", "peint"),
    "suivre": ("suis suit suivons suivent", "suivr", "suivi"),
    "revenir": ("reviens revient revenons reviennent", "reviendr", "revenu"),
    "mentir": ("mens ment mentons mentent", "mentir", "menti"),
    "croire": ("crois croit croyons croient", "croir", "cru"),
    "reconnaître": ("reconnais reconnaît reconnaissons reconnaissent", "reconnaîtr", "reconnu"),
    "rire": ("ris rit rions rient", "rir", "ri"),
}
SUBJUNCTIVE = {"être": ("soit", "soient"), "avoir": ("ait", "aient"), "vouloir": ("veuille", "veuillent"), "faire": ("fasse", "fassent")}
"""Third persons that do not follow from the present's."""
CONSONANTS = "bcdfghjklmnpqrstvwxz"


def soften(stem: str, ending: str) -> str:
    """Keeps the sound of c and g before a and o: mangeait, remplaçons."""
    if ending[:1] in ("a", "o"):
        if stem.endswith("g"):
            return f"{stem}e{ending}"
        if stem.endswith("c"):
            return f"{stem[:-1]}ç{ending}"
    return stem + ending


def mute(infinitive: str, future: bool = False) -> str:
    """The stem of an -er verb before a silent e: achète, jette, nettoie, répète (but répétera)."""
    stem = infinitive[:-2]
    if infinitive in ("jeter", "appeler"):
        return stem + stem[-1]
    if stem.endswith(("oy", "uy")):
        return f"{stem[:-1]}i"
    if len(stem) > 2 and stem[-1] in CONSONANTS and stem[-2] == "e":
        return f"{stem[:-2]}è{stem[-1]}"
    if len(stem) > 2 and stem[-1] in CONSONANTS and stem[-2] == "é" and not future:
        return f"{stem[:-2]}è{stem[-1]}"
    return stem


def present(infinitive: str) -> list[str]:
    if infinitive in IRREGULAR:
        return IRREGULAR[infinitive][0].split()
    stem, kind = infinitive[:-2], infinitive[-2:]
    endings = PRESENT_ENDINGS[kind]
    if kind == "er":
        silent = mute(infinitive)
        return [silent + "e", silent + "e", soften(stem, "ons"), silent + "ent"]
    return [stem + ending for ending in endings]


def future_stem(infinitive: str) -> str:
    if infinitive in IRREGULAR:
        return IRREGULAR[infinitive][1]
    if infinitive.endswith("er"):
        return mute(infinitive, future=True) + "er"
    return infinitive.removesuffix("e")


def participle(infinitive: str) -> str:
    if infinitive in IRREGULAR:
        return IRREGULAR[infinitive][2]
    return infinitive[:-2] + {"er": "é", "ir": "i", "re": "u"}[infinitive[-2:]]


def imperfect(infinitive: str, person: int) -> str:
    ending = IMPERFECT[person]
    if infinitive == "être":
        return "ét" + ending
    stem = present(infinitive)[2].removesuffix("ons")
    if ending == "ions":
        stem = stem.removesuffix("e") if infinitive.endswith("ger") else stem
    if stem.endswith("ç"):
        stem = f"{stem[:-1]}c"
    return soften(stem.removesuffix("e") if infinitive.endswith("ger") else stem, ending)


def conjugate(infinitive: str, tense: str, person: int) -> str:
    """One simple form; persons are je, il, nous, ils (0 to 3)."""
    if tense == "present":
        return present(infinitive)[person]
    if tense == "imperfect":
        return imperfect(infinitive, person)
    if tense == "future":
        return future_stem(infinitive) + FUTURE[person]
    if tense == "conditional":
        return future_stem(infinitive) + IMPERFECT[person]
    if tense == "subjunctive" and person in (1, 3):
        return SUBJUNCTIVE[infinitive][person // 2] if infinitive in SUBJUNCTIVE else present(infinitive)[3].removesuffix("" if person == 3 else "nt")
    raise ValueError(f"conjugate: tense: expected a simple tense, got {tense!r} for {infinitive!r}")


def agree(word: str, feminine: bool, plural: bool) -> str:
    """A past participle's form: fatigué, fatiguée, fatigués, fatiguées; mis, mise, mis, mises."""
    form = f"{word}e" if feminine else word
    return f"{form}s" if plural and not form.endswith("s") else form


COMPOUND = {"passe": "present", "pluperfect": "imperfect", "future_perfect": "future", "past_subjunctive": "subjunctive"}


def verb_phrase(
    verb: Verb, tense: str, person: int, feminine: bool, negation: str = "", modal: str = "", clitic: tuple | None = None
) -> list:
    """The words from ne to the participle or infinitive and its tail.

    `negation`: "", "pas", "jamais". `modal`: an infinitive in front ("pouvoir"). `clitic`: an object pronoun token with
    the gender and number its participle takes: ("la", True, False).
    """
    words = verb.french.split()
    never = words[0] == "ne"
    if never:
        words, negation = [words[1], *words[3:]], words[2]
        verb = Verb(verb.key, verb.english, " ".join(words), verb.etre)
    pronominal = words[0] == "se"
    head, tail = (words[1], words[2:]) if pronominal else (words[0], words[1:])
    before = [REFLEXIVE[person]] if pronominal else []
    before += [clitic[0]] if clitic else []
    ne, pas = (["ne"], [negation]) if negation else ([], [])
    plural = person > 1
    if modal:
        if tense in COMPOUND:
            finite = [conjugate("avoir", COMPOUND[tense], person), *pas, participle(modal)]
        else:
            finite = [conjugate(modal, tense, person), *pas]
        return [*ne, *finite, *before, head, *tail]
    if tense in COMPOUND:
        auxiliary = "être" if verb.etre else "avoir"
        done = participle(head)
        if verb.etre:
            done = agree(done, feminine, plural)
        elif clitic:
            done = agree(done, clitic[1], clitic[2])
        return [*ne, *before, conjugate(auxiliary, COMPOUND[tense], person), *pas, done, *tail]
    return [*ne, *before, conjugate(head, tense, person), *pas, *tail]


ELIDED = {"le_", "la_", "le", "la", "de", "ne", "que", "je", "me", "se", "puisque"}
CHOICES = {
    # token: form before a consonant, form before a vowel
    "ma_": ("ma", "mon"),
    "ta_": ("ta", "ton"),
    "sa_": ("sa", "son"),
    "ce_": ("ce", "cet"),
    "beau_": ("beau", "bel"),
    "nouveau_": ("nouveau", "nouvel"),
    "vieux_": ("vieux", "vieil"),
}
CONTRACTED = {("de", "le_"): "du", ("de", "les_"): "des", ("à", "le_"): "au", ("à", "les_"): "aux"}


def starts_with_vowel(word: str) -> bool:
    return word[:1].lower() in VOWELS and word not in aspirated()


def plain(token: str) -> str:
    return token.removesuffix("_")


def written(tokens: list[str], marks: list) -> list[tuple[str, object]]:
    """Each token's written form; contraction joins two into one."""
    found, i = [], 0
    while i < len(tokens):
        token = tokens[i]
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        after = tokens[i + 2] if i + 2 < len(tokens) else ""
        joined = CONTRACTED.get((token, following))
        if joined and not (following == "le_" and starts_with_vowel(after)):
            found.append((joined, marks[i]))
            i += 2
            continue
        vowel = starts_with_vowel(following)
        if token in CHOICES:
            form = CHOICES[token][vowel]
        elif token == "si" and following in ("il", "ils"):
            form = "s'"
        elif token in ELIDED and vowel:
            form = f"{plain(token)[:-1]}'"
        else:
            form = plain(token)
        found.append((form, marks[i]))
        i += 1
    return found


def surface(tokens: list) -> tuple[str, dict]:
    """The sentence and, for each mark, the number of the (blank-separated) word it stands in."""
    texts = [token if isinstance(token, str) else token[0] for token in tokens]
    marks = [None if isinstance(token, str) else token[1] for token in tokens]
    return assemble(written(texts, marks), ".,")


def assemble(pieces: list[tuple[str, object]], closing: str) -> tuple[str, dict]:
    """Joins written forms with blanks, apostrophes and stops; capitals where sentences begin.

    `closing` are the marks that follow a word without a blank: French leaves one before a question mark.
    """
    text, places = "", {}
    for form, mark in pieces:
        glued = not text or text.endswith("'") or form in closing or form.startswith("-")
        capital = not text or text[-1] in ".?"
        text += ("" if glued else " ") + (form[:1].upper() + form[1:] if capital else form)
        if mark is not None:
            places[mark] = text.count(" ") - form.count(" ")
    return text, places
