"""Lines of dates: what else stands in them, and whether anything does."""

from __future__ import annotations

import re
from functools import cache

from newsgrab.extraction.lines.moments import HOUR, OF, OF_YEAR, ORDINAL, read_moment
from newsgrab.extraction.lines.months import MONTH, alike
from newsgrab.rules.lexicon import any_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_OF_DAYS = 100  # characters
_OF_MONTH = any_of("moments.of-month")
_OF_JOINED = any_of("moments.of-joined")
_YEAR_SIGN = any_of("moments.year-sign")
_ZONE = rf"(?:\s*(?:{HOUR}|h|(?-i:[A-Z]{{2,3}}T)\b|GMT|UTC|\(?GMT[+-]\d+\)?))"
_AGO = rf"(?:{any_of('moments.ago')}|{MONTH}(?!\s?\d))"  # "ago" is August, too


@cache
def _moment() -> re.Pattern[str]:
    """Return a date, a clock, how long ago or how long to read, with the word before it; months are alike."""
    return re.compile(
        rf"""
        (?:(?:{any_of("printed.published", "printed.modified", "printed.day")})\W{{0,4}})?
        (?:(?<![^\W\d_]){any_of("moments.weekday")}[.,]*\s+(?=\d))?
        (?:
            \d{{4}}\s?[年년]\s?\d\d?\s?[月월]\s?\d\d?\s?[日일]?
          | \d{{4}}\.?{OF_YEAR}\s+(?:{MONTH})\.?\s+\d\d?(?![\d:])
          | \d{{4}}\.?{OF_YEAR}\s+\d\d?(?:[.\s-]+(?:{MONTH})(?!\w)|[\s-]*{_OF_MONTH}\s+\d\d?)
          | \d\d?(?:{ORDINAL}|\.)?[\s-]*(?:{OF}\s|{_OF_JOINED})?(?:{MONTH})(?!\w)
            [.,،၊]*\s*(?:{OF}\s)?(?:{_YEAR_SIGN}\s?)?(?:\d{{4}}\w{{0,2}})?
          | (?<![^\W\d_])(?:{MONTH})\.?\s*\d\d?(?:{ORDINAL})?(?!\d),?\s*(?:\d{{4}})?
          | \d{{1,4}}[./-]\d\d?[./-]\d{{1,4}}
          | \d\d?[:.h]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?{_ZONE}?
          | \d+\s*min\w*\.?(?:\s(?:{any_of("moments.reading")}|{_AGO}))?
          | \d+\s\w+\s{_AGO}
          | {any_of("moments.since")}\s\d+\s\w+
        )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def is_of_days(text: str) -> bool:
    """Tell a line of a day or two and what each is of.

    >>> is_of_days("Published Oct. 5, 2026. Updated Oct. 6, 2026."), is_of_days("27 февраля 2026")
    (True, True)
    >>> is_of_days("Ada Roe, 1950-2026"), is_of_days("On Oct. 5, 2026, a boat sank.")
    (False, False)
    >>> is_of_days("Port Haven, 3 May 2024"), is_of_days("Haven, 3 May 2024"), is_of_days("3 Foobar 2024")
    (False, False, False)
    """
    years = len(_YEAR.findall(text)) if len(text) <= _LONGEST_OF_DAYS else 0
    others = _WORD.findall(without_words_of_dates(text)) if years else []
    is_named = alike(text) != text  # else one of the others may be the month
    most = 2 * (years - 1) + (not is_named) * years
    return years > 0 and len(others) <= most and read_moment(text) is not None


def without_words_of_dates(text: str) -> str:
    """Return a text without months, days of the week, and what says what a date is of.

    >>> without_words_of_dates("Updated: Friday, 3 May 2024")
    ' :  , 3   2024'
    """
    return _of_dates().sub(" ", alike(text))


@cache
def _of_dates() -> re.Pattern[str]:
    words_of_dates = any_of(
        "moments.reading-label",
        "printed.published",
        "printed.modified",
        "printed.day",
        "moments.weekday",
        "moments.of-year",
        "moments.around",
    )
    return re.compile(rf"{MONTH}|(?<!\w){words_of_dates}(?!\w)", re.IGNORECASE)


def without_moments(text: str) -> str:
    """Return a text without the dates and times in it, and the words before them that they are of.

    >>> without_moments("What happened on May 3, 2024")
    'What happened  '
    """
    return with_moments_as(" ", text)


def with_moments_as(sign: str, text: str) -> str:
    """Return a text with a sign for each date and time in it, and the words before them that they are of."""
    pieces, end = [], 0
    for found in _moment().finditer(alike(text)):
        pieces += [text[end : found.start()], sign]
        end = found.end()
    return "".join((*pieces, text[end:]))
