"""English words' forms, by lemminflect's dictionary."""

from functools import cache

from lemminflect import getAllLemmas, getInflection

from corpus.grammar.lexicon import nouns_by_form


@cache
def base(word: str) -> str:
    """A verb's base form; "" where the word is no form of a verb."""
    found = getAllLemmas(word, upos="VERB").get("VERB", ())
    return found[0] if found else ""


@cache
def adjective(word: str) -> bool:
    """Whether it is an adjective, a participle in "-ed" among them. The dictionary lists some nouns, too ("house"): not the grammar's."""
    if word in nouns_by_form():
        return False
    return word in getAllLemmas(word, upos="ADJ").get("ADJ", ()) or (word.endswith("ed") and base(word) not in ("", word))


@cache
def noun_lemma(word: str) -> str:
    """A noun's singular; "" where the word is no form of a noun."""
    found = getAllLemmas(word, upos="NOUN").get("NOUN", ())
    return found[0] if found else ""


@cache
def form(verb: str, tag: str) -> str:
    """A form of a verb by its Penn tag: VBD past, VBN participle, VBG -ing, VBZ third person; "" where the dictionary has none."""
    found = getInflection(verb, tag=tag, inflect_oov=False)
    return found[0] if found else ""


def participle(verb: str) -> str:
    return form(verb, "VBN")
