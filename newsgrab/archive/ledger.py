"""Catalog and journal together: whatever the archive learns is an event, written down and applied.

The catalog can always be made again: it is what comes of all events and the files as they are.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from newsgrab.archive import schema
from newsgrab.archive.catalog import Catalog
from newsgrab.archive.disk import read_if_there, sha256
from newsgrab.archive.entry import Entry, Words, addresses_of, entry_of, words_of
from newsgrab.archive.failures import Failure
from newsgrab.archive.journal import Event, Journal, replay
from newsgrab.archive.naming import is_article_path
from newsgrab.archive.reading import Filed, parse, story
from newsgrab.archive.revisions import Fingerprint, fingerprint, from_json

CATALOG = "catalog.sqlite3"
_BATCH = 100  # events between two commits, or
_BATCH_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """An article file as it is now."""

    entry: Entry
    words: Words
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Where and when a page was seen, and what its server said about its version."""

    urls: tuple[str, ...]
    at: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def load_file(root: Path, file: str, saved: Fingerprint | None = None) -> Loaded | None:
    """Read an article file; None for one that is gone or not ours.

    ``saved`` is its fingerprint, if that was written down; the file may have been edited since.
    """
    payload = read_if_there(root / file)
    return loaded(file, payload, saved) if payload is not None else None


def loaded(file: str, payload: bytes, saved: Fingerprint | None = None) -> Loaded | None:
    """Understand the bytes of an article file; None for one that is not ours."""
    filed = parse(payload.decode("utf-8", "replace"))
    return described(file, filed, payload, saved) if filed else None


def described(file: str, filed: Filed, payload: bytes, saved: Fingerprint | None = None) -> Loaded:
    """Tell all that the catalog wants to know of an article file with these bytes."""
    body = story(filed)
    entry = entry_of(file, filed, sha256(payload), saved or fingerprint(filed, body))
    return Loaded(entry=entry, words=words_of(filed, body), addresses=addresses_of(filed))


