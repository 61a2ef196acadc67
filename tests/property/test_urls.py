"""Laws of addresses: cleaning and identity settle at once, and forget only what is not the article's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.errors import BadUrl
from newsgrab.fetching.address import read
from newsgrab.urls import identity, is_front_page, is_same_site, normalized, site, without_userinfo

WORD = st.text("abcXYZ019-_.~é東% +\udcff", min_size=1, max_size=6)  # the last is what no UTF-8 becomes
HOST = st.sampled_from(
    ["example.org", "www.example.org", "EXAMPLE.org:443", "münchen.example", "[2001:db8::1]:8080"]
)
PATH = st.lists(WORD | st.sampled_from(["amp", "print", "..", "."]), max_size=4).map("/".join)
QUERY = st.lists(
    st.tuples(WORD | st.sampled_from(["utm_source", "fbclid", "id", "amp"]), WORD).map("=".join), max_size=3
).map("&".join)
URL = st.builds("{}://{}/{}?{}#{}".format, st.sampled_from(["http", "https"]), HOST, PATH, QUERY, WORD)
ANY = URL | st.text(st.characters(), max_size=40)


@given(ANY)
def test_cleaning_twice_is_cleaning_once(url):
    assert normalized(normalized(url)) == normalized(url)


@given(ANY)
def test_cleaning_does_not_change_the_identity(url):
    assert identity(normalized(url)) == identity(url)


@given(URL)
def test_the_identity_of_an_identity_is_itself(url):
    name = identity(url)
    assert identity(f"https://{name}") == name


@given(URL)
def test_what_is_asked_for_is_known_by_what_was_listed(url):
    try:
        asked = read(url).url
    except BadUrl:  # some of these are no text
        return
    assert identity(asked) == identity(url)
    assert read(asked).url == asked


@given(URL, st.sampled_from(["utm_source=x", "fbclid=1", "gclid=2&utm_medium=y"]))
def test_tracking_is_forgotten(url, tracking):
    address, _, fragment = url.partition("#")
    assert identity(f"{address}&{tracking}#{fragment}") == identity(url)


@given(URL)
def test_a_password_is_never_kept(url):
    scheme, _, rest = url.partition("://")
    secret = f"{scheme}://someone:hunter2@{rest}"
    for text in (normalized(secret), identity(secret), without_userinfo(secret)):
        assert "hunter2" not in text
    assert without_userinfo(secret) == url


@given(
    st.sampled_from(
        ["//", " https://", "<http://", "https//", "https:\\\\", "feed:https://", "\u202ehttp://"]
    ),
    st.text("s/?#\\: ", max_size=5) | st.text("s@: ", max_size=5),
)
def test_a_password_is_not_told_of_what_is_no_address(start, more):
    told = without_userinfo(f"{start}me:a{more}hunter2@example.org/a")
    assert told == f"{start}example.org/a"


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/@me/a:b@c",
        "https://example.org?to=me:you@there",
        "https://example.org:8080/a@b",
        "http://[::1]:80/a@b",
        "news/2024: a day.html@2x",
        "/home/me/a:b@c.html",
    ],
)
def test_what_is_no_password_is_told(text):
    assert without_userinfo(text) == text


@given(ANY)
def test_questions_never_raise(url):
    site(url)
    is_front_page(url)
    assert is_same_site(url, url) or site(url) is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("http://example.org", "https://www.example.org/"),
        ("https://example.org/a/", "https://example.org/a"),
        ("https://example.org:443/a", "https://EXAMPLE.ORG/a"),
        ("https://example.org/a%7Eb%c3%a9", "https://example.org/a~bé"),
        ("https://münchen.example/a", "https://xn--mnchen-3ya.example/a"),
        ("https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1"),
        ("https://example.org/x/../a", "https://example.org/a"),
        ("https://example.org//a", "https://example.org/a"),
    ],
)
def test_one_article(one, two):
    assert identity(one) == identity(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a", "https://example.org:8443/a"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org/#!/a", "https://example.org/#!/b"),
    ],
)
def test_two_articles(one, two):
    assert identity(one) != identity(two)
