"""The words that stand for a picture are somebody's, not a program's."""

from __future__ import annotations

import pytest

from newsgrab.model import Image, Page
from newsgrab.reading import read
from newsgrab.rules import load

RULES = load()
URL = "https://havenpost.example/2024/05/04/quay"
TEXT = "<p>" + "The harbour board met on the quay, and the boats stayed in. " * 5 + "</p>"


def _image(figure: str) -> Image:
    page = f"<html><body><article><h1>Quay opens</h1>{TEXT}{figure}{TEXT}</article></body></html>"
    (image,) = read(Page(url=URL, requested_url=None, body=page.encode()), RULES).article.images
    return image


@pytest.mark.parametrize(
    ("alt", "kept"),
    [
        ("Boats at the quay", "Boats at the quay"),
        ("Boats at the quay&amp;nbsp;", "Boats at the quay"),
        ("&lt;p&gt;Boats at the quay&lt;/p&gt;", "Boats at the quay"),
        ("Quay", "Quay"),
        ("Hall 7", "Hall 7"),
        ("IMG_8299.jpeg", None),
        ("quay_2015_b", None),
        ("Image", None),
        ("Bild 3", None),
        ("写真・図版", None),
        ("1", None),
    ],
)
def test_the_name_of_a_file_is_no_alternative_text(alt: str, kept: str | None) -> None:
    assert _image(f'<img src="/img/quay_2015_b-800x600.jpg" alt="{alt}">').alt_text == kept


def test_the_title_of_a_file_is_no_caption() -> None:
    figure = '<figure><img src="/img/quay.jpg" alt="" data-image-title="quay-new-2"></figure>'
    assert _image(figure).caption is None


def test_a_stated_caption_that_names_the_file_is_none() -> None:
    figure = '<figure><img src="/img/quay_7.jpg" alt=""><figcaption>quay_7.jpg</figcaption></figure>'
    assert _image(figure).caption is None


def test_a_box_that_has_more_is_no_part_of_what_it_has() -> None:
    figure = (
        '<figure><div class="image image--has-hint-icon"><img src="/img/quay.jpg" alt="The quay"></div>'
        "<figcaption>The new quay</figcaption></figure>"
    )
    assert _image(figure).url == "https://havenpost.example/img/quay.jpg"
