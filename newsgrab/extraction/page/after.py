"""What is printed after an element, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import is_unprinted, tidy, visible_text
from newsgrab.text import SENTENCE_ENDS, collapse, weight

_UNSEEN = frozenset("script style noscript template svg button select iframe form nav figure picture".split())
_LONGEST_LINK = 80  # characters
_FOLLOWING = frozenset({"p", "div", "span", "li"})
_ELSEWHERE = frozenset({"nav", "footer", "aside"})
_PIECE = 25  # characters; what has no longer piece of text is no paragraph
_MOST_FOLLOWING = 400  # paragraphs looked at
_PROSE = 80  # letters of a paragraph
_TIMES_SHORT = 2  # as much that shorter paragraphs have to say together
_LEAST_SENTENCE = 40  # characters


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


def is_followed_by_text(element: Element) -> bool:
    """Tell whether a text goes on after an element; what stands alone is the text, not its introduction."""
    following = ((one, pieces) for one in element.page[element.end :] if (pieces := _paragraph(one)))
    told = 0  # by short paragraphs, of which several make a text too
    for one, pieces in islice(following, _MOST_FOLLOWING):
        text = collapse("".join(pieces))
        says = weight(text)
        is_short = one.tag == "p" and says >= _LEAST_SENTENCE and text.endswith(SENTENCE_ENDS)
        told += says if is_short else 0
        if max(says, told / _TIMES_SHORT) >= _PROSE:
            return True
    return False


def _paragraph(element: Element) -> list[str]:
    """Return the pieces of text that a paragraph holds itself; none of what is no paragraph of the page."""
    if element.tag == "br":
        return [element.tail]
    if element.tag not in _FOLLOWING:
        return []
    pieces = [element.text, *(child.tail for child in element.children)]
    is_long = any(len(piece) >= _PIECE for piece in pieces)
    return pieces if is_long and not any(above.tag in _ELSEWHERE for above in element.above()) else []
