"""A small box goes whose name and whose words both hint that the site speaks there; neither is enough alone."""

import pytest

from newsgrab.extraction.boilerplate.hinted import mark_hinted
from newsgrab.model import Box, Kind, Mark, Verdict
from tests.blocks import ROOT, STORY, paragraph


def boxed(name, *texts, kind=Kind.PARAGRAPH):
    box = Box(tag="div", names=(name,), parent=ROOT, text_length=sum(map(len, texts)))
    return [paragraph(text, box, kind=kind) for text in texts]


def cut(*blocks):
    return [blocks[mark.block].text for mark in mark_hinted(blocks, ())]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("member-box", "Our reporters sail with you."),
        ("abo-boks", "Prøv Havneposten i fem uker for 50 kroner."),
        ("reader-callout", "Have you seen the ferry? Tell us."),
    ],
)
def test_a_box_named_so_that_speaks_to_the_reader_goes(name, text):
    assert cut(paragraph(STORY), *boxed(name, text), paragraph(STORY)) == [text]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("facts", "Our reporters sail with you."),
        ("member-box", "The ferry sank at noon."),
        ("member-box", "“Our crew sails with you,” the captain said."),
    ],
)
def test_a_name_or_words_alone_are_not_enough(name, text):
    assert cut(paragraph(STORY), *boxed(name, text), paragraph(STORY)) == []


def test_boxes_of_one_name_are_the_text():
    story = [one for text in ("We came ashore with you.", "Our boat sank.") for one in boxed("members", text)]
    assert cut(paragraph(STORY), *story) == []


def test_a_box_above_the_text_and_a_list_stay():
    assert cut(*boxed("member-box", "Our reporters sail with you."), paragraph(STORY)) == []
    assert cut(paragraph(STORY), *boxed("support", "Bring your passport", kind=Kind.LIST_ITEM)) == []


def test_what_a_rule_protects_stays():
    blocks = [paragraph(STORY), *boxed("member-box", "Our reporters sail with you.")]
    kept = Mark(rule="x", verdict=Verdict.PROTECT, block=1, start=0, end=5)
    assert mark_hinted(blocks, [kept]) == ()
