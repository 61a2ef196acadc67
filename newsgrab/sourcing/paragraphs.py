"""Paragraphs: where each of a text begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE_END = "[.!?:…\"”“»’']"
_BLANK = re.compile(
    rf"""
    \n (?: [ \t\r\u00a0]*\n
        | (?<={_LINE_END}\n) | (?<={_LINE_END}[ \t]\n) | (?<={_LINE_END}[ \t]{{2}}\n)
        | (?=[\"“„«]) )
    """,
    re.VERBOSE,
)


def split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Give the bounds of each paragraph; a line that ends like a sentence ends one, too.

    >>> list(split_paragraphs("One\ntwo.\nThree\n\nfour"))
    [(0, 8), (9, 14), (16, 20)]
    """
    start = 0
    for gap in _BLANK.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)
