"""What happened in the archive, one JSON object a line: only ever added to, and readable without us.

The article files are the truth about the articles. The journal holds what they cannot: the hash each was
saved with, further addresses, what a server said about its version, and what failed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from newsgrab.archive.disk import DISK, Disk, open_to_read, translated

Event = dict[str, object]


class Journal:
    """The file's end, open for writing; its lines are on the disk after ``flush``."""

    def __init__(self, path: Path, disk: Disk = DISK) -> None:
        self.path, self._disk = path, disk
        self._descriptor: int | None = None
        self._is_flushed = True
        self._is_torn = False  # the last line lacks its end

    def add(self, event: Event) -> int:
        """Add one event, and return where the file ends then."""
        line = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        with translated(self.path):
            if self._descriptor is None:
                self._is_torn = _ends_torn(self.path)
                self._descriptor = self._disk.append(self.path)
            line = b"\n" + line if self._is_torn else line
            self._is_flushed, self._is_torn = False, True
            self._disk.write(self._descriptor, line + b"\n")
            self._is_torn = False
            return os.fstat(self._descriptor).st_size

    def flush(self) -> None:
        """Wait until every event is on the disk."""
        if self._descriptor is not None and not self._is_flushed:
            with translated(self.path):
                self._disk.fsync(self._descriptor)
            self._is_flushed = True

    def close(self) -> None:
        """Flush, and let the file go."""
        if self._descriptor is None:
            return
        try:
            self.flush()
        finally:
            os.close(self._descriptor)
            self._descriptor = None


class SilentJournal(Journal):
    """For an archive that cannot be written to: what happens is not written down."""

    def add(self, event: Event) -> int:
        """Write nothing."""
        del event
        return 0


def replay(path: Path, offset: int = 0) -> Iterator[tuple[Event, int]]:
    """Give the events from ``offset`` on, each with the place where it ends.

    A line that a kill has cut, that is no UTF-8, has half a character in it or is a nest beyond Python is no
    event.
    An offset past the end means another file: all is read.
    """
    with translated(path), suppress(FileNotFoundError), open_to_read(path) as lines:
        lines.seek(offset if offset <= os.fstat(lines.fileno()).st_size else 0)
        for line in lines:
            with suppress(ValueError, RecursionError):
                event = json.loads(line.decode("utf-8"))
                if b"\\u" in line:
                    json.dumps(event, ensure_ascii=False).encode("utf-8")  # half a character cannot be
                if isinstance(event, dict) and line.endswith(b"\n"):
                    yield event, lines.tell()


def _ends_torn(path: Path) -> bool:
    with suppress(FileNotFoundError), open_to_read(path) as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            return file.read(1) != b"\n"
    return False
