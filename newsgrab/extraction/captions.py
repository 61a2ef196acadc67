"""A figure or picture to an Image with its caption and credit line."""

from __future__ import annotations

from lxml.html import HtmlElement

from newsgrab.extraction.links import absolute
from newsgrab.model import Image
from newsgrab.text import collapse


def read_image(element: HtmlElement, base_url: str) -> Image | None:
    """Return the picture in ``element`` with its words; None where there is none."""
    pictures = [element] if element.tag in ("img", "amp-img") else list(element.iter("img", "amp-img"))
    if not pictures:
        return None
    alt = collapse(pictures[0].get("alt") or "") or None
    words = [collapse(" ".join(caption.itertext())) for caption in element.iter("figcaption")]
    url = absolute(pictures[0].get("src"), base_url)
    return Image(url=url, alt_text=alt, caption=words[0] if words and words[0] else None)
