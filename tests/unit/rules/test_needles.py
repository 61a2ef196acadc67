"""The needles of a pattern: no text that fits may be without one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.extraction.boilerplate.gate import gate_of
from newsgrab.rules import Rules, load
from newsgrab.rules.lexicon import with_words
from newsgrab.rules.needles import fold, needles

RULES = load()


@pytest.mark.parametrize("phrase", RULES.phrases, ids=lambda phrase: phrase.id)
def test_every_example_that_fits_has_a_needle(phrase):
    texts = [text for text in (*phrase.strips, *phrase.keeps) if phrase.match.search(text)]
    assert texts
    for entry in phrase.entries:
        fitting = [fold(text) for text in texts if re.search(entry.pattern, text, re.IGNORECASE)]
        for asked in needles(entry.text):
            assert all(any(needle in text for needle in asked) for text in fitting)


ENTRIES = [entry.text for phrase in RULES.phrases for entry in phrase.entries]


@given(
    st.sampled_from(ENTRIES).flatmap(lambda text: st.tuples(st.just(text), st.from_regex(with_words(text))))
)
def test_any_text_that_fits_has_a_needle(fitting):
    pattern, text = fitting
    for asked in needles(pattern):
        assert any(needle in fold(text) for needle in asked)


@pytest.mark.parametrize("phrase", RULES.phrases, ids=lambda phrase: phrase.id)
def test_the_entries_fit_what_the_phrase_fits(phrase):
    for text in (*phrase.strips, *phrase.keeps):
        fits = any(re.search(entry.pattern, text, re.IGNORECASE) for entry in phrase.entries)
        assert fits is bool(phrase.match.search(text))


def test_the_gate_lets_through_what_fits():
    texts = [text for phrase in RULES.phrases for text in (*phrase.strips, *phrase.keeps)]
    for text in texts:
        tried = [phrase for phrase in RULES.phrases if phrase.match.search(text)]
        assert gate_of(RULES).fitting(text) == tried


def test_without_phrases_nothing_fits():
    assert gate_of(Rules()).fitting("Subscribe to our newsletter") == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?:donate|subscribe) to our", [{"to our"}, {"donate", "subscribe"}]),
        (r"news(?:letter)?\b", [{"news"}]),
        ("(?:help|back) us", [{"help", "back"}]),
        ("[xy]|help", []),
        ("(?:newsletter)?", []),
        ("(?:ab){2,3}newsletter", [{"newsletter"}]),
        ("広告|广告", [{"広告", "广告"}]),
        ("[©℗]", [{"©", "℗"}]),
        ("(?=.*newsletter)", []),
        ("help(?!ful|less) us", [{"help"}]),
        ("helps? us", [{"help"}]),
        ("help{0,2} us", [{"hel"}]),
        ("(?:(?:help) now)", [{"help now"}]),
        ("(?:donate|)", []),
        (r"[\]help]+ now\.", [{"now."}]),
        (r"\bhelp\b", [{"help"}]),
        (r"\$help\d", [{"$help"}]),
        (r"[\u0061\]] \u0061help\x41\101", [{"help"}]),
        ("(?i:help)", [{"help"}]),
        ("(?P<who>help|back)", [{"help", "back"}]),
        ("(a)(?(1)help|back)", []),
        ("()", []),
    ],
)
def test_what_a_pattern_asks_for(pattern, expected):
    assert needles(pattern) == tuple(map(frozenset, expected))
