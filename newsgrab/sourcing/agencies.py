"""Agencies: their names, and the words of credits, as credits.toml lists them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newsgrab.datafiles import read_toml

FILE = Path(__file__).parent / "credits.toml"


def known_agencies(printed: str) -> list[str]:
    """Return the agencies in a line of names, as printed.

    >>> known_agencies("dpa/AFP/abc")
    ['dpa', 'AFP']
    """
    return [name for name in divider().split(printed.strip()) if name.lower() in agency_names()]


@cache
def divider() -> re.Pattern[str]:
    """Return what stands between two agencies."""
    return re.compile(rf"\s*(?:[/,;+&]|\b(?:{one_of('between')})\b)\s*")


@cache
def tables() -> dict[str, list[str] | dict[str, list[str]]]:
    """Return ``credits.toml`` as it is: lists of words, and for each language its patterns."""
    return read_toml(FILE)


@cache
def word_list(key: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(tables()[key])


@cache
def agency_names() -> frozenset[str]:
    """Return the names of agencies in lower case."""
    return frozenset(name.lower() for name in word_list("agencies"))


@cache
def any_agency() -> re.Pattern[str]:
    """Return what fits the name of an agency."""
    return re.compile(rf"\b(?:{one_of('agencies')})\b", re.IGNORECASE)


def one_of(key: str) -> str:
    """Return a pattern of the words of a list, the longest first."""
    return "|".join(re.escape(name) for name in sorted(word_list(key), key=len, reverse=True))
