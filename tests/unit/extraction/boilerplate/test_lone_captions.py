"""Captions that no picture took, in rows of blocks as a page gives them."""

from newsgrab.extraction.boilerplate.lone_captions import with_lone_captions
from newsgrab.model import Block, Image, Kind, Mark, Verdict

TEXT = Block(kind=Kind.PARAGRAPH, text="The harbour of Port Haven was opened again on Friday.")
PICTURE = Block(kind=Kind.FIGURE, text="", images=(Image(url="https://example.org/1.jpg"),))
CONTROL = Block(kind=Kind.PARAGRAPH, text="1 of 3")
CAPTION = Block(kind=Kind.PARAGRAPH, text="Boats leave the pier.")
CREDIT = Block(kind=Kind.PARAGRAPH, text="Photo: John Roe via Pix")


def settle(*row):
    """Settle blocks, each with the rules that strip it; return all pictures, and the rules of what goes."""
    blocks = [block for block, *_ in row]
    marks = [
        Mark(rule=rule, verdict=Verdict.STRIP, block=place, start=0, end=len(block.text))
        for place, (block, *rules) in enumerate(row)
        for rule in rules
    ]
    settled, left = with_lone_captions(blocks, marks)
    images = [(image.url, image.caption, image.credit_line) for block in settled for image in block.images]
    return images, [(mark.block, mark.rule) for mark in left]


def test_the_picture_before_a_caption_takes_it_and_the_credit_line_behind_it():
    images, left = settle((TEXT,), (PICTURE,), (CAPTION, "caption.names"), (CREDIT, "caption.names"), (TEXT,))
    assert images == [("https://example.org/1.jpg", "Boats leave the pier.", "John Roe via Pix")]
    assert left == [(2, "field.caption"), (3, "field.caption")]


def test_without_a_picture_a_caption_stands_for_one():
    images, left = settle((TEXT,), (CAPTION, "caption.names"), (CREDIT, "caption.names"), (TEXT,))
    assert images == [(None, "Boats leave the pier.", "John Roe via Pix")]
    assert left == [(2, "field.caption")]


def test_a_notice_of_rights_stands_for_no_picture():
    rights = Block(kind=Kind.PARAGRAPH, text="Photo: Haven Post. All rights reserved.")
    rules = ("caption.names", "copyright.notice")
    assert settle((TEXT,), (rights, *rules), (TEXT,)) == ([], [(1, rule) for rule in rules])


def test_arrows_and_a_counter_may_stand_between():
    control = (CONTROL, "interactive.names")
    images, _ = settle((TEXT,), (PICTURE,), control, control, (CAPTION, "caption.names"), (TEXT,))
    assert images == [("https://example.org/1.jpg", "Boats leave the pier.", None)]


def test_a_credit_line_may_be_a_link_and_a_caption_may_not():
    linked = ("caption.names", "structure.links")
    assert settle((TEXT,), (PICTURE,), (CREDIT, *linked), (TEXT,))[0][0][2] == "John Roe via Pix"
    assert settle((TEXT,), (PICTURE,), (CAPTION, *linked), (TEXT,))[0][0][1:] == (None, None)


def test_what_belongs_to_something_that_goes_goes_with_it():
    assert settle((TEXT,), (PICTURE, "related.names"), (CAPTION, "caption.names"), (TEXT,))[0][0][1] is None
    assert settle((TEXT,), (TEXT, "related.names"), (CAPTION, "caption.names"), (TEXT,))[0] == []
    assert settle((TEXT,), (CAPTION, "caption.names", "newsletter.inbox"), (TEXT,))[0] == []


def test_what_stands_outside_the_text_or_is_told_already_goes():
    assert settle((CAPTION, "caption.names"), (TEXT,), (TEXT,))[0] == []
    assert settle((TEXT,), (TEXT,), (CAPTION, "caption.names"))[0] == []
    told = Block(kind=Kind.FIGURE, text="", images=(Image(url=None, caption="Boats leave the pier."),))
    assert settle((TEXT,), (told,), (CAPTION, "caption.names"), (TEXT,))[1] == [(2, "caption.names")]


def test_what_opens_the_text_with_its_credit_is_of_the_picture_above_the_headline():
    headline = Block(kind=Kind.HEADING, text="The harbour opens again after a long winter of repairs")
    caption = Block(kind=Kind.PARAGRAPH, text="Boats leave the pier. Photo: John Roe / Pix")
    images, left = settle((PICTURE,), (headline, "field.headline"), (caption,), (TEXT,))
    assert images == [("https://example.org/1.jpg", "Boats leave the pier.", "John Roe / Pix")]
    assert left[-1] == (2, "field.caption")
    assert settle((PICTURE,), (TEXT,), (caption,), (TEXT,))[0][0][1] is None


def test_a_paragraph_below_a_picture_that_ends_with_who_took_it_in_chinese_is_its_caption():
    caption = Block(kind=Kind.PARAGRAPH, text="最后一班渡船离岸。 通讯员陈默 摄")
    images, left = settle((TEXT,), (PICTURE,), (caption,), (TEXT,))
    assert images == [("https://example.org/1.jpg", "最后一班渡船离岸。", "通讯员陈默 摄")]
    assert left == [(2, "field.caption")]
    assert settle((TEXT,), (TEXT,), (caption,), (TEXT,)) == ([], [])


def test_a_paragraph_below_a_picture_that_repeats_its_alternative_text_is_its_caption():
    told = Image(url="https://example.org/1.jpg", alt_text="Boats leave the pier")
    picture = Block(kind=Kind.FIGURE, text="", images=(told,))
    images, left = settle((TEXT,), (picture,), (CAPTION,), (TEXT,))
    assert images == [("https://example.org/1.jpg", "Boats leave the pier.", None)]
    assert left == [(2, "field.caption")]
    assert settle((TEXT,), (picture,), (TEXT,))[1] == []


def test_a_caption_below_the_byline_is_the_articles_though_the_byline_is_a_field():
    images, _ = settle((CONTROL, "field.byline"), (CAPTION, "caption.names"), (TEXT,))
    assert images == [(None, "Boats leave the pier.", None)]
