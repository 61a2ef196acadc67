"""Which line of a dump is the headline."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsgrab.extraction.plaintext.captions import read_caption
from newsgrab.extraction.plaintext.core import find_core, is_report
from newsgrab.extraction.plaintext.head import is_name_beside_meta
from newsgrab.extraction.plaintext.lines import bullet, is_bracketed, stems_of
from newsgrab.extraction.plaintext.shapes import SEEN, Shape, Shaped

_LENGTHS = range(8, 166)  # weight of a headline
_USUAL_LENGTHS = range(25, 140)
_ENDS_PLAIN = re.compile(r"[^.…][.。]$|[,:;]$")
_LEAST = 0.0
_PARAGRAPH = 100  # weight from which a line that ends as a sentence is none, if no byline or date is near
_BELOW_TEXT = 4.0  # against a line that has a paragraph of the text above it
_PATH = re.compile(r"[^/>»›|]{2,24}(?: [/>»›] [^/>»›|]{2,24}){2,5}")  # "News / Home / Politics"
_NAME_BEHIND = re.compile(r"\s+[|–—•·»-]\s+\S.{1,60}")
_WAY = 15  # letters of a headline that may stand at the end of a path or of a title
_NEAR_WAY = 4  # lines between which that is looked for
_FAR = 25  # lines to the text from a line that is no headline for being the first of all
_CLOSE = 2.0  # by how much a standfirst may look more like the headline than the line above it
_SENTENCE = re.compile(r"[.。…][\"”»’]*$")
_LONG_HEADLINE = 85  # weight above which a line below another is rather its standfirst
_INTRODUCTION = 60  # the same where it ends as a sentence does
_LONGER = 1.3  # than the headline above it
_TWO_WORDS = 12  # weight
_WIDE = 1.5  # weight of a letter that takes more room than a Latin one
_ITEM = 25  # weight of the longest line in a menu

# What each trait of a line says for or against it, fitted to pages of many publishers.
_WEIGHTS: dict[str, float] = {
    "length": 1.84,
    "long": -1.83,
    "ends": -3.19,
    "few words": -0.99,
    "stutter": -1.81,
    "letter": -2.01,
    "path": -3.09,
    "ends a line above": 2.54,
    "ends in a line below": -0.76,
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
    is_begun = len(headline) >= _WAY and title.startswith(headline)
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


def candidates(shaped: Sequence[Shaped], marked: AbstractSet[int]) -> dict[int, dict[str, float]]:
    """Return the lines that could be the headline, each with its traits."""
    core = find_core(shaped, marked)
    story = Counter(
        stem
        for place in core
        if shaped[place].shape is Shape.PROSE
        for stem in stems_of(shaped[place].text[:SEEN])
    )
    free = [place for place in range(len(shaped)) if place not in marked]
    found: dict[int, dict[str, float]] = {}
    above = _Above()
    for position, place in enumerate(free):
        if core and place >= core.stop:
            break
        one = shaped[place]
        if _is_candidate(shaped, place):
            stand = _Stand(shaped=shaped, free=free, position=position, core=core, story=story, above=above)
            found[place] = _traits(stand)
        above = above.with_line(one, is_core=place >= core.start)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Above:
    """What stands above a line, counted."""

    core_prose: int = 0
    reports: int = 0
    lines: int = 0
    plausible: int = 0

    def with_line(self, one: Shaped, *, is_core: bool) -> _Above:
        """Return the same with one line more."""
        return _Above(
            core_prose=self.core_prose + (is_core and is_report(one)),
            reports=self.reports + (is_report(one) and one.line.weight >= _PARAGRAPH),
            lines=self.lines + (one.shape is Shape.LINE and one.line.weight > 20),
            plausible=self.plausible + _is_plausible(one),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """A line and where it stands among those that no rule has taken."""

    shaped: Sequence[Shaped]
    free: Sequence[int]
    position: int
    core: range
    story: Counter[str]  # how many paragraphs of the core have a word
    above: _Above

    def at(self, distance: int) -> Shaped | None:
        """Return the line so many free lines below, or above."""
        position = self.position + distance
        return self.shaped[self.free[position]] if 0 <= position < len(self.free) else None


def _is_candidate(shaped: Sequence[Shaped], place: int) -> bool:
    one = shaped[place]
    return (
        one.shape in (Shape.LINE, Shape.PROSE)
        and one.line.weight in _LENGTHS
        and not is_bracketed(one.text)
        and not is_name_beside_meta(shaped, place)
        and read_caption(one.text, beside_headline=False) is None
    )


def _traits(stand: _Stand) -> dict[str, float]:
    one = stand.shaped[stand.free[stand.position]]
    return (
        _own_traits(one)
        | _place_traits(stand)
        | _neighbour_traits(stand)
        | _path_traits(stand)
        | _story_traits(stand)
    )


def _own_traits(one: Shaped) -> dict[str, float]:
    words = one.text.split()
    return {
        "length": min(1.0, one.line.weight / 40),
        "long": max(0.0, one.line.weight - 110) / 50,
        "paragraph": float(one.line.weight >= _PARAGRAPH and bool(_ENDS_PLAIN.search(one.text))),
        "ends": float(bool(_ENDS_PLAIN.search(one.text))),
        "few words": float(len(words) < 4 and one.line.weight < 30),
        "stutter": float(len({word.casefold() for word in words}) < len(words) - 1 and one.line.weight < 80),
        "letter": float(one.appeal > 0 and bool(_ENDS_PLAIN.search(one.text))),
        "path": float(_PATH.fullmatch(one.text) is not None),
        "small start": float(one.text[:1].islower()),
        "twice": float(one.copies == 2 and one.line.weight > 22),
        "copied": float(one.copies > 2 and one.line.weight > 22),
        "title": float(one.line.level == 1 and not one.line.is_link),
        "linked": float(one.line.is_link),
        "item": float(bullet(one.text) is not None and one.text[0] != "-"),  # a dash also opens speech
    }


def _place_traits(stand: _Stand) -> dict[str, float]:
    place = stand.free[stand.position]
    is_first = not stand.above.plausible
    above = [one for distance in range(1, 5) if (one := stand.at(-distance)) is not None]
    return {
        "from core": math.log1p(max(0, stand.core.start - place)),
        "inside core": float(min(stand.above.core_prose, 3)),
        "lines above": math.log1p(stand.above.lines),
        "reports above": math.log1p(stand.above.reports),
        "first": float(is_first),
        "first far": float(is_first and stand.core.start - place > _FAR),
        "menu above": sum(one.shape is Shape.LINE and one.line.weight < _ITEM for one in above) / 4,
        "place": math.log1p(place),
    }


def _neighbour_traits(stand: _Stand) -> dict[str, float]:
    below = [one for distance in range(1, 13) if (one := stand.at(distance)) is not None]
    shapes = [one.shape for one in below]
    above, next_ = stand.at(-1), below[0] if below else None
    one = stand.at(0)
    return {
        "byline near": float(Shape.BYLINE in shapes[:3]),
        "date near": float(Shape.DATE in shapes[:3]),
        "date in five": float(Shape.DATE in shapes[:5]),
        "byline below": float(Shape.BYLINE in shapes),
        "date below": float(Shape.DATE in shapes),
        "above a headline": float(
            next_ is not None and one is not None and _is_usual(next_) and one.line.weight < 30
        ),
        "above prose": float(Shape.PROSE in shapes[:2]),
        "outgrown": float(
            next_ is not None
            and one is not None
            and one.line.weight >= 18
            and next_.shape in (Shape.LINE, Shape.PROSE)
            and next_.line.weight > 1.2 * one.line.weight
            and next_.line.weight < 300
        ),
        "outgrows": float(
            above is not None
            and one is not None
            and _is_usual(above)
            and one.line.weight > 1.2 * above.line.weight
        ),
    }


def _path_traits(stand: _Stand) -> dict[str, float]:
    key = stand.shaped[stand.free[stand.position]].line.key
    near = range(1, _NEAR_WAY + 1)
    above = [one.line.key for distance in near if (one := stand.at(-distance)) is not None]
    below = [one.line.key for distance in near if (one := stand.at(distance)) is not None]
    return {
        "ends a line above": float(any(_is_way(path, key) for path in above)),
        "ends in a line below": float(any(_is_way(key, headline) for headline in below)),
    }


def _is_way(path: str, headline: str) -> bool:
    """Tell whether a line, by its letters alone, is another with something in front: a path, a kicker.

    >>> _is_way("newspoliticsharbourreopens", "harbourreopens")
    False
    >>> _is_way("newspoliticsharbourreopenstoday", "harbourreopenstoday")
    True
    """
    return len(headline) >= _WAY and path != headline and path.endswith(headline)


def _story_traits(stand: _Stand) -> dict[str, float]:
    place = stand.free[stand.position]
    one = stand.shaped[place]
    own = int(place in stand.core and one.shape is Shape.PROSE)
    stems = stems_of(one.text)
    told = sum(stand.story[stem] > own for stem in stems)
    return {"told": told / len(stems) if stems else 0.0, "told often": min(told, 6) / 6}


def _is_plausible(one: Shaped) -> bool:
    return one.shape in (Shape.LINE, Shape.PROSE) and one.line.weight >= 22 and len(one.text.split()) > 2


def _is_usual(above: Shaped) -> bool:
    """Tell whether the line above could be the headline, so that this one is its standfirst."""
    return above.shape is Shape.LINE and above.line.weight in _USUAL_LENGTHS and len(above.text.split()) > 3
