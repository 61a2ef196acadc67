"""Verbs that no list has: what is said shows them, '"It is late," snorted Ann Lee'."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.appositions import with_name
from newsgrab.sourcing.english.phrases import is_past, phrase_after
from newsgrab.sourcing.english.quoting import is_title
from newsgrab.sourcing.stretches import head_of
from newsgrab.sourcing.tokens import Paragraph, Range

_SPOKEN = ",!?"  # how a quotation ends within its sentence
_BEHIND = tags.EDGE | tags.PREPOSITION | tags.ADVERB | tags.TIME | tags.CONJUNCTION


def read_unlisted(paragraph: Paragraph, sentence: Range) -> tuple[Range, Range, Range] | None:
    """Return who said it, the verb and the quotation at the head of a sentence, as ranges of tokens."""
    quote, end = sentence
    first = quote + 1
    if not paragraph.has(quote, tags.QUOTE) or paragraph.last_quoted(quote) not in _SPOKEN:
        return None
    if _names_work(paragraph, quote):
        return None
    if _may_be_verb(paragraph, first):
        speaker = phrase_after(paragraph, first + 1, end)
        if (
            speaker is not None
            and _is_somebody(paragraph, speaker)
            and _is_closed(paragraph, speaker[1], end)
        ):
            return with_name(paragraph, speaker), (first, first + 1), (quote, first)
        return None
    speaker = _speaker_before_verb(paragraph, first, end)
    if speaker is None or paragraph.last_quoted(quote) != ",":
        return None  # behind "!" another sentence may begin
    verb = speaker[1]
    return speaker, (verb, verb + 1), (quote, first)


def _names_work(paragraph: Paragraph, quote: int) -> bool:
    """Tell the title of a work from a word or from what is said to somebody: "Yes, Ann,"."""
    quotation = paragraph.quotations[quote]
    inner = paragraph.text[quotation.inner_start : quotation.inner_end].rstrip(_SPOKEN)
    return " " in inner and "," not in inner and is_title(paragraph, quote)


def _speaker_before_verb(paragraph: Paragraph, first: int, end: int) -> Range | None:
    """Return the "Ann Lee" of "Ann Lee snorted"."""
    for verb in range(first + 1, end):
        if _may_be_verb(paragraph, verb) and _is_closed(paragraph, verb + 1, end):
            speaker = phrase_after(paragraph, first, verb)
            return speaker if speaker == (first, verb) and _is_somebody(paragraph, speaker) else None
    return None


def _may_be_verb(paragraph: Paragraph, index: int) -> bool:
    is_plain = paragraph.has(index, tags.WORD) and paragraph.tags[index] == tags.WORD
    return is_plain and is_past(paragraph, index)


def _is_somebody(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a phrase is a pronoun, a name, or an office behind its article."""
    if paragraph.has(phrase[0], tags.PRONOUN | tags.CAPITAL | tags.TITLE):
        return not paragraph.has(phrase[0], tags.DETERMINER)
    return paragraph.has(head_of(paragraph, phrase), tags.ROLE)


def _is_closed(paragraph: Paragraph, index: int, end: int) -> bool:
    return index >= end or paragraph.has(index, _BEHIND)
