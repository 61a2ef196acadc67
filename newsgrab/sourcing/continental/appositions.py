"""Appositions: the name or the noun among what explains it: "Anna Berg, Präsidentin der Werft, sagte"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.clauses import is_main_clause
from newsgrab.sourcing.continental.phrases import (
    has_first_name,
    is_first_name,
    is_governed,
    phrase_before,
    whole_phrase_after,
)
from newsgrab.sourcing.continental.speakers import is_body
from newsgrab.sourcing.stretches import opening_mark
from newsgrab.sourcing.tokens import Paragraph, Range

MOST_APPOSITIONS = 4
MOST_CIRCUMSTANCES = 3


def over_circumstances(paragraph: Paragraph, phrase: Range | None, floor: int) -> Range | None:
    """Go back over "im Bezirk Nord" in "der Vorsitzende im Bezirk Nord sagte", at most to a bracket."""
    for _ in range(MOST_CIRCUMSTANCES):
        if phrase is None or not paragraph.has(phrase[0] - 1, tags.PREPOSITION) or phrase[0] <= floor:
            break
        preposition = phrase[0] - 1
        if paragraph.has(preposition - 1, tags.CLOSING) and preposition - 1 > floor:
            return preposition - 1, preposition
        phrase = phrase_before(paragraph, preposition, floor)
    return phrase


def name_before(paragraph: Paragraph, phrase: Range, floor: int) -> Range | None:
    """Find the name in "Anna Berg, Sprecherin des Hafens sagte", where no second comma stands."""
    comma = phrase[0] - 1
    if comma <= floor or not paragraph.has(comma, tags.COMMA):
        return None
    name = phrase_before(paragraph, comma, floor)
    if name is None or not is_first_name(paragraph, name[0]):
        return None
    return name


def subject_before_bracket(paragraph: Paragraph, floor: int, end: int) -> Range | None:
    """Find X in "X (CDU) sagte"; an acronym belongs to the phrase."""
    opening = opening_mark(paragraph, end - 1, floor)
    phrase = phrase_before(paragraph, opening, floor) if opening is not None else None
    if phrase is None or is_governed(paragraph, phrase, floor):
        return None
    name = name_before(paragraph, phrase, floor)
    if name is not None:
        return name
    is_acronym = end - phrase[1] == 3 and sum(map(str.isupper, paragraph.words[phrase[1] + 1])) > 1
    return (phrase[0], end) if is_acronym else phrase


def subject_with_apposition(paragraph: Paragraph, floor: int, end: int) -> Range | None:
    """Find X in "X, Präsident der Y, sagte": the first of the parts that the marks divide off."""
    best: Range | None = None
    closing = end - 1
    for _ in range(MOST_APPOSITIONS):
        opening = opening_mark(paragraph, closing, floor)
        if opening is None or not _is_insertion(paragraph, opening, closing):
            break
        phrase = over_circumstances(paragraph, phrase_before(paragraph, opening, floor), floor)
        heads = phrase is not None and phrase[0] == floor
        if (
            not heads
            and paragraph.lexicon.capital_nouns
            and is_main_clause(paragraph, (opening + 1, closing))
        ):
            break
        if phrase is not None and _stands_free(paragraph, phrase, floor):
            best = phrase
        closing = opening
    return with_name(paragraph, best) if best else None


def with_name(paragraph: Paragraph, phrase: Range) -> Range:
    """Take in the name of "die Ministerin, Anna Berg,"."""
    comma = _behind_circumstances(paragraph, phrase[1])
    if not paragraph.has(comma, tags.COMMA):
        return phrase
    is_role = paragraph.low(comma + 1).endswith(paragraph.lexicon.roles)
    start = comma + 1 + is_role  # ", Rechtsanwalt Jan Roth,"
    if not is_first_name(paragraph, start):
        return phrase
    if has_first_name(paragraph, phrase) or is_body(paragraph, phrase):
        return phrase
    end = start
    while paragraph.has(end, tags.CAPITAL):
        end += 1
    is_closed = end >= len(paragraph.tags) or paragraph.has(end, tags.EDGE)
    return (phrase[0], end) if is_closed else phrase  # no "Laut Stadt, Anna Berg habe …"


def _behind_circumstances(paragraph: Paragraph, index: int) -> int:
    """Go over "in Kiel" of "die Ministerin in Kiel, Anna Berg,"."""
    if not paragraph.lexicon.capital_nouns:
        return index
    for _ in range(MOST_CIRCUMSTANCES):
        governed = None
        if paragraph.has(index, tags.PREPOSITION):
            governed = whole_phrase_after(paragraph, index + 1, len(paragraph.tags))
        if governed is None:
            break
        index = governed[1]
    return index


def _stands_free(paragraph: Paragraph, phrase: Range, floor: int) -> bool:
    if is_governed(paragraph, phrase, floor):
        return False
    before = phrase[0] - 1
    return before < floor or paragraph.has(before, tags.EDGE | tags.CONJUNCTION | tags.ADVERB)


def _is_insertion(paragraph: Paragraph, opening: int, closing: int) -> bool:
    """Tell whether the words between two marks explain the noun before them."""
    first = opening + 1
    is_relative = paragraph.has(first, tags.RELATIVE) and not paragraph.lexicon.capital_nouns
    opens = paragraph.has(first, tags.COORDINATOR | tags.COMPLEMENTISER) and not is_relative
    if closing - opening < 2 or opens:
        return False
    if paragraph.has(first, tags.RELATIVE | tags.DETERMINER | tags.PREPOSITION):
        return True
    return not any(
        paragraph.has(index, tags.AUXILIARY) and not paragraph.has(index, tags.CAPITAL)  # no Will
        for index in range(opening, closing)
    )
