"""Writing once: a file is there whole and under its name, or it is not there."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from newsgrab.archive.disk import DISK, Disk, translated
from newsgrab.errors import ArchiveIo

PREFIX, SUFFIX = ".newsgrab-", ".tmp"


def write_new(path: Path, payload: bytes, disk: Disk = DISK) -> None:
    """Write a file that was not there; raises FileExistsError, DiskFull, ReadOnly or ArchiveIo.

    The name is free when it is asked for; only one process writes here (see ``lock``).
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    write_over(path, payload, disk)


def write_over(path: Path, payload: bytes, disk: Disk = DISK) -> None:
    """Write a file in the place of the one that is there, if any: the old or the new, never a part.

    Temporary file in the same folder, fsync, rename, fsync of the folder.
    """
    make_folders(path.parent, disk)
    temporary = path.parent / f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}"
    with translated(path):
        try:
            _write_through(temporary, payload, disk)
            disk.rename(temporary, path)
        except BaseException:
            with suppress(OSError):
                disk.remove(temporary)
            raise
        disk.fsync_folder(path.parent)


def write_where_asked(path: Path, payload: bytes) -> None:
    """Write a file that a person named: in place of the one there, but into a device, pipe or link."""
    path = path.absolute()
    with translated(path):
        if path.is_symlink() or is_no_file(path):
            path.write_bytes(payload)
            return
    write_over(path, payload)


def put_in_place(temporary: Path, path: Path, disk: Disk = DISK) -> None:
    """Give a whole file that was written beside its place that place: fsync, rename, fsync of the folder."""
    with translated(path):
        descriptor = disk.append(temporary)
        try:
            disk.fsync(descriptor)
        finally:
            os.close(descriptor)
        disk.rename(temporary, path)
        disk.fsync_folder(path.parent)


def status(path: Path) -> os.stat_result | None:
    """Return what the system knows of the file or folder of this name, None where there is none.

    Asked once: between two questions another run may make it, or remove it. Raises ArchiveIo.
    """
    with translated(path):
        try:
            return path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None


def is_no_file(path: Path) -> bool:
    """Tell whether something other than a file has this name; raises ArchiveIo."""
    found = status(path)
    return found is not None and not stat.S_ISREG(found.st_mode)


def make_folders(folder: Path, disk: Disk = DISK) -> None:
    """Make ``folder`` and those above it that are missing, each on the disk before the next."""
    for path in reversed(_missing(folder)):
        with translated(path):
            disk.make_folder(path)
            disk.fsync_folder(path.parent)


def _missing(folder: Path) -> list[Path]:
    """Return ``folder`` and those above it that are missing, the deepest first."""
    missing = []
    while folder.parent != folder:
        with translated(folder):
            if os.path.lexists(folder):  # asked first: another run may make it between two questions
                if folder.is_dir():
                    break
                raise ArchiveIo(f"{folder} is in the way: it is no folder")
        missing.append(folder)
        folder = folder.parent
    return missing


def is_temporary(name: str) -> bool:
    """Tell whether a file of this name is what a killed run left behind."""
    return name.startswith(PREFIX) and name.endswith(SUFFIX)


def _write_through(path: Path, payload: bytes, disk: Disk) -> None:
    descriptor = disk.create(path)
    try:
        disk.write(descriptor, payload)
        disk.fsync(descriptor)
    finally:
        os.close(descriptor)
