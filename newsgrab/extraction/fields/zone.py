"""The part of a page around its headline, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from newsgrab.extraction.fields.headline import Headline
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import is_elsewhere
from newsgrab.extraction.page.wording import is_unprinted, visible_text

_BEFORE = 60  # elements before the headline
_AFTER = 300  # and after it
_WITHOUT_HEADLINE = 1_500  # elements, where no headline is printed
_SHORT = 100  # characters; a line beside the headline is about the article, whatever its name
_CONTAINERS = frozenset({"html", "body", "main", "article"})
_SKIPPED = frozenset(
    {
        *(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "path",
            "img",
            "source",
            "iframe",
            "head",
            "meta",
        ),
        *("link", "br", "input", "option", "nav", "form", "figure", "picture", "video", "button"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Zone:
    """The elements around the headline; ``at`` is its place among them, or 0 where none is printed."""

    elements: tuple[Element, ...]
    at: int
    headline: Headline | None

    def after(self) -> tuple[Element, ...]:
        """Return what follows the headline."""
        return self.elements[self.at + (self.headline is not None) :]


def cut_zone(body: Element, headline: Headline | None) -> Zone:
    """Cut out the elements that may belong to the article's head."""
    elements: list[Element] = []
    at = -1
    for element in _open_elements(body, headline):
        if headline is not None and element is headline.element:
            elements = elements[-_BEFORE:]
            at = len(elements)
        elements.append(element)
        if len(elements) > (at + _AFTER if at >= 0 else _WITHOUT_HEADLINE) and (at >= 0 or headline is None):
            break
    return Zone(elements=tuple(elements), at=max(at, 0), headline=headline)


def _open_elements(start: Element, headline: Headline | None) -> Iterator[Element]:
    """Walk in reading order, past what is hidden or speaks of something else."""
    above = {headline.element, *headline.element.above()} if headline else set()
    heads = set(islice(headline.element.above(), 2)) if headline else set()
    around = headline.element.parent if headline else None
    page, place = start.page, start.place + 1
    while place < start.end:
        element = page[place]
        place = element.end  # unless it is open
        if element not in above:
            tag, attributes = element.tag, element.attributes
            if tag in _SKIPPED or (tag == "footer" and not _is_of_article(element)):
                continue
            if tag == "aside" and element.parent not in heads:
                continue
            if attributes and is_unprinted(element):
                continue
            if (
                attributes
                and tag not in _CONTAINERS
                and is_elsewhere(element)
                and not (element.parent is around and 0 < len(visible_text(element, _SHORT)) <= _SHORT)
            ):
                continue
        yield element
        place = element.place + 1


def _is_of_article(footer: Element) -> bool:
    return any(above.tag == "article" for above in footer.above())
