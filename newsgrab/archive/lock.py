"""One writer at a time: a lock that the operating system takes back when its holder dies."""

from __future__ import annotations

import logging
import os
import platform
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from newsgrab.archive.disk import translated
from newsgrab.errors import ArchiveIo, Locked

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)
_FAR = 1 << 30  # Windows keeps readers out of a locked byte: lock one far behind the words


@contextmanager
def locked(path: Path, *, wait: bool) -> Iterator[None]:
    """Hold the lock file ``path``; who holds it is written in it.

    Raises Locked, saying who, if another process holds it and ``wait`` is false; ArchiveIo where the file
    system, such as one on another machine, gives no locks.
    """
    descriptor = _opened(path)
    try:
        with translated(path):
            if not _take(descriptor, wait=False):
                holder = _holder(path)
                if not wait:
                    raise Locked(f"another run is at work in {path.parent.parent}: {holder}")
                log.warning("waiting for another run in %s: %s", path.parent.parent, holder)
                _take(descriptor, wait=True)
            _sign(descriptor, _ourselves())
        yield
        with suppress(OSError):
            _sign(descriptor, "")
    finally:
        os.close(descriptor)  # and with it the lock


def _opened(path: Path) -> int:
    """Open the lock file; raises ArchiveIo for what is none, such as a pipe: nobody could sign it."""
    with translated(path):
        # It is emptied: somebody else's archive could have a link here to a file of ours.
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return descriptor
    os.close(descriptor)
    raise ArchiveIo(f"{path} is in the way: it is no file")


def _sign(descriptor: int, words: str) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, words.encode())


def _ourselves() -> str:
    started = datetime.now(UTC).isoformat(timespec="seconds")
    command = Path(sys.argv[0]).name if sys.argv else "python"
    return f"process {os.getpid()} on {platform.node()}, {command}, since {started}\n"


def _holder(path: Path) -> str:
    with suppress(OSError):
        return path.read_text("utf-8", "replace").strip() or "a process that has not yet said its name"
    return "a process that cannot be told"


if sys.platform == "win32":

    def _take(descriptor: int, *, wait: bool) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True

else:

    def _take(descriptor: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
