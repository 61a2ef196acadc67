"""Kinds: which type of source the words of a name or a description tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import Lexicon, without_ending

MOST_REMEMBERED = 10_000  # compounds whose kind is kept at hand
LONGEST_REGION = 2  # words: "Ohio", "North Carolina"
LONGEST_ENDING = 3  # letters of a case
_FIRMS = ("organisation", "media")
_COINED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
SHORTEST_PART = 4  # letters of the last part of a compound: "Innen-ministerium"


def kind_of_name(name: str, lexicon: Lexicon) -> str:
    """Return the type that a name tells; one that tells nothing is a person's.

    The last telling word counts, or the first where a name begins with its head.
    Capitals throughout are an organisation's.
    """
    body = lexicon.bodies.get(name.lower())
    if body is not None:
        return body
    words = [word.strip("()") for word in name.split()]
    is_head_first = lexicon.grammar == "continental" and not lexicon.capital_nouns
    telling = words if is_head_first else _heads_first(words, lexicon)  # "Asociación de Periodistas"
    for word in telling:
        kind = kind_of_word(word, lexicon)
        if kind == "document" and not is_head_first and word != words[-1] and len(words) > 1:
            return "organisation"  # "Statistics Norway"
        if kind:
            return kind
    told = [word.lower() for word in words if word.lower() not in lexicon.phrases["joining"]]
    if len(words) > len(told) > 1 and all(lexicon.tags.get(word, 0) & tags.REGION for word in told):
        return "official"  # "Sweden and Finland"
    has_acronym = len(words) > 1 and name.endswith(")") and words[-1].isupper()
    if has_acronym or (len(words) == 1 and _is_coined(words[0], lexicon)):
        return "organisation"
    tag = lexicon.tags.get(words[-1].lower(), 0)
    has_first_name = len(words) > 1 and words[0].lower() in lexicon.first_names
    if tag & tags.REGION and len(words) <= LONGEST_REGION and not has_first_name:
        return "official"
    if not has_first_name and any(lexicon.bodies.get(word.lower()) in _FIRMS for word in words):
        return "organisation"  # "Google Trends"
    is_acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and not tag & tags.ROLE
    return "organisation" if is_acronym else "person"


def _heads_first(words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """Give the words from the last back, but those behind an "of" at the end: "County of Mill"."""
    head = next((i for i, word in enumerate(words) if word in lexicon.phrases["linking"]), len(words))
    yield from reversed(words[:head])
    yield from reversed(words[head:])


def _is_coined(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a capital within shows a firm: "YouGov", but not "McLee"."""
    return _COINED.search(word) is not None and not word.startswith(lexicon.prefixes)


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
    if kind or not (lexicon.capital_nouns or lexicon.inflected):
        return kind
    if lexicon.inflected:
        return _kind_of_case(low, lexicon)
    kind = _kind_of_part(low, lexicon)
    if kind or not low.endswith(lexicon.endings["possessive"]):
        return kind
    return _kind_of_part(without_ending(low, lexicon.endings["possessive"]), lexicon)  # of "ministeriums"


def is_of_several(noun: str, lexicon: Lexicon) -> bool:
    """Tell whether a noun in small letters ends like one of several: "skippers", but not "press"."""
    return noun.endswith(lexicon.endings["several"]) and not noun.endswith(lexicon.endings["single"])


@lru_cache(MOST_REMEMBERED)
def _kind_of_part(low: str, lexicon: Lexicon) -> str | None:
    """Look a compound up by its last part."""
    for start in range(len(low) - SHORTEST_PART + 1):
        kind = lexicon.types.get(low[start:])
        if kind:
            return kind
    return None


def _kind_of_case(word: str, lexicon: Lexicon) -> str | None:
    """Look a noun up by what its cases have in common."""
    for cut in range(1, LONGEST_ENDING + 1):
        stem = word[:-cut]
        if len(stem) < SHORTEST_PART:
            return None
        for ending in ("", *lexicon.endings["nominative"]):
            if stem + ending in lexicon.types:
                return lexicon.types[stem + ending]
    return None
