"""The desk that an article is printed under, where no metadata states it."""

import pytest

from tests.pages import PARAGRAPH, metadata

URL = "https://example.org/news/coast/harbour-reopens"
HEAD = "<h1>Harbour reopens</h1>"


def section(body, head="", url=URL):
    return metadata(body + PARAGRAPH * 3, head, url=url).section


@pytest.mark.parametrize(
    "head",
    [
        f"<a rel='category tag' href=/c/4>Coast</a>{HEAD}",
        f"<div class=post-category><i>in</i> <a href=/c/4>Coast</a></div>{HEAD}",
        f"<p class=Article_category__x>Coast</p>{HEAD}",
        f"<nav class=breadcrumb><a href=/>Post</a> <a href=/a>News</a> <a href=/b>Coast</a></nav>{HEAD}",
        f"<nav aria-label=Breadcrumb><a href=/>Home</a> <a href=/b>Coast</a> <a href=/h>Harbour reopens</a></nav>{HEAD}",
        f"<div><a href=/news>News</a> <a href=/news/coast>Coast</a></div>{HEAD}",
    ],
    ids=["rel", "a name", "a name without a link", "the way", "the way to the page itself", "the address"],
)
def test_where_a_page_prints_its_desk(head):
    assert section(head) == "Coast"


@pytest.mark.parametrize(
    "head",
    [
        f"<ul><li><a href=/news>News</a></li>{'<li><a href=/sport>Sport</a></li>' * 4}</ul>{HEAD}",
        f"<div><a href=/other>Other</a></div>{HEAD}",
        f"<nav class=breadcrumb><a href=/>Post</a></nav>{HEAD}",
        f"<nav class=breadcrumb><a href=/news>Back to all news</a></nav>{HEAD}",
        f"<span class=category>12 May 2024</span>{HEAD}",
        "",
    ],
    ids=["a menu", "a link elsewhere", "a front page", "a way back", "a date", "nothing"],
)
def test_what_names_no_desk(head):
    assert section(head) is None


@pytest.mark.parametrize(
    ("head", "desk"),
    [
        (f"<p><a href=/coast>Coast</a></p>{HEAD}", "Coast"),
        (f"<p><a href=/tag/storms>Storms</a></p>{HEAD}", None),
        (f"<p><a href=/coast>Coast</a> <a href=/storms>Storms</a></p>{HEAD}", None),
        (f"<p><a href=/author/jane-doe>Jane Doe</a></p>{HEAD}", None),
        (f"<p><a href=/about>Haven Post</a></p>{HEAD}", None),
        (f"<p><a href=/de>Deutsch</a></p>{HEAD}", None),
    ],
    ids=["alone", "of a topic", "of two", "of a person", "of the paper", "of a language"],
)
def test_one_link_right_above_the_headline_is_its_desk_where_the_address_names_none(head, desk):
    assert section(head, url="https://example.org/article/4711/harbour-reopens") == desk


def test_what_the_metadata_states_goes_before_what_is_printed():
    head = "<meta property=article:section content=Harbours>"
    assert section(f"<a rel='category tag' href=/c/4>Coast</a>{HEAD}", head) == "Harbours"


@pytest.mark.parametrize(
    ("stated", "desk"),
    [
        ("Posted in Coast", "Coast"),
        ("› Coast", "Coast"),
        ("Boats,Coast", "Boats, Coast"),
        ("Startseite", None),
        ("Harbour reopens", None),
    ],
)
def test_a_desk_is_stated_without_what_stands_around_it(stated, desk):
    assert section(HEAD, f'<meta property="article:section" content="{stated}">') == desk


def test_who_wrote_it_is_no_desk():
    head = f"<a rel='category tag' href=/u/4>Jane Doe</a>{HEAD}<p class=byline>By Jane Doe</p>"
    assert section(head) is None
