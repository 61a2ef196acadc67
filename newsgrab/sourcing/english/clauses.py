"""Clauses: small questions about a stretch of tokens that may be reported."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.phrases import is_past
from newsgrab.sourcing.lexicon import GERUND
from newsgrab.sourcing.stretches import any_has
from newsgrab.sourcing.tokens import Paragraph, Range


def has_quote(paragraph: Paragraph, tokens: Range) -> bool:
    """Tell whether a quotation is among the tokens."""
    return any_has(paragraph, tokens, tags.QUOTE)


def tells_in_passing(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a verb of saying stands here that has no subject of its own: "saying"."""
    lexicon, low = paragraph.lexicon, paragraph.low(index)
    verb = lexicon.verbs.get(low) or lexicon.split_verbs.get(low)
    return verb is not None and verb.forms == GERUND


def is_finite(paragraph: Paragraph, tokens: Range) -> bool:
    """Tell whether a verb that can make a clause stands among the tokens."""
    return any(is_verb(paragraph, index) for index in range(*tokens))


def is_verb(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the word is a verb by list or ends like one in the past."""
    return paragraph.has(index, tags.FINITE) or is_past(paragraph, index)
