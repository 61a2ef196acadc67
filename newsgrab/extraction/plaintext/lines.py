"""A dump's text into lines, each with its place, its weight and how it ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsgrab.text import collapse, weight, without_controls

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[*•‣◦▪▸●·]|-(?= ))\s+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_TERMINAL = re.compile(r"""[.!?…。！？؟।॥։።:;]["'”’»)\]」』）*]*$""")
# In Japanese and Chinese a headline asks, cries and trails off as often as a sentence does.
_TERMINAL_OF_KANJI = re.compile(r"[.。．」』）):：;；]$")
_KANJI = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")
_NOT_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_WIDE_PAIR = re.compile(r"(?=([\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2}))")
_STEM = 5  # letters of a word that its forms share
_HARD_WRAP = range(50, 101)  # columns at which tools break lines
_FEWEST_BROKEN = 3  # rows that show that they do


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a dump that has words in it."""

    number: int  # in the file, from 1
    text: str
    weight: int  # length in letters of a script with spaces
    key: str  # letters and digits alone, to see repetition
    ends: bool  # whether it ends as a sentence does


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines that have words; lines broken at a fixed column are joined first."""
    rows = [collapse(without_controls(_INVISIBLE.sub("", row))) for row in _BREAK.split(text)]
    return tuple(_line(number, row) for number, row in _unwrap(rows) if row)


def _line(number: int, text: str) -> Line:
    return Line(
        number=number,
        text=text,
        weight=weight(text),
        key=_NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold()),
        ends=bool((_TERMINAL_OF_KANJI if _KANJI.search(text[-8:]) else _TERMINAL).search(text)),
    )


def bullet(text: str) -> re.Match[str] | None:
    """Return the mark of a list item that a line begins with; a number is part of the words and stays."""
    return _BULLET.match(text)


def _unwrap(rows: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the rows with their numbers; where blank rows part the paragraphs, join what a column broke."""
    numbered = list(enumerate(rows, start=1))
    width = _wrap_width(rows)
    if width is None:
        yield from numbered
        return
    start, parts = 0, [""]
    for number, row in numbered:
        goes_on = (
            parts[-1]
            and row
            and _is_full(parts[-1], row, width)
            and not bullet(row)
            and not _NUMBERED.match(row)
        )
        if goes_on:
            parts.append(row)
            continue
        yield start, " ".join(parts)
        start, parts = number, [row]
    yield start, " ".join(parts)


def _wrap_width(rows: list[str]) -> int | None:
    """Return the column at which the text was broken, None where it was not.

    Where it was, a row that is no paragraph's last has no place for the first word of the row below it.
    """
    width = max(map(len, rows), default=0)
    if width not in _HARD_WRAP:
        return None
    pairs = [(row, below) for row, below in pairwise(rows) if below and len(row) > width / 2]
    broken = [below for row, below in pairs if _is_full(row, below, width)]
    # Without blank rows a row may be a whole paragraph; one below begins small only where text was broken.
    is_parted = not all(rows) or sum(below[0].islower() for below in broken) > 0.4 * len(broken)
    least = 0.4 if all(rows) else 0.8
    is_broken = len(broken) >= _FEWEST_BROKEN and len(broken) > least * len(pairs)
    return width if is_parted and is_broken else None


def _is_full(row: str, below: str, width: int) -> bool:
    """Tell whether the first word of the row below would not have fitted into a row."""
    return len(row) + 1 + len(below.split(" ")[0]) > width


def stems_of(text: str) -> set[str]:
    """Return the beginnings of a text's longer words; pairs of letters where no spaces part the words.

    >>> sorted(stems_of("Ferries reopen"))
    ['ferri', 'reope']
    """
    folded = text.casefold()
    return {word[:_STEM] for word in _WORD.findall(folded)} | set(_WIDE_PAIR.findall(folded))
