"""Which elements the rules choose by selector or by name, and which print a field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from lxml.cssselect import CSSSelector

from newsgrab.extraction.body.cards import cards_in
from newsgrab.extraction.body.mistaken import find_mistaken
from newsgrab.extraction.fields.printed import Printed
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.layouts import pointed_at
from newsgrab.extraction.page.tree import select_in
from newsgrab.extraction.place.candidate import Place
from newsgrab.extraction.place.rule_names import find_named_elsewhere
from newsgrab.rules import Rules

_MOST_STANDFIRST = 0.5  # of the text
_MOST_OF_BODY = 0.9  # what holds more is the article


def select(place: Place, printed: Printed, rules: Rules) -> dict[Element, tuple[str, ...]]:
    """Return for each chosen element the ids of the rules that chose it."""
    found: dict[Element, list[str]] = defaultdict(list)
    measured = place.survey
    for part in place.parts:
        for rule, selector in _compiled(rules):
            for element in select_in(place.document, selector, part):
                found[element].append(rule)
        for rule, element in _of_the_site(place, part):
            found[element].append(rule)
        root = measured.place_of(part)
        inside = range(root, measured.ends[root])
        named = find_named_elsewhere(measured, inside, measured.text, rules)
        for of_article in find_mistaken(measured, root, named, printed.headline):
            del named[of_article]
        for named_place, rule in named.items():
            found[measured.elements[named_place]].append(rule)
        for rule, element in _by_shape(place, part):
            found[element].append(rule)
    for rule, element in _fields(place, printed):
        found[element].append(rule)
    return {element: tuple(chosen_by) for element, chosen_by in found.items()}


def _by_shape(place: Place, part: Element) -> Iterator[tuple[str, Element]]:
    """Give what is no text of the article by what it holds."""
    yield from _apart(place, part)
    for card in cards_in(place, part):
        yield "structure.card", card


def _apart(place: Place, part: Element) -> Iterator[tuple[str, Element]]:
    """Give the outermost boxes in a part of the body that are none of it, unless they are all of it."""
    measured = place.survey
    root = measured.place_of(part)
    outermost, reached = [], root + 1
    for box in sorted(place.apart):
        if reached <= box < measured.ends[root]:
            outermost.append(box)
            reached = measured.ends[box]
    if sum(measured.text[box] for box in outermost) <= _MOST_OF_BODY * measured.text[root]:
        yield from ((place.apart[box], measured.elements[box]) for box in outermost)


def _of_the_site(place: Place, part: Element) -> Iterator[tuple[str, Element]]:
    """Give what the rule of the site strips."""
    if place.layout is not None:
        for selector in place.layout.strip:
            found = pointed_at(place.document, selector, part)
            yield from ((f"site.{place.layout.host} {selector}", element) for element in found)


def _fields(place: Place, printed: Printed) -> Iterator[tuple[str, Element]]:
    if printed.headline is not None:
        yield "field.headline", printed.headline
    if printed.byline is not None:
        yield "field.byline", printed.byline
    measured = place.survey
    length = sum(measured.text[measured.place_of(part)] for part in place.parts)
    standfirst = sum(
        measured.text[measured.place_of(one)] for one in printed.standfirst if measured.holds(one)
    )
    if standfirst <= _MOST_STANDFIRST * length:  # else it is the whole text
        yield from (("field.standfirst", element) for element in printed.standfirst)


@cache
def _compiled(rules: Rules) -> tuple[tuple[str, CSSSelector], ...]:
    return tuple((rule.id, CSSSelector(rule.match, translator="html")) for rule in rules.selectors)
