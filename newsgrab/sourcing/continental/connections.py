"""Connections: words that lead to the verb that tells the source: "según anunció Lira", "secondo quanto"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 3  # words: "stando a quanto"
_SETTING_OFF = tags.COMMA | tags.QUOTE | tags.DASH


def behind_connection(paragraph: Paragraph, start: int) -> int:
    """Return where the words are at an end that begin here; the place itself where none do."""
    known = (tuple(words.split()) for words in paragraph.lexicon.phrases["connecting"])
    return max((start + len(words) for words in known if paragraph.says(start, words)), default=start)


def before_connection(paragraph: Paragraph, tokens: Range) -> int | None:
    """Return where the words begin that end a stretch, if a comma or the like sets them off."""
    for start in range(max(tokens[0], tokens[1] - LONGEST), tokens[1]):
        if paragraph.has(start - 1, _SETTING_OFF) and behind_connection(paragraph, start) == tokens[1]:
            return start
    return None
