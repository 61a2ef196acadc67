"""Subheads that are links to what the text below them is about: shows, books, shops of somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsgrab.extraction.page.links import is_other_page
from newsgrab.model import Block, Kind

_LINKED = 0.9  # of a subhead
_SHORTEST = 80  # characters of what is told below it
_FEW_LINKED = 0.2  # of that
_FEWEST = 2  # addresses; one alone is that of an advertisement


def reviewed(blocks: Sequence[Block], url: str | None) -> frozenset[int]:
    """Return the places of headings that lead to other sites than ``url``, each over a paragraph."""
    told = [(place, block) for place, block in enumerate(blocks) if block.text]
    found = frozenset(
        place
        for (place, block), (_, below) in pairwise(told)
        if url and _leads_elsewhere(block, url) and _tells(below) and _are_beside(block, below)
    )
    addresses = {inline.href for place in found for inline in blocks[place].inlines if inline.href}
    return found if len(addresses) >= _FEWEST else frozenset()


def _leads_elsewhere(block: Block, url: str) -> bool:
    links = [inline for inline in block.inlines if inline.href]
    linked = sum(len(inline.text) for inline in links)
    if block.kind is not Kind.HEADING or linked <= _LINKED * len(block.text):
        return False
    return not any(is_other_page(link.href, url) for link in links)


def _tells(block: Block) -> bool:
    linked = sum(len(inline.text) for inline in block.inlines if inline.href)
    return (
        block.kind is Kind.PARAGRAPH
        and len(block.text) >= _SHORTEST
        and linked <= _FEW_LINKED * len(block.text)
    )


def _are_beside(block: Block, below: Block) -> bool:
    """Tell whether a heading and a paragraph are in one box, each with its own element around alone."""
    return block.box is not None and below.box is not None and block.box.parent is below.box.parent
