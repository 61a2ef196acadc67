"""Small boxes that ask for money and end in a link go; boxes that end in a link and tell something stay."""

import pytest

from newsgrab.extraction.boilerplate.calls import mark_calls
from newsgrab.model import Box, Mark, Verdict
from tests.blocks import ROOT, STORY, paragraph


def box_of(*texts):
    return Box(tag="div", parent=ROOT, text_length=sum(map(len, texts)))


def boxed(*texts):
    """Return paragraphs in a box of their own, the last one a link."""
    box, (*told, call) = box_of(*texts), texts
    return [*(paragraph(text, box) for text in told), paragraph(call, box, "https://example.org/give")]


def cut(blocks, marks=()):
    return [blocks[mark.block].text for mark in mark_calls(blocks, marks)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Readers pay for what you read here.", "Give $5 a month"),
        ("Local news matters", "Our reporters live here too. A digital subscription is $3.", "Start today"),
        ("Wir haben keinen Konzern im Rücken.", "Ein Abo kostet 4 Euro im Monat.", "Hier entlang"),
        ("Нас читают уже десять лет.", "Поддержите нашу редакцию.", "Да"),
    ],
)
def test_a_box_that_asks_goes_but_for_the_link_that_goes_anyway(texts):
    assert cut([paragraph(STORY), *boxed(*texts), paragraph(STORY)]) == list(texts[:-1])


def test_what_another_rule_takes_is_not_marked_again():
    blocks = [paragraph(STORY), *boxed("Readers pay for what you read here.", "Give $5 a month")]
    taken = Mark(rule="x", verdict=Verdict.STRIP, block=1, start=0, end=len(blocks[1].text))
    assert cut(blocks, [taken]) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("The hearing is on 3 May at 7 p.m.", "It is open to the public.", "Full agenda"),
        ("About Jane Doe", "Jane Doe was named reporter of the year.", "@janedoe"),
        ("“We live on donations,” the priest said.", "The parish site"),
        ("The museum lives on donations from visitors.", "Opening hours"),
        ("You cannot donate blood in the week after a fever.", "The rules in full"),
    ],
)
def test_a_box_that_tells_stays(texts):
    assert cut([paragraph(STORY), *boxed(*texts), paragraph(STORY)]) == []


def test_the_first_words_of_a_page_stay():
    texts = ("We welcome your ideas.", "Subscribe and you hear first.", "Join")
    assert cut([*boxed(*texts), paragraph(STORY), paragraph(STORY)]) == []


def test_a_link_in_the_midst_of_a_box_ends_none():
    box = box_of(STORY)
    told = ["Readers pay for what you read here.", "Give $5 a month", "The ferry is lost."]
    blocks = [paragraph(STORY), *(paragraph(text, box, "/x" if "$" in text else None) for text in told)]
    assert cut(blocks) == []


FLASH = "The ferry sank at noon in calm water, the coast guard said."


@pytest.mark.parametrize(
    ("address", "left"), [("/subscribe", []), ("/news/2024/ferry", ["Ffwrdd", "Pob gair am bunt."])]
)
def test_a_box_below_a_flash_goes_where_a_call_in_it_leads_to_a_till(address, left):
    url = "https://example.org/news/2024/05/ferry-sinks"
    box, texts = box_of("Ffwrdd", "Pob gair am bunt.", "Ymuno", "Mewn"), ("Ffwrdd", "Pob gair am bunt.")
    calls = (("Ymuno", f"https://example.org{address}"), ("Mewn", "https://example.org/login"))
    blocks = [
        paragraph(FLASH),
        *(paragraph(text, box) for text in texts),
        *(paragraph(text, box, href) for text, href in calls),
    ]
    gone = {mark.block for mark in mark_calls(blocks, (), url)}
    assert [block.text for place, block in enumerate(blocks[:3]) if place and place not in gone] == left
