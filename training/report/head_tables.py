"""The tables of MODEL_CARD.md that are made from heads.json: what each head reads."""

KINDS = {"encoder": "Encoder reads itself", "decoder": "Decoder reads itself, not ahead", "cross": "Decoder reads the English"}
COLUMNS = {
    "encoder": ("previousWord", "sameWord", "nextWord", "firstWord", "punctuation", "endMark", "antecedent"),
    "decoder": ("startMark", "previousWord", "sameWord"),
    "cross": ("alignment", "endMark"),
}
NAMES = {
    "previousWord": "previous", "sameWord": "same", "nextWord": "next", "firstWord": "first", "punctuation": "punctuation", "endMark": "end mark",
    "antecedent": "antecedent", "startMark": "start mark", "alignment": "aligned word",
}


def row_of(head: dict, columns: tuple[str, ...]) -> str:
    """One head's line: its measures in per cent, the one that is its label in bold."""
    label = head.get("label")
    cells = []
    for name in columns:
        value = f"{100 * head['measures'][name]['share']:.0f}" if name in head["measures"] else ""
        cells.append(f"**{value}**" if name == label else value)
    place = f"{head['layer'] + 1} · {head['head'] + 1}"
    return "| " + " | ".join([place, *cells, f"{head['entropy']:.2f}", f"{head['distance']:.1f}", NAMES.get(label, "")]) + " |"


def chance_of(heads: list[dict], columns: tuple[str, ...]) -> str:
    measures = heads[0]["measures"]
    values = [f"{100 * measures[name]['chance']:.0f}" if name in measures else "" for name in columns]
    return "| *chance* | " + " | ".join(values) + " | | | |"


def tables(content: dict) -> str:
    """A table for each kind of attention."""
    parts = []
    for kind, title in KINDS.items():
        heads = [head for head in content["heads"] if head["kind"] == kind]
        columns = COLUMNS[kind]
        header = "| layer · head | " + " | ".join(NAMES[name] for name in columns) + " | entropy | distance | label |"
        lines = [f"**{title}**", "", header, "|---" * (len(columns) + 4) + "|", chance_of(heads, columns), *(row_of(head, columns) for head in heads)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
