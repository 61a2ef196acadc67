"""Which phrases are worth trying on a sentence: those that have one of their needles in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from newsgrab.rules import Phrase, Rules
from newsgrab.rules.needles import needles

_WORD = re.compile(r"\w+")
_PIECE = 4  # letters of a word that are looked up


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finder:
    """A phrase, where it stands among the rules, and what tells whether a sentence fits."""

    order: int
    phrase: Phrase
    fits: Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The phrases that can fit anywhere on one page."""

    always: tuple[Finder, ...]
    by_needle: tuple[tuple[str, tuple[Finder, ...]], ...]

    def fitting(self, sentence: str) -> Iterable[Phrase]:
        """Give the phrases that fit a sentence, in the order of the rules."""
        folded = sentence.lower()
        likely = set(self.always)
        for needle, finders in self.by_needle:
            if needle in folded:
                likely.update(finders)
        for finder in sorted(likely, key=_order):
            if finder.fits(sentence):
                yield finder.phrase


def gate_for(texts: Iterable[str], rules: Rules) -> Gate:
    """Return the gate of a page that has these texts on it."""
    always, by_needle = _finders(rules)
    page = "\n".join(texts).lower()
    words = set(_WORD.findall(page))
    pieces = {word[at : at + _PIECE] for word in words for at in range(len(word) - _PIECE + 1)}
    once = " ".join(words)
    present = (
        (needle, found)
        for piece, needle, found in by_needle
        if (piece in pieces and needle in page if piece else needle in (once if needle.isalnum() else page))
    )
    return Gate(always=always, by_needle=tuple(present))


def _order(finder: Finder) -> int:
    return finder.order


@cache
def _finders(rules: Rules) -> tuple[tuple[Finder, ...], tuple[tuple[str, str, tuple[Finder, ...]], ...]]:
    """Return the phrases to try always, and each needle with its piece to look up and its phrases."""
    always: list[Finder] = []
    by_needle: dict[str, list[Finder]] = {}
    for order, phrase in enumerate(rules.phrases):
        finder = Finder(order=order, phrase=phrase, fits=phrase.finder)
        asked = needles(phrase.match.pattern)
        if asked is None:
            always.append(finder)
        for needle in asked or ():
            by_needle.setdefault(needle, []).append(finder)
    return tuple(always), tuple(
        (_piece(needle), needle, tuple(found)) for needle, found in sorted(by_needle.items())
    )


def _piece(needle: str) -> str:
    """Return a piece of a word that every text with the needle has; "" where it is too short for one."""
    longest = max(_WORD.findall(needle), key=len, default="")
    return longest[-_PIECE:] if len(longest) >= _PIECE else ""
