"""The needles of a pattern: no text that fits may be without one."""

import pytest

from newsgrab.extraction.gate import gate_for
from newsgrab.model import Verdict
from newsgrab.rules import load
from newsgrab.rules.needles import needles

RULES = load()


@pytest.mark.parametrize("phrase", RULES.phrases, ids=lambda phrase: phrase.id)
def test_every_example_that_fits_has_a_needle(phrase):
    asked = needles(phrase.match.pattern)
    fitting = [text for text in (*phrase.strips, *phrase.keeps) if phrase.match.search(text)]
    assert fitting
    assert asked is None or all(any(needle in text.lower() for needle in asked) for text in fitting)


def test_the_gate_lets_through_what_fits():
    texts = [text for phrase in RULES.phrases for text in (*phrase.strips, *phrase.keeps)]
    gate = gate_for(texts, RULES)
    for text in texts:
        tried = [phrase for phrase in RULES.phrases if phrase.match.search(text)]
        assert list(gate.fitting(text)) == tried


def test_a_gate_for_one_text_is_as_good():
    for phrase in RULES.phrases:
        for text in phrase.strips if phrase.verdict is Verdict.STRIP else phrase.keeps:
            assert phrase in list(gate_for([text], RULES).fitting(text))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?:sign up|subscribe) to our", {"our"}),
        (r"news(?:letter)?\b", {"news"}),
        ("(?:help|back) us", {"help", "back"}),
        ("[xy]|help", None),
        ("(?:newsletter)?", None),
        ("(?:ab){2,3}newsletter", {"newsletter"}),
        ("広告|广告", {"広告", "广告"}),
        ("[©℗]", {"©", "℗"}),
        ("(?=.*newsletter)", None),
    ],
)
def test_what_a_pattern_asks_for(pattern, expected):
    found = needles(pattern)
    assert found == (None if expected is None else frozenset(expected))
