"""What an element's class, id and role say that it is, by the lists of names in the rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from lxml.html import HtmlElement

from newsgrab.extraction.survey import Survey
from newsgrab.rules import Names, Rules

_BOUND = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_FRAMES = frozenset({"html", "body", "main"})  # their names speak of the whole page
# Such names say how a box looks or behaves, or what it lacks, and not what it is.
_MODIFIER = re.compile(
    r"(?:has|have|no|not|without|with|is|hide|show|js|wp|type|status|format|category|tag|template|field-label|u|t)-"
)
_MOST_WORDS = 4  # of a name in a list
_MOST_INSIDE = 0.5  # of a body, once it is found
_LONGEST = 300  # characters of naming attributes that are looked at
_PICTURE = re.compile(
    r"(?:^|-)(?:image|img|photo|picture|pic|figure|media|caption|foto|bild|gallery)s?(?:$|-)"
)


def names_of(element: HtmlElement) -> tuple[str, ...]:
    """Return the names an element goes by, in lower case, their words between hyphens."""
    get = element.get
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


@lru_cache(maxsize=8192)
def is_picture_name(names: tuple[str, ...]) -> bool:
    """Tell whether an element calls itself a picture or a caption."""
    return any(map(_PICTURE.search, names))


class Naming:
    """The lists of names, ready to be looked up; the first list that has a name wins."""

    def __init__(self, lists: tuple[Names, ...]) -> None:
        self._lists = lists
        self._whole: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        for place, names in enumerate(lists):
            for word in names.words:
                table = self._starts if word.endswith("*") else self._whole
                table.setdefault(word.rstrip("*"), place)
        self.find = lru_cache(maxsize=8192)(self._find)

    def _find(self, names: tuple[str, ...]) -> tuple[Names, str] | None:
        """Return the first list that one of the names is on, with that name."""
        found = [
            (place, name)
            for name in names
            if not _MODIFIER.match(name) and (place := self._place(name)) is not None
        ]
        if not found:
            return None
        place, name = min(found)
        return self._lists[place], name

    def _place(self, name: str) -> int | None:
        """Return the first list with a run of whole words of this name."""
        words = name.split("-")
        places = []
        for start in range(len(words)):
            for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
                run = "-".join(words[start:end])
                if run in self._whole:
                    places.append(self._whole[run])
                places += [
                    self._starts[run[:length]]
                    for length in range(len(run) - len(words[end - 1]), len(run) + 1)
                    if run[:length] in self._starts
                ]
        return min(places, default=None)


@cache
def naming(rules: Rules) -> Naming:
    """Return the names of these rules, ready for use."""
    return Naming(rules.names)


def named_elsewhere(measured: Survey, root: int, weights: Sequence[float], rules: Rules) -> dict[int, str]:
    """Return the elements under ``root`` that call themselves something else, each with its list's id.

    A name is not believed where all its elements together hold too much of the weight.
    """
    names = naming(rules)
    found: dict[int, tuple[Names, str]] = {}
    sums: dict[str, float] = defaultdict(float)
    inside: dict[int, str] = {}
    for place in range(root + 1, measured.end(root)):
        element = measured.elements[place]
        parent = measured.parents[place]
        if parent in inside:
            inside[place] = inside[parent]
        if element.tag in _FRAMES or not (own := names_of(element)) or not (match := names.find(own)):
            continue
        found[place] = match
        if inside.get(place) != match[1]:
            sums[match[1]] += weights[place]
        inside[place] = match[1]
    most = 1.0 if root == 0 else _MOST_INSIDE
    return {
        place: rule.id
        for place, (rule, name) in found.items()
        if sums[name] <= min(most, rule.most) * weights[root]
    }
