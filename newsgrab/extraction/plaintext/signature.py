"""Who wrote it, and when, in the lines around a dump's text."""

from __future__ import annotations

import re

from newsgrab.extraction.lines.days import with_moments_as
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.lines.months import MONTH, alike
from newsgrab.extraction.lines.people import read_byline
from newsgrab.extraction.plaintext.shapes import are_names, is_name
from newsgrab.rules.lexicon import words
from newsgrab.rules.lines import fits

_FULL_DATE = re.compile(
    rf"\d\d?[./-]\d\d?[./-]\d|(?<!\d)(?:19|20)\d\d(?!\d)|\d\.?\s(?:{MONTH})(?!\w)", re.IGNORECASE
)
_DAY = re.compile(r"\s*(?:\d\d?([./-])\d\d?\1(?:\d\d)?\d\d|\d{4}([./-])\d\d?\2\d\d?)(?!\d)")  # in figures
_EDGES = " |·•,;:(–—/-[]"
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z]+(?:\s\w+){0,3}$)")
_PARTED = re.compile(r"[|·•]")
_LONGEST = 140  # characters of a line
_MOST_OUTLET_WORDS = 2


def names_in(text: str) -> str:
    """Return the part of a line that names who wrote it beside a date; "" where there is none.

    >>> names_in("Jane Doe, 26.04.2024 10:00 Uhr"), names_in("Friday, May 3, 2024")
    ('Jane Doe', '')
    >>> names_in("Ravi Kumar 12.05.2024"), names_in("Jane Doe Sat 4 May 2024")
    ('Ravi Kumar', 'Jane Doe')
    """
    if len(text) > _LONGEST or not any(letter.isdigit() for letter in text):
        return ""
    parts = [part.strip(_EDGES) for part in _PARTED.split(with_moments_as("|", text))]
    return next(
        (part for part in parts if part and (is_name(part) or are_names(part) or fits("byline", part))), ""
    )


def is_dated(text: str) -> bool:
    """Tell whether a line gives a day."""
    return _FULL_DATE.search(alike(text)) is not None or (
        not text.isascii() and read_moment(text) is not None
    )


def is_day(text: str) -> bool:
    """Tell whether a line begins with a day in figures.

    >>> is_day("03.05.2024, 16:24 Uhr"), is_day("1/12"), is_day("29.04.2024Mittweida")
    (True, False, True)
    """
    return _DAY.match(text) is not None


def is_name_with_role(text: str) -> bool:
    """Tell whether a line is a name and what its bearer's work is called.

    >>> is_name_with_role("Jane Doe – Reporter"), is_name_with_role("Jane Doe went home")
    (True, False)
    """
    if len(text) > _LONGEST or any(letter.isdigit() for letter in text):
        return False
    parts = [word.strip(_EDGES) for word in text.split()]
    at = next((place for place, word in enumerate(parts) if place > 1 and word.lower() in _roles()), None)
    return at is not None and is_name(" ".join(filter(None, parts[:at])))


def is_signature(text: str) -> bool:
    """Tell whether a line is who wrote it and nothing else: a person's name, or a newsroom's.

    >>> is_signature("Jane Doe"), is_signature("Online-Redaktion"), is_signature("A new pier")
    (True, True, False)
    """
    return is_name(text) or (len(text.split()) <= _MOST_OUTLET_WORDS and bool(read_byline(text).outlets))


def without_glued_role(text: str) -> str:
    """Part a name from the role that a dump has glued to it.

    >>> without_glued_role("Von Anna MusterKorrespondent"), without_glued_role("Jane DoeTravel News Reporter")
    ('Von Anna Muster, Korrespondent', 'Jane Doe, Travel News Reporter')
    """
    found = _GLUED.search(text)
    if found and text[found.start() :].split()[-1].lower() in _roles():
        return f"{text[: found.start()]}, {text[found.start() :]}"
    return text


def is_agency(text: str) -> bool:
    """Tell whether a line is the name of a news agency, with initials or other agencies beside it.

    >>> is_agency("jro/dpa"), is_agency("Foto: dpa")
    (True, False)
    """
    credited = read_byline(text)
    return bool(credited.agency) and not credited.outlets and all(map(str.islower, credited.authors))


def _roles() -> frozenset[str]:
    return frozenset(words("people.role"))
