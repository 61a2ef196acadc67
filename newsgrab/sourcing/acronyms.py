"""Acronyms: what they stand for, told where they first stand in brackets."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.grammar import Grammar
from newsgrab.sourcing.people import Names
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 8  # letters
FURTHEST = 12  # tokens from a capital to the last words of the name it begins


def _start_of_initials(paragraph: Paragraph, phrase: Range, acronym: str) -> int:
    """Return where the words begin whose capitals spell the acronym, else where the phrase does."""
    if not paragraph.has(phrase[0], tags.CAPITAL):
        phrase = _first_capital(paragraph, phrase[0], acronym), phrase[1]
    for start in range(*phrase):
        capitals = (paragraph.words[i][0] for i in range(start, phrase[1]) if paragraph.has(i, tags.CAPITAL))
        if paragraph.has(start, tags.CAPITAL) and "".join(capitals) == acronym:
            return start
    return phrase[0]


def _first_capital(paragraph: Paragraph, end: int, acronym: str) -> int:
    """Return where "Agence de la pêche et de la mer (APM)" begins; ``end`` if no such capital is near."""
    for index in range(end - 1, max(end - FURTHEST, 0) - 1, -1):
        if paragraph.has(index, tags.EDGE):
            break
        if paragraph.has(index, tags.CAPITAL) and paragraph.words[index][0] == acronym[0]:
            return index
    return end


def note_acronyms(names: Names, paragraph: Paragraph, grammar: Grammar) -> None:
    """Learn from "Ukrainian security service (SBU)"."""
    if paragraph.text.find(")", paragraph.start, paragraph.end) < 0:
        return
    for index, tag in enumerate(paragraph.tags):
        if not tag & tags.OPENING or not paragraph.has(index + 2, tags.CLOSING):
            continue
        acronym = paragraph.words[index + 1]
        if not (acronym.isalpha() and sum(map(str.isupper, acronym)) > 1 and len(acronym) <= LONGEST):
            continue
        phrase = grammar.phrase_before(paragraph, index, 0)
        if phrase and phrase[1] - phrase[0] > 1:
            start = phrase[0] + bool(paragraph.has(phrase[0], tags.DETERMINER))
            start = _start_of_initials(paragraph, (start, phrase[1]), acronym)
            names.acronyms.setdefault(acronym, f"{paragraph.between(start, phrase[1])} ({acronym})")
