"""Where the text of a dump ends, and what announces or interrupts it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsgrab.extraction.plaintext.boxes import (
    ASKING,
    LISTING,
    SMALL_PRINT,
    Candidate,
    box_kinds,
    box_places,
    steps_between,
)
from newsgrab.extraction.plaintext.head import is_paragraph
from newsgrab.extraction.plaintext.shapes import Shape
from newsgrab.text import FULL_STOPS

SOME_TEXT = 50  # weight of a paragraph in a run of them
_NEAR = 4  # lines below a paragraph in which the text may go on
_NOTICES = ASKING | {"advertisement", "audio", "sharing"}  # that may stand between two paragraphs
_CLOSING = frozenset({"copyright", "comments", "author", "navigation"})


def end_of_text(lines: Sequence[Candidate], kinds: Sequence[str], paragraphs: Sequence[int]) -> int:
    """Return the place of the last line of the text, -1 where there is none; its paragraphs are given."""
    return _beyond(lines, kinds, _last_of_run(paragraphs, steps_between(lines, kinds)))


def closings(lines: Sequence[Candidate]) -> list[bool]:
    """Tell for each line whether since the paragraph before it something announced the end of the text."""
    found = []
    paragraphs, is_closed = 0, False
    for line in lines:
        found.append(is_closed)
        if line.rule is None and is_paragraph(line.shaped):
            paragraphs, is_closed = paragraphs + 1, False
        elif paragraphs > 1 and line.kind in _CLOSING:
            is_closed = True
    return found


def below_related(lines: Sequence[Candidate]) -> list[bool]:
    """Tell for each line whether a box of other articles stands right above it and text goes on below."""
    boxes = tuple(box_places(lines))
    kinds = tuple(box_kinds(lines, boxes))
    texts = [place for place, line in enumerate(lines) if is_some_text(line)]
    last = _last_of_run(texts, steps_between(lines, kinds))
    found = []
    is_below = False
    for place, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        found.append(is_below and place <= last)
        is_line = line.shaped.shape in (Shape.LINE, *SMALL_PRINT)
        is_below = line.kind in LISTING or (is_line and (kind in LISTING or is_below))
    return found


def _beyond(lines: Sequence[Candidate], kinds: Sequence[str], last: int) -> int:
    """Return where the sentences end that go on below the last paragraph, notices and a subhead apart."""
    while last >= 0:
        below = [
            place
            for place in range(last + 1, min(last + _NEAR + 1, len(lines)))
            if lines[place].kind not in _NOTICES
        ]
        goes_on = [_is_sentence(lines[place], kinds[place]) for place in below[:3]]
        if goes_on[:1] == [True]:
            last = below[0]
        elif goes_on[1:] == [True, True] and lines[below[0]].is_free:
            last = below[2]
        else:
            break
    return last


def _is_sentence(line: Candidate, kind: str) -> bool:
    """Tell whether a line is a sentence that neither asks nor stands among other articles' headlines.

    One may be as short as "It rained.".
    """
    shaped = line.shaped
    ends = shaped.text.rstrip("\"'”’»)").endswith(FULL_STOPS)
    is_line = line.is_free and shaped.shape is Shape.LINE
    is_short = is_line and shaped.line.ends and not shaped.appeal and shaped.copies == 1
    return (line.is_prose or is_short) and ends and not shaped.money and kind not in LISTING


def is_some_text(line: Candidate) -> bool:
    """Tell whether a line is a paragraph of some length that does not speak to the reader."""
    return line.is_prose and line.shaped.line.weight >= SOME_TEXT and not line.shaped.appeal


def _last_of_run(paragraphs: Sequence[int], steps: Sequence[int]) -> int:
    """Return the last paragraph that stands next to another; where none does, the last of all."""
    pairs = [place for place, next_ in pairwise(paragraphs) if steps[next_] - steps[place] <= 2]
    if not pairs:
        return paragraphs[-1] if paragraphs else -1
    return next(place for place in paragraphs if place > pairs[-1])
