"""What is reported before its subject: "The road is shut, Lee said."."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.clauses import has_quote, is_finite
from newsgrab.sourcing.english.introductions import skip_introduction
from newsgrab.sourcing.english.phrases import is_adverb
from newsgrab.sourcing.stretches import first_with, trim
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST_SECOND_HALF = 30  # tokens between the halves of a quotation
MOST_UNEXPLAINED = 3  # words between a quotation and a subject


def content_before(paragraph: Paragraph, left: Range, right: Range) -> Range | None:
    """Return what is reported of the tokens on the left; a quotation may go on behind the cue."""
    content = trim(paragraph, (_behind_colon(paragraph, left), left[1]))
    if content is None:
        return None
    is_quoted = has_quote(paragraph, content) or paragraph.has(content[1] - 1, tags.PHRASE)
    if not (is_quoted or is_finite(paragraph, content)):
        comma = _closing_comma(paragraph, right)
        is_split = comma is not None and is_finite(paragraph, (comma, right[1]))
        return trim(paragraph, (content[0], right[1])) if is_split else None
    second = _second_half(paragraph, right)
    return (content[0], second) if second else content


def second_quotation(paragraph: Paragraph, right: Range) -> Range | None:
    """Return the quotation of 'But, said Lee, "…"'."""
    second = _second_half(paragraph, right)
    return (second - 1, second) if second else None


def _behind_colon(paragraph: Paragraph, left: Range) -> int:
    """Return where a quotation at the end begins if a colon introduces it."""
    for index in range(left[1] - 1, left[0], -1):
        if paragraph.has(index, tags.QUOTE) and paragraph.has(index - 1, tags.COLON):
            return index
    return left[0]


def _closing_comma(paragraph: Paragraph, right: Range) -> int | None:
    """Return the last comma before the next finite verb, as behind "said Lee, the mayor of Ham, would …"."""
    comma = None
    for index in range(*right):
        if paragraph.has(index, tags.COMMA):
            comma = index
        elif comma is not None and paragraph.has(index, tags.AUXILIARY):
            return comma if index - comma < 3 else None
    return None


def behind_comma(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return what follows "According to Lee, "."""
    comma = first_with(paragraph, (start, end), tags.COMMA)
    return trim(paragraph, (comma, end)) if comma is not None else None


def behind_quote(paragraph: Paragraph, floor: int, first: int) -> int:
    """Go back from a subject over words that nothing explains if a quotation stands right before them."""
    index = first
    while index > floor and first - index < MOST_UNEXPLAINED and paragraph.has(index - 1, tags.WORD):
        index -= 1
    return index if index > floor and paragraph.has(index - 1, tags.QUOTE) else first


def is_reported_before(paragraph: Paragraph, left: Range, right: Range) -> bool:
    """Tell whether the words on the left are the ones reported."""
    last = left[1] - 1
    if last < left[0] or not paragraph.has(last, tags.QUOTE | tags.COMMA | tags.DASH):
        return False
    if paragraph.has(last, tags.QUOTE) or paragraph.has(last - 1, tags.QUOTE | tags.PHRASE):
        return True
    return not is_introduction(paragraph, left) and _is_adjunct(paragraph, right)


def is_introduction(paragraph: Paragraph, left: Range) -> bool:
    """Tell whether the words only lead in: "In January, Lee said …"."""
    start = left[0]
    if paragraph.has(start, tags.QUOTE):
        return left[1] - start == 1
    while start < left[1] and paragraph.has(start, tags.COORDINATOR):
        start += 1
    if paragraph.has(start, tags.PRONOUN):
        return False
    if paragraph.has(start, tags.PREPOSITION):
        return not is_finite(paragraph, (start, left[1]))
    return skip_introduction(paragraph, start, left[1]) >= left[1] or not is_finite(
        paragraph, (start, left[1])
    )


def _is_adjunct(paragraph: Paragraph, right: Range) -> bool:
    """Tell whether nothing that could be reported stands behind the verb."""
    start, end = right
    if start >= end or paragraph.has(start, tags.COMMA | tags.DASH | tags.COORDINATOR):
        return True
    if paragraph.has(start, tags.QUOTE | tags.COLON | tags.COMPLEMENTISER):
        return False
    if paragraph.has(start, tags.PREPOSITION | tags.TIME | tags.CONJUNCTION) or is_adverb(paragraph, start):
        comma = next((i for i in range(start, end) if paragraph.tags[i] & tags.COMMA), end)
        return not any(
            paragraph.tags[i] & (tags.COMPLEMENTISER | tags.QUOTE | tags.COLON) for i in range(start, comma)
        )
    return False


def _second_half(paragraph: Paragraph, right: Range) -> int | None:
    """Return the end of a quotation that goes on behind the cue: "…," he said, "…"."""
    for index in range(right[0], min(right[1], right[0] + FURTHEST_SECOND_HALF)):
        tag = paragraph.tags[index]
        if tag & tags.QUOTE:
            is_set_off = index == right[0] or paragraph.has(index - 1, tags.COMMA | tags.COLON | tags.DASH)
            return index + 1 if is_set_off else None
        if tag & tags.COORDINATOR and paragraph.has(index + 1, tags.QUOTE):
            return index + 2
        if tag & (tags.COORDINATOR | tags.SEMICOLON | tags.CUE) and not tag & tags.CAPITAL:
            return None
    return None
