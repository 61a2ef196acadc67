"""What the rule of a page's site points at in its tree."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from lxml.cssselect import CSSSelector

from newsgrab.extraction.page.document import Document, parse
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.tree import select_in
from newsgrab.model import Page
from newsgrab.rules import Rules
from newsgrab.rules.sites import Layout, site_of


def layout_of(document: Document, rules: Rules) -> Layout | None:
    """Return where this page's site has what, as of the day of retrieval; None where no rule is for it."""
    if not rules.sites or not document.url:
        return None
    site = site_of(rules.sites, urlsplit(document.url).hostname or "")
    retrieved = document.retrieved_at
    return site.layout_at(retrieved.date() if retrieved else None) if site else None


def pointed_at(
    document: Document, selector: str | None, within: Element | None = None
) -> tuple[Element, ...]:
    """Return what a selector chooses, in document order, but for what is inside of something chosen."""
    start = within or document.root
    if selector is None or start is None:
        return ()
    found = select_in(document, _compiled(selector), start)
    among = set(found)
    return tuple(one for one in found if among.isdisjoint(one.above()))


@cache
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def findings(page: Page, rules: Rules) -> tuple[tuple[str, bool], ...]:
    """Tell of each selector that the rule of a page's site has for it whether it finds something there.

    Raises ContentError where the page cannot be read.
    """
    document = parse(page)
    layout = layout_of(document, rules)
    selectors = layout.selectors() if layout is not None else ()
    return tuple((selector, bool(pointed_at(document, selector))) for selector in selectors)
