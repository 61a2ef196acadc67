"""Members: who belongs to a group, where the text lists them behind "including"."""

from __future__ import annotations

import re

from newsgrab.sourcing import tags
from newsgrab.sourcing.tokens import Paragraph, Range

_SEPARATOR = re.compile(r",\s*(?:and\s+)?|\s+(?:and|und|sowie|et|y|e|и)\s+")
LONGEST_LIST = 40


def find_members(paragraph: Paragraph, phrase: Range) -> tuple[str, ...]:
    """Read the list of an insertion such as "— including Japan and Peru —" right behind a phrase."""
    opening = phrase[1]
    if not paragraph.has(opening, tags.COMMA | tags.DASH | tags.OPENING):
        return ()
    start = opening + 1
    for words in paragraph.lexicon.phrases["including"]:
        length = len(words.split())
        if " ".join(paragraph.lows[start : start + length]) == words:
            end = _end_of_list(paragraph, start + length, opening)
            return _split(paragraph, start + length, end)
    return ()


def _end_of_list(paragraph: Paragraph, start: int, opening: int) -> int:
    closing = tags.CLOSING if paragraph.has(opening, tags.OPENING) else tags.DASH
    if paragraph.has(opening, tags.COMMA):
        closing = tags.AUXILIARY | tags.CUE | tags.VERB
    for index in range(start, min(len(paragraph.words), start + LONGEST_LIST)):
        if paragraph.has(index, closing | tags.STOP):
            return index
    return start


def _split(paragraph: Paragraph, start: int, end: int) -> tuple[str, ...]:
    if end <= start:
        return ()
    listed = paragraph.between(start, end).strip(" ,")
    return tuple(name.strip().removeprefix("the ") for name in _SEPARATOR.split(listed) if name.strip())
