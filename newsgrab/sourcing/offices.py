"""Offices: who bears one, told by the words before the name or before its comma."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrab.sourcing import tags
from newsgrab.sourcing.grammar import Grammar
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.names import name_runs, words_of_name
from newsgrab.sourcing.people import Names
from newsgrab.sourcing.stretches import head_of
from newsgrab.sourcing.tokens import Paragraph, Range


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
