"""What readers wrote below the article, in boxes whose names say nothing: told by what each box has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from newsgrab.extraction.boilerplate.marks import strip_whole
from newsgrab.extraction.boilerplate.substance import is_substantial
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.model import Block, Box, Kind, Mark, Verdict
from newsgrab.rules.lines import fits

_KIND = "comments"
_TIMES = ("card", "date", "time-label")  # patterns of a line that is one: "3 May 2024, 9:30", "3 hours ago"
_LONGEST_TIME = 60  # characters
_FEWEST = 2  # comments, and paragraphs of the article before them
_MOSTLY = 0.7  # of the letters of a list of comments, in boxes that look like one
_HALF = 0.5  # of such boxes, with something to press
_MOST_ABOVE = 3  # blocks between the heading of the comments and the first of them
_LONGEST_BUTTON = 40  # characters
_LONGEST_NAME = 80  # characters of a name with a date
_LONGEST_TITLE = 4  # words of a heading that is a name
_NEAR = 24  # boxes around a block
_HEADINGS = frozenset({"comments.heading", "comments.count"})
_FEWEST_LETTERS = 3  # of a name beside a date


def mark_comments(blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Mark the lists of boxes below the text that have a button to reply each, or names below a heading.

    Posts of a live blog are dated too; nobody replies to one, and they are below no heading of comments.
    """
    signs = frozenset(mark.block for mark in marks if mark.kind == _KIND)
    if not signs:
        return ()
    gone = {mark.block for mark in marks if mark.verdict is Verdict.STRIP and mark.start == 0}
    headings = frozenset(mark.block for mark in marks if mark.rule in _HEADINGS)
    page = _Page(blocks, signs, headings, gone)
    found = {place for boxes in _rows(blocks) for place in page.of_readers(boxes)}
    return strip_whole(blocks, ((place, "structure.comments") for place in found))


def _rows(blocks: Sequence[Block]) -> Iterator[list[list[int]]]:
    """Give for each box with several boxes in it which blocks each of these holds."""
    held: dict[Box, dict[Box, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, block in enumerate(blocks):
        for box in islice(block.boxes(), _NEAR):
            if box.parent is not None:
                held[box.parent][box].append(place)
    yield from (list(row.values()) for row in held.values() if len(row) >= _FEWEST)


class _Page:
    """The blocks of a page, and what of them speaks of comments."""

    def __init__(
        self, blocks: Sequence[Block], signs: frozenset[int], headings: frozenset[int], gone: set[int]
    ) -> None:
        self._blocks = blocks
        self._signs = signs
        self._headings = headings
        self._buttons = {place for place in signs if len(blocks[place].text) <= _LONGEST_BUTTON}
        self._dated = {place for place, block in enumerate(blocks) if _is_time(block.text)}
        self._kept = {place for place, block in enumerate(blocks) if block.text and place not in gone}
        told = [len(one.text) * (at in self._kept and is_substantial(one)) for at, one in enumerate(blocks)]
        self._letters = list(accumulate(told, initial=0))  # of the paragraphs before each place
        self._paragraphs = list(accumulate(map(bool, told), initial=0))

    def of_readers(self, boxes: list[list[int]]) -> Iterator[int]:
        """Give the blocks of the boxes in a row that are comments, if they are."""
        told = [box for box in boxes if not self._kept.isdisjoint(box)]
        pressed = [self._is_pressed(box) for box in told]
        like = [box for box, is_one in zip(told, pressed, strict=True) if is_one or self._has_time(box)]
        if len(like) < _FEWEST or not self._is_below(like[0][0], like[-1][-1]):
            return
        inside = [place for box in boxes for place in box if like[0][0] <= place <= like[-1][-1]]
        if self._length(place for box in like for place in box) < _MOSTLY * self._length(inside):
            return
        if sum(pressed) >= max(_FEWEST, _HALF * len(like)) or self._are_signed(like):
            yield from inside

    def _has_time(self, box: list[int]) -> bool:
        return not self._dated.isdisjoint(box)

    def _is_pressed(self, box: list[int]) -> bool:
        """Tell whether a box has a button, a line for a name or a time, and no heading of several words."""
        if self._buttons.isdisjoint(box):
            return False
        blocks = (self._blocks[place] for place in box if place not in self._buttons)
        lines = [block for block in blocks if block.text]
        if any(one.kind is Kind.HEADING and len(one.text.split()) > _LONGEST_TITLE for one in lines):
            return False
        return any(not is_substantial(one) and len(one.text) <= _LONGEST_NAME for one in lines[:_MOST_ABOVE])

    def _are_signed(self, like: list[list[int]]) -> bool:
        """Tell whether a heading of comments stands right above, and each begins with a name and a day.

        The names are told from what else may stand beside a day, as in a chronicle: each is another one.
        """
        first = like[0][0]
        if self._headings.isdisjoint(range(max(0, first - _MOST_ABOVE), first)):
            return False
        if any(self._blocks[place].kind is Kind.HEADING for box in like for place in box):
            return False
        names = [self._name(box) for box in like]
        return all(names) and len(set(names)) > _HALF * len(names)

    def _name(self, box: list[int]) -> str:
        """Return what stands beside the day in the first line of a box with more below it, without digits."""
        texts = [self._blocks[place].text for place in box if self._blocks[place].text]
        if len(texts) < _FEWEST or not _is_time(texts[0]) or read_moment(texts[0]) is None:
            return ""
        name = "".join(filter(str.isalpha, texts[0]))
        return name if len(name) >= _FEWEST_LETTERS else ""

    def _is_below(self, first: int, last: int) -> bool:
        """Tell whether the article stands above, and less than it below."""
        below = self._letters[-1] - self._letters[last + 1]
        return self._paragraphs[first] >= _FEWEST and self._letters[first] > below

    def _length(self, places: Iterable[int]) -> int:
        return sum(len(self._blocks[place].text) for place in places)


def _is_time(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_TIME and any(fits(name, text) for name in _TIMES)
