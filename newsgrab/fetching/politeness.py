"""One request in flight per host, a pause between two, and hosts that asked to be left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import SystemRandom

from newsgrab.errors import RateLimited, Stopped, TimeoutExceeded

JITTER = 0.25  # a delay of 1 s is 1 to 1.25 s, so that runs do not beat in step
POLL = 0.5  # seconds between two looks at whether the run was stopped
PATIENCE = 60.0  # a host that is put off for longer is not waited for
BUSY = "the host's turn does not come in time"


@dataclass(slots=True)
class _Host:
    delay: float
    free_at: float = 0.0  # on the monotonic clock, like all moments here
    put_off_until: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Politeness:
    """What is owed to each host; one value for all threads of a run."""

    def __init__(
        self,
        delay: float = 1.0,
        *,
        patience: float = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._delay = delay
        self._patience = patience
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()
        self._stopped = threading.Event()
        self._random = SystemRandom()

    @contextmanager
    def turn(self, host: str, *, at_once: bool = False, until: float | None = None) -> Iterator[float]:
        """Wait until ``host`` may be asked and keep others from asking it meanwhile; gives the wait.

        ``at_once`` leaves the delay out: to follow a host's redirect to itself is to go on with the request.
        Raises RateLimited when the host asked to be left alone for longer than patience lasts, and
        TimeoutExceeded when it is no one's turn before ``until`` comes.
        """
        began = self._clock()
        state = self._host(host)
        ends_at = float("inf") if until is None else until
        with self._locked(state.lock, ends_at):
            wait = 1.0
            while wait > 0:  # it may be put off while it is waited for
                wait = max(self._put_off(host, state), 0.0 if at_once else state.free_at - self._clock())
                if self._clock() + wait > ends_at:
                    raise TimeoutExceeded(BUSY)
                self.pause(wait)
            try:
                yield self._clock() - began
            finally:
                delay = state.delay * (1 + JITTER * self._random.random())
                state.free_at = self._clock() + delay

    def put_off(self, host: str, seconds: float) -> None:
        """Leave ``host`` alone for so long; it asked for it."""
        state = self._host(host)
        state.put_off_until = max(state.put_off_until, self._clock() + seconds)

    def slow_down(self, host: str, delay: float) -> None:
        """Take at least ``delay`` seconds between two requests to ``host`` from now on."""
        state = self._host(host)
        state.delay = max(state.delay, delay)

    def wait_for(self, host: str) -> float:
        """Return for how many seconds ``host`` is to be left alone yet; a request in flight apart."""
        with self._guard:
            state = self._hosts.get(host)
        return max(0.0, state.free_at - self._clock(), state.put_off_until - self._clock()) if state else 0.0

    def pause(self, seconds: float) -> None:
        """Sleep, unless the run is told to stop: then raise Stopped."""
        if self._stopped.wait(seconds) if seconds > 0 else self._stopped.is_set():
            raise Stopped("the run was stopped")

    def stop(self) -> None:
        """Make every wait end now, and every fetch under way within a second."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Tell whether the run was told to stop."""
        return self._stopped.is_set()

    def _put_off(self, host: str, state: _Host) -> float:
        """Return how long ``host`` is put off yet; raises RateLimited if that is too long."""
        seconds = state.put_off_until - self._clock()
        if seconds > self._patience:
            retry_at = datetime.now(UTC) + timedelta(seconds=seconds)
            raise RateLimited(
                f"not asked: {host} asked for fewer requests, and is left alone until {retry_at:%H:%M} UTC",
                retry_at=retry_at,
            )
        return seconds

    def _host(self, host: str) -> _Host:
        with self._guard:
            return self._hosts.setdefault(host, _Host(self._delay))

    @contextmanager
    def _locked(self, lock: threading.Lock, ends_at: float) -> Iterator[None]:
        while not lock.acquire(timeout=max(0.0, min(POLL, ends_at - self._clock()))):
            self.pause(0)
            if self._clock() >= ends_at:
                raise TimeoutExceeded(BUSY)
        try:
            yield
        finally:
            lock.release()
