"""Predicates of common words: verbs are used as verbs, adjectives as adjectives, in number and tense."""

from random import Random

import pytest

pytest.importorskip("lemminflect")

from corpus.common_words import any_word, is_quality, qualities, verbs

WORDS = frozenset("melted melt tables table green cold slowly honk honking was had afraid children fragile".split())


def test_takes_verbs_by_their_forms_and_adjectives_that_are_no_nouns() -> None:
    assert verbs(WORDS) == ("honk", "melt")
    assert {"green", "afraid", "fragile"} <= set(qualities(WORDS)) and "table" not in qualities(WORDS)
    assert [is_quality(word) for word in ("fragile", "table", "slowly", "melted")] == [True, False, False, False]


def test_says_them_in_number_and_tense() -> None:
    drawn = {many: {any_word(Random(seed), WORDS, many, False) for seed in range(1500)} for many in (False, True)}
    assert {"melted", "had honked", "honked loudly", "was melting", "was green", "was too afraid", "was melted"} <= drawn[False]
    assert {"melted", "were melting", "were green", "were melted"} <= drawn[True]
    assert not any(text.startswith(("were", "weren't")) for text in drawn[False]) and not any(text.startswith(("was", "wasn't")) for text in drawn[True])
    now = {any_word(Random(seed), WORDS, False, True).split()[0] for seed in range(300)} - {""}
    assert now <= {"is", "melts", "honks", "seems", "looks", "becomes", "sounds", "remains"} and {"is", "melts", "honks"} <= now
