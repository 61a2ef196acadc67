"""Processes that run functions under limits: what hangs or crashes takes nothing else with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from queue import LifoQueue
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from newsgrab.errors import NewsgrabError, Shortage, Stopped, TooComplex
from newsgrab.limits import HAS_CLOCK, READING_SECONDS, deadly_limit, is_death_of_limit
from newsgrab.stopping import FROM_TERMINAL

Job = TypeVar("Job")
Answer = TypeVar("Answer")

MOST_DEATHS = 2  # of processes over one job
PAUSES = (0.05, 0.2, 1.0)  # seconds before a process is begun again
_REAPING_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one job may take, and for how many jobs a process lives."""

    seconds: float = READING_SECONDS  # of work; of patience where there is no clock for it
    patience: float = 600.0  # seconds on the wall: for a process that hangs, or a machine that is very busy
    memory: int = 1_000_000_000  # bytes of address space that a process may have
    jobs: int = 2_000  # the first hundred pages of each take a third longer, until it knows its patterns


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    jobs: int = 0
    is_busy: bool = False


class _DiedError(Exception):
    """The process has gone; never seen outside this module."""


class Workers:
    """At most ``count`` processes, each started when there is work for it; any thread may ask them."""

    def __init__(
        self, *, count: int = 0, limits: Limits | None = None, preload: tuple[str, ...] = ()
    ) -> None:
        self._limits = limits or Limits()
        self._context = _context(preload)
        self._idle: LifoQueue[_Worker | None] = LifoQueue()  # None: not yet started
        self._alive: set[_Worker] = set()
        self._guard = threading.Lock()
        self._is_closed = False
        for _ in range(count or usable_cores()):
            self._idle.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, function: Callable[[Job], Answer], job: Job) -> Answer:
        """Wait for a free process, have it call ``function``, which it finds by name, and return its answer.

        Raises what the function raised; TooComplex for a job that takes too long or ends two processes;
        Stopped after ``close``.
        """
        for _ in range(MOST_DEATHS):
            worker = self._borrow()
            try:
                return cast("Answer", self._ask(worker, (function, job)))
            except _DiedError:
                continue
            finally:
                self._give_back(worker)
        raise TooComplex("reading this page ended the process that read it, twice")

    def close(self) -> None:
        """End every process at once; whoever waits for an answer gets Stopped."""
        with self._guard:
            self._is_closed = True
            workers = tuple(self._alive)
        for worker in workers:
            self._end(worker)

    def _borrow(self) -> _Worker:
        worker = self._idle.get()
        try:
            return worker or self._start()
        except BaseException:
            self._idle.put(None)
            raise

    def _give_back(self, worker: _Worker) -> None:
        if worker.is_busy or worker.jobs >= self._limits.jobs:
            self._end(worker)
            self._idle.put(None)
        else:
            self._idle.put(worker)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._limits), daemon=True)
        with self._guard:
            if self._is_closed:
                raise Stopped("the run was stopped")
            _begin(process)
            worker = _Worker(process, ours)
            self._alive.add(worker)
        theirs.close()
        if not ours.poll(self._limits.patience):
            self._end(worker)
            raise TooComplex("no process could be started to read this page")
        return worker

    def _ask(self, worker: _Worker, job: object) -> Any:  # noqa: ANN401  what came through a pipe
        worker.is_busy = True
        try:
            if worker.jobs == 0:
                worker.connection.recv()  # the word that it is ready
            worker.jobs += 1
            worker.connection.send(job)
            if not worker.connection.poll(self._patience):
                raise TooComplex("reading this page does not end")
            answer, error = worker.connection.recv()
        except (EOFError, OSError) as gone:
            if self._is_closed:
                raise Stopped("the run was stopped") from gone
            worker.process.join(_REAPING_SECONDS)
            if is_death_of_limit(worker.process.exitcode):
                raise TooComplex(f"reading this page takes longer than {self._limits.seconds:g} s") from gone
            raise _DiedError from gone
        worker.is_busy = False
        if error is not None:
            raise error
        return answer

    @property
    def _patience(self) -> float:
        return self._limits.patience if HAS_CLOCK else self._limits.seconds

    def _end(self, worker: _Worker) -> None:
        with self._guard:
            self._alive.discard(worker)
        worker.process.kill()
        worker.process.join()
        with suppress(OSError):
            worker.connection.close()


def warm_up(preload: tuple[str, ...]) -> None:
    """Start the process that others are copied from, and have it import these modules; wait for nothing."""
    if _context(preload).get_start_method() == "forkserver":
        from multiprocessing import forkserver, resource_tracker  # not where there are none

        with suppress(OSError):
            resource_tracker.ensure_running()  # would let go what is held below
        # The run decides what a signal to all means: what is started while it is held never sees it.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, FROM_TERMINAL)
        try:
            with suppress(OSError):  # the first page that needs a process will tell
                forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def usable_cores() -> int:
    """Count the cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _context(preload: tuple[str, ...]) -> ForkServerContext | SpawnContext:
    """Choose how processes start: never by a plain fork beside threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


def _begin(process: BaseProcess) -> None:
    """Start a process, also where what it is to be copied from is ended just now: there will be another."""
    for pause in PAUSES:
        with suppress(EOFError, ConnectionError):
            process.start()
            return
        time.sleep(pause)
    try:
        process.start()
    except (EOFError, ConnectionError) as error:
        raise Shortage("the system starts no further process") from error


def _serve(connection: Connection, limits: Limits) -> None:
    """Answer jobs until the other end goes; an expected failure is an answer too."""
    for number in FROM_TERMINAL:
        signal.signal(number, signal.SIG_IGN)  # it is sent to all; the run decides
    _limit_memory(limits.memory)
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            function, job = connection.recv()
            with _undisturbed():
                with deadly_limit(limits.seconds):
                    answer = _answer(function, job)
                connection.send(answer)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put SIGTERM off: a service manager sends it to all, and of a page under way the run decides."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _answer(function: Callable[[Job], Answer], job: Job) -> tuple[Answer | None, BaseException | None]:
    try:
        return function(job), None
    except NewsgrabError as error:
        return None, error
    except (MemoryError, RecursionError):
        return None, TooComplex("reading this page takes more memory than it may")
    except Exception as bug:  # noqa: BLE001  the border of a process: one page's bug must not end the run
        wrapped = NewsgrabError(f"{type(bug).__name__}: {bug}")
        wrapped.add_note("".join(traceback.format_exception(bug)))
        return None, wrapped


def _limit_memory(most: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    with suppress(ValueError, OSError):  # a limit that is lower already stays
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
