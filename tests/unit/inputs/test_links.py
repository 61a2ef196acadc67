"""The proof that rules/links.toml carries."""

import pytest

from newsgrab.inputs.links import is_article_address, link_words


@pytest.mark.parametrize("url", link_words().articles)
def test_articles_are_seen_in_the_address_alone(url):
    assert is_article_address(url)


@pytest.mark.parametrize("url", link_words().others)
def test_what_is_no_article_is_not(url):
    assert not is_article_address(url)
