"""English sentences of 1 to 25 words for the greedy comparison, put together from small lists by a seeded draw."""

import random

LECTURE = (
    "The animal didn't cross the street because it was too tired.",
    "The animal didn't cross the street because it was too wide.",
)

PEOPLE = ("the teacher", "my sister", "our neighbour", "Tom", "Mary", "the old man", "a child", "his doctor", "they", "we")
PAST = ("saw", "found", "bought", "sold", "lost", "opened", "painted", "forgot", "carried", "washed", "broke", "hid")
THINGS = (
    "the red car", "a book", "the key", "an old house", "the letter", "two apples", "the blue bag", "a small dog",
    "the window", "her hat", "some bread", "the piano", "a map of the city", "the last ticket",
)
PLACES = (
    "in the garden", "at the station", "near the river", "on the table", "behind the church", "under the bed",
    "in Paris", "at school", "on the beach", "in the kitchen",
)
TIMES = ("yesterday", "last night", "this morning", "on Monday", "two years ago", "before dinner", "every day", "at noon")
ADJECTIVES = ("tired", "wide", "heavy", "late", "small", "expensive", "cold", "dark", "happy", "broken", "full", "long")
SHORT = (
    "Stop!", "Why?", "Hello.", "Thanks.", "Run!", "I know.", "Be quiet.", "Come here.", "Who is it?", "It is raining.",
    "I'm hungry.", "Where are you?", "What time is it?", "I don't know.", "Let me in!", "She is asleep.",
)
QUESTIONS = ("Where did", "Why did", "When did", "How did")
OPINIONS = ("I think that", "He says that", "Everybody knows that", "It is true that", "She told me that")
SUBJECTS = ("it", "the street", "the box", "the table", "the soup", "the road", "the film", "the animal")


def clause(draw: random.Random) -> str:
    """A subject, a verb and an object."""
    return f"{draw.choice(PEOPLE)} {draw.choice(PAST)} {draw.choice(THINGS)}"


def reason(draw: random.Random) -> str:
    """Why: something was too something."""
    return f"because {draw.choice(SUBJECTS)} was too {draw.choice(ADJECTIVES)}"


def sentence(draw: random.Random) -> str:
    """One sentence; its form is drawn too."""
    forms = (
        lambda: draw.choice(SHORT),
        lambda: f"{clause(draw)}.",
        lambda: f"{clause(draw)} {draw.choice(PLACES)}.",
        lambda: f"{clause(draw)} {draw.choice(PLACES)} {draw.choice(TIMES)}.",
        lambda: f"{draw.choice(OPINIONS)} {clause(draw)} {draw.choice(TIMES)}.",
        lambda: f"{clause(draw)} {reason(draw)}.",
        lambda: f"{draw.choice(QUESTIONS)} {draw.choice(PEOPLE)} go {draw.choice(TIMES)}?",
        lambda: f"{clause(draw)} {draw.choice(PLACES)}, and {clause(draw)} {reason(draw)}.",
        lambda: f"{draw.choice(OPINIONS)} {clause(draw)} {draw.choice(PLACES)}, but {clause(draw)} {draw.choice(PLACES)}.",
        lambda: f"the {draw.choice(('animal', 'boy', 'horse', 'girl'))} didn't cross the "
        f"{draw.choice(('street', 'river', 'bridge', 'field'))} because it was too {draw.choice(ADJECTIVES)}.",
    )
    text = draw.choice(forms)()
    return text[0].upper() + text[1:]


def sentences(seed: int):
    """The lecture's two sentences, then distinct drawn ones without end, each of at most 25 words."""
    yield from LECTURE
    draw = random.Random(seed)
    seen = set(LECTURE)
    while True:
        text = sentence(draw)
        if text not in seen and len(text.split()) <= 25:
            seen.add(text)
            yield text
