"""How the words of a block look, without what only a slip or a design has set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrab.extraction.body.inlines import trim
from newsgrab.model import Inline, Kind

_TAIL = re.compile(r"[^\W\d_]+\Z")  # of a run, and of its last word
_HEAD = re.compile(r"[^\W\d_]+")


def settled(kind: Kind, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return runs whose bold words and links are whole words; a heading that is all bold is so by itself."""
    if len(inlines) == 1 and kind is not Kind.HEADING:
        return tuple(inlines)
    runs = list(inlines)
    for place in range(1, len(runs)):
        runs[place - 1], runs[place] = _with_whole_words(runs[place - 1], runs[place], is_first=place == 1)
    if kind is Kind.HEADING and all(run.strong for run in runs if run.text.strip()):
        runs = [run._replace(strong=False) for run in runs]
    return trim(runs) if runs != list(inlines) else tuple(inlines)


def _with_whole_words(one: Inline, other: Inline, *, is_first: bool) -> tuple[Inline, Inline]:
    """Give the one letter that is parted from its word the look of the others.

    So a large first letter is bold no longer, and "escucha</b>r" is bold to its end.
    """
    if one.emphasis != other.emphasis or not (_has_case(one.text[-1:]) and _has_case(other.text[:1])):
        return one, other
    tail, head = _TAIL.search(one.text), _HEAD.match(other.text)
    if tail is None or head is None:
        return one, other
    if len(tail[0]) == 1 and (is_first or len(one.text) > 1):
        return one.with_text(one.text[:-1]), other.with_text(one.text[-1] + other.text)
    if len(head[0]) == 1 and len(tail[0]) > 1 and len(other.text) > 1:
        return one.with_text(one.text + other.text[0]), other.with_text(other.text[1:])
    return one, other


def _has_case(letter: str) -> bool:
    """Tell letters of scripts that part words by blanks: Chinese ones have no case, nor has "¹"."""
    return letter.lower() != letter.upper()
