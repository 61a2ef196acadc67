"""Channels: how something was said, by the words that stand around what was said."""

from __future__ import annotations

import re

from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.statement import Statement

FURTHEST = 60  # characters behind a cue that stands in the midst of a quotation
_MARK = re.compile(r"[\"“”„«]|''")


def find_channels(text: str, statement: Statement, lexicon: Lexicon) -> tuple[str, ...]:
    """Name the channels of a statement; the words that are reported say nothing about it."""
    start, end = statement.sentence_place
    first, last = statement.content
    cue_start, cue_end = statement.cue_place
    around = [text[start : max(start, first)], text[min(last, end) : end], text[cue_start:cue_end]]
    if first <= cue_start < last:
        around.append(_MARK.split(text[cue_start : cue_end + FURTHEST], maxsplit=1)[0])
    found = (match.group().lower() for match in lexicon.channel_words.finditer(" | ".join(around)))
    return tuple(dict.fromkeys(lexicon.channels[words] for words in found))
