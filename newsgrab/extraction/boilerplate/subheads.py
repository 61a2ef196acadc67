"""Subheads that read like the heading of a box: "Donations" over the paragraphs that tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsgrab.extraction.boilerplate.substance import are_beside
from newsgrab.model import Block, Box, Kind, Mark, Verdict
from newsgrab.rules import Rules

_OF_ANOTHER = "related."  # below it another article may begin like this one's own text
_PROSE = 80  # characters; a paragraph that tells


def spare_subheads(blocks: Sequence[Block], marks: Sequence[Mark], rules: Rules) -> tuple[Mark, ...]:
    """Drop the marks by phrases from a subhead among subheads that is over a paragraph without marks.

    What stands over a box has its links, its form or nothing at all below it.
    """
    marked = {mark.block for mark in marks if mark.verdict is Verdict.STRIP}
    rows = {_row(block) for place, block in enumerate(blocks) if _is_heading(block) and place not in marked}
    subheads = {
        place
        for place, (block, below) in enumerate(pairwise(blocks))
        if _is_heading(block) and _row(block) in rows and place + 1 not in marked and _tells(below, block)
    }
    if marked.isdisjoint(subheads):
        return tuple(marks)
    phrases = {phrase.id for phrase in rules.phrases if not phrase.id.startswith(_OF_ANOTHER)}
    spared = subheads - {mark.block for mark in marks if mark.rule not in phrases}
    return tuple(mark for mark in marks if mark.block not in spared)


def _is_heading(block: Block) -> bool:
    return block.kind is Kind.HEADING


def _row(heading: Block) -> tuple[Box | None, int]:
    """Return what the subheads of one text share."""
    return (heading.box.parent if heading.box is not None else None), heading.level


def _tells(below: Block, heading: Block) -> bool:
    """Tell whether what is below a heading is a paragraph of the same text."""
    return are_beside(below, heading) and below.kind is Kind.PARAGRAPH and len(below.text) >= _PROSE
