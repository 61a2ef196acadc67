"""Which line of a dump is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newsgrab.extraction.plaintext.captions import read_caption
from newsgrab.extraction.plaintext.head import is_name_beside_meta
from newsgrab.extraction.plaintext.shapes import Shape, Shaped

_LENGTHS = range(12, 230)  # weight of a headline
_USUAL_LENGTHS = range(25, 140)
_WORD = re.compile(r"[^\W\d_]{4,}")
_WIDE_PAIR = re.compile(r"(?=([\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2}))")
_STEM = 5  # letters of a word that its forms share
_ENDS_PLAIN = re.compile(r"[^.…][.。]$|[,:;]$")
_AFTER = 12  # lines below the headline in which byline and date are looked for
_LEAST = 2.0


def find_headline(shaped: Sequence[Shaped], marked: AbstractSet[int]) -> int | None:
    """Return the place of the headline; ``marked`` are the places that rules have taken for boilerplate."""
    scores = {
        place: _score(shaped, marked, place)
        for place, one in enumerate(shaped)
        if place not in marked
        and one.shape in (Shape.LINE, Shape.PROSE)
        and one.line.weight in _LENGTHS
        and not is_name_beside_meta(shaped, place)
        and read_caption(one.text, beside_headline=False) is None
    }
    best = max(scores, key=lambda place: (scores[place], -place), default=None)
    return best if best is not None and scores[best] >= _LEAST else None


def _score(shaped: Sequence[Shaped], marked: AbstractSet[int], place: int) -> float:
    one = shaped[place]
    below = [other for other in range(place + 1, len(shaped)) if other not in marked]
    above = [other for other in range(place) if other not in marked]
    prose_above = sum(
        shaped[other].shape is Shape.PROSE and shaped[other].line.weight > 100 for other in above
    )
    lines_above = sum(shaped[other].shape is Shape.LINE for other in above)
    words = one.text.split()
    told = _told_again(one, [shaped[other] for other in below])
    score = 1.5 - 1.5 * prose_above - 0.35 * min(lines_above, 8)
    score += (
        1.5 * min(1.0, one.line.weight / 25) - 1.0 * (one.line.weight > 140) - 1.0 * (one.line.weight > 165)
    )
    score -= 2.0 * bool(_ENDS_PLAIN.search(one.text)) + 1.0 * (len(words) < 2)
    score += 3.0 * (one.copies == 2 and (len(words) > 3 or one.line.weight > 30)) - 1.0 * (one.copies > 3)
    score -= 2.0 * (len(words) < 4 and one.line.weight < 25 and bool(below) and _is_usual(shaped[below[0]]))
    score -= 2.0 * (len({word.casefold() for word in words}) < len(words) - 1 and one.line.weight < 80)
    score -= 1.5 * (bool(above) and _is_usual(shaped[above[-1]]))
    meta = _meta_below(shaped, below[:_AFTER])
    score -= 3.0 * (prose_above > 0 and meta < 1.5 and one.copies == 1)
    return score + meta + 3.0 * told


def _is_usual(above: Shaped) -> bool:
    """Tell whether the line above could be the headline, so that this one is its standfirst."""
    return above.shape is Shape.LINE and above.line.weight in _USUAL_LENGTHS and len(above.text.split()) > 3


def _meta_below(shaped: Sequence[Shaped], below: Sequence[int]) -> float:
    """Return how much the byline and the date below speak for a headline, before any other prose."""
    score = 0.0
    for distance, place in enumerate(below):
        if shaped[place].shape in (Shape.BYLINE, Shape.DATE):
            score += 1.5 if distance < 2 else 1.0 if distance < 5 else 0.5
        if shaped[place].shape is Shape.PROSE and shaped[place].line.weight > 300:
            break
    return min(score, 2.5)


def _told_again(one: Shaped, below: Sequence[Shaped]) -> float:
    """Return the part of the line's words that the prose below uses."""
    stems = stems_of(one.text)
    prose = [other.text for other in below if other.shape is Shape.PROSE and other.line.weight > 80]
    said = stems_of(" ".join(prose[:12]))
    return len(stems & said) / len(stems) if stems else 0.0


def stems_of(text: str) -> set[str]:
    """Return the beginnings of a text's longer words; pairs of letters where no spaces part the words.

    >>> sorted(stems_of("Ferries reopen"))
    ['ferri', 'reope']
    """
    folded = text.casefold()
    return {word[:_STEM] for word in _WORD.findall(folded)} | set(_WIDE_PAIR.findall(folded))
