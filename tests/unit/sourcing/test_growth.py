"""Reading eight times the text takes eight times the time, and not sixty-four: by CPU time, with a wide margin."""

import time

import pytest

from newsgrab.sourcing import attribute

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FEW, MANY = 20_000, 160_000  # characters


def word(number):
    """Make another word for each number."""
    return "".join(LETTERS[number // 26**place % 26] for place in range(4))


TEXTS = {
    "short sentences": ("ru", lambda number: "Нет."),
    "a family": ("en", lambda number: f"Mr. {word(number).title()} Lee won."),
    "officials": ("en", lambda number: f"A {word(number)} official said it is so."),
    "senators": ("en", lambda number: f"Senator {word(number).title()} {word(number + 7).title()} said so."),
    "reported clauses": ("de", lambda number: f"Der {word(number).title()} sei alt, sagte er."),
    "words that may be names": ("de", lambda number: f"{word(number).title()}t sagte, es sei alt."),
    "speakers inside the marks": ("ru", lambda number: "«Это так, — сказал он, — и вот так».\n\n"),
    "sentences told of": ("es", lambda number: f"{word(number).title()} llegó. Así lo dijo Lira."),
    "quotations": ("en", lambda number: '"It is all so."'),
}


@pytest.mark.parametrize(("language", "sentence"), TEXTS.values(), ids=TEXTS)
def test_time_grows_with_the_text(language, sentence):
    def seconds(characters):
        count = characters // len(sentence(0))
        text = " ".join(map(sentence, range(count)))
        start = time.process_time()
        attribute(text, language=language)
        return time.process_time() - start

    seconds(100)
    assert seconds(MANY) < 40 * max(seconds(FEW), 0.02)
