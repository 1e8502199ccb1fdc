"""Whether a translation has the right pronoun."""

import re
from collections import defaultdict
from collections.abc import Iterable

from corpus.grammar.french import PRONOUNS


def pronouns_in(text: str) -> set[str]:
    """The il, elle, ils, elles of a French text."""
    return {word for word in re.findall(r"\w+", text.lower()) if word in PRONOUNS}


def is_right(text: str, pronoun: str) -> bool:
    """Whether `pronoun` is in the text and no other of the four is."""
    return pronouns_in(text) == {pronoun}


def by_kind(rows: Iterable[tuple[str, bool]]) -> dict[str, tuple[float, int]]:
    """The share that is right and the number, for each kind."""
    found: dict[str, list[bool]] = defaultdict(list)
    for kind, right in rows:
        found[kind].append(right)
    return {kind: (sum(values) / len(values), len(values)) for kind, values in sorted(found.items())}
