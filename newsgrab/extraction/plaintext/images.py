"""Which lines of a dump are captions and credit lines: their pictures are not there, their words are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsgrab.extraction.lines.creditlines import bare_credit
from newsgrab.extraction.lines.voice import SEEN
from newsgrab.extraction.plaintext.captions import read_caption, split_at_subject
from newsgrab.extraction.plaintext.shapes import Shape, Shaped
from newsgrab.model import Image
from newsgrab.rules.lines import fits

_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯŠŽČ]{4,}(?: [A-ZÀ-ÖØ-ÞА-ЯŠŽČ]+){0,3}: ")
_OPENS_TEXT = re.compile(r"[?？:：]$|^\d{1,3}[.)]\s")  # a question, a number: a subhead above a picture
_REACH = 24  # lines below the headline in which the lead picture may stand
_LONGEST = 420  # weight of a caption that stands alone
_LONGEST_SENTENCE = 140  # the same where it ends as a paragraph does
_LONGEST_OPENER = 260  # the same above the first paragraph
_SHORTEST_OPENER = 45
_LONGEST_PLACED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The lines of a dump among which captions are looked for."""

    shaped: Sequence[Shaped]
    places: Sequence[int]  # in order: what is neither known to be something else nor beside the article
    opener: int  # the first paragraph
    headline: int | None
    end: int  # the place below the text
    story: str  # the text, to see who is told of

    def is_above_text(self, place: int) -> bool:
        """Tell whether a line stands between the headline and the text, where the lead picture is."""
        if self.headline is None:
            return False
        return self.headline < place <= min(self.opener, self.headline + _REACH)


def find_images(around: Surroundings) -> dict[int, Image | None]:
    """Return the captions and credits by place; None where a line is the credit of the caption above it."""
    images: dict[int, Image | None] = {}
    for position, place in enumerate(around.places):
        if around.shaped[place].shape is Shape.CREDIT:
            images |= dict(_credited(around, position, images))
        elif around.shaped[place].shape in (Shape.PROSE, Shape.LINE):
            image = _captioned(around, position, images)
            if image is not None:
                images[place] = image
    return images | _labelled_alike(around, images)


def _labelled_alike(around: Surroundings, images: Mapping[int, Image | None]) -> dict[int, Image]:
    """Return the lines that begin in capitals, "RELIEVED: Ada Roe", as a caption with a credit does."""
    captions = (image.caption for image in images.values() if image is not None and image.credit_line)
    if not any(caption and _CAPITALS.match(caption) for caption in captions):
        return {}
    return {
        place: Image(url=None, caption=around.shaped[place].text)
        for place in around.places
        if place not in images
        and _CAPITALS.match(around.shaped[place].text)
        and around.shaped[place].line.weight <= _LONGEST_PLACED
    }


def _credited(
    around: Surroundings, position: int, images: Mapping[int, Image | None]
) -> Iterator[tuple[int, Image | None]]:
    """Give the picture of a credit line: with the line above it, or alone."""
    place = around.places[position]
    text = around.shaped[place].text
    above = around.places[position - 1] if position else None
    is_last = position + 1 == len(around.places)
    is_beside = above is not None and above not in images and not _is_parted(around, above, place)
    if above is not None and is_beside and not is_last and _is_captionless(around, above, place):
        yield above, Image(url=None, caption=around.shaped[above].text, credit_line=bare_credit(text))
        yield place, None
        return
    yield place, split_at_subject(text, around.story) or Image(url=None, credit_line=bare_credit(text))


def _is_parted(around: Surroundings, above: int, credit: int) -> bool:
    """Tell whether a byline or a date stands between: then the line above them is the standfirst."""
    return any(one.shape in (Shape.BYLINE, Shape.DATE) for one in around.shaped[above + 1 : credit])


def _is_captionless(around: Surroundings, above: int, credit: int) -> bool:
    """Tell whether the line above a credit is its caption."""
    one = around.shaped[above]
    if above < around.end <= credit and fits("source", around.shaped[credit].text):
        return False  # the last sentence of the text, and where all of it is from
    if above <= (-1 if around.headline is None else around.headline) or _OPENS_TEXT.search(one.text):
        return False
    if one.shape is Shape.LINE or (one.shape is Shape.PROSE and not one.line.ends):
        return one.line.weight <= _LONGEST
    longest = _LONGEST_OPENER if around.is_above_text(above) else _LONGEST_SENTENCE
    return one.shape is Shape.PROSE and one.line.weight <= longest


def _captioned(around: Surroundings, position: int, images: Mapping[int, Image | None]) -> Image | None:
    """Return the picture of a line that reads as a caption by its words or by its place."""
    place = around.places[position]
    one = around.shaped[place]
    above_text = around.is_above_text(place)
    image = read_caption(one.text, beside_headline=above_text)
    if image is not None or place < (around.headline or 0):
        return image
    says_so = fits("caption", one.text[:SEEN]) and one.line.weight <= _LONGEST_PLACED
    is_lead = _is_opener(around, position) and not any(other > (around.headline or 0) for other in images)
    return Image(url=None, caption=one.text) if says_so or is_lead else None


def _is_opener(around: Surroundings, position: int) -> bool:
    """Tell whether a line without an end stands between what is about the article and its first paragraph."""
    place = around.places[position]
    one = around.shaped[place]
    if around.headline is None or not around.headline < place < around.opener:
        return False
    is_last = position + 1 < len(around.places) and around.places[position + 1] == around.opener
    if not is_last or one.shape is not Shape.LINE or one.line.ends or one.line.weight < _SHORTEST_OPENER:
        return False
    above = [around.shaped[other].shape for other in around.places[max(0, position - 2) : position]]
    if above == [Shape.LINE, Shape.LINE] and around.places[position - 2] == place - 2:
        return False  # the last entry of a list
    between = range(around.headline + 1, place)
    return len(between) > sum(other in between for other in around.places[:position])
