"""Pictures that only stand in for another, until it is loaded: the same file blurred, or a grey box."""

from __future__ import annotations

from itertools import islice

from newsgrab.extraction.media.image_addresses import addresses, is_placeholder
from newsgrab.extraction.page.element import Element

_DEEPEST = 20  # boxes around a picture in its figure
_NEAR = 30  # elements after a picture


def is_preview(picture: Element) -> bool:
    """Tell whether a picture only stands in, blurred or grey, for one further on in its figure.

    What is there for readers without scripts alone does not take its place.
    """
    figure = next((above for above in islice(picture.above(), _DEEPEST) if above.tag == "figure"), None)
    if figure is None:
        return False
    end = min(figure.end, picture.end + _NEAR)
    after = [one for one in picture.page[picture.end : end] if one.tag == "img"]
    if all(any(above.tag == "noscript" for above in one.above()) for one in after):
        return False
    own = _file_of(picture)
    return own != "" and (is_placeholder(picture) or any(_file_of(one) == own for one in after))


def _file_of(picture: Element) -> str:
    """Return the name of a picture's file, "" where it states none."""
    address = next(filter(None, addresses(picture)), "")
    return "" if address.startswith("data:") else address.partition("?")[0].rpartition("/")[2]
