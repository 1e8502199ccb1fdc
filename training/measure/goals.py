"""What is asked of the bundled model."""

GOALS = {"bleu": 53.0, "grammar": 0.99, "hand": 0.85, "weight": 0.4, "first": 0.85, "odd": 0.98}


def in_words(name: str) -> str:
    """A goal as it is written: 53, 99 %, 0.4."""
    wanted = GOALS[name]
    if name == "weight":
        return f"{wanted}"
    return f"{wanted:.0f}" if wanted > 1 else f"{wanted:.0%}".replace("%", " %")


def reached(name: str, value: float) -> bool:
    return value >= GOALS[name]
