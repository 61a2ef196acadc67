"""A paragraph among others: whether it looks and stands as they do."""

from __future__ import annotations

from itertools import islice

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.emphasis import is_emphasised

_BLOCKS = frozenset("p div h1 h2 h3 h4 ul ol section article table figure header time".split())
_PICTURES = ("img", "amp-img", "picture")
INLINE = frozenset({"span", "strong", "b", "em", "font"})
_MANY_ALIKE = 4  # boxes of one paragraph each
_PROSE = 80  # characters
QUOTES = "\"'“”„«»‹›‘’「『"  # a name stands in none


def line_around(element: Element) -> Element:
    """Return the paragraph that an inline element has all words of."""
    above = element.parent
    if element.tag not in INLINE or above is None or above.length != element.length:
        return element
    return line_around(above)


def holds_blocks(element: Element) -> bool:
    """Tell whether what an element holds has lines of its own."""
    children = element.children
    if not _BLOCKS.isdisjoint([child.tag for child in children]):
        return True
    is_wrapper = len(children) == 1 and not element.text.strip()
    return is_wrapper and not _BLOCKS.isdisjoint([child.tag for child in children[0].children])


def is_one_of_many(element: Element) -> bool:
    """Tell whether it is a paragraph like those around it, in its box or in those of its name."""
    parent = element.parent
    if parent is None:
        return False
    if _is_alone_as_others_are(element):
        return True
    above, look = parent.parent, element.get("class")
    name = parent.get("class")
    boxes = (
        [parent]
        if above is None or not name
        else [one for one in above.children if one.attributes.get("class") == name]
    )
    alike = [
        one
        for box in boxes
        for one in box.children
        if one.tag == element.tag and one.attributes.get("class") == look and one is not element
        if one.tag == "p" or (one.length >= _PROSE and not holds_blocks(one))
    ]
    return len(alike) >= 2


def _is_alone_as_others_are(element: Element) -> bool:
    """Tell whether a paragraph has a box of its own and those after it have one each, whatever its name."""
    box = element.parent
    if box is None or box.parent is None or len(box.children) > 1:
        return False
    look = (box.tag, element.tag, element.get("class"))
    alone = (one.children[0] for one in box.parent.children[box.rank + 1 :] if len(one.children) == 1)
    alike = [one for one in alone if one.parent and (one.parent.tag, one.tag, one.get("class")) == look]
    return sum(one.length >= _PROSE for one in alike) >= _MANY_ALIKE


def follows_picture(line: Element) -> bool:
    """Tell whether a picture stands right before a line or the box around it: it is whose that is."""
    before = (box.previous for box in (line, *islice(line.above(), 1)))
    return any(one is not None and (one.tag in _PICTURES or one.has(*_PICTURES)) for one in before)


def follows_quotation(line: Element) -> bool:
    """Tell whether what stands right before a line is quoted, so that the line may say of whom that is."""
    before = line.previous
    if before is None:
        return False
    return before.tag == "blockquote" or is_emphasised(before) or before.opening.startswith(tuple(QUOTES))
