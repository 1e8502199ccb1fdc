"""Random strings that try a tokenizer: words, every Unicode plane, marks, blanks, and text that looks like a token."""

import json
import random
import unicodedata
from pathlib import Path

from tokenizers import Tokenizer

WORDS = (
    "the animal didn't cross street because it was too tired wide l'école où était élève Straße naïve garçon "
    "Ça n'est pas aujourd'hui 3.14 1,000 100% A.B. co-op e-mail @home #1 œuf ÉTÉ İstanbul ﬁn x² ½ Ⅷ don’t « oui » — … "
    "GPT-2 C++ snake_case camelCase https://a.b/c?d=e&f"
).split()
LOOKALIKES = (
    "</s>", "<pad>", "<unk>", "<s>", "<0xE2>", "<0x00>", "<0xFF>", "▁", "▁▁", "▁the", "</s", "<pad", "< pad >", "<|endoftext|>",
)
BLANKS = (" ", "  ", "     ", "\n", "\r\n", "\t", "\u00a0", "\u3000", "\u2009", "\u200b", "\ufeff", "\n\n\n", " \n ", "\u2028", "\u0085")
EMOJI = ("👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "❤️", "🇫🇷", "🧑🏿‍🚀", "😀", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍💻")
SCRIPTS = ("注意力机制", "自注意力", "مرحبا بالعالم", "שלום עולם", "नमस्ते", "ไทย", "한국어", "日本語のテキスト", "ελληνικά", "кошка", "ქართული", "தமிழ்")
MARKS = ("\u0301", "\u0308", "\u20dd", "\u202e", "\u202d", "\u200d", "\u200f", "\ufe0f", "\u0327")


def any_character(draw: random.Random) -> str:
    """A code point of any plane, lone surrogates left out: they are no text."""
    while True:
        plane = draw.choice((0, 0, 0, 1, 2, 3, 14, 15, 16))
        point = plane * 0x10000 + draw.randrange(0x10000)
        if not 0xD800 <= point <= 0xDFFF:
            return chr(point)


def piece(draw: random.Random) -> str:
    """One piece of a string; its kind is drawn first."""
    kind = draw.randrange(12)
    if kind < 4:
        return draw.choice(WORDS) + draw.choice((" ", " ", " ", "", ", ", "'"))
    if kind == 4:
        return draw.choice(LOOKALIKES)
    if kind == 5:
        return draw.choice(BLANKS)
    if kind == 6:
        return draw.choice(EMOJI)
    if kind == 7:
        return draw.choice(SCRIPTS)
    if kind == 8:
        return draw.choice(("e", "a", "n", "क", " ")) + draw.choice(MARKS)
    if kind == 9:
        return chr(draw.randrange(0x20 if draw.random() < 0.5 else 0x7F))
    if kind == 10:
        return any_character(draw)
    return unicodedata.normalize(draw.choice(("NFC", "NFD", "NFKC")), draw.choice(WORDS))


def strings(seed: int, count: int) -> list[str]:
    """Distinct strings, the empty one and every look-alike alone among them."""
    draw = random.Random(seed)
    found = dict.fromkeys(("", *LOOKALIKES, *BLANKS, *EMOJI, *SCRIPTS, "\x00", "'", "''"))
    while len(found) < count:
        found["".join(piece(draw) for _ in range(draw.choice((1, 2, 3, 4, 6, 8, 12))))] = None
    return list(found)[:count]


def plain_tokenizer(file: Path) -> Tokenizer:
    """The tokenizer of a model folder without its `added_tokens`.

    Those would turn a typed `</s>` or `<pad>` into a mark of the model. In this project text that looks like a mark is
    text, so both sides of the comparison leave them out; the marks are put in place by number.
    """
    settings = json.loads(file.read_text(encoding="utf-8"))
    settings["added_tokens"] = []
    return Tokenizer.from_str(json.dumps(settings))
