"""Sentence bounds, found on tokens: a quotation is one token, so its own full stops end nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.datelines import dateline_end
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.paragraphs import split_paragraphs
from newsgrab.sourcing.tokenizer import read_paragraph
from newsgrab.sourcing.tokens import Paragraph

LONGEST_TAG_LINE = 14  # words after "…?" among which a verb of saying shows that the sentence goes on
LONGEST_SENTENCE = 300  # tokens; a longer one is cut, so that time grows with the text and no faster
FIRST_PARAGRAPHS = 6  # short lines above the text too, among which a dateline may stand
_MAY_END = tags.STOP | tags.QUOTE | tags.ABBREVIATED
_OPENERS = tags.DETERMINER | tags.PRONOUN | tags.CONJUNCTION | tags.PREPOSITION


def read_paragraphs(text: str, lexicon: Lexicon) -> list[Paragraph]:
    """Cut a text into paragraphs, their tokens and their sentences."""
    paragraphs = [read_paragraph(text, start, end, lexicon) for start, end in split_paragraphs(text)]
    for index, paragraph in enumerate(paragraphs):
        behind_dateline = _skip_dateline(paragraph) if index < FIRST_PARAGRAPHS else 0
        paragraph.sentences.extend(_split_sentences(paragraph, behind_dateline))
    return [paragraph for paragraph in paragraphs if paragraph.sentences]


def _skip_dateline(paragraph: Paragraph) -> int:
    """Return the first token behind a dateline such as "OSLO, May 3 (ENA) —"."""
    end = dateline_end(paragraph.text[paragraph.start : paragraph.end])
    if end == 0:
        return 0
    return bisect_left(paragraph.starts, paragraph.start + end)


def _split_sentences(paragraph: Paragraph, start: int = 0) -> Iterator[tuple[int, int]]:
    """Give each sentence from token ``start`` on as a range of tokens, its closing mark included."""
    count = len(paragraph.words)
    for index, tag in enumerate(paragraph.tags[start:], start):
        is_full = index + 1 - start >= LONGEST_SENTENCE
        if is_full or (tag & _MAY_END and _ends_sentence(paragraph, index)):
            yield start, index + 1
            start = index + 1
    if start < count:
        yield start, count


def _ends_sentence(paragraph: Paragraph, index: int) -> bool:
    tag = paragraph.tags[index]
    if tag & tags.STOP:
        return not _goes_on(paragraph, index + 1)
    if tag & tags.QUOTE:
        return _quotation_ends_sentence(paragraph, index)
    # "in the U.S. The": an abbreviation may end a sentence, too.
    return _opens(paragraph, index + 1) and not tag & tags.TITLE


def _goes_on(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the token goes on with the sentence that the mark before it did not end."""
    if index >= len(paragraph.words):
        return False
    tag = paragraph.tags[index]
    if tag & tags.WORD:
        return paragraph.words[index][0].islower()
    return bool(tag & (tags.STOP | tags.CLOSING | tags.COMMA | tags.SEMICOLON | tags.DASH))


def _opens(paragraph: Paragraph, index: int) -> bool:
    return paragraph.has(index, tags.QUOTE) or (
        paragraph.has(index, tags.CAPITAL) and paragraph.has(index, _OPENERS)
    )


def _quotation_ends_sentence(paragraph: Paragraph, index: int) -> bool:
    last = paragraph.last_quoted(index)
    if last not in ".!?…" or _goes_on(paragraph, index + 1):
        return False
    if last == "." or paragraph.lexicon.capital_nouns:  # German has a comma before the speaker
        return True
    return not _names_speaker(paragraph, index + 1)


def _names_speaker(paragraph: Paragraph, start: int) -> bool:
    """Tell whether a short line such as "Anna Lee asked." follows the quotation."""
    for index in range(start, min(start + LONGEST_TAG_LINE, len(paragraph.words))):
        tag = paragraph.tags[index]
        if tag & (tags.CUE | tags.LEADING):
            return True
        if tag & (tags.STOP | tags.QUOTE | tags.COLON | tags.SEMICOLON):
            return False
    return False
