"""The short line right above the first paragraph that belongs to it, where most are of the page's head."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.extraction.lines.days import is_of_days
from newsgrab.model import Block, Kind
from newsgrab.text import WHOLE, is_small

_LONGEST = 60  # characters of a line
_FEWEST_GREETED = 2  # words


def find_opening(blocks: Sequence[Block], texts: Sequence[int], first: int) -> int | None:
    """Return which of the ``texts`` opens the text whose first running paragraph is ``first``.

    Such a line heads a list or an entry of one, greets who is spoken to, or is the first of several alike.
    """
    at = texts.index(first)
    if not at:
        return None
    line, text = blocks[texts[at - 1]], blocks[first]
    is_told = text.kind is Kind.LIST_ITEM and bool(WHOLE.search(text.text))
    heads = (is_told and not is_of_days(line.text)) or (_tag(line), _tag(text)) == ("dt", "dd")
    belongs = heads or _greets(line.text, text.text) or _is_subhead(blocks, line, texts[at:])
    return texts[at - 1] if belongs else None


def _tag(block: Block) -> str | None:
    return block.box.tag if block.box is not None else None


def _greets(line: str, text: str) -> bool:
    """Tell the beginning of a speech or a letter: "Care concittadine," with a small letter below it."""
    return line.endswith(",") and len(line.split()) >= _FEWEST_GREETED and is_small(text[:1])


def _is_subhead(blocks: Sequence[Block], line: Block, below: Sequence[int]) -> bool:
    """Tell a subhead set as a bold line, by others that stand between paragraphs further down."""
    running = [place for place in below if len(blocks[place].text) > _LONGEST]
    return _is_bold(line) and any(
        _is_bold(blocks[place]) for place in below if running and running[0] < place < running[-1]
    )


def _is_bold(block: Block) -> bool:
    is_short = block.kind is Kind.PARAGRAPH and len(block.text) <= _LONGEST
    return is_short and all(inline.strong for inline in block.inlines)
