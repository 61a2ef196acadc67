"""The short line right above the first paragraph that belongs to it, where most are of the page's head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from newsgrab.extraction.lines.moments import OF, ORDINAL, is_of_days
from newsgrab.extraction.lines.months import MONTH, alike
from newsgrab.model import Block, Kind
from newsgrab.text import WHOLE, is_small

_LONGEST = 60  # characters of a line
_FEWEST_ALIKE = 2  # lines further down
_FEWEST_GREETED = 2  # words


def find_opening(blocks: Sequence[Block], texts: Sequence[int], first: int) -> int | None:
    """Return which of the ``texts`` opens the text whose first running paragraph is ``first``.

    Such a line heads a list or an entry of one, greets who is spoken to, or is the first of several.
    """
    at = texts.index(first)
    if not at:
        return None
    line, text = blocks[texts[at - 1]], blocks[first]
    is_told = text.kind is Kind.LIST_ITEM and bool(WHOLE.search(text.text))
    heads = (is_told and not is_of_days(line.text)) or (_tag(line), _tag(text)) == ("dt", "dd")
    belongs = heads or _greets(line.text, text.text) or _is_one_of_many(blocks, line, texts[at + 1 :])
    return texts[at - 1] if belongs else None


def _tag(block: Block) -> str | None:
    return block.box.tag if block.box is not None else None


def _greets(line: str, text: str) -> bool:
    """Tell the beginning of a speech or a letter: "Care concittadine," with a small letter below it."""
    return line.endswith(",") and len(line.split()) >= _FEWEST_GREETED and is_small(text[:1])


def _is_one_of_many(blocks: Sequence[Block], line: Block, below: Sequence[int]) -> bool:
    """Tell the day and the place above the first entry of a diary from the date of the article."""
    alike = (place for place in below if _is_of_entry(blocks[place]))
    return _is_of_entry(line) and sum(1 for _ in islice(alike, _FEWEST_ALIKE)) == _FEWEST_ALIKE


def _is_of_entry(block: Block) -> bool:
    is_short = block.kind is Kind.PARAGRAPH and len(block.text) <= _LONGEST
    is_bold = is_short and all(inline.strong for inline in block.inlines)
    return is_bold and bool(_day().search(alike(block.text)))


@cache
def _day() -> re.Pattern[str]:
    """Return what a day is written as where months are alike, without its year: "April 3", "3. April"."""
    of_month = rf"\d\d?(?:{ORDINAL}|\.)? (?:{OF} )?{MONTH}(?![^\W\d_])"
    return re.compile(rf"(?<!\d){of_month}|(?<![^\W\d_]){MONTH}\.? \d\d?(?!\d)", re.IGNORECASE)
