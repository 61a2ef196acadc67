"""Every rule's own proof: what it must strip, and one sentence of true news it must leave alone."""

import pytest
from lxml.cssselect import CSSSelector
from lxml.html import fragment_fromstring

from newsgrab.extraction.attributes import split_names
from newsgrab.extraction.naming import Naming
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


NAMES = [
    (rule, example, is_listed)
    for rule in RULES.names
    for is_listed, examples in ((True, rule.strips), (False, rule.keeps))
    for example in examples
]


@pytest.mark.parametrize(
    ("rule", "example", "is_listed"), NAMES, ids=lambda value: getattr(value, "id", None)
)
def test_names_examples(rule, example, is_listed):
    found = Naming((rule,)).find(split_names(example))
    assert (found is not None) is is_listed


def test_selector_examples():
    for rule in RULES.selectors:
        chooses = CSSSelector(rule.match, translator="html")
        for is_strip, examples in ((True, rule.strips), (False, rule.keeps)):
            for example in examples:
                found = bool(chooses(fragment_fromstring(example, create_parent=True)))
                assert found is (is_strip == (rule.verdict is Verdict.STRIP)), (rule.id, example)
