"""Channels: how something was said, by the words that stand around what was said."""

from __future__ import annotations

from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.statements import Statement


def find_channels(text: str, statement: Statement, lexicon: Lexicon) -> tuple[str, ...]:
    """Name the channels of a statement; the words that are reported say nothing about it."""
    start, end = statement.sentence
    first, last = statement.content
    around = (
        f"{text[start : max(start, first)]} | {text[min(last, end) : end]} | {text[slice(*statement.cue)]}"
    )
    if first <= statement.cue[0] < last:
        around += text[statement.cue[0] : statement.cue[1] + 60]
    return tuple(name for name, words in lexicon.channels if words.search(around))
