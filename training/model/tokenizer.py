"""One shared BPE for both languages: learning it, and cutting text with BPE dropout.

The learned file has the layout of Hugging Face's `tokenizer.json`: `<pad>` 0, `</s>` 1, `<unk>` 2, the pieces, and at the end
the 256 bytes, so that any text has ids and decodes to itself. Words and punctuation are apart, an apostrophe stays with the
word before it ("didn'", "t"; "qu'", "il").
"""

import json
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

PAD, END, UNKNOWN = 0, 1, 2
MARKS = ("<pad>", "</s>", "<unk>")
BLANK = "▁"
BYTES = tuple(f"<0x{number:02X}>" for number in range(256))
PIECES = rf"{BLANK}?[\p{{L}}\p{{N}}]+'?|{BLANK}?[^\p{{L}}\p{{N}}{BLANK}]|{BLANK}"
ALWAYS = "’“”«»…–—€àâæçéèêëîïôœùûüÿÀÂÇÉÈÊËÎÏÔŒÙÛ#$%&()*+/<=>@[]{}|~_^`\\0123456789"
"""Characters that are pieces even if the training text lacks them: a page's visitor will type them."""
RARE = 20


def empty_tokenizer(model: models.BPE) -> Tokenizer:
    """A tokenizer around a BPE model: how text is cut before it and joined after it."""
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(replacement=BLANK, prepend_scheme="always", split=True),
            pre_tokenizers.Split(Regex(PIECES), behavior="isolated"),
        ]
    )
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace(BLANK, " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    return tokenizer


def without_rare(texts: Iterable[str]) -> list[str]:
    """Texts with characters seen fewer than RARE times blanked: those are left to the bytes."""
    texts = list(texts)
    counts = Counter(character for text in texts for character in text)
    rare = {character: " " for character, count in counts.items() if count < RARE and character not in ALWAYS}
    table = str.maketrans(rare)
    return [text.translate(table) for text in texts]


def learn(texts: Iterable[str], size: int) -> str:
    """The `tokenizer.json` of a vocabulary of `size` ids, marks and bytes counted, learned from texts."""
    tokenizer = empty_tokenizer(models.BPE(unk_token=MARKS[UNKNOWN], byte_fallback=True))
    trainer = trainers.BpeTrainer(
        vocab_size=size - len(BYTES),
        special_tokens=list(MARKS),
        initial_alphabet=list(ALWAYS),
        min_frequency=2,
        show_progress=False,
    )
    tokenizer.train_from_iterator(without_rare(texts), trainer)
    settings = json.loads(tokenizer.to_str())
    vocabulary = settings["model"]["vocab"]
    pieces = sorted(vocabulary, key=vocabulary.__getitem__)
    settings["model"]["vocab"] = {piece: number for number, piece in enumerate([*pieces, *BYTES])}
    whole = Tokenizer.from_str(json.dumps(settings))
    whole.add_special_tokens([AddedToken(mark, special=True, normalized=False) for mark in MARKS])
    return whole.to_str(pretty=False)


class Cutter:
    """Cuts text into ids as `tokenizer.json` says, or with some merges left out at random.

    Text that looks like a mark ("</s>") is text. Without dropout the ids equal the tokenizers library's.
    """

    def __init__(self, settings: str) -> None:
        content = json.loads(settings)
        content["added_tokens"] = []
        self.library = Tokenizer.from_str(json.dumps(content))
        self.vocabulary: dict[str, int] = content["model"]["vocab"]
        self.ranks = {tuple(pair): rank for rank, pair in enumerate(content["model"]["merges"])}
        self.known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def open(cls, file: Path) -> "Cutter":
        return cls(file.read_text(encoding="utf-8"))

    def words(self, text: str) -> list[str]:
        """The stretches that are cut apart from each other; the first of a blank-separated word begins with ▁."""
        return [word for word, _ in self.library.pre_tokenizer.pre_tokenize_str(text)]

    def cut(self, word: str, dropout: float = 0.0, draw: random.Random | None = None) -> tuple[int, ...]:
        """The ids of one stretch; each merge is passed over with probability `dropout`."""
        if not dropout or draw is None:
            if word not in self.known:
                self.known[word] = self.merged(word, 0.0, None)
            return self.known[word]
        return self.merged(word, dropout, draw)

    def merged(self, word: str, dropout: float, draw: random.Random | None) -> tuple[int, ...]:
        parts: list[str] = []
        for character in word:
            if character in self.vocabulary:
                parts.append(character)
            else:
                parts.extend(BYTES[number] for number in character.encode("utf-8"))
        ranks = self.ranks
        while len(parts) > 1:
            found = [
                (rank, i)
                for i in range(len(parts) - 1)
                if (rank := ranks.get((parts[i], parts[i + 1]))) is not None and not (draw and draw.random() < dropout)
            ]
            if not found:
                break
            _, i = min(found)
            parts[i : i + 2] = [parts[i] + parts[i + 1]]
        return tuple(self.vocabulary[part] for part in parts)

    def ids(self, text: str) -> list[int]:
        """The ids of a text, without end mark."""
        return [number for word in self.words(text) for number in self.cut(word)]

    def text(self, ids: list[int]) -> str:
        """The text of ids; marks are left out."""
        kept = [number for number in ids if number > UNKNOWN]
        return self.library.decode(kept, skip_special_tokens=False) if kept else ""
