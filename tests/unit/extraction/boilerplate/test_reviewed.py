"""Subheads that lead to what is told of below them stay; headlines of other articles go."""

import pytest

from newsgrab.model import Kind
from tests.pages import extracted

URL = "https://example.org/2024/05/shows"
TOLD = "Two hundred metres of tarred rope fill the old smokehouse, and a new knot is tied each day."
PARAGRAPH = f"<p>The harbour of Port Haven shows {TOLD.lower()}</p>"


def subheads(first, second, told=TOLD):
    entries = "".join(
        f"<section><h2><a href='{href}'>{name}</a></h2><p>{told}</p></section>"
        for href, name in ((first, "Knots of the North"), (second, "Rust never hurries"))
    )
    read = extracted(f"<article><h1>Two shows to see this week</h1>{PARAGRAPH}{entries}</article>", url=URL)
    return [block.text for block in read.article.body if block.kind is Kind.HEADING]


def test_what_leads_to_other_sites_over_what_is_told_of_them_stays():
    found = subheads("https://ropes.example/", "https://rust.example/")
    assert found == ["Knots of the North", "Rust never hurries"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("/ropes", "/rust", TOLD),
        ("https://shop.example/", "https://shop.example/", TOLD),
        ("https://ropes.example/", "https://rust.example/", "Until 6 April"),
    ],
)
def test_other_linked_headings_go(first, second, told):
    assert subheads(first, second, told) == []
