"""Words beside a picture's caption in its frame are none of the text; a quote or a table in one is."""

import pytest

from newsgrab.extraction.boilerplate.frames import mark_in_frames
from newsgrab.model import Block, Box, Image, Kind

STORY = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier. "
)
ROOT = Box(tag="article", text_length=5_000)
FIGURE = Box(tag="figure", parent=ROOT, text_length=60)
CAPTION = Box(tag="figcaption", parent=FIGURE, text_length=60)


def line(text, box=ROOT, kind=Kind.PARAGRAPH):
    return Block(kind=kind, text=text, box=box)


def found(*blocks):
    story = line(STORY * 5)
    return [(mark.block - 1, mark.rule) for mark in mark_in_frames((story, *blocks, story))]


@pytest.mark.parametrize("box", [FIGURE, CAPTION, Box(tag="p", parent=CAPTION)])
def test_a_line_in_a_frame_goes(box):
    picture = Image(url="https://example.org/a.jpg", caption="Boats leave.")
    figure = Block(kind=Kind.FIGURE, text="", box=FIGURE, images=(picture,))
    assert found(figure, line("Source: Harbour authority", box)) == [(1, "structure.frame")]


@pytest.mark.parametrize(
    "block",
    [
        Block(kind=Kind.FIGURE, text="", box=FIGURE, images=(Image(url="https://example.org/a.jpg"),)),
        Block(kind=Kind.EMBED, text="", box=FIGURE, href="https://example.org/a.mp4"),
    ],
)
def test_what_may_be_the_caption_of_a_picture_or_a_film_stays(block):
    assert found(block, line("The ferry leaves in high seas. Video: Ada Roe", CAPTION)) == []


@pytest.mark.parametrize("kind", [Kind.QUOTATION, Kind.TABLE, Kind.LIST_ITEM, Kind.CODE])
def test_who_said_it_in_the_frame_of_a_quote_stays(kind):
    said = line("We have seen worse in my lifetime.", FIGURE, kind)
    assert found(said, line("Ada Roe, who sells tickets", CAPTION)) == []


def test_a_paragraph_in_a_frame_stays():
    assert found(line(STORY * 4 + STORY, FIGURE), line("The pier", FIGURE, Kind.HEADING)) == []


def test_an_article_told_in_frames_stays():
    told = [line(STORY * 2, Box(tag="figure", parent=ROOT, text_length=200)) for _ in range(9)]
    assert found(*told) == []
