r"""How a rule says what it fits, as one pattern.

A rule has one or more of these keys; a text fits if one of its entries does. Case is ignored::

    whole  = ["donate(?: now)?", "spenden"]     # the text is nothing else, but for signs, and a number behind
    begins = ["support our newsroom"]           # it begins so, and not with a quotation mark
    says   = ["your (?:gift|donation) helps"]   # it says so, and no quotation mark stands before it
    match  = ['^\W*dear readers?,?$']           # any other pattern, or a single string

In each, ``(?&calls.share)`` stands for any word of the list ``share`` of ``words/calls.toml``.

What is quoted is speech, and speech is reporting: so all but ``match`` stop at a quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from newsgrab.rules.lexicon import with_words

KEYS = frozenset({"whole", "begins", "says", "match"})
_FRAMES = {
    "whole": r"""^[^\w"'“„«‘’]*(?:{})(?:\s\(?\d{{1,3}})?\W*$""",
    "begins": r"""^[^\w"'“„«‘’]*(?:{})""",
    "says": r"""^(?!\W*["“„«»‘「『]\w)[^"“„«「『]*(?:{})""",
    "match": "{}",
}
_AT_WORD = r"\b"
_SAYS_AT_START = (
    r"""^(?!\W*["“„«»‘「『]\w)(?:{})"""  # of what says where it stands: nothing to search through
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a rule says it fits."""

    key: str  # one of KEYS
    text: str  # as the rule has it, with the names of its lists

    @property
    def pattern(self) -> str:
        r"""The pattern that fits what this entry alone fits.

        >>> Entry(key="match", text="gives?").pattern
        'gives?'
        """
        frame = _SAYS_AT_START if self.key == "says" and is_anchored(self.text) else _FRAMES[self.key]
        return frame.format(with_words(self.text))


def entries_of(table: Mapping[str, object]) -> tuple[Entry, ...]:
    """Return what a rule's table says that it fits; raise ValueError where it says nothing."""
    found: list[Entry] = []
    for key in sorted(KEYS & set(table)):
        entries = table[key]
        if key == "match" and isinstance(entries, str):
            entries = [entries]
        if not isinstance(entries, list) or not entries:
            raise ValueError(f"{key} must be a list with at least one entry")
        found += [Entry(key=key, text=str(entry)) for entry in entries]
    if not found:
        raise ValueError(f"one of the keys {', '.join(sorted(KEYS))} is needed")
    return tuple(found)


def pattern_of(entries: Iterable[Entry]) -> re.Pattern[str]:
    """Return the pattern of all entries.

    Raises re.error where one is none, and RuleError for a list of words that is not there.

    >>> bool(pattern_of(entries_of({"whole": ["donate", "spenden"]})).search("→ Donate!"))
    True
    >>> bool(pattern_of(entries_of({"says": ["your gift helps"]})).search("“Your gift helps,” he said."))
    False
    """
    parts = [
        _FRAMES[key].format(_any_of([with_words(entry.text) for entry in alike]))
        for key, alike in groupby(entries, key=lambda entry: entry.key)
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


def _any_of(patterns: Iterable[str]) -> str:
    r"""Return the pattern of all patterns, with what those beside one another begin with put but once.

    Between two words a search then has fewer ways to try.

    >>> _any_of([r"\bwe\b", r"\b(?:you|yours)\b", "us"])
    '\\b(?:we\\b|(?:you|yours)\\b)|us'
    """
    parts: list[str] = []
    for is_led, alike in groupby(patterns, key=lambda pattern: _begins(pattern, _AT_WORD)):
        ways = "|".join(pattern.removeprefix(_AT_WORD) if is_led else pattern for pattern in alike)
        parts.append(rf"{_AT_WORD}(?:{ways})" if is_led else ways)
    return "|".join(parts)


def is_anchored(pattern: str) -> bool:
    """Tell whether a pattern fits at the start of a text only.

    >>> is_anchored("^(a|b)"), is_anchored("^a|b"), is_anchored("a")
    (True, False, False)
    """
    return _begins(pattern, "^")


def _begins(pattern: str, start: str) -> bool:
    """Tell whether a pattern has one way only, or one group of ways, and begins so."""
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
    return pattern.startswith(start)
