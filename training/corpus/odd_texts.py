"""Odd texts: what people type that is no sentence. In training they are copied; the evaluation draws its own.

The two kinds of generator share no list, so that the evaluation's five hundred inputs are not the ones trained on.
"""

import random
import string
from collections.abc import Iterator

CJK = (0x4E00, 0x9FA5)
EMOJI = ((0x1F600, 0x1F64F), (0x1F300, 0x1F5FF), (0x1F680, 0x1F6C5), (0x1F900, 0x1F9FF), (0x2600, 0x27BF))
NAMES = "x y n total value index user data item count result name key list node size left right sum mean".split()


def letters(draw: random.Random) -> str:
    return "".join(draw.choice(string.ascii_letters) for _ in range(draw.choice((1, 1, 1, 2, 3, 5, 9))))


def digits(draw: random.Random) -> str:
    return draw.choice((
        str(draw.randrange(10)), str(draw.randrange(10_000)), f"{draw.randrange(100)}.{draw.randrange(100)}", f"{draw.randrange(24)}:{draw.randrange(60):02}",
        "".join(draw.choice(string.digits) for _ in range(draw.randrange(5, 30))), f"{draw.randrange(99)} + {draw.randrange(99)} = {draw.randrange(199)}",
    ))


def signs(draw: random.Random) -> str:
    return "".join(draw.choice(string.punctuation + "   ") for _ in range(draw.randrange(1, 12))).strip()


def code(draw: random.Random) -> str:
    a, b, c = (draw.choice(NAMES) for _ in range(3))
    return draw.choice((
        f"{a} = {b}({c})", f"for {a} in {b}:", f"if ({a} > {draw.randrange(9)}) {{ {b}++; }}", f"{a}.{b}[{draw.randrange(9)}]", f"<{a} {b}=\"{c}\">",
        f"https://{a}.{b}/{c}?{a}={draw.randrange(99)}", f"{a}_{b}@{c}.org", f"#{a} @{b}",
    ))


def foreign(draw: random.Random) -> str:
    first, last = CJK
    return "".join(chr(draw.randint(first, last)) for _ in range(draw.choice((draw.randrange(1, 10), draw.randrange(8, 25)))))


def emoji(draw: random.Random) -> str:
    return draw.choice(("", " ")).join(chr(draw.randint(*draw.choice(EMOJI))) for _ in range(draw.randrange(1, 6)))


def letters_again(draw: random.Random) -> str:
    return draw.choice(string.ascii_letters) * draw.randrange(2, 20)


MAKERS = (letters, digits, signs, code, foreign, foreign, foreign, emoji, letters_again)


def odd_copies(draw: random.Random, count: int) -> Iterator[str]:
    """Odd texts for training, each a target of its own."""
    made = 0
    while made < count:
        text = " ".join(draw.choice(MAKERS)(draw) for _ in range(draw.choice((1, 1, 1, 2, 3)))).strip()
        if text:
            made += 1
            yield " ".join(text.split())
