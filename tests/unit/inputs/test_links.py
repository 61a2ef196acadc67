"""The proof that rules/links.toml carries."""

import pytest

from newsgrab.inputs.links import ENOUGH, address_points, link_words


@pytest.mark.parametrize("url", link_words().articles)
def test_articles_are_seen_in_the_address_alone(url):
    assert address_points(url) >= ENOUGH


@pytest.mark.parametrize("url", link_words().others)
def test_what_is_no_article_is_not(url):
    assert (address_points(url) or 0) < ENOUGH
