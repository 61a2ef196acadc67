"""The only package that writes files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgrab.archive.disk import DISK, Disk
from newsgrab.archive.entry import Entry
from newsgrab.archive.failures import Failure
from newsgrab.archive.listing import Filter
from newsgrab.archive.opening import opened
from newsgrab.archive.reader import Reader, read_archive
from newsgrab.archive.rebuilding import illustrate, rebuild
from newsgrab.archive.verifying import verify
from newsgrab.archive.writing import Archive, Filing

__all__ = [
    "Archive",
    "Entry",
    "Failure",
    "Filing",
    "Filter",
    "Reader",
    "illustrate",
    "open_archive",
    "read_archive",
    "rebuild",
    "verify",
]  # fmt: skip


@contextmanager
def open_archive(
    path: Path, filing: Filing | None = None, *, wait: bool = False, disk: Disk = DISK
) -> Iterator[Archive]:
    """Open an archive for writing, making it if it is not there, and hold its lock.

    Raises UsageError for a template that cannot be used; Locked, saying who holds it, unless ``wait``;
    ArchiveError.
    """
    with opened(path, disk, wait=wait) as ledger:
        yield Archive(path.absolute(), ledger, filing or Filing(), disk)
