"""One session for each host, so that its connection serves page after page, whichever thread asks."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsgrab.fetching import Fetcher

MOST_IDLE = 64  # sessions kept for hosts that nobody is asking at the moment


class Sessions:
    """Fetchers by host; the caller sees to it that a host is asked by one thread at a time."""

    def __init__(self, open_fetcher: Callable[[], Fetcher], *, most_idle: int = MOST_IDLE) -> None:
        self._open_fetcher = open_fetcher
        self._most_idle = most_idle
        self._idle: OrderedDict[str, Fetcher] = OrderedDict()  # the longest idle first
        self._guard = threading.Lock()

    @contextmanager
    def of(self, host: str) -> Iterator[Fetcher]:
        """Lend the host's fetcher, and keep it for the next page."""
        with self._guard:
            fetcher = self._idle.pop(host, None)
        fetcher = fetcher or self._open_fetcher()
        try:
            yield fetcher
        finally:
            with self._guard:
                self._idle[host] = fetcher
                surplus = self._idle.popitem(last=False)[1] if len(self._idle) > self._most_idle else None
            if surplus:
                surplus.close()

    def close(self) -> None:
        """Close every session that is not in use."""
        with self._guard:
            idle = list(self._idle.values())
            self._idle.clear()
        for fetcher in idle:
            fetcher.close()
