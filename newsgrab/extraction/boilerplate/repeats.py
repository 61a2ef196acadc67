"""What is printed twice: sentences set apart in large letters, paragraphs, and the text in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from newsgrab.extraction.boilerplate.marks import strip_whole
from newsgrab.extraction.boilerplate.substance import LINES
from newsgrab.extraction.lines.creditlines import split_words
from newsgrab.extraction.page.names import is_named
from newsgrab.model import Block, Box, Kind, Mark
from newsgrab.text import WHOLE, letters_of

_SHORTEST = 20  # letters that two paragraphs share by no chance
_LONGEST_SPEAKER = 120  # characters of who said it, beside it
_SAID = re.compile(r"\s*[–—\-\"'“”„«»‘’「『]|.*[.!?…]\s*$", re.DOTALL)
_LONGEST_NAME = 60  # of a name alone
_NEAR = 3  # boxes around a block
_SHORTEST_COPY = 400  # characters
_LEAST_OF_ALL = 0.3  # of the text; what repeats the rest is nearly half of it
_FEWEST = 3  # paragraphs that a copy has
_MOSTLY = 0.8  # of a copy is in them
_SHORTEST_PARAGRAPH = 80  # characters; a shorter one may be a refrain


def mark_repeats(blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Mark quotes that a paragraph has too, a paragraph that has all the others, and one that comes again."""
    return strip_whole(blocks, (*_quotes(blocks), *_copies(blocks), *_again(blocks)))


def _again(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Give paragraphs that another box has too: for a window of another width, or under a picture.

    Of one with a credit line at its end both go where a picture has its words, for it is that one's caption.
    Verses stand in one box.
    """
    captions = {letters_of(image.caption or "") for block in blocks for image in block.images} - {""}
    first: dict[str, int] = {}
    for place, block in enumerate(blocks):
        if not _is_paragraph(block) or len(block.text) < _SHORTEST_PARAGRAPH:
            continue
        before = first.setdefault(letters_of(block.text), place)
        if before != place and _is_apart(blocks[before], block):
            yield place, "repeat.paragraph"
            if letters_of(split_words(block.text)[0] or "") in captions:
                yield before, "repeat.caption"


def _is_apart(one: Block, other: Block) -> bool:
    """Tell whether two paragraphs stand in boxes of different make, as no two paragraphs of one text do."""
    return _make_of(one) != _make_of(other)


def _make_of(block: Block) -> list[tuple[str, tuple[str, ...]]]:
    return [(box.tag, box.names) for box in block.boxes() if box.tag != "p"]


def _quotes(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Give each quote set apart whose words a paragraph has too, with the name of the speaker under it."""
    set_apart = [
        place
        for place, block in enumerate(blocks)
        if block.text and (_is_set_apart(block) or (block.kind is Kind.HEADING and _is_spoken(blocks, place)))
    ]
    if not set_apart:
        return
    others = set(range(len(blocks))).difference(set_apart)
    told = "\n".join(letters_of(blocks[place].text) for place in others if _is_paragraph(blocks[place]))
    repeated = {place for place in set_apart if _is_in(letters_of(blocks[place].text), told)}
    frames = {box for place in repeated if (box := _frame(blocks[place])) is not None}
    for place, block in enumerate(blocks):
        if place in repeated or (block.text and not frames.isdisjoint(block.boxes())):
            yield place, "repeat.quote"


def _is_in(words: str, told: str) -> bool:
    return len(words) >= _SHORTEST and words in told


def _is_paragraph(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH


def _is_set_apart(block: Block) -> bool:
    if block.kind is Kind.QUOTATION:
        return True
    return block.kind in LINES and any(
        box.tag == "aside" or (box.names and is_named(" ".join(box.names), "printed.pull-quote-names"))
        for box in islice(block.boxes(), _NEAR)
    )


def _is_spoken(blocks: Sequence[Block], place: int) -> bool:
    """Tell a heading that is alone in a box with the name below it of who said that."""
    frame = _frame(blocks[place])
    around = [
        one for one in blocks[max(0, place - 1) : place + 3] if frame is not None and frame in one.boxes()
    ]
    if len(around) != 2 or around[0] is not blocks[place] or not _SAID.match(around[0].text):
        return False
    speaker = around[1].text
    return speaker[:1].isupper() and len(speaker) <= _LONGEST_NAME and not WHOLE.search(speaker)


def _frame(block: Block) -> Box | None:
    """Return the largest box that holds little more than a quote."""
    found = None
    for box in block.boxes():
        if box.parent is None or box.text_length > len(block.text) + _LONGEST_SPEAKER:
            break
        found = box
    return found


def _copies(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Give a paragraph that is made of the words of all others: the text again, for a machine to read out."""
    whole = sum(len(block.text) for block in blocks)
    for place, block in enumerate(blocks):
        if not _is_paragraph(block) or len(block.text) < max(_SHORTEST_COPY, _LEAST_OF_ALL * whole):
            continue
        letters = letters_of(block.text)
        parts = [
            words
            for other in blocks
            if _is_paragraph(other)
            and other is not block
            and _is_in(words := letters_of(other.text), letters)
        ]
        if len(parts) >= _FEWEST and sum(map(len, parts)) > _MOSTLY * len(letters):
            yield place, "repeat.text"
