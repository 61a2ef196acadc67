"""What a browser prints at the top and the foot of each sheet: when, the title, the address and the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOP = re.compile(
    r"\s*\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4},?\s+\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s{3,}\S", re.IGNORECASE
)
_FOOT = re.compile(r"\s*(?:https?|file)://\S+\s{3,}\d{1,3}\s?/\s?\d{1,3}\s*$")


def without_sheets(rows: Sequence[str]) -> list[tuple[int, str]]:
    """Return the rows with their numbers from 1, without what is printed around them on every sheet.

    >>> foot = "https://haven.example/storm     1/1"
    >>> without_sheets(["3/5/24, 9:41 AM     Harbour reopens", "It did.", foot])
    [(2, 'It did.')]
    """
    numbered = list(enumerate(rows, start=1))
    if not any(map(_FOOT.match, rows)):
        return numbered
    return [(number, row) for number, row in numbered if not (_FOOT.match(row) or _TOP.match(row))]
