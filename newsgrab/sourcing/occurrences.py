"""Occurrences: where a word comes again in a text, and behind which other."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 24  # characters that are looked at for the word before


def words_before(text: str, word: str, start: int, end: int) -> Iterator[str]:
    """Give the word before each place between two where a word stands whole; "" where none is.

    >>> list(words_before("The court met a county court.", "court", 0, 99))
    ['The', 'county']
    """
    place = text.find(f" {word}", max(start, 0), end)
    while place >= 0:
        behind = text[place + len(word) + 1 : place + len(word) + 2]
        if behind != "-" and not behind.isalnum():
            yield next(reversed(text[max(place - LONGEST, 0) : place].split()), "")
        place = text.find(f" {word}", place + 1, end)
