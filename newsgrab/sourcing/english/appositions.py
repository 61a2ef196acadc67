"""Appositions: what stands between commas, dashes or brackets behind a noun."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.phrases import is_joint, phrase_after, phrase_before
from newsgrab.sourcing.runs import NO_NAME, is_printed_first_name
from newsgrab.sourcing.stretches import head_of, opening_mark
from newsgrab.sourcing.tokens import Paragraph, Range

MOST_APPOSITIONS = 6
MOST_ATTRIBUTES = 4  # words before a name


def phrase_with_apposition(paragraph: Paragraph, floor: int, end: int) -> Range | None:
    """Find X in "X, director of Y, 58, said": the first of the parts that the marks divide off."""
    best: Range | None = None
    index = end - 1
    for _ in range(MOST_APPOSITIONS):
        opening = opening_mark(paragraph, index, floor)
        if opening is None or not _is_apposition(paragraph, opening + 1, index):
            break
        phrase = phrase_before(paragraph, _before_bracket(paragraph, opening, floor), floor)
        if phrase is not None and _stands_as_subject(paragraph, phrase, floor):
            best = phrase
        elif best is not None and not paragraph.has(opening - 1, tags.NUMBER):
            break
        index = opening
    return with_name(paragraph, with_acronym(paragraph, best)) if best else None


def _before_bracket(paragraph: Paragraph, end: int, floor: int) -> int:
    """Go back over the bracket of "Ann Lee (R-Ohio), a member of …", the "there" of "a clerk there"."""
    while end - 1 > floor and paragraph.has(end - 1, tags.ADVERB):
        end -= 1
    opening = opening_mark(paragraph, end - 1, floor) if paragraph.has(end - 1, tags.CLOSING) else None
    return end if opening is None else opening


def with_name(paragraph: Paragraph, phrase: Range) -> Range:
    """Take in the name of "her adviser, Ann Lee," if the phrase has none of its own."""
    comma = phrase[1]
    while paragraph.has(comma, tags.ADVERB):
        comma += 1  # "a clerk there, Ann Lee,"
    if not paragraph.has(comma, tags.COMMA) or _is_named(paragraph, phrase):
        return phrase
    start = _behind_attributes(paragraph, comma + 1)
    name = phrase_after(paragraph, start, len(paragraph.words))
    if name is None or not paragraph.has(name[0], tags.CAPITAL) or paragraph.has(name[0], tags.REGION):
        return phrase
    if all(paragraph.tags[i] & (tags.CAPITAL | tags.PREPOSITION) for i in range(*name)):
        end = name[1]
        is_closed = end >= len(paragraph.words) or paragraph.has(end, tags.EDGE)
        return (phrase[0], end) if is_closed else phrase
    end = next(i for i in range(*name) if not paragraph.tags[i] & tags.CAPITAL)
    is_full = end - name[0] > 1 and paragraph.has(end, tags.PREPOSITION)
    return (phrase[0], end) if is_full else phrase


def _behind_attributes(paragraph: Paragraph, start: int) -> int:
    """Go over what stands before a name: ", acting mayor Ann Lee", ", the Rev. Ann Lee", ", 71-year-old"."""
    while paragraph.has(start, tags.ROLE) and not paragraph.has(start, tags.CAPITAL):
        start += 1
    if paragraph.has(start, tags.DETERMINER) and paragraph.has(start + 1, tags.TITLE):
        start += 1
    index = start
    while index < start + MOST_ATTRIBUTES and paragraph.has(index, tags.WORD):
        if paragraph.has(index, NO_NAME | tags.FINITE | tags.CAPITAL):
            break
        index += 1
    return index if is_printed_first_name(paragraph, index) else start


def _is_named(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a phrase is a name, and no "One" or "Counsel" at the head of a sentence, no office."""
    head = head_of(paragraph, phrase)
    if not paragraph.has(head, tags.CAPITAL):
        return False
    if paragraph.has(phrase[1] + 1, tags.TITLE):
        return False  # "the Inspector-General, Mr Lee,"
    if paragraph.has(phrase[0], tags.DETERMINER) and paragraph.has(head, tags.ROLE | tags.TITLE):
        return False  # "the Minister for Education, Ann Lee,"
    return not (
        paragraph.begins_sentence(head) and paragraph.has(head, tags.QUANTIFIER | tags.DETERMINER | tags.ROLE)
    )


def with_names_before(paragraph: Paragraph, phrase: Range, floor: int) -> Range:
    """Take in the list before its last two: "Ann Lee, Tom Roe and Eva Ham"."""
    start, end = phrase
    if not paragraph.has(start, tags.CAPITAL) or not is_joint(paragraph, phrase):
        return phrase
    while paragraph.has(start - 1, tags.COMMA):
        name = phrase_before(paragraph, start - 1, floor)
        if name is None or not all(paragraph.tags[i] & tags.CAPITAL for i in range(*name)):
            break
        start = name[0]
    return start, end


def with_acronym(paragraph: Paragraph, phrase: Range) -> Range:
    """Take in "(SBU)" right behind a phrase."""
    end = phrase[1]
    if paragraph.has(end, tags.OPENING) and paragraph.has(end + 2, tags.CLOSING):
        acronym = paragraph.words[end + 1]
        if acronym.isupper() and acronym.isalpha() and len(acronym) > 1:
            return phrase[0], end + 3
    return phrase


def _stands_as_subject(paragraph: Paragraph, phrase: Range, floor: int) -> bool:
    """Tell whether no preposition or verb governs the phrase."""
    before = phrase[0] - 1
    if paragraph.lows[phrase[0]] in paragraph.lexicon.phrases["leading_in"]:
        return False
    if before < floor or paragraph.has(before, tags.EDGE | tags.ADVERB):
        return True
    if paragraph.has(before, tags.COORDINATOR):
        return before == floor or paragraph.has(before - 1, tags.COMMA)
    return paragraph.has(before, tags.CONJUNCTION)


def _is_apposition(paragraph: Paragraph, start: int, end: int) -> bool:
    if start >= end or (
        paragraph.has(start, tags.COORDINATOR | tags.PRONOUN & ~tags.RELATIVE)
        and not paragraph.has(start, tags.RELATIVE)
    ):
        return False
    return not paragraph.has(start, tags.CONJUNCTION) or paragraph.has(start, tags.RELATIVE)
