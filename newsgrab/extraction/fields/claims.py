"""Claims of what is printed on a page, with a path that a person can follow."""

from __future__ import annotations

from newsgrab.extraction.page.element import Element
from newsgrab.model import Claim


def page_claim(field: str, value: str, locator: str) -> Claim:
    """Return a claim of the printed page."""
    return Claim(field=field, value=value, origin="page", locator=locator)


def path_of(element: Element) -> str:
    """Return the tag and the first class of an element."""
    name = (element.get("class") or "").split()
    return f"{element.tag}.{name[0]}" if name else str(element.tag)
