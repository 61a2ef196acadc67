"""A picture, a post and a title are shown once; what has words of its own stays."""

from __future__ import annotations

from newsgrab.extraction.boilerplate.shown_again import mark_shown_again
from newsgrab.model import Block, Image, Kind, Mark, Verdict

QUAY = "https://havenpost.example/img/quay.jpg"
TOLD = Block(kind=Kind.PARAGRAPH, text="The harbour board met on the quay.")


def figure(**words: str) -> Block:
    return Block(kind=Kind.FIGURE, text="", images=(Image(url=QUAY, **words),))


def heading(text: str) -> Block:
    return Block(kind=Kind.HEADING, text=text, level=2)


def found(*blocks: Block, marks: tuple[Mark, ...] = ()) -> list[tuple[int, str]]:
    return [(mark.block, mark.rule) for mark in mark_shown_again(blocks, marks)]


def test_a_picture_that_is_shown_again_goes() -> None:
    again = figure(caption="The quay", alt_text="Boats")
    assert found(again, again) == [(1, "repeat.picture")]
    assert found(again, TOLD, figure()) == [(2, "repeat.picture")]


def test_a_picture_with_a_caption_of_its_own_stays() -> None:
    assert found(figure(caption="The quay"), TOLD, figure(caption="The quay a year ago")) == []


def test_a_formula_that_comes_again_stays() -> None:
    assert found(figure(alt_text="a = b"), TOLD, figure(alt_text="a = b")) == []


def test_a_picture_stays_where_the_first_goes_for_another_reason() -> None:
    gone = Mark(rule="related.names", verdict=Verdict.STRIP, block=0, start=0, end=0)
    assert found(figure(), TOLD, figure(), marks=(gone,)) == []


def test_a_sign_without_words_goes_wherever_it_is() -> None:
    assert found(figure(), TOLD, figure(), TOLD, figure()) == [
        (0, "repeat.sign"),
        (2, "repeat.sign"),
        (4, "repeat.sign"),
    ]


def test_a_post_without_words_that_comes_again_goes() -> None:
    post = Block(kind=Kind.EMBED, text="", href="https://x.com/havenpost/status/42")
    assert found(post, TOLD, post) == [(2, "repeat.embed")]


def test_the_title_of_a_gallery_above_each_heading_goes() -> None:
    slides = [part for name in ("One", "Two", "Three") for part in (heading("Boats"), heading(name), TOLD)]
    assert found(*slides) == [(0, "repeat.title"), (3, "repeat.title"), (6, "repeat.title")]


def test_a_heading_that_comes_again_among_others_stays() -> None:
    recipes = [
        part
        for name in ("Pie", "Cake", "Tart")
        for part in (heading(name), TOLD, heading("Ingredients"), heading(f"For the {name}"), TOLD)
    ]
    assert found(*recipes) == []


def test_a_heading_that_comes_again_above_text_stays() -> None:
    assert found(*(part for _ in range(3) for part in (heading("Term"), TOLD))) == []
