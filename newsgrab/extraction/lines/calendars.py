"""Other calendars that pages date by, turned into the common one.

The Thai year is the common one, counted from 543 years before it; an era's is counted from its first.
The Iranian year begins with spring. By its cycle of 33 years, eight of them leap years, it agrees with the
sky in all years that pages are dated in. The Ethiopian one has twelve months of thirty days, and the rest.
Nepal's months, of the Bikram Sambat, have the lengths that its almanac gives them; no rule says which.
"""

from __future__ import annotations

from datetime import date, timedelta

_THAI_YEARS = range(2400, 2700)
_THAI_AHEAD = 543  # years
_SOLAR_YEARS = range(1300, 1425)  # later ones would be years of the Islamic calendar, counted by the moon
_LONG_MONTHS, _LONG, _SHORT = 6, 31, 30  # months of 31 days, then of 30
_LAST = 12  # month
_COMMON, _LEAP = 29, 30  # days of the last month
_CYCLE = 33  # years, of which these are leap years
_LEAP_YEARS = (1, 5, 9, 13, 17, 22, 26, 30)
_YEAR = 365  # days
_EPOCH = date(622, 3, 21)  # the first day of the solar year 1

_ETHIOPIAN_YEARS = range(1890, 2100)
_ETHIOPIAN_MONTHS, _ETHIOPIAN_MONTH = 12, 30  # whole months, and the days of one
_ETHIOPIAN_EPOCH = (
    2796  # the ordinal of the day before the year 1, as if the first years had been like those since
)
_BIKRAM_FROM = 2070
_BIKRAM_EPOCH = date(2013, 4, 14)  # its first day
_BIKRAM_SHORTEST = 29  # days of a month
_BIKRAM_MONTHS = (  # the days of the months above the shortest, year by year
    "222322011011", "223222101011", "232321101011", "232321110012", "222322101011", "223222101011",
    "232321110011", "232321110102", "222322101011", "223222101011", "232321110011", "232321110102",
    "223222101011",
)  # fmt: skip


def year_of_thai(year: int) -> int:
    """Return the common year of one that may be counted as in Thailand.

    >>> year_of_thai(2567), year_of_thai(2024)
    (2024, 2024)
    """
    return year - _THAI_AHEAD if year in _THAI_YEARS else year


def is_solar(year: int) -> bool:
    """Tell whether a year can be one of the Iranian calendar in which pages are dated."""
    return year in _SOLAR_YEARS


def from_solar(year: int, month: int, day: int) -> date | None:
    """Return the day that a date of the Iranian calendar means; None where there is no such day.

    >>> from_solar(1403, 2, 15), from_solar(1403, 12, 30), from_solar(1402, 12, 30)
    (datetime.date(2024, 5, 4), datetime.date(2025, 3, 20), None)
    """
    last = _LONG if month <= _LONG_MONTHS else _SHORT
    if month == _LAST:
        last = _LEAP if (_first_day(year + 1) - _first_day(year)).days > _YEAR else _COMMON
    if not (1 <= month <= _LAST and 1 <= day <= last):
        return None
    before = _LONG * min(month - 1, _LONG_MONTHS) + _SHORT * max(month - 1 - _LONG_MONTHS, 0)
    return _first_day(year) + timedelta(days=before + day - 1)


def _first_day(year: int) -> date:
    """Return the first day of spring that a solar year begins with; its leap years come back every 33.

    >>> _first_day(1399), _first_day(1403)
    (datetime.date(2020, 3, 20), datetime.date(2024, 3, 20))
    """
    past = year - 1
    cycles, rest = divmod(past, _CYCLE)
    leaps = cycles * len(_LEAP_YEARS) + sum(place <= rest for place in _LEAP_YEARS)
    return _EPOCH + timedelta(days=_YEAR * past + leaps)


def from_ethiopian(year: int, month: int, day: int) -> date | None:
    """Return the day that a date of the Ethiopian calendar means; None where there is no such day.

    >>> from_ethiopian(2016, 1, 1), from_ethiopian(2015, 13, 6), from_ethiopian(2016, 13, 6)
    (datetime.date(2023, 9, 12), datetime.date(2023, 9, 11), None)
    """
    last = _ETHIOPIAN_MONTH if month <= _ETHIOPIAN_MONTHS else 5 + (year % 4 == 3)
    if year not in _ETHIOPIAN_YEARS or not 1 <= day <= last:
        return None
    before = _YEAR * (year - 1) + year // 4 + _ETHIOPIAN_MONTH * (month - 1)
    return date.fromordinal(_ETHIOPIAN_EPOCH + before + day - 1)


def from_bikram(year: int, month: int, day: int) -> date | None:
    """Return the day that a date of Nepal's calendar means; None where there is no such day or no almanac.

    >>> from_bikram(2081, 1, 1), from_bikram(2081, 6, 26), from_bikram(2081, 9, 30)
    (datetime.date(2024, 4, 13), datetime.date(2024, 10, 12), None)
    """
    if not 0 <= year - _BIKRAM_FROM < len(_BIKRAM_MONTHS):
        return None
    lengths = [_BIKRAM_SHORTEST + int(more) for one in _BIKRAM_MONTHS for more in one]
    place = _LAST * (year - _BIKRAM_FROM) + month - 1
    return (
        _BIKRAM_EPOCH + timedelta(days=sum(lengths[:place]) + day - 1) if 1 <= day <= lengths[place] else None
    )
