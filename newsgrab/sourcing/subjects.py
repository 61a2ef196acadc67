"""Subjects: whose words a cue reports, and on which side of the cue they stand."""

from __future__ import annotations

from dataclasses import dataclass

from newsgrab.sourcing import tags
from newsgrab.sourcing.cues import Cue
from newsgrab.sourcing.phrases import Range, phrase_after, phrase_before
from newsgrab.sourcing.tokens import Paragraph

BEFORE, AFTER, INHERITED = "before", "after", "inherited"
MOST_APPOSITIONS = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """``phrase`` names the source; ``first`` to ``last`` is all that belongs to it, appositions too."""

    phrase: Range
    first: int
    last: int
    side: str


def find_subject(paragraph: Paragraph, sentence: Range, cue: Cue) -> Subject | None:
    """Find the subject of a finite cue next to it; None where there is none."""
    floor = max(sentence[0], _last_quote(paragraph, sentence[0], cue.first) + 1)
    if _may_invert(paragraph, cue, sentence):
        after = _subject_after(paragraph, sentence, cue)
        if after is not None:
            return after
    return _subject_before(paragraph, floor, cue)


def leading_subject(paragraph: Paragraph, sentence: Range, cue: Cue) -> Subject | None:
    """Return the subject at the head of the sentence, for a cue that has none of its own."""
    start = sentence[0]
    while paragraph.has(start, tags.COORDINATOR | tags.ADVERB | tags.COMMA):
        start += 1
    phrase = phrase_after(paragraph, start, cue.first)
    if phrase is None or paragraph.has(start, tags.PREPOSITION | tags.CONJUNCTION):
        return None
    return Subject(phrase, *phrase, INHERITED)


def _last_quote(paragraph: Paragraph, start: int, end: int) -> int:
    return next((i for i in range(end - 1, start - 1, -1) if paragraph.tags[i] & tags.QUOTE), start - 1)


def _may_invert(paragraph: Paragraph, cue: Cue, sentence: Range) -> bool:
    """Say whether the subject may stand after the cue: '"…," said Ann Lee'."""
    before = cue.verb - 1
    return (
        before >= sentence[0]
        and paragraph.has(before, tags.QUOTE | tags.COMMA | tags.DASH)
        and cue.entry.frame in ("clause", "any", "quote")
        and not cue.is_gerund
    )


def _subject_after(paragraph: Paragraph, sentence: Range, cue: Cue) -> Subject | None:
    phrase = phrase_after(paragraph, cue.last, sentence[1])
    if phrase is None or paragraph.has(phrase[0], tags.OBJECT | tags.CONJUNCTION):
        return None
    after = phrase[1]
    if paragraph.has(after, tags.AUXILIARY | tags.CUE) and not paragraph.has(cue.verb - 1, tags.QUOTE):
        return None
    return Subject(phrase, phrase[0], after, AFTER)


def _subject_before(paragraph: Paragraph, floor: int, cue: Cue) -> Subject | None:
    end = cue.first
    if end <= floor:
        return None
    last = paragraph.tags[end - 1]
    if last & (tags.COMMA | tags.DASH | tags.CLOSING):
        return _subject_with_apposition(paragraph, floor, end)
    if last & tags.RELATIVE:
        return Subject((end - 1, end), end - 1, end, BEFORE)
    phrase = phrase_before(paragraph, end, floor)
    if phrase is None:
        return None
    if paragraph.lows[phrase[0] - 1] in ("what", "as", "than", "how") and phrase[0] > floor:
        return None
    antecedent = _of_relative_clause(paragraph, phrase, floor)
    if antecedent is not None:
        return Subject(antecedent, antecedent[0], end, BEFORE)
    return Subject(phrase, phrase[0], end, BEFORE)


def _subject_with_apposition(paragraph: Paragraph, floor: int, end: int) -> Subject | None:
    """Find X in "X, director of Y, 58, said": the first of the parts that the marks divide off."""
    best: Range | None = None
    index = end - 1
    for _ in range(MOST_APPOSITIONS):
        opening = _opening_mark(paragraph, index, floor)
        if opening is None or not _is_apposition(paragraph, opening + 1, index):
            break
        phrase = phrase_before(paragraph, opening, floor)
        if phrase is not None:
            best = phrase
        index = opening
    if best and paragraph.has(best[1], tags.OPENING) and paragraph.has(best[1] + 2, tags.CLOSING):
        best = best[0], best[1] + 3
    return Subject(best, best[0], end, BEFORE) if best else None


def _opening_mark(paragraph: Paragraph, closing: int, floor: int) -> int | None:
    """Return the mark that opens the insertion which the mark ``closing`` closes."""
    wanted = tags.OPENING if paragraph.has(closing, tags.CLOSING) else tags.COMMA | tags.DASH
    if paragraph.has(closing, tags.DASH):
        wanted = tags.DASH
    for index in range(closing - 1, max(floor, closing - 30) - 1, -1):
        if paragraph.has(index, wanted):
            return index
        if paragraph.has(index, tags.QUOTE | tags.SEMICOLON | tags.COLON):
            return None
    return None


def _is_apposition(paragraph: Paragraph, start: int, end: int) -> bool:
    if start >= end:
        return False
    return not paragraph.has(start, tags.COORDINATOR) and not paragraph.has(
        start, tags.CONJUNCTION & ~tags.RELATIVE
    )


def _of_relative_clause(paragraph: Paragraph, phrase: Range, floor: int) -> Range | None:
    """Return "people" in "people who voted for Lee said", where the verb's neighbour is "Lee"."""
    for index in range(phrase[0] - 1, max(floor, phrase[0] - 12) - 1, -1):
        tag = paragraph.tags[index]
        if tag & (tags.COMMA | tags.QUOTE | tags.DASH | tags.COLON | tags.SEMICOLON):
            return None
        if paragraph.lows[index] == "who":
            return phrase_before(paragraph, index, floor)
    return None
