"""Times above the entries of a live blog: by themselves they look like the small print of teasers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsgrab.extraction.lines.moments import read_clock, read_moment
from newsgrab.extraction.plaintext.dated import without_dates
from newsgrab.extraction.plaintext.shapes import Shape, Shaped

_SMALL = frozenset({Shape.CARD, Shape.DATE, Shape.LINE})
_TITLED = re.compile(r"(\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?)\s*[-–—|:]?\s+(?=\W?[^\W\d_]{2})", re.IGNORECASE)
_FEWEST = 3  # entries
_MOSTLY = 2 / 3  # of the entries; a notice may stand between two
_LONGEST = 40  # characters of a line with a time alone


def with_live_times(shaped: Sequence[Shaped]) -> tuple[Shaped, ...]:
    """Return the lines; a time above an entry of a live blog, or before its title, is a line like others."""
    times = {
        place: minutes
        for place, one in enumerate(shaped)
        if _is_above_text(shaped, place) and (minutes := _minutes_at(one)) is not None
    }
    is_live = len(times) >= _FEWEST and _are_in_order([*times.values()]) and _end_as_text(shaped, [*times])
    return tuple(
        replace(one, shape=Shape.LINE) if is_live and place in times else one
        for place, one in enumerate(shaped)
    )


def _is_above_text(shaped: Sequence[Shaped], place: int) -> bool:
    """Tell whether a small line stands above a paragraph, or above the title of one."""
    shapes = [one.shape for one in shaped[place : place + 3]]
    if len(shapes) < 2 or shapes[0] not in _SMALL:
        return False
    return shapes[1] is Shape.PROSE or shapes[1:] == [Shape.LINE, Shape.PROSE]


def _minutes_at(one: Shaped) -> int | None:
    """Return the time that a line says or begins with, in minutes since midnight."""
    titled = _TITLED.match(one.text)
    return minutes_of(one.text if titled is None else titled[1])


def _end_as_text(shaped: Sequence[Shaped], places: Sequence[int]) -> bool:
    """Tell entries from teasers and comments, whose headlines and names stand above the time."""
    ends = sum(shaped[place - 1].shape is Shape.PROSE for place in places[1:])
    return ends >= _MOSTLY * (len(places) - 1)


def minutes_of(text: str) -> int | None:
    """Return the minutes since midnight that a line says, if it says nothing else.

    >>> minutes_of("9.48pm"), minutes_of("21.48 Uhr"), minutes_of("오후 3:05"), minutes_of("[14:05]")
    (1308, 1308, 905, 845)
    >>> minutes_of("14:05 Jane Doe"), minutes_of("Chapter 3.05"), minutes_of("3 May 2024, 14:05")
    (None, None, None)
    """
    if len(text) > _LONGEST or without_dates(text) or read_moment(text) is not None:
        return None
    clock = read_clock(text)
    return 60 * clock[0] + clock[1] if clock is not None else None


def _are_in_order(times: Sequence[int]) -> bool:
    """Tell whether times only rise or only fall, but for one midnight."""
    rises = sum(one < other for one, other in pairwise(times))
    falls = sum(one > other for one, other in pairwise(times))
    return min(rises, falls) <= 1
