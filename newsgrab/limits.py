"""A bound on how much work reading one page may be.

What is counted is the time that the process itself has worked: a page is not refused because other programs
keep the machine busy, or because a lid was closed over it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from newsgrab.errors import TooComplex

READING_SECONDS = 20.0
HAS_CLOCK = hasattr(signal, "setitimer")  # a clock for the process's own work: POSIX


@contextmanager
def time_limit(seconds: float = READING_SECONDS) -> Iterator[None]:
    """Raise TooComplex when the block is more work than that.

    It needs such a clock and the main thread; elsewhere pages are read in processes of their own, which have
    a limit each.
    """
    if not HAS_CLOCK or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def deadly_limit(seconds: float) -> Iterator[None]:
    """End the whole process with SIGPROF when the block is more work than that, whatever it is in."""
    if HAS_CLOCK:
        signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        if HAS_CLOCK:
            signal.setitimer(signal.ITIMER_PROF, 0)


def is_death_of_limit(exit_code: int | None) -> bool:
    """Tell whether a process that ended so had reached its ``deadly_limit``."""
    return HAS_CLOCK and exit_code == -signal.SIGPROF


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise TooComplex("reading the page took too long")
