"""The archive, open for reading: no lock, and nothing is written if it cannot be."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newsgrab.archive import capture as warc
from newsgrab.archive import schema, searching
from newsgrab.archive.catalog import Catalog
from newsgrab.archive.differences import Difference, differences
from newsgrab.archive.disk import read_if_there
from newsgrab.archive.entry import Entry
from newsgrab.archive.failures import Failure
from newsgrab.archive.journal import SilentJournal
from newsgrab.archive.ledger import Ledger
from newsgrab.archive.listing import Filter, listed
from newsgrab.archive.lock import locked
from newsgrab.archive.naming import ENDING
from newsgrab.archive.opening import Places, agree, bring_up_to_date, given_up, require
from newsgrab.archive.pictures import picture_beside
from newsgrab.archive.reading import Filed, parse
from newsgrab.archive.revisions import compare, is_silent
from newsgrab.archive.searching import Hit, Snippet
from newsgrab.archive.stock import take_stock
from newsgrab.errors import ArchiveError, Damaged, DiskFull, Locked, NotInArchive, ReadOnly, UsageError
from newsgrab.model import Page
from newsgrab.urls import site, without_userinfo

log = logging.getLogger(__name__)
_MOST_CANDIDATES = 5
_WAYS = "an address, the path of the file or a part of its name says which"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One line of an article's history."""

    entry: Entry
    changes: tuple[str, ...]  # () for the first
    is_silent: bool  # words changed, and neither date nor correction says so

    def told(self) -> str:
        """Say what changed."""
        if not self.changes:
            return "first saved"
        return f"changed: {', '.join(self.changes)}{' (silent)' if self.is_silent else ''}"


class Reader:
    """What an archive holds. Made by ``read_archive``."""

    def __init__(self, root: Path, catalog: Catalog) -> None:
        self.root = root
        self.catalog = catalog

    def entries(self, chosen: Filter | None = None, limit: int = -1) -> Iterator[Entry]:
        """Give articles, the latest first."""
        return listed(self.catalog, chosen or Filter(), limit)

    def failures(self) -> Iterator[Failure]:
        """Give the addresses that could not be archived."""
        return self.catalog.failures()

    def search(self, query: str, chosen: Filter | None = None, limit: int = 20) -> Iterator[Hit]:
        """Give the articles that have every word of ``query``, the best first."""
        return searching.search(self.catalog, query, chosen or Filter(), limit)

    def snippet(self, hit: Hit, query: str) -> Snippet:
        """Return the words around what was found."""
        return searching.snippet(self.filed(hit.entry), query)

    def article(self, name: str) -> Entry:
        """Return the article that a person means: an address, a path, or a part of a file's name.

        Raises NotInArchive, and UsageError if several fit.
        """
        entry = self.catalog.find(name) if site(name) else self._by_path(name)
        if entry:
            return entry
        candidates = self.catalog.with_words_in_name(name, _MOST_CANDIDATES + 1) if _is_telling(name) else []
        if len(candidates) > 1:
            files = ", ".join(one.file for one in candidates[:_MOST_CANDIDATES])
            more = ", ..." if len(candidates) > _MOST_CANDIDATES else ""
            raise UsageError(f"several articles fit {without_userinfo(name)!r}: {files}{more}")
        if not candidates:
            raise NotInArchive(f"the archive has no article {without_userinfo(name)!r}: {_WAYS}")
        return candidates[0]

    def lost(self, name: str) -> list[str]:
        """Return the article files that someone deleted and that a person means, as ``article`` does."""
        return self.catalog.lost(name) if _is_telling(name) else []

    def text(self, entry: Entry) -> str:
        """Return an article file as it is; raises NotInArchive if it is gone."""
        payload = read_if_there(self.root / entry.file)
        if payload is None:
            raise NotInArchive(f"{entry.file} is no more there")
        return payload.decode("utf-8", "replace")

    def filed(self, entry: Entry) -> Filed:
        """Return an article file's fields and body; raises NotInArchive or Damaged."""
        found = parse(self.text(entry))
        if found is None:
            raise Damaged(f"{entry.file} is no article file any more")
        return found

    def picture(self, entry: Entry, name: str) -> bytes | None:
        """Return a picture that an article names and that is saved beside it, or None."""
        return picture_beside(self.root, entry.file, name)

    def page(self, entry: Entry) -> Page:
        """Return the page that an article was made of; raises NotInArchive if none was kept, Damaged."""
        if entry.capture is None:
            raise NotInArchive(f"no capture of {entry.file} was kept")
        return warc.stored_page(self.root, entry.capture, entry.capture_sha256)

    def history(self, entry: Entry) -> list[Revision]:
        """Return an article's revisions, the first one first, with what changed in each."""
        revisions: list[Revision] = []
        before: Entry | None = None
        for one in self.catalog.revisions(entry.stem):
            changes = compare(before.fingerprint, one.fingerprint) if before else ()
            revisions.append(Revision(entry=one, changes=changes, is_silent=is_silent(changes)))
            before = one
        return revisions

    def revision(self, entry: Entry, number: int | None) -> Entry:
        """Return a revision of an article by its number, or ``entry`` for None; raises NotInArchive."""
        if number is None:
            return entry
        for one in self.catalog.revisions(entry.stem):
            if one.revision == number:
                return one
        raise NotInArchive(f"{entry.stem} has no revision {number}")

    def differences(self, old: Entry, new: Entry) -> tuple[Difference, ...]:
        """Return what changed between two revisions, word by word."""
        return differences(self.filed(old), self.filed(new))

    def _by_path(self, name: str) -> Entry | None:
        root = _without_dots(self.root)
        for path in map(_without_dots, (self.root / name, Path(name))):
            if path.is_relative_to(root):
                file = path.relative_to(root).as_posix()
                found = self.catalog.entry(file) or self.catalog.entry(file + ENDING)
                if found:
                    return found
        return None


