"""Every example of urls.toml, and the faults its reader finds."""

from __future__ import annotations

import re

import pytest

from newsgrab.errors import RuleError
from newsgrab.rules.addresses import load_addresses
from newsgrab.urls import identity, normalized

RULES = load_addresses()
DROPS = RULES.tracking + RULES.fragments


@pytest.mark.parametrize("url", [url for drop in DROPS for url in drop.strips])
def test_what_a_rule_strips(url):
    assert normalized(url) != url


@pytest.mark.parametrize("drop", RULES.tracking, ids=lambda drop: drop.id)
def test_each_rule_strips_its_own_examples(drop):
    match = re.compile(drop.match, re.IGNORECASE | re.VERBOSE)
    for url in drop.strips:
        assert any(match.fullmatch(piece.partition("=")[0]) for piece in re.split(r"[?&]", url)[1:])


@pytest.mark.parametrize("url", [url for drop in DROPS for url in drop.keeps])
def test_what_a_rule_keeps(url):
    assert normalized(url) == url


@pytest.mark.parametrize("pair", [pair for view in RULES.views for pair in view.same], ids=str)
def test_two_views_of_one_article(pair):
    assert identity(pair[0]) == identity(pair[1])


@pytest.mark.parametrize("pair", [pair for view in RULES.views for pair in view.other], ids=str)
def test_two_articles(pair):
    assert identity(pair[0]) != identity(pair[1])


def test_ids_are_unique():
    ids = [rule.id for rule in (*DROPS, *RULES.views)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[tracking]]\nid='urls.x'\nmatch='('\nstrips=['a']\nkeeps=['b']", "urls.x"),
        ("[[tracking]]\nid='urls.x'\nmatch='a'\nstrips=[]\nkeeps=['b']", "strips"),
        ("[[tracking]]\nid='urls.x'\nmatch='a'\nstrips=['a']", "keeps"),
        (
            "[[view]]\nid='urls.x'\npart='port'\nmatch='a'\nwith=''\nsame=[['a','b']]\nother=[['a','b']]",
            "part",
        ),
        ("[[view]]\nid='urls.x'\npart='path'\nmatch='a'\nwith=''\nsame=['a']\nother=[['a','b']]", "same"),
        ("[[parameter]]\n", "parameter"),
    ],
)
def test_a_bad_file_is_named(tmp_path, text, complaint):
    path = tmp_path / "urls.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RuleError, match=complaint):
        load_addresses(path)
