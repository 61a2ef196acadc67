"""Removing an article from the disk: its revisions, the captures that no other names, its pictures."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from newsgrab.archive.disk import Disk, translated
from newsgrab.archive.entry import Entry
from newsgrab.archive.ledger import Ledger
from newsgrab.archive.naming import split_revision
from newsgrab.archive.pictures import article_of, files_beside, folder_of


def forget(root: Path, ledger: Ledger, entry: Entry, disk: Disk) -> tuple[str, ...]:
    """Remove every revision of an article with what belongs to it; return the files that are gone.

    Raises ArchiveError.
    """
    with ledger.alone():
        files = [one.file for one in ledger.catalog.revisions(entry.stem)]
        lost = [file for file in ledger.catalog.missing() if split_revision(file)[0] == entry.stem]
        captures = ledger.catalog.captures_of_none_but(entry.stem)
        named = sorted({picture for file in files for picture in files_beside(root, file)})
        pictures = [picture for picture in named if not _is_of_another(picture, entry, ledger)]
    _remove(root, (*files, *captures, *pictures), disk)
    _remove_folders(root, folder_of(entry.file), pictures)
    ledger.forgotten((*files, *lost))
    return (*files, *captures, *pictures)


def forget_lost(root: Path, ledger: Ledger, files: Iterable[str], disk: Disk) -> None:
    """Take no further note of article files that are gone, or so damaged that the catalog cannot read them.

    A damaged one is removed. Raises ArchiveError.
    """
    files = tuple(files)
    _remove(root, files, disk)
    ledger.forgotten(files)


def _remove(root: Path, files: Iterable[str], disk: Disk) -> None:
    for file in files:
        with translated(root / file):
            disk.remove(root / file)


def _is_of_another(picture: str, entry: Entry, ledger: Ledger) -> bool:
    """Tell whether a picture is in the folder of another article; a renamed article's keeps its name."""
    stem = article_of(picture)
    return stem != entry.stem and bool(ledger.catalog.revisions(stem))


def _remove_folders(root: Path, own: str, pictures: Iterable[str]) -> None:
    """Remove the article's own folder with all that is in it, and those that its pictures leave empty."""
    if (root / own).is_dir() and not (root / own).is_symlink():
        with translated(root / own):
            shutil.rmtree(root / own)
    for folder in {(root / picture).parent for picture in pictures}:
        with suppress(OSError):  # it is gone, or somebody has put something else there
            folder.rmdir()
