"""Marks for whole blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsgrab.model import Block, Mark, Verdict


def strip_whole(blocks: Sequence[Block], rules: Iterable[tuple[int, str]]) -> tuple[Mark, ...]:
    """Mark all of the blocks at some places as to be stripped, each by a rule, in reading order."""
    return tuple(
        Mark(rule=rule, verdict=Verdict.STRIP, block=place, start=0, end=len(blocks[place].text))
        for place, rule in sorted(rules)
    )
