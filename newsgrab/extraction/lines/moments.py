"""Dates as pages write them, to a day or to a time with its offset; never more than the page gives."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache

from newsgrab.extraction.lines.calendars import (
    from_bikram,
    from_ethiopian,
    from_solar,
    is_solar,
    year_of_thai,
)
from newsgrab.extraction.lines.months import (
    BIKRAM_MONTHS,
    ETHIOPIAN_MONTHS,
    MONTH,
    MONTHS,
    SOLAR_MONTHS,
    alike,
)
from newsgrab.model import Moment
from newsgrab.rules.lexicon import any_of, lists_in, one_of, words
from newsgrab.text import collapse, small_in_turkish

_LONGEST = 200  # characters of a text with a date
_EARLIEST = 1700  # year
_END_OF_DAY = (24, 0, 0)
_SHORT_YEAR = 2  # digits
_THAI = re.compile("[\u0e00-\u0e7f]")
_THAI_CENTURY = 2500  # that a year of two digits is of
_ISO = re.compile(
    r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:(?:[T ]|\s-\s)\s*(\d\d?):?(\d\d)(?::?(\d\d))?(?:[.,:](\d{1,9})\d*)?"
    r"\s*(Z\b|UTC\b|GMT\b|[+\-−]\d\d:?\d\d\b|[+-]\d\d\b)?)?(?!\d)",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?(?:\.\d+)?$")
_OFFSET = re.compile(
    r"(?:GMT|UTC)?\s*([+\-−])(\d\d):?(\d\d)\b|\b(?:GMT|UTC)\s*([+\-−]\d\d?)(?!\d)|\b(GMT|UTC|Z)\b"
)
ORDINAL = any_of("moments.ordinal")
OF = any_of("moments.of")
HOUR = any_of("moments.hour")
# All that stands above a post of a live blog.
CLOCK = re.compile(
    rf"\d\d?(?:[:.]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: [A-Z]{{2,5}}| {HOUR})?:?", re.IGNORECASE
)
_CLOCK = re.compile(
    rf"(?<![\d.])(\d\d?)\s*(?:[:：.h시時点时]|{HOUR}\b)\s*(\d\d)?(?:\s*[:分분]\s*(\d\d)?)?(?:\.\d+)?\s*(a\.?\s?m\b|p\.?\s?m\b)?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"(?<![\d.])(\d\d?)(?:{ORDINAL}|\.)?[\s./,-]*(?:{OF}\s+|{any_of('moments.of-joined')})?({MONTH})(?![^\W\d_])[\s.,/'’،၊-]*(?:{OF}\s+)?(?:{any_of('moments.year-sign')}\s*)?(\d{{4}}|\d\d(?!\d|[:.]\d))",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<![^\W\d_])({MONTH})\.?\s*(\d\d?)(?:\s?{ORDINAL})?\s*[,،፣]?\s+(?:\d\d:\d\d:\d\d\s+(?:[A-Z]{{3,4}}\s+)?)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[年년/.\-]\s*(\d\d?)\s*[月월/.\-]\s*(\d\d?)(?!\d)")
OF_YEAR = rf"(?:[\s-]*{any_of('moments.of-year')})?[.,]?"
_YEAR_MONTH = re.compile(rf"(?<!\d)(\d{{4}})\.?{OF_YEAR}\s+({MONTH})\.?\s+(\d\d?)(?![\d:])", re.IGNORECASE)
_YEAR_DAY = re.compile(rf"(?<!\d)(\d{{4}})\.?{OF_YEAR}\s+(\d\d?)[.\s-]+({MONTH})(?![^\W\d_])", re.IGNORECASE)
_NUMBERED_MONTH = re.compile(  # "2024 оны 5-р сарын 4"
    rf"(?<!\d)(\d{{4}}){OF_YEAR}\s+(\d\d?)[\s-]*{any_of('moments.of-month')}\s+(\d\d?)(?!\d)", re.IGNORECASE
)
_SIGNED = re.compile(  # "4 tháng 5, năm 2024"
    rf"(?<!\d)(\d\d?)\s+{any_of('moments.month-sign')}\s+(\d\d?)\s*,?\s+"
    rf"(?:{any_of('moments.year-sign')}\s+)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\d.])(\d\d?)\s?([./\-])\s?(\d\d?)\s?\2\s?(\d{4}|\d\d)(?![\d])")
_JOINED_TO_CLOCK = tuple(word for word in words("moments.afternoon") if word[0] >= "\u2e80")  # "午後3時"
_DIGIT = re.compile(r"\d")
_YEAR_BEFORE_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d\.?(?: \w{1,4}\.?)? ?\Z")  # "2024. gada" of "3. maijs"
_NUMBERED = {word: number for number, names in enumerate(MONTHS, 1) for word in words(names)}
_SOLAR = {word: number for number, names in enumerate(SOLAR_MONTHS, 1) for word in words(names)}
_OTHERS = {  # calendars whose months have names of their own, and what a day of them is
    word: (number, read)
    for read, months in ((from_ethiopian, ETHIOPIAN_MONTHS), (from_bikram, BIKRAM_MONTHS))
    for number, names in enumerate(months, 1)
    for word in words(names)
}
_ERAS = {  # by name, the year before their first
    word: int(names.rpartition("-")[2])
    for names in lists_in("moments")
    if names.startswith("moments.era-since-")
    for word in words(names)
}
_OF_ERA = re.compile(rf"({one_of(_ERAS)})\s?(\d{{1,3}}|{any_of('moments.first-year')})\s?(?=年)")


@lru_cache(maxsize=256)
def read_moment(text: str, language: str = "") -> Moment | None:
    """Read the first date in a text; the language decides where numbers could be either order.

    >>> read_moment("Updated 4 May 2024")
    datetime.date(2024, 5, 4)
    """
    if not _DIGIT.search(text):
        return None
    text = collapse(text[:_LONGEST])
    return _iso(text) or _epoch(text) or _written(text, language.lower())


def _iso(text: str) -> Moment | None:
    found = _ISO.search(text)
    if not found:
        return None
    if found.end() < len(text) and "T" in text[found.end() : found.end() + 2] and found[4] is None:
        return None
    day = _day(int(found[1]), int(found[2]), int(found[3]))
    if day is None or found[4] is None:
        return day
    return _at(day, (int(found[4]), int(found[5]), int(found[6] or 0)), found[7], _zone(found[8]))


def _at(day: date, clock: tuple[int, int, int], fraction: str | None, zone: timezone | None) -> Moment:
    hour, minute, second = clock
    if (hour, minute, second) > _END_OF_DAY:  # the length of a film, say
        return day
    try:
        start = datetime(
            day.year,
            day.month,
            day.day,
            0,
            minute,
            min(second, 59),
            int((fraction or "0").ljust(6, "0")[:6]),
            tzinfo=zone,
        )
        return start + timedelta(hours=hour)
    except (ValueError, OverflowError):
        return day


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = re.sub(r"\D", "", text).ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:4])
    if hours > 14 or minutes > 59:
        return None
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if text[0] in "-−" else shift)


def _epoch(text: str) -> Moment | None:
    if not _EPOCH.match(text):
        return None
    seconds = float(text.partition(".")[0][:10])
    return datetime.fromtimestamp(seconds, UTC)


def _written(text: str, language: str) -> Moment | None:
    """Read a date in words or numbers, and the time beside it."""
    text = _OF_ERA.sub(
        lambda found: f"{_ERAS[found[1]] + (int(found[2]) if found[2].isdigit() else 1)}", text
    )
    signs = alike(text)
    for pattern, order in (
        (_YEAR_FIRST, "ymd"),
        (_DAY_FIRST, "dmy"),
        (_MONTH_FIRST, "mdy"),
        (_SIGNED, "dmy"),
        (_YEAR_MONTH, "ymd"),
        (_YEAR_DAY, "ydm"),
        (_NUMBERED_MONTH, "ymd"),
    ):
        found = pattern.search(signs)
        if found:
            parts = {part: text[slice(*found.span(number))] for number, part in enumerate(order, 1)}
            day = _dated(parts["y"], parts["m"], int(parts["d"]), language)
            if day:
                return _with_clock(day, text, found.span())
    found = _NUMBERS.search(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    month_first = found[2] == "/" and language in words("moments.month-first")
    if second > 12 or (month_first and first <= 12):
        first, second = second, first
    day = _day(year, second, first)
    return _with_clock(day, text, found.span()) if day else None


def _dated(year: str, month: str, day: int, language: str) -> date | None:
    """Return the day that a date means, in the calendar that its month or its year is of."""
    solar = _SOLAR.get(month, 0) or (int(month) if month.isdigit() and is_solar(int(year)) else 0)
    if solar:
        return from_solar(int(year), solar, day) if is_solar(int(year)) else None
    if month in _OTHERS:
        number, read = _OTHERS[month]
        return read(int(year), number, day)
    if len(year) == _SHORT_YEAR and _THAI.search(month):
        return _day(_THAI_CENTURY + int(year), _month(month, language), day)
    return _day(_year(year), _month(month, language), day)


def _month(name: str, language: str) -> int:
    if name.isdigit():
        return int(name)
    lowered = collapse(name).lower()
    number = _NUMBERED.get(lowered) or _NUMBERED.get(small_in_turkish(collapse(name)), 0)
    if lowered.startswith("listopad") and language[:2] in words("moments.listopad-is-october"):
        return 10
    return number


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits) - 100 * (int(digits) > 69)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year_of_thai(year), month, day) if year >= _EARLIEST else None
    except ValueError:
        return None


def _with_clock(day: date, text: str, span: tuple[int, int]) -> Moment:
    """Add the time that stands beside a date, if there is one."""
    rest = f"{text[: span[0]]} | {text[span[1] :]}"
    inside = re.search(r"\d\d:\d\d:\d\d", text[slice(*span)])
    clock = read_clock(inside[0] if inside else rest)
    return _at(day, clock, None, _offset(rest)) if clock is not None else day


def read_clock(text: str) -> tuple[int, int, int] | None:
    """Return the first time of day in a text: hours from midnight, minutes, seconds.

    >>> read_clock("at 9.48 pm"), read_clock("오후 3:05"), read_clock("12:30 am"), read_clock("3 boats")
    ((21, 48, 0), (15, 5, 0), (0, 30, 0), None)
    """
    found = _CLOCK.search(text)
    while found and not (found[2] or found[4]):
        found = _CLOCK.search(text, found.end())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    hour = int(found[1])
    before = (text[: found.start()].lower().split() or [""])[-1].lstrip("(,")
    after = (text[found.end() :].lower().split(maxsplit=1) or [""])[0]
    if hour < 12 and (
        (found[4] or "").lower().startswith("p")
        or after in words("moments.afternoon")
        or before in words("moments.afternoon")
        or before.endswith(_JOINED_TO_CLOCK)
    ):
        hour += 12
    elif hour == 12 and (found[4] or "").lower().startswith("a"):
        hour = 0
    return hour, int(found[2] or 0), int(found[3] or 0)


def _offset(text: str) -> timezone | None:
    """Read how far a clock is from UTC: "+07:00", "GMT+7", "UTC".

    >>> print(_offset("7:12 (GMT+7)"))
    UTC+07:00
    """
    found = _OFFSET.search(text)
    if found is None:
        return None
    sign, hours, minutes, whole, name = found.groups()
    return _zone(f"{sign}{hours}{minutes}" if sign else f"{whole[0]}{whole[1:]:0>2}" if whole else name)


@cache
def _date_in_line() -> re.Pattern[str]:
    """Return " | Published 1. Juni 2026, 7:15 Uhr": a date or a clock and the word before it."""
    return re.compile(
        rf"""
        (?:\A|(?<![\s|·•,;:(–—-])[\s|·•,;:(–—-]++|(?<=[^\W\d_])(?=\d))
        (?:(?:{any_of("printed.published", "printed.modified", "printed.day")})\W{{1,4}})?
        (?:(?-i:{any_of("moments.on")})\s+)?
        (?:(?!(?-i:[A-Z]{{2}}))(?:{any_of("moments.weekday", "moments.day")})[.,]*\s+)?
        (?:\d\d?[./:]\d\d?|\d\d?-\d\d?-\d{{4}}|\d{{4}}[./年년-]\s?\d
            |\d\d?\.?\s(?:{OF}\s|{any_of("moments.of-joined")})?(?:{MONTH})(?!\w)|(?:{MONTH})\.?\s\d\d?(?!\d))
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def undated(line: str) -> str:
    """Cut a line where its date begins, unless it begins with one.

    >>> undated("By Jane Doe in Port Haven - Updated May 3, 2024")
    'By Jane Doe in Port Haven'
    >>> undated("Jane Doe and John Roe 03-05-2024, 08:12")
    'Jane Doe and John Roe'
    >>> undated("Jana Paraugs, 2024. gada 3. maijs, 07:00")
    'Jana Paraugs'
    >>> undated("מאת: דנה דוגמה 4 במאי 2024")
    'מאת: דנה דוגמה'
    >>> undated("Von Anna Muster Heute, 10:37 Uhr"), undated("Jane Doe, HAVEN TODAY 2:52 pm October 2, 2014")
    ('Von Anna Muster', 'Jane Doe, HAVEN TODAY')
    """
    found = _date_in_line().search(alike(line)) if _DIGIT.search(line) else None
    before = line[: found.start()] if found else line
    return (_YEAR_BEFORE_DAY.sub("", before) if found else before).rstrip(" |·•,;:(/–—-") or line
