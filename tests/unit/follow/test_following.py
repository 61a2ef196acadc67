"""The file of what is followed: read as written, faults told, filters that let through what is wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.errors import UsageError
from newsgrab.follow.following import Followed, is_wanted, read_following, with_followed, write_following
from newsgrab.inputs.listing import Listing

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
TUPLES = st.lists(WORDS, max_size=3).map(tuple)
FOLLOWED = st.builds(
    Followed,
    url=WORDS,
    found_at=st.none() | WORDS,
    languages=TUPLES,
    sections=TUPLES,
    match=st.sampled_from([None, r"/sport/\d+", 'a"b', "é\n"]),
    tags=TUPLES,
)


@given(st.lists(FOLLOWED, max_size=4).map(tuple))
def test_what_is_written_reads_back_equal(following):
    assert read_following(write_following(following).encode()) == following


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[follow]", "following.toml"),
        ("[[follow]]\ntags = []", "number 1: it needs a url"),
        ("[[follow]]\nurl = 'https://example.org'\nlanguage = 'de'", "unknown key language"),
        ("[[follow]]\nurl = 'https://example.org'\nlanguages = 'de'", "languages cannot be 'de'"),
        ("[[follow]]\nurl = 'https://example.org'\nmatch = '('", "is no regular expression"),
        ("follow = 3", "only be"),
        ("follow = " + "9" * 5000, "digits"),
        ("follow = " + "[" * 9000, "recursion"),
        ("[other]", "only be"),
    ],
)
def test_faults_are_named(text, fault):
    with pytest.raises(UsageError, match=fault.replace("(", r"\(")):
        read_following(text.encode())


def test_a_file_in_another_encoding_is_told_and_not_rewritten():
    with pytest.raises(UsageError, match=r"following.toml: 'utf-8' codec"):
        read_following('[[follow]]\nurl = "https://example.org"\nsections = ["Köln"]'.encode("latin-1"))


def test_following_again_replaces_the_filters():
    first, other = Followed(url="https://example.org/rss"), Followed(url="https://example.com/rss")
    new = Followed(url="https://example.org/rss", tags=("harbour",))
    assert with_followed((first, other), new) == (new, other)
    assert with_followed((other,), new) == (other, new)


ARTICLE = Listing(url="https://example.org/sport/2024/a", language="de-AT", sections=("Rowing",))


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({}, True),
        ({"languages": ("de",)}, True),
        ({"languages": ("en", "DE-at")}, True),
        ({"languages": ("en",)}, False),
        ({"languages": ("d",)}, False),
        ({"sections": ("Sport",)}, True),
        ({"sections": ("rowing", "Chess")}, True),
        ({"sections": ("Local",)}, False),
        ({"match": r"/sport/\d{4}/"}, True),
        ({"match": r"/local/"}, False),
        ({"sections": ("sport",), "languages": ("en",)}, False),
    ],
)
def test_filters(filters, wanted):
    assert is_wanted(ARTICLE, Followed(url="", **filters)) is wanted


def test_what_a_listing_does_not_say_speaks_for_it():
    bare = Listing(url="https://example.org/a")
    assert is_wanted(bare, Followed(url="", languages=("de",), sections=("Local",)))
