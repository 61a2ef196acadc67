"""Acronyms: what they stand for, told where they first stand in brackets."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.grammar import Grammar
from newsgrab.sourcing.names import is_of_person
from newsgrab.sourcing.people import Names
from newsgrab.sourcing.runs import is_printed_first_name
from newsgrab.sourcing.stretches import head_of
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 8  # letters
FURTHEST = 12  # tokens from a capital to the last words of the name it begins


def _start_of_body(paragraph: Paragraph, phrase: Range, acronym: str) -> int | None:
    """Return where the words begin whose capitals spell the acronym, else where the phrase does.

    Behind somebody's name stands the acronym of a party, "Anna Berg (SPD)", or of the body in the phrase.
    """
    if not paragraph.has(phrase[0], tags.CAPITAL):
        phrase = _first_capital(paragraph, phrase[0], acronym), phrase[1]
    for start in range(*phrase):
        if paragraph.has(start, tags.CAPITAL) and _initials(paragraph, (start, phrase[1])) == acronym:
            return start
    behind_head = range(head_of(paragraph, phrase) + 1, phrase[1])
    owner = next((i for i in behind_head if paragraph.words[i].startswith(acronym[0])), None)
    if is_of_person(paragraph, phrase):
        return owner or _body_of(paragraph, behind_head)
    is_owned = owner is not None and not paragraph.words[phrase[0]].startswith(acronym[0])
    return owner if is_owned else phrase[0]  # "Angaben des Bundesamts für Häfen (BfH)"


def _body_of(paragraph: Paragraph, tokens: range) -> int | None:
    """Return where the body of "a spokesman for the Ukrainian security service" begins, and no person."""
    if any(is_printed_first_name(paragraph, index) for index in tokens):
        return None
    links = tags.PREPOSITION | tags.DETERMINER
    return next((index for index in tokens if not paragraph.has(index, links)), None)


def _initials(paragraph: Paragraph, tokens: Range) -> str:
    """Return the capitals with which words begin, and the parts of "Potsdam-Institut"."""
    words = (paragraph.words[i] for i in range(*tokens) if paragraph.has(i, tags.CAPITAL))
    return "".join(part[0] for word in words for part in word.split("-") if part[:1].isupper())


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
            begin = _start_of_body(paragraph, (start, phrase[1]), acronym)
            if begin is not None:
                names.acronyms.setdefault(acronym, f"{paragraph.between(begin, phrase[1])} ({acronym})")
