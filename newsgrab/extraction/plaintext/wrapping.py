"""Paragraphs that a tool broke at a column, made whole again.

A broken row is as long as it is because the first word of the row below it had no place there. So each pair
of rows names the columns at which it may have been broken, and the column that most pairs name is the tool's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from newsgrab.extraction.plaintext.stops import STOPPED
from newsgrab.rules import lexicon

_COLUMNS = range(30, 133)  # at which tools break rows
_ITEM = re.compile(r"\s*(?:[*+•‣◦▪▸●·□○■☆◎△◇]|-(?=\s)|–(?=\s)|\d{1,3}[.)](?=\s)|\(\d{1,3}\))\s*(?=\S)")
# Tables and rules of Markdown, and the times of a live blog.
_APART = re.compile(r"\s*(?:[|+=]|[-*_]{3,}\s*$|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*$)", re.IGNORECASE)
_HEADING = re.compile(r"\s*#{1,6}\s")
# Letters of scripts without spaces: of China and Japan; Thai, Lao, Burmese and Khmer.
_WIDE = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_DENSE = re.compile(f"[{_WIDE}]")
_FIRST = re.compile(f"[{_WIDE}]|\\S[^\\s{_WIDE}]*")
# "di Ada Rossi": small, and no end of a sentence
_SIGNED = re.compile(
    rf"\s*{lexicon.any_of('people.by')}(?: (?-i:[^\W\d_a-z])[\w.'’-]+){{2,3}}\s*$", re.IGNORECASE
)
_CUT = re.compile(r"\w-$")
_SOFT_HYPHEN = "\u00ad"
_FEWEST = 3  # rows that show that a text was broken
_FEWEST_SMALL = 2  # rows that begin small, in the middle of a sentence
_GOES_ON = 0.15  # part of the rows below a broken one that begin small, in a script that has small letters
_SOLID = 0.8  # part of the longer rows that are broken, in one that has none
_LONG = 0.6  # of a column; a row that is shorter was not broken there
_LONGER = 1.3  # the same; a row that is longer was not either
_MOST_LONGER = 0.25  # as many of them as broken rows show that the column is none
_PRINTED = 0.08  # part of the broken rows that were not full, in print
_SLACK = 0.15  # of a column
Measure = Callable[[str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Where a tool broke rows, and how it counted."""

    width: int
    measure: Measure
    slack: int = 0  # by how much rows are shorter in print, where letters are not all of one width

    def is_full(self, row: str, below: str) -> bool:
        """Tell whether the first word of the row below would not have fitted into a row."""
        slack = self.slack if self.slack and not STOPPED.search(row) else 0
        return slack + self.measure(row) + 1 + _first(below, self.measure) > self.width

    def is_cut(self, row: str, below: str) -> bool:
        """Tell whether a sentence goes on below a row that is a little short, as rows of print are."""
        is_small = below.lstrip()[0].islower() and not _SIGNED.match(below)
        return is_small and self.measure(row) > _LONG * self.width and not STOPPED.search(row)


def join_wrapped(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the rows of a text with their numbers from 1; those that a column broke are one."""
    column = find_column(rows)
    if column is None:
        yield from enumerate(rows, start=1)
        return
    number, parts = 1, [""]
    for place, row in enumerate(rows, start=1):
        last = parts[-1]
        if _may_go_on(last, row) and (column.is_full(last, row) or column.is_cut(last, row)):
            parts.append(row)
            continue
        yield number, _whole(parts)
        number, parts = place, [row]
    yield number, _whole(parts)


def find_column(rows: Sequence[str]) -> Column | None:
    """Return the column at which a text was broken, None where it was not."""
    measures = (columns,) if all(map(str.isascii, rows)) else (columns, len)
    pairs = [pair for pair in pairwise(rows) if _may_go_on(*pair)]
    gain, column = max(
        (_most_named(rows, pairs, measure) for measure in measures), key=lambda found: found[0]
    )
    if gain < _FEWEST:
        return None
    pairs = [(row, below) for row, below in pairs if column.measure(row) > _LONG * column.width]
    broken = [(row, below.strip()) for row, below in pairs if column.is_full(row, below)]
    longer = sum(column.measure(row) > _LONGER * column.width for row in rows if _is_breakable(row))
    if len(broken) < _FEWEST or longer > _MOST_LONGER * len(broken):
        return None
    small = sum(below[0].islower() and not STOPPED.search(row) for row, below in broken)
    large = sum(
        below[0].isupper() and (small == 0 or STOPPED.search(row) is not None) for row, below in broken
    )
    is_solid = len(broken) > _SOLID * len(pairs) and not all(rows) and large < _GOES_ON * len(broken)
    if (small < _FEWEST_SMALL or small <= _GOES_ON * len(broken)) and not is_solid:
        return None
    cut = sum(column.is_cut(row, below) and not column.is_full(row, below) for row, below in pairs)
    is_printed = cut > _PRINTED * len(broken)
    return replace(column, slack=int(_SLACK * column.width)) if is_printed else column


def columns(text: str) -> int:
    """Return how many columns of a terminal a row takes.

    >>> columns("harbour"), columns("港")
    (7, 2)
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def _most_named(
    rows: Sequence[str], pairs: Sequence[tuple[str, str]], measure: Measure
) -> tuple[int, Column]:
    """Return the column at which most rows may have been broken, and how many more than go on beyond it."""
    named = [0] * (_COLUMNS.stop + 1)
    for row, below in pairs:
        start = measure(row)
        stop = start + 1 + _first(below, measure)
        if start < _COLUMNS.stop and stop > _COLUMNS.start:
            named[max(start, _COLUMNS.start)] += 1
            named[min(stop, _COLUMNS.stop)] -= 1
    for row in rows:
        width = measure(row)
        if width > _LONGER * _COLUMNS.start and _is_breakable(row):
            named[_COLUMNS.start] -= 1
            named[min(int(width / _LONGER) + 1, _COLUMNS.stop)] += 1
    gains = list(accumulate(named))
    width = max(_COLUMNS, key=lambda width: (gains[width], width))
    return gains[width], Column(width=width, measure=measure)


def _first(below: str, measure: Measure) -> int:
    """Return how long the first word is; where no spaces part the words, the first letter."""
    found = _FIRST.search(below)
    return measure(found[0]) if found else 0


def _may_go_on(row: str, below: str) -> bool:
    """Tell whether two rows may be of one paragraph."""
    if not row.strip() or not below.strip():
        return False
    return not (_ITEM.match(below) or _HEADING.match(below) or _APART.match(below) or _APART.match(row))


def _is_breakable(row: str) -> bool:
    """Tell whether a tool that breaks rows would have broken a long one: it has spaces and is no item."""
    return (
        " " in row.strip()
        and "](" not in row
        and not (_ITEM.match(row) or _HEADING.match(row) or _APART.match(row))
    )


def _whole(parts: Sequence[str]) -> str:
    """Return the rows of a paragraph as one; a hyphen at a row's end stays, whether it cuts a word or not."""
    if len(parts) == 1:
        return parts[0]
    rows = [part.strip() for part in parts]
    joints = ["" if _is_joint(row, below) else " " for row, below in pairwise(rows)]
    return "".join(word for pair in zip(rows, [*joints, ""], strict=True) for word in pair)


def _is_joint(row: str, below: str) -> bool:
    """Tell whether no space stood where a row was broken."""
    if row.endswith(_SOFT_HYPHEN) or (_DENSE.match(row[-1]) and _DENSE.match(below)):
        return True
    return _CUT.search(row) is not None and below.split()[0] not in lexicon.words("people.and")
