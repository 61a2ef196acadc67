"""The titles of films between the paragraphs: headings that a player prints above itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from newsgrab.extraction.candidate import Place
from newsgrab.extraction.element import Element
from newsgrab.extraction.wording import same, visible_text
from newsgrab.rules.lexicon import any_of

_FILMS = ("video", "audio")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_STEPS = 3  # from the film to the box that it shares with its title
_LONGEST = 200  # characters of a title
_MOST = 100  # elements of such a box
_LABEL = "aria-label"
_TITLED = re.compile(r"^(?:title|alt|aria-label|data-.*(?:title|name|headline|label|caption))$")


def titles_of_films(place: Place, root: Element) -> Iterator[Element]:
    """Give the headings that share a box with a film and nothing else, where the player says so.

    It has their words in an attribute, or the heading is labelled as that of a film. A heading of the text
    may share a box with a film too, and stays.
    """
    for film in root.inside(*_FILMS):
        for box in islice(film.above(), _STEPS):
            if box.place <= root.place or box.end - box.place > _MOST:
                break
            heading = next(box.inside(*_HEADINGS), None)
            if heading is None or heading.place > film.place:
                continue
            if _is_alone(heading, box, place) and _is_title(heading, box):
                yield heading
            break


def _is_alone(heading: Element, box: Element, place: Place) -> bool:
    measured = place.survey
    text = measured.text
    return measured.holds(box) and text[measured.place_of(box)] <= text[measured.place_of(heading)]


def _is_title(heading: Element, box: Element) -> bool:
    """Tell whether the box says that a heading is its film's."""
    words = same(visible_text(heading, _LONGEST))
    if not words:
        return False
    beside = (one for one in box.inside() if not one.is_in(heading))
    stated = (value for one in beside for name, value in one.attributes.items() if _TITLED.search(name))
    if any(len(value) <= 2 * _LONGEST and same(value) == words for value in stated):
        return True
    label = same((heading.get(_LABEL) or "")[: 2 * _LONGEST])
    return words in label and bool(_film_words().search(label.replace(words, "")))


@cache
def _film_words() -> re.Pattern[str]:
    return re.compile(any_of("printed.film-words"))
