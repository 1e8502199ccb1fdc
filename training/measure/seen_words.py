"""Which of the hand-written sentences say something of "it" that training said of "it" too."""

from corpus.borrowed_clauses import clauses
from corpus.grammar.generate import training_sentences
from corpus.half_sentences import clauses_said
from corpus.handwritten.check import Handwritten, words

SAMPLE = 4000
KNOWN, NEW = "words said of a pronoun in training", "with others"


class SeenWords:
    """Tells whether every word behind a hand-written sentence's pronoun stands in some sentence of training that has a link: the grammar's, a borrowed one, or one whose French ends with the pronoun."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        """`pairs`: those of training."""
        self.said = {word for clause in clauses(pairs) for word in words(clause.en)}
        self.said |= {word for clause in clauses_said(sorted({pair[0] for pair in pairs}))[0] for word in words(clause.en)}
        self.said |= {word for one in training_sentences(0, SAMPLE) for word in words(one.en)}

    def kind(self, one: Handwritten) -> str:
        """KNOWN or NEW."""
        spoken = words(one.english)
        pronoun = max(i for i, word in enumerate(spoken) if word in ("it", "they"))
        return KNOWN if self.said >= set(spoken[pronoun + 1 :]) else NEW
