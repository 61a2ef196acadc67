"""The names that an element goes by: its class, id, role, and tag where that is of the page's own making."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgrab.extraction.page.element import Element

WORD = re.compile(r"[A-Z]++[a-z0-9]*+|[a-z0-9]++")  # "Header", "Text" and "x1" of "HeaderText__x1"
_IN_ORDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_ALNUM = re.compile(r"[^A-Za-z0-9]+")
_MANY_WORDS = 3  # in a name
_SHORT = 2.5  # letters, on average
_LONGEST = 300  # characters that are looked at
_NAMING = ("class", "id", "role", "data-testid", "data-component", "data-module")


def box_names(element: Element) -> tuple[str, ...]:
    """Return the names that an element goes by, in lower case."""
    if element.names is None:
        attributes, tag = element.attributes, element.tag
        names = " ".join([attributes[name] for name in _NAMING if name in attributes]) if attributes else ""
        if "-" in tag:
            names += f" {tag}"
        element.names = split_names(names[:_LONGEST]) if names else ()
    return element.names


@lru_cache(maxsize=8192)
def split_names(names: str) -> tuple[str, ...]:
    """Return names in lower case, their words between hyphens.

    >>> split_names("Header_teaserText byline")
    ('header-teaser-text', 'byline')
    """
    return tuple([words for name in names.split() if (words := _words(name))])


def hyphenated(name: str) -> str:
    """Return the words of one name in lower case between hyphens.

    >>> hyphenated("Header_teaserText__x1")
    'header-teaser-text-x1'
    """
    return name if _IN_ORDER.fullmatch(name) else "-".join(WORD.findall(name)).lower()


@lru_cache(maxsize=8192)
def _words(name: str) -> str:
    """Return a name's words, but for those that were made at random: the "ad" in "n1AuAdJlVL" is none.

    >>> _words("block-n1AuAdJlVL"), _words("adSlot300x250")
    ('block', 'ad-slot300x250')
    """
    words = hyphenated(name)
    if words.count("-") < _MANY_WORDS or not any(map(str.isdigit, words)):
        return words
    parts = (part for part in _NOT_ALNUM.split(name) if part)
    return "-".join(hyphenated(part) for part in parts if not _is_random(part))


def _is_random(part: str) -> bool:
    pieces = WORD.findall(part)
    is_mixed = any(map(str.isdigit, part)) and not part.isdigit()
    return is_mixed and len(pieces) > _MANY_WORDS and len(part) < _SHORT * len(pieces)
