"""Every element of a page measured once: how much text, how much of it in links, how many controls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsgrab.extraction.attributes import names_of

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
CONTROLS = frozenset("button input select textarea form".split())
# Text in these is no evidence of a body.
_NO_EVIDENCE = frozenset("h1 h2 h3 h4 h5 h6 figcaption button label nav footer caption address".split())
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE_ARTICLE = 1000  # characters
_SHORT = 25  # characters; below this a text says nothing about where the body is
_LIST_SHARE = 0.5  # a list item counts less than a paragraph


def is_skipped(element: HtmlElement) -> bool:
    """Tell whether nothing in an element is text of the page; a <noscript> may hold the whole article."""
    tag = element.tag
    return tag in SKIPPED and not (tag == "noscript" and len(element.text_content()) > _WHOLE_ARTICLE)


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element says that it is not shown."""
    return element.get("hidden") is not None or bool(_NOT_SHOWN.search(element.get("style") or ""))


def is_block(tag: str) -> bool:
    """Tell whether an element starts a line; elements of a page's own making mostly do."""
    return tag in BLOCKS or ("-" in tag and tag != "amp-img")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Survey:
    """The elements in document order, and for each its measures."""

    elements: list[HtmlElement]
    index: dict[HtmlElement, int]
    names: list[tuple[str, ...]]
    parents: list[int]
    text: list[int]  # characters of visible text
    links: list[int]  # of these, inside links
    controls: list[int]
    held: list[int]  # characters outside links that the element holds as its own lines
    own: list[float]  # of these, what counts as running text
    prose: list[float]  # running text of the element and everything in it

    def end(self, place: int) -> int:
        """Return the place after the last element inside the one at ``place``."""
        for later in range(place + 1, len(self.elements)):
            if self.parents[later] < place:
                return later
        return len(self.elements)

    def above(self, place: int | None) -> Iterator[int]:
        """Give an element and those it is in, from the inside out."""
        while place is not None and place >= 0:
            yield place
            place = self.parents[place]


def survey(root: HtmlElement) -> Survey:
    """Measure ``root`` and everything in it, in one pass down and one up."""
    elements = list(root.iter("*"))
    size = len(elements)
    measured = Survey(
        elements=elements,
        index={element: place for place, element in enumerate(elements)},
        names=[names_of(element) for element in elements],
        parents=[-1] * size,
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
    size = len(measured.elements)
    held, holders, hidden, linked = measured.held, list(range(size)), [False] * size, [False] * size

    def count(place: int, text: str | None) -> None:
        if text and not hidden[place] and (length := len(text.strip())):
            measured.text[place] += length
            if linked[place]:
                measured.links[place] += length
            else:
                held[holders[place]] += length

    for place, element in enumerate(measured.elements):
        tag = element.tag
        if place:
            parent = measured.parents[place] = measured.index[element.getparent()]
            hidden[place], linked[place] = hidden[parent], linked[parent]
            count(parent, element.tail)
            if not is_block(tag):
                holders[place] = holders[parent]
        if is_skipped(element):
            hidden[place] = True
        if tag in CONTROLS:
            measured.controls[place] = 1
        if tag == "a" and element.get("href"):
            linked[place] = True
        count(place, element.text)


def _sum_up(measured: Survey) -> None:
    """Add to every element what is in it."""
    for place in range(len(measured.held) - 1, -1, -1):
        tag = measured.elements[place].tag
        if measured.held[place] >= _SHORT and tag not in _NO_EVIDENCE:
            measured.own[place] = measured.held[place] * (_LIST_SHARE if tag == "li" else 1)
            measured.prose[place] += measured.own[place]
        parent = measured.parents[place]
        if parent >= 0:
            measured.text[parent] += measured.text[place]
            measured.links[parent] += measured.links[place]
            measured.controls[parent] += measured.controls[place]
            measured.prose[parent] += measured.prose[place]
