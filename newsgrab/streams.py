"""The standard streams as a run wants them: open, in UTF-8, and no hindrance to the work."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Talk(io.RawIOBase):
    """Standard error: where a full disk or a slow reader takes no words, the work goes on without them.

    The exit code says what came of it. A reader that has left is another matter: that ends a run.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return os.isatty(self._descriptor)

    def fileno(self) -> int:
        return self._descriptor

    def write(self, payload: ReadableBuffer, /) -> int:
        try:
            return os.write(self._descriptor, payload)
        except BrokenPipeError:
            raise
        except OSError:
            return len(memoryview(payload))


def prepare() -> None:
    """Make the standard streams ready, before anything is read or said."""
    _open_streams()
    _forgive()
    _speak_utf8()


def silence(stream: TextIO) -> None:
    """Have nothing more come out of a stream, nor fail, of what is written to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def silence_unread() -> None:
    """Silence the standard streams whose readers have left."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()  # what could not be written is still held
        except BrokenPipeError:
            silence(stream)


def _open_streams() -> None:
    """Put nothing in the place of each standard stream that was closed, or a file would get its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  to the end


def _forgive() -> None:
    own = sys.__stderr__
    if own is not None and sys.stderr is own:  # and not what a caller of ours put in its place
        buffer = io.BufferedWriter(_Talk(own.fileno()))
        sys.stderr = io.TextIOWrapper(buffer, encoding="utf-8", line_buffering=True)


def _speak_utf8() -> None:
    """Print UTF-8 whatever the locale: cron often has none."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
