"""Boxes whose names would take the article are not what they are called."""

import pytest

from newsgrab.extraction.body.mistaken import find_mistaken
from newsgrab.extraction.page.document import parse
from newsgrab.extraction.page.survey import survey
from newsgrab.model import Page

STORY = (
    "<p>The harbour of Port Haven reopened on Friday, three days after the storm that broke its pier.</p>"
    "<p>Ferries to the islands run again from noon, the harbour authority said, without cars for now.</p>"
)
MORE = "<p>Half of the pier broke off, the harbour authority said.</p>"


def found(html, **named):
    """Return which boxes, called by their ids, hold the article though they are named by these lists."""
    page = Page(url=None, requested_url=None, body=f"<body>{html}</body>".encode())
    body = parse(page).body
    measured = survey(body)
    ids = {one.get("id"): measured.place_of(one) for one in body.inside() if one.get("id")}
    lists = {ids[one]: f"{kind}.names" for one, kind in named.items()}
    headline = next((one for one in body.inside() if one.get("class") == "headline"), None)
    places = find_mistaken(measured, 0, lists, headline)
    return {one for one, place in ids.items() if place in places}


@pytest.mark.parametrize("kind", ["interactive", "navigation", "subscription"])
def test_a_box_with_the_headline_and_most_of_the_text_is_the_article(kind):
    box = f"<div id='box'><h1 class='headline'>Harbour reopens</h1>{STORY}</div>"
    assert found(box + MORE, box=kind) == {"box"}


def test_the_head_of_an_article_may_be_called_something_else():
    head = (
        "<div id='head'><h1 class='headline'>Harbour reopens</h1><p>Share this article with others</p></div>"
    )
    assert found(head + STORY, head="sharing") == set()


def test_a_list_that_has_the_headline_too_is_not_the_article():
    teaser = "<h3 class='headline'>Harbour reopens</h3>"
    rail = f"<div id='rail'>{teaser}{STORY * 3}</div>"
    box = f"<div id='box'><h1>Harbour reopens</h1><div id='inner'>{STORY}</div></div>"
    assert found(rail + box, rail="navigation", box="navigation", inner="comments") == set()
    assert found(rail + box, rail="navigation", box="navigation") == {"box"}


def test_a_box_that_holds_nearly_all_text_is_the_article():
    head = "<h1 class='headline'>Harbour reopens</h1>"
    assert found(f"{head}<div id='box'>{STORY * 5}</div>", box="interactive") == {"box"}
    assert found(f"{head}<div id='box'>{STORY * 5}</div>{STORY}", box="interactive") == set()
    assert found(f"{head}<div id='box'>{STORY}</div>", box="interactive") == set()


@pytest.mark.parametrize("kind", ["consent", "newsletter", "comments", "navigation"])
def test_what_asks_is_not_the_article_where_there_is_no_other_text(kind):
    head = "<h1 class='headline'>The pier in pictures</h1><figure><figcaption>The pier</figcaption></figure>"
    assert found(f"{head}<div id='box'>{STORY * 5}</div>", box=kind) == set()
