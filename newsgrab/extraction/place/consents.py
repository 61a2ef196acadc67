"""What a page asks of its visitors before they read: boxes apart about cookies and personal data.

Some list every service that is asked for, with its purpose and its company, and are longer than an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.survey import Survey
from newsgrab.extraction.page.wording import fold, visible_text
from newsgrab.rules.lexicon import any_of

_LEAST = 200  # characters of running text; fewer decide nothing
_FEWEST = 3  # words of the topic, and one
_EVERY = 1_000  # characters
_MOST_OF_PAGE = 0.95
_LONGEST_BUTTON = 40  # characters
_BUTTONS = ("button", "a", "input")
_BOXES = ("checkbox", "radio")


def find_consents(measured: Survey, spared: Set[int]) -> Iterator[int]:
    """Give the boxes right in the page's body that ask for consent; ``spared`` hold the headline."""
    for child in measured.elements[0].children:
        place = measured.place_of(child)
        prose = measured.prose[place]
        if place in spared or not _LEAST <= prose <= _MOST_OF_PAGE * measured.prose[0] or child.has("h1"):
            continue
        if _speaks_of_it(child) and _asks(child):
            yield place


def _speaks_of_it(box: Element) -> bool:
    if not _topics().search(box.words()):
        return False
    text = visible_text(box)
    return len(_topics().findall(text)) >= max(_FEWEST, len(text) / _EVERY)


def _asks(box: Element) -> bool:
    """Tell whether there is something to press that agrees, or several things to choose."""
    chosen = 0
    for element in box.inside(*_BUTTONS):
        chosen += element.get("type") in _BOXES
        if chosen >= _FEWEST or _agrees(element):
            return True
    return False


def _agrees(element: Element) -> bool:
    label = element.opening or element.get("value") or ""
    return len(label) <= _LONGEST_BUTTON and bool(_buttons().match(fold(label)))


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(any_of("walls.consent-topics"), re.IGNORECASE)


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile(rf"{any_of('walls.consent-buttons')}(?!\w)")
