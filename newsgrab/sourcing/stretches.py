"""Stretches of tokens: the small questions that both grammars ask of them."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.occurrences import words_before
from newsgrab.sourcing.tokens import Paragraph, Range

FAR = 3000  # characters around a word among which it may come again
LONGEST_INSERTION = 40  # tokens between the marks around one
_BEHIND_HEAD = tags.PREPOSITION | tags.GENITIVE | tags.COMMA | tags.RELATIVE


def trim(paragraph: Paragraph, tokens: Range) -> Range | None:
    """Drop marks at both ends; None where nothing else is left."""
    start, end = tokens
    while start < end and paragraph.has(start, tags.MARK):
        start += 1
    while end > start and paragraph.has(end - 1, tags.MARK):
        end -= 1
    return (start, end) if end > start else None


def without_stop(paragraph: Paragraph, sentence: Range) -> Range:
    """Leave out the marks that close a sentence; its first token stays."""
    start, end = sentence
    while end > start + 1 and paragraph.has(end - 1, tags.STOP):
        end -= 1
    return start, end


def first_with(paragraph: Paragraph, tokens: Range, wanted: int) -> int | None:
    """Return the first of the tokens that has one of the wanted tags."""
    found = paragraph.tags
    for index in range(*tokens):
        if found[index] & wanted:
            return index
    return None


def any_has(paragraph: Paragraph, tokens: Range, wanted: int) -> bool:
    """Tell whether one of the tokens has one of the wanted tags."""
    return any(paragraph.tags[index] & wanted for index in range(*tokens))


def head_of(paragraph: Paragraph, phrase: Range) -> int:
    """Return the head's token: the last before what hangs on it or explains it."""
    for index in range(phrase[0] + 1, phrase[1]):
        if paragraph.tags[index] & _BEHIND_HEAD:
            return index - 1
    return phrase[1] - 1


def opening_mark(paragraph: Paragraph, closing: int, floor: int) -> int | None:
    """Return the mark that opens the insertion which the mark ``closing`` closes: its like, or a bracket."""
    wanted = tags.OPENING if paragraph.has(closing, tags.CLOSING) else tags.COMMA
    if paragraph.has(closing, tags.DASH):
        wanted = tags.DASH
    for index in range(closing - 1, max(floor, closing - LONGEST_INSERTION) - 1, -1):
        if paragraph.has(index, wanted):
            return index
        if paragraph.has(index, tags.SEMICOLON | tags.COLON | tags.QUOTE):
            return None
    return None


def is_small_elsewhere(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the word stands nearby without its capital, as no name does: "Note the example"."""
    start, end = paragraph.starts[index] - FAR, paragraph.ends[index] + FAR
    return any(True for _ in words_before(paragraph.text, paragraph.lows[index], start, end))


def has_capital_elsewhere(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the word has its capital nearby in mid-sentence too, as a name has: "… sagte Hammert"."""
    start, end = paragraph.starts[index] - FAR, paragraph.ends[index] + FAR
    before = words_before(paragraph.text, paragraph.words[index], start, end)
    return any(word[-1:].islower() for word in before)
