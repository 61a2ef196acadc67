"""Small boxes whose name hints that the site speaks for itself there, and whose words do so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsgrab.extraction.boilerplate.marks import cut_whole, protected_blocks, strip_whole
from newsgrab.extraction.boilerplate.substance import LEAVES, is_substantial
from newsgrab.extraction.lines.voice import amounts, appeals, has_trade, own_words
from newsgrab.extraction.page.names import is_named
from newsgrab.model import Block, Box, Kind, Mark
from newsgrab.rules.lines import fits

_LONGEST = 420  # characters of a box
_MOST_OF_BODY = 0.25
_MOST = 5  # blocks
_KINDS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTATION})  # a list tells of many things


def mark_hinted(blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Mark the boxes below the first paragraph that are named so and speak to the reader, or of money.

    Neither is enough alone: paragraphs for members are the article's, and reports say "you", too.
    """
    boxes = list(_named(blocks))
    if not boxes:
        return ()
    gone, kept = cut_whole(blocks, marks), protected_blocks(marks)
    begun = next((place for place, block in enumerate(blocks) if is_substantial(block)), len(blocks))
    found = {
        place
        for places in boxes
        if places[0] > begun and kept.isdisjoint(places)
        for place in places
        if place not in gone and _is_of_site([blocks[one] for one in places])
    }
    return strip_whole(blocks, ((place, "structure.hinted") for place in found))


def _named(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Give the places of the blocks of each small box that is named so, unlike any box beside it."""
    total = sum(len(block.text) for block in blocks)
    inside: dict[Box, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        for box in block.boxes() if block.text or block.images else ():
            inside[box].append(place)
    for box, places in inside.items():
        is_small = box.text_length <= min(_LONGEST, _MOST_OF_BODY * total) and len(places) <= _MOST
        if box.parent is None or box.tag in LEAVES or not is_small:
            continue
        if is_named(" ".join(box.names), "printed.of-site-names") and not _is_one_of_many(box, inside):
            yield places


def _is_one_of_many(box: Box, boxes: Iterable[Box]) -> bool:
    own = (box.tag, box.names, box.parent)
    return any(one is not box and (one.tag, one.names, one.parent) == own for one in boxes)


def _is_of_site(told: Sequence[Block]) -> bool:
    """Tell whether a box quotes nobody and speaks to the reader, of money or of what sites offer."""
    if any(block.kind not in _KINDS for block in told):
        return False
    texts = [block.text for block in told]
    if any(fits("attribution", text) for text in texts):
        return False
    text = "\n".join(own_words(text) for text in texts)
    return appeals(text) > 0 or amounts(text) > 0 or has_trade(text)
