"""Dumps of front pages and of topics: entries of other articles and no text of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsgrab.extraction.plaintext.boxes import SMALL_PRINT
from newsgrab.extraction.plaintext.shapes import Shape, Shaped

_FEWEST = 4  # entries
_LONGEST_SUMMARY = 280  # weight
_SHORTEST_HEADLINE = 20


def is_overview(shaped: Sequence[Shaped]) -> bool:
    """Tell a list of articles: headlines with a summary of one paragraph and when it was published.

    No paragraph stands below another, as they do in a text.
    """
    if any(one.shape is below.shape is Shape.PROSE for one, below in pairwise(shaped)):
        return False
    return sum(_is_entry(shaped[place : place + 3]) for place in range(len(shaped) - 2)) >= _FEWEST


def _is_entry(lines: Sequence[Shaped]) -> bool:
    headline, summary, small_print = lines
    return (
        headline.shape is Shape.LINE
        and headline.line.weight >= _SHORTEST_HEADLINE
        and summary.shape is Shape.PROSE
        and summary.line.weight <= _LONGEST_SUMMARY
        and small_print.shape in (*SMALL_PRINT, Shape.BYLINE)
    )
