"""What the catalog is asked and told; see ``schema`` for its tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

from newsgrab.archive.entry import Entry, Words, sortable
from newsgrab.archive.failures import Failure
from newsgrab.archive.naming import is_article_path, name_key
from newsgrab.archive.revisions import from_json
from newsgrab.archive.script import as_indexed
from newsgrab.text import storable
from newsgrab.urls import identity

_COLUMNS = (
    "file", "stem", "revision", "sha256", "url", "host", "headline", "byline", "authors", "publisher",
    "section", "keywords", "language", "date_published", "date_modified", "retrieved_at", "paywalled",
    "capture", "capture_sha256", "fingerprint",
)  # fmt: skip
SELECT = f"SELECT {', '.join(f'article.{column}' for column in _COLUMNS)} FROM article"  # noqa: S608
IS_LAST = (
    "NOT EXISTS (SELECT 1 FROM article AS later"
    " WHERE later.stem = article.stem AND later.revision > article.revision)"
)
_LATEST = """
    WHERE stem = (
        SELECT stem FROM address JOIN article USING(file) WHERE identity = ? ORDER BY article.id LIMIT 1
    ) ORDER BY revision DESC LIMIT 1
"""
_FIND = f"{SELECT} {_LATEST}"
_FIND_FILE = f"SELECT file FROM article {_LATEST}"  # noqa: S608  only our own names are put in
_FAILURE = "SELECT url, code, message, status, attempts, failed_at, retry_at FROM failure"
_JSON = {"authors", "keywords"}


class Catalog:
    """One connection; it is used by one thread at a time, and what is added is there after ``commit``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def close(self) -> None:
        """Close the file; what was not committed is dropped."""
        self.connection.close()

    def commit(self, offset: int) -> None:
        """Keep what was added; ``offset`` is how much of the journal is in it."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES('journal', ?)", (offset,))
        self.connection.commit()

    def journal_offset(self) -> int:
        """Return how much of the journal is in the catalog."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = 'journal'").fetchone()
        return int(row[0]) if row else 0

    def add(self, entry: Entry, words: Words) -> None:
        """Add an article file, or put it in the place of what was known of its words."""
        row = {**{column: getattr(entry, column) for column in _COLUMNS}, "name_key": name_key(entry.file)}
        row |= {column: json.dumps(row[column], ensure_ascii=False) for column in _JSON}
        row["fingerprint"] = json.dumps(entry.fingerprint.to_json(), ensure_ascii=False)
        row["sort_date"] = sortable(entry.date_published) or sortable(entry.retrieved_at)
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        for table in ("article", "missing"):
            self.connection.execute(f"DELETE FROM {table} WHERE file = ?", (entry.file,))  # noqa: S608
        cursor = self.connection.execute(f"INSERT INTO article({names}) VALUES({marks})", tuple(row.values()))
        texts = (words.headline, words.standfirst, words.byline, words.captions, words.body, words.sources)
        self.connection.execute(
            "INSERT INTO words(rowid, headline, standfirst, byline, captions, body, sources)"
            " VALUES(?, ?, ?, ?, ?, ?, ?)",
            (cursor.lastrowid, *map(as_indexed, texts)),
        )

    def drop(self, file: str) -> None:
        """Forget an article file; its words stay in the index, where no row leads to them."""
        for table in ("article", "address", "version", "missing"):
            self.connection.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608

    def miss(self, file: str) -> None:
        """Note that an article file is no more there; if it comes back, its addresses still lead to it."""
        self.connection.execute(
            "INSERT OR REPLACE INTO missing SELECT file, sha256 FROM article WHERE file = ?", (file,)
        )
        self.connection.execute("DELETE FROM article WHERE file = ?", (file,))

    def set_missing(self, file: str, sha256: str) -> None:
        """Note an article file that was not there when its saving was read about."""
        self.connection.execute("INSERT OR REPLACE INTO missing VALUES(?, ?)", (file, sha256))

    def missing(self) -> dict[str, str]:
        """Return the article files that are no more there, with their hashes."""
        return dict(self.connection.execute("SELECT file, sha256 FROM missing ORDER BY file"))

    def lost(self, name: str) -> list[str]:
        """Return the files that are no more there and that an address, or a part of their path, means."""
        query = """
            SELECT file FROM missing
            WHERE instr(file, ?) OR file IN (SELECT file FROM address WHERE identity = ?) ORDER BY file
        """
        return [row[0] for row in self.connection.execute(query, (storable(name), identity(storable(name))))]

    def move(self, old: str, entry: Entry) -> None:
        """Give a file that was renamed by hand its new name."""
        self.connection.execute(
            "UPDATE article SET file = ?, name_key = ?, stem = ?, revision = ? WHERE file = ?",
            (entry.file, name_key(entry.file), entry.stem, entry.revision, old),
        )
        for table in ("address", "version"):
            self.connection.execute(f"UPDATE {table} SET file = ? WHERE file = ?", (entry.file, old))  # noqa: S608

    def add_addresses(self, file: str, urls: Iterable[str]) -> None:
        """Remember where an article was reached."""
        rows = [(identity(url), file) for url in urls]
        self.connection.executemany("INSERT OR IGNORE INTO address VALUES(?, ?)", rows)
        self.connection.executemany("DELETE FROM failure WHERE identity = ?", [row[:1] for row in rows])

    def add_version(
        self, file: str, etag: str | None, last_modified: str | None, seen_at: str | None
    ) -> None:
        """Remember what the server said about the page's version."""
        self.connection.execute(
            "INSERT OR REPLACE INTO version VALUES(?, ?, ?, ?)", (file, etag, last_modified, seen_at)
        )

    def add_failure(self, failure: Failure) -> None:
        """Remember a failure, in the place of an earlier one."""
        self.connection.execute(
            "INSERT OR REPLACE INTO failure VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            (
                identity(failure.url),
                failure.url,
                failure.code,
                failure.message,
                failure.status,
                failure.attempts,
                failure.failed_at.isoformat(),
                failure.retry_at.isoformat(),
            ),
        )

    def find(self, url: str) -> Entry | None:
        """Return the last revision of the article that was saved first for this address."""
        return self._one(_FIND, identity(url))

    def find_file(self, url: str) -> str | None:
        """Return the same revision's file alone, in half the time."""
        row = self.connection.execute(_FIND_FILE, (identity(url),)).fetchone()
        return str(row[0]) if row else None

    def entry(self, file: str) -> Entry | None:
        """Return the entry of an article file."""
        return self._one(f"{SELECT} WHERE file = ?", storable(file))

    def revisions(self, stem: str) -> list[Entry]:
        """Return an article's revisions, the first one first."""
        return list(self.entries("WHERE stem = ? ORDER BY revision", stem))

    def with_words_in_name(self, words: str, limit: int) -> list[Entry]:
        """Return the last revisions of the articles whose file name has ``words`` in it."""
        clause = f"WHERE instr(name_key, ?) AND {IS_LAST} ORDER BY file LIMIT ?"
        return list(self.entries(clause, name_key(storable(words)), limit))

    def entries(self, clause: str = "ORDER BY id", *values: object) -> Iterator[Entry]:
        """Give the entries that an SQL clause selects."""
        for row in self.connection.execute(f"{SELECT} {clause}", values):
            yield entry_from(row)

    def files(self) -> list[tuple[str, str]]:
        """Return every article file with the hash it was saved with."""
        return self.connection.execute("SELECT file, sha256 FROM article ORDER BY id").fetchall()

    def captures_of_none_but(self, stem: str) -> list[str]:
        """Return the captures that an article names and no other does."""
        query = """
            SELECT DISTINCT capture FROM article WHERE stem = ? AND capture IS NOT NULL
            AND capture NOT IN (SELECT capture FROM article WHERE stem <> ? AND capture IS NOT NULL)
        """
        return [row[0] for row in self.connection.execute(query, (stem, stem))]

    def has_name(self, file: str) -> bool:
        """Tell whether some file system could take an article's file for ``file``."""
        query = "SELECT 1 FROM article WHERE name_key = ?"
        return self.connection.execute(query, (name_key(file),)).fetchone() is not None

    def version(self, file: str) -> tuple[str | None, str | None]:
        """Return ETag and Last-Modified of the page as it was last seen."""
        query = "SELECT etag, last_modified FROM version WHERE file = ?"
        row = self.connection.execute(query, (file,)).fetchone()
        return (row[0], row[1]) if row else (None, None)

    def failure(self, url: str) -> Failure | None:
        """Return what failed for this address, if that was the last thing that happened."""
        row = self.connection.execute(f"{_FAILURE} WHERE identity = ?", (identity(url),)).fetchone()
        return failure_from(row) if row else None

    def failures(self) -> Iterator[Failure]:
        """Give every failure, the latest last."""
        for row in self.connection.execute(f"{_FAILURE} ORDER BY failed_at, url"):
            yield failure_from(row)

    def folders(self) -> dict[str, int]:
        """Return the folders as they were when they were last looked through."""
        return dict(self.connection.execute("SELECT path, mtime_ns FROM folder"))

    def set_folders(self, found: dict[str, int], gone: Iterable[str] = ()) -> None:
        """Remember folders that were looked through, and forget some."""
        for path in gone:
            self.connection.execute("DELETE FROM folder WHERE path = ?", (path,))
        for path, changed in found.items():
            self.connection.execute("INSERT OR REPLACE INTO folder VALUES(?, ?)", (path, changed))

    def _one(self, query: str, *values: object) -> Entry | None:
        row = self.connection.execute(query, values).fetchone()
        return entry_from(row) if row else None


