"""What stands in the frame of a picture beside its caption."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.extraction.boilerplate.marks import strip_whole
from newsgrab.extraction.boilerplate.substance import LINES
from newsgrab.model import Block, Box, Mark

_FRAMES = frozenset({"figure", "figcaption"})
_LONGEST = 400  # characters of a line in a frame
_MOST_OF_BODY = 0.25  # where all frames together hold more, the article is told in them


def mark_in_frames(blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Mark the lines beside the captions of pictures."""
    return strip_whole(blocks, _captions(blocks).items())


def _captions(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the lines in a <figure> whose picture has its caption; where none has, a line may be it.

    A figure with a quote, a table, a list or code is a part of the text.
    """
    frames = {place: box for place, block in enumerate(blocks) if (box := _frame(block)) is not None}
    told = {frames[place] for place in frames if not _is_line(blocks[place])}
    captioned = {box for place, box in frames.items() if any(image.caption for image in blocks[place].images)}
    found = [place for place, box in frames.items() if blocks[place].text and box in captioned - told]
    length = sum(len(blocks[place].text) for place in found)
    is_little = length <= _MOST_OF_BODY * sum(len(block.text) for block in blocks)
    return dict.fromkeys(found if is_little else (), "structure.frame")


def _frame(block: Block) -> Box | None:
    """Return the outermost frame that a block stands in."""
    return next((box for box in reversed(list(block.boxes())) if box.tag in _FRAMES), None)


def _is_line(block: Block) -> bool:
    """Tell a picture, a film and what may be words on them from text that is only set in a frame."""
    return not block.text or (block.kind in LINES and len(block.text) <= _LONGEST)
