"""The parser's own tree of a page, for what is only asked of one: selectors, and readability-lxml's vote."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from newsgrab.extraction.page.document import Document, encoded, parser
from newsgrab.extraction.page.element import Element

# lxml's own lookup gives forms and inputs classes of theirs, and costs a call in Python for every element.
_ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)


@lru_cache(maxsize=1)  # the rule of a site asks for many things on one page
def tree_of(document: Document) -> HtmlElement:
    """Return the root of a tree with the same elements as the page, for it is parsed alike."""
    reader = parser()
    reader.set_element_class_lookup(_ONE_CLASS)
    return document_fromstring(encoded(document.text), parser=reader)


def select_in(
    document: Document, selector: Callable[[HtmlElement], object], within: Element
) -> list[Element]:
    """Return the elements that a compiled selector finds in an element, itself among them."""
    sources = list(tree_of(document).iter("*"))
    places = {source: place for place, source in enumerate(sources)}
    found = selector(sources[within.place])
    return [within.page[places[one]] for one in (found if isinstance(found, list) else ()) if one in places]
