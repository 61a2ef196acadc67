"""A paragraph that ends by asking goes whole where it has a box of its own, and a heading with all below it."""

from newsgrab.extraction.boilerplate.closing_appeals import mark_closing_appeals
from newsgrab.model import Block, Box, Kind, Mark, Verdict
from tests.blocks import ROOT, STORY

BOX = Box(tag="div", names=("support",), parent=ROOT)
ASKED = "Support our newsroom with five dollars a month."
WHOLE = f"We work thanks to you. {ASKED}"


def block(text, box=ROOT, kind=Kind.PARAGRAPH):
    return Block(kind=kind, text=text, box=box, level=2 * (kind is Kind.HEADING))


def asks(place, text, rule="donation.appeal"):
    return Mark(rule=rule, verdict=Verdict.STRIP, block=place, start=text.index(ASKED), end=len(text))


def test_what_stands_before_a_request_goes_with_it():
    (found,) = mark_closing_appeals([block(STORY), block(WHOLE, BOX), block(STORY)], [asks(1, WHOLE)])
    assert (found.block, found.start, found.end, found.rule) == (1, 0, len(WHOLE), "donation.box")


def test_it_stays_where_it_has_no_box():
    assert mark_closing_appeals([block(STORY), block(WHOLE), block(STORY)], [asks(1, WHOLE)]) == ()


def test_it_stays_where_other_paragraphs_have_such_boxes():
    other = Box(tag="div", names=("support",), parent=ROOT)
    assert (
        mark_closing_appeals([block(STORY, other), block(WHOLE, BOX), block(STORY)], [asks(1, WHOLE)]) == ()
    )


def test_what_somebody_said_stays():
    text = f"The mayor said so. {ASKED}"
    assert mark_closing_appeals([block(STORY), block(text, BOX), block(STORY)], [asks(1, text)]) == ()


def test_a_heading_goes_with_all_that_asks_below_it():
    blocks = [block(STORY), block("The Post", BOX, Kind.HEADING), block(ASKED, BOX), block(STORY)]
    assert [(one.block, one.rule) for one in mark_closing_appeals(blocks, [asks(2, ASKED)])] == [
        (1, "structure.heading-of-notice")
    ]


def test_a_first_line_goes_with_all_that_asks_below_it():
    line, said = "All hands on deck", "All hands went on deck."
    blocks = [block(STORY), block(line, BOX), block(ASKED, BOX), block(STORY)]
    assert [one.block for one in mark_closing_appeals(blocks, [asks(2, ASKED)])] == [1]
    blocks[1] = block(said, BOX)
    assert mark_closing_appeals(blocks, [asks(2, ASKED)]) == ()


def test_a_heading_goes_with_a_notice_of_rights_below_it():
    notice = "No part of this text may be copied without our leave."
    blocks = [block(STORY), block("Rights", BOX, Kind.HEADING), block(notice, BOX), block(STORY)]
    rights = Mark(rule="copyright.notice", verdict=Verdict.STRIP, block=2, start=0, end=len(notice))
    assert [(one.block, one.rule) for one in mark_closing_appeals(blocks, [rights])] == [
        (1, "structure.heading-of-notice")
    ]


def test_a_heading_stays_where_more_than_the_request_is_below_it():
    blocks = [block("The Post", BOX, Kind.HEADING), block(ASKED, BOX), block(STORY, BOX)]
    assert mark_closing_appeals(blocks, [asks(1, ASKED)]) == ()
