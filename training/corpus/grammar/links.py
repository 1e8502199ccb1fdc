"""Conjunctions in both languages, and where each makes sense."""

from .phrases import Both

LINKS = {
    "because": (["because"], ["parce", "que"]),
    "since": (["since"], ["puisque"]),
    ".": (["."], ["."]),
    "but": ([",", "but"], [",", "mais"]),
    "and": (["and"], ["et"]),
    "so": ([",", "so"], [",", "donc"]),
    "even though": (["even though"], ["même", "si"]),
    "if": (["if"], ["si"]),
    "although": (["although"], ["bien", "que"]),
    "where": ([",", "where"], [",", "où"]),
    "when": (["when"], ["quand"]),
    "as soon as": (["as soon as"], ["dès", "que"]),
    "after": (["after"], ["après", "que"]),
    "while": (["while"], ["pendant", "que"]),
    "before": (["before"], ["avant", "que"]),
    "until": (["until"], ["jusqu'à", "ce", "que"]),
}
MOMENTS = (("when", 4, "past"), ("as soon as", 2, "past"), ("after", 2, "past"), ("before", 1, "though was"), ("until", 3, "though was"))
"""Conjunctions of time, how likely each is, and the tense that follows."""
LASTING = ("follow", "watch", "avoid", "stay near", "film", "draw", "examine", "keep", "protect", "hide#away")
"""Verbs of what can go on "until"."""
INSIDE = ("go into", "hide in", "climb")
"""Verbs whose object is a place, where something can happen then."""


def both(words: tuple[list, list]) -> Both:
    return Both(list(words[0]), list(words[1]))
