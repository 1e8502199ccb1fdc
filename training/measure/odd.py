"""Five hundred odd inputs and what is asked of the answers: an end, and no word over and over."""

import random

from model.tokenizer import END

COUNT = 500
SEED = 20
MOST_IN_A_ROW = 4
CHINESE = "机器学习注意力模型翻译句子今天天气很好我们去公园散步吧老师学生学校书本苹果香蕉猫狗街道动物太累了所以没有过马路"
EMOJI = "😀🐱🚗🌍🎉🍎🔥💡🐶🏠📚🎵🥖🇫🇷👍❤️🤖✨"
SNIPPETS = (
    "def f(x): return x ** 2", "SELECT * FROM users WHERE id = 7;", "while (true) { i += 1; }", "git commit -am 'wip'", "x[0] = y->next;",
    "<div class='a'>text</div>", "console.log(\"hi\");", "import numpy as np", "printf(\"%d\\n\", n);", "a && b || !c", "{\"key\": [1, 2, 3]}",
    "rm -rf ./build", "std::vector<int> v;", "λx. x + 1", "∑ i² = n(n+1)(2n+1)/6", "http://example.com/a?b=c#d", "C:\\Users\\me", "0xFF & ~mask",
)
MARKS = ("</s>", "<pad>", "<unk>", "<0x0A>", "▁", "...", "?!", "()", "\"\"", "--", "***", "&amp;", "%s", "N/A", "e.g.", "A.B.C.", "@home", "#1", "50%", "$9.99")


def one(draw: random.Random, sentences: list[str]) -> str:
    """An odd input; its kind is drawn first."""
    words = [word for text in draw.sample(sentences, 30) for word in text.split()]
    kind = draw.randrange(10)
    if kind == 0:
        return chr(draw.choice((97, 65)) + draw.randrange(26))
    if kind == 1:
        return draw.choice(sentences).upper()
    if kind == 2:
        return draw.choice((str(draw.randrange(10**draw.randrange(1, 12))), "3.14159", "1,000,000", "12/05/1997", "10:45", "+33 1 23 45 67 89", "2 + 2 = 4"))
    if kind == 3:
        return " ".join(words[:60])
    if kind == 4:
        return "".join(draw.choice(CHINESE) for _ in range(draw.randrange(1, 20)))
    if kind == 5:
        return draw.choice(("", " ")).join(draw.choice(EMOJI) for _ in range(draw.randrange(1, 6)))
    if kind == 6:
        return draw.choice(SNIPPETS)
    if kind == 7:
        return draw.choice(MARKS) + draw.choice(("", f" {draw.choice(sentences)}"))
    if kind == 8:
        draw.shuffle(words)
        return " ".join(words[: draw.randrange(2, 15)])
    return draw.choice(sentences)[: draw.randrange(1, 30)].strip() + draw.choice(("", "", draw.choice(EMOJI), draw.choice(CHINESE)))


def odd_inputs(sentences: list[str]) -> list[str]:
    """The five hundred, always the same for the same held-out sentences."""
    draw = random.Random(SEED)
    found: dict[str, None] = {}
    while len(found) < COUNT:
        text = one(draw, sentences).strip()
        if text:
            found[text] = None
    return list(found)


def most_in_a_row(text: str) -> int:
    """The longest run of one and the same word."""
    longest, run, last = 0, 0, None
    for word in text.lower().split():
        run = run + 1 if word == last else 1
        longest, last = max(longest, run), word
    return longest


def is_well(ids: list[int], text: str) -> bool:
    return bool(ids) and ids[-1] == END and most_in_a_row(text) <= MOST_IN_A_ROW
