"""Paragraphs in which the publisher names itself and speaks to its readers go; what it tells of itself stays."""

import pytest

from newsgrab.extraction.boilerplate.house import mark_house_lines, own_names
from newsgrab.model import Claim
from tests.blocks import STORY, paragraph

NAMES = frozenset({"thehavenpost", "havenpost"})


def cut(*texts):
    blocks = [*map(paragraph, texts)]
    return [blocks[mark.block].text for mark in mark_house_lines(blocks, (), NAMES)]


@pytest.mark.parametrize(
    "text",
    [
        "When you join The Haven Post family, you keep our reporters at sea.",
        "Die Haven-Post ist auch als App da: Sie finden uns in den Stores.",
        "At Haven Post, we question everything. Shape our journalism with us.",
    ],
)
def test_an_offer_in_its_own_name_goes(text):
    assert cut(STORY, text, STORY) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The Haven Post was founded in 1921 and sold in May.",
        "“You can subscribe to The Haven Post,” the mayor said.",
        "The mayor told The Haven Post that you may donate.",
        "HAVEN POST: You live on donations. Why?",
        "Our newsletter is sent on Fridays.",
        "You can donate by mail to give@havenpost.example.",
    ],
)
def test_what_it_tells_of_itself_or_others_offer_stays(text):
    assert cut(STORY, text, STORY) == []


def test_the_first_paragraph_stays():
    text = (
        "When you join The Haven Post family, you keep our reporters at sea, and that is what this is about."
    )
    assert cut(text, STORY) == []


def test_a_publishers_names_are_those_of_its_host_and_its_title():
    title = Claim(field="headline", value="Ferry sinks | Haven Daily", origin="page", locator="title: title")
    found = own_names("https://www.havenpost.example/a", (title,), None, "Ferry sinks")
    assert found == {"havenpost", "havendaily"}
    assert own_names(None, (), "Post", "Ferry sinks") == frozenset()
