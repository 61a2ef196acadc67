"""Connections: words that lead to the verb that tells the source, "según anunció Lira", or to it alone."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.phrases import whole_phrase_after
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 3  # words: "stando a quanto"
FURTHEST_QUOTATION = 8  # tokens between a source and its quotation: "per il sindaco, Lira, «…»"
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


def is_beside_quotation(paragraph: Paragraph, words: Range, sentence: Range) -> bool:
    """Tell whether a phrase and a quotation are all there is: "per Lira, «…»" and "«…», così Lira"."""
    start, behind = words
    source = whole_phrase_after(paragraph, behind, sentence[1])
    if source is None:
        return False
    if start > sentence[0]:
        quote = start - 1 - paragraph.has(start - 1, tags.COMMA)
        return paragraph.has(quote, tags.QUOTE) and paragraph.has(source[1], tags.EDGE)
    for index in range(source[1], min(sentence[1], source[1] + FURTHEST_QUOTATION)):
        if paragraph.has(index, tags.QUOTE | tags.PHRASE):
            return paragraph.has(index - 1, tags.COMMA) or index == source[1]
        if paragraph.has(index, tags.FINITE | tags.COLON):
            return False
    return False
