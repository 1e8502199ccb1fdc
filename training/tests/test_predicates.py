"""What is said of "he", "she" and "they", and of things: which predicates are taken, and what becomes of their words."""

import pytest
from corpus.predicates import (
    Spoken,
    Use,
    counts,
    french_verbs,
    head,
    of_him,
    of_people,
    of_thing,
    says_living,
    says_thing,
)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("got up late", "got"), ("didn't get up", "get"), ("will never forget", "forget"), ("was very tired", "be tired"),
        ("isn't able to come", "be able"), ("has been ill", "be ill"), ("is", ""), ("will", ""),
    ],
)
def test_head(said: str, word: str) -> None:
    assert head(said) == word


@pytest.mark.parametrize(
    ("english", "french", "said"),
    [
        ("He got up late.", "Il s'est levé tard.", (False, False, "got up late", "s'est levé tard")),
        ("She sold her house.", "Elle vendit sa maison.", (True, False, "sold its house", "vendit sa maison")),
        ("They sold their house.", "Elles vendirent leur maison.", (True, True, "sold their house", "vendirent leur maison")),
    ],
)
def test_takes_what_is_said_of_people(english: str, french: str, said: tuple) -> None:
    assert of_people((english, french)) == Spoken(*said)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("He kissed her.", "Il l'a embrassée."),
        ("She loves her.", "Elle l'aime."),
        ("He told me.", "Il me l'a dit."),
        ("They know we're late.", "Ils savent que nous sommes en retard."),
        ("He has a hat.", "C'est son chapeau."),
        ("She is late.", "Il est en retard."),
        ("The boy is late.", "Le garçon est en retard."),
    ],
)
def test_leaves_what_speaks_of_others(english: str, french: str) -> None:
    assert of_people((english, french)) is None


def test_a_predicate_says_that_it_lives_where_things_hardly_have_it() -> None:
    people = ["I giggled.", "Tom giggled.", "They giggled.", "He fell.", "She fell.", "I fell.", "I ran.", "He ran.", "He is a giggler."]
    known = counts([(text, "") for text in [*people, "The book fell.", "The dog ran.", "We were tired.", "I'm sick."]], {"dog"})
    assert known["giggled"] == Use(people=3, things=0, pronouns=2)
    assert known["fell"] == Use(people=3, things=1, pronouns=3)
    assert known["ran"] == Use(people=3, things=0, pronouns=2), "a dog is no thing"
    assert says_living("giggled all day", known) and says_living("never ran", known)
    assert not says_living("fell", known), "a book may fall"
    assert not says_living("was tired", known), "once is not enough"
    assert not says_living("is a giggler", known) and not says_living("slept", known)


@pytest.mark.parametrize(
    ("english", "french", "feminine"),
    [("The meeting lasted an hour.", "La réunion a duré une heure.", True), ("This noise is deafening.", "Ce bruit est assourdissant.", False)],
)
def test_takes_what_is_said_of_a_thing(english: str, french: str, feminine: bool) -> None:
    assert of_thing((english, french), set(), {"a", "est"}) == Spoken(feminine, False, english.split(" ", 2)[2][:-1], french.split(" ", 2)[2][:-1])


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("The dog is deaf.", "Le chien est sourd."),  # lives
        ("The police arrested a man.", "La police a arrêté un homme."),  # is made of people
        ("My trousers are too large.", "Mon pantalon est trop grand."),  # not one in both
        ("My answer pleased him.", "Ma réponse lui a plu."),  # speaks of another
        ("His absence surprised everyone.", "Son absence surprit tout le monde."),  # "son" hides the gender
        ("The house of cards collapsed.", "La maison de cartes s'effondra."),  # no predicate
        ("The apple fell.", "L'arbre est tombé."),  # no article that shows a gender
        ("The website is useful.", "Le site internet est utile."),  # no predicate in French
    ],
)
def test_leaves_what_is_no_things_predicate(english: str, french: str) -> None:
    assert of_thing((english, french), {"dog"}, {"est", "a", "lui", "plu", "surprit", "effondra"}) is None


def test_what_follows_a_french_pronoun_is_a_verb() -> None:
    assert french_verbs([("", text) for text in ["Il pleut.", "Elle ne pleut pas.", "Ça m'a plu.", "Il a plu.", "On y va."]]) == {"pleut", "a"}


def test_a_predicate_says_that_it_is_a_thing_where_people_hardly_have_it() -> None:
    known = counts([(text, "") for text in ["It melted.", "The snow melted.", "The old man left.", "The new man left.", "It broke.", "He broke."]], set())
    assert says_thing("melted at noon", known)
    assert not says_thing("man left", known), "never behind a pronoun: no verb"
    assert not says_thing("broke", known) and not says_thing("rang", known)


@pytest.mark.parametrize(
    ("english", "french", "third"),
    [
        ("Tom sang.", "Tom chanta.", ("He sang.", "Il chanta.")),
        ("Mary sang.", "Marie chanta.", ("She sang.", "Elle chanta.")),
        ("I lost my keys.", "J'ai perdu mes clés.", ("He lost his keys.", "Il a perdu ses clés.")),
        ("We don't have the money.", "Nous n'avons pas l'argent.", ("He doesn't have the money.", "Il n'a pas l'argent.")),
        ("I can't swim.", "Je ne peux pas nager.", ("He can't swim.", "Il ne peut pas nager.")),
        ("I'm starving.", "Je suis affamée.", ("She is starving.", "Elle est affamée.")),
        ("You're not late.", "Tu n'es pas en retard.", ("You're not late.", "Tu n'es pas en retard.")),
        ("We're very tired.", "Nous sommes très fatigués.", ("They are very tired.", "Ils sont très fatigués.")),
        ("You're clever.", "Vous êtes maline.", ("She is clever.", "Elle est maline.")),
        ("He's busy.", "Il n'est pas libre.", ("He is busy.", "Il n'est pas libre.")),
        ("They're not alone.", "Elles ne sont pas seules.", ("They are not alone.", "Elles ne sont pas seules.")),
        ("I was at home.", "J'étais chez moi.", ("He was at home.", "Il était chez moi.")),  # of_people then leaves it for "moi"
    ],
)
def test_says_of_him_what_is_said_of_others(english: str, french: str, third: tuple[str, str]) -> None:
    assert of_him((english, french)) == third


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("I feel like walking.", "J'ai envie de marcher."),
        ("I was arrested.", "J'ai été arrêtée."),
        ("I have a right to be happy.", "J'ai le droit d'être heureuse."),
        ("I run.", "Je cours."),
        ("We're tired.", "Nous sommes fatigué."),
        ("He's gone.", "Il est parti."),
        ("He's been ill.", "Il a été malade."),
    ],
)
def test_leaves_what_it_cannot_say_of_him(english: str, french: str) -> None:
    assert of_him((english, french)) == (english, french)


@pytest.mark.parametrize(
    ("said", "use", "thing"),
    [
        ("was dyed red", Use(0, 1, 0), True), ("is a teacher", Use(0, 1, 1), False), ("man is hard", Use(0, 5, 0), False),
        ("lasted an hour", Use(0, 1, 1), False), ("lasted an hour", Use(0, 2, 1), True), ("was hungry", Use(9, 1, 0), False),
    ],
)
def test_a_thing_is_meant_where_people_hardly_are(said: str, use: Use, thing: bool) -> None:
    assert says_thing(said, {head(said): use}) == thing
