"""The pictures above a text: each once, with its words wherever the page prints them."""

from __future__ import annotations

import pytest

from newsgrab.model import Image, Page
from newsgrab.reading import read
from newsgrab.rules import load

RULES = load()
URL = "https://havenpost.example/2024/05/04/quay"
TEXT = "<p>" + "The harbour board met on the quay, and the boats stayed in. " * 5 + "</p>"
SMALL = "<figure><img src='/img/quay.jpg?w=440' alt='Boats at the quay'></figure>"
LARGE = "<figure><img src='/img/quay.jpg?w=1440' alt=''></figure>"


def images(above: str, text: str = TEXT) -> tuple[Image, ...]:
    head = "<h1>The quay opens again today</h1>"
    page = f"<html><body><article>{head}{above}<div class=body>{text}{TEXT}</div></article></body></html>"
    return read(Page(url=URL, requested_url=None, body=page.encode()), RULES).article.images


def test_a_picture_in_two_sizes_is_one() -> None:
    (image,) = images(SMALL + LARGE)
    assert (image.url, image.alt_text) == (
        "https://havenpost.example/img/quay.jpg?w=1440",
        "Boats at the quay",
    )


def test_pictures_that_a_program_makes_are_not_one() -> None:
    two = "".join(
        f"<figure><img src='/picture?id={number}' alt='Boat {number}'></figure>" for number in (1, 2)
    )
    assert len(images(two)) == 2


@pytest.mark.parametrize("name", ["story-meta__credit", "FeaturedImageCaption"])
def test_the_words_of_a_picture_in_a_box_further_down(name: str) -> None:
    line = "The mayor at the quay. Photo: Jane Doe/AP"
    (image,) = images(f"<div>{LARGE}</div><div class=meta><p class='{name}'>{line}</p></div>")
    assert (image.caption, image.credit_line) == ("The mayor at the quay.", "Jane Doe/AP")


def test_a_line_without_a_credit_is_not_the_pictures() -> None:
    (image,) = images(f"<div>{LARGE}</div><div class=meta><p class=credits>By Jane Doe</p></div>")
    assert (image.caption, image.credit_line) == (None, None)


def test_the_headline_is_no_alternative_text() -> None:
    (image,) = images("<figure><img src='/img/quay.jpg' alt='The quay opens again today'></figure>")
    assert image.alt_text is None


@pytest.mark.parametrize(
    ("figcaption", "words"),
    [
        (
            "The boats leave. Jane Doe <span class=credit>jane@havenpost.example</span>",
            ("The boats leave.", "Jane Doe"),
        ),
        ("<span class=credit>Boats on the way out © Jane Doe</span>", ("Boats on the way out", "Jane Doe")),
        ("<p class=credit-thumb>Boats at the quay</p>", ("Boats at the quay", None)),
    ],
)
def test_what_a_picture_shows_and_whose_it_is(figcaption: str, words: tuple[str | None, str | None]) -> None:
    figure = "<figure><img src='/img/quay.jpg' alt='Boats at the quay'>"
    (image,) = images("", f"{TEXT}{figure}<figcaption>{figcaption}</figcaption></figure>")
    assert (image.caption, image.credit_line) == words
