"""The page's own copy of the article, in its metadata: a witness of where the body is, never the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsgrab.extraction.page.survey import Survey
from newsgrab.extraction.page.wording import plain
from newsgrab.model import Claim
from newsgrab.text import letters_of

_SHORTEST = 400  # letters; a shorter copy is a teaser
_PROBE = 40  # letters of a paragraph that are looked for
_MOSTLY = 0.6  # of the copy must be found on the page, or it is a copy of something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Which elements hold text that the copy has too."""

    letters: str
    places: Mapping[int, str]  # with the letters of each


def read_witness(measured: Survey, claims: Iterable[Claim]) -> Witness | None:
    """Return the longest copy of the article with where its text stands; None without one that fits."""
    letters = max(copies_of(claims), key=len, default="")
    if len(letters) < _SHORTEST:
        return None
    found: dict[int, str] = {}
    seen = 0
    for place, own in enumerate(measured.own):
        if not own:
            continue
        text = letters_of(measured.elements[place].words())
        if len(text) >= _PROBE // 2 and (text[:_PROBE] in letters or text[-_PROBE:] in letters):
            found[place] = text
            seen += len(text)
    return Witness(letters=letters, places=found) if seen >= _MOSTLY * len(letters) else None


def copies_of(claims: Iterable[Claim]) -> Iterator[str]:
    """Give the letters of each copy of the article, without the markup that some pages leave in it."""
    return (letters_of(plain(claim.value)) for claim in claims if claim.field == "body")
