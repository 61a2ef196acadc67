"""The language of a text, told by its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from newsgrab.datafiles import read_toml

FILE = Path(__file__).parent / "function_words.toml"
LONGEST_SAMPLE = 5000  # characters
FEWEST_WORDS = 4  # function words that a text must have to be told
LEAST_SHARE = 0.12  # of function words among all
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """Return the language whose function words are the most, or None where too few tell.

    >>> detect("The harbour was shut, and the ferries had to wait for the wind to turn.")
    'en'
    """
    words = _WORD.findall(text[:LONGEST_SAMPLE].lower())
    said = Counter(words)
    counts = {
        language: sum(said[word] for word in known if word in said)
        for language, known in _function_words().items()
    }
    best = max(counts, key=lambda language: counts[language])
    enough = counts[best] >= FEWEST_WORDS and counts[best] >= LEAST_SHARE * len(words)
    return best if enough else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    tables = read_toml(FILE)
    return {language: frozenset(words.split()) for language, words in tables.items()}
