"""The dates of feeds and sitemaps: ISO 8601, RFC 822, and the ways people misspell both."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from email.utils import parsedate_to_datetime

from newsgrab.model import Moment

_LONGEST = 64  # characters


def read_moment(text: str | None) -> Moment | None:
    """Read a date or a time with its offset; a time without one is taken as UTC, nonsense is None.

    So is a time in the first or last year that can be counted: in another zone it may have no year.

    >>> read_moment("2024-05-03T14:10:00+01:00").isoformat()
    '2024-05-03T14:10:00+01:00'
    >>> read_moment("Fri, 03 May 2024 14:10:00 GMT").isoformat()
    '2024-05-03T14:10:00+00:00'
    >>> read_moment("2024-05-03")
    datetime.date(2024, 5, 3)
    >>> read_moment("last Friday")
    >>> read_moment("0001-01-01T00:00:00+02:00")
    """
    if not text or len(text := text.strip()) > _LONGEST:
        return None
    moment = _iso(text) or _rfc822(text)
    return moment if moment and MINYEAR < moment.year < MAXYEAR else None


def is_before(first: Moment, second: Moment) -> bool:
    """Tell whether ``first`` is surely earlier than ``second``; a day has begun at midnight UTC.

    >>> is_before(date(2024, 5, 3), datetime(2024, 5, 3, 12, tzinfo=UTC))
    True
    """
    return _instant(first) < _instant(second)


def _iso(text: str) -> Moment | None:
    try:
        if len(text) == len("2024-05-03"):
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text.replace(" UTC", "Z"))
    except ValueError:
        return None
    return _with_zone(moment)


def _rfc822(text: str) -> Moment | None:
    try:
        return _with_zone(parsedate_to_datetime(text))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _with_zone(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _instant(moment: Moment) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
