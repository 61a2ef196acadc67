"""Kinds: which type of source the words of a name or a description tell."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.sourcing.lexicon import Lexicon

SHORTEST_PART = 4  # letters of the last part of a compound: "Innen-ministerium"


def kind_of_name(name: str, lexicon: Lexicon) -> str:
    """Return the type that a name tells; one that tells nothing is a person's.

    The last telling word counts, and capitals throughout are an organisation's.
    """
    words = [word.strip("()") for word in name.split()]
    for word in reversed(words):
        kind = kind_of_word(word, lexicon)
        if kind and kind != "anonymous":
            return kind
    is_acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    return "organisation" if is_acronym else "person"


def kind_of_description(words: Sequence[str], lexicon: Lexicon) -> str:
    """Return the type that a description without a name tells by its head noun, else "anonymous"."""
    for word in reversed(words):
        kind = kind_of_word(word, lexicon)
        if kind:
            return kind
    return "anonymous"


def kind_of_word(word: str, lexicon: Lexicon) -> str | None:
    """Look a noun up, in languages with compounds by its last part, too."""
    low = word.lower()
    kind = lexicon.types.get(low)
    if kind or not lexicon.capital_nouns:
        return kind
    for start in range(1, len(low) - SHORTEST_PART + 1):
        kind = lexicon.types.get(low[start:])
        if kind:
            return kind
    return None
