"""What a selector finds on a page."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

from newsgrab.extraction.document import Document
from newsgrab.extraction.element import Element


def chosen(document: Document, selector: Callable[[HtmlElement], object], within: Element) -> list[Element]:
    """Return the elements that a compiled selector finds in an element, itself among them."""
    places = {source: place for place, source in enumerate(document.markup)}
    found = selector(document.markup[within.place])
    return [within.page[places[one]] for one in (found if isinstance(found, list) else ()) if one in places]
