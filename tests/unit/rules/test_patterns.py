"""The keys by which a rule says what it fits."""

import re

import pytest

from newsgrab.errors import RuleError
from newsgrab.rules import load
from newsgrab.rules.patterns import entries_of, pattern_of


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
        ({"says": [r"^\W*your gift helps"]}, "“Your gift helps,” she wrote.", False),
        ({"says": [r"^\W*your gift helps"]}, "» Your gift helps", True),
        ({"says": ["支持我们"]}, "他说：「支持我们。」", False),
        ({"begins": ["(?&calls.share) this"]}, "Share this", True),
        ({"begins": ["(?&calls.receive)"]}, "Få nyheter", True),
        ({"begins": ["(?&calls.receive)"]}, "Får du nyheter?", False),
        ({"begins": ["(?&calls.app)をダウンロード"]}, "アプリをダウンロード", True),
        ({"whole": ["(?&calls.networks)"]}, "Instagramu", True),
        ({"match": ["^one$", "two"]}, "all two", True),
        ({"match": "^one$"}, "One", True),
        ({"whole": ["one"], "says": ["two"]}, "say two", True),
        ({"whole": ["one"], "says": ["two"]}, "ONE", True),
    ],
)
def test_what_fits(table, text, fits):
    assert bool(pattern_of(entries_of(table)).search(text)) is fits


@pytest.mark.parametrize("table", [{}, {"whole": []}, {"whole": "donate"}])
def test_a_table_that_says_nothing_is_refused(table):
    with pytest.raises(ValueError, match=r"needed|at least one entry"):
        entries_of(table)


def test_a_list_that_is_not_there_is_refused():
    with pytest.raises(RuleError, match=r"calls\.toml: there is no list calls\.sing"):
        pattern_of(entries_of({"begins": ["(?&calls.sing) along"]}))


def test_a_broken_pattern_is_refused():
    with pytest.raises(re.error):
        pattern_of(entries_of({"says": ["(unclosed"]}))


def test_a_broken_pattern_of_a_users_own_is_told_when_it_is_read(tmp_path):
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "donation.toml").write_text(
        '[[phrase]]\nid = "donation.own"\nsays = ["give (now"]\nscope = "sentence"\n'
        'strips = ["Give now."]\nkeeps = ["He gave."]\n',
        "utf-8",
    )
    with pytest.raises(RuleError, match=r"donation\.toml: donation\.own: .*unterminated"):
        load(tmp_path)