def entry_from(row: tuple[object, ...]) -> Entry:
    """Make an entry of a row of ``SELECT``; raises sqlite3.Error for one that was never written."""
    found = dict(zip(_COLUMNS, row, strict=True))
    try:
        found |= {column: tuple(json.loads(str(found[column]))) for column in _JSON}
        found["fingerprint"] = from_json(json.loads(str(found["fingerprint"])))
    except ValueError as error:
        raise sqlite3.DatabaseError("a row of it cannot be read") from error
    if not is_article_path(found["file"]):
        raise sqlite3.DatabaseError("a row of it is of no article file")
    found["paywalled"] = bool(found["paywalled"])
    return Entry(**found)  # type: ignore[arg-type]  # the table has the entry's fields


def failure_from(row: tuple[str, str, str, int | None, int, str, str]) -> Failure:
    """Make a failure of a row; raises sqlite3.Error for one that was never written."""
    url, code, message, status, attempts, *moments = row
    try:
        failed_at, retry_at = map(datetime.fromisoformat, moments)
    except ValueError as error:
        raise sqlite3.DatabaseError("a row of it cannot be read") from error
    return Failure(
        url=url,
        code=code,
        message=message,
        status=status,
        attempts=attempts,
        failed_at=failed_at,
        retry_at=retry_at,
    )
