"""What is said of "he", "she" and "they": which predicates are taken, and what becomes of their words."""

import pytest
from people import counts, head, of_people, says_living


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
    assert of_people((english, french)) == said


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
    assert known["giggled"] == (3, 0)
    assert known["fell"] == (3, 1)
    assert known["ran"] == (3, 0), "a dog is no thing"
    assert says_living("giggled all day", known) and says_living("never ran", known)
    assert not says_living("fell", known), "a book may fall"
    assert not says_living("was tired", known), "once is not enough"
    assert not says_living("is a giggler", known) and not says_living("slept", known)
