"""The paragraph of MODEL_CARD.md about the way of a pronoun's gender: what the figures of scores.json say of it, or nothing."""

SENTENCES = ("tired", "wide")
"""The lecture's two, in the order of the figures; "il" is right in the first, "elle" in the second."""
Chances = list[list[float]]
"""P(il), P(elle) in each of SENTENCES."""
LABELLED, DECODER, NO_NOUN = (
    '"it" reads its noun in no head labelled for it', "the French pronoun's row reads neither noun in the English", "besides, no English word reads the nouns",
)
CLAIMS = """So the gender goes through "it" in the encoder, and only there: forbid "it" to read its noun (on the page: with that cell pinned, `x`; in the
labelled heads alone is enough) and both sentences turn, *il* to *elle* and *elle* to *il*, because "it" then sees only the other noun; the
training asked for just that (above). What the decoder reads directly in the English nouns hardly matters. With every way to both nouns
closed it still writes the other noun's pronoun (last row); why, was not looked into."""
MOVED = 0.05
"""By how much a probability may change that hardly matters."""


def turned(chances: Chances) -> list[str]:
    """The sentences in which the wrong pronoun is the likelier one."""
    (il, elle), (other_il, other_elle) = chances
    return [name for name, turns in zip(SENTENCES, (elle > il, other_il > other_elle), strict=True) if turns]


def check_claims(closed: dict[str, Chances]) -> None:
    """@raises ValueError where CLAIMS say what the figures do not"""
    free, through_decoder = closed["nothing is closed"], closed[DECODER]
    moved = max(abs(one - other) for a, b in zip(free, through_decoder, strict=True) for one, other in zip(a, b, strict=True))
    wanted = {"nothing is closed": [], LABELLED: [*SENTENCES], NO_NOUN: [*SENTENCES]}
    wrong = {name: turned(closed[name]) for name, sentences in wanted.items() if turned(closed[name]) != sentences}
    if wrong or moved > MOVED:
        raise ValueError(f"check_claims: closed: expected the figures that CLAIMS in report/link_text.py tell, got {wrong or f'{DECODER}: a change of {moved:.3f}'}: write it anew")


def place(one: dict) -> str:
    return f"layer {one['layer'] + 1} head {one['head'] + 1}"


def listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def deciding(alone: list[dict], at: int) -> str:
    """Which head decides a sentence by itself, in words."""
    heads = [place(one) for one in alone if SENTENCES[at] in turned(one["chances"])]
    return f'in "too {SENTENCES[at]}" ' + (f"{listed(heads)} alone {'decides' if len(heads) == 1 else 'decide'}" if heads else "no single head does")


def best_head(alone: list[dict], best: dict) -> str:
    """What the best head over all sentences gives and decides. @raises ValueError where "heads" and "ways" were measured on different models"""
    found = [one for one in alone if (one["layer"], one["head"]) == (best["layer"], best["head"])]
    given = [best[name] for name in SENTENCES]
    if not found or any(abs(a - b) > 0.005 for a, b in zip(found[0]["weights"], given, strict=True)):
        raise ValueError(f"best_head: best: expected {place(best)} with weights {given} among the labelled heads, got {found}: evaluate.py --only heads ways")
    sentences = turned(found[0]["chances"])
    turns = " and ".join(f'"too {name}" turns' for name in sentences) if sentences else "neither sentence turns"
    return f"{place(best).capitalize()}, the best over all sentences, gives its noun {given[0]:.2f} and {given[1]:.2f}; with the link forbidden in it alone {turns}."


def link_text(ways: dict, best: dict) -> str:
    """The paragraph, a row for each labelled head, and which of them decide. `ways`, `best`: "ways" and "heads" of scores.json."""
    check_claims(ways["closed"])
    alone = ways["alone"]
    rows = ["| head labelled for it | its weight on the noun, \"tired\" and \"wide\" | closed in it alone: \"too tired\": P(il), P(elle) | \"too wide\": P(il), P(elle) |", "|---|---|---|---|"]
    for one in alone:
        weights = ", ".join(f"{weight:.2f}" for weight in one["weights"])
        rows.append(f"| {place(one)} | {weights} | " + " | ".join(f"{il:.3f}, {elle:.3f}" for il, elle in one["chances"]) + " |")
    said = f"Several heads link \"it\", each for its sort of noun: {deciding(alone, 0)}, {deciding(alone, 1)}. {best_head(alone, best)}"
    return "\n\n".join([CLAIMS, "\n".join(rows), said])
