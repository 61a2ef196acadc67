"""Appositions: the name or the noun among what explains it: "Anna Berg, Präsidentin der Werft, sagte"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.clauses import is_main_clause
from newsgrab.sourcing.continental.nouns import has_first_name, is_first_name
from newsgrab.sourcing.continental.phrases import is_governed, phrase_before, whole_phrase_after
from newsgrab.sourcing.continental.speakers import is_body
from newsgrab.sourcing.runs import leads_to_capital
from newsgrab.sourcing.stretches import head_of, opening_mark
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
    comma = _before_joined(paragraph, phrase[0], floor) - 1
    if comma <= floor or not paragraph.has(comma, tags.COMMA):
        return None
    name = phrase_before(paragraph, comma, floor)
    if name is None or not is_first_name(paragraph, name[0]):
        return None
    return name


def _before_joined(paragraph: Paragraph, start: int, floor: int) -> int:
    """Go back over "vecina y" of "Ana Lira, vecina y portavoz del puerto, dijo"."""
    if (
        paragraph.lexicon.capital_nouns
        or not paragraph.has(start - 1, tags.COORDINATOR)
        or start - 1 <= floor
    ):
        return start
    joined = phrase_before(paragraph, start - 1, floor)
    return start if joined is None else joined[0]


def subject_before_bracket(paragraph: Paragraph, floor: int, end: int) -> Range | None:
    """Find X in "X (CDU) sagte"; an acronym belongs to the phrase."""
    opening = opening_mark(paragraph, end - 1, floor)
    phrase = phrase_before(paragraph, opening, floor) if opening is not None else None
    phrase = _with_first_part(paragraph, phrase, floor) if phrase is not None else None
    if phrase is not None and is_governed(paragraph, phrase, floor):
        return _speaker_of_body(paragraph, phrase, floor)
    if phrase is None:
        return None
    name = name_before(paragraph, phrase, floor)
    if name is not None:
        return name
    is_acronym = end - phrase[1] == 3 and sum(map(str.isupper, paragraph.words[phrase[1] + 1])) > 1
    return (phrase[0], end) if is_acronym else phrase


def _with_first_part(paragraph: Paragraph, phrase: Range, floor: int) -> Range:
    """Take in the "Hafen-" of "Hafen- und Meeresforschung"."""
    first = phrase[0] - 2
    is_joined = (
        first > floor and paragraph.has(first + 1, tags.COORDINATOR) and paragraph.words[first].endswith("-")
    )
    return (first, phrase[1]) if is_joined else phrase


def _speaker_of_body(paragraph: Paragraph, body: Range, floor: int) -> Range | None:
    """Return the "Jan Roth" of "Jan Roth vom Amt für Häfen (AfH) sagte"."""
    phrase = over_circumstances(paragraph, body, floor)
    if phrase is None or phrase == body or not has_first_name(paragraph, phrase):
        return None
    return None if is_governed(paragraph, phrase, floor) else phrase


def subject_with_apposition(paragraph: Paragraph, floor: int, end: int) -> Range | None:
    """Find X in "X, Präsident der Y, sagte": the first of the parts that the marks divide off."""
    best: Range | None = None
    closing = end - 1
    for _ in range(MOST_APPOSITIONS):
        opening = opening_mark(paragraph, closing, floor)
        if opening is None or not _is_insertion(paragraph, opening, closing):
            break
        end = _before_bracket(paragraph, opening, floor)
        phrase = over_circumstances(paragraph, phrase_before(paragraph, end, floor), floor)
        heads = phrase is not None and phrase[0] == floor
        if (
            not heads
            and paragraph.lexicon.capital_nouns
            and is_main_clause(paragraph, (opening + 1, closing))
        ):
            break
        if phrase is not None and _stands_free(paragraph, phrase, floor):
            best = phrase
        elif best is None and not paragraph.lexicon.capital_nouns and is_first_name(paragraph, opening + 1):
            is_all = _end_of_name(paragraph, opening + 1) == closing
            best = (opening + 1, closing) if is_all else None  # "L'un d'eux, Paul Roy, dit"
        closing = opening
    return with_name(paragraph, best) if best else None


def _before_bracket(paragraph: Paragraph, end: int, floor: int) -> int:
    """Go back over "(CDU)" of "Jan Roth (CDU), Minister für Häfen, sagte"."""
    if not paragraph.has(end - 1, tags.CLOSING):
        return end
    opening = opening_mark(paragraph, end - 1, floor)
    return end if opening is None else opening


def with_name(paragraph: Paragraph, phrase: Range) -> Range:
    """Take in the name of "die Ministerin, Anna Berg,"."""
    comma = _behind_circumstances(paragraph, phrase[1])
    if not paragraph.has(comma, tags.COMMA):
        return phrase
    is_role = paragraph.low(comma + 1).endswith(paragraph.lexicon.roles)
    start = comma + 1 + is_role  # ", Rechtsanwalt Jan Roth,"
    end = _end_of_name(paragraph, start)
    is_name = is_first_name(paragraph, start) or (end - start > 1 and _is_of_office(paragraph, phrase))
    if not is_name or has_first_name(paragraph, phrase) or is_body(paragraph, phrase):
        return phrase
    is_closed = end >= len(paragraph.tags) or paragraph.has(end, tags.EDGE)
    return (phrase[0], end) if is_closed else phrase  # no "Laut Stadt, Anna Berg habe …"


def _end_of_name(paragraph: Paragraph, start: int) -> int:
    """Return where capitals end, the small words within a name among them: "Ursula von der Leyen"."""
    end = start
    while paragraph.has(end, tags.CAPITAL) or (end > start and leads_to_capital(paragraph, end)):
        end += 1
    return end


def _is_of_office(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether an office behind its article leads to any name: "el portavoz, Lin Jian,"."""
    is_office = paragraph.has(head_of(paragraph, phrase), tags.ROLE | tags.TITLE)
    first = phrase[0] + 1
    is_office |= not paragraph.lexicon.capital_nouns and paragraph.has(first, tags.ROLE | tags.TITLE)
    return is_office and paragraph.lows[phrase[0]] in paragraph.lexicon.phrases["definite"]


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
