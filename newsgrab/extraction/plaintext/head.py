"""What stands between the headline and the text: byline, date, standfirst, and labels that are none of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from newsgrab.extraction.plaintext.captions import read_caption
from newsgrab.extraction.plaintext.core import story_of
from newsgrab.extraction.plaintext.dated import tells_more_than_a_date
from newsgrab.extraction.plaintext.shapes import Shape, Shaped, are_names, is_name
from newsgrab.extraction.plaintext.signature import (
    is_agency,
    is_dated,
    is_day,
    is_name_with_role,
    is_signature,
    names_in,
)
from newsgrab.rules.lines import fits

_REACH = 24  # lines below the headline in which what is about the article may stand
_ABOVE = 3  # lines above it in which its date may
_BELOW = 2  # lines below the text in which its byline may
_NEAR = 5  # lines beside a name, captions and credits among them
_PARAGRAPH = 100  # weight of a line that is a paragraph for sure
_LABEL = 30  # weight below which a line without an end is a label
_META = {Shape.BYLINE: "byline", Shape.DATE: "date_published"}
_OF_FIGURES = (Shape.CARD, Shape.COUNTER)  # what a date in figures alone looks like, too
_LABELS = (Shape.LABEL, Shape.COUNTER, Shape.SHARE, Shape.BUTTON, Shape.CARD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The lines from below the headline to the text: ``end`` is the first place after them."""

    story: str  # the text that they introduce
    below: int = 0  # the first place after the text
    end: int = 0
    fields: Mapping[int, str] = field(default_factory=dict)
    labels: frozenset[int] = frozenset()


def read_head(shaped: Sequence[Shaped], taken: Mapping[int, str], headline: int | None, core: range) -> Head:
    """Tell byline, date and labels around the text from what belongs to it."""
    story = story_of(shaped, core)
    if headline is None:
        return Head(story=story, below=core.stop)
    places = [place for place in range(headline + 1, len(shaped)) if place not in taken][:_REACH]
    end = _end(shaped, places, headline)
    fields: dict[int, str] = {}
    labels = set()
    for place in (place for place in places if place < end):
        one = shaped[place]
        field_name = _field_of(shaped, place, story, is_first=place == places[0])
        if field_name is not None:
            fields[place] = field_name
        elif (
            one.shape in _LABELS
            or _is_label(shaped, place)
            or (one.shape is Shape.LINE and fits("filed", one.text))
        ):
            labels.add(place)
    if "date_published" not in fields.values():
        fields |= _date_above(shaped, headline)
    if "byline" not in fields.values():
        fields |= _byline_below(shaped, taken, core, story)
    return Head(story=story, below=core.stop, end=end, fields=fields, labels=frozenset(labels))


def _is_label(shaped: Sequence[Shaped], place: int) -> bool:
    """Tell whether a line is a few words without an end, and not a caption above its credit."""
    one, below = shaped[place], shaped[place + 1 : place + 2]
    is_short = one.shape is Shape.LINE and one.line.weight < _LABEL and not one.line.ends
    is_captioned = bool(below) and below[0].shape is Shape.CREDIT
    return is_short and not is_captioned and read_caption(one.text, beside_headline=False) is None


def _end(shaped: Sequence[Shaped], places: Sequence[int], headline: int) -> int:
    """Return the place after the last byline, date or label with at most one paragraph above it."""
    end = headline + 1
    paragraphs = 0
    is_dated = False
    for place in places:
        one = shaped[place]
        is_label = one.shape in _LABELS or fits("filed", one.text)
        field_name = _field_of(shaped, place, "", is_first=place == places[0])
        if field_name == "date_published" and is_dated and tells_more_than_a_date(one.text):
            continue
        is_dated = is_dated or field_name == "date_published"
        if is_label or field_name:
            end = place + 1
        elif is_paragraph(one):
            paragraphs += 1
            if paragraphs > 1:
                break
    return end


