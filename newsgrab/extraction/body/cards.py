"""Cards of other articles between the paragraphs: a picture and a headline that lead to one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from newsgrab.extraction.media.figures import leads_away
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.links import absolute, is_other_page
from newsgrab.extraction.page.survey import Survey, is_block
from newsgrab.extraction.page.wording import visible_text
from newsgrab.extraction.place.candidate import Place

_LONGEST = 600  # characters of a card
_SHORTEST = 20  # of the headline in it
_MOST_OF_BODY = 0.25  # where all cards together hold more, they are the article
_STEPS = 4  # from the picture's link to its card
_MOST_LINKS = 4  # of a card
_MOST_ELEMENTS = 200  # of a card; what is larger is not even looked through
_MOST_AROUND = 3  # boxes around a picture
_FEWEST_ALIKE, _MOST_ALIKE = 3, 12  # boxes in a row
_DAY = re.compile(
    r"(?:19|20)\d\d[-/.年]\d\d?[-/.月]\d\d?日?(?:\s*\d\d?:\d\d(?::\d\d)?)?|\d\d?[./-]\d\d?[./-](?:19|20)\d\d"
)
_NOWHERE = "https://page.invalid/"  # where a page lies of which nobody knows
_NEVER = frozenset({"article", "main", "body", "html", "figure", "td", "li", "p"})


def cards_in(place: Place, root: Element) -> tuple[Element, ...]:
    """Return the boxes in a part of the body that lead to other pages of the site."""
    measured = place.survey
    found = tuple(dict.fromkeys((*_cards(place, root), *_dated(place, root))))
    length = sum(measured.text[measured.place_of(card)] for card in found)
    return found if length <= _MOST_OF_BODY * measured.text[measured.place_of(root)] else ()


def _cards(place: Place, root: Element) -> Iterator[Element]:
    base_url = absolute(place.document.base_url, _NOWHERE) or _NOWHERE
    for link in root.inside("a"):
        href = link.get("href") or ""
        if (
            not leads_away(href)
            or not _is_small(link)
            or not link.has("img")
            or not is_other_page(absolute(href, base_url), base_url)
        ):
            continue
        boxes = takewhile(_is_small, islice(link.above(), _STEPS))
        card = next((one for one in boxes if _names(one, link, href)), None)
        if card is not None and root.place < card.place and _may_be_card(card, place.survey):
            yield card


def _dated(place: Place, root: Element) -> Iterator[Element]:
    """Give the boxes of a row in each of which a picture stands beside a day: what appeared when."""
    for picture in root.inside("img"):
        boxes = (one for one in islice(picture.above(), _MOST_AROUND) if _has_day(one))
        box = next(boxes, None)
        if box is None or box.place <= root.place or not _leads_on(box):
            continue
        if _is_in_row(box) and _may_be_card(box, place.survey):
            yield box


def _leads_on(box: Element) -> bool:
    """Tell a box with a link in it or around it from an entry of a chronicle, which has its own text."""
    return box.has("a") or any(one.tag == "a" for one in islice(box.above(), _STEPS))


def _has_day(box: Element) -> bool:
    """Tell a small box with a line that is a day and nothing else."""
    if not _is_small(box) or box.length > _LONGEST:
        return False
    return any(_DAY.fullmatch(one.text.strip()) for one in box.inside() if not one.children)


def _is_in_row(box: Element) -> bool:
    """Tell a box from one by itself: it follows or precedes others with a day that go by its name."""
    beside = box.parent.children if box.parent is not None else ()
    alike = [one for one in beside if (one.tag, one.get("class")) == (box.tag, box.get("class"))]
    return sum(map(_has_day, islice(alike, _MOST_ALIKE))) >= _FEWEST_ALIKE


def _is_small(element: Element) -> bool:
    return element.end - element.place <= _MOST_ELEMENTS


def _names(box: Element, picture: Element, href: str) -> bool:
    """Tell whether a box has another link to the same page, with a headline for its words."""
    return any(
        link is not picture and link.get("href") == href and _is_headline(link)
        for link in islice(box.inside("a"), _MOST_LINKS)
    )


def _is_headline(link: Element) -> bool:
    """Tell whether a link is a line of its own, and not words of a sentence."""
    parts = takewhile(lambda one: not is_block(one.tag), (link, *link.above()))
    return len(visible_text(link)) >= _SHORTEST and not any(map(_is_in_words, parts))


def _is_in_words(element: Element) -> bool:
    """Tell whether words stand right before or behind an element."""
    above, before = element.parent, element.previous
    first = before.tail if before is not None else above.text if above is not None else ""
    return any(map(str.isalnum, first + element.tail))


def _may_be_card(box: Element, measured: Survey) -> bool:
    text = measured.text[measured.place_of(box)]
    return box.tag not in _NEVER and text < _LONGEST
