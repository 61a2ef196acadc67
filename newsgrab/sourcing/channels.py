"""Channels: how something was said, by the words that stand around what was said."""

from __future__ import annotations

from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.statement import Statement

FURTHEST = 60  # characters behind a cue that stands in the midst of a quotation


def find_channels(text: str, statement: Statement, lexicon: Lexicon) -> tuple[str, ...]:
    """Name the channels of a statement; the words that are reported say nothing about it."""
    start, end = statement.sentence_place
    first, last = statement.content
    cue_start, cue_end = statement.cue_place
    around = [text[start : max(start, first)], text[min(last, end) : end], text[cue_start:cue_end]]
    if first <= cue_start < last:
        around.append(text[cue_start : cue_end + FURTHEST])
    return tuple(name for name, words in lexicon.channels if words.search(" | ".join(around)))
