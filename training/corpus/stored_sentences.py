"""Sentences with a link, stored one a line as JSON: the judge's and the language model's, which take longer to make than an epoch."""

import json
from functools import lru_cache
from pathlib import Path

from corpus.grammar.frames import Sentence


@lru_cache(maxsize=1)
def read_sentences(file: Path) -> tuple[Sentence, ...]:
    """The sentences of a file that judge_sentences.py or find_telling_clauses.py wrote."""
    return tuple(Sentence(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines())
