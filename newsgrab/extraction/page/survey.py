"""Every element of a page measured once: how much text, how much of it in links, how many controls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsgrab.extraction.page.element import Element

# Never shown, or shown by a program that is not here.
SKIPPED = frozenset(
    "script style template noscript head meta link base svg math iframe object embed audio video canvas map"
    " select datalist textarea input source track param area dialog amp-state amp-analytics amp-ad"
    " amp-consent amp-geo progress meter rt rp".split()
)
BLOCKS = frozenset(
    "html body div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote"
    " pre figure figcaption section article aside header footer nav main form fieldset legend details summary"
    " address hr center hgroup menu dir button label optgroup option frameset noframes search".split()
)
_ICONS = frozenset({"svg", "img"})
_MOST_BESIDE = 20  # elements of a box that a heading and its icon share
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CONTROLS = frozenset("button input select textarea form".split())
# Text in these is no evidence of a body.
_NO_EVIDENCE = frozenset("h1 h2 h3 h4 h5 h6 figcaption button label nav footer caption address".split())
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE_ARTICLE = 1000  # characters
_SHORT = 25  # characters; below this a text says nothing about where the body is
_LIST_SHARE = 0.5  # a list item counts less than a paragraph


def is_skipped(element: Element) -> bool:
    """Tell whether nothing in an element is text of the page; a <noscript> may hold the whole article."""
    tag = element.tag
    return tag in SKIPPED and not (tag == "noscript" and element.length > _WHOLE_ARTICLE)


def is_hidden(element: Element) -> bool:
    """Tell whether an element says that it is not shown."""
    attributes = element.attributes
    if "hidden" in attributes:
        return True
    style = attributes.get("style", "")
    return ":" in style and bool(_NOT_SHOWN.search(style))


def is_block(tag: str) -> bool:
    """Tell whether an element starts a line; elements of a page's own making mostly do."""
    return tag in BLOCKS or ("-" in tag and tag != "amp-img")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Survey:
    """The elements in document order, and for each its measures."""

    first: int  # the place on the page of the first element
    elements: Sequence[Element]
    tags: list[str]
    parents: list[int]
    ends: list[int]  # the place after the last element inside
    text: list[int]  # characters of visible text
    links: list[int]  # of these, inside links
    controls: list[int]
    held: list[int]  # characters outside links that the element holds as its own lines
    own: list[float]  # of these, what counts as running text
    prose: list[float]  # running text of the element and everything in it

    def place_of(self, element: Element) -> int:
        """Return where an element stands among those that were measured."""
        return element.place - self.first

    def holds(self, element: Element) -> bool:
        """Tell whether an element is among those that were measured."""
        return 0 <= element.place - self.first < len(self.elements)

    def above(self, place: int | None) -> Iterator[int]:
        """Give an element and those it is in, from the inside out."""
        while place is not None and place >= 0:
            yield place
            place = self.parents[place]


def survey(root: Element) -> Survey:
    """Measure ``root`` and everything in it, in one pass down and one up."""
    elements, first = root.page[root.place : root.end], root.place
    size = len(elements)
    measured = Survey(
        first=first,
        elements=elements,
        tags=[element.tag for element in elements],
        parents=[-1, *[one.parent.place - first for one in elements[1:] if one.parent is not None]],
        ends=[element.end - first for element in elements],
        text=[0] * size,
        links=[0] * size,
        controls=[0] * size,
        held=[0] * size,
        own=[0.0] * size,
        prose=[0.0] * size,
    )
    _count_own(measured)
    _sum_up(measured)
    return measured


def _count_own(measured: Survey) -> None:
    """Count each element's own text, and what a line-starting element holds outside links."""
    text, links, held, parents = measured.text, measured.links, measured.held, measured.parents
    holders, hidden, linked = list(range(len(text))), [False] * len(text), [False] * len(text)
    for place, (element, tag) in enumerate(zip(measured.elements, measured.tags, strict=True)):
        if place:
            parent = parents[place]
            hidden[place], linked[place] = hidden[parent], linked[parent]
            if tag not in BLOCKS and ("-" not in tag or not is_block(tag)):
                holders[place] = holders[parent]
        if tag in SKIPPED and is_skipped(element):
            hidden[place] = True
        if tag == "a" and element.attributes.get("href"):
            linked[place] = True
        if tag in CONTROLS and not _only_unfolds(element):
            measured.controls[place] = 1
    for at, length in _lengths(measured):
        if not hidden[at]:
            text[at] += length
            if linked[at]:
                links[at] += length
            else:
                held[holders[at]] += length


def _only_unfolds(element: Element) -> bool:
    """Tell a button that shows what is under it, as an icon beside a heading, from one that asks."""
    if element.tag != "button":
        return False
    above = element.parent
    is_icon = not element.text.strip() and all(
        child.tag in _ICONS and not child.tail.strip() for child in element.children
    )
    return "aria-expanded" in element.attributes or (
        is_icon
        and above is not None
        and any(one.tag in HEADINGS for one in (above, *above.children[:_MOST_BESIDE]))
    )


def _lengths(measured: Survey) -> Iterator[tuple[int, int]]:
    """Give the lengths of all pieces of text, each with the element that it stands in."""
    for place, element in enumerate(measured.elements):
        if element.text and (length := len(element.text.strip())):
            yield place, length
        if element.tail and place and (length := len(element.tail.strip())):
            yield measured.parents[place], length


def _sum_up(measured: Survey) -> None:
    """Add to every element what is in it."""
    parents, tags, text, links = measured.parents, measured.tags, measured.text, measured.links
    controls, held, own, prose = measured.controls, measured.held, measured.own, measured.prose
    for place in range(len(parents) - 1, -1, -1):
        if held[place] >= _SHORT and tags[place] not in _NO_EVIDENCE:
            own[place] = held[place] * (_LIST_SHARE if tags[place] == "li" else 1)
            prose[place] += own[place]
        if place:
            parent = parents[place]
            text[parent] += text[place]
            links[parent] += links[place]
            controls[parent] += controls[place]
            prose[parent] += prose[place]
