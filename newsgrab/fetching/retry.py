"""What is worth asking for again, and after which pause."""

from __future__ import annotations

from datetime import UTC, datetime
from random import SystemRandom

from newsgrab.errors import (
    ConnectError,
    ConnectionReset,
    NewsgrabError,
    ProtocolError,
    RateLimited,
    ServerError,
    Truncated,
)
from newsgrab.fetching.settings import FetchSettings

MOST_AGAIN = 2  # of a server that answers, and wrongly
_FAULTS = (ConnectionReset, ProtocolError, ServerError, Truncated)
_random = SystemRandom()


def pause_after(error: NewsgrabError, settings: FetchSettings) -> float | None:
    """Return how long to wait before asking again, or None when it is of no use."""
    attempt = error.attempts
    if is_put_off(error) or not _is_worth_it(error) or attempt > _most_retries(error, settings):
        return None
    pause: float = settings.pause * 2 ** (attempt - 1) * (1 + _random.random() / 2)
    if error.retry_at:
        pause = max(pause, (error.retry_at - datetime.now(UTC)).total_seconds())
    return pause


def longest_wait(error: NewsgrabError, settings: FetchSettings) -> float:
    """Return how long one fetch may wait in all, before it asks again after ``error``.

    A server cannot make it wait for ever, but does not cut short the few tries that a fault is worth.
    """
    return settings.patience * (MOST_AGAIN if isinstance(error, _FAULTS) else 1)


def is_put_off(error: NewsgrabError) -> bool:
    """Tell whether the host was not even asked, because of what it had asked of us before."""
    return isinstance(error, RateLimited) and error.status is None


def _is_worth_it(error: NewsgrabError) -> bool:
    if isinstance(error, Truncated) and error.status:  # 206: it is what the server means to send
        return False
    return isinstance(error, (*_FAULTS, ConnectError, RateLimited))


def _most_retries(error: NewsgrabError, settings: FetchSettings) -> int:
    return min(settings.retries, MOST_AGAIN) if isinstance(error, _FAULTS) else settings.retries
