"""The Tatoeba pairs: cleaning and splitting. The raw text is an argument of every command and never kept."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TEST, DEV = 2000, 1000
SPLIT_SEED = "headlight split 1"
LONGEST_WORDS = 60

BLANKS = re.compile(r"[\s\u00a0\u202f\u2009\u3000]+")
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]")
QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "„": '"', "…": "...", "‽": "?"})
CYRILLIC = str.maketrans("асеорхуАВСЕНКМОРТХ", "aceopxyABCEHKMOPTX")
STOPS = re.compile(r"\s*([!?:;])")
CLOCK = re.compile(r"(\d) :(\d)")


def clean(text: str, french: bool) -> str:
    """One spelling of what means the same: NFC, straight quotes, no unseen characters, one blank between words.

    In French a plain blank stands before ! ? : ; (not within 10:30), in English none.
    """
    text = unicodedata.normalize("NFC", text).translate(QUOTES)
    text = UNSEEN.sub("", text)
    text = re.sub(r"\w*[\u0400-\u04ff]\w*", lambda found: found[0].translate(CYRILLIC), text)
    text = BLANKS.sub(" ", text).strip()
    text = STOPS.sub(r" \1" if french else r"\1", text)
    if french:
        text = CLOCK.sub(r"\1:\2", text)
        text = re.sub(r"« *", "« ", text)
        text = re.sub(r" *»", " »", text)
        text = re.sub(r"(?<=[!?]) (?=[!?])", "", text)
    return text.strip()


def read_pairs(folder: Path) -> list[tuple[str, str]]:
    """The cleaned pairs of every tab-separated .txt below a folder, each once, in the file's order."""
    files = sorted(folder.rglob("*.txt"))
    if not files:
        raise FileNotFoundError(f"read_pairs: folder: expected a tab-separated .txt with the pairs, got none in {folder}")
    pairs: dict[tuple[str, str], None] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            english, _, rest = line.partition("\t")
            french = rest.split("\t")[0]
            pair = clean(english, False), clean(french, True)
            if all(pair):
                pairs[pair] = None
    return list(pairs)


def same_sentence(english: str) -> str:
    """What counts as one English sentence when parting train and test: case and punctuation aside."""
    return re.sub(r"[^\w ]", "", english.lower()).strip()


@dataclass
class Split:
    train: list[tuple[str, str]]
    dev: dict[str, list[str]]
    """English to all its French references."""
    test: dict[str, list[str]]


def split(pairs: Iterable[tuple[str, str]], test: int = TEST, dev: int = DEV) -> Split:
    """Parts pairs by distinct English sentence, by a hash, so that the parts do not depend on the order of the file."""
    french: dict[str, list[str]] = {}
    for one, other in pairs:
        french.setdefault(one, []).append(other)
    groups: dict[str, list[str]] = {}
    for english in french:
        groups.setdefault(same_sentence(english), []).append(english)
    ordered = sorted(groups, key=lambda key: hashlib.sha256(f"{SPLIT_SEED}|{key}".encode()).digest())

    def part(keys: list[str]) -> dict[str, list[str]]:
        # One spelling of each sentence is scored; the others of its group are in no part.
        return {groups[key][0]: french[groups[key][0]] for key in keys}

    train = [
        (english, other)
        for key in ordered[test + dev :]
        for english in groups[key]
        for other in french[english]
        if len(english.split()) <= LONGEST_WORDS and len(other.split()) <= LONGEST_WORDS
    ]
    return Split(sorted(train), part(ordered[test : test + dev]), part(ordered[:test]))
