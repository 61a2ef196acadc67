"""Which of a page's dates hold: never after the retrieval, with the offset that the page gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MAXYEAR, UTC, datetime, time, timedelta, timezone

from newsgrab.extraction.fields.readings import Known, Reading
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.page.wording import plain
from newsgrab.model import Claim, Moment

_DAY_AHEAD = timedelta(hours=15)  # a day without an offset may have begun elsewhere
_EARLIEST_YEAR = 1800  # of an article that may be on the web
_HALF_HOUR = timedelta(minutes=30)
_FARTHEST = timedelta(hours=14)  # of a local time from UTC
_NOON = timedelta(hours=12)  # a day begins so long before its midnight in UTC at the earliest

Dated = tuple[Claim, Moment]


def date_published(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first day that can be true, from the claim that gives it most exactly."""
    readable = [(claim, moment) for claim in claims if (moment := _moment(claim, known)) is not None]
    if not readable:
        return Reading()
    claim, moment = readable[0]
    for other, exact in readable[1:]:
        if _refines(exact, moment) and not other.locator.startswith("text:"):
            claim, moment = other, exact
            break
    local = _local(moment, readable)
    return (
        Reading(value=moment, chosen=(claim,))
        if local is None
        else Reading(value=local[1], chosen=(claim, local[0]))
    )


def _local(moment: Moment, others: Sequence[Dated]) -> Dated | None:
    """Return the same moment as the page's own place counts it, where a date beside it tells the offset."""
    if not isinstance(moment, datetime) or moment.utcoffset() != timedelta():
        return None
    day = moment.date()
    is_day_told = any(claim.origin == "page" and other == day for claim, other in others)  # the same in UTC
    for claim, other in others:
        if isinstance(other, datetime) and other.tzinfo is not None:
            if other.utcoffset() and other == moment.replace(microsecond=0):
                return claim, other
        elif claim.origin == "page" and (isinstance(other, datetime) or not is_day_told):
            local = _as_printed(moment.astimezone(UTC), other)
            if local is not None:
                return claim, local
    return None


def _as_printed(moment: datetime, printed: Moment) -> datetime | None:
    """Return a moment in UTC with the offset of a printed time, or of the midnight that began a printed day.

    >>> _as_printed(datetime(2024, 5, 4, 2, 41, tzinfo=UTC), datetime(2024, 5, 3, 22, 41)).isoformat()
    '2024-05-03T22:41:00-04:00'
    >>> _as_printed(datetime(2024, 5, 4, 22, tzinfo=UTC), datetime(2024, 5, 5).date()).isoformat()
    '2024-05-05T00:00:00+02:00'
    """
    here = moment.replace(tzinfo=None, second=0, microsecond=0)
    if isinstance(printed, datetime):
        shift = printed.replace(second=0) - here
    else:
        shift = datetime(printed.year, printed.month, printed.day) - here  # noqa: DTZ001  both without offset
        if moment.second or not timedelta() < shift <= _NOON:
            return None
    if not shift or abs(shift) > _FARTHEST or shift % _HALF_HOUR:
        return None
    return moment.astimezone(timezone(shift))


def _refines(exact: Moment, moment: Moment) -> bool:
    """Tell whether a moment says the same as another and its time, or its offset, too."""
    if not isinstance(exact, datetime):
        return False
    if not isinstance(moment, datetime):
        return exact.date() == moment
    return moment.tzinfo is None and exact.tzinfo is not None and exact.replace(tzinfo=None) == moment


def date_modified(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first date that can be true."""
    for claim in claims:
        moment = _moment(claim, known)
        if moment is not None:
            return Reading(value=moment, chosen=(claim,))
    return Reading()


def _moment(claim: Claim, known: Known) -> Moment | None:
    moment = read_moment(plain(claim.value), known.text("language"))
    if moment is None or not _EARLIEST_YEAR <= moment.year < MAXYEAR:  # in another zone it may have no year
        return None
    return None if known.retrieved_at and _is_after(moment, known.retrieved_at) else moment


def _is_after(moment: Moment, retrieved_at: datetime) -> bool:
    """Tell whether a moment is yet to come; it is counted back, since a server may say that it is 9999."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment - timedelta(hours=1) > retrieved_at
    begun = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return begun - _DAY_AHEAD > retrieved_at.replace(tzinfo=None)
