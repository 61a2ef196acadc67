"""What speaks for a line of a dump being its headline, and what against it, counted."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsgrab.extraction.lines.stems import stems_of
from newsgrab.extraction.lines.voice import SEEN
from newsgrab.extraction.plaintext.captions import read_caption
from newsgrab.extraction.plaintext.core import find_core, is_report
from newsgrab.extraction.plaintext.head import is_meta, is_name_beside_meta
from newsgrab.extraction.plaintext.lines import bullet, is_bracketed
from newsgrab.extraction.plaintext.shapes import Shape, Shaped
from newsgrab.rules.sentences import sentence_bounds

_LENGTHS = range(8, 166)  # weight of a headline
_USUAL_LENGTHS = range(25, 140)
_ENDS_PLAIN = re.compile(r"[^.…][.。]$|[,:;]$")
_PARAGRAPH = 100  # weight from which a line that ends as a sentence is none, if no byline or date is near
_PATH = re.compile(r"[^/>»›|]{2,24}(?: [/>»›] [^/>»›|]{2,24}){2,5}")  # "News / Home / Politics"
WAY = 15  # letters of a headline that may stand at the end of a path or of a title
_NEAR_WAY = 4  # lines between which that is looked for
_MOST_BELOW = 12  # lines below the headline in which byline and date may stand
_TWO_SENTENCES = 80  # weight of a headline of two sentences, at most
_FAR = 25  # lines to the text from a line that is no headline for being the first of all
_ITEM = 25  # weight of the longest line in a menu


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
    shapes = [_shape_in_place(shaped, place) for place in range(len(shaped))]
    found: dict[int, dict[str, float]] = {}
    above = _Above()
    for position, place in enumerate(free):
        if core and place >= core.stop:
            break
        one = shaped[place]
        if _is_candidate(shaped, place):
            stand = _Stand(
                shaped=shaped,
                free=free,
                position=position,
                core=core,
                story=story,
                above=above,
                shapes=shapes,
            )
            found[place] = _traits(stand)
        above = above.with_line(one, is_core=place >= core.start)
    return found


def _shape_in_place(shaped: Sequence[Shaped], place: int) -> Shape:
    one = shaped[place]
    if one.shape is Shape.LINE and is_name_beside_meta(shaped, place):
        return Shape.BYLINE
    return Shape.DATE if is_meta(one) and one.shape is not Shape.BYLINE else one.shape


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
    shapes: Sequence[Shape]  # of all lines; a name beside a date is a byline, a day in figures a date

    def shapes_below(self, count: int) -> list[Shape]:
        """Return the shapes of so many free lines below."""
        return [self.shapes[place] for place in self.free[self.position + 1 : self.position + 1 + count]]

    def at(self, distance: int) -> Shaped | None:
        """Return the line so many free lines below, or above."""
        position = self.position + distance
        return self.shaped[self.free[position]] if 0 <= position < len(self.free) else None


def _is_candidate(shaped: Sequence[Shaped], place: int) -> bool:
    one = shaped[place]
    return (
        one.shape in (Shape.LINE, Shape.PROSE)
        and one.line.weight in _LENGTHS
        and not _tells(one)
        and not is_bracketed(one.text)
        and not is_name_beside_meta(shaped, place)
        and read_caption(one.text, beside_headline=False) is None
    )


def _tells(one: Shaped) -> bool:
    """Tell a paragraph of several sentences from a headline of two short ones."""
    is_long = one.shape is Shape.PROSE and one.line.weight > _TWO_SENTENCES and one.line.ends
    return is_long and len(sentence_bounds(one.text)) > 1


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
        "path": float(_PATH.fullmatch(one.text) is not None),
        "menu": float(one.line.is_menu),
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
    below = [one for distance in range(1, _MOST_BELOW + 1) if (one := stand.at(distance)) is not None]
    shapes = stand.shapes_below(_MOST_BELOW)
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
    above = [one for distance in range(1, _NEAR_WAY + 1) if (one := stand.at(-distance)) is not None]
    return {"ends a line above": float(any(_is_way(one.line.key, key) for one in above))}


def _is_way(path: str, headline: str) -> bool:
    """Tell whether a line, by its letters alone, is another with something in front: a path, a kicker.

    >>> _is_way("newspoliticsharbourreopens", "harbourreopens")
    False
    >>> _is_way("newspoliticsharbourreopenstoday", "harbourreopenstoday")
    True
    """
    return len(headline) >= WAY and path != headline and path.endswith(headline)


def _story_traits(stand: _Stand) -> dict[str, float]:
    place = stand.free[stand.position]
    one = stand.shaped[place]
    own = int(place in stand.core and one.shape is Shape.PROSE)
    stems = stems_of(one.text)
    told = sum(stand.story[stem] > own for stem in stems)
    return {"told": told / len(stems) if stems else 0.0, "told often": min(told, 6) / 6}


def _is_plausible(one: Shaped) -> bool:
    is_text = one.shape in (Shape.LINE, Shape.PROSE) and not one.line.is_menu
    return is_text and one.line.weight >= 22 and len(one.text.split()) > 2


def _is_usual(above: Shaped) -> bool:
    """Tell whether the line above could be the headline, so that this one is its standfirst."""
    is_line = above.shape is Shape.LINE and not above.line.is_menu
    return is_line and above.line.weight in _USUAL_LENGTHS and len(above.text.split()) > 3
