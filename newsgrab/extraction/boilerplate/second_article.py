"""What an endless page appends to an article: the next one, in a box with a headline of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrab.extraction.boilerplate.substance import LEAVES, is_substantial
from newsgrab.model import Block, Box, Kind, Metadata
from newsgrab.text import letters_of


class SecondArticle:
    """The boxes below an article's text that begin with another headline."""

    def __init__(self, blocks: Sequence[Block], metadata: Metadata) -> None:
        headline = letters_of(metadata.headline or "")
        found = [*_appended(blocks, headline)] if headline else []
        self._boxes = frozenset(() if _are_sections(blocks, found) else found)

    def reason_of(self, block: Block) -> str | None:
        """Return that a block stands in such a box."""
        is_in = bool(self._boxes) and not self._boxes.isdisjoint(block.boxes())
        return "structure.second-article" if is_in else None


def _appended(blocks: Sequence[Block], headline: str) -> Iterator[Box]:
    """Give the outermost box of each heading of highest rank that holds no text from before it."""
    earlier: set[Box] = set()
    for block in blocks[_place_of_headline(blocks, headline) :]:
        is_other = _is_highest(block) and letters_of(block.text) not in headline
        boxes = [box for box in block.boxes() if box not in earlier] if earlier and is_other else ()
        if boxes and boxes[-1].tag not in LEAVES and boxes[-1].parent is not None:
            yield boxes[-1]
        if is_substantial(block):
            earlier.update(block.boxes())


def _are_sections(blocks: Sequence[Block], found: Sequence[Box]) -> bool:
    """Tell whether several boxes stand side by side where the text begins: they are its own parts."""
    first = next(filter(is_substantial, blocks), None)
    around = next((box for box in first.boxes() if box.tag not in LEAVES), None) if first else None
    return len(found) > 1 and all(box.parent is around for box in found)


def _place_of_headline(blocks: Sequence[Block], headline: str) -> int:
    """Return the place of the first heading of highest rank that is the headline, 0 where none is."""
    heads = (place for place, block in enumerate(blocks) if _is_highest(block))
    return next((place for place in heads if letters_of(blocks[place].text) == headline), 0)


def _is_highest(block: Block) -> bool:
    return block.kind is Kind.HEADING and block.level == 1
