r"""How a rule says what it fits, as one pattern.

A rule has one or more of these keys; a text fits if one of its entries does. Case is ignored::

    whole  = ["donate(?: now)?", "spenden"]     # the text is nothing else, but for signs, and a number behind
    begins = ["support our newsroom"]           # it begins so, and not with a quotation mark
    says   = ["your (?:gift|donation) helps"]   # it says so, and no quotation mark stands before it
    match  = ['^\W*dear readers?,?$']           # any other pattern, or a single string

What is quoted is speech, and speech is reporting: so all but ``match`` stop at a quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

KEYS = frozenset({"whole", "begins", "says", "match"})
_FRAMES = {
    "whole": r"""^[^\w"'“„«‘’]*(?:{})(?:\s\(?\d{{1,3}})?\W*$""",
    "begins": r"""^[^\w"'“„«‘’]*(?:{})""",
    "says": r"""^[^"“„«]*(?:{})""",
    "match": "{}",
}


def pattern_of(table: Mapping[str, object]) -> re.Pattern[str]:
    """Return the pattern of a rule's table; raise ValueError or re.error where it is none.

    >>> bool(pattern_of({"whole": ["donate", "spenden"]}).search("→ Donate!"))
    True
    >>> bool(pattern_of({"says": ["your gift helps"]}).search("“Your gift helps,” he said."))
    False
    """
    parts = [_FRAMES[key].format("|".join(entries)) for key, entries in _entries(table)]
    return re.compile("|".join(parts), re.IGNORECASE)


def alternatives_of(table: Mapping[str, object]) -> tuple[str, ...]:
    r"""Return a pattern for each entry; together they fit what the pattern of the table fits.

    >>> alternatives_of({"says": ["gives?", "helps"], "match": "^dear"})
    ('^dear', '^[^"“„«]*(?:gives?)', '^[^"“„«]*(?:helps)')
    """
    return tuple(_FRAMES[key].format(entry) for key, entries in _entries(table) for entry in entries)


def _entries(table: Mapping[str, object]) -> list[tuple[str, list[str]]]:
    found = []
    for key in sorted(KEYS & set(table)):
        entries = table[key]
        if key == "match" and isinstance(entries, str):
            entries = [entries]
        if not isinstance(entries, list) or not entries:
            raise ValueError(f"{key} must be a list with at least one entry")
        found.append((key, list(map(str, entries))))
    if not found:
        raise ValueError(f"one of the keys {', '.join(sorted(KEYS))} is needed")
    return found


def is_anchored(pattern: str) -> bool:
    """Tell whether a pattern fits at the start of a text only.

    >>> is_anchored("^(a|b)"), is_anchored("^a|b"), is_anchored("a")
    (True, False, False)
    """
    depth, in_class, escaped = 0, False, False
    for letter in pattern:
        if escaped or letter == "\\":
            escaped = not escaped
        elif in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and not depth:
            return False
    return pattern.startswith("^")
