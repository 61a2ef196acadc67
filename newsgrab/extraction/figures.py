"""Which elements of the body hold a picture together with its words."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from newsgrab.extraction.candidate import Place
from newsgrab.extraction.captions import read_image
from newsgrab.extraction.naming import is_picture_name, names_of
from newsgrab.extraction.survey import Survey
from newsgrab.extraction.tree import elements
from newsgrab.model import Image

_FIGURES = etree.XPath(".//figure[not(.//table or .//blockquote or .//pre)]")
_PICTURES = etree.XPath(".//img | .//amp-img")
_MOST_WORDS = 700  # characters of a picture's caption and credit line
_MOST_STEPS = 6


def figures_in(place: Place) -> dict[HtmlElement, Image]:
    """Return the containers of pictures, each with its image; none lies inside another."""
    images: dict[HtmlElement, Image] = {}
    taken: set[HtmlElement] = set()
    for container in _containers(place):
        if container in taken or any(above in images for above in container.iterancestors()):
            continue
        taken.add(container)
        image = read_image(container, place.document.base_url)
        if image is not None:
            images[container] = image
    return images


def _containers(place: Place) -> Iterator[HtmlElement]:
    yield from (figure for figure in elements(_FIGURES(place.element)))
    for picture in elements(_PICTURES(place.element)):
        yield _around(picture, place.element, place.survey)


def _around(picture: HtmlElement, root: HtmlElement, measured: Survey) -> HtmlElement:
    """Return the box that is named as a picture's and holds little else, or the picture alone."""
    found, here = picture, picture
    for _ in range(_MOST_STEPS):
        above = here.getparent()
        if above is None or above is root or measured.text[measured.index[above]] > _MOST_WORDS:
            break
        if above.tag in ("p", "li", "article", "section", "main", "body", "td") or _pictures_in(above) > 1:
            break
        if is_picture_name(names_of(above)):
            found = above
        here = above
    return found


def _pictures_in(element: HtmlElement) -> int:
    return sum(1 for _ in element.iter("img", "amp-img"))
