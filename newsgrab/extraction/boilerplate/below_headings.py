"""Small boxes below a heading that was none of the article: what little else they have goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsgrab.extraction.boilerplate.marks import cut_whole, strip_whole
from newsgrab.extraction.boilerplate.substance import ITEMS, are_alike, is_substantial, linked_share
from newsgrab.model import Block, Box, Kind, Mark, Verdict

_ASKS = frozenset({"newsletter", "subscription", "donation", "app"})
_LEADS = "related"
_COUNTS = "comments"  # a heading that says how many there are
_LONGEST = 200  # characters below the heading
_MOST = 2  # lines of them
_LINKED = 0.5  # of a line that leads to another article


def mark_below_headings(blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Mark a line or two that have a box of their own with a heading which a rule strips.

    A box like others that stay is a section of the text, whatever its heading is called.
    """
    gone = cut_whole(blocks, marks)
    kinds = {
        mark.block: mark.kind
        for mark in marks
        if mark.verdict is Verdict.STRIP and mark.block in gone and blocks[mark.block].kind is Kind.HEADING
    }
    found = {
        place: rule
        for heading, kind in kinds.items()
        for place, rule in _below(blocks, heading, kind).items()
        if kind != _COUNTS or any(map(str.isdigit, blocks[heading].text)) or _is_last(blocks, heading, gone)
    }
    return strip_whole(blocks, ((place, rule) for place, rule in found.items() if place not in gone))


def _is_last(blocks: Sequence[Block], heading: int, gone: set[int]) -> bool:
    """Tell whether all the running text stands above a heading."""
    return not any(
        is_substantial(block) for place, block in enumerate(blocks) if place > heading and place not in gone
    )


def _below(blocks: Sequence[Block], heading: int, kind: str) -> Mapping[int, str]:
    """Return what is to go below a heading of a kind, each with the rule."""
    if kind not in _ASKS and kind not in (_LEADS, _COUNTS):
        return {}
    box = next((one for one in blocks[heading].boxes() if one.text_length > len(blocks[heading].text)), None)
    if box is None or box.parent is None or (heading and box in blocks[heading - 1].boxes()):
        return {}
    lines = list(_lines(blocks, heading + 1, box))
    told = [place for place in lines if blocks[place].text]
    if not told or len(told) > _MOST or sum(len(blocks[place].text) for place in told) > _LONGEST:
        return {}
    if any(blocks[place].kind not in ITEMS for place in told) or _is_section(blocks, box, heading):
        return {}
    if kind == _LEADS:
        leads = len(told) == 1 and linked_share(blocks[told[0]]) >= _LINKED
        return dict.fromkeys(told if leads else (), "structure.teaser")
    return dict.fromkeys(told, f"{kind}.box")


def _lines(blocks: Sequence[Block], start: int, box: Box) -> Iterator[int]:
    """Give the blocks of a box from a place on, and one more than it may have."""
    for place in range(start, min(len(blocks), start + _MOST + 2)):
        if box not in blocks[place].boxes():
            return
        yield place


def _is_section(blocks: Sequence[Block], box: Box, heading: int) -> bool:
    """Tell whether other headings stand in boxes that go by the same names beside this one."""
    others = (
        one
        for place, block in enumerate(blocks)
        if place != heading and block.kind is Kind.HEADING
        for one in block.boxes()
    )
    return any(are_alike(one, box) for one in others)
