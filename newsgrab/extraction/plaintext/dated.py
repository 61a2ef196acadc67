"""Lines of a dump with a date or a time that tell something: rows of a timetable, subheads of a chronicle.

Some are no more than a time, above the posts of a live blog. By itself such a line looks like the small print
of a teaser, or like when the article was published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from newsgrab.extraction.lines.days import without_moments
from newsgrab.extraction.lines.moments import CLOCK
from newsgrab.extraction.lines.months import MONTHS
from newsgrab.extraction.plaintext.boxes import Candidate
from newsgrab.extraction.plaintext.shapes import Shape, are_names, is_date_with_names
from newsgrab.rules.lexicon import words
from newsgrab.rules.lines import fits

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 2  # besides the date, in a line that stands alone
_DATE_WORDS = (
    *("moments.weekday", "moments.around", "moments.day", "moments.morning", "moments.afternoon"),
    *("printed.published", "printed.modified", "printed.day", *MONTHS),
)
_FEWEST_POSTS = 3
_TEXT = 60  # weight of a paragraph beside a subhead with a date


def with_dated_lines(lines: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the lines; one that tells what was when is a line like others."""
    rows = [_is_row(line) for line in lines]
    times = times_of_posts(lines)
    return tuple(
        replace(line, shaped=replace(line.shaped, shape=Shape.LINE))
        if place in times or _is_among_rows(rows, place) or _is_subhead(lines, place)
        else line
        for place, line in enumerate(lines)
    )


def times_of_posts(lines: Sequence[Candidate]) -> frozenset[int]:
    """Return the places of the times above the posts of a live blog, each right above a sentence."""
    found = [
        place
        for place, (line, below) in enumerate(pairwise(lines))
        if line.is_free and CLOCK.fullmatch(line.shaped.text) and below.is_free and below.shaped.line.ends
    ]
    return frozenset(found if len(found) >= _FEWEST_POSTS else ())


def tells_more_than_a_date(text: str) -> bool:
    """Tell whether a line with a date says what was then, and not only who wrote or published it when.

    >>> [tells_more_than_a_date(line) for line in ("The storm of 3 May 2024 passed", "Jane Doe, 3 May 2024")]
    [True, False]
    """
    found = () if _is_of_page(text) else without_dates(text)
    return len(found) >= _FEWEST_WORDS and not are_names(" ".join(found))


def _is_of_page(text: str) -> bool:
    """Tell a line on when the page was put out or changed, by whom, or how long it takes to read."""
    return fits("reading-time", text) or fits("time-label", text) or is_date_with_names(text)


def without_dates(text: str) -> list[str]:
    """Return the words of a line that are no part of a date or a time.

    >>> without_dates("What happened on Friday, 3 May 2024"), without_dates("Friday, 3 May 2024, 9:00 am")
    (['What', 'happened'], [])
    """
    every = _WORD.findall(without_moments(text))
    return [word for word in every if len(word) > 1 and word.casefold() not in _of_dates()]


def _is_row(line: Candidate) -> bool:
    """Tell whether a line could be one of several below each other that tell what was when."""
    shaped = line.shaped
    if shaped.shape is not Shape.DATE or not line.is_free or line.is_head or shaped.copies > 1:
        return False
    return not _is_of_page(shaped.text) and bool(without_dates(shaped.text))


def _is_among_rows(rows: Sequence[bool], place: int) -> bool:
    return rows[place] and any(rows[other] for other in (place - 1, place + 1) if 0 <= other < len(rows))


def _is_subhead(lines: Sequence[Candidate], place: int) -> bool:
    """Tell whether a line that gives a date stands as a subhead does, between two paragraphs."""
    line = lines[place]
    if line.shaped.shape is not Shape.DATE or not line.is_free or not 0 < place < len(lines) - 1:
        return False
    beside = (lines[place - 1], lines[place + 1])
    is_between = all(one.is_prose and one.shaped.line.weight >= _TEXT for one in beside)
    return is_between and tells_more_than_a_date(line.shaped.text)


@cache
def _of_dates() -> frozenset[str]:
    return frozenset(word for name in _DATE_WORDS for word in words(name))
