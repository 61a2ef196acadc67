"""One line on a terminal that says how far a run is; nothing where nobody is looking."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TextIO

from newsgrab.batch.tally import Tally
from newsgrab.commands.report import is_terminal
from newsgrab.urls import printable

_SECONDS = 0.2  # between two looks of the line
_ERASE = "\r\x1b[K"


class Progress:
    """The line; ``talk`` prints above it."""

    def __init__(self, stream: TextIO | None = None, *, is_wanted: bool = True) -> None:
        self._stream = stream or sys.stderr
        self._is_shown = is_wanted and is_terminal(self._stream)
        self._began = time.monotonic()
        self._shown_at = 0.0

    @property
    def is_shown(self) -> bool:
        """Tell whether somebody is looking."""
        return self._is_shown

    def talk(self, line: str) -> None:
        """Print a line on standard error, above the progress."""
        self._stream.write(f"{_ERASE if self._is_shown else ''}{printable(line)}\n")
        self._stream.flush()
        self._shown_at = 0.0

    def show(self, tally: Tally, known: int, *, is_known_whole: bool) -> None:
        """Draw the line anew, if it is time."""
        now = time.monotonic()
        if not self._is_shown or now - self._shown_at < _SECONDS:
            return
        self._shown_at = now
        line = describe(tally, known, now - self._began, is_known_whole=is_known_whole)
        self._stream.write(_ERASE + line[: shutil.get_terminal_size().columns - 1])
        self._stream.flush()

    def erase(self) -> None:
        """Leave nothing behind."""
        if self._is_shown:
            self._stream.write(_ERASE)
            self._stream.flush()


def describe(tally: Tally, known: int, seconds: float, *, is_known_whole: bool) -> str:
    """Say how far a run is, how fast, how long it may yet take, and what fails.

    >>> describe(Tally(), 1200, 0.0, is_known_whole=False)
    '0 of 1,200+ pages'
    """
    asked = tally.pages - tally.outcomes["skipped"]
    parts = [f"{tally.pages:,} of {known:,}{'' if is_known_whole else '+'} pages"]
    if asked and seconds > 1:
        rate = asked / seconds
        parts.append(f"{rate:.1f}/s" if rate >= 1 else f"{60 * rate:.0f}/min")
        if is_known_whole and known > tally.pages:
            parts.append(f"about {duration((known - tally.pages) / rate)} left")
    if tally.errors:
        classes = ", ".join(f"{code} {count:,}" for code, count in tally.errors.most_common(3))
        parts.append(f"{tally.outcomes['failed']:,} failed ({classes})")
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """Say a time as a person would.

    >>> duration(50), duration(600), duration(9000)
    ('50 s', '10 min', '2.5 h')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
