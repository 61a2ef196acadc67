"""What an address of a list must be, and which are so plain that nobody looks closer."""

import pytest

from newsgrab.batch.crew import is_ordinary, list_key
from newsgrab.errors import BadUrl
from newsgrab.fetching.address import read


@pytest.mark.parametrize(
    "url", ["https://example.org/a", "http://127.0.0.1:8000/a?b=c", "http://news.example.org:64999/"]
)
def test_a_plain_address_is_looked_at_no_closer_and_is_one(url):
    assert is_ordinary(url)
    assert read(url).url == url


@pytest.mark.parametrize("port", ["0", "00", "65536", "99999", "123456", "1x", "-1"])
def test_a_port_that_is_none_is_seen(port):
    with pytest.raises(BadUrl):
        list_key(f"https://example.org:{port}/a")
