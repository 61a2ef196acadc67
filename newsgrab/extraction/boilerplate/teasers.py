"""Teasers of other articles: the linked headline of another page of the site, with a summary under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from newsgrab.extraction.boilerplate.marks import strip_whole
from newsgrab.extraction.boilerplate.substance import ITEMS, linked_share
from newsgrab.extraction.page.links import is_other_page
from newsgrab.model import Block, Box, Kind, Mark

_LINKED = 0.9  # of a headline
_SHORTEST = 20  # characters of it
_LONGEST_LABEL = 40  # characters of what stands above it: "Politics", "Read more"
_LONGEST = 600  # characters of a teaser
_MOST_BLOCKS = 5  # of it, before the headline and after
_LEAST_LINKED = 0.15  # of its text
_FEW_LINKED = 0.15  # of a summary
_MOST_OF_BODY = 0.25  # of the text, for one teaser
_HALF = 0.5  # where all together hold more of the text, they are the article
_FEWEST = 2  # one alone may be a link that the text sets in a line of its own
_NEAR = 8  # boxes around a headline
_FRAMED = re.compile(r"/embed/(?:$|[#?])")
_TEXT = ITEMS | {Kind.FIGURE}


def mark_teasers(blocks: Sequence[Block], url: str | None) -> tuple[Mark, ...]:
    """Mark what leads to other pages of the site of ``url``: boxes, and articles embedded as frames."""
    places = _boxed(blocks, url) | {place for place, block in enumerate(blocks) if _is_framed(block, url)}
    return strip_whole(blocks, ((place, "structure.teaser") for place in places))


def _is_framed(block: Block, url: str | None) -> bool:
    """Tell an article of the site that is embedded in another, as WordPress does it."""
    is_embed = block.kind is Kind.EMBED and not block.text and bool(_FRAMED.search(block.href or ""))
    return is_embed and is_other_page(block.href, url)


def _boxed(blocks: Sequence[Block], url: str | None) -> set[int]:
    """Return the places of blocks in boxes that are teasers; a picture or another one proves it."""
    length = sum(len(block.text) for block in blocks)
    most = min(_LONGEST, _MOST_OF_BODY * length)
    heads = [place for place, block in enumerate(blocks) if _is_headline(block, url)]
    found = [part for place in heads if (part := _teaser(blocks, place, most))]
    if len(found) < _FEWEST and not any(blocks[place].images for part in found for place in part):
        return set()
    places = {place for part in found for place in part}
    return places if sum(len(blocks[place].text) for place in places) <= _HALF * length else set()


def _is_headline(block: Block, url: str | None) -> bool:
    if block.kind not in ITEMS or len(block.text) < _SHORTEST or linked_share(block) < _LINKED:
        return False
    return all(is_other_page(inline.href, url) for inline in block.inlines if inline.href)


def _teaser(blocks: Sequence[Block], head: int, most: float) -> range | None:
    """Return the blocks of the smallest box that has more than the headline, if it reads like a teaser."""
    before, after = range(head - 1, -1, -1), range(head + 1, len(blocks))
    for box in islice(blocks[head].boxes(), _NEAR):
        if box.parent is None or box.text_length > most or box.link_length < _LEAST_LINKED * box.text_length:
            return None
        above = list(_inside(blocks, before, box))
        below = list(_inside(blocks, after, box))
        if any(blocks[place].text for place in below):
            is_whole = max(len(above), len(below)) <= _MOST_BLOCKS
            are_labels = all(len(blocks[place].text) <= _LONGEST_LABEL for place in above)
            is_summary = all(_is_summary(blocks[place]) for place in below)
            first = min(above, default=head)
            return range(first, below[-1] + 1) if is_whole and are_labels and is_summary else None
    return None


def _inside(blocks: Sequence[Block], places: range, box: Box) -> Iterator[int]:
    """Give the places in a box, from its headline on, and one more than it may have."""
    within = takewhile(lambda place: any(one is box for one in blocks[place].boxes()), places)
    return islice(within, _MOST_BLOCKS + 1)


def _is_summary(block: Block) -> bool:
    return block.kind in _TEXT and linked_share(block) <= _FEW_LINKED
