"""What failed, and when asking again makes sense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from newsgrab.model import Failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A failure that the archive remembers."""

    url: str
    code: str
    message: str
    status: int | None
    attempts: int  # in all runs
    failed_at: datetime
    retry_at: datetime

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is time to ask again; a failure in the future is a clock's mistake, and void."""
        return not self.failed_at <= now < self.retry_at


# How long to wait after the first failure and at most; the pause doubles with each. The longest name that
# a class begins with counts.
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
PAUSES: dict[str, tuple[timedelta, timedelta]] = {
    "": (_HOUR, _DAY),
    "archive.": (timedelta(0), timedelta(0)),
    "content.": (_DAY, 14 * _DAY),
    "http.bad_request": (_DAY, 30 * _DAY),
    "http.forbidden": (_DAY, 14 * _DAY),
    "http.gone": (30 * _DAY, 90 * _DAY),
    "http.not_found": (_DAY, 30 * _DAY),
    "http.unauthorized": (_DAY, 14 * _DAY),
    "http.unavailable_for_legal_reasons": (30 * _DAY, 90 * _DAY),
    "net.": (_HOUR / 4, _DAY),
    "policy.": (7 * _DAY, 30 * _DAY),
    "policy.robots": (_DAY, 7 * _DAY),
}


def retry_at(failed: Failed, attempts: int, now: datetime) -> datetime:
    """Return when to ask again: what the server asked for, or a pause that doubles."""
    if failed.retry_at is not None:
        return failed.retry_at
    prefix = max((name for name in PAUSES if failed.code.startswith(name)), key=len)
    first, most = PAUSES[prefix]
    doublings = min(attempts - 1, 20)
    return now + min(first * (1 << doublings), most)
