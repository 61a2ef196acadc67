"""Lists in a dump: the article's, below a sentence that leads to them, and menus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsgrab.extraction.plaintext.boxes import Candidate
from newsgrab.extraction.plaintext.lines import bullet
from newsgrab.extraction.plaintext.shapes import Shape

_LEADS = 40  # weight of a sentence that leads to a list
_LONGEST_LIST = 12  # lines
_LONGEST_ENTRY, _USUAL_ENTRY = 60, 20  # weight of the entries of a menu: of the longest, and on average


def in_lists(lines: Sequence[Candidate]) -> Iterator[bool]:
    """Tell for each line whether it is in a run of short lines below a colon."""
    in_list = False
    for line in lines:
        in_list = in_list and line.is_free and line.shaped.shape is not Shape.PROSE
        yield in_list
        if line.is_free and line.shaped.text.endswith((":", "：")):
            in_list = True


def led_to(lines: Sequence[Candidate]) -> Iterator[int]:
    """Give the places of lists below a sentence of the text that leads to them; a menu is longer."""
    for place, line in enumerate(lines, start=1):
        is_lead = line.is_prose and line.shaped.line.weight >= _LEADS and not line.shaped.appeal
        if is_lead and line.shaped.text.endswith((":", "：")):
            items = list(takewhile(_is_item, lines[place : place + _LONGEST_LIST + 1]))
            yield from range(place, place + len(items) if len(items) <= _LONGEST_LIST else place)


def _is_item(line: Candidate) -> bool:
    return line.is_free and line.shaped.shape is Shape.LINE


def menus(lines: Sequence[Candidate]) -> Iterator[int]:
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