@contextmanager
def read_archive(path: Path) -> Iterator[Reader]:
    """Open an archive for reading; its catalog is brought up to date if that can be done at once.

    Raises NotInArchive where there is no archive.
    """
    places = require(path)
    is_behind = False
    try:
        bring_up_to_date(places.root)
    except DiskFull as error:
        is_behind = True
        log.warning("%s; for now the catalog is made again in memory", error)
    except (Locked, ReadOnly) as error:
        log.info("the catalog is read as it is: %s", error)
    try:
        with (
            schema.translated(places.catalog),
            closing(_in_memory(places) if is_behind else _catalog(places)) as catalog,
        ):
            catalog.connection.create_function("folded", 1, _folded, deterministic=True)
            yield Reader(places.root, catalog)
    except schema.CatalogDamaged as error:
        told = error
        with suppress(ArchiveError), locked(places.lock, wait=False):
            told = given_up(error, places.catalog)
        raise told from error


def _catalog(places: Places) -> Catalog:
    try:
        return Catalog(schema.connect_to_read(places.catalog))
    except ArchiveError as error:
        log.warning("%s; it is made again in memory", error)
        return _in_memory(places)


def _in_memory(places: Places) -> Catalog:
    """Make a catalog that is not kept, of an archive that cannot be written to."""
    catalog = Catalog(schema.connect_in_memory())
    ledger = Ledger(places.root, catalog, SilentJournal(places.journal))
    ledger.catch_up()
    agree(ledger, places.root, take_stock(places.root))
    return catalog


def _is_telling(name: str) -> bool:
    """Tell whether this can be a part of one file's name: nothing, "." and "/" are part of every one's."""
    return any(map(str.isalnum, name))


def _without_dots(path: Path) -> Path:
    """Return a path in full; links are not followed, for one may lead out of the archive."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _folded(text: object) -> str:
    return searching.unaccented(str(text)) if text is not None else ""
