"""What stands beside a short article and has more text: columns of links, streams of other stories."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from newsgrab.extraction.page.survey import Survey
from newsgrab.text import SENTENCE_ENDS

LEAST_PROSE = 40  # characters; what is shorter is no paragraph
_MOST_DIGITS = 0.15  # of a paragraph; a line of dates has more
_ENDS = (*SENTENCE_ENDS, "”", '"', "»", "」", ")", ":")
_FEWEST = 2  # paragraphs of an article
_LEAST = 200  # characters of them
_MOST_LINKED = 0.25  # of what may be text of the article
_WORDS_OF_CONTROL = 100  # characters; what has more to press is a player or a form
_PARAGRAPH = "p"
_LISTED = frozenset({"li", "aside"})
_NEAR = 8  # boxes around a paragraph


def narrow_down(measured: Survey, prose: Sequence[float], headline: int | None, core: int) -> int | None:
    """Return what holds the headline and its paragraphs, where nothing beside it can be text.

    None where that is all of the body, or none of it. Only what is full of links, or of things to press,
    is left, and only if it has fewer paragraphs: a headline may also stand in a list of others, and its text
    beside that.
    """
    above = list(measured.above(headline))
    around = next((place for place in above if place <= core < measured.ends[place]), None)
    if headline is None or around is None:
        return None
    found = around
    for place in reversed(above[: above.index(around)]):
        beside = map(measured.place_of, measured.elements[measured.parents[place]].children)
        if prose[place] < _LEAST or any(_may_be_text(measured, prose, one) for one in beside if one != place):
            break
        found = place
    return found if found != around and _is_told_in(measured, found, headline, around) else None


def is_paragraph(measured: Survey, place: int) -> bool:
    """Tell whether an element is a paragraph of whole sentences."""
    if measured.own[place] < LEAST_PROSE:
        return False
    text = measured.elements[place].words().strip()
    return text.endswith(_ENDS) and sum(map(str.isdigit, text)) < _MOST_DIGITS * len(text)


def _may_be_text(measured: Survey, prose: Sequence[float], place: int) -> bool:
    text = measured.text[place]
    if prose[place] < LEAST_PROSE or measured.links[place] > _MOST_LINKED * text:
        return False
    return measured.controls[place] * _WORDS_OF_CONTROL <= text


def _is_told_in(measured: Survey, place: int, headline: int, around: int) -> bool:
    """Tell whether most paragraphs of the body stand in an element, below the headline."""
    told = [one for one in range(around, measured.ends[around]) if _is_text(measured, one)]
    inside = [one for one in told if measured.ends[headline] <= one < measured.ends[place]]
    length = sum(measured.own[one] for one in inside)
    return len(inside) >= _FEWEST and length >= max(_LEAST, sum(measured.own[one] for one in told) / 2)


def _is_text(measured: Survey, place: int) -> bool:
    """Tell a paragraph from the summary of another article, in a list of them."""
    if measured.tags[place] != _PARAGRAPH or not is_paragraph(measured, place):
        return False
    return all(measured.tags[box] not in _LISTED for box in islice(measured.above(place), _NEAR))
