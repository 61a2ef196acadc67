"""What the words in class, id, rel and itemprop attributes say that an element is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from newsgrab.extraction.page.attributes import WORD
from newsgrab.extraction.page.element import Element
from newsgrab.rules.lexicon import any_of, lists_in, words

_LONGEST = 300  # characters of an attribute
_REMEMBERED = 16_384  # names: some two hundred of each site, of which a long run asks many in turn
_ATTRIBUTES = frozenset(
    {
        *("class", "id", "itemprop", "rel", "data-testid", "data-component", "data-component-name"),
        *("data-qa", "data-hook", "data-role", "data-element"),
    }
)
_MODIFIED = re.compile(rf"--{any_of('printed.modifiers')}-.*", re.IGNORECASE)  # "image--has-hint-icon"
_NONE: frozenset[str] = frozenset()
_WHOLE = "printed.whole-names"
_FOOTER = "footer"
_OF_NAMES = "-names"  # how the id of a list of names ends


@cache
def _listed() -> Mapping[str, Sequence[tuple[list[str], str]]]:
    """Return what is on lists of names by its first word: the words after it, and the list."""
    listed: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for word_list in (*lists_in("printed"), *lists_in("credits")):
        for name in words(word_list) if word_list.endswith(_OF_NAMES) else ():
            first, *rest = name.split("-")
            listed[first].append((rest, word_list))
    return dict(listed)


@cache
def _kept(lists: frozenset[str]) -> frozenset[str]:
    """Return the one of all equal sets that is kept: thousands of names are on the same few lists."""
    return lists


@lru_cache(maxsize=_REMEMBERED)
def _lists_with(name: str) -> frozenset[str]:
    """Return the lists with a run of whole words of a name that mean nothing else together."""
    listed, plain = _listed(), _MODIFIED.sub("", name) if "--" in name else name
    parts = [part.lower() for part in WORD.findall(plain)]
    runs = [
        (range(start, start + 1 + len(rest)), word_list)
        for start, part in enumerate(parts)
        if part in listed
        for rest, word_list in listed[part]
        if not rest or parts[start + 1 : start + 1 + len(rest)] == rest
    ]
    found = frozenset([word_list for _, word_list in runs])
    if _WHOLE not in found:
        return _kept(found)
    wholes = [set(run) for run, word_list in runs if word_list == _WHOLE]
    told = (word_list for run, word_list in runs if not any(set(run) < whole for whole in wholes))
    return _kept(frozenset(told))


@lru_cache(maxsize=_REMEMBERED)
def name_lists_of(names: str) -> frozenset[str]:
    """Return the lists of names that have a word of an attribute.

    >>> sorted(name_lists_of("Header_teaserText__x1 entry-date"))
    ['printed.standfirst-names', 'printed.time-names']
    """
    return _kept(_NONE.union(*map(_lists_with, names[:_LONGEST].split())))


def is_named(names: str, word_list: str) -> bool:
    """Tell whether one of the names has a word of the list in it.

    >>> is_named("article__byline", "printed.byline-names")
    True
    >>> is_named("authority", "printed.byline-names"), is_named("card--has-byline", "printed.byline-names")
    (False, False)
    """
    return word_list in name_lists_of(names)


def names_of(element: Element) -> str:
    """Return the naming attributes of an element, and a tag of the page's own making, as one string."""
    named = " ".join([value for name, value in element.attributes.items() if name in _ATTRIBUTES])
    return f"{named} {element.tag}".strip() if "-" in element.tag else named


def has_name(element: Element, word_list: str) -> bool:
    """Tell whether an element's attributes have a word of the list."""
    if element.lists is None:
        is_named_at_all = bool(element.attributes) or "-" in element.tag
        element.lists = name_lists_of(names_of(element)) if is_named_at_all else _NONE
    return word_list in element.lists


def is_elsewhere(element: Element) -> bool:
    """Tell by its names a box about other articles or readers.

    What holds most of a page is none, nor is a footer right below the headline: the foot of a head.
    """
    if not has_name(element, "printed.elsewhere-names"):
        return False
    holds_most = 2 * (element.end - element.place) >= len(element.page)
    return not (holds_most or _is_foot_of_head(element))


def _is_foot_of_head(element: Element) -> bool:
    above = element.previous if _FOOTER in names_of(element).lower() else None
    return above is not None and (above.tag == "h1" or above.has("h1"))
