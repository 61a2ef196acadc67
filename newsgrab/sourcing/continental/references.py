"""References: words that hand on what a source said before: "demnach", "Berichte, wonach …"."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.clauses import begins_relative
from newsgrab.sourcing.continental.nouns import is_saying
from newsgrab.sourcing.continental.phrases import phrase_before
from newsgrab.sourcing.grammar import Statement
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.stretches import first_with, trim, without_stop
from newsgrab.sourcing.tokens import Paragraph, Range

_DIVIDES = tags.COMMA | tags.SEMICOLON | tags.STOP


def read_references(paragraph: Paragraph, sentence: Range) -> Iterator[Statement]:
    """Give what a sentence without a verb of saying hands on."""
    phrases = paragraph.lexicon.phrases
    for index in range(*sentence):
        if paragraph.lows[index] in phrases["referring"]:
            content = _without(paragraph, sentence, index)
            source = index, index + 1
        elif paragraph.lows[index] in phrases["containing"]:
            content = _clause_behind(paragraph, index + 1, sentence[1])
            source = _saying_before(paragraph, index - 1, sentence[0]) or (0, 0)
        else:
            continue
        if content is not None and source[1]:
            yield Statement(paragraph, sentence, source, (index, index + 1), paragraph.place(content))
            return


def _without(paragraph: Paragraph, sentence: Range, index: int) -> Range | None:
    """Return all of the sentence, without the word at its beginning."""
    start, end = without_stop(paragraph, sentence)
    return trim(paragraph, (index + 1 if index == start else start, end))


def _clause_behind(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return the clause up to its comma, with the relative clauses that are put into it."""
    closing = first_with(paragraph, (start, end), _DIVIDES)
    while closing is not None and closing + 1 < end and begins_relative(paragraph, closing + 1):
        behind = first_with(paragraph, (closing + 1, end), _DIVIDES)
        closing = None if behind is None else first_with(paragraph, (behind + 1, end), _DIVIDES)
    return trim(paragraph, (start, end if closing is None else closing))


def _saying_before(paragraph: Paragraph, comma: int, floor: int) -> Range | None:
    """Return the report of "Berichte aus Kiel, wonach …"."""
    head = comma
    while head > floor and paragraph.has(head - 1, tags.WORD) and not paragraph.has(head - 1, tags.CAPITAL):
        head -= 1  # the verb of "haben Berichte gesorgt, wonach …"
    phrase = phrase_before(paragraph, head, floor) if paragraph.has(comma, tags.COMMA) else None
    while phrase is not None:
        for index in range(*phrase):
            if (
                is_saying(paragraph, index)
                or kind_of_word(paragraph.lows[index], paragraph.lexicon) == "document"
            ):
                return index, phrase[1]
        if phrase[0] - 1 <= floor or not paragraph.has(phrase[0] - 1, tags.PREPOSITION):
            return None
        outer = phrase_before(paragraph, phrase[0] - 1, floor)
        phrase = (outer[0], phrase[1]) if outer else None
    return None
