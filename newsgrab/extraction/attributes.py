"""The names that an element goes by: its class, id, role, and tag where that is of the page's own making."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from newsgrab.extraction.tree import elements

_BOUND = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_IN_ORDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_ALNUM = re.compile(r"[^A-Za-z0-9]+")
_MANY_WORDS = 3
_SHORT = 2.5  # letters, on average
_LONGEST = 300  # characters that are looked at
# Few elements have more than class and id.
_FURTHER = etree.XPath(
    "descendant-or-self::*[@role or @data-testid or @data-component or @data-module or contains(name(), '-')]"
)


def names_under(root: HtmlElement, within: Iterable[HtmlElement]) -> list[tuple[str, ...]]:
    """Return the names that each of the elements ``within`` a root goes by, in lower case."""
    further = {element: _further_names(element) for element in elements(_FURTHER(root))}
    found = []
    for element in within:
        names, identity = element.get("class"), element.get("id")
        if names or identity or element in further:
            found.append(split_names(f"{names or ''} {identity or ''} {further.get(element, '')}"[:_LONGEST]))
        else:
            found.append(())
    return found


def _further_names(element: HtmlElement) -> str:
    get = element.get
    component = get("data-testid") or get("data-component") or get("data-module") or ""
    return f"{get('role') or ''} {component} {element.tag if '-' in element.tag else ''}"


@lru_cache(maxsize=8192)
def split_names(names: str) -> tuple[str, ...]:
    """Return names in lower case, their words between hyphens.

    >>> split_names("Header_teaserText byline")
    ('header-teaser-text', 'byline')
    """
    return tuple(words for name in names.split() if (words := _words(name)))


@lru_cache(maxsize=8192)
def _words(name: str) -> str:
    """Return a name's words, but for those that were made at random: the "ad" in "n1AuAdJlVL" is none.

    >>> _words("block-n1AuAdJlVL"), _words("adSlot300x250")
    ('block', 'ad-slot300x250')
    """
    words = name if _IN_ORDER.fullmatch(name) else _BOUND.sub("-", name).strip("-").lower()
    if words.count("-") < _MANY_WORDS or not any(map(str.isdigit, words)):
        return words
    parts = (part for part in _NOT_ALNUM.split(name) if part)
    return "-".join(_BOUND.sub("-", part).lower() for part in parts if not _is_random(part))


def _is_random(part: str) -> bool:
    pieces = _BOUND.split(part)
    is_mixed = any(map(str.isdigit, part)) and not part.isdigit()
    return is_mixed and len(pieces) > _MANY_WORDS and len(part) < _SHORT * len(pieces)
