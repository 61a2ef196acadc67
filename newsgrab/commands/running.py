"""What batch, update and ingest share: being stopped, telling, counting, and the list of what failed."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from logging.handlers import WatchedFileHandler
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Protocol, Self

import click

from newsgrab.batch.tally import Tally
from newsgrab.commands.options import PATH, fetch_settings, filing, given, usual
from newsgrab.commands.progress import Progress
from newsgrab.commands.report import print_json, result_fields, say_outcome
from newsgrab.config import MOST_WORKERS
from newsgrab.errors import BadInput, ExitCode, reason_of
from newsgrab.model import Failed, Outcome
from newsgrab.outcomes import exit_code_of
from newsgrab.stopping import CODES, heeded
from newsgrab.streams import silence_unread
from newsgrab.text import collapse

if TYPE_CHECKING:
    from newsgrab.batch.crew import Crew
    from newsgrab.config import Config
    from newsgrab.inputs.urllist import BadLine
    from newsgrab.pipeline import Result

log = logging.getLogger("newsgrab.run")  # for --log-file alone: a terminal is told by Telling
log.propagate = False
log.setLevel(logging.INFO)
log.disabled = True  # until there is a file: making a record for nobody takes longer than counting a page

# The options of a long run.
run_options = given(
    click.option(
        "--workers",
        type=click.IntRange(1, MOST_WORKERS),
        metavar="N",
        help=f"Hosts asked at the same time ({usual('workers')}).",
    ),
    click.option("--max-time", type=float, metavar="S", help="Begin nothing new after so many seconds."),
    click.option("--failed", type=PATH, metavar="FILE", help="Write what failed as a list."),
    click.option("--log-file", type=PATH, metavar="FILE", help="Add what happens to this file."),
)


@dataclass(slots=True, kw_only=True)
class Telling:
    """Who is to be told what; every result passes here once."""

    archive: Path
    progress: Progress
    as_json: bool
    is_quiet: bool  # failures only
    is_silent: bool = False  # not even warnings
    hear: Callable[[Outcome], bool] = lambda _: True  # returns whether a failure is trouble
    tally: Tally = field(default_factory=Tally)
    failed: list[Failed] = field(default_factory=list)

    @classmethod
    def of_all(cls, archive: Path, *, as_json: bool, is_quiet: bool) -> Self:
        """Tell each page, or with --quiet the failures alone."""
        return cls(
            archive=archive,
            progress=Progress(is_wanted=not is_quiet),
            as_json=as_json,
            is_quiet=is_quiet,
            is_silent=is_quiet,
        )

    def tell(self, result: Result) -> None:
        """Count a result, log it, and print what is asked for."""
        outcome = result.outcome
        is_trouble = self.hear(outcome)
        if isinstance(outcome, Failed) and not is_trouble:
            log.info("%s: passed over: %s %s", outcome.url, outcome.code, outcome.message)
            return
        self.tally.add(outcome)
        if self.as_json:
            print_json(result_fields(result, self.archive))
        if isinstance(outcome, Failed):
            self.failed.append(outcome)
            log.warning("%s: error[%s] %s", outcome.url, outcome.code, outcome.message)
            self.progress.talk(f"{outcome.url}: error[{outcome.code}] {outcome.message}")
            return
        self._warn(result)
        log.info("%s: %s", outcome.url, outcome.file)
        if not self.is_quiet and not self.progress.is_shown:
            say_outcome(outcome, self.archive)

    def _warn(self, result: Result) -> None:
        for warning in result.warnings:
            log.warning("%s", warning)
            if not self.is_silent:
                self.progress.talk(warning)

    def tell_bad_line(self, line: BadLine) -> None:
        """Count and print a line that was no address."""
        self.tally.bad_lines += 1
        log.warning("%s: line %d: error[%s] %s", line.name, line.number, line.code, line.message)
        if self.as_json:
            error = {"class": line.code, "message": line.message, "exit_code": int(exit_code_of(line.code))}
            print_json({"input": line.name, "line": line.number, "status": "failed", "error": error})
        self.progress.talk(f"{line.name}: line {line.number}: error[{line.code}] {line.message}")


class Run(Protocol):
    """What reads pages, one after the other, until there are no more or it is told to stop."""

    known: int  # pages so far
    is_known_whole: bool  # nothing more is to be read

    @property
    def left(self) -> int:
        """Count the pages that are known and were not come to."""

    def results(self) -> Iterator[Result | BadLine]:
        """Do the work; yield how each page ended."""

    def stop(self) -> None:
        """Begin nothing new."""


@contextmanager
def stopped_by_signals(batch: Run) -> Iterator[list[ExitCode]]:
    """Let a signal end the batch in order, a second one at once; the list gets the exit code."""
    received: list[ExitCode] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        if received:
            raise KeyboardInterrupt
        received.append(ExitCode(CODES[number]))
        batch.stop()

    before = {number: signal.signal(number, stop) for number in heeded()}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _LogFile(WatchedFileHandler):
    """A log file that is given up, with one line, when it can be written to no more: the run goes on."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; logrotate may have taken the folder away as well."""
        try:
            super().emit(record)
        except OSError:
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802  logging's own name
        """Say once what is wrong."""
        if not log.disabled:
            log.disabled = True
            reason = reason_of(error) if isinstance(error := sys.exception(), OSError) else "it is closed"
            click.echo(f"newsgrab: {self.baseFilename} can be written to no more: {reason}", err=True)

    def close(self) -> None:
        """Close the file, whatever could not be written to it."""
        with suppress(OSError):
            super().close()


