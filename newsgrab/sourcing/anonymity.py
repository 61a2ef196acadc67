"""Anonymity: that a source would not be named, and why, in the words that are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsgrab.sourcing.lexicon import Lexicon

LONGEST_REASON = 300  # characters
_END = re.compile(r"[.;!?](?=\s|$)|[\"”“»]|$")
_ASIDE = re.compile(r",\s+(?P<word>[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Anonymity:
    """A promise of anonymity at a place in the text; ``reason`` is as printed, None where none is stated."""

    start: int
    reason: str | None


def may_ask_for_anonymity(text: str, lexicon: Lexicon) -> bool:
    """Tell whether any of the phrases stands in the text: few texts have one, and a look is quick."""
    low = text.lower()
    return any(words in low for words in lexicon.anonymity_phrases)


def find_anonymity(
    text: str, place: tuple[int, int], lexicon: Lexicon, said: Iterable[tuple[int, int]] = ()
) -> Anonymity | None:
    """Look for "on condition of anonymity because …" in a sentence.

    ``said`` is what is said in it: where the words for who says it end, and where the verb begins.
    """
    if lexicon.anonymity is None:
        return None
    start, end = place
    condition = lexicon.anonymity.search(text, start, end)
    if condition is None:
        return None
    reason = lexicon.anonymity_reason.search(text, condition.end(), end) if lexicon.anonymity_reason else None
    if reason is None:
        return Anonymity(condition.start(), None)
    limit = min(end, reason.start() + LONGEST_REASON)
    closing = _END.search(text, reason.start(), limit)
    stop = closing.start() if closing else limit
    for aside in _ASIDE.finditer(text, reason.start(), stop):
        if aside["word"].lower() in lexicon.verbs:
            stop = aside.start()
            break
    verbs = [verb for subject, verb in said if subject <= condition.start() and verb > reason.end()]
    stop = min(stop, *verbs) if verbs else stop  # "a clerk who asked not to be named for fear of … said"
    return Anonymity(condition.start(), text[reason.start() : stop].strip(" ,") or None)
