"""Boxes of one short paragraph that ends by asking, and the headings of boxes in which all else asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from newsgrab.extraction.boilerplate.appeals import LEAST_OF_SHORT, SHORT, TELLING, asking_letters
from newsgrab.extraction.boilerplate.marks import cut_whole, protected_blocks, strip_whole
from newsgrab.extraction.boilerplate.substance import LEAVES, are_alike
from newsgrab.model import Block, Box, Kind, Mark
from newsgrab.rules.lines import fits
from newsgrab.text import SENTENCE_ENDS

_LONGEST_LINE = 60  # characters of one that heads a box
_LEAST_BELOW = 40  # letters below a heading that are no mere button


def mark_closing_appeals(blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Mark a short paragraph that ends by asking in a box of its own, and the heading of what is so gone.

    "We work thanks to you. Support us." says one thing, where no other box of the page goes by that name.
    """
    asking = asking_letters(blocks, marks)
    telling = asking.keys() | {one.block for one in marks if one.kind in TELLING}
    if not telling:
        return ()
    gone = cut_whole(blocks, marks)
    inside: dict[Box, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        for box in block.boxes() if block.text or block.images else ():
            inside[box].append(place)
    found = {
        place: f"{asking[place][0]}.box"
        for place in _ending(blocks, marks, asking)
        if place not in gone and _is_alone(blocks, place, gone, inside)
    }
    for place in _headings(blocks, gone | set(found), telling, inside):
        found[place] = "structure.heading-of-notice"
    return strip_whole(blocks, found.items())


def _ending(
    blocks: Sequence[Block], marks: Sequence[Mark], asking: Mapping[int, tuple[str, int]]
) -> Iterator[int]:
    """Give the short paragraphs that end by asking, for the most part of them."""
    ends = {one.block for one in marks if not any(map(str.isalnum, blocks[one.block].text[one.end :]))}
    ends -= protected_blocks(marks)
    for place, (_, letters) in asking.items():
        text = blocks[place].text
        is_short = blocks[place].kind is Kind.PARAGRAPH and len(text) <= SHORT
        is_asking = place in ends and letters >= LEAST_OF_SHORT * len(text)
        if is_short and is_asking and not fits("attribution", text):
            yield place


def _is_alone(
    blocks: Sequence[Block], place: int, gone: set[int], inside: Mapping[Box, Sequence[int]]
) -> bool:
    """Tell whether a block has a box with nothing else that stays but headings, unlike any other box."""
    for box in blocks[place].boxes():
        others = [one for one in inside[box] if one != place and one not in gone]
        if box.parent is None or any(blocks[one].kind is not Kind.HEADING for one in others):
            return False
        if box.tag not in LEAVES and not any(are_alike(one, box) for one in inside):
            return True
    return False


def _is_line(block: Block) -> bool:
    is_short = block.kind is Kind.PARAGRAPH and 0 < len(block.text) <= _LONGEST_LINE
    return is_short and not block.text.endswith(SENTENCE_ENDS)


def _headings(
    blocks: Sequence[Block],
    gone: set[int],
    telling: Set[int],
    inside: Mapping[Box, Sequence[int]],
) -> Iterator[int]:
    """Give the headings in whose box all else is gone, and was there to ask or to tell of the page.

    A first line that is no sentence heads a box, too.
    """
    for place, block in enumerate(blocks):
        if place in gone or not (block.kind is Kind.HEADING or _is_line(block)):
            continue
        box = next((one for one in block.boxes() if len(inside[one]) > 1), None)
        below = [one for one in inside[box] if one != place] if box is not None and box.parent else []
        if block.kind is not Kind.HEADING and below and below[0] < place:
            continue
        letters = sum(len(blocks[one].text) for one in below if one in telling)
        if below and gone.issuperset(below) and letters >= _LEAST_BELOW:
            yield place
