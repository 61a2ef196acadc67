"""What the words in class, id, rel and itemprop attributes say that an element is."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgrab.extraction.attributes import BOUND
from newsgrab.extraction.element import Element
from newsgrab.rules.lexicon import any_of

_LONGEST = 300
_ATTRIBUTES = frozenset({"class", "id", "itemprop", "rel", "data-testid", "data-component", "data-qa"})


@lru_cache(maxsize=4096)
def hyphenated(names: str) -> str:
    """Return the words of a class attribute in lower case between hyphens.

    >>> hyphenated("Header_teaserText__x1 byline")
    '-header-teaser-text-x1--byline-'
    """
    return "-" + "--".join([_words(name) for name in names[:_LONGEST].split()]) + "-"


@lru_cache(maxsize=8192)
def _words(name: str) -> str:
    return BOUND.sub("-", name).strip("-").lower()


@lru_cache(maxsize=64)
def _pattern(word_list: str) -> re.Pattern[str]:
    return re.compile(rf"-{any_of(word_list)}-")


@lru_cache(maxsize=8192)
def is_named(names: str, word_list: str) -> bool:
    """Tell whether one of the names has a word of the list in it.

    >>> is_named("article__byline", "printed.byline-names")
    True
    >>> is_named("authority", "printed.byline-names")
    False
    """
    return bool(_pattern(word_list).search(hyphenated(names)))


def names_of(element: Element) -> str:
    """Return the naming attributes of an element as one string."""
    if element.names is None:
        element.names = " ".join([value for name, value in element.attributes.items() if name in _ATTRIBUTES])
    return element.names


def has_name(element: Element, word_list: str) -> bool:
    """Tell whether an element's attributes have a word of the list."""
    names = names_of(element)
    return bool(names) and is_named(names, word_list)
