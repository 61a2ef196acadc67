"""Boxes and short paragraphs that ask go whole; a paragraph beside a request stays."""

import pytest

from newsgrab.extraction.boilerplate.appeals import mark_asking_boxes, mark_rests_of_notices
from newsgrab.model import Box, Mark, Verdict
from tests.blocks import ROOT, STORY, paragraph

BOX = Box(tag="div", parent=ROOT)


def asks(place, text, rule="donation.appeal"):
    return Mark(rule=rule, verdict=Verdict.STRIP, block=place, start=0, end=len(text))


def test_the_rest_of_an_appeal_goes_with_it():
    texts = ("A small favour.", "Our office was searched twice last year.", "Please support our work today.")
    blocks = [paragraph(STORY), paragraph(STORY), *(paragraph(text, BOX) for text in texts)]
    marks = [asks(2, texts[0]), asks(4, texts[2])]
    (found,) = mark_asking_boxes(blocks, marks)
    assert (found.rule, found.block, found.end) == ("donation.box", 3, len(texts[1]))


def test_a_story_in_one_box_with_an_appeal_stays():
    blocks = [paragraph(STORY), paragraph("Donate.", BOX), paragraph("Give now.", BOX), paragraph(STORY, BOX)]
    assert mark_asking_boxes(blocks, [asks(1, "Donate."), asks(2, "Give now.")]) == ()


def test_a_box_that_begins_with_the_story_stays():
    texts = ("It rained.", "Donate.", "Give now.")
    blocks = [paragraph(STORY), *(paragraph(text, BOX) for text in texts)]
    assert mark_asking_boxes(blocks, [asks(2, "Donate."), asks(3, "Give now.")]) == ()


def test_links_to_other_articles_ask_for_nothing():
    texts = ("Read more.", "Ferries", "See also.")
    blocks = [paragraph(STORY), *(paragraph(text, BOX) for text in texts)]
    marks = [asks(1, texts[0], "related.inline"), asks(3, texts[2], "related.inline")]
    assert mark_asking_boxes(blocks, marks) == ()


NOTICE = "Comments are moderated."


def test_what_else_a_short_notice_says_goes_with_it():
    text = f"{NOTICE} Please keep it civil."
    (found,) = mark_rests_of_notices([paragraph(text)], [asks(0, NOTICE, "comments.moderated")])
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
    assert mark_rests_of_notices([paragraph(text)], marks) == ()


def framed(*texts, last_rule="structure.link-line"):
    blocks = [paragraph(STORY), *(paragraph(text, BOX) for text in texts), paragraph(STORY)]
    marks = [asks(1, texts[0], "newsletter.heading"), asks(len(texts), texts[-1], last_rule)]
    return [(mark.block, mark.rule) for mark in mark_asking_boxes(blocks, marks)]


def test_a_small_box_that_begins_by_asking_and_ends_in_a_link_goes_whole():
    assert framed("Newsletter", "“The Week in Boats”", "All that sails, every week.", "Order") == [
        (2, "newsletter.box"),
        (3, "newsletter.box"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("Newsletter", STORY * 2, "Order"),
        ("Newsletter", "“It is read by few,” said the clerk.", "Order"),
    ],
)
def test_a_long_box_and_one_with_a_quotation_stay(texts):
    assert framed(*texts) == []


def test_a_box_that_ends_in_words_stays():
    assert (
        framed("Newsletter", "All that sails, every week.", "It is free.", last_rule="repeat.paragraph") == []
    )


@pytest.mark.parametrize(
    ("question", "goes"),
    [
        ("Have you seen a boat like that?", True),
        ("Who has seen a boat like that?", False),
        ("It was noon. Have you seen a boat like that?", False),
    ],
)
def test_a_question_to_the_reader_goes_with_the_call_that_ends_it(question, goes):
    call = "Email jane@example.org"
    text = f"{question} {call}"
    mark = Mark(rule="comments.form", verdict=Verdict.STRIP, block=0, start=len(question) + 1, end=len(text))
    assert [(one.start, one.end) for one in mark_rests_of_notices([paragraph(text)], [mark])] == [
        (0, len(text))
    ] * goes


def test_a_question_of_one_word_goes_with_the_call_behind_it():
    text = "Gostou? Apoie o jornal com um pix."
    call = Mark(rule="donation.appeal", verdict=Verdict.STRIP, block=0, start=8, end=len(text))
    (found,) = mark_rests_of_notices([paragraph(text)], [call])
    assert (found.start, found.end) == (0, len(text))


def test_what_else_a_note_on_a_machine_says_goes_with_it():
    text = "This is a machine's summary. Always refer to the full article."
    (found,) = mark_rests_of_notices([paragraph(text)], [asks(0, text[:28], "audio.made-by-machine")])
    assert (found.rule, found.end) == ("audio.rest", len(text))


@pytest.mark.parametrize(
    ("before", "goes"),
    [
        ("The Haven Post is a nonprofit newsroom that reads the budgets nobody reads.", True),
        ("The old mill is a house that nobody has lived in since the storm of 1953.", False),
    ],
)
def test_what_a_publisher_says_of_itself_goes_with_what_it_asks_for(before, goes):
    asked = "Get our stories by mail."
    text = f"{before} {asked}"
    mark = Mark(
        rule="newsletter.appeal", verdict=Verdict.STRIP, block=0, start=text.index(asked), end=len(text)
    )
    assert [one.rule for one in mark_rests_of_notices([paragraph(text)], [mark])] == [
        "newsletter.rest"
    ] * goes
