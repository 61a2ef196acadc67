"""Other articles below a heading that announces them, each with a summary that is no link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, groupby, islice, takewhile

from newsgrab.extraction.boilerplate.marks import is_whole, strip_whole
from newsgrab.extraction.boilerplate.substance import is_substantial
from newsgrab.extraction.page.links import is_other_page
from newsgrab.model import Block, Box, Kind, Mark, Verdict
from newsgrab.text import SENTENCE_ENDS

_RULES = "related."
_LONGEST_HEADING = 80  # characters
_LONGEST = 600  # characters of one article
_FEWEST = 2  # articles
_MOST_BLOCKS = 200  # of them all
_MOST = 2  # times the text above them
_MOST_BELOW = 0.5  # of the text above them
_PARAGRAPH = "p"
_ITEM = "li"


def mark_recommended(blocks: Sequence[Block], marks: Sequence[Mark], url: str | None) -> tuple[Mark, ...]:
    """Mark the rows of a list right below a heading that leads to other articles of the site of ``url``.

    A digest may set its own items below such a heading; what is marked stands below the text.
    """
    touched = {mark.block for mark in marks if mark.verdict is Verdict.STRIP}
    headings = (mark.block for mark in marks if _is_heading(blocks, mark))
    found = {place for heading in headings for place in _below(blocks, heading, url, touched)}
    if not found:
        return ()
    gone = found | touched
    told = [place for place, block in enumerate(blocks) if place not in gone and is_substantial(block)]
    above, below = (_length(blocks, part) for part in _parted(told, min(found)))
    if below > _MOST_BELOW * above or _length(blocks, found) > _MOST * above:
        return ()
    return strip_whole(blocks, ((place, "structure.teaser") for place in found))


def _parted(places: Sequence[int], at: int) -> tuple[list[int], list[int]]:
    return [place for place in places if place < at], [place for place in places if place >= at]


def _length(blocks: Sequence[Block], places: Iterable[int]) -> int:
    return sum(len(blocks[place].text) for place in places)


def _is_heading(blocks: Sequence[Block], mark: Mark) -> bool:
    is_line = is_whole(mark, blocks) and len(blocks[mark.block].text) <= _LONGEST_HEADING
    return is_line and mark.verdict is Verdict.STRIP and mark.rule.startswith(_RULES)


def _below(blocks: Sequence[Block], heading: int, url: str | None, touched: Set[int]) -> list[int]:
    """Return the places of the articles in the list below a heading, or of those right under it.

    A notice that is ``touched`` by another rule may stand among them.
    """
    shared = [*blocks[heading].boxes()]
    rows = _rows(islice(_chains(blocks, heading + 1, shared), _MOST_BLOCKS), 0)
    first = next(rows, None)
    if first is None:
        return []
    depth = 1
    listed = [*_rows(first, depth)]
    while len(listed) == 1 and len(listed[0][0].boxes) > depth + 1:
        depth += 1
        listed = [*_rows(first, depth)]
    for found in (listed, chain([first], rows)):
        told = [*takewhile(lambda row: _is_gone(row, touched) or _is_article(blocks, row, url), found)]
        if sum(_is_article(blocks, row, url) for row in told) >= _FEWEST:
            return [step.place for row in told for step in row]
    return []


def _is_gone(row: Sequence[_Step], touched: Set[int]) -> bool:
    return touched >= {step.place for step in row}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """A block with the boxes around it, from the outside in, inside of the one that it shares."""

    place: int
    boxes: tuple[Box, ...]


def _chains(blocks: Sequence[Block], first: int, shared: Sequence[Box]) -> Iterator[_Step]:
    """Give the blocks from ``first`` on that stand in the smallest of the boxes that ``first`` shares."""
    common = None
    for place in range(first, len(blocks)):
        boxes = [*blocks[place].boxes()]
        if common is None:
            common = next((box for box in boxes if box in shared), None)
        if common is None or common not in boxes:
            return
        yield _Step(place=place, boxes=tuple(reversed(boxes[: boxes.index(common)])))


def _rows(steps: Iterable[_Step], depth: int) -> Iterator[list[_Step]]:
    """Part the steps by the box that each is in at a depth; what is in none is a row of its own."""
    rows = groupby(steps, lambda step: step.boxes[depth] if len(step.boxes) > depth else step.place)
    return ([*row] for _, row in rows)


def _is_article(blocks: Sequence[Block], row: Sequence[_Step], url: str | None) -> bool:
    """Tell a box with a headline or a picture, a link to another page and not much more.

    A headline may have its link on some of its words only.
    """
    told = [blocks[step.place] for step in row]
    if not row[0].boxes or row[0].boxes[-1].tag == _PARAGRAPH:
        return False
    if all(block.kind is Kind.FIGURE for block in told):  # with the linked headline for its caption
        return any(box.link_length for box in row[0].boxes)
    links = [inline for block in told for inline in block.inlines if inline.href]
    if not any(is_other_page(inline.href, url) for inline in links):
        return False
    if sum(len(block.text) for block in told) > _LONGEST:
        return False
    begins = next((block for block in told if block.text), None)
    is_led = begins is not None and bool(
        (begins.inlines and begins.inlines[0].href)
        or (row[0].boxes[-1].tag == _ITEM and not begins.text.endswith(SENTENCE_ENDS))
    )
    return is_led or any(block.kind in (Kind.HEADING, Kind.FIGURE) for block in told)
