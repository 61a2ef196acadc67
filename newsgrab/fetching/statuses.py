"""What a status means: a page, a redirect, or an error of ours; and what Retry-After asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from newsgrab.errors import (
    BadRequest,
    Empty,
    Forbidden,
    Gone,
    HttpError,
    LegalReasons,
    NewsgrabError,
    NotFound,
    NotModified,
    RateLimited,
    ServerError,
    Truncated,
    Unauthorized,
)

LONGEST_WAIT = timedelta(days=30)

MEANINGS: dict[int, tuple[type[NewsgrabError], str]] = {
    204: (Empty, "the server has no page to send (204)"),
    205: (Empty, "the server has no page to send (205)"),
    206: (Truncated, "the server sent a part that was not asked for (206)"),
    304: (NotModified, "the server says 'not modified' to a first request (304)"),
    401: (Unauthorized, "the server wants a login (401)"),
    403: (Forbidden, "the server refuses this page (403)"),
    404: (NotFound, "there is no such page (404)"),
    407: (Unauthorized, "the proxy wants a login (407)"),
    410: (Gone, "the page is gone for good (410)"),
    429: (RateLimited, "the server asks for fewer requests (429)"),
    451: (LegalReasons, "the page is withheld for legal reasons (451)"),
    999: (Forbidden, "the server refuses us (999)"),
}


def require_page(status: int, headers: Mapping[str, str], patience: float) -> None:
    """Raise the error that ``status`` means, unless it is 200 or its like.

    A 503 that asks for more than ``patience`` seconds is RateLimited: that is no outage.
    """
    if 200 <= status < 300 and status not in MEANINGS:
        return
    retry_at = retry_after(headers) if status in (429, 503) else None
    if status == 503 and retry_at and (retry_at - datetime.now(UTC)).total_seconds() > patience:
        raise RateLimited("the server asks to come back later (503)", status=status, retry_at=retry_at)
    if status in MEANINGS:
        kind, words = MEANINGS[status]
        raise kind(words, status=status, retry_at=retry_at)
    if 500 <= status < 600:
        raise ServerError(f"the server failed ({status})", status=status, retry_at=retry_at)
    if 400 <= status < 500:
        raise BadRequest(f"the server refuses the request ({status})", status=status)
    raise HttpError(f"the server answered {status}, which means nothing here", status=status)


def retry_after(headers: Mapping[str, str]) -> datetime | None:
    """Return when Retry-After asks us back, by our clock; None if it says nothing sensible."""
    text = headers.get("Retry-After", "").strip()
    now = datetime.now(UTC)
    if re.fullmatch(r"[0-9]+", text):
        seconds = min(int(text[:12]), LONGEST_WAIT.total_seconds())
        return now + timedelta(seconds=seconds)
    moment = http_date(text)
    if not moment:
        return None
    # A server whose clock is off means so long after its own Date.
    wait = moment - (http_date(headers.get("Date", "")) or now)
    return now + max(timedelta(0), min(wait, LONGEST_WAIT))


def http_date(text: str) -> datetime | None:
    """Read a date of HTTP's.

    >>> http_date("Sun, 06 Nov 1994 08:49:37 GMT").isoformat()
    '1994-11-06T08:49:37+00:00'
    """
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
