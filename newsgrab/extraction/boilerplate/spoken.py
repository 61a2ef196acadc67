"""Sentences that somebody says: a report tells them, and the page does not ask them of its reader."""

from __future__ import annotations

from newsgrab.rules import Phrase
from newsgrab.rules.lines import fits

# What is said of these may be news; a headline of another article says who said it, too.
_TOLD = frozenset(
    "advertisement app comments consent copyright donation newsletter sharing subscription".split()
)
_PAIRS = (("“", "”"), ("„", "“”"), ("«", "»"), ("「", "」"), ("『", "』"))
_STRAIGHT = '"'


def is_spoken(phrase: Phrase, text: str, start: int, end: int) -> bool:
    """Tell whether the sentence that a phrase fits is told as what somebody says, or as a part of it."""
    if phrase.id.partition(".")[0] not in _TOLD:
        return False
    return fits("told", text[start:end]) or is_inside(text, start)


def is_inside(text: str, start: int) -> bool:
    """Tell whether a quotation that begins before a place ends behind it.

    >>> text = "He said: “We care. We use cookies.” We do."
    >>> is_inside(text, text.index("We use")), is_inside(text, text.index("We do"))
    (True, False)
    >>> is_inside("Er sagt: „Ja.“ Nein. „Gut.“", 15)
    False
    """
    before, after = text[:start], text[start:]
    if _STRAIGHT in after and before.count(_STRAIGHT) % 2:
        return True
    return any(_is_between(before, after, *pair) for pair in _PAIRS)


def _is_between(before: str, after: str, begins: str, ends: str) -> bool:
    opened = before.rfind(begins)
    if opened < 0 or (begins == "“" and "„" in before):
        return False
    return all(before.rfind(end) < opened for end in ends) and any(end in after for end in ends)
