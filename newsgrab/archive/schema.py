"""The catalog's file: an index of the article files in SQLite, which can be deleted at any time.

Whoever changes the tables raises ``VERSION``; a catalog of another version is made again.
"""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsgrab.archive.store import is_no_file, status
from newsgrab.errors import ArchiveError, ArchiveIo, Damaged, DiskFull, Locked, ReadOnly

VERSION = 1
_BUSY_SECONDS = 30.0
_LEAST_ROOM = 65_536  # bytes; a disk with less is full
_HEADER = 100  # bytes, as SQLite's file format has it
_REST = ("-wal", "-shm", "-journal")  # what SQLite keeps beside its file
_WORDS_HELD = 64_000_000  # bytes of the index of words that are gathered before they are written down
_WORDS_HELD_USUALLY = 1_048_576  # FTS5's own
_PAGES_HELD = 64_000  # kB
_PAGES_CHECKED = 5_000  # a larger catalog is not read through each time: 20 MB
SCHEMA = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE article(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file TEXT NOT NULL UNIQUE, name_key TEXT NOT NULL, stem TEXT NOT NULL, revision INTEGER NOT NULL,
        sha256 TEXT NOT NULL, url TEXT, host TEXT, headline TEXT, byline TEXT, authors TEXT NOT NULL,
        publisher TEXT, section TEXT, keywords TEXT NOT NULL, language TEXT, date_published TEXT,
        date_modified TEXT, retrieved_at TEXT, paywalled INTEGER NOT NULL, capture TEXT, capture_sha256 TEXT,
        fingerprint TEXT NOT NULL, sort_date TEXT
    );
    CREATE UNIQUE INDEX article_stem ON article(stem, revision);
    CREATE INDEX article_date ON article(sort_date);
    CREATE INDEX article_name ON article(name_key);
    CREATE INDEX article_sha256 ON article(sha256);
    CREATE TABLE address(
        identity TEXT NOT NULL, file TEXT NOT NULL, PRIMARY KEY(identity, file)
    ) WITHOUT ROWID;
    CREATE INDEX address_file ON address(file);
    CREATE TABLE version(
        file TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, checked_at TEXT
    ) WITHOUT ROWID;
    CREATE TABLE failure(
        identity TEXT PRIMARY KEY, url TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
        status INTEGER, attempts INTEGER NOT NULL, failed_at TEXT NOT NULL, retry_at TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE missing(file TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE folder(path TEXT PRIMARY KEY, mtime_ns INTEGER NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(
        headline, standfirst, byline, captions, body, sources,
        content='', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
    );
"""


class CatalogDamaged(Damaged):
    """The catalog's file is bad; it can be made again."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says into our errors; Damaged is for a file that is no catalog any more."""
    try:
        yield
    except sqlite3.Error as error:
        raise _error_for(error, path) from error


def connect(path: Path) -> sqlite3.Connection:
    """Open the catalog, or make an empty one; raises Damaged for one that is not to be trusted."""
    with translated(path):
        if _size(path) == 0:
            clear_rest(path)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False)
        with _closed_if_bad(connection, path):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            if connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
                connection.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
            _check(connection, path)
        return connection


@contextmanager
def _closed_if_bad(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite quotes the garbled bytes
        connection.close()
        raise CatalogDamaged(f"{path} is garbled") from error
    except BaseException:
        connection.close()
        raise


def connect_aside(path: Path) -> sqlite3.Connection:
    """Make an empty catalog to be filled at once, fast: nothing waits for the disk, and a kill spoils it.

    It is to be put in its place only when it is whole, see ``finish_aside``.
    """
    with translated(path):
        connection = sqlite3.connect(path, check_same_thread=False)
        connection.executescript(f"""
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{_PAGES_HELD};
            BEGIN; {SCHEMA} INSERT INTO words(words, rank) VALUES('hashsize', {_WORDS_HELD});
        """)
        return connection


def finish_aside(connection: sqlite3.Connection) -> None:
    """Give a catalog that was filled at once the settings that it is to be used with."""
    connection.execute("INSERT INTO words(words, rank) VALUES('hashsize', ?)", (_WORDS_HELD_USUALLY,))
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.commit()


def require_files(path: Path) -> None:
    """Raise Damaged for a folder or a pipe in the place of the catalog or of what SQLite keeps beside it."""
    for each in (path, *_rest_of(path)):
        if is_no_file(each):
            raise CatalogDamaged(f"{each} is no file")


def clear_rest(path: Path) -> None:
    """Remove what SQLite kept beside a catalog that is no more there; a folder was not SQLite's."""
    for rest in _rest_of(path):
        if rest.is_dir():
            rest.replace(free_name(rest))
        else:
            rest.unlink(missing_ok=True)


def free_name(path: Path) -> Path:
    """Return the first ``.corrupt-N`` that a bad file can be kept as."""
    names = (path.with_name(f"{path.name}.corrupt-{number}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())


def _rest_of(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + rest) for rest in _REST)


def connect_in_memory() -> sqlite3.Connection:
    """Make an empty catalog that is gone with the program."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.executescript(f"{SCHEMA} PRAGMA user_version = {VERSION};")
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open the catalog without writing, from a medium that cannot be written to if need be."""
    require_files(path)
    with translated(path):
        for mode in ("mode=ro", "immutable=1"):
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=_BUSY_SECONDS
            )
            try:
                with _closed_if_bad(connection, path):
                    _check(connection, path)
            except sqlite3.OperationalError:
                if mode == "immutable=1":
                    raise
            else:
                return connection
    raise CatalogDamaged(f"{path} cannot be opened")


def _is_cut(path: Path) -> bool:
    """Tell whether the file is shorter than its own header says, and no log could make up for it.

    Reading it all would tell too, but takes seconds for a large catalog.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    pages = int.from_bytes(header[28:32])
    page_size = int.from_bytes(header[16:18])
    is_valid = header[24:28] == header[92:96]
    log = path.with_name(path.name + "-wal")
    return is_valid and not _size(log) and path.stat().st_size < pages * page_size


def _size(path: Path) -> int:
    """Return a file's length in bytes, 0 where there is none: a run that ends removes its log at any time."""
    found = status(path)
    return found.st_size if found else 0


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise Damaged for another version's catalog or one that was cut; sqlite3.Error for a garbled one."""
    if _is_cut(path):
        raise CatalogDamaged(f"{path} was cut")
    if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        raise CatalogDamaged(f"{path} was made by another version")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    if pages <= _PAGES_CHECKED:
        problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            raise CatalogDamaged(f"{path}: {' '.join(problem.split())}")
    connection.execute("SELECT count(*) FROM meta").fetchone()


def _error_for(error: sqlite3.Error, path: Path) -> ArchiveError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Locked(f"{path} is in use by another program: {error}")
    if name.startswith("SQLITE_FULL") or (name.startswith("SQLITE_IOERR") and _is_full(path)):
        return DiskFull(f"no room to write {path}: {error}")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return ReadOnly(f"{path} may not be written: {error}")
    if name.startswith("SQLITE_IOERR"):
        return ArchiveIo(f"{path}: {error}")
    return CatalogDamaged(f"{path}: {error}")


def _is_full(path: Path) -> bool:
    """Tell whether no room is left: then SQLite calls what it could not write an I/O error."""
    try:
        return min(shutil.disk_usage(path.parent).free, _room_to_grow(path)) < _LEAST_ROOM
    except OSError:
        return False


def _room_to_grow(path: Path) -> float:
    """Return how many bytes the catalog, or what is kept beside it, may grow yet by the user's own limits."""
    with suppress(ImportError):  # not where there are no such limits
        import resource

        most, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
        if most != resource.RLIM_INFINITY:
            return most - max(map(_size, (path, *_rest_of(path))))
    return float("inf")
