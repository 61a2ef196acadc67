"""Every example of the words in addresses: what is taken for an article on its own, and what is not."""

import pytest

from newsgrab.inputs.links import ENOUGH, address_points
from newsgrab.rules.lexicon import examples


@pytest.mark.parametrize("example", examples("links"), ids=lambda example: example["address"])
def test_addresses_of_articles(example):
    assert ((address_points(example["address"]) or 0) >= ENOUGH) == example["is_article"]
