"""Times above the entries of a live blog: by themselves they look like the small print of teasers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsgrab.extraction.moments import HOUR
from newsgrab.extraction.plaintext.shapes import Shape, Shaped
from newsgrab.rules.lexicon import any_of, words

_TIME = re.compile(
    rf"""
    \W* (?:{any_of("moments.around")}\s+)? (?:{any_of("moments.afternoon")}|上午|午前|오전)? \s*
    (\d\d?) \s? [.:：h時时点시] \s? (\d\d) (?:[:.]\d\d)? \s? [분分]? \s?
    (?:[ap]\.?\s?m\.?)? \s? (?:{HOUR}|h|[A-Z]{{2,4}}T|GMT|UTC)? \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SMALL = frozenset({Shape.CARD, Shape.DATE, Shape.LINE})
_FEWEST = 3  # entries
_MOSTLY = 2 / 3  # of the entries; a notice may stand between two
_DAY = 24 * 60  # minutes


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
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    is_late = any(word in text.lower() for word in words("moments.afternoon"))
    hour = hour % 12 + 12 if is_late and hour <= 12 else hour
    return 60 * hour + minute if 60 * hour + minute <= _DAY and minute < 60 else None


def _are_in_order(times: Sequence[int]) -> bool:
    """Tell whether times only rise or only fall, but for one midnight."""
    rises = sum(one < other for one, other in pairwise(times))
    falls = sum(one > other for one, other in pairwise(times))
    return min(rises, falls) <= 1
