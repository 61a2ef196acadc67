"""What a selector finds on a page."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

from newsgrab.extraction.document import Document
from newsgrab.extraction.element import Element


def chosen(document: Document, selector: Callable[[HtmlElement], object], within: Element) -> list[Element]:
    """Return the elements that a compiled selector finds in an element, itself among them."""
    if document.markup is None:
        return []
    sources = list(document.markup.iter("*"))
    places = {source: place for place, source in enumerate(sources)}
    found = selector(sources[within.place])
    return [within.page[places[one]] for one in (found if isinstance(found, list) else ()) if one in places]
