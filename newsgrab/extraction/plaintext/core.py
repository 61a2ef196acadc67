"""The run of a dump's lines that is its text for sure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from newsgrab.extraction.plaintext.shapes import Shape, Shaped

_FULL = 400  # weight above which a paragraph says no more for its place
_STORY = 50_000  # characters of a text in which names are looked for
_SOME_TEXT = 60  # weight of a paragraph of the text
_OPENING = 6  # paragraphs that show in what voice a text is written
_ELSE = 0.6  # what a line that is no paragraph costs, in hundreds of letters


def find_core(shaped: Sequence[Shaped], marked: AbstractSet[int]) -> range:
    """Return the run of lines with most text and least else in it; rules have taken the marked places."""
    best, best_sum, start, total = range(0), 0.0, 0, 0.0
    for place, one in enumerate(shaped):
        if total <= 0:
            start, total = place, 0.0
        if is_report(one) and place not in marked:
            total += min(one.line.weight, _FULL) / 100
        else:
            total -= _ELSE
        if total > best_sum:
            best, best_sum = range(start, place + 1), total
    return best


def is_report(one: Shaped) -> bool:
    """Tell a paragraph of a report from one that appeals to the reader."""
    return one.shape is Shape.PROSE and not (one.money and one.appeal)


def is_personal(lines: Iterable[Shaped]) -> bool:
    """Tell whether a text itself speaks to the reader or of "us", as an opinion or an interview does."""
    texts = (one for one in lines if one.shape is Shape.PROSE and one.line.weight >= _SOME_TEXT)
    opening = list(islice(texts, _OPENING))
    return 2 * sum(one.appeal > 0 for one in opening) >= len(opening)


def story_of(shaped: Sequence[Shaped], core: range) -> str:
    """Return the text of the core's paragraphs: who is named there is told of, and did not write it."""
    return "\n".join(shaped[place].text for place in core if is_report(shaped[place]))[:_STORY]
