"""Channels: how something was said, by the words that stand around what was said."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.grammar import Statement
from newsgrab.sourcing.tokens import Paragraph

_OTHERS = tags.EDGE | tags.PREPOSITION | tags.CONJUNCTION | tags.FINITE  # of which a noun may be instead
FURTHEST_BEFORE = 5  # tokens from "in" to the "interview" of "in a long radio interview"
FURTHEST = 60  # characters behind a cue that stands in the midst of a quotation


def find_channels(statement: Statement) -> tuple[str, ...]:
    """Name the channels of a statement; the words that are reported say nothing about it."""
    paragraph = statement.paragraph
    found = ((index, _channel_at(paragraph, index)) for index in _tokens_around(statement))
    used = (name for index, name in found if name is not None and _is_used(statement, index))
    return tuple(dict.fromkeys(used))


def _is_used(statement: Statement, index: int) -> bool:
    """Tell whether a word is the source or the verb, or a noun that is used: "in a letter", not "of letters".

    Others, as the "told CNN" of a source before, say so by themselves.
    """
    paragraph = statement.paragraph
    carrying = paragraph.lexicon.phrases["carrying"]
    told = {*range(*statement.phrase), *range(*statement.cue)}
    if not carrying or index in told or not paragraph.has(index, tags.OCCASION):
        return True
    for before in range(index - 1, max(index - FURTHEST_BEFORE, statement.sentence[0]) - 1, -1):
        if paragraph.lows[before] in carrying or before in told:
            return True
        if paragraph.lows[before] not in paragraph.lexicon.phrases["linking"] and paragraph.has(
            before, _OTHERS
        ):
            return False
    return False


def _tokens_around(statement: Statement) -> Iterator[int]:
    paragraph = statement.paragraph
    first, last = statement.content
    for index in range(*statement.sentence):
        if not first <= paragraph.starts[index] < last:
            yield index
    yield from range(*statement.cue)
    start, end = statement.cue_place
    if first <= start < last:
        for index in range(statement.cue[1], statement.sentence[1]):
            if paragraph.has(index, tags.QUOTE | tags.PHRASE) or paragraph.starts[index] > end + FURTHEST:
                break
            yield index


def _channel_at(paragraph: Paragraph, index: int) -> str | None:
    """Return the channel that the words from a token on tell; of "Telegram-Kanal" the first part does."""
    low = paragraph.lows[index]
    channels = paragraph.lexicon.channels
    known = channels.get(low) or ("-" in low and channels.get(low.partition("-")[0])) or ()
    for words, name in known:
        if len(words) == 1 or paragraph.says(index, words):
            return name
    return None
