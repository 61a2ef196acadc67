"""Every example of where sentences end."""

import pytest

from newsgrab.rules.lexicon import examples
from newsgrab.rules.sentences import sentence_bounds


@pytest.mark.parametrize("example", examples("sentences"), ids=lambda example: example["text"])
def test_sentences(example):
    text = example["text"]
    assert [text[start:end] for start, end in sentence_bounds(text)] == example["sentences"]
