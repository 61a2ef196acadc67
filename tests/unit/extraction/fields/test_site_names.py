"""The publisher by the title of a page, where no metadata names it."""

from __future__ import annotations

import pytest

from tests.pages import PARAGRAPH, metadata

BODY = f"<article><h1>Harbour reopens</h1>{PARAGRAPH * 3}</article>"


def publisher(title: str, url: str = "https://www.havenpost.example/coast/a", top: str = "") -> str | None:
    return metadata(top + BODY, f"<title>{title}</title>", url=url).publisher


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour reopens - The Haven Post", "The Haven Post"),
        ("Harbour reopens | Coast | Haven Post", "Haven Post"),
        ("Haven Post: Harbour reopens", "Haven Post"),
        ("Harbour reopens &#8211; Haven Post Daily &#8212; havenpost.example", "Haven Post Daily"),
        ("Harbour reopens (havenpost.example)", "havenpost.example"),
        ("Harbour reopens - Boats leave", None),
        ("Harbour reopens", None),
        ("The Haven Post", None),
    ],
)
def test_the_part_of_a_title_that_the_address_has_too(title: str, name: str | None) -> None:
    assert publisher(title) == name


@pytest.mark.parametrize(
    "top",
    [
        "<a href='/'>Morning of the Coast</a>",
        "<a href='https://www.hv.example/' title='To the Morning of the Coast'>Home</a>",
        "<a href='/'><img src=/logo.png alt='Morning of the Coast'></a>",
        "<link rel=alternate title='Morning of the Coast » Feed' href=/feed>",
    ],
)
def test_the_part_of_a_title_that_a_way_to_the_front_page_has_too(top: str) -> None:
    title = "Harbour reopens - Morning of the Coast"
    assert publisher(title, "https://www.hv.example/a", top) == "Morning of the Coast"
    assert publisher(title, "https://www.hv.example/a") is None
