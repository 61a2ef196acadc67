"""Paragraphs of a page in which the site speaks to its readers, in the midst of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from string import digits

from newsgrab.extraction.boilerplate.marks import cut_whole, protected_blocks, strip_whole
from newsgrab.extraction.boilerplate.substance import LEAVES, LINES
from newsgrab.extraction.lines.voice import Said, find_asides, is_told
from newsgrab.model import Block, Box, Kind, Mark
from newsgrab.text import WHOLE, weight

_FEWEST = 2  # boxes, of the text and beside it


def mark_asides(blocks: Sequence[Block], marks: Sequence[Mark], headline: str) -> tuple[Mark, ...]:
    """Mark boxes beside a report's text in which the site speaks to its readers.

    A paragraph among those of the text may say "you" for the report: "You can apply until May 3."
    """
    gone = cut_whole(blocks, marks)
    kept = protected_blocks(marks)
    places = [place for place, block in enumerate(blocks) if block.text]
    free = [one for one in places if blocks[one].kind in LINES and one not in gone and one not in kept]
    boxes = {place: _frame(blocks[place]) for place in free}
    if len(set(boxes.values())) < _FEWEST:
        return ()
    lines = [said_in(blocks[place], is_free=place not in gone, is_kept=place in kept) for place in places]
    frames = [boxes[place] for place, line in zip(places, lines, strict=True) if is_told(line)]
    text = set(frames)
    if len(text) > max(1, len(frames) / 2):
        return ()  # each paragraph has a box of its own, so a box says nothing
    named = {_unnumbered(box) for box in text if box is not None and box.names}  # parted by advertising
    beside = {box for box in boxes.values() if box is None or _unnumbered(box) not in named} - text
    apart = [line for line, place in enumerate(places) if place in boxes and boxes[place] in beside]
    if not apart:
        return ()
    for line in apart:
        lines[line] = replace(lines[line], is_apart=True)
    found = set(apart).intersection(line for line, _ in find_asides(lines, headline, apart))
    return strip_whole(blocks, ((places[line], "structure.aside") for line in found))


def _unnumbered(box: Box) -> tuple[str, ...]:
    """Return what a box and others of its kind go by: "part-2" is one of several parts."""
    return (box.tag, *(name.rstrip(digits) for name in box.names))


def said_in(block: Block, *, is_free: bool, is_kept: bool) -> Said:
    """Return what a block says."""
    is_words = block.kind in LINES
    is_heading = block.kind is Kind.HEADING  # it asks for nothing: what stands below it does
    is_sentence = is_words and not is_heading and WHOLE.search(block.text) is not None
    return Said(
        text=block.text,
        weight=weight(block.text),
        is_free=is_free and not is_kept and not is_heading,
        is_kept=is_kept or not is_words,
        is_sentence=is_sentence,
        is_line=is_words and not is_sentence,
    )


def _frame(block: Block) -> Box | None:
    """Return the box that a paragraph shares with others."""
    return next((box for box in block.boxes() if box.tag not in LEAVES), None)
