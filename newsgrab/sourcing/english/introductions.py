"""Introductions: what leads in at the head of a sentence, before its subject."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.phrases import is_adverb, is_participle, is_region
from newsgrab.sourcing.tokens import Paragraph


def skip_introduction(paragraph: Paragraph, start: int, end: int) -> int:
    """Go forward over "But", "On Monday," and "Asked about it," at the head of a sentence."""
    while start < end:
        after = _skip_one_introduction(paragraph, start, end)
        if after == start:
            break
        start = after
    return start


def _skip_one_introduction(paragraph: Paragraph, start: int, end: int) -> int:
    while start < end and (
        paragraph.has(start, tags.COORDINATOR | tags.COMMA | tags.QUOTE) or is_adverb(paragraph, start)
    ):
        start += 1
    leads_in = tags.PREPOSITION | tags.CONJUNCTION | tags.TIME | tags.NUMBER
    leads_on = tags.CAPITAL | tags.AUXILIARY | tags.CUE | tags.VERB
    is_reduced = is_participle(paragraph, start) and not paragraph.has(start + 1, leads_on)
    counts_time = paragraph.has(start, tags.DETERMINER) and paragraph.has(
        start + 1 + paragraph.has(start + 1, tags.QUANTIFIER), tags.TIME
    )
    if paragraph.has(start, leads_in) or is_reduced or counts_time:
        comma = next((i for i in range(start, end) if _is_comma(paragraph, i)), None)
        if comma is None and paragraph.has(start, tags.TIME):
            return _skip_time(paragraph, start, end)
        if comma is None:
            return end
        closing = next((i for i in (comma + 2, comma + 3) if paragraph.has(i, tags.COMMA)), comma)
        return closing + 1 if is_region(paragraph, (comma + 1, closing)) else comma + 1
    return start


def _is_comma(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a comma stands here or before the closing mark of a quotation."""
    if paragraph.has(index, tags.QUOTE):
        return paragraph.last_quoted(index) == ","
    return paragraph.has(index, tags.COMMA)


def _skip_time(paragraph: Paragraph, start: int, end: int) -> int:
    """Go over "Last month" where no comma follows."""
    while start < end and paragraph.has(start, tags.TIME | tags.NUMBER):
        start += 1
    return start
