"""Lines that belong together in a dump: lists below a sentence that leads to them, verse, and menus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from newsgrab.extraction.plaintext.boxes import Candidate
from newsgrab.extraction.plaintext.lines import bullet
from newsgrab.extraction.plaintext.shapes import Shape

_FIGURE = re.compile(r"\d[^\d\s]\d|\d\s*$")  # a score, a price, a number at the end
_GOES_ON = (",", ";", "—", "،", "、")
_FEWEST_ROWS, _LONGEST_ROW, _MOSTLY = 3, 60, 0.4  # of verse; the part of its rows that go on in the next
_LEADS = 40  # weight of a sentence that leads to a list
_LONGEST_LIST = 12  # lines
_MOST_FIGURES = 40  # lines of results
_LONGEST_ENTRY, _USUAL_ENTRY = 60, 20  # weight of the entries of a menu: of the longest, and on average


def in_lists(lines: Sequence[Candidate]) -> Iterator[bool]:
    """Tell for each line whether it is in a run of short lines below a colon."""
    in_list = False
    for line in lines:
        in_list = in_list and line.is_free and line.shaped.shape is not Shape.PROSE
        yield in_list
        if line.is_free and line.shaped.text.endswith((":", "：")):
            in_list = True


def find_led_lists(lines: Sequence[Candidate]) -> Iterator[int]:
    """Give the places of lists below a sentence of the text that leads to them; a menu is longer.

    Figures, such as results, need no more than a word that leads to them.
    """
    for place, line in enumerate(lines, start=1):
        if not line.is_free or not line.shaped.text.endswith((":", "：")) or line.shaped.appeal:
            continue
        items = list(takewhile(_is_item, lines[place : place + _MOST_FIGURES + 1]))
        is_lead = line.is_prose and line.shaped.line.weight >= _LEADS and len(items) <= _LONGEST_LIST
        are_figures = 1 < len(items) <= _MOST_FIGURES and all(
            _FIGURE.search(one.shaped.text) for one in items
        )
        if is_lead or are_figures:
            yield from range(place if is_lead else place - 1, place + len(items))


def _is_item(line: Candidate) -> bool:
    return line.is_free and line.shaped.shape is Shape.LINE


def find_verse(lines: Sequence[Candidate]) -> Iterator[int]:
    """Give the places of lines that are those of a poem: several below each other, most of which go on."""
    for is_row, run in groupby(range(len(lines)), key=lambda place: _is_row_of_verse(lines[place])):
        places = list(run)
        goes_on = sum(lines[place].shaped.text.endswith(_GOES_ON) for place in places)
        if is_row and len(places) >= _FEWEST_ROWS and goes_on >= _MOSTLY * len(places):
            yield from places


def _is_row_of_verse(line: Candidate) -> bool:
    is_words = line.shaped.shape in (Shape.LINE, Shape.PROSE) and bullet(line.shaped.text) is None
    return line.is_free and is_words and line.shaped.line.weight <= _LONGEST_ROW


def find_menus(lines: Sequence[Candidate]) -> Iterator[int]:
    """Give the places of long runs of lines with bullets and a word or two; a list that tells has more."""
    run: list[int] = []
    for place, line in enumerate((*lines, None)):
        if line is not None and bullet(line.shaped.text) is not None:
            run.append(place)
            continue
        weights = [lines[item].shaped.line.weight for item in run]
        is_long = len(run) > _LONGEST_LIST
        if is_long and max(weights) <= _LONGEST_ENTRY and sum(weights) <= _USUAL_ENTRY * len(run):
            yield from run
        run = []
