"""The names that an element goes by: its class, id, role, and tag where that is of the page's own making."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

_BOUND = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_NOT_ALNUM = re.compile(r"[^A-Za-z0-9]+")
_MANY_WORDS = 3
_SHORT = 2.5  # letters, on average
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
    return tuple(words for name in names.split() if (words := _words(name)))


def _words(name: str) -> str:
    """Return a name's words, but for those that were made at random: the "ad" in "n1AuAdJlVL" is none.

    >>> _words("block-n1AuAdJlVL"), _words("adSlot300x250")
    ('block', 'ad-slot300x250')
    """
    words = _BOUND.sub("-", name).strip("-").lower()
    if words.count("-") < _MANY_WORDS or not any(map(str.isdigit, words)):
        return words
    parts = (part for part in _NOT_ALNUM.split(name) if part)
    return "-".join(_BOUND.sub("-", part).lower() for part in parts if not _is_random(part))


def _is_random(part: str) -> bool:
    pieces = _BOUND.split(part)
    is_mixed = any(map(str.isdigit, part)) and not part.isdigit()
    return is_mixed and len(pieces) > _MANY_WORDS and len(part) < _SHORT * len(pieces)
