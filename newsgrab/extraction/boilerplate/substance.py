"""What tells running text from a line of something else."""

from __future__ import annotations

import re

from newsgrab.model import Block, Box, Kind
from newsgrab.text import SENTENCE_ENDS

# Elements that hold one line, and nothing else.
LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd"})
# Scripts that say more in a letter.
_WIDE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uff9f]")
LINES = frozenset({Kind.PARAGRAPH, Kind.HEADING})
ITEMS = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
_OTHERS = frozenset({Kind.HEADING, Kind.FIGURE, Kind.BREAK, Kind.EMBED})
_LONG, _LONG_SENTENCE = 90, 45  # letters
_END_MARKS = "■◼▪◾⬛◆♦●⚫•∎❑□▲◊✦✱ "


def linked_share(block: Block) -> float:
    """Return how much of a block's text is inside links."""
    return sum(len(inline.text) for inline in block.inlines if inline.href) / max(1, len(block.text))


def without_end_mark(text: str) -> str:
    """Cut the ornament that a magazine sets behind its last word.

    >>> without_end_mark("The harbour stays. ■")
    'The harbour stays.'
    """
    return text.rstrip(_END_MARKS)


def is_substantial(block: Block) -> bool:
    """Tell a paragraph of running text from a line of something else."""
    if block.kind in _OTHERS:
        return False
    text = without_end_mark(block.text).rstrip("\"'”’»«)] ")
    if len(text) >= _LONG:
        return True
    length = len(text) if text.isascii() else len(text) + 2 * len(_WIDE.findall(text))
    return length >= _LONG or (length >= _LONG_SENTENCE and text.endswith(SENTENCE_ENDS))


def are_alike(one: Box, other: Box) -> bool:
    """Tell whether two boxes stand in the same one and go by the same names."""
    return one is not other and (one.tag, one.names, one.parent) == (other.tag, other.names, other.parent)


def are_beside(one: Block, other: Block) -> bool:
    """Tell whether the elements of two blocks stand in the same box."""
    return one.box is not None and other.box is not None and one.box.parent is other.box.parent
