"""Rows at the start or the end of a text: of scores, that count, that a line leads to, each with a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from newsgrab.extraction.boilerplate.substance import linked_share
from newsgrab.model import Block, Kind

_COLONS = (":", "：")
_LONGEST = 60  # characters of a row
_FEWEST = 3  # rows
_FIGURE = re.compile(r"\d")
_NUMBERED = re.compile(r"(\d{1,3})[.)] ")
_SCORE = re.compile(r"\d ?[:–-] ?\d")
_SCORED = re.compile(r"\d ?[:–-] ?\d|[^\W\d]\W? \d{1,3},? [^\W\d].* \d{1,3}$")  # "Old Boys 3, Rovers 1"
_FEWEST_ABOVE = 5  # such rows
_MOSTLY = 0.6  # of the rows that have a score or a number; between them stand days
_LINKED = 0.5  # part of a row that leads elsewhere


def rows_at_end(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[int]:
    """Give those of the last places, from the last paragraph on, at which such rows and their lead are."""
    above = places[0]
    for are_rows, found in groupby(places[1:], key=lambda place: _is_row(blocks[place])):
        run = list(found)
        rows = [blocks[place] for place in run]
        if are_rows and len(rows) >= _FEWEST:
            is_led_to = blocks[above].text.endswith(_COLONS)
            if is_led_to or _counts(rows) or _are_scores(rows):
                yield from (above, *run) if is_led_to else run
        above = run[-1]


def results_above(blocks: Sequence[Block], places: Sequence[int]) -> Sequence[int]:
    """Return those of the places above the first paragraph that are a list of results, with its headings."""
    scored = [place for place in places if _is_row(blocks[place]) and _SCORED.search(blocks[place].text)]
    if len(scored) < _FEWEST_ABOVE:
        return ()
    return [place for place in places if place >= scored[0] - 1 and len(blocks[place].text) <= _LONGEST]


def labelled_rows(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[int]:
    """Give the places of facts in a row, each behind a label in bold: "**Referee:** Jane Doe"."""
    for are_labelled, found in groupby(places, key=lambda place: _has_label(blocks[place])):
        run = list(found)
        if are_labelled and len(run) >= _FEWEST:
            yield from run


def _has_label(block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH or not block.inlines or not block.inlines[0].strong:
        return False
    label = "".join(inline.text for inline in takewhile(lambda one: one.strong, block.inlines))
    rest = block.text.removeprefix(label)
    is_label = label.rstrip().endswith(_COLONS) or rest.lstrip().startswith(_COLONS)
    return is_label and any(map(str.isalnum, rest)) and linked_share(block) < _LINKED


def _is_row(block: Block) -> bool:
    is_short = block.kind is Kind.PARAGRAPH and len(block.text) <= _LONGEST
    return is_short and bool(_FIGURE.search(block.text)) and linked_share(block) < _LINKED


def _counts(rows: Sequence[Block]) -> bool:
    """Tell whether rows are numbered from one on."""
    numbers = [int(found[1]) for row in rows if (found := _NUMBERED.match(row.text))]
    return len(numbers) >= _MOSTLY * len(rows) and numbers == list(range(1, len(numbers) + 1))


def _are_scores(rows: Sequence[Block]) -> bool:
    return sum(_SCORE.search(row.text) is not None for row in rows) >= _MOSTLY * len(rows)
