"""Opening an archive: the lock, the catalog, and what a killed run or a person left behind."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newsgrab.archive import schema
from newsgrab.archive.catalog import Catalog
from newsgrab.archive.disk import DISK, Disk, is_there, read_if_there, translated
from newsgrab.archive.entry import Entry
from newsgrab.archive.journal import Journal, SilentJournal
from newsgrab.archive.ledger import CATALOG, Ledger, Loaded, load_file
from newsgrab.archive.lock import locked
from newsgrab.archive.stock import HIDDEN, Stock, take_stock
from newsgrab.archive.store import PREFIX, SUFFIX, make_folders, put_in_place, write_over
from newsgrab.errors import NotInArchive, OtherLayout
from newsgrab.text import without_controls

FORMAT = "1"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Places:
    """The archive's own files."""

    root: Path

    @property
    def hidden(self) -> Path:
        """Return the folder of everything that is not an article."""
        return self.root / HIDDEN

    @property
    def format(self) -> Path:
        """Return the file that holds the layout's version."""
        return self.hidden / "format"

    @property
    def lock(self) -> Path:
        """Return the lock file."""
        return self.hidden / "lock"

    @property
    def catalog(self) -> Path:
        """Return the index."""
        return self.hidden / CATALOG

    @property
    def journal(self) -> Path:
        """Return the record of events."""
        return self.hidden / "journal.jsonl"


@contextmanager
def opened(root: Path, disk: Disk = DISK, *, wait: bool) -> Iterator[Ledger]:
    """Lock an archive, making it first if it is not there, and bring its catalog up to date.

    Raises Locked, ReadOnly, DiskFull, ArchiveIo, or OtherLayout for a later version's archive.
    """
    places = Places(root.absolute())
    with _ready_ledger(places, disk, wait=wait) as ledger:
        yield ledger
        reconcile(ledger, places.root, disk)
        ledger.commit()


def bring_up_to_date(root: Path, disk: Disk = DISK) -> None:
    """Make an archive's catalog agree with the files; raises as ``opened`` does."""
    with _ready_ledger(Places(root.absolute()), disk, wait=False):
        pass


@contextmanager
def _ready_ledger(places: Places, disk: Disk, *, wait: bool) -> Iterator[Ledger]:
    make_folders(places.hidden, disk)
    with locked(places.lock, wait=wait):
        _check_format(places, disk)
        ledger = _ledger(places, disk)
        try:
            with schema.translated(places.catalog):
                yield ledger
        except schema.CatalogDamaged as error:
            ledger.close()
            raise given_up(error, places.catalog) from error
        finally:
            ledger.close()


def reconcile(ledger: Ledger, root: Path, disk: Disk = DISK) -> None:
    """Make the catalog agree with the files, and sweep away what killed runs left half-written."""
    catalog = ledger.catalog
    found = take_stock(root, catalog.folders())
    for path in found.temporary:
        with translated(root / path):
            disk.remove(root / path)
    if found.folders or found.gone:
        agree(ledger, root, found)
        catalog.set_folders(found.folders, found.gone)


def agree(ledger: Ledger, root: Path, found: Stock) -> None:
    """Adopt files without a row, follow those that were renamed, and note those that are gone."""
    catalog = ledger.catalog
    rows = {file: sha256 for file, sha256 in catalog.files() if found.covers(file)}
    missing = {rows[file]: file for file in sorted(rows.keys() - found.files)}
    for loaded in _by_age(root, found.files - rows.keys()):
        old = missing.pop(loaded.entry.sha256, None)
        if old is None:
            ledger.adopted(loaded)
        else:
            ledger.moved(old, loaded)
    ledger.missed(sorted(missing.values()))


def _by_age(root: Path, files: Iterable[str]) -> Iterator[Loaded]:
    """Read article files in the order in which they were saved; twice, so that never all are held at once."""
    ages = sorted(_age(loaded.entry) for file in files if (loaded := load_file(root, file)))
    for *_, file in ages:
        loaded = load_file(root, file)
        if loaded:
            yield loaded


def _age(entry: Entry) -> tuple[str, str, int, str]:
    return entry.retrieved_at or "", entry.stem, entry.revision, entry.file


def _check_format(places: Places, disk: Disk) -> None:
    """Write the layout's version into a new archive; raise OtherLayout for a later one."""
    written = without_controls((read_if_there(places.format) or b"").decode("utf-8", "replace"))
    version = " ".join(written.split())
    if not version:
        write_over(places.format, f"{FORMAT}\n".encode(), disk)
    elif version != FORMAT:
        raise OtherLayout(f"{places.root} has layout {version[:20]}; this newsgrab knows layout {FORMAT}")


def _ledger(places: Places, disk: Disk) -> Ledger:
    """Open the catalog, or make it again from the files if it is missing, cut or garbled."""
    try:
        return _ready(places, disk)
    except schema.CatalogDamaged as error:
        kept = set_aside(places.catalog)
        log.warning("%s; it is made again from the files, and kept as %s", error, kept.name)
        return _ready(places, disk)


def _ready(places: Places, disk: Disk) -> Ledger:
    with translated(places.catalog):
        schema.require_files(places.catalog)
    if not _has_bytes(places.catalog) and _has_bytes(places.journal):
        _make_again(places, disk)
    ledger = Ledger(places.root, Catalog(schema.connect(places.catalog)), Journal(places.journal, disk))
    try:
        with schema.translated(places.catalog):
            ledger.catch_up()
            reconcile(ledger, places.root, disk)
            ledger.commit()
    except BaseException:
        ledger.close()
        raise
    return ledger


def _has_bytes(path: Path) -> bool:
    return is_there(path) and path.stat().st_size > 0


def _make_again(places: Places, disk: Disk) -> None:
    """Make a catalog of all that was written down, beside its place, and put it there when it is whole."""
    aside = places.catalog.with_name(f"{PREFIX}{CATALOG}{SUFFIX}")
    with translated(aside):
        aside.unlink(missing_ok=True)
        schema.clear_rest(places.catalog)
    try:
        _fill(aside, places)
        put_in_place(aside, places.catalog, disk)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def _fill(path: Path, places: Places) -> None:
    connection = schema.connect_aside(path)
    ledger = Ledger(places.root, Catalog(connection), SilentJournal(places.journal))
    try:
        ledger.catch_up()
        with schema.translated(path):
            schema.finish_aside(connection)
            ledger.commit()
    finally:
        ledger.close()


def given_up(error: schema.CatalogDamaged, catalog: Path) -> schema.CatalogDamaged:
    """Set aside a catalog that turned out bad in the middle of the work; return what to say of it."""
    kept = set_aside(catalog)
    return schema.CatalogDamaged(f"{error}; it is kept as {kept.name}, and the next run makes it again")


def set_aside(catalog: Path) -> Path:
    """Keep a bad catalog as ``.corrupt-N``, and return that name."""
    with translated(catalog):
        kept = schema.free_name(catalog)
        catalog.replace(kept)
        schema.clear_rest(catalog)
    return kept


def require(root: Path) -> Places:
    """Return the places of an archive that is there; raises NotInArchive where there is none."""
    places = Places(root.absolute())
    with translated(places.hidden):
        has_archive = places.hidden.is_dir()
    if not has_archive:
        raise NotInArchive(f"there is no archive in {root}; --archive says where one is")
    return places
