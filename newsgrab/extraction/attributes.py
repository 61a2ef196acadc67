"""The names that an element goes by: its class, id, role, and tag where that is of the page's own making."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

_BOUND = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_LONGEST = 300  # characters that are looked at


def names_of(element: HtmlElement) -> tuple[str, ...]:
    """Return the names an element goes by, in lower case, their words between hyphens."""
    get = element.get
    if not element.attrib and "-" not in element.tag:
        return ()
    component = get("data-testid") or get("data-component") or get("data-module") or ""
    tag = element.tag if "-" in element.tag else ""
    return split_names(
        f"{get('class') or ''} {get('id') or ''} {get('role') or ''} {component} {tag}"[:_LONGEST]
    )


@lru_cache(maxsize=8192)
def split_names(names: str) -> tuple[str, ...]:
    """Return names in lower case, their words between hyphens.

    >>> split_names("Header_teaserText byline")
    ('header-teaser-text', 'byline')
    """
    return tuple(word for name in names.split() if (word := _BOUND.sub("-", name).strip("-").lower()))
