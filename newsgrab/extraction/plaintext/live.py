"""Times above the entries of a live blog: by themselves they look like the small print of teasers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsgrab.extraction.moments import read_clock, read_moment
from newsgrab.extraction.plaintext.dated import told
from newsgrab.extraction.plaintext.shapes import Shape, Shaped

_SMALL = frozenset({Shape.CARD, Shape.DATE, Shape.LINE})
_FEWEST = 3  # entries
_MOSTLY = 2 / 3  # of the entries; a notice may stand between two
_LONGEST = 40  # characters of a line with a time alone


def with_live_times(shaped: Sequence[Shaped]) -> tuple[Shaped, ...]:
    """Return the lines; a time alone above an entry of a live blog is a line like others."""
    times = {
        place: minutes
        for place, (one, below) in enumerate(pairwise(shaped))
        if one.shape in _SMALL
        and below.shape is Shape.PROSE
        and (minutes := minutes_of(one.text)) is not None
    }
    is_live = len(times) >= _FEWEST and _are_in_order([*times.values()]) and _end_as_text(shaped, [*times])
    return tuple(
        replace(one, shape=Shape.LINE) if is_live and place in times else one
        for place, one in enumerate(shaped)
    )


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
    if len(text) > _LONGEST or told(text) or read_moment(text) is not None:
        return None
    clock = read_clock(text)
    return 60 * clock[0] + clock[1] if clock is not None else None


def _are_in_order(times: Sequence[int]) -> bool:
    """Tell whether times only rise or only fall, but for one midnight."""
    rises = sum(one < other for one, other in pairwise(times))
    falls = sum(one > other for one, other in pairwise(times))
    return min(rises, falls) <= 1
