"""What XPath found, as elements."""

from __future__ import annotations

from lxml.html import HtmlElement


def elements(found: object) -> list[HtmlElement]:
    """Return the elements in an XPath's result."""
    return [one for one in found if isinstance(one, HtmlElement)] if isinstance(found, list) else []
