"""Small boxes that ask the reader for money and end in the one link that takes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from newsgrab.extraction.boilerplate.marks import cut_whole, strip_whole
from newsgrab.extraction.boilerplate.payment_links import leads_to_till
from newsgrab.extraction.boilerplate.substance import LINES, is_substantial, linked_share
from newsgrab.extraction.lines.moments import CLOCK
from newsgrab.model import Block, Box, Mark
from newsgrab.rules.lines import fits

_LONGEST_CALL = 40  # characters of what is to be pressed
_FEWEST, _MOST = 2, 7  # blocks of a box, the call among them
_LONGEST = 600  # characters of a box
_MOST_OF_BODY = 0.25  # for a box that asks
_MOST_OF_SHORT = 0.6  # where the call leads to a till
_MOST_CALLS = 3  # in a row: to pay, to log in
_LINKED = 0.9  # of what is to be pressed
_NEAR = 6  # boxes around a call


def mark_calls(blocks: Sequence[Block], marks: Sequence[Mark], url: str | None = None) -> tuple[Mark, ...]:
    """Mark the boxes below the first paragraph that speak to the reader of money and end in a call.

    A call that leads to where the site at ``url`` takes money speaks of it in any language.
    """
    total = sum(len(block.text) for block in blocks)
    begun = next((place for place, block in enumerate(blocks) if is_substantial(block)), len(blocks))
    asking: set[int] = set()
    for last, block in enumerate(blocks):
        if not _is_call(block):
            continue
        pays = _pays(blocks[max(0, last + 1 - _MOST_CALLS) : last + 1], url)
        first = _first(blocks, last, (_MOST_OF_SHORT if pays else _MOST_OF_BODY) * total)
        if first is not None and first > begun and _asks(blocks[first : last + 1], pays=pays):
            asking.update(range(first, last))
    gone = cut_whole(blocks, marks) if asking else ()
    return strip_whole(blocks, ((place, "structure.call") for place in asking if place not in gone))


def _is_call(block: Block) -> bool:
    return (
        block.kind in LINES
        and 0 < len(block.text) <= _LONGEST_CALL
        and linked_share(block) > _LINKED
        and not CLOCK.fullmatch(block.text)
    )


def _pays(blocks: Sequence[Block], url: str | None) -> bool:
    """Tell whether one of the calls that blocks end in leads to where the site takes money."""
    return any(leads_to_till(call, url) for call in takewhile(_is_call, reversed(blocks)))


def _frames(block: Block, longest: float) -> Iterator[Box]:
    """Give the boxes around a call that hold more than it, the nearest first."""
    for box in islice(block.boxes(), _NEAR):
        if box.parent is None or box.text_length > min(_LONGEST, longest):
            return
        if box.text_length > len(block.text):
            yield box


def _first(blocks: Sequence[Block], last: int, longest: float) -> int | None:
    """Return where the smallest box begins that ends with a call; None where there is none, or too large."""
    for box in _frames(blocks[last], longest):
        if last + 1 < len(blocks) and box in blocks[last + 1].boxes():
            continue
        first = last
        while first and last - first < _MOST and box in blocks[first - 1].boxes():
            first -= 1
        if _FEWEST <= last - first + 1 <= _MOST:
            return first
    return None


def _asks(box: Sequence[Block], *, pays: bool) -> bool:
    """Tell whether a box is words of the publisher to the reader about money, and nobody is quoted in it."""
    if any(block.kind not in LINES for block in box):
        return False
    if any(fits("attribution", block.text) for block in box):
        return False
    if pays:
        return True
    text = "\n".join(block.text for block in box)
    return fits("to-readers", text) and fits("paid", text)
