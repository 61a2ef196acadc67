"""Offices: who bears one, told by the words before the name, with its comma or without."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrab.sourcing import tags
from newsgrab.sourcing.grammar import Grammar
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.people import Names
from newsgrab.sourcing.runs import (
    is_printed_first_name,
    leads_to_capital,
    name_runs,
    told_by_first_name,
    words_of_name,
)
from newsgrab.sourcing.stretches import head_of
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST_ACRONYM = 4  # letters, in capitals or not: "Cgil" has its name, and what follows is its secretary's


def note_offices(paragraphs: Iterable[Paragraph], names: Names, grammar: Grammar) -> None:
    """Enter under its office everybody of whom the text tells one."""
    for paragraph in paragraphs:
        if paragraph.start not in names.headlines:
            for start, end in name_runs(paragraph, (0, len(paragraph.tags))):
                if end - start > 1:
                    _note_office(names, paragraph, (start, end), grammar)


def _note_office(names: Names, paragraph: Paragraph, run: Range, grammar: Grammar) -> None:
    """Learn who bears an office: "la directora de la escuela, Ana Lira", "Verkehrsministerin Ana Lira"."""
    named = words_of_name(paragraph, run)
    name = " ".join(named[1]) if named is not None else ""
    people = names.find(name) if " " in name and not names.is_genitive(name) else []
    if named is None or len(people) != 1:
        return
    before = named[0] - 1
    is_closed = run[1] >= len(paragraph.tags) or paragraph.has(run[1], tags.EDGE)
    if paragraph.has(before, tags.COMMA) and not is_closed:
        return  # "según la directora, Ana Lira mintió"
    phrase = grammar.phrase_before(paragraph, before, 0) if paragraph.has(before, tags.COMMA) else None
    head = before if phrase is None else head_of(paragraph, phrase)
    word = paragraph.low(head)
    role = _role_of(word, paragraph.lexicon)
    for office in {word, role} if role else ():
        bearers = names.bearers.setdefault(office, [])
        bearers += [person for person in people if person not in bearers]


def _role_of(word: str, lexicon: Lexicon) -> str | None:
    """Return the role that a word is, or that ends it where nouns are compounds: "verkehrs-ministerin"."""
    if lexicon.tags.get(word, 0) & (tags.ROLE | tags.TITLE):
        return word
    if not lexicon.capital_nouns or not word.endswith(lexicon.roles):
        return None
    return max(filter(word.endswith, lexicon.roles), key=len)


def holder_at_end(paragraph: Paragraph, phrase: Range) -> Range | None:
    """Return the "Jan Roth" of "ministre de l'Intérieur Jan Roth", whom no comma divides from the office.

    In "la directrice de la fondation Jan Roth" the foundation is called so.
    """
    lexicon, end = paragraph.lexicon, phrase[1]
    head = head_of(paragraph, phrase)
    if lexicon.grammar == "english" or not _role_of(paragraph.lows[head], lexicon):
        return None
    for first in range(head + 3, end - 1):
        if is_printed_first_name(paragraph, first):
            is_name = leads_to_capital(paragraph, first + 1) or paragraph.has(first + 1, tags.CAPITAL)
            return (first, end) if is_name and _closes_office(paragraph, first - 1) else None
    return None


def _closes_office(paragraph: Paragraph, last: int) -> bool:
    """Tell whether a word before a name belongs to the office, and is nothing that may bear the name.

    Where names have cases, a body bears one in the genitive.
    """
    if paragraph.lexicon.inflected:
        return told_by_first_name(paragraph.words[last + 1], paragraph.lexicon) is not None
    word = paragraph.words[last]
    is_acronym = not paragraph.lexicon.capital_nouns and word[:1].isupper() and len(word) <= LONGEST_ACRONYM
    if not is_acronym and kind_of_word(word, paragraph.lexicon) in ("organisation", "media"):
        return False
    if paragraph.lexicon.capital_nouns:
        return not paragraph.has(last - 1, tags.DETERMINER | tags.PREPOSITION)  # "der Werft Jan Roth"
    if paragraph.low(last - 1) in paragraph.lexicon.phrases["bare"]:
        return True  # "professeure de droit Anne Roy"
    return paragraph.has(last, tags.CAPITAL) or paragraph.has(last - 1, tags.CAPITAL)
