"""The short line right above the first paragraph that belongs to it, where most are of the page's head."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.extraction.lines.moments import is_of_days
from newsgrab.model import Block, Kind
from newsgrab.text import WHOLE, is_small

_FEWEST_GREETED = 2  # words


def find_opening(blocks: Sequence[Block], texts: Sequence[int], first: int) -> int | None:
    """Return which of the ``texts`` opens the text whose first running paragraph is ``first``.

    Such a line heads a list or greets who is spoken to.
    """
    at = texts.index(first)
    if not at:
        return None
    line, text = blocks[texts[at - 1]], blocks[first]
    is_told = text.kind is Kind.LIST_ITEM and bool(WHOLE.search(text.text))
    heads = is_told and not is_of_days(line.text)
    return texts[at - 1] if heads or _greets(line.text, text.text) else None


def _greets(line: str, text: str) -> bool:
    """Tell the beginning of a speech or a letter: "Care concittadine," with a small letter below it."""
    return line.endswith(",") and len(line.split()) >= _FEWEST_GREETED and is_small(text[:1])
