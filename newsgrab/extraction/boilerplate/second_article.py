"""What an endless page appends to an article: the next one, in a box with a headline of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrab.extraction.boilerplate.substance import LEAVES, are_alike, is_substantial, linked_share
from newsgrab.model import Block, Box, Kind, Metadata
from newsgrab.text import letters_of

_HEADLINE = "field.headline"  # the rule of the element that prints it
_LINKED = 0.9  # of a headline


class SecondArticle:
    """The boxes below an article's text that begin with another headline."""

    def __init__(self, blocks: Sequence[Block], metadata: Metadata) -> None:
        headline = letters_of(metadata.headline or "")
        found = [*_appended(blocks, headline)] if headline else []
        self._boxes = frozenset(() if _are_sections(blocks, found) else found).union(_alike(blocks))

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


def _alike(blocks: Sequence[Block]) -> Iterator[Box]:
    """Give the boxes beside the article's own and of its name that have a headline with a link.

    The parts of a survey of the news look like that too, and have more text than what leads to them.
    """
    head = next((place for place, block in enumerate(blocks) if _HEADLINE in block.selected), len(blocks))
    linked = [one for one in blocks[head + 1 :] if one.kind is Kind.HEADING and linked_share(one) > _LINKED]
    around = dict.fromkeys(box for block in linked for box in block.boxes())
    for own in blocks[head].boxes() if linked else ():
        others = [box for box in around if are_alike(box, own)]
        if own.names and sum(box.text_length for box in others) <= own.text_length:
            yield from others


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
