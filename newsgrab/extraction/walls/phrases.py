"""The phrases that walls are told by, looked for in what a page or a text dump says."""

from __future__ import annotations

import re
from functools import cache

from newsgrab.rules.lexicon import words

_MOSTLY = 0.5  # of a title
_GAP = " * "
_PARTS = re.compile(r"\W*(?:\s[|–—·•›»:-]|[|:])\s+\W*|[.!?…]+\s*$")  # of what a page goes by
_AROUND = " ?!.…:"
_QUOTED = re.compile(r"[“„«][^”“»]{1,120}[”“»]|「[^」]{1,120}」|(?<!\S)\"[^\"]{1,120}\"(?!\w)")


def spoken(text: str) -> str:
    """Return a text in lower case without what is quoted in it: that is another's."""
    return _QUOTED.sub("", text.lower().replace("’", "'"))


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return a list of phrases that walls are told by."""
    return words(f"walls.{name}")


def count_phrases(text: str, name: str) -> int:
    """Return how many phrases of a list, none inside another, stand in a text in lower case."""
    return len(_outermost(text, name))


def goes_by(names: str, name: str) -> bool:
    """Tell whether a title or a heading, or a part of one, is little but the phrases of a list.

    >>> goes_by("the haven post | just a moment...", "challenge-titles")
    True
    >>> goes_by("it took just a moment for the crane to fall", "challenge-titles")
    False
    """
    return any(is_little_but(part, name) for part in _PARTS.split(names) if part)


def is_called(names: str, name: str) -> bool:
    """Tell whether a title or a heading, or a part of one, is a phrase of a list and nothing else.

    >>> is_called("forgot your password? | the haven post", "account-titles")
    True
    >>> is_called("voter registration", "account-titles")
    False
    """
    return any(part.strip(_AROUND) in phrases(name) for part in _PARTS.split(names) if part)


def is_little_but(text: str, name: str) -> bool:
    """Tell whether a text in lower case is little but the phrases of a list.

    >>> is_little_but("for subscribers only", "paywall-labels")
    True
    >>> is_little_but("for subscribers only: a map of the harbour for the wall", "paywall-labels")
    False
    """
    return sum(map(len, _outermost(text, name))) > _MOSTLY * len(text)


def _outermost(text: str, name: str) -> list[str]:
    whole, gapped = _parted(name)
    found = [phrase for phrase in whole if phrase in text]
    found += [phrase for phrase in gapped if _with_gap(phrase).search(text)]
    return [phrase for phrase in found if not any(phrase in other for other in found if other != phrase)]


@cache
def _parted(name: str) -> tuple[list[str], list[str]]:
    """Return the phrases of a list in two: those that stand in one piece, and those with a gap."""
    every = phrases(name)
    return [one for one in every if _GAP not in one], [one for one in every if _GAP in one]


@cache
def _with_gap(phrase: str) -> re.Pattern[str]:
    """Return a pattern of a phrase with other words of the same sentence in the middle."""
    return re.compile(r"[^.!?。]{0,80}?".join(map(re.escape, phrase.split(_GAP))))
