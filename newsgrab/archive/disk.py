"""The few things that are asked of a disk, in one place, so that a test can make any of them fail."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from newsgrab.errors import ArchiveError, ArchiveIo, DiskFull, ReadOnly, reason_of

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_NO_LEAVE = {errno.EACCES, errno.EPERM}


class Disk:
    """The operating system's own."""

    def create(self, path: Path) -> int:
        """Open a new file for writing; FileExistsError if it is there."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)

    def append(self, path: Path) -> int:
        """Open a file for adding to its end, but not one elsewhere to which there is a link in its place."""
        kind = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | kind, 0o666)

    def write(self, descriptor: int, payload: bytes) -> None:
        """Write all of ``payload``."""
        rest = memoryview(payload)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    def fsync(self, descriptor: int) -> None:
        """Wait until what was written is on the disk."""
        os.fsync(descriptor)

    def rename(self, old: Path, new: Path) -> None:
        """Give a whole file its name, in the place of any that had it."""
        old.replace(new)

    def make_folder(self, path: Path) -> None:
        """Make one folder; one that is there is fine."""
        path.mkdir(exist_ok=True)

    def fsync_folder(self, path: Path) -> None:
        """Wait until the names in a folder are on the disk; Windows has no such thing."""
        if os.name != "posix":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is gone is fine."""
        path.unlink(missing_ok=True)


DISK = Disk()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the operating system says about ``path`` into our errors."""
    try:
        yield
    except OSError as error:
        raise archive_error(error, path) from error


def open_to_read(path: Path) -> BufferedReader:
    """Open a file; OSError where there is none.

    Raises ArchiveIo for a pipe or a device in a file's place: reading one might never end.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISREG(kind):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    raise ArchiveIo(f"{path} is no file")


def read_if_there(path: Path) -> bytes | None:
    """Return what is in a file, or None if there is none, be there a folder of that name or not."""
    with translated(path):
        try:
            with open_to_read(path) as file:
                return file.read()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None
        except ValueError:  # a NUL in it: no file has such a name
            return None


def sha256(payload: bytes) -> str:
    """Return the hash by which what was written is known again, in hexadecimal digits."""
    return hashlib.sha256(payload).hexdigest()


def is_there(path: Path) -> bool:
    """Tell whether there is such a file; raises ReadOnly where that may not be seen."""
    with translated(path):
        return path.is_file()


def archive_error(error: OSError, path: Path) -> ArchiveError:
    """Return our error for the operating system's."""
    reason = reason_of(error)
    if error.errno in _FULL:
        return DiskFull(f"no room to write {path}: {reason}")
    if error.errno == errno.EROFS:
        return ReadOnly(f"{path} may not be written: {reason}")
    if error.errno in _NO_LEAVE:
        return ReadOnly(f"no leave to use {path}: {reason}")
    return ArchiveIo(f"{path}: {reason}")
