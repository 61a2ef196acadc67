"""Subheads that are links to what the text below them is about: shows, books, shops of somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsgrab.extraction.boilerplate.substance import are_beside, linked_share
from newsgrab.extraction.page.links import is_other_page
from newsgrab.model import Block, Kind

_LINKED = 0.9  # of a subhead
_SHORTEST = 80  # characters of what is told below it
_FEW_LINKED = 0.2  # of that
_FEWEST = 2  # addresses; one alone is that of an advertisement


def find_reviewed_subheads(blocks: Sequence[Block], url: str | None) -> frozenset[int]:
    """Return the places of headings that lead to other sites than ``url``, each over a paragraph."""
    told = [(place, block) for place, block in enumerate(blocks) if block.text]
    found = frozenset(
        place
        for (place, block), (_, below) in pairwise(told)
        if url and _leads_elsewhere(block, url) and _tells(below) and are_beside(block, below)
    )
    addresses = {inline.href for place in found for inline in blocks[place].inlines if inline.href}
    return found if len(addresses) >= _FEWEST else frozenset()


def _leads_elsewhere(block: Block, url: str) -> bool:
    if block.kind is not Kind.HEADING or linked_share(block) <= _LINKED:
        return False
    return not any(is_other_page(inline.href, url) for inline in block.inlines if inline.href)


def _tells(block: Block) -> bool:
    is_long = block.kind is Kind.PARAGRAPH and len(block.text) >= _SHORTEST
    return is_long and linked_share(block) <= _FEW_LINKED
