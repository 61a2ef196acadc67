"""The head of an article: what stands by itself in it, and what is only the words of a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsgrab.extraction.fields.bylines import is_byline
from newsgrab.extraction.lines.creditlines import split_words
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import has_name
from newsgrab.extraction.page.wording import is_longer, visible_text
from newsgrab.text import WHOLE, collapse, weight

_SENTENCE = 40  # characters
_PARAGRAPH = 60  # of a text that need not be a whole sentence
_OF_LABELS = re.compile(r"[\d|#]")  # what dates, ranks and ways to a page have
LONGEST_SIGNS = 120  # characters of a byline with its date
_SIGNS = ("printed.byline-names", "printed.time-names")
_NEAR_PICTURE = 3  # boxes
_NEAR = 6  # elements after the box of a sentence
_FEWEST = 2  # paragraphs among them
_MOST = 80  # elements of a headline's box
_PICTURES = ("img", "amp-img", "video", "iframe")
_SKIPPED = frozenset({"script", "style", "noscript", "template", "figure", "picture", "nav", "svg"})


def is_alone_in_head(element: Element, headline: Element) -> bool:
    """Tell the one text in the box around a headline, where what follows stands outside of that box."""
    box = next((above for above in headline.above() if element.is_in(above)), None)
    if box is None or box.end - headline.end > _MOST or not _is_telling(element):
        return False
    return not _is_below_picture(element, box) and not _has_another(box, element, headline)


def is_boxed_before_text(element: Element) -> bool:
    """Tell a sentence that has a box of its own right before paragraphs that have none."""
    text = visible_text(element)
    if weight(text) < _SENTENCE or not WHOLE.search(text):
        return False
    box = element.parent
    if (
        element.tag != "p"
        or box is None
        or not box.get("class")
        or len(box.children) > 1
        or box.parent is None
    ):
        return False
    if has_name(box, "printed.preview-names"):
        return False  # the text begins in it
    after = [one for one in box.parent.children[box.rank + 1 : box.rank + _NEAR] if one.tag == "p"]
    told = [one for one in after if weight(visible_text(one)) >= _SENTENCE]
    return len(told) >= _FEWEST and all(one.tag != "p" for one in box.parent.children[: box.rank])


def is_by_a_picture(element: Element) -> bool:
    """Tell whether an element stands in a picture's box, or is called a caption and a picture is near."""
    above = element.parent
    if has_name(element, "credits.apart-names"):
        return _has_picture_near(element)
    if above is None or not has_name(above, "credits.picture-names"):
        return False
    return above.has("img") and not above.has("h1")


def _has_picture_near(element: Element) -> bool:
    return any(box.has("img") and not box.has("h1") for box in islice(element.above(), _NEAR_PICTURE))


def is_right_below(element: Element, headline: Element) -> bool:
    """Tell whether an element follows a headline, each of them with a box of its own or without."""
    return any(box.next is below for box in _alone(headline) for below in _alone(element))


def is_boxed_right_below(element: Element, headline: Element) -> bool:
    """Tell a line alone in its box, right below the headline that is alone in its own."""
    box, text = element.parent, visible_text(element)
    if box is None or len(box.children) > 1 or weight(text) < _SENTENCE:
        return False
    if read_moment(text) is not None and not WHOLE.search(text):
        return False  # who wrote it, and when
    return (
        is_right_below(box, headline) and headline.parent is not None and len(headline.parent.children) == 1
    )


def is_above_byline(element: Element) -> bool:
    """Tell a whole sentence, alone in its box, right above who wrote it and when."""
    text = visible_text(element)
    if weight(text) < _SENTENCE or not WHOLE.search(text):
        return False
    here = element
    while here.next is None and here.parent is not None and len(here.parent.children) == 1:
        here = here.parent
    below = here.next
    signs = () if below is None or is_longer(below, LONGEST_SIGNS) else (below, *islice(below.inside(), 6))
    if any(one.tag == "time" or any(has_name(one, names) for names in _SIGNS) for one in signs):
        return True
    line = visible_text(signs[0], LONGEST_SIGNS) if signs else ""
    return bool(line) and (read_moment(line) is not None or is_byline(line))


def _alone(element: Element) -> Iterator[Element]:
    """Give an element and the boxes that hold nothing else."""
    yield element
    for above in element.above():
        if len(above.children) > 1:
            return
        yield above


def _is_telling(element: Element) -> bool:
    text = visible_text(element)
    length = weight(text)
    is_sentence = length >= _SENTENCE and bool(WHOLE.search(text))
    is_line = length >= _PARAGRAPH and not _OF_LABELS.search(text)
    return (is_sentence or is_line) and split_words(text)[1] is None


def _is_below_picture(element: Element, box: Element) -> bool:
    """Tell whether a picture stands right before an element in a headline's box: its caption may follow."""
    inside = (one for one in (element, *element.above()) if one.place > box.place and one.rank)
    here = next(inside, None)
    if here is None or here.parent is None:
        return False
    before = here.parent.children[here.rank - 1]
    return before.tag in _PICTURES or (before.tag not in _SKIPPED and before.has(*_PICTURES))


def _has_another(box: Element, element: Element, headline: Element) -> bool:
    """Tell whether a box has a second paragraph behind its headline."""
    place = headline.end
    while place < box.end:
        one = box.page[place]
        if one is element or one.tag in _SKIPPED:
            place = one.end
            continue
        own = collapse("".join((one.text, *(child.tail for child in islice(one.children, _MOST)))))
        if weight(own) >= (_SENTENCE if WHOLE.search(own) else _PARAGRAPH):
            return True
        place += 1
    return False
