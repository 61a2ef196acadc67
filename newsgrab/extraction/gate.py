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
from functools import cache

from ahocorasick import Automaton

from newsgrab.rules import Phrase, Rules
from newsgrab.rules.needles import NONE, Needles, fold, needles
from newsgrab.rules.patterns import is_anchored

_MOST_OTHERS = 40  # to look for more takes longer than to try the pattern


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finder:
    """The pattern of one entry of a phrase, and where the phrase stands among the rules."""

    order: int
    phrase: Phrase
    pattern: str
    others: Needles = frozenset()  # if any: one of these must stand in a sentence, beside the rarest needle

    def may_fit(self, folded: str) -> bool:
        """Tell whether a sentence in lower case has what the pattern asks for beside its rarest needle."""
        return not self.others or any(map(folded.__contains__, self.others))

    def fits(self, sentence: str) -> bool:
        """Tell whether a sentence fits; a pattern is compiled when it is first needed."""
        return bool(_matcher(self.pattern)(sentence))


@cache
def _matcher(pattern: str) -> Callable[[str], object]:
    """Return what tells whether a text fits: the much quicker ``match`` where that will do."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return compiled.match if is_anchored(pattern) else compiled.search


class Gate:
    """The phrases, ready to be looked up by what a sentence says."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        always: list[Finder] = []
        by_needle: dict[str, list[Finder]] = defaultdict(list)
        for order, phrase in enumerate(phrases):
            for entry in phrase.entries:
                rarest, others = (*needles(entry.text), NONE, NONE)[:2]
                if len(others) > _MOST_OTHERS:
                    others = NONE
                finder = Finder(order=order, phrase=phrase, pattern=entry.pattern, others=others)
                if not rarest:
                    always.append(finder)
                for needle in rarest:
                    by_needle[needle].append(finder)
        self._needles = Automaton()
        for needle, finders in sorted(by_needle.items()):  # the walk is quickest in this order
            self._needles.add_word(needle, tuple(finders))
        self._needles.make_automaton()
        self._always = tuple(always)
        self._loose = tuple(finder for finder in always if not is_anchored(finder.pattern))
        # Most sentences fit none of those without a needle, which one look tells of all that are anchored.
        anchored = [finder.pattern for finder in always if is_anchored(finder.pattern)]
        self._may_fit = re.compile("|".join(anchored) or "(?!)", re.IGNORECASE).match

    def fitting(self, sentence: str) -> list[Phrase]:
        """Return the phrases that fit a sentence, in the order of the rules."""
        tried = set(self._always if self._may_fit(sentence) else self._loose)
        folded = fold(sentence)
        for _, finders in self._needles.iter(folded) if self._needles else ():
            tried.update(finders)
        found: dict[int, Phrase] = {}
        for finder in tried:
            if finder.order not in found and finder.may_fit(folded) and finder.fits(sentence):
                found[finder.order] = finder.phrase
        return [found[order] for order in sorted(found)]


@cache
def gate(rules: Rules) -> Gate:
    """Return the phrases of these rules, ready for use."""
    return Gate(rules.phrases)
