"""Members: who belongs to a group, where the text lists them behind "including"."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST_LIST = 40  # tokens


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
            return tuple(_names(paragraph, start + length, end))
    return ()


def _end_of_list(paragraph: Paragraph, start: int, opening: int) -> int:
    closing = tags.CLOSING if paragraph.has(opening, tags.OPENING) else tags.DASH
    if paragraph.has(opening, tags.COMMA):
        closing = tags.AUXILIARY | tags.CUE | tags.VERB
    for index in range(start, min(len(paragraph.words), start + LONGEST_LIST)):
        if paragraph.has(index, closing | tags.STOP):
            return index
    return start


def _names(paragraph: Paragraph, start: int, end: int) -> Iterator[str]:
    """Give what commas and "and" divide, each without its article."""
    phrases = paragraph.lexicon.phrases
    for index in range(start, end + 1):
        is_joint = index < end and paragraph.lows[index] in phrases["joining"]
        if index < end and not is_joint and not paragraph.has(index, tags.COMMA):
            continue
        start += start < index and paragraph.words[start] in phrases["definite"]
        if start < index:
            yield paragraph.between(start, index)
        start = index + 1
