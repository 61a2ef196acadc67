"""Callings: what a body is, told by the noun before its name or by what explains it."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrab.sourcing import tags
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.names import bare, name_runs
from newsgrab.sourcing.people import Names
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST = 6  # tokens from the comma to the noun of "Unite, Britain's second largest union,"
_BODIES = ("media", "organisation")


def note_kinds(paragraphs: Iterable[Paragraph], names: Names) -> None:
    """Enter of every name what kind of body it is said to be, where nouns begin with small letters."""
    if names.lexicon.capital_nouns or names.lexicon.inflected:
        return
    for paragraph in paragraphs:
        if paragraph.start not in names.headlines:
            for run in name_runs(paragraph, (0, len(paragraph.tags))):
                kind = _kind_before(paragraph, run) or _kind_behind(paragraph, run)
                if kind is not None:
                    names.kinds.setdefault(bare(paragraph.between(*run)), kind)


def _kind_before(paragraph: Paragraph, run: Range) -> str | None:
    """Return what "the newspaper Ham Tidende" is."""
    before = run[0] - 1
    if not paragraph.has(before, tags.WORD) or paragraph.has(before, tags.CAPITAL | tags.ROLE | tags.TITLE):
        return None
    return _body(paragraph, before)


def _kind_behind(paragraph: Paragraph, run: Range) -> str | None:
    """Return what "Unite, the union," is."""
    first = run[1] + 1
    if not paragraph.has(run[1], tags.COMMA) or not paragraph.has(first, tags.DETERMINER):
        return None
    end = first + 1
    while end < first + FURTHEST and paragraph.has(end, tags.WORD):
        if paragraph.has(end, tags.PREPOSITION | tags.RELATIVE | tags.CONJUNCTION | tags.FINITE):
            break
        end += 1
    return (
        _body(paragraph, end - 1)
        if paragraph.has(end, tags.EDGE | tags.PREPOSITION | tags.RELATIVE)
        else None
    )


def _body(paragraph: Paragraph, index: int) -> str | None:
    kind = kind_of_word(paragraph.lows[index], paragraph.lexicon)
    return kind if kind in _BODIES else None
