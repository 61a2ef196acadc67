"""Which phrases fit a sentence, found without trying every pattern on it.

A pattern fits only where one of its needles stands, and most sentences hold no needle at all: an automaton
finds all needles of all phrases in one walk through a sentence (Aho and Corasick, Efficient string matching,
Communications of the ACM 18, 1975).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from ahocorasick import Automaton

from newsgrab.rules import Phrase, Rules
from newsgrab.rules.needles import NONE, Needles, fold, needles
from newsgrab.rules.patterns import Entry, is_anchored


@dataclass(frozen=True, kw_only=True, eq=False)
class Finder:
    """The pattern of one entry of a phrase, and where the phrase stands among the rules."""

    order: int
    phrase: Phrase
    entry: Entry
    others: int = 0  # the number of a set of needles, one of which must stand in a sentence, too; 0 for none

    @cached_property
    def fits(self) -> Callable[[str], object]:
        """What tells whether a sentence fits: the much quicker ``match`` where that will do."""
        pattern = self.entry.pattern
        compiled = re.compile(pattern, re.IGNORECASE)
        return compiled.match if is_anchored(pattern) else compiled.search


class Gate:
    """The phrases, ready to be looked up by what a sentence says."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        always: list[Finder] = []
        numbers: dict[Needles, int] = {NONE: 0}
        # Of each needle the patterns that it is the rarest of, and the sets of others that it is one of.
        known: dict[str, tuple[list[Finder], list[int]]] = defaultdict(lambda: ([], []))
        for order, phrase in enumerate(phrases):
            for entry in phrase.entries:
                rarest, others = (*needles(entry.text), NONE, NONE)[:2]
                if others not in numbers:
                    numbers[others] = len(numbers)
                    for needle in others:
                        known[needle][1].append(numbers[others])
                finder = Finder(order=order, phrase=phrase, entry=entry, others=numbers[others])
                for needle in rarest:
                    known[needle][0].append(finder)
                if not rarest:
                    always.append(finder)
        self._needles = Automaton()
        for needle in sorted(known):  # the walk is quickest in this order
            self._needles.add_word(needle, known[needle])
        self._needles.make_automaton()
        self._always = tuple(always)
        self._loose = tuple(finder for finder in always if not is_anchored(finder.entry.pattern))
        # Most sentences fit none of those without a needle, which one look tells of all that are anchored.
        anchored = [pattern for finder in always if is_anchored(pattern := finder.entry.pattern)]
        self._may_fit = re.compile("|".join(anchored) or "(?!)", re.IGNORECASE).match

    def fitting(self, sentence: str) -> list[Phrase]:
        """Return the phrases that fit a sentence, in the order of the rules."""
        tried = set(self._always if self._may_fit(sentence) else self._loose)
        seen = {0}
        for _, (finders, others) in self._needles.iter(fold(sentence)) if self._needles else ():
            if finders:
                tried.update(finders)
            if others:
                seen.update(others)
        found: dict[int, Phrase] = {}
        for finder in tried:
            if finder.order not in found and finder.others in seen and finder.fits(sentence):
                found[finder.order] = finder.phrase
        return [found[order] for order in sorted(found)]


@cache
def gate_of(rules: Rules) -> Gate:
    """Return the phrases of these rules, ready for use."""
    return Gate(rules.phrases)
