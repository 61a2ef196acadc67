"""Which line of a dump is the headline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from newsgrab.extraction.plaintext.headline_traits import WAY, candidates
from newsgrab.extraction.plaintext.shapes import Shaped
from newsgrab.text import FULL_STOPS

_LEAST = 0.0  # of all that speaks for a line
_BELOW_TEXT = 4.0  # against a line that has a paragraph of the text above it
_NAME_BEHIND = re.compile(r"\s+[|–—•·»-]\s+\S.{1,60}")
_CLOSE = 2.0  # by how much a standfirst may look more like the headline than the line above it
_SENTENCE = re.compile(rf"[…{''.join(FULL_STOPS)}][\"”»’]*$")
_LONG_HEADLINE = 85  # weight above which a line below another is rather its standfirst
_INTRODUCTION = 60  # the same where it ends as a sentence does
_LONGER = 1.3  # than the headline above it
_TWO_WORDS = 12  # weight
_WIDE = 1.5  # weight of a letter that takes more room than a Latin one

# What each trait of a line says for or against it, fitted to pages of many publishers.
_WEIGHTS: dict[str, float] = {
    "length": 1.84,
    "long": -1.83,
    "ends": -3.19,
    "few words": -0.99,
    "stutter": -1.81,
    "path": -3.09,
    "menu": -6.00,
    "ends a line above": 2.54,
    "small start": -0.47,
    "twice": 0.71,
    "copied": 0.91,
    "from core": -0.60,
    "inside core": -1.68,
    "lines above": -0.25,
    "reports above": -1.00,
    "first": 1.01,
    "first far": -0.79,
    "place": -0.60,
    "menu above": 1.52,
    "byline near": 0.51,
    "date near": 0.24,
    "date in five": 0.56,
    "byline below": 1.26,
    "date below": 1.60,
    "above a headline": 0.28,
    "above prose": 0.82,
    "outgrown": 0.83,
    "title": 4.00,
    "linked": -2.00,
    "item": -2.00,
    "told": 1.29,
    "told often": 3.56,
    "outgrows": -0.75,
}


def find_headline(shaped: Sequence[Shaped], marked: AbstractSet[int]) -> int | None:
    """Return the place of the headline; ``marked`` are the places that rules have taken for boilerplate."""
    found = candidates(shaped, marked)
    scores = {place: _score(traits) for place, traits in found.items()}
    best = max(scores, key=lambda place: (scores[place], -place), default=None)
    if best is None or scores[best] < _LEAST:
        return None
    best = _without_name(shaped, found, best)
    above = best - 1
    is_close = above in found and scores[above] >= scores[best] - _CLOSE and not found[above]["path"]
    return above if is_close and _is_standfirst_of(shaped[best], shaped[above]) else best


def _without_name(shaped: Sequence[Shaped], found: Sequence[int] | Mapping[int, object], title: int) -> int:
    """Return where a title stands again below without the name of its page behind it, else its own place."""
    own = shaped[title].text
    bare = (place for place in found if place > title and _is_title_of(own, shaped[place].text))
    return next(bare, title)


def _is_title_of(title: str, headline: str) -> bool:
    """Tell a headline with a name behind it, as a window's title has.

    >>> _is_title_of("Harbour reopens after storm | The Haven Post", "Harbour reopens after storm")
    True
    """
    is_begun = len(headline) >= WAY and title.startswith(headline)
    return is_begun and _NAME_BEHIND.fullmatch(title[len(headline) :]) is not None


def _is_standfirst_of(one: Shaped, above: Shaped) -> bool:
    """Tell whether a line that could be the headline rather introduces the text, below a shorter headline."""
    is_sentence = _SENTENCE.search(one.text) is not None
    if not is_sentence and one.line.weight > _WIDE * len(one.text):
        return False  # without spaces a headline says more in as many letters
    if one.line.weight <= (_INTRODUCTION if is_sentence else _LONG_HEADLINE):
        return False
    is_part = above.text.endswith((".", ":", ",")) or "|" in above.text or above.line.key in one.line.key
    has_words = above.line.weight >= _TWO_WORDS and " " in above.text
    return has_words and not is_part and above.line.weight * _LONGER < one.line.weight


def _score(traits: Mapping[str, float]) -> float:
    score = sum(_WEIGHTS.get(name, 0.0) * value for name, value in traits.items())
    is_signed = traits["byline near"] or traits["date near"]
    if traits["paragraph"] and not is_signed:
        return -_BELOW_TEXT
    return score - _BELOW_TEXT * (traits["inside core"] > 0 and not is_signed)
