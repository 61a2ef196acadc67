"""What the rule of a page's site points at in its tree."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from newsgrab.extraction.document import Document, parse
from newsgrab.extraction.tree import elements
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


def pointed_at(root: HtmlElement, selector: str | None) -> tuple[HtmlElement, ...]:
    """Return what a selector chooses, in document order, but for what is inside of something chosen."""
    if selector is None:
        return ()
    chosen = elements(_compiled(selector)(root))
    among = set(chosen)
    return tuple(one for one in chosen if not any(above in among for above in one.iterancestors()))


@cache
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def findings(page: Page, rules: Rules) -> tuple[tuple[str, bool], ...]:
    """Tell of each selector that the rule of a page's site has for it whether it finds something there.

    Raises ContentError where the page cannot be read.
    """
    document = parse(page)
    layout, root = layout_of(document, rules), document.root
    if layout is None or root is None:
        return ()
    return tuple((selector, bool(pointed_at(root, selector))) for selector in layout.selectors())
