"""Bounds on how much work reading one page may be, and how much memory it may take.

What is counted is the time that the process itself has worked: a page is not refused because other programs
keep the machine busy, or because a lid was closed over it.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from newsgrab.errors import TooComplex

READING_SECONDS = 20.0
READING_BYTES = 800_000_000  # more than the process has before
STATM = Path("/proc/self/statm")  # Linux's own account, in pages
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
def memory_limit(more: int = READING_BYTES) -> Iterator[None]:
    """Raise TooComplex when the block takes more memory than that, or nests its calls too deep.

    The memory is bounded where the system says how much of it a process has (Linux).
    """
    try:
        with _bounded(more):
            yield
    except (MemoryError, RecursionError) as error:
        raise TooComplex("reading the page takes more memory than it may") from error


@contextmanager
def _bounded(more: int) -> Iterator[None]:
    """Have the system give this process so much more address space, unless it may have less already."""
    size = _size()
    if not size:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = size + more if soft == resource.RLIM_INFINITY else min(soft, size + more)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _size() -> int:
    """Return how much address space this process has, in bytes; 0 where nobody says."""
    with suppress(OSError, ValueError):
        return int(STATM.read_text("ascii").split()[0]) * os.sysconf("SC_PAGESIZE")
    return 0


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
