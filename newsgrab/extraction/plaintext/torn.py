"""Sentences that a tool tore at their links, made whole again.

A tool that writes every piece of a page's text on a row of its own makes three rows of one sentence with a
link in it. The row behind the link begins with a comma or a small letter, as no line of a page does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from newsgrab.extraction.plaintext.stops import STOPPED
from newsgrab.rules import lexicon

_CLOSES = re.compile(r"""(?!\.{2}|\. \.)[,.;:!?)\]”»،؛]+["'”’»)\]]*(?:\s|,|$)|["'”’»](?:[\s,.]|$)|['’]s\b""")
_NO_WORD = re.compile(r"\S*(?:://|@|www\.)|[a-z]\)|o\s")  # an address, or a mark of a list
_INNER = re.compile(r"""\w{3,}[.!?…]["'”’»]*\s+["'“„«‘]?[^\W\d]\w*""")
_OPEN = re.compile(r"""(?:[,(\[“„«‘–—-]|(?<![sS])['’]|\b\w{1,2}['’])$""")  # "(", or "l'" before a word
_TIGHT = re.compile(r"""(?:[(\[“„‘]|(?<![sS])['’]|\b\w{1,2}['’])$""")
_LAST = re.compile(r"[^\W\d_]+$")
_SPEECH = re.compile(r"""["“„«»‘][^"”“»«’]+(?:["”“»«’],|,["”“»«’])\s+\w""")  # and who said it
_LONGEST_NAME = 60
_LONGEST_LINK = 120  # characters
# Rows that show that a text was torn: one that closes something, and more of them or of small ones.
_FEWEST = 2  # rows that begin as no line does


def mend_torn(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Give numbered rows; the pieces of a sentence that was torn at its links are one.

    >>> list(mend_torn(enumerate(["He quit", "on Friday", ", and so", "did we", ", they said."])))
    [(0, 'He quit on Friday, and so did we, they said.')]
    """
    numbered = [(number, row.strip()) for number, row in rows]
    if not _is_torn([row for _, row in numbered]):
        yield from numbered
        return
    run: list[tuple[int, str]] = []
    for place, (number, row) in enumerate(numbered):
        below = [text for _, text in numbered[place + 1 : place + 3]]
        run.append((number, row))
        if not _goes_on(row, below, is_inside=len(run) > 1 or _begins_inside(row)):
            yield from _whole(run)
            run = []


def _is_torn(rows: Sequence[str]) -> bool:
    """Tell whether enough rows begin as no line does."""
    closing = sum(_CLOSES.match(row) is not None for row in rows)
    if not closing:
        return False
    small = sum(bool(row) and not STOPPED.search(row) and _is_small(below) for row, below in pairwise(rows))
    return closing + small >= _FEWEST


def _goes_on(row: str, below: Sequence[str], *, is_inside: bool) -> bool:
    """Tell whether the row below is of the same sentence; the two rows below are given."""
    if not row or not below or not below[0]:
        return False
    if _CLOSES.match(below[0]):
        return True
    if STOPPED.search(row):
        return False
    if _is_small(below[0]):
        return True
    if _SPEECH.match(row) and STOPPED.search(below[0]) and len(below[0]) <= _LONGEST_NAME:
        return True
    is_open = _is_open(row)
    return (is_inside and is_open) or ((is_inside or is_open) and _is_link(*below))


def _is_link(row: str, below: str = "") -> bool:
    """Tell whether a row is a piece between two others, as the one below it shows."""
    if len(row) > _LONGEST_LINK or not below:
        return False
    is_between = _is_small(below) and not STOPPED.search(row) and not _is_open(row)
    return is_between or _CLOSES.match(below) is not None


def _begins_inside(row: str) -> bool:
    return _CLOSES.match(row) is not None or _is_small(row)


def _is_small(row: str) -> bool:
    return row[:1].islower() and not _NO_WORD.match(row)


def _is_open(row: str) -> bool:
    """Tell whether more must follow: behind a comma or "of the", or where a sentence stands before it."""
    last = _LAST.search(row)
    return (
        row.lower() in _unfinished()
        or (last is not None and last[0] in _unfinished())
        or _OPEN.search(row) is not None
        or _INNER.search(row) is not None
    )


@cache
def _unfinished() -> frozenset[str]:
    return lexicon.word_set("sentences.unfinished")


def _whole(run: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Give the rows of a run as one, or as they are where no sentence ends and nothing closes."""
    rows = [row for _, row in run]
    if len(run) == 1 or not (STOPPED.search(rows[-1]) or any(map(_CLOSES.match, rows[1:]))):
        yield from run
        return
    whole = rows[0]
    for row in rows[1:]:
        whole += row if _CLOSES.match(row) or _TIGHT.search(whole) else f" {row}"
    yield run[0][0], whole