class Ledger:
    """Writes events down and applies them; its methods may be called from any thread."""

    def __init__(self, root: Path, catalog: Catalog, journal: Journal) -> None:
        self._root, self.catalog, self._journal = root, catalog, journal
        self._catalog_path = journal.path.with_name(CATALOG)
        self.mutex = threading.RLock()
        self._offset = catalog.journal_offset()
        self._pending = 0
        self._committed_at = time.monotonic()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other threads out, and turn what SQLite says into our errors."""
        with self.mutex, schema.translated(self._catalog_path):
            yield

    def catch_up(self) -> None:
        """Apply the events that the catalog does not have yet."""
        with self.alone():
            moves = _read_moves(self._journal.path, self._offset)
            for event, end in replay(self._journal.path, self._offset):
                self._apply(event, _last_name(str(event.get("file")), end, moves))
                self._offset = end
                self._pending += 1

    def saved(self, found: Loaded, sighting: Sighting) -> None:
        """Write down that an article file was saved, whatever was under its name before."""
        with self.alone():
            self._write(_saved_event("saved", found) | _sighting(sighting))
            self.catalog.drop(found.entry.file)
            self.catalog.add(found.entry, found.words)
            self._sight(found.entry.file, sighting)
            self._commit_in_batches()

    def adopted(self, found: Loaded) -> None:
        """Write down that an article file was found that nobody had written down."""
        sighting = Sighting(urls=found.addresses, at=found.entry.retrieved_at)
        with self.alone():
            self._write(_saved_event("adopted", found) | _sighting(sighting))
            self.catalog.add(found.entry, found.words)
            self._sight(found.entry.file, sighting)
            self._commit_in_batches()

    def rebuilt(self, found: Loaded) -> None:
        """Write down that an article file was made anew from its capture."""
        with self.alone():
            self._write(_saved_event("rebuilt", found))
            self.catalog.add(found.entry, found.words)
            self._commit_in_batches()

    def reread(self, entry: Entry) -> None:
        """Have the catalog tell what is in a file that someone edited; an edit is no event."""
        with self.alone():
            self._add_as_it_is(entry.file, entry.sha256, entry.fingerprint)
            self._commit_in_batches()

    def seen(self, entry: Entry, sighting: Sighting) -> None:
        """Write down that an article was seen again and has not changed."""
        with self.alone():
            self._write({"event": "seen", "file": entry.file} | _sighting(sighting))
            self._sight(entry.file, sighting)
            self._commit_in_batches()

    def moved(self, old: str, found: Loaded) -> None:
        """Write down that someone gave a file another name."""
        with self.alone():
            self._write({"event": "moved", "file": old, "to": found.entry.file})
            self.catalog.move(old, found.entry)
            self._commit_in_batches()

    def missed(self, files: Iterable[str]) -> None:
        """Write down that article files are no more there."""
        with self.alone():
            for file in files:
                self._write({"event": "missing", "file": file})
                self.catalog.miss(file)
            self._commit_in_batches()

    def forgotten(self, files: Iterable[str]) -> None:
        """Write down that article files were removed because someone asked for it."""
        with self.alone():
            for file in files:
                self._write({"event": "forgotten", "file": file})
                self.catalog.drop(file)
            self.commit()

    def failed(self, failure: Failure) -> None:
        """Write down that an address could not be archived."""
        with self.alone():
            self._write(
                {
                    "event": "failed",
                    "url": failure.url,
                    "code": failure.code,
                    "message": failure.message,
                    "status": failure.status,
                    "attempts": failure.attempts,
                    "at": failure.failed_at.isoformat(),
                    "retry_at": failure.retry_at.isoformat(),
                }
            )
            self.catalog.add_failure(failure)
            self._commit_in_batches()

    def commit(self) -> None:
        """Put everything on the disk: first the journal, then the catalog."""
        with self.alone():
            if not self._pending and not self.catalog.connection.in_transaction:
                return
            self._journal.flush()
            self.catalog.commit(self._offset)
            self._pending = 0
            self._committed_at = time.monotonic()

    def close(self) -> None:
        """Let the files go; what was not committed is found again by the next run."""
        with self.alone():
            self._journal.close()
            self.catalog.close()

    def _commit_in_batches(self) -> None:
        if self._pending >= _BATCH or time.monotonic() - self._committed_at > _BATCH_SECONDS:
            self.commit()

    def _write(self, event: Event) -> None:
        self._offset = self._journal.add(event)
        self._pending += 1

    def _sight(self, file: str, sighting: Sighting) -> None:
        self.catalog.add_addresses(file, sighting.urls)
        self.catalog.add_version(file, sighting.etag, sighting.last_modified, sighting.at)

    def _apply(self, event: Event, file: str) -> None:
        """Apply an event that was written down earlier; ``file`` is what its file is called now.

        An event that is not understood is passed over: a later version may have written it.
        """
        if not all(is_article_path(event[key]) for key in ("file", "to") if key in event):
            return
        match event:
            case {"event": "saved" | "adopted" | "rebuilt", "file": str(), "sha256": str(sha256)}:
                self._apply_saved(event, file, sha256)
            case {"event": "seen", "file": str()}:
                self._sight(file, _read_sighting(event))
            case {"event": "moved", "file": str(old), "to": str(new)}:
                found = load_file(self._root, new)
                if found and self.catalog.entry(old):
                    self.catalog.move(old, found.entry)
            case {"event": "missing", "file": str()}:
                self.catalog.miss(file)
            case {"event": "forgotten", "file": str()}:
                self.catalog.drop(file)
            case {"event": "failed", "url": str(), "at": str(), "retry_at": str()}:
                with suppress(ValueError, OverflowError):  # a garbled time, a number that no table holds
                    self.catalog.add_failure(_read_failure(event))

    def _apply_saved(self, event: Event, file: str, sha256: str) -> None:
        if event["event"] == "saved":
            self.catalog.drop(file)
        saved = event.get("fingerprint")
        if not self._add_as_it_is(file, sha256, from_json(saved) if isinstance(saved, dict) else None):
            self.catalog.set_missing(file, sha256)
        if event["event"] != "rebuilt":
            self._sight(file, _read_sighting(event))

    def _add_as_it_is(self, file: str, sha256: str, saved: Fingerprint | None) -> bool:
        """Add a file with its words of today and the hash that it was saved with, if it can be read."""
        found = load_file(self._root, file, saved)
        if found:
            self.catalog.add(replace(found.entry, sha256=sha256), found.words)
        return found is not None


def _read_moves(path: Path, offset: int) -> dict[str, list[tuple[int, str]]]:
    moves: dict[str, list[tuple[int, str]]] = {}
    for event, end in replay(path, offset):
        if event.get("event") == "moved":
            moves.setdefault(str(event.get("file")), []).append((end, str(event.get("to"))))
    return moves


def _last_name(file: str, end: int, moves: dict[str, list[tuple[int, str]]]) -> str:
    """Follow a file through the names that it got after ``end``."""
    while later := [move for move in moves.get(file, []) if move[0] > end]:
        end, file = later[0]
    return file


def _saved_event(kind: str, found: Loaded) -> Event:
    entry = found.entry
    return {
        "event": kind,
        "file": entry.file,
        "sha256": entry.sha256,
        "fingerprint": entry.fingerprint.to_json(),
    }


def _sighting(sighting: Sighting) -> Event:
    found: Event = {
        "at": sighting.at,
        "urls": list(sighting.urls),
        "etag": sighting.etag,
        "last_modified": sighting.last_modified,
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def _read_sighting(event: Event) -> Sighting:
    urls = event.get("urls")
    return Sighting(
        urls=tuple(map(str, urls)) if isinstance(urls, list) else (),
        at=_text(event, "at"),
        etag=_text(event, "etag"),
        last_modified=_text(event, "last_modified"),
    )


def _read_failure(event: Event) -> Failure:
    status, attempts = event.get("status"), event.get("attempts")
    return Failure(
        url=str(event["url"]),
        code=str(event.get("code")),
        message=str(event.get("message")),
        status=status if isinstance(status, int) else None,
        attempts=attempts if isinstance(attempts, int) else 1,
        failed_at=datetime.fromisoformat(str(event["at"])),
        retry_at=datetime.fromisoformat(str(event["retry_at"])),
    )


def _text(event: Event, key: str) -> str | None:
    value = event.get(key)
    return value if isinstance(value, str) else None
