"""The grammar's French and its links, checked on thousands of drawn sentences."""

import re

import pytest
from corpus.grammar import french
from corpus.grammar.frames import Sentence
from corpus.grammar.generate import LECTURE, held_out_sentences, is_held_out, training_sentences
from corpus.grammar.lexicon import VOWELS, adjectives, aspirated, nouns, verbs
from corpus.grammar.shapes import shapes

SENTENCES = list(training_sentences(31, 6000))
LINKED = [sentence for sentence in SENTENCES if sentence.pronoun]
PRONOUNS = {"it": ("il", "elle"), "they": ("ils", "elles")}


def letters(word: str) -> str:
    return re.sub(r"[^\w'-]", "", word)


def test_is_as_large_as_promised() -> None:
    used = {verb for shape in shapes() for verb in shape.verbs}
    used |= {said.key for shape in shapes() for list_ in shape.said.values() for said in list_ if said.kind != "adj"}
    both = {noun.feminine for noun in nouns().values()}
    assert len(nouns()) >= 200 and both == {True, False}
    assert len(adjectives()) >= 100
    assert len(used) >= 60 and len(verbs()) >= 60
    assert len(shapes()) >= 40


def test_is_deterministic() -> None:
    assert list(training_sentences(31, 50)) == SENTENCES[:50]
    assert list(training_sentences(32, 50)) != SENTENCES[:50]


@pytest.mark.parametrize("sentence", [SENTENCES], ids=["all"])
def test_blanks_and_stops(sentence: list[Sentence]) -> None:
    for one in sentence:
        for text in (one.en, one.fr):
            assert text == " ".join(text.split()), text
            assert text[0].isupper() and text[-1] == ".", text
            assert "_" not in text and "*" not in text and "#" not in text, text
        assert not re.search(r" [.,]", one.fr) and not re.search(r" [.,?]", one.en), (one.en, one.fr)
        assert not re.search(r"\S\?", one.fr), one.fr


def test_elides_before_vowels_and_only_there() -> None:
    short = {"l", "d", "n", "j", "m", "s", "qu", "puisqu"}
    full = {"le", "la", "de", "ne", "je", "me", "se", "que", "puisque"}
    for one in SENTENCES:
        whole = re.sub(r"(?i)(jusqu|c|aujourd|est-ce qu)'(?=à|est|hui)", r"\1", one.fr)
        words = re.findall(r"[\w-]+'?", whole)
        for word, following in zip(words, words[1:], strict=False):
            vowel = following.lower().rstrip("'")[0] in VOWELS and following.rstrip("'") not in aspirated()
            if word.endswith("'"):
                assert word[:-1].lower() in short, one.fr
                assert vowel, one.fr
            elif word.lower() in full:
                assert not vowel, f"{word} {following}: {one.fr}"


def test_contracts_articles() -> None:
    for one in SENTENCES:
        assert not re.search(r"\b(de|à) les?\b(?! \w+(er|ir|re)\b)", one.fr), one.fr


def test_every_adjective_agrees_with_its_noun() -> None:
    form_of = {form: (quality, i) for quality in adjectives().values() for i, form in reversed(list(enumerate(quality.forms)))}
    checked = 0
    for one in LINKED:
        feminine, plural = "elle" in one.pronoun, one.pronoun.endswith("s")
        clause = re.split("[.,]", " ".join(one.fr.split()[one.fr_pronoun :]))[0]
        after = [letters(mot) for mot in clause.split()[1:]]
        if len(after) > 1 and after[0] in ("est", "sont", "était", "étaient", "soit", "soient") and after[-1] in form_of:
            quality, _ = form_of[after[-1]]
            assert after[-1] == quality.french(feminine, plural), one.fr
            checked += 1
    assert checked > 1000


def test_forms_of_adjectives() -> None:
    wanted = {
        "tired": ("fatigué", "fatiguée", "fatigués", "fatiguées"),
        "old": ("vieux", "vieille", "vieux", "vieilles"),
        "beautiful": ("beau", "belle", "beaux", "belles"),
        "brown": ("marron", "marron", "marron", "marron"),
        "cheap": ("bon marché",) * 4,
        "dry": ("sec", "sèche", "secs", "sèches"),
        "low": ("bas", "basse", "bas", "basses"),
    }
    for key, forms in wanted.items():
        assert adjectives()[key].forms == forms


