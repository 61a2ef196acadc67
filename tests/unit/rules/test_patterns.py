"""The keys by which a rule says what it fits."""

import re

import pytest

from newsgrab.rules.patterns import pattern_of


@pytest.mark.parametrize(
    ("table", "text", "fits"),
    [
        ({"whole": ["donate(?: now)?"]}, "→ Donate now!", True),
        ({"whole": ["donate(?: now)?"]}, "Comments and donate", False),
        ({"whole": ["comments"]}, "Comments (12)", True),
        ({"whole": ["live"]}, "Live 2024", False),
        ({"begins": ["support our newsroom"]}, "Support our newsroom today.", True),
        ({"begins": ["support our newsroom"]}, "“Support our newsroom,” he said.", False),
        ({"begins": ["support our newsroom"]}, "They support our newsroom.", False),
        ({"says": [r"\byour gift helps"]}, "Every day your gift helps us.", True),
        ({"says": [r"\byour gift helps"]}, "She wrote: “Every day your gift helps.”", False),
        ({"match": ["^one$", "two"]}, "all two", True),
        ({"match": "^one$"}, "One", True),
        ({"whole": ["one"], "says": ["two"]}, "say two", True),
        ({"whole": ["one"], "says": ["two"]}, "ONE", True),
    ],
)
def test_what_fits(table, text, fits):
    assert bool(pattern_of(table).search(text)) is fits


@pytest.mark.parametrize("table", [{}, {"whole": []}, {"whole": "donate"}])
def test_a_table_that_says_nothing_is_refused(table):
    with pytest.raises(ValueError, match=r"needed|at least one entry"):
        pattern_of(table)


def test_a_broken_pattern_is_refused():
    with pytest.raises(re.error):
        pattern_of({"says": ["(unclosed"]})
