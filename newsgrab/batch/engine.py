"""Many addresses at once: threads that fetch and save, one host to one thread at a time."""

from __future__ import annotations

import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from newsgrab.archive import Archive, Failure
from newsgrab.batch.frontier import Frontier, Task
from newsgrab.errors import (
    ArchiveError,
    ConnectError,
    ConnectionReset,
    DnsError,
    NewsgrabError,
    RateLimited,
    Shortage,
    Stopped,
    TimeoutExceeded,
    TlsError,
)
from newsgrab.fetching import Politeness
from newsgrab.inputs.urllist import BadLine, Line
from newsgrab.model import Failed, Unchanged
from newsgrab.outcomes import exit_code_of, failure
from newsgrab.pipeline import Bench, Result, archive_url
from newsgrab.urls import without_userinfo
from newsgrab.workers import Workers

MOST_SILENCES = 5  # addresses of one host in a row without an answer; then its others are left alone
MOST_PATIENCE = timedelta(seconds=60)  # a host that asks for a longer pause is left alone for this run
MOST_TRIES = 3
SILENCES = (ConnectError, ConnectionReset, DnsError, TimeoutExceeded, TlsError)
PASSING = ("net.", "http.server_error", "run.", "archive.")
UNASKED = ("policy.private_address", "policy.scheme")  # what is refused without a request costs nobody one

GRACE = 2.0  # seconds, once told to stop, in which pages under way may still be saved
STOP = 4.0  # seconds after which nobody is waited for any more
_TICK = 0.25
_HELD = 64  # parcels of results between the threads and their reader
_PARCEL = 100  # results that cost nothing, such as those of known addresses, travel together

_FEWEST_THREADS = 2  # one that reads the lists, and one that works

