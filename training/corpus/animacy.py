"""Which English nouns name people and animals."""

import re
from functools import cache

from corpus.grammar.lexicon import nouns_by_form
from corpus.predicates import FOLK

PEOPLE = set(
    "father mother parents wife husband son daughter friend friends people guy guys boss dad mom kid kids thief thieves policeman policemen enemy person "
    "guests guest girlfriend boyfriend driver stranger neighbor neighbors mayor criminal patient hostages suspect burglar prisoners prisoner captain lawyer lawyers "
    "cousin cousins speaker grandparents twins professor priest writer secretary employees employee ancestors author victim coach crew murderer surgeon architect "
    "passenger passengers gentleman classmates members troops hunter mailman robber senator judge guard stewardess mechanic players explorers pilot magician "
    "butcher fireman customer customers client landlord porter governor rebels detective warrior visitors nephew niece fugitive poet scientist scientists clerk "
    "sailors sailor villagers actor actors dentist singer salesman sons daughters grandpa grandma kings infant babies roommate waiter waiters maid "
    "audience leader leaders citizens voters fans artist artists musician carpenter cook chef wizard giant god angel devil ghost minister".split()
)
"""People, beside the grammar's and FOLK."""
ANIMALS = set(
    "monster whale bee bees spider mosquito mosquitoes eagle crow dolphin rat bat butterfly snake fish sheep shark insect insects ant ants fly deer cattle "
    "dinosaur dinosaurs pet chicken chickens bull pigeon swan seal kangaroo".split()
)
"""Animals, beside the grammar's."""


@cache
def sort_of(word: str) -> frozenset[str]:
    """{"person"} or {"animal"} for nouns that live, else nothing."""
    known = nouns_by_form().get(word)
    if known:
        return known[0].classes & {"person", "animal"}
    return frozenset({"person"} if word in PEOPLE | FOLK or re.search("(ist|ician|[a-z]man|[a-z]men)$", word) else {"animal"} if word in ANIMALS else set())
