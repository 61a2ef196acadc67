"""What is still to be asked for: a queue per host, and the next host whose turn has come.

The addresses wait in a temporary file; in memory there are eight bytes for each, however long the list.
"""

from __future__ import annotations

import heapq
import tempfile
import threading
import time
from array import array
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from newsgrab.errors import DiskFull, reason_of
from newsgrab.urls import PORTS

_REFRESH = b"!"
_COMPACT_AT = 1024  # used offsets are cut off when they are more than this, and more than half


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One address whose turn it is; its host has no other until ``done`` is called."""

    url: str
    host: str
    refresh: bool = False  # ask even if it is in the archive
    tries: int = 0


@dataclass(slots=True)
class _Host:
    offsets: array[int] = field(default_factory=lambda: array("Q"))
    first: int = 0  # offsets before it are used up
    again: list[Task] = field(default_factory=list)
    is_queued: bool = False  # in the heap, or its task is under way

    @property
    def waiting(self) -> int:
        return len(self.offsets) - self.first + len(self.again)


class Frontier:
    """Addresses by host; any thread may add, take and finish."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._ready: list[tuple[float, int, str]] = []  # when, in which order, who
        self._order = 0
        self._under_way = 0
        self._is_complete = False
        self._is_closed = False
        self._changed = threading.Condition()
        self._spool = tempfile.TemporaryFile(prefix="newsgrab-")  # noqa: SIM115  closed by close()
        self._end = 0

    def add(self, url: str, *, refresh: bool = False) -> None:
        """Put an address behind the others of its host."""
        line = (_REFRESH if refresh else b" ") + url.encode("utf-8", "surrogatepass") + b"\n"
        with self._changed:
            if self._is_closed:
                return
            self._write(line)
            name = host_of(url)
            host = self._hosts.setdefault(name, _Host())
            host.offsets.append(self._end)
            self._end += len(line)
            self._enqueue(name, host, self._clock())

    def complete(self) -> None:
        """Say that nothing more will be added."""
        with self._changed:
            self._is_complete = True
            self._changed.notify_all()

    def take(self) -> Task | None:
        """Wait for an address whose host is free; None when there will be none."""
        with self._changed:
            while not self._is_closed:
                now = self._clock()
                if self._ready and self._ready[0][0] <= now:
                    self._under_way += 1
                    name = heapq.heappop(self._ready)[2]
                    return self._next_of(name, self._hosts[name])
                if not self._ready and not self._under_way and self._is_complete:
                    return None
                self._changed.wait(self._ready[0][0] - now if self._ready else None)
            return None

    def done(self, task: Task, pause: float, *, again: bool = False) -> None:
        """Free the host of a task after ``pause`` seconds; ``again`` puts the task before the others."""
        with self._changed:
            self._under_way -= 1
            host = self._hosts[task.host]
            if again:
                host.again.append(replace(task, tries=task.tries + 1))
            host.is_queued = False
            if host.waiting:
                self._enqueue(task.host, host, self._clock() + pause)
            else:
                del self._hosts[task.host]
            self._changed.notify_all()

    def give_up(self, host_name: str) -> list[str]:
        """Return everything that waits for this host, and forget it; for the thread that has its task."""
        with self._changed:
            host = self._hosts.get(host_name)
            urls: list[str] = []
            while host and host.waiting and not self._is_closed:
                urls.append(self._next_of(host_name, host).url)
            return urls

    def close(self) -> None:
        """Let nobody take anything more."""
        with self._changed:
            self._is_closed = True
            with suppress(OSError):  # what could not be written is needed no more
                self._spool.close()
            self._changed.notify_all()

    def _write(self, line: bytes) -> None:
        try:
            self._spool.seek(self._end)
            self._spool.write(line)
        except OSError as error:
            place = tempfile.gettempdir()
            raise DiskFull(f"no room for what waits to be asked, in {place}: {reason_of(error)}") from error

    def _enqueue(self, name: str, host: _Host, when: float) -> None:
        if not host.is_queued:
            host.is_queued = True
            self._order += 1
            heapq.heappush(self._ready, (when, self._order, name))
            self._changed.notify()

    def _next_of(self, name: str, host: _Host) -> Task:
        if host.again:
            return host.again.pop(0)
        self._spool.seek(host.offsets[host.first])
        host.first += 1
        if host.first > _COMPACT_AT and 2 * host.first > len(host.offsets):
            host.offsets, host.first = host.offsets[host.first :], 0
        line = self._spool.readline()
        url = line[1:-1].decode("utf-8", "surrogatepass")
        return Task(url=url, host=name, refresh=line.startswith(_REFRESH))


def host_of(url: str) -> str:
    """Return the host as politeness counts it: another port is another host, unless it is the scheme's own.

    >>> host_of("https://WWW.Example.org:443/a"), host_of("http://example.org:8080/")
    ('www.example.org', 'example.org:8080')
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in (None, PORTS.get(parts.scheme)) else f"{host}:{parts.port}"
