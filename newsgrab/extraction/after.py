"""What is printed after an element, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newsgrab.extraction.element import Element
from newsgrab.extraction.wording import is_unprinted, tidy, visible_text

_UNSEEN = frozenset("script style noscript template svg button select iframe form nav figure picture".split())
_LONGEST_LINK = 80


def texts_after(element: Element) -> Iterator[tuple[str, Element]]:
    """Give the pieces of text after an element in reading order, each with what it stands in."""
    page, place = element.page, element.end
    heads = set(islice(element.above(), 2))
    open_at: list[Element] = []
    if element.parent is not None and (text := tidy(element.tail)):
        yield text, element.parent
    while place < len(page):
        while open_at and open_at[-1].end <= place:
            closed = open_at.pop()
            if closed.parent is not None and (text := tidy(closed.tail)):
                yield text, closed.parent
        one = page[place]
        open_at.append(one)
        is_apart = one.tag == "aside" and one.parent not in heads
        if is_apart or _is_unseen(one):
            place = one.end
        elif one.tag in ("a", "time") and 0 < len(visible_text(one, _LONGEST_LINK)) <= _LONGEST_LINK:
            yield visible_text(one), one
            place = one.end
        else:
            place += 1
            if text := tidy(one.text):
                yield text, one


def _is_unseen(element: Element) -> bool:
    """Tell whether an element is not to be read; a figure is where it shows a writer."""
    if element.tag == "figure" and any(one.get("rel") == "author" for one in element.inside("a")):
        return False
    return element.tag in _UNSEEN or is_unprinted(element)
