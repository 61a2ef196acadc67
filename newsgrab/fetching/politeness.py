"""One request in flight per host, a pause between two, and hosts that asked to be left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import SystemRandom

from newsgrab.errors import Stopped

JITTER = 0.25  # a delay of 1 s is 1 to 1.25 s, so that runs do not beat in step


@dataclass(slots=True)
class _Host:
    delay: float
    free_at: float = 0.0  # on the monotonic clock
    lock: threading.Lock = field(default_factory=threading.Lock)


class Politeness:
    """What is owed to each host; one value for all threads of a run."""

    def __init__(self, delay: float = 1.0, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._delay = delay
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()
        self._stopped = threading.Event()
        self._random = SystemRandom()

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until ``host`` may be asked, and keep everybody else from asking it meanwhile."""
        state = self._host(host)
        with self._locked(state.lock):
            self.pause(state.free_at - self._clock())
            try:
                yield
            finally:
                delay = state.delay * (1 + JITTER * self._random.random())
                state.free_at = max(state.free_at, self._clock() + delay)

    def put_off(self, host: str, seconds: float) -> None:
        """Leave ``host`` alone for so long; it asked for it."""
        state = self._host(host)
        state.free_at = max(state.free_at, self._clock() + seconds)

    def slow_down(self, host: str, delay: float) -> None:
        """Take at least ``delay`` seconds between two requests to ``host`` from now on."""
        state = self._host(host)
        state.delay = max(state.delay, delay)

    def wait_for(self, host: str) -> float:
        """Return how many seconds ``host`` is to be left alone yet; requests in flight apart."""
        with self._guard:
            state = self._hosts.get(host)
        return max(0.0, state.free_at - self._clock()) if state else 0.0

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

    def _host(self, host: str) -> _Host:
        with self._guard:
            return self._hosts.setdefault(host, _Host(self._delay))

    @contextmanager
    def _locked(self, lock: threading.Lock) -> Iterator[None]:
        while not lock.acquire(timeout=0.5):
            self.pause(0)
        try:
            yield
        finally:
            lock.release()
