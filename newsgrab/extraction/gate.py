"""Which phrases fit a sentence, found without trying every pattern on it.

A pattern fits only where one of its needles stands, and most words of a page hold no needle at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from newsgrab.rules import Phrase, Rules
from newsgrab.rules.needles import fold, needles
from newsgrab.rules.patterns import is_anchored

_WORD = re.compile(r"\w+")
_PIECE = 4  # letters by which a needle is looked up; a shorter one by all it has
_SIZES = (3, _PIECE)
_SIZES_WIDE = (2, 3, _PIECE)  # where a letter says more


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finder:
    """One pattern of a phrase, and where the phrase stands among the rules."""

    order: int
    phrase: Phrase
    pattern: str

    def fits(self, sentence: str) -> bool:
        """Tell whether a sentence fits; a pattern is compiled when it is first needed."""
        return bool(_matcher(self.pattern)(sentence))


@cache
def _matcher(pattern: str) -> Callable[[str], object]:
    """Return what tells whether a text fits: the much quicker ``match`` where that will do."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return compiled.match if is_anchored(pattern) else compiled.search


Needled = tuple[tuple[str, tuple[Finder, ...]], ...]
Likely = dict[str, Needled]


class Gate:
    """The phrases, ready to be looked up by the words of a page."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        always: list[Finder] = []
        self._by_piece: dict[str, dict[str, list[Finder]]] = defaultdict(lambda: defaultdict(list))
        for order, phrase in enumerate(phrases):
            for pattern in phrase.alternatives:
                finder = Finder(order=order, phrase=phrase, pattern=pattern)
                asked = needles(pattern)
                if asked is None:
                    always.append(finder)
                for needle in asked or ():
                    self._by_piece[_key(needle)[-_PIECE:]][needle].append(finder)
        self._always = tuple(always)
        self._loose = tuple(finder for finder in always if not is_anchored(finder.pattern))
        # Most sentences fit none of those without a needle, which one look tells of all that are anchored.
        anchored = [finder.pattern for finder in always if is_anchored(finder.pattern)]
        self._may_fit = re.compile("|".join(anchored) or "(?!)", re.IGNORECASE).match
        self._needles_in = lru_cache(maxsize=32768)(self._look_up)

    def likely(self, page: str) -> Likely:
        """Return the words of a page that have needles in them; of signs the word is ""."""
        words = {"", *_WORD.findall(fold(page))}
        return {word: found for word in words if (found := self._needles_in(word))}

    def fitting(self, sentence: str, likely: Likely) -> list[Phrase]:
        """Return the phrases that fit a sentence of a page, in the order of the rules."""
        folded = fold(sentence)
        tried = set(self._always if self._may_fit(sentence) else self._loose)
        for word in likely.keys() & {"", *_WORD.findall(folded)}:
            for needle, finders in likely[word]:
                if needle in folded:
                    tried.update(finders)
        found: dict[int, Phrase] = {}
        for finder in tried:
            if finder.order not in found and finder.fits(sentence):
                found[finder.order] = finder.phrase
        return [found[order] for order in sorted(found)]

    def _look_up(self, word: str) -> Needled:
        """Return the needles whose longest word is in a word, with their finders; for "" those of signs."""
        sizes = _SIZES if word.isascii() else _SIZES_WIDE
        pieces = {word[at : at + size] for size in sizes for at in range(len(word) - size + 1)} or {word}
        return tuple(
            (needle, tuple(finders))
            for piece in pieces & self._by_piece.keys()
            for needle, finders in self._by_piece[piece].items()
            if _key(needle) in word
        )


@cache
def gate(rules: Rules) -> Gate:
    """Return the phrases of these rules, ready for use."""
    return Gate(rules.phrases)


@cache
def _key(needle: str) -> str:
    """Return the longest word in a needle, "" where it is of signs alone."""
    longest = max(_WORD.findall(needle), key=len, default="")
    return longest if len(longest) >= min(_SIZES if longest.isascii() else _SIZES_WIDE) else ""
