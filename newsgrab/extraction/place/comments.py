"""What readers wrote, on pages whose names say nothing: told by the links that each piece has.

A comment has a link to itself (``#comment-12``) or one to answer it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import chain, islice

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.survey import Survey
from newsgrab.rules.lexicon import any_of

_FEWEST = 2  # comments
_MANY = 4  # links in a list without text: the latest comments of a site
_MOSTLY = 0.7  # of the running text of the box around them
_LONGEST_ADDRESS = 1_000  # characters
_LONGEST_BUTTON = 60  # characters, with the blanks around them
_NEAR = 30  # boxes around a link
_PAIRED = frozenset({"dl"})  # of names and texts in turn
_ROWS = frozenset({"li", "article", "dt", "tr"})
_BUTTONS = ("a", "button")


def find_threads(measured: Survey) -> Iterator[int]:
    """Give the boxes with comments and little else; those that answer a comment are a box of their own."""
    signs = frozenset(_signs(measured))
    rows = _rows(measured, signs)
    open_ones = set(signs)  # that belong to no list yet, and what they are in
    for box in sorted(rows, reverse=True):  # from the inside out
        comments = rows[box] & open_ones
        if _is_thread(measured, box, comments):
            yield box
        elif comments and (len(comments) < _MANY or measured.prose[box]):
            open_ones.add(box)


def _rows(measured: Survey, signs: Iterable[int]) -> dict[int, set[int]]:
    """Return of all boxes around signs which of their children hold one."""
    rows: dict[int, set[int]] = defaultdict(set)
    for place in signs:
        for row in islice(measured.above(place), _NEAR):
            box = measured.parents[row]
            if row in rows[box]:
                break
            rows[box].add(row)
    rows.pop(-1, None)
    return rows


def _is_thread(measured: Survey, box: int, comments: Set[int]) -> bool:
    if len(comments) < _FEWEST or not _are_alike([measured.elements[row] for row in comments]):
        return False
    if measured.tags[box] in _PAIRED:
        return True
    told = [measured.prose[row] for row in comments if measured.prose[row]]
    return len(told) >= _FEWEST and sum(told) >= _MOSTLY * measured.prose[box]


def _are_alike(rows: Sequence[Element]) -> bool:
    """Tell the rows of a list from the columns of a page, each with a link to some comment."""
    if len({row.tag for row in rows}) > 1:
        return False
    shared = frozenset.intersection(*(frozenset((row.get("class") or "").split()) for row in rows))
    return rows[0].tag in _ROWS or bool(shared)


def _signs(measured: Survey) -> Iterator[int]:
    """Give the links to a comment, and what is pressed to answer one."""
    by_tag = measured.elements[0].page.by_tag
    for element in chain.from_iterable(by_tag.get(tag, ()) for tag in _BUTTONS):
        if (_leads_to_comment(element) or _is_answer(element)) and measured.holds(element):
            yield measured.place_of(element)


def _leads_to_comment(element: Element) -> bool:
    href = element.attributes.get("href", "")
    return ("#" in href or "?" in href) and bool(_address().search(href[-_LONGEST_ADDRESS:]))


def _is_answer(element: Element) -> bool:
    return element.length <= _LONGEST_BUTTON and bool(_answer().match(element.opening))


@cache
def _answer() -> re.Pattern[str]:
    """Return what fits the words on a button, with a sign beside them: "Reply ↓"."""
    return re.compile(rf"\W*+{any_of('printed.reply')}\W*\Z", re.IGNORECASE)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"[#?&](?:[a-z]+-)?(?:{any_of('printed.comment-addresses')})[-_=/]?\d", re.IGNORECASE)
