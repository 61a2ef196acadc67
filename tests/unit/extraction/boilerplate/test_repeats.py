"""What is printed twice goes once; a quote that stands nowhere else stays."""

from newsgrab.extraction.boilerplate.repeats import mark_repeats
from newsgrab.model import Block, Box, Image, Kind

STORY = "“We never stopped setting the pots, we only stopped being seen at it,” said the oldest of them."
QUOTE = "We never stopped setting the pots, we only stopped being seen at it."
ROOT = Box(tag="article", text_length=5_000)


def paragraph(text, box=ROOT):
    return Block(kind=Kind.PARAGRAPH, text=text, box=box)


def quotation(text, box=ROOT):
    return Block(kind=Kind.QUOTATION, text=text, box=box)


def found(*blocks):
    return [(mark.block, mark.rule) for mark in mark_repeats(blocks)]


def test_a_quote_that_a_paragraph_has_goes():
    assert found(paragraph(STORY), quotation(QUOTE)) == [(1, "repeat.quote")]


def test_a_quote_in_a_box_of_that_name_goes_with_its_speaker():
    box = Box(tag="div", names=("pull-quote",), parent=ROOT, text_length=len(QUOTE) + 20)
    blocks = (paragraph(QUOTE, box), paragraph("The oldest", box), paragraph(STORY))
    assert found(*blocks) == [(0, "repeat.quote"), (1, "repeat.quote")]


def test_a_heading_in_a_box_of_quotes_goes_with_its_speaker_and_no_other_heading():
    box = Box(tag="div", names=("quotebox",), parent=ROOT, text_length=len(QUOTE) + 20)
    large = Block(kind=Kind.HEADING, text=QUOTE, level=3, box=box)
    subhead = Block(kind=Kind.HEADING, text=QUOTE, level=3, box=ROOT)
    blocks = (large, paragraph("The oldest", box), paragraph(STORY), subhead)
    assert found(*blocks) == [(0, "repeat.quote"), (1, "repeat.quote")]


def test_a_heading_alone_in_a_box_with_who_said_it_goes_and_one_above_a_price_stays():
    said, speaker = "– We only stopped being seen at it", "The Oldest"
    box = Box(tag="div", parent=ROOT, text_length=len(said) + len(speaker))
    large = Block(kind=Kind.HEADING, text=said, level=3, box=box)
    assert found(large, paragraph(speaker, box), paragraph(STORY)) == [
        (0, "repeat.quote"),
        (1, "repeat.quote"),
    ]
    assert found(large, paragraph("11 euros", box), paragraph(STORY)) == []
    assert found(large, paragraph("It was noon.", box), paragraph(STORY)) == []


def test_a_quote_that_stands_nowhere_else_stays():
    assert found(paragraph("The deed was read out in court on Thursday."), quotation(QUOTE)) == []


def test_a_quote_that_another_quote_has_stays():
    assert found(quotation(STORY), quotation(QUOTE)) == []


def test_a_few_words_are_no_repeat():
    assert found(paragraph(STORY), quotation("We never stopped.")) == []


def test_the_text_in_one_piece_goes():
    story = [f"{STORY} That was in the year {year}, before the fence came down again." for year in range(4)]
    assert found(*map(paragraph, story), paragraph(" ".join(story))) == [(4, "repeat.text")]


def test_a_long_paragraph_that_quotes_another_stays():
    long = f"{STORY} " + " ".join(f"In the year {year} the tide took the posts." for year in range(20))
    assert found(paragraph(STORY), paragraph(long), paragraph(QUOTE)) == []


def boxed(text, tag="div", parent=ROOT, names=()):
    return paragraph(text, Box(tag=tag, names=names, parent=parent, text_length=len(text)))


def test_a_paragraph_that_another_box_has_too_goes():
    narrow = boxed(STORY, names=("narrow",))
    assert found(boxed(STORY), paragraph("More of it."), narrow) == [(2, "repeat.paragraph")]


def test_a_paragraph_that_comes_again_in_a_box_of_the_same_make_stays():
    assert found(boxed(STORY), paragraph("More of it."), boxed(STORY)) == []


def test_a_caption_that_is_printed_for_two_windows_goes_only_where_its_picture_has_it():
    words = "Boats leave the harbour of Port Haven on Friday morning, before the fog comes in."
    printed = (boxed(f"{words} (AP Photo/Ada Roe)"), boxed(f"{words} (AP Photo/Ada Roe)", "figcaption"))
    picture = Block(kind=Kind.FIGURE, text="", box=ROOT, images=(Image(url=None, caption=words),))
    assert sorted(found(*printed, picture)) == [(0, "repeat.caption"), (1, "repeat.paragraph")]
    assert found(*printed) == [(1, "repeat.paragraph")]


def test_a_verse_that_comes_again_in_its_poem_stays():
    verses = [boxed(text, "p") for text in (STORY, f"{QUOTE} And the tide took it.", STORY)]
    assert found(*verses) == []


def test_a_short_answer_that_comes_again_in_another_box_stays():
    assert found(boxed("He declined to say when."), boxed("He declined to say when.")) == []
