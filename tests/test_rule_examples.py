"""Every rule's own proof: what it must strip, and one sentence of true news it must leave alone."""

import pytest

from newsgrab.model import Verdict
from newsgrab.rules import load

RULES = load()
EXAMPLES = [
    (phrase, example, fits == (phrase.verdict is Verdict.STRIP))
    for phrase in RULES.phrases
    for fits, examples in ((True, phrase.strips), (False, phrase.keeps))
    for example in examples
]


@pytest.mark.parametrize(
    ("phrase", "example", "fits"), EXAMPLES, ids=lambda value: getattr(value, "id", None)
)
def test_phrase_examples(phrase, example, fits):
    assert bool(phrase.match.search(example)) is fits
