"""A bound on how long reading one page may take in this process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from newsgrab.errors import TooComplex

READING_SECONDS = 20.0


@contextmanager
def time_limit(seconds: float = READING_SECONDS) -> Iterator[None]:
    """Raise TooComplex when the block takes longer.

    It needs an alarm clock (POSIX) and the main thread; elsewhere pages are read in processes of their own,
    which have a limit each.
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise TooComplex("reading the page took too long")
