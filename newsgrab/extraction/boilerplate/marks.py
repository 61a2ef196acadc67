"""Marks for whole blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from newsgrab.model import Block, Mark, Verdict


def strip_whole(blocks: Sequence[Block], rules: Iterable[tuple[int, str]]) -> tuple[Mark, ...]:
    """Mark all of the blocks at some places as to be stripped, each by a rule, in reading order."""
    return tuple(
        Mark(rule=rule, verdict=Verdict.STRIP, block=place, start=0, end=len(blocks[place].text))
        for place, rule in sorted(rules)
    )


def is_whole(mark: Mark, blocks: Sequence[Block]) -> bool:
    """Tell whether a mark is on all of its block."""
    return mark.start == 0 and mark.end >= len(blocks[mark.block].text)


def protected_blocks(marks: Iterable[Mark]) -> frozenset[int]:
    """Return the blocks of which a rule says that they stay."""
    return frozenset(mark.block for mark in marks if mark.verdict is Verdict.PROTECT)


def cut_whole(blocks: Sequence[Block], marks: Sequence[Mark]) -> set[int]:
    """Return the blocks that will be cut whole, by one mark or by several that leave nothing between them."""
    whole = {mark.block for mark in marks if is_whole(mark, blocks)}
    reached: dict[int, int] = {}
    left: set[int] = set()  # blocks with words that no mark is on
    for mark in sorted((one for one in marks if one.block not in whole), key=attrgetter("block", "start")):
        done = reached.get(mark.block, 0)
        if mark.block in left or blocks[mark.block].text[done : mark.start].strip():
            left.add(mark.block)
        else:
            reached[mark.block] = max(done, mark.end)
    whole.update(
        place
        for place, done in reached.items()
        if place not in left and not blocks[place].text[done:].strip()
    )
    return whole - protected_blocks(marks)
