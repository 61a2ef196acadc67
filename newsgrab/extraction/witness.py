"""The page's own copy of the article, in its metadata: a witness of where the body is, never the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsgrab.extraction.survey import Survey
from newsgrab.model import Claim

_NOT_LETTERS = re.compile(r"[\W_]+")
_SHORTEST = 400  # letters; a shorter copy is a teaser
_PROBE = 40  # letters of a paragraph that are looked for
_MOSTLY = 0.6  # of the copy must be found on the page, or it is a copy of something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Which elements hold text that the copy has too."""

    letters: str
    places: frozenset[int]


def read_witness(measured: Survey, claims: Iterable[Claim]) -> Witness | None:
    """Return the longest copy of the article with where its text stands; None without one that fits."""
    copies = [letters_of(claim.value) for claim in claims if claim.field == "body"]
    letters = max(copies, key=len, default="")
    if len(letters) < _SHORTEST:
        return None
    found: set[int] = set()
    seen = 0
    for place, own in enumerate(measured.own):
        if not own:
            continue
        text = letters_of("".join(measured.elements[place].itertext()))
        if len(text) >= _PROBE // 2 and (text[:_PROBE] in letters or text[-_PROBE:] in letters):
            found.add(place)
            seen += len(text)
    return Witness(letters=letters, places=frozenset(found)) if seen >= _MOSTLY * len(letters) else None


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in lower case.

    >>> letters_of("“Why?” he asked.")
    'whyheasked'
    """
    return _NOT_LETTERS.sub("", text).lower()