def _field_of(shaped: Sequence[Shaped], place: int, story: str, *, is_first: bool) -> str | None:
    """Return which field a line below the headline is: byline or date; None where it is neither."""
    one = shaped[place]
    if is_meta(one):
        return _META.get(one.shape, "date_published")
    if one.shape is not Shape.LINE:
        return None
    if names_in(one.text) or (is_name_with_role(one.text) and one.text not in story):
        return "byline"
    below = shaped[place + 1] if place + 1 < len(shaped) else None
    if below is not None and below.shape is Shape.CREDIT:
        return None  # the name of who is in the picture
    is_alone = is_first and below is not None and below.shape is Shape.PROSE and _is_only_name(shaped, place)
    is_signed = (is_alone or is_name_beside_meta(shaped, place)) and one.text not in story
    return "byline" if is_signed else None


def is_meta(one: Shaped) -> bool:
    """Tell whether a line is a byline or a date by itself."""
    return one.shape in _META or (one.shape in _OF_FIGURES and is_day(one.text))


def _is_only_name(shaped: Sequence[Shaped], place: int) -> bool:
    """Tell a name from one of several subheads that look like names."""
    others = (one for one in shaped[place + 1 :] if one.shape is Shape.LINE)
    return is_name(shaped[place].text) and not any(is_name(other.text) for other in others)


def _date_above(shaped: Sequence[Shaped], headline: int) -> dict[int, str]:
    """Return the place of a full date right above the headline."""
    places = range(headline - 1, max(-1, headline - 1 - _ABOVE), -1)
    dates = (place for place in places if is_meta(shaped[place]) and is_dated(shaped[place].text))
    found = (place for place in dates if shaped[place].shape is not Shape.BYLINE)
    return dict.fromkeys(list(found)[:1], "date_published")


def _byline_below(
    shaped: Sequence[Shaped], taken: Mapping[int, str], core: range, story: str
) -> dict[int, str]:
    """Return the place of a name right below the text."""
    for place in range(core.stop, min(core.stop + _BELOW, len(shaped))):
        one = shaped[place]
        if place in taken or one.shape not in (Shape.LINE, Shape.BYLINE, Shape.CREDIT):
            break
        is_signed = is_signature(one.text) or is_agency(one.text)
        if one.shape is Shape.BYLINE or (is_signed and one.text not in story):
            return {place: "byline"}
    return {}


def is_name_beside_meta(shaped: Sequence[Shaped], place: int) -> bool:
    """Tell whether a line is a name near a byline or a date, so a byline; pictures do not part them."""
    if not are_names(shaped[place].text):
        return False
    above, below = _around(shaped, range(place - 1, -1, -1)), _around(shaped, range(place + 1, len(shaped)))
    return any(is_meta(one) for one in (*above, *below))


def _around(shaped: Sequence[Shaped], places: range) -> list[Shaped]:
    """Return the next two lines that are neither a credit nor the caption above one."""
    near = [place for place in places[:_NEAR] if shaped[place].shape is not Shape.CREDIT]
    is_pictured = (place + 1 < len(shaped) and shaped[place + 1].shape is Shape.CREDIT for place in near)
    return [shaped[place] for place, skip in zip(near, is_pictured, strict=True) if not skip][:2]


def is_paragraph(one: Shaped) -> bool:
    """Tell whether a line is a paragraph of the text for sure."""
    if one.shape is not Shape.PROSE or one.line.weight < _PARAGRAPH or (one.money and one.appeal > 1):
        return False
    return read_caption(one.text, beside_headline=True) is None


def find_standfirst(
    shaped: Sequence[Shaped], head: Head, headline: int, beside: AbstractSet[int]
) -> int | None:
    """Return the place of the introduction: words below the headline and above byline or date."""
    for place in range(headline + 1, head.end):
        one = shaped[place]
        if place in beside or place in head.fields or one.shape not in (Shape.PROSE, Shape.LINE):
            continue
        if one.line.weight >= _LABEL:
            return place
    return None
