"""What an element's class, id and role say that it is, by the lists of names in the rules."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lxml.html import HtmlElement

from newsgrab.rules import Names, Rules

_BOUND = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_LONGEST = 300  # characters of naming attributes that are looked at
_PICTURE = re.compile(
    r"(?:^|-)(?:image|img|photo|picture|pic|figure|media|caption|foto|bild|gallery)s?(?:$|-)"
)


def names_of(element: HtmlElement) -> tuple[str, ...]:
    """Return the names an element goes by, in lower case, their words between hyphens."""
    get = element.get
    component = get("data-testid") or get("data-component") or get("data-module") or ""
    return split_names(f"{get('class') or ''} {get('id') or ''} {get('role') or ''} {component}"[:_LONGEST])


@lru_cache(maxsize=8192)
def split_names(names: str) -> tuple[str, ...]:
    """Return names in lower case, their words between hyphens.

    >>> split_names("Header_teaserText byline")
    ('header-teaser-text', 'byline')
    """
    return tuple(word for name in names.split() if (word := _BOUND.sub("-", name).strip("-").lower()))


@lru_cache(maxsize=8192)
def is_picture_name(names: tuple[str, ...]) -> bool:
    """Tell whether an element calls itself a picture or a caption."""
    return any(map(_PICTURE.search, names))


class Naming:
    """The lists of names, with what was found for names seen before."""

    def __init__(self, lists: tuple[Names, ...]) -> None:
        self._lists = lists
        self.reason_of = lru_cache(maxsize=8192)(self._reason_of)

    def _reason_of(self, names: tuple[str, ...]) -> str | None:
        """Return the id of the first list that one of the names is on."""
        return next((rule.id for rule in self._lists if any(map(rule.match.search, names))), None)


@cache
def naming(rules: Rules) -> Naming:
    """Return the names of these rules, ready for use."""
    return Naming(rules.names)
