"""What the lines about the article claim: who wrote it, when, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from newsgrab.extraction.lines.people import announced
from newsgrab.extraction.plaintext.shapes import Shape, Shaped
from newsgrab.extraction.plaintext.signature import is_dated, names_in, without_glued_role
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of

_MODIFIED = re.compile(rf"{any_of('printed.modified')}(?!\w)", re.IGNORECASE)
_LABELLED = re.compile(
    rf"(?<!\w){any_of('printed.modified', 'printed.published', 'printed.day')}(?!\w)", re.IGNORECASE
)


def read_claims(shaped: Sequence[Shaped], claimed: Mapping[int, str]) -> Iterator[Claim]:
    """Give the claims of the lines at these places, each with its field.

    A line that says "by" comes before a name alone, and a line may have a byline and several dates.
    """
    for lines in sorted(_bylines(shaped, claimed), key=lambda lines: not _says_by(lines)):
        names = _joined(lines)
        yield _claim(lines[0], "byline", "byline", names)
        yield _claim(lines[0], "authors", "byline", names)
    for place, name in sorted(claimed.items()):
        one = shaped[place]
        if name == "date_published" or (name == "byline" and is_dated(one.text)):
            for field, words in _dates(one.text):
                yield _claim(one, field, field.removeprefix("date_"), words)
        elif name != "byline":
            yield _claim(one, name, name, one.text)


def _bylines(shaped: Sequence[Shaped], claimed: Mapping[int, str]) -> Iterator[list[Shaped]]:
    """Give the lines that name who wrote it; names right below each other are one byline."""
    lines: list[Shaped] = []
    for place, one in enumerate(shaped):
        name = claimed.get(place)
        if lines and (name != "byline" or one.shape is Shape.BYLINE or is_dated(lines[-1].text)):
            yield lines
            lines = []
        if name == "byline" or (name == "date_published" and names_in(one.text)):
            lines.append(one)
    if lines:
        yield lines


def _says_by(lines: Sequence[Shaped]) -> bool:
    return any(one.shape is Shape.BYLINE for one in lines)


def _joined(lines: Sequence[Shaped]) -> str:
    """Return the names of a byline's lines in one line, parted by commas but for a "by" alone."""
    names = [names_in(one.text) or without_glued_role(one.text) for one in lines]
    label = names[0] if len(names) > 1 and announced().fullmatch(names[0]) else ""
    return f"{label} {', '.join(dict.fromkeys(names[bool(label) :]))}".strip()


def _dates(text: str) -> Iterator[tuple[str, str]]:
    """Give the parts of a line of dates, each with its field: published, where no word says another.

    >>> list(_dates("Published May 3, 2024, updated May 4, 2024"))
    [('date_published', 'Published May 3, 2024,'), ('date_modified', 'updated May 4, 2024')]
    """
    starts = [found.start() for found in _LABELLED.finditer(text)]
    for start, end in pairwise(sorted({0, *starts, len(text)})):
        words = text[start:end].strip()
        if any(map(str.isdigit, words)):
            yield "date_modified" if _MODIFIED.match(words) else "date_published", words


def _claim(one: Shaped, field: str, place: str, value: str) -> Claim:
    return Claim(field=field, value=value, origin="page", locator=f"{place}: line {one.line.number}")
