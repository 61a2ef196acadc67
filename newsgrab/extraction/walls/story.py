"""Where on a page the story stands that was read out of it, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.walls.rows import Row
from newsgrab.text import letters_of, weight

_NEAR = 120  # characters between a story's end and what stands right below it
_FARTHEST = 8  # rows between a headline and its text
_LONG = 80  # letters of a script with spaces between words


class Stand(Enum):
    """Where a row stands to the story."""

    IN = auto()  # where the story would go on, or over it
    BELOW = auto()  # right after the box of the story
    APART = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The rows of a page, and which of them are paragraphs of the article, in order."""

    rows: Sequence[Row]
    told: tuple[int, ...]
    box: Element | None  # the smallest with the headline and the first paragraph; none in a dump
    is_headed: bool  # whether the headline is printed right above them

    def stand_of(self, place: int, before: Sequence[int]) -> Stand:
        """Tell where a row stands to the story, of which ``before`` are the paragraphs above it."""
        row = self.rows[place]
        if row.box is None or self.box is None:
            return Stand.IN
        if row.is_hidden or row.is_around(self.box):
            return Stand.APART
        if row.box.is_in(self.box):
            return Stand.IN
        between = self.rows[before[-1] + 1 : place] if before else ()
        is_next = bool(before) and sum(len(one.text) for one in between) <= _NEAR
        return Stand.BELOW if is_next else Stand.APART

    def goes_on(self, before: Sequence[int], place: int, after: Sequence[int]) -> bool:
        """Tell whether the story goes on after a row in the same box as it began, and not only in a line."""
        if self.rows[place].box is None or not before or not after:
            return False
        parents = {_parent(self.rows[one]) for one in before}
        family = [self.rows[one] for one in after if _parent(self.rows[one]) in parents]
        if _parent(self.rows[place]) not in parents:
            return bool(family)
        return len(family) > 1 or any(weight(row.text) >= _LONG for row in family)


def find_story(rows: Sequence[Row], prose: Sequence[str], headline: str) -> Story:
    """Find the article's paragraphs, of which the words are given in lower case, among the rows."""
    told = tuple(_places(rows, prose))
    head = _head(rows[: told[0]] if told else (), letters_of(headline))
    first = rows[told[0]].box if told else None
    top = rows[head].box if head is not None else None
    is_headed = head is not None and told[0] - head <= _FARTHEST
    return Story(rows=rows, told=told, box=_box(top, first), is_headed=is_headed)


def _places(rows: Sequence[Row], prose: Sequence[str]) -> list[int]:
    letters = [letters_of(row.text) for row in rows]
    found: list[int] = []
    for text in map(letters_of, prose):
        first = found[-1] if found else 0
        here = next((place for place in range(first, len(rows)) if text and text in letters[place]), None)
        if here is not None and here not in found:
            found.append(here)
    return found


def _head(rows: Sequence[Row], headline: str) -> int | None:
    above = (place for place in reversed(range(len(rows))) if letters_of(rows[place].text) == headline)
    return next(above, None) if headline else None


def _box(head: Element | None, first: Element | None) -> Element | None:
    if first is None or head is None:
        return first.parent if first is not None else None
    return next((box for box in first.above() if head.is_in(box)), None)


def _parent(row: Row) -> int | None:
    parent = row.box.parent if row.box is not None else None
    return parent.place if parent is not None else None