@contextmanager
def logged_to(path: Path | None) -> Iterator[None]:
    """Write what happens, with its time; a file that logrotate moves away is opened anew."""
    if path is None:
        yield
        return
    try:
        handler = _LogFile(path, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise BadInput(f"{path}: cannot be written: {reason_of(error)}") from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S%z"))
    log.addHandler(handler)
    log.disabled = False
    try:
        yield
    finally:
        log.disabled = True
        log.removeHandler(handler)
        handler.close()


@contextmanager
def crew_for(config: Config, *, wait: bool) -> Iterator[Crew]:
    """Open the archive and assemble what a long run needs."""
    from newsgrab.archive import open_archive
    from newsgrab.batch.crew import Crew

    with (
        open_archive(config.archive, filing(config), wait=wait) as archive,
        Crew.assembled(archive, fetch_settings(config), config.rules) as crew,
    ):
        yield replace(crew, images=config.images)


def run(batch: Run, telling: Telling, *, is_fail_fast: bool = False) -> ExitCode | None:
    """Read the results of a batch to their end; return the exit code of the signal that ended it, if any.

    A reader that leaves ends it too, and what is left undone then counts as it always does.
    """
    from newsgrab.inputs.urllist import BadLine

    try:
        with stopped_by_signals(batch) as received:
            for result in batch.results():
                try:
                    if isinstance(result, BadLine):
                        telling.tell_bad_line(result)
                    else:
                        telling.tell(result)
                except BrokenPipeError:  # who read it has left, as head does
                    silence_unread()
                    batch.stop()
                if is_fail_fast and telling.tally.outcomes["failed"]:
                    batch.stop()
                telling.progress.show(telling.tally, batch.known, is_known_whole=batch.is_known_whole)
    finally:
        telling.progress.erase()
        telling.tally.left = batch.left
        telling.tally.is_cut = not batch.is_known_whole
        log.info("%s", telling.tally.sentence())
    return received[0] if received else None


def require_writable(*paths: Path | None) -> None:
    """Say at once that a file that is to be written in the end cannot be; raises BadInput."""
    for path in filter(None, paths):
        try:
            hindrance = _hindrance(path)
        except OSError as error:  # such a name is too long, or leads in a circle
            hindrance = reason_of(error)
        if hindrance:
            raise BadInput(f"{path}: cannot be written: {hindrance}")


def _hindrance(path: Path) -> str | None:
    """Say what is in the way of writing a file; raises OSError where its name can be none."""
    if path.is_dir():
        return "it is a folder"
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    target = path if path.exists() else folder
    if not folder.is_dir() or not os.access(target, os.W_OK):
        return f"there is no leave to write in {folder}"
    return None


def write_failed(path: Path | None, failed: list[Failed]) -> None:
    """Write the addresses that failed as a list for the next run, each below its reason."""
    if path is None:
        return
    from newsgrab.archive import store

    lines = (f"# error[{each.code}] {collapse(each.message)}\n{each.url}\n" for each in failed)
    store.write_where_asked(path, "".join(lines).encode("utf-8", "surrogatepass"))
