"""Which elements the rules choose by selector or by name, and which print a field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from newsgrab.extraction.candidate import Place
from newsgrab.extraction.layouts import pointed_at
from newsgrab.extraction.naming import named_elsewhere
from newsgrab.extraction.printed import Printed
from newsgrab.extraction.tree import elements
from newsgrab.rules import Rules
from newsgrab.rules.sites import Layout

_MOST_STANDFIRST = 0.5


def select(place: Place, printed: Printed, rules: Rules) -> dict[HtmlElement, tuple[str, ...]]:
    """Return for each chosen element the ids of the rules that chose it."""
    chosen: dict[HtmlElement, list[str]] = defaultdict(list)
    measured = place.survey
    for part in place.parts:
        for rule, selector in _compiled(rules):
            for element in elements(selector(part)):
                chosen[element].append(rule)
        for rule, element in _of_the_site(part, place.layout):
            chosen[element].append(rule)
        root = measured.index[part]
        for named, rule in named_elsewhere(measured, root, measured.text, rules).items():
            chosen[measured.elements[named]].append(rule)
    for rule, element in _fields(place, printed):
        chosen[element].append(rule)
    return {element: tuple(found) for element, found in chosen.items()}


def _of_the_site(part: HtmlElement, layout: Layout | None) -> Iterator[tuple[str, HtmlElement]]:
    """Give what the rule of the site strips."""
    if layout is not None:
        for selector in layout.strip:
            yield from ((f"site.{layout.host} {selector}", element) for element in pointed_at(part, selector))


def _fields(place: Place, printed: Printed) -> Iterator[tuple[str, HtmlElement]]:
    if printed.headline is not None:
        yield "field.headline", printed.headline
    if printed.byline is not None:
        yield "field.byline", printed.byline
    measured = place.survey
    length = sum(measured.text[measured.index[part]] for part in place.parts)
    standfirst = sum(
        measured.text[measured.index[one]] for one in printed.standfirst if one in measured.index
    )
    if standfirst <= _MOST_STANDFIRST * length:  # else it is the whole text
        yield from (("field.standfirst", element) for element in printed.standfirst)


@cache
def _compiled(rules: Rules) -> tuple[tuple[str, CSSSelector], ...]:
    return tuple((rule.id, CSSSelector(rule.match, translator="html")) for rule in rules.selectors)
