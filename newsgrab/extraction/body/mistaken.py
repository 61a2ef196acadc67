"""Names of boxes that cannot be meant: where what they would take is the article."""

from __future__ import annotations

from collections.abc import Mapping

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.survey import Survey
from newsgrab.extraction.page.wording import fold, visible_text

_MOST = 0.5  # of the running text: a box with the headline and so much of it is the article
_NEARLY_ALL = 0.9  # of it, in a box without the headline
_LEAST = 800  # characters of it there; where less would stay and less would go, nobody can tell
# A "rating" may be of the article or the article itself; what any other name would take may be all the text
# of a gallery's page, a footer or a consent, and is none of the article.
_DOUBTFUL = frozenset({"interactive.names", "interactive.rating-names"})


def find_mistaken(
    measured: Survey, root: int, named: Mapping[int, str], headline: Element | None
) -> frozenset[int]:
    """Return the ``named`` boxes within ``root`` that hold most of the article's running text."""
    around = {box for place in _headings(measured, root, headline) for box in measured.above(place)}
    around &= named.keys()
    others = named.keys() - around
    told = _told(measured, root, others)
    found = {place for place in around if told and _told(measured, place, others) > _MOST * told}
    for place in others:
        if measured.prose[place] >= _LEAST and named[place] in _DOUBTFUL:
            inside = _told(measured, place, others - {place})
            if inside >= max(_LEAST, _NEARLY_ALL * (told + inside)):
                found.add(place)
    return frozenset(found)


def _headings(measured: Survey, root: int, headline: Element | None) -> list[int]:
    """Return where the headline stands: as a first heading, if it is one anywhere."""
    if headline is None:
        return []
    words = fold(visible_text(headline))
    first = [
        measured.place_of(one)
        for one in measured.elements[root].inside("h1")
        if fold(visible_text(one)) == words
    ]
    return first or [measured.place_of(headline)] * measured.holds(headline)


def _told(measured: Survey, root: int, named: set[int]) -> float:
    """Return how much running text an element has outside of named boxes."""
    told, place, end = 0.0, root, measured.ends[root]
    while place < end:
        if place in named:
            place = measured.ends[place]
        else:
            told += measured.own[place]
            place += 1
    return told
