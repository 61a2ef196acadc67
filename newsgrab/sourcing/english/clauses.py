"""Clauses: small questions about a stretch of tokens that may be reported."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.phrases import is_past
from newsgrab.sourcing.tokens import Paragraph, Range

FINITE = tags.AUXILIARY | tags.VERB | tags.CUE
_MARK = tags.COMMA | tags.DASH | tags.COLON | tags.SEMICOLON | tags.STOP


def trim(paragraph: Paragraph, tokens: Range) -> Range | None:
    """Drop marks at both ends."""
    start, end = tokens
    while start < end and paragraph.has(start, _MARK):
        start += 1
    while end > start and paragraph.has(end - 1, _MARK):
        end -= 1
    return (start, end) if end > start else None


def has_quote(paragraph: Paragraph, tokens: Range) -> bool:
    """Say whether a quotation is among the tokens."""
    return any(paragraph.tags[i] & tags.QUOTE for i in range(*tokens))


def is_finite(paragraph: Paragraph, tokens: Range) -> bool:
    """Say whether a verb that can make a clause stands among the tokens."""
    return any(paragraph.tags[i] & FINITE or is_past(paragraph, i) for i in range(*tokens))
