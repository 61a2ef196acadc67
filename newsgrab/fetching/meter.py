"""How long a fetch may yet take and how much it may yet receive; one Meter per Fetcher."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsgrab.errors import ProtocolError, Stopped, TimeoutExceeded, TooLarge

SLICE = 0.5  # no call blocks for longer, so that a stopped run ends soon
SLOW = "the server is too slow"
MOST_HEAD = 400_000  # bytes of status line and headers, "100 Continue" included


class Meter:
    """A deadline on the monotonic clock and a count of bytes, told of by every socket."""

    def __init__(self, is_stopped: Callable[[], bool]) -> None:
        self._is_stopped = is_stopped
        self._ends_at = 0.0
        self._idle_since = 0.0
        self._patience = 0.0
        self._bytes_left = 0
        self._in_head = True
        self.is_cut = False  # the answer's connection ended without TLS's word that it was to end

    def start(self, seconds: float, *, patience: float) -> None:
        """Begin a fetch: so long in all, and ``patience`` for one step without any progress."""
        self._ends_at = time.monotonic() + seconds
        self._patience = patience
        self.progress()

    @contextmanager
    def aside(self, seconds: float) -> Iterator[None]:
        """Give an errand a budget of its own, and leave it out of account afterwards."""
        began, ends_at = time.monotonic(), self._ends_at
        self.start(seconds, patience=min(self._patience, seconds))
        try:
            yield
        finally:
            self._ends_at = ends_at + time.monotonic() - began

    def extend(self, seconds: float) -> None:
        """Leave a deliberate pause out of account."""
        self._ends_at += seconds

    def expect_head(self) -> None:
        """Count bytes as those of a head from now on."""
        self._in_head, self._bytes_left = True, MOST_HEAD
        self.is_cut = False
        self.progress()

    def expect_body(self, most: int) -> None:
        """Count bytes as those of a body of at most ``most``, chunk sizes apart."""
        self._in_head, self._bytes_left = False, 2 * most + 1_000_000

    def progress(self) -> None:
        """Note that something came or was done."""
        self._idle_since = time.monotonic()

    def step(self) -> float:
        """Return for how long a call that cannot be sliced may block: never 0."""
        return max(0.001, min(self._patience, self._ends_at - time.monotonic()))

    def slice(self) -> float:
        """Return for how long the next call may block: never 0."""
        now = time.monotonic()
        return max(0.001, min(SLICE, self._ends_at - now, self._idle_since + self._patience - now))

    def check(self, reason: str) -> None:
        """Raise TimeoutExceeded or Stopped if it is time to; called when a slice is over."""
        now = time.monotonic()
        if self._is_stopped():
            raise Stopped("the run was stopped")
        if now >= self._ends_at or now >= self._idle_since + self._patience:
            raise TimeoutExceeded(reason)

    def spend(self, count: int) -> None:
        """Account for bytes received; raises when there were too many or the time is over."""
        self._bytes_left -= count
        if self._bytes_left < 0:
            if self._in_head:
                raise ProtocolError("the server sends headers without end")
            raise TooLarge("the server sends more than a body needs")
        self.progress()
        self.check(SLOW)
