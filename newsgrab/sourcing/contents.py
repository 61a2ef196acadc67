"""Contents: which words of the sentence a cue reports."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.cues import Cue
from newsgrab.sourcing.phrases import Range, phrase_after
from newsgrab.sourcing.subjects import AFTER, Subject
from newsgrab.sourcing.tokens import Paragraph

FURTHEST_COMPLEMENTISER = 14  # tokens between a verb and its "that", colon or quotation
FURTHEST_SECOND_HALF = 30  # tokens between the halves of a quotation
FEWEST_WORDS = 2
_MARK = tags.COMMA | tags.DASH | tags.COLON | tags.SEMICOLON | tags.STOP
_FINITE = tags.AUXILIARY | tags.VERB | tags.CUE


def find_content(paragraph: Paragraph, scope: Range, cue: Cue, subject: Subject) -> Range | None:
    """Return the tokens within ``scope`` that the cue reports; the cue may stand among them."""
    left = (scope[0], cue.first if subject.side == AFTER else min(subject.first, cue.first))
    right = (subject.last if subject.side == AFTER else cue.last, _without_stop(paragraph, scope))
    before = _trim(paragraph, left)
    if subject.side != AFTER and not _is_reported_before(paragraph, left, right):
        return _after(paragraph, right, cue)
    if before is None or not _is_clause_or_quote(paragraph, before):
        return None
    second = _second_half(paragraph, right)
    return (before[0], second) if second else before


def _without_stop(paragraph: Paragraph, scope: Range) -> int:
    end = scope[1]
    while end > scope[0] and paragraph.has(end - 1, tags.STOP):
        end -= 1
    return end


def _trim(paragraph: Paragraph, tokens: Range) -> Range | None:
    """Drop marks at both ends."""
    start, end = tokens
    while start < end and paragraph.has(start, _MARK):
        start += 1
    while end > start and paragraph.has(end - 1, _MARK):
        end -= 1
    return (start, end) if end > start else None


def _is_long_enough(paragraph: Paragraph, tokens: Range) -> bool:
    if any(paragraph.tags[i] & tags.QUOTE for i in range(*tokens)):
        return True
    return sum(bool(paragraph.tags[i] & tags.WORD) for i in range(*tokens)) >= FEWEST_WORDS


def _is_clause_or_quote(paragraph: Paragraph, tokens: Range) -> bool:
    return any(
        paragraph.tags[i] & (_FINITE | tags.QUOTE) or paragraph.lows[i].endswith("ed") for i in range(*tokens)
    )


def _is_reported_before(paragraph: Paragraph, left: Range, right: Range) -> bool:
    """Say whether the words before the subject are the ones reported: "The road is shut, Lee said."."""
    last = left[1] - 1
    if last < left[0] or not paragraph.has(last, tags.QUOTE | tags.COMMA | tags.DASH):
        return False
    if paragraph.has(last, tags.QUOTE) or paragraph.has(last - 1, tags.QUOTE):
        return True
    if _is_introduction(paragraph, left):
        return False
    return _is_adjunct(paragraph, right)


def _is_introduction(paragraph: Paragraph, left: Range) -> bool:
    """Say whether the words only lead in: "In January, Lee said …"."""
    start = left[0]
    if paragraph.has(start, tags.PREPOSITION | tags.ADVERB | tags.CONJUNCTION | tags.TIME):
        return not any(paragraph.tags[i] & tags.AUXILIARY for i in range(*left))
    return left[1] - left[0] < 4


def _is_adjunct(paragraph: Paragraph, right: Range) -> bool:
    """Say whether nothing that could be reported stands behind the verb."""
    start, end = right
    if start >= end:
        return True
    tag = paragraph.tags[start]
    if tag & (tags.QUOTE | tags.COLON | tags.COMPLEMENTISER):
        return False
    if tag & tags.COMMA:
        return True
    if tag & (tags.PREPOSITION | tags.TIME | tags.ADVERB | tags.CONJUNCTION):
        return not any(
            paragraph.tags[i] & (tags.COMPLEMENTISER | tags.QUOTE | tags.COLON) for i in range(start, end)
        )
    return False


def _second_half(paragraph: Paragraph, right: Range) -> int | None:
    """Return the end of a quotation that goes on behind the cue."""
    for index in range(right[0], min(right[1], right[0] + FURTHEST_SECOND_HALF)):
        tag = paragraph.tags[index]
        if tag & tags.QUOTE:
            return index + 1
        if tag & tags.CUE and not tag & tags.CAPITAL:
            return None
    return None


def _after(paragraph: Paragraph, right: Range, cue: Cue) -> Range | None:
    start = _start_after(paragraph, right, cue)
    if start is None:
        return None
    end = _end_after(paragraph, (start, right[1]), cue)
    content = _trim(paragraph, (start, end))
    if content is None or not _is_long_enough(paragraph, content):
        return None
    return content


def _start_after(paragraph: Paragraph, right: Range, cue: Cue) -> int | None:
    """Return where the content begins behind the cue, or None where what follows is nothing reported."""
    start, end = right
    frame = cue.entry.frame
    if frame == "tell":
        start = _skip_addressee(paragraph, right)
    for index in range(start, min(end, start + FURTHEST_COMPLEMENTISER)):
        tag = paragraph.tags[index]
        if tag & (tags.QUOTE | tags.COLON):
            return start if frame in ("object", "any") else index
        if paragraph.lows[index] == "that" and _is_adjunct_path(paragraph, start, index):
            return index
        if tag & tags.COMMA:
            break
    if frame == "object":
        return start if start < end and not paragraph.has(start, tags.COMMA | tags.PREPOSITION) else None
    if frame == "quote" or start >= end:
        return None
    start = _skip_adjuncts(paragraph, start, end)
    if frame == "any":
        return None if paragraph.has(start, tags.COMMA | tags.PREPOSITION) else start
    return start if _is_clause(paragraph, start, end) else None


def _skip_addressee(paragraph: Paragraph, right: Range) -> int:
    start, end = right
    if paragraph.has(start, tags.OBJECT):
        return start + 1
    phrase = phrase_after(paragraph, start, end)
    return phrase[1] if phrase and not paragraph.has(start, tags.PRONOUN) else start


def _is_adjunct_path(paragraph: Paragraph, start: int, index: int) -> bool:
    """Say whether only adverbs, times and phrases with prepositions stand before a "that"."""
    if any(paragraph.tags[i] & (tags.PRONOUN | tags.AUXILIARY) for i in range(start, index)):
        return False
    return (
        start == index
        or paragraph.has(start, tags.PREPOSITION | tags.TIME | tags.ADVERB)
        or index - start < 3
    )


def _skip_adjuncts(paragraph: Paragraph, start: int, end: int) -> int:
    while start < end and paragraph.has(start, tags.TIME | tags.ADVERB):
        start += 1
    if paragraph.has(start, tags.PREPOSITION) and paragraph.has(start + 1, tags.TIME):
        return _skip_adjuncts(paragraph, start + 2, end)
    return start


def _is_clause(paragraph: Paragraph, start: int, end: int) -> bool:
    """Say whether a clause begins here: a phrase with a finite verb, or a conjunction such as "that"."""
    if start >= end:
        return False
    if paragraph.has(start, tags.COMPLEMENTISER | tags.PRONOUN):
        return True
    if paragraph.has(start, tags.COMMA | tags.PREPOSITION):
        return False
    for index in range(start + 1, min(end, start + 16)):
        low = paragraph.lows[index]
        if paragraph.has(index, _FINITE) or low.endswith("ed"):
            return True
        if paragraph.has(index, tags.STOP | tags.SEMICOLON | tags.RELATIVE):
            return False
    return False


def _end_after(paragraph: Paragraph, tokens: Range, cue: Cue) -> int:
    """Return where the content ends: at a clause that says something else, or with the sentence."""
    start, end = tokens
    for index in range(start + 1, end):
        if _breaks_off(paragraph, index, end, cue):
            return index
    return end


def _breaks_off(paragraph: Paragraph, index: int, end: int, cue: Cue) -> bool:
    tag = paragraph.tags[index]
    if tag & tags.SEMICOLON:
        return True
    if tag & tags.PREPOSITION and cue.entry.frame in ("object", "any"):
        return _is_occasion(paragraph, index + 1, end)
    if tag & tags.COMMA:
        if paragraph.has(index + 1, tags.CUE) and paragraph.lows[index + 1].endswith("ing"):
            return True
        if paragraph.lows[index + 1 : index + 3] == ["according", "to"]:
            return True
        return cue.entry.frame == "object" and paragraph.has(index + 1, tags.CONJUNCTION)
    if tag & tags.COORDINATOR:
        return _coordinates_cue(paragraph, index, end)
    return False


def _is_occasion(paragraph: Paragraph, start: int, end: int) -> bool:
    """Say whether the phrase behind a preposition is "a statement", "an interview"."""
    while start < end and paragraph.has(start, tags.DETERMINER | tags.TIME):
        start += 1
    return (
        start < end
        and paragraph.has(start, tags.OCCASION)
        and paragraph.lows[start + 1] not in ("of", "on", "about")
    )


def _coordinates_cue(paragraph: Paragraph, index: int, end: int) -> bool:
    """Say whether "and" leads to another verb of saying, with or without its own subject."""
    after = index + 1
    while after < end and paragraph.has(after, tags.ADVERB | tags.AUXILIARY):
        after += 1
    if after < end and paragraph.has(after, tags.CUE):
        return True
    if not paragraph.has(index - 1, tags.COMMA):
        return False
    phrase = phrase_after(paragraph, index + 1, end)
    return bool(phrase and phrase[1] < end and paragraph.has(phrase[1], tags.CUE))
