"""What an element's class, id and role say that it is, by the lists of names in the rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from newsgrab.extraction.page.attributes import box_names
from newsgrab.extraction.page.survey import HEADINGS, Survey
from newsgrab.extraction.place.beside import LEAST_PROSE
from newsgrab.rules import Names, Rules
from newsgrab.rules.lexicon import any_of

_END = "$"  # of a name
_FIRST = 3  # letters of a name by which it is looked up; a name with a * has more
_FRAMES = frozenset({"html", "body", "main"})  # their names speak of the whole page
# What follows such a word does not say what a box is.
_MODIFIER = re.compile(rf"{any_of('printed.modifiers')}-")
_LEADS_ELSEWHERE = frozenset({"related.list-names", "related.teaser-names"})
_LEAST_LINKED = 0.1  # of the text of such a box
_LEADS_ON = frozenset({"related.names", "related.promo-names"})  # which a paragraph without a link does not
_LONGEST_LINE = 60  # characters of a paragraph that may be a label above a link
_ASKS = frozenset({"subscription.names"})  # an offer is nothing without something to press or to see
_FEWEST_PARAGRAPHS = 2  # of the article in a box for those who pay
_LONGEST_OFFER = 600  # characters of one that leads on by a short link only
_RATES = frozenset({"interactive.rating-names"})
_FEWEST_FINDINGS = 3  # of a test, each in a line of its own: "Battery: 8 of 10"
_SHORTEST_FINDING = 5  # characters
_OF_BOXES = frozenset({"navigation.names", "navigation.sidebar-names"})  # which a heading is not


class Naming:
    """The lists of names, ready to be looked up; the first list that has a name wins."""

    def __init__(self, lists: tuple[Names, ...]) -> None:
        self._lists = lists
        self._starts: dict[str, list[tuple[str, int]]] = defaultdict(list)  # "related" of "related*"
        self._runs: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)  # by their first word
        for place, names in enumerate(lists):
            for word in names.words:
                if "-" not in word and word.endswith("*"):
                    self._starts[word[:_FIRST]].append((word[:-1], place))
                else:
                    first, dash, after = word.partition("-")
                    self._runs[first].append((_beginnings(dash + after), place))
        self.find = lru_cache(maxsize=8192)(self._find)
        self._place = lru_cache(maxsize=32768)(self._look_up)

    def _find(self, names: tuple[str, ...]) -> tuple[Names, str] | None:
        """Return the first list that one of the names is on, with that name."""
        found = [(place, name) for name in names if (place := self._place(name)) is not None]
        if not found:
            return None
        place, name = min(found)
        return self._lists[place], name

    def _look_up(self, name: str) -> int | None:
        """Return the first list with a run of whole words of this name."""
        places: list[int] = []
        only_first, rest = _MODIFIER.match(name), name
        while rest:
            word, dash, rest = rest.partition("-")
            if (first := word[:_FIRST]) in self._starts:
                places += [place for begin, place in self._starts[first] if word.startswith(begin)]
            if word in self._runs:
                following = f"{dash}{rest}{_END}"
                places += [place for after, place in self._runs[word] if following.startswith(after)]
            if only_first:
                break
        return min(places, default=None)


def _beginnings(after: str) -> tuple[str, ...]:
    """Return how what follows a name's first word may begin, where the rest of a run has to be in it.

    >>> _beginnings("-card"), _beginnings("-card*"), _beginnings("")
    (('-card-', '-card$'), ('-card',), ('',))
    """
    if after.endswith("*"):
        return (after[:-1],)
    return (f"{after}-", f"{after}{_END}") if after else ("",)


@cache
def naming_of(rules: Rules) -> Naming:
    """Return the names of these rules, ready for use."""
    return Naming(rules.names)


def find_named_elsewhere(
    measured: Survey, places: Sequence[int], weights: Sequence[float], rules: Rules
) -> dict[int, str]:
    """Return the elements that call themselves something else, each with its list's id.

    The first of the ``places`` is the root, the others are those inside it that are asked.
    A name is not believed where all its elements together hold too much of the weight.
    """
    root, names = places[0], naming_of(rules)
    found: dict[int, tuple[Names, str]] = {}
    sums: dict[str, float] = defaultdict(float)
    inside: dict[int, str] = {}
    for place in places[1:]:
        parent = measured.parents[place]
        if parent in inside:
            inside[place] = inside[parent]
        own = box_names(measured.elements[place])
        if not own or not (match := names.find(own)) or measured.tags[place] in _FRAMES:
            continue
        if root and not _is_believable(measured, place, match[0]):
            continue
        if not root and match[0].id in _ASKS and _is_of_text(measured, place):
            continue
        found[place] = match
        if inside.get(place) != match[1]:
            sums[match[1]] += weights[place]
        inside[place] = match[1]
    return {
        place: rule.id
        for place, (rule, name) in found.items()
        if sums[name] <= (rule.most_of_body if root else rule.most) * weights[root]
    }


def _is_believable(measured: Survey, place: int, rule: Names) -> bool:
    """Tell whether a part of the body can be what its name says.

    What leads elsewhere has a link. Ratings are to be pressed, the findings of a test to be read.
    Paragraphs for subscribers are the article's, an offer to them is not.
    """
    is_heading = measured.tags[place] in HEADINGS
    if rule.id in _ASKS and not is_heading:
        least = _LEAST_LINKED * measured.text[place] if measured.text[place] > _LONGEST_OFFER else 0
        has_more = measured.links[place] > least or measured.controls[place]
        return bool(has_more or measured.elements[place].has("img"))
    if rule.id in _RATES and _has_findings(measured, place):
        return False
    if measured.links[place] > _LEAST_LINKED * measured.text[place]:
        return True
    if rule.id in _LEADS_ON and measured.tags[place] == "p":
        return bool(measured.links[place]) or measured.text[place] <= _LONGEST_LINE
    return rule.id not in (_OF_BOXES if is_heading else _LEADS_ELSEWHERE)


def _is_of_text(measured: Survey, place: int) -> bool:
    """Tell what of the article is for subscribers from an offer to them: paragraphs, and nothing to press."""
    children = measured.elements[place].children
    told = [one for one in children if one.tag == "p" and measured.own[measured.place_of(one)] >= LEAST_PROSE]
    is_linked = measured.links[place] > _LEAST_LINKED * measured.text[place]
    return len(told) >= _FEWEST_PARAGRAPHS and not measured.controls[place] and not is_linked


def _has_findings(measured: Survey, place: int) -> bool:
    """Tell a box with nothing to press and several lines in it."""
    if measured.links[place] or measured.controls[place]:
        return False
    lines = 0
    inside = place + 1
    while inside < measured.ends[place]:
        lines += measured.text[inside] >= _SHORTEST_FINDING
        inside = measured.ends[inside]
    return lines >= _FEWEST_FINDINGS
