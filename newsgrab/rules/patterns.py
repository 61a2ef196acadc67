r"""How a rule says what it fits, as one pattern.

A rule has one or more of these keys; a text fits if one of its entries does. Case is ignored::

    whole  = ["donate(?: now)?", "spenden"]     # the text is nothing else, but for signs and a number
    begins = ["support our newsroom"]           # it begins so, and not with a quotation mark
    says   = ["your (?:gift|donation) helps"]   # it says so, and no quotation mark stands before it
    match  = ['^\W*dear readers?,?$']           # any other pattern, or a single string

What is quoted is speech, and speech is reporting: so ``begins`` and ``says`` stop at a quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

KEYS = frozenset({"whole", "begins", "says", "match"})
_FRAMES = {
    "whole": r"^\W*(?:{})(?:\s\(?\d{{1,3}})?\W*$",
    "begins": r"""^[^\w"'“„«‘’]*(?:{})""",
    "says": r"""^[^"“„«]*(?:{})""",
    "match": "(?:{})",
}


def pattern_of(table: Mapping[str, object]) -> re.Pattern[str]:
    """Return the pattern of a rule's table; raise ValueError or re.error where it is none.

    >>> bool(pattern_of({"whole": ["donate", "spenden"]}).search("→ Donate!"))
    True
    >>> bool(pattern_of({"says": ["your gift helps"]}).search("“Your gift helps,” he said."))
    False
    """
    parts = []
    for key in sorted(KEYS & set(table)):
        entries = table[key]
        if key == "match" and isinstance(entries, str):
            entries = [entries]
        if not isinstance(entries, list) or not entries:
            raise ValueError(f"{key} must be a list with at least one entry")
        parts.append(_FRAMES[key].format("|".join(map(str, entries))))
    if not parts:
        raise ValueError(f"one of the keys {', '.join(sorted(KEYS))} is needed")
    return re.compile("|".join(parts), re.IGNORECASE)
