"""Boxes and short paragraphs that ask go whole; a paragraph beside a request stays."""

import pytest

from newsgrab.extraction.appeals import rests, spread
from newsgrab.model import Block, Box, Kind, Mark, Verdict

ROOT = Box(tag="article")
BOX = Box(tag="div", parent=ROOT)
STORY = "The ferry sank at noon in calm water, the coast guard said on Friday. " * 3


def paragraph(text, box=ROOT):
    return Block(kind=Kind.PARAGRAPH, text=text, box=box)


def asks(place, text, rule="donation.appeal"):
    return Mark(rule=rule, verdict=Verdict.STRIP, block=place, start=0, end=len(text))


def test_the_rest_of_an_appeal_goes_with_it():
    texts = ("A small favour.", "Our office was searched twice last year.", "Please support our work today.")
    blocks = [paragraph(STORY), paragraph(STORY), *(paragraph(text, BOX) for text in texts)]
    marks = [asks(2, texts[0]), asks(4, texts[2])]
    (found,) = spread(blocks, marks)
    assert (found.rule, found.block, found.end) == ("donation.box", 3, len(texts[1]))


def test_a_story_in_one_box_with_an_appeal_stays():
    blocks = [paragraph(STORY), paragraph("Donate.", BOX), paragraph("Give now.", BOX), paragraph(STORY, BOX)]
    assert spread(blocks, [asks(1, "Donate."), asks(2, "Give now.")]) == ()


def test_a_box_that_begins_with_the_story_stays():
    texts = ("It rained.", "Donate.", "Give now.")
    blocks = [paragraph(STORY), *(paragraph(text, BOX) for text in texts)]
    assert spread(blocks, [asks(2, "Donate."), asks(3, "Give now.")]) == ()


def test_links_to_other_articles_ask_for_nothing():
    texts = ("Read more.", "Ferries", "See also.")
    blocks = [paragraph(STORY), *(paragraph(text, BOX) for text in texts)]
    marks = [asks(1, texts[0], "related.inline"), asks(3, texts[2], "related.inline")]
    assert spread(blocks, marks) == ()


NOTICE = "Comments are moderated."


def test_what_else_a_short_notice_says_goes_with_it():
    text = f"{NOTICE} Please keep it civil."
    (found,) = rests([paragraph(text)], [asks(0, NOTICE, "comments.moderated")])
    assert (found.rule, found.start, found.end) == ("comments.rest", 0, len(text))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (f"{NOTICE} {STORY}{STORY}", [asks(0, NOTICE, "comments.moderated")]),
        (f"{NOTICE} {STORY[:69]}", [asks(0, "Co", "comments.moderated")]),
        (f"{NOTICE} It stays so, the mayor said.", [asks(0, NOTICE, "comments.moderated")]),
        (f"{NOTICE} Please keep it civil.", [asks(0, NOTICE, "related.heading")]),
        (
            f"It rained. {NOTICE}",
            [Mark(rule="comments.moderated", verdict=Verdict.STRIP, block=0, start=11, end=34)],
        ),
        (
            f"{NOTICE} Editing by Jane Doe.",
            [
                asks(0, NOTICE, "comments.moderated"),
                Mark(rule="protect.reporting-by", verdict=Verdict.PROTECT, block=0, start=24, end=44),
            ],
        ),
    ],
    ids=["long", "mostly else", "reported", "no notice", "begins otherwise", "protected"],
)
def test_what_only_stands_beside_a_notice_stays(text, marks):
    assert rests([paragraph(text)], marks) == ()