@pytest.mark.parametrize(
    ("infinitive", "tense", "person", "form"),
    [
        ("manger", "imperfect", 1, "mangeait"), ("manger", "imperfect", 2, "mangions"), ("manger", "present", 2, "mangeons"),
        ("remplacer", "imperfect", 3, "remplaçaient"), ("remplacer", "imperfect", 2, "remplacions"), ("acheter", "future", 1, "achètera"),
        ("jeter", "present", 1, "jette"), ("nettoyer", "conditional", 3, "nettoieraient"), ("soulever", "present", 0, "soulève"),
        ("finir", "imperfect", 1, "finissait"), ("vendre", "future", 0, "vendrai"), ("lire", "imperfect", 1, "lisait"),
        ("être", "imperfect", 3, "étaient"), ("résoudre", "present", 3, "résolvent"), ("tenir", "conditional", 1, "tiendrait"),
        ("bâiller", "subjunctive", 1, "bâille"), ("pourrir", "subjunctive", 3, "pourrissent"), ("revenir", "subjunctive", 1, "revienne"),
        ("être", "subjunctive", 3, "soient"), ("avoir", "subjunctive", 1, "ait"), ("vouloir", "subjunctive", 3, "veuillent"),
        ("réparer", "present", 1, "répare"), ("verser", "present", 1, "verse"), ("peser", "present", 1, "pèse"),
    ],
)
def test_conjugation(infinitive: str, tense: str, person: int, form: str) -> None:
    assert french.conjugate(infinitive, tense, person) == form


def test_refuses_a_tense_it_does_not_have() -> None:
    with pytest.raises(ValueError, match="conjugate: tense: expected a simple tense, got 'aorist' for 'manger'"):
        french.conjugate("manger", "aorist", 1)


def test_what_tells_nouns_apart_by_kind_is_said_of_one_only() -> None:
    by_kind = [shape for shape in shapes() if shape.by_kind]
    assert len(by_kind) >= 30
    for shape in by_kind:
        first, second = ({said.key for (_, role), list_ in shape.said.items() if role == one for said in list_} for one in "ab")
        assert not first & second, shape.name


@pytest.mark.parametrize(
    ("conjunction", "verb"), [("bien qu'", "(soi[ent]+|ai(en)?t|(se |s')?\\w+(e|ent))"), ("avant qu'", "(se |s')?\\w+(e|ent)"), ("jusqu'à ce qu'", "(se |s')?\\w+(e|ent|t)")]
)
def test_the_subjunctive_follows_where_it_must(conjunction: str, verb: str) -> None:
    found = [one.fr for one in LINKED if conjunction in one.fr]
    assert len(found) > 20
    for french_text in found:
        assert re.search(rf"{conjunction}(il|elle)s? (n'|ne )?{verb}\b", french_text), french_text


def test_participles_with_etre_agree() -> None:
    for one in LINKED:
        found = re.search(r"\b(il|elle|ils|elles) (?:s'est|se sont|est|sont) ((?:échapp|tomb|entr|sort|arrêt|réveill|retourn|couch|lev|renvers|effondr|échou|approch)\w+)", one.fr)
        if found:
            pronoun, done = found.groups()
            ending = ("e" if "elle" in pronoun else "") + ("s" if pronoun.endswith("s") else "")
            assert re.search(rf"[éi]{ending}$", done), one.fr


def test_links_point_at_the_right_words() -> None:
    forms = {word: noun for noun in nouns().values() for word in noun.english}
    for one in LINKED:
        words, mots = one.en.split(), one.fr.split()
        pronoun = re.split(r"['.,?]", words[one.en_pronoun].lower())[0]
        noun = forms[letters(words[one.en_antecedent])]
        assert one.pronoun in PRONOUNS[pronoun], one.en
        assert ("elle" in one.pronoun) == noun.feminine, (one.en, one.fr)
        assert letters(mots[one.fr_pronoun]).lower().split("'")[-1] == one.pronoun, one.fr
        assert letters(mots[one.fr_antecedent]).split("'")[-1] in noun.french, one.fr
        if one.en_other >= 0:
            other = forms[letters(words[one.en_other])]
            assert letters(mots[one.fr_other]).split("'")[-1] in other.french, one.fr
            assert ("elle" in one.other_pronoun) == other.feminine, one.en


def test_held_out_triples_never_occur_in_training() -> None:
    test = held_out_sentences(5, 400)
    kept = {one.triple for one in test}
    assert all(map(is_held_out, kept))
    assert not kept & {triple for one in SENTENCES for triple in one.triples}
    assert len({one.en for one in test}) == 400
    for one in test:
        assert ("elle" in one.pronoun) != ("elle" in one.other_pronoun), one.en


def test_the_lectures_sentences_come_out_word_for_word() -> None:
    from random import Random

    from corpus.grammar.frames import plan_of, sentence_of

    cross = next(shape for shape in shapes() if shape.name == "cross")
    draw, found = Random(1), {}
    nouns_wanted = ("animal", "street")
    cross = type(cross)(cross.name, [nouns()["animal"]], [nouns()["street"]], cross.verbs, cross.build, cross.said)
    assert (cross.a[0].key, cross.b[0].key) == nouns_wanted
    for _ in range(40_000):
        plan = plan_of(draw, cross, True, False)
        if plan:
            one = sentence_of(draw, plan)
            found[one.en] = one.fr
    for english, translation in LECTURE:
        assert found[english] == translation
