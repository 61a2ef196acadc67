"""What stands between the headline and the text: byline, date, standfirst, and labels that are none of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsgrab.extraction.plaintext.captions import read_caption
from newsgrab.extraction.plaintext.shapes import Shape, Shaped, is_name

_REACH = 24  # lines below the headline in which what is about the article may stand
_PARAGRAPH = 100  # weight of a line that is a paragraph for sure
_LABEL = 30  # weight below which a line without an end is a label
_META = {Shape.BYLINE: "byline", Shape.DATE: "date_published"}
_LABELS = (Shape.LABEL, Shape.COUNTER, Shape.SHARE, Shape.BUTTON, Shape.CARD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The lines from below the headline to the text: ``end`` is the first place after them."""

    end: int = 0
    fields: Mapping[int, str] = field(default_factory=dict)
    labels: frozenset[int] = frozenset()


def read_head(shaped: Sequence[Shaped], taken: Mapping[int, str], headline: int | None) -> Head:
    """Tell byline, date and labels below the headline from what belongs to the text."""
    if headline is None:
        return Head()
    places = [place for place in range(headline + 1, len(shaped)) if place not in taken][:_REACH]
    end = _end(shaped, places, headline)
    inside = [place for place in places if place < end]
    fields: dict[int, str] = {}
    labels = set()
    for place in inside:
        one = shaped[place]
        if one.shape in _META:
            fields[place] = _META[one.shape]
        elif is_name_beside_meta(shaped, place):
            fields[place] = "byline"
        elif one.shape in _LABELS or (
            one.shape is Shape.LINE and one.line.weight < _LABEL and not one.line.ends
        ):
            labels.add(place)
    return Head(end=end, fields=fields, labels=frozenset(labels))


def _end(shaped: Sequence[Shaped], places: Sequence[int], headline: int) -> int:
    """Return the place after the last byline, date or label with at most one paragraph above it."""
    end = headline + 1
    paragraphs = 0
    for place in places:
        one = shaped[place]
        if one.shape in _META or one.shape in _LABELS or is_name_beside_meta(shaped, place):
            end = place + 1
        elif is_paragraph(one):
            paragraphs += 1
            if paragraphs > 1:
                break
    return end


def is_name_beside_meta(shaped: Sequence[Shaped], place: int) -> bool:
    """Tell whether a line is a name near a byline or a date, so a byline itself."""
    near = [other for other in (place - 2, place - 1, place + 1, place + 2) if 0 <= other < len(shaped)]
    return is_name(shaped[place].text) and any(shaped[other].shape in _META for other in near)


def is_paragraph(one: Shaped) -> bool:
    """Tell whether a line is a paragraph of the text for sure."""
    if one.shape is not Shape.PROSE or one.line.weight < _PARAGRAPH or (one.appeal > 1 and one.money):
        return False
    return read_caption(one.text, beside_headline=True) is None


def find_standfirst(
    shaped: Sequence[Shaped], head: Head, headline: int, reasons: Mapping[int, str]
) -> int | None:
    """Return the place of the introduction: words below the headline and above byline or date."""
    for place in range(headline + 1, head.end):
        one = shaped[place]
        if place in reasons or place in head.fields or one.shape not in (Shape.PROSE, Shape.LINE):
            continue
        if one.line.weight < _LABEL or read_caption(one.text, beside_headline=True) is not None:
            continue
        return place
    return None