Job = Callable[[], None]
Told = Result | BadLine
Parcel = tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a batch works with; a bench is opened for each page, by its host."""

    open_bench: Callable[[str], AbstractContextManager[Bench]]
    archive: Archive
    politeness: Politeness
    workers: Workers
    threads: int = 32
    refresh: bool = False
    retry_failed: bool = False
    max_time: float = float("inf")  # seconds
    tags_of: Callable[[str], tuple[str, ...]] = lambda _: ()


class Batch:
    """One run over many addresses; reading ``results`` makes it happen."""

    def __init__(self, lines: Iterable[Line | BadLine | Failed], orders: Orders) -> None:
        self._lines = lines
        self._orders = orders
        self._frontier = Frontier()
        self._results: queue.Queue[Parcel | BaseException | None] = queue.Queue(_HELD)
        self._silences: Counter[str] = Counter()
        self._left_alone: dict[str, NewsgrabError] = {}  # by host; what is listed later is not asked either
        self._ends_at = time.monotonic() + orders.max_time
        self._is_over = threading.Event()
        self._ended = 0
        self.known = 0  # addresses read so far
        self.is_known_whole = False  # nothing more is to be read

    @property
    def left(self) -> int:
        """Count the addresses that have not ended yet; after the run, those that were not come to."""
        return self.known - self._ended

    def results(self) -> Iterator[Told]:
        """Do the work; yield how each address ended, in the order in which they end.

        Raises ArchiveError when the archive is in trouble, BadInput when a list is.
        """
        threads: list[threading.Thread] = []
        try:
            threads += _started(self._guarded, [self._feed, *[self._work] * self._orders.threads])
            yield from self._until_ended(len(threads))
        finally:
            self._end()
            for thread in threads[1:]:  # the reader of the lists may be waiting for a person
                thread.join(max(0.0, self._ends_at + STOP - time.monotonic()))

    def stop(self) -> None:
        """Begin nothing new; what is under way has a moment to end. For a signal handler, too."""
        self._ends_at = min(self._ends_at, time.monotonic())

    def _until_ended(self, running: int) -> Iterator[Told]:
        while running:
            late = time.monotonic() - self._ends_at
            if late >= 0:
                self._frontier.close()
            if late >= GRACE:
                self._end()
            if late >= STOP:
                return
            try:
                result = self._results.get(timeout=_TICK)
            except queue.Empty:
                continue
            if isinstance(result, BaseException):
                raise result
            if result is None:
                running -= 1
            else:
                for told in result:
                    self._ended += isinstance(told, Result)
                    yield told

    def _end(self) -> None:
        """End every wait and every process now."""
        self.stop()
        self._is_over.set()
        self._frontier.close()
        self._orders.politeness.stop()
        self._orders.workers.close()

    def _guarded(self, job: Callable[[], None]) -> None:
        """Do a thread's job; what it cannot handle itself is for the one who reads the results."""
        try:
            job()
        except Stopped:
            pass
        except BaseException as error:  # noqa: BLE001  raised again in the reader's thread
            self._report(error)
        finally:
            self._report(None)

    def _report(self, result: Parcel | BaseException | None) -> None:
        while True:
            try:
                return self._results.put(result, timeout=_TICK)
            except queue.Full:
                if self._is_over.is_set():
                    return None

    def _feed(self) -> None:
        """Read the lists; what is known already is answered here, without a request."""
        answers: list[Told] = []
        try:
            for line in self._lines:
                if time.monotonic() >= self._ends_at:
                    break
                answer = self._take_in(line)
                if answer:
                    answers.append(answer)
                if len(answers) >= _PARCEL or (answers and not answer):
                    self._report(tuple(answers))
                    answers.clear()
            else:
                self.is_known_whole = True
        finally:
            self._report(tuple(answers))
            self._frontier.complete()

    def _take_in(self, line: Line | BadLine | Failed) -> Told | None:
        """Return the answer to a line that needs no request, and put any other into the frontier."""
        if isinstance(line, BadLine):
            return line
        self.known += 1
        if isinstance(line, Failed):
            return Result(outcome=line)
        answer = self._known_answer(line)
        if answer is None:
            self._frontier.add(line.url, refresh=line.refresh or self._orders.refresh)
        return answer

    def _known_answer(self, line: Line) -> Result | None:
        if not (line.refresh or self._orders.refresh):
            file = self._orders.archive.find_file(line.url)
            if file:
                return Result(outcome=Unchanged(url=without_userinfo(line.url), file=file, asked=False))
        known = None if self._orders.retry_failed else self._orders.archive.failure(line.url)
        return (
            Result(outcome=_put_off(line.url, known))
            if known and is_put_off(known, datetime.now(UTC))
            else None
        )

    def _work(self) -> None:
        while task := self._frontier.take():
            again_in: float | None = None
            try:
                with self._orders.open_bench(task.host) as bench:
                    again_in = self._settle(task, bench)
            finally:
                pause = max(again_in or 0.0, self._wait_for(task.host))
                self._frontier.done(task, pause, again=again_in is not None)

    def _wait_for(self, host: str) -> float:
        """Return in how many seconds a host's next address is to be taken up.

        A redirect from elsewhere may have put it off for long: its addresses are then told so at once.
        """
        seconds = self._orders.politeness.wait_for(host)
        return seconds if seconds <= MOST_PATIENCE.total_seconds() else 0.0

    def _settle(self, task: Task, bench: Bench) -> float | None:
        """Archive one address and report how it ended; or return in how many seconds to try once more."""
        if task.host in self._left_alone:
            self._do_not_ask(task.url, task.host)
            return None
        try:
            result = archive_url(task.url, self._bench_for(task, bench))
        except (ArchiveError, Shortage, Stopped):
            raise
        except RateLimited as error:
            wait = _wait(error)
            if wait is not None and wait <= MOST_PATIENCE and task.tries + 1 < MOST_TRIES:
                return wait.total_seconds()
            self._fail(task, error)
            if not error.is_elsewhere:
                self._leave_host(task.host, error)
        except NewsgrabError as error:
            self._fail(task, error)
            self._count_silence(task.host, error)
        else:
            self._silences.pop(task.host, None)
            self._report((result,))
        return None

    def _bench_for(self, task: Task, bench: Bench) -> Bench:
        return replace(bench, refresh=task.refresh, tags=self._orders.tags_of(task.url))

    def _fail(self, task: Task, error: NewsgrabError) -> None:
        failed = failure(task.url, error)
        remembered = self._orders.archive.record_failure(failed)
        self._report((Result(outcome=replace(failed, retry_at=remembered.retry_at)),))

    def _count_silence(self, host: str, error: NewsgrabError) -> None:
        """Leave a host alone that does not answer at all: each further try would cost a whole deadline."""
        if error.is_elsewhere or not isinstance(error, SILENCES):
            self._silences.pop(host, None)
            return
        self._silences[host] += 1
        if self._silences[host] >= MOST_SILENCES:
            self._leave_host(host, error)

    def _leave_host(self, host: str, error: NewsgrabError) -> None:
        """Fail what waits for a host without asking; only for the thread that has the host's task.

        When the host said until when, the next run is to know it too.
        """
        self._left_alone[host] = error
        for url in self._frontier.give_up(host):
            self._do_not_ask(url, host)

    def _do_not_ask(self, url: str, host: str) -> None:
        error = self._left_alone[host]
        message = f"not asked, since {host} is put off: {error}"
        failed = replace(failure(url, error), attempts=0, message=message)
        if error.retry_at:
            self._orders.archive.record_failure(failed)
        self._report((Result(outcome=failed),))


def _started(guarded: Callable[[Job], None], jobs: Iterable[Job]) -> Iterator[threading.Thread]:
    """Start a thread for each job, or as many as the system lets us; Shortage where two are too many."""
    for place, job in enumerate(jobs):
        thread = threading.Thread(target=guarded, args=(job,), daemon=True)
        try:
            thread.start()
        except RuntimeError as error:  # what Python says where the system starts no more
            if place < _FEWEST_THREADS:
                raise Shortage("the system starts no further thread") from error
            return
        yield thread


def is_put_off(known: Failure, now: datetime) -> bool:
    """Tell whether it is too early to ask again.

    A fault of the network may have passed at any moment, and the user may have allowed what was refused.
    """
    return not known.code.startswith(PASSING + UNASKED) and not known.is_due(now)


def _put_off(url: str, known: Failure) -> Failed:
    when = known.retry_at.astimezone().isoformat(" ", "minutes")
    return Failed(
        url=without_userinfo(url),
        code=known.code,
        message=f"{known.message} (not asked again before {when}; --retry-failed asks now)",
        exit_code=exit_code_of(known.code),
        status=known.status,
        attempts=known.attempts,
        retry_at=known.retry_at,
    )


def _wait(error: RateLimited) -> timedelta | None:
    """Return how long the host wants to be left alone."""
    return max(error.retry_at - datetime.now(UTC), timedelta(0)) if error.retry_at else None
