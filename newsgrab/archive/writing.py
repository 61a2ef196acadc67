"""The archive, open for writing: is this known, is this new, and where does it go."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from newsgrab.archive import capture as warc
from newsgrab.archive.disk import DISK, Disk, is_there, read_if_there, sha256
from newsgrab.archive.entry import Entry, renamed, trusted_addresses
from newsgrab.archive.failures import Failure, retry_at
from newsgrab.archive.forgetting import forget, forget_lost
from newsgrab.archive.ledger import Ledger, Loaded, Sighting, described
from newsgrab.archive.naming import (
    NameParts,
    check_template,
    name_key,
    path_for,
    revision_path,
    short_id,
    with_suffix,
)
from newsgrab.archive.opening import reconcile
from newsgrab.archive.pictures import Kept, kept_beside, store, with_pictures
from newsgrab.archive.reading import understood
from newsgrab.archive.reservations import Reservations
from newsgrab.archive.revisions import compare, is_stub, likeness
from newsgrab.archive.soundness import damage, is_as_saved
from newsgrab.archive.stock import CAPTURES
from newsgrab.archive.store import write_new
from newsgrab.config import DEFAULT_TEMPLATE
from newsgrab.errors import ArchiveIo, Paywall, ReadOnly
from newsgrab.model import Capture, Extraction, Failed, Page, Picture, Saved, Unchanged, Updated
from newsgrab.urls import identity, is_front_page, normalized, without_userinfo
from newsgrab.writers import file_text, markdown
from newsgrab.writers.frontmatter import named_fields

MENDED = "damaged file"  # what changed where nothing did, but the file could not be read any more
_ALIKE = 0.5  # of the blocks: two pages behind one address that have these in common are one article


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """How article files are named and what their keys are called."""

    template: str = DEFAULT_TEMPLATE
    profile: str = "newsgrab"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """An article on its way to a file."""

    extraction: Extraction
    page: Page
    found_at: str  # behind all redirects; "" if nobody said
    reached: tuple[str, ...]
    claimed: str | None
    capture: Capture | None
    packed: bytes
    payload: bytes  # of the article file
    found: Loaded  # what is read out of it again
    pictures: tuple[Picture, ...] = ()


class Archive:
    """An open archive; any thread may use it. Made by ``open_archive``."""

    def __init__(self, root: Path, ledger: Ledger, filing: Filing, disk: Disk = DISK) -> None:
        check_template(filing.template)
        self.root = root
        self.ledger = ledger
        self.filing, self.disk = filing, disk
        self._identities, self._names = Reservations(), Reservations()  # of what threads are saving

    def find(self, url: str) -> Entry | None:
        """Return the last revision of the article that was reached at ``url``, if its file is there."""
        with self.ledger.alone():
            entry = self.ledger.catalog.find(url)
            if entry and not is_there(self.root / entry.file):
                reconcile(self.ledger, self.root, self.disk)
                entry = self.ledger.catalog.find(url)
            return entry

    def find_file(self, url: str) -> str | None:
        """Return the same revision's file alone: enough to know that nothing need be asked for."""
        with self.ledger.alone():
            file = self.ledger.catalog.find_file(url)
        if file and os.path.isfile(f"{self.root}/{file}"):  # noqa: PTH113  a Path takes four times as long
            return file
        entry = self.find(url) if file else None
        return entry.file if entry else None

    def validators(self, entry: Entry) -> tuple[str | None, str | None]:
        """Return ETag and Last-Modified of the page as it was last seen."""
        with self.ledger.alone():
            return self.ledger.catalog.version(entry.file)

    def is_sound(self, entry: Entry) -> bool:
        """Tell whether an article's file can be read, as it was saved or as someone edited it."""
        try:
            payload = read_if_there(self.root / entry.file)
        except ReadOnly:  # others may read it
            return True
        except ArchiveIo:
            return False
        return payload is not None and (is_as_saved(entry, payload) or damage(entry, payload) is None)

    def failure(self, url: str) -> Failure | None:
        """Return what failed for ``url``, if nothing was saved since."""
        with self.ledger.alone():
            return self.ledger.catalog.failure(url)

    def save(
        self,
        extraction: Extraction,
        page: Page,
        tags: tuple[str, ...] = (),
        pictures: tuple[Picture, ...] = (),
    ) -> Saved | Updated | Unchanged:
        """Save an article, a new revision of one, or nothing where nothing changed and the file is sound.

        ``tags`` are words of the user's; ``list`` and ``search`` find them like keywords.
        ``pictures`` go beside the article; one that an earlier revision has stays in use.
        Raises Paywall for a teaser of what is here in full, and ArchiveError.
        """
        draft = replace(_draft(extraction, page, self.filing.profile, tags), pictures=pictures)
        names = {identity(url) for url in (*draft.reached, *([draft.claimed] if draft.claimed else []))}
        with self._identities.held(names):
            entry = self._known(draft)
            return self._save_again(draft, entry) if entry else self._save_new(draft)

    def confirm(self, entry: Entry, url: str, at: datetime) -> Unchanged:
        """Note that the server says an article's page has not changed."""
        etag, last_modified = self.validators(entry)
        self.ledger.seen(
            entry,
            Sighting(
                urls=(without_userinfo(url),), at=at.isoformat(), etag=etag, last_modified=last_modified
            ),
        )
        return Unchanged(url=url, file=entry.file, asked=True)

    def record_failure(self, failed: Failed, now: datetime | None = None) -> Failure:
        """Remember that ``failed`` could not be archived, and when to ask again."""
        now = now or datetime.now(UTC)
        with self.ledger.alone():
            before = self.ledger.catalog.failure(failed.url)
            attempts = failed.attempts + (before.attempts if before and before.code == failed.code else 0)
            failure = Failure(
                url=without_userinfo(failed.url),
                code=failed.code,
                message=failed.message,
                status=failed.status,
                attempts=attempts,
                failed_at=now,
                retry_at=retry_at(failed, attempts, now),
            )
            self.ledger.failed(failure)
            return failure

    def forget(self, entry: Entry) -> tuple[str, ...]:
        """Remove an article: all its revisions, their pictures, and the captures that no other names."""
        return forget(self.root, self.ledger, entry, self.disk)

    def forget_lost(self, files: Iterable[str]) -> None:
        """Take no further note of article files that are gone or damaged: ``verify`` misses them no more."""
        forget_lost(self.root, self.ledger, files, self.disk)

    def _known(self, draft: _Draft) -> Entry | None:
        """Return the article that this is a page of.

        The address it was found at in the end is proof. One that only led there is none, for a shortener,
        a check of cookies or "the latest" leads to many pages, and one that it claims is none, for a page
        can claim any: there the words must be alike.
        """
        entry = self.find(draft.found_at) if draft.found_at else None
        if entry:
            return entry
        for url in (*draft.reached, *([draft.claimed] if draft.claimed else [])):
            entry = self.find(url)
            if entry and likeness(entry.fingerprint, draft.found.entry.fingerprint) >= _ALIKE:
                return entry
        return None

    def _save_new(self, draft: _Draft) -> Saved:
        url = draft.reached[0] if draft.reached else draft.claimed or ""
        with self._free_name(draft, url) as file:
            self._write(draft, file, {})
        return Saved(url=url, file=file, capture=draft.capture)

    def _save_again(self, draft: _Draft, entry: Entry) -> Updated | Unchanged:
        url = draft.reached[0] if draft.reached else entry.url or ""
        old, new = entry.fingerprint, draft.found.entry.fingerprint
        changes = compare(old, new)
        if not changes and self.is_sound(entry):
            self.ledger.seen(entry, _sighting(draft))
            return Unchanged(url=url, file=entry.file, asked=True)
        if is_stub(new, old):
            raise Paywall(f"only a teaser was sent; the full article is kept: {entry.file}")
        file = self._next_revision(entry)
        self._write(draft, file, kept_beside(self.root, entry.file))
        return Updated(url=url, file=file, changes=changes or (MENDED,), capture=draft.capture)

    def _write(self, draft: _Draft, file: str, kept: Mapping[str, Kept]) -> None:
        """Put evidence and pictures on the disk, then the article, then the row: what is named is there."""
        if draft.capture and draft.capture.file and not is_there(self.root / draft.capture.file):
            write_new(self.root / draft.capture.file, draft.packed, self.disk)
        kept = {**kept, **store(self.root, file, draft.pictures, self.disk)}
        if kept:
            draft = self._illustrated(draft, kept)
        write_new(self.root / file, draft.payload, self.disk)
        found = replace(draft.found, entry=renamed(draft.found.entry, file))
        self.ledger.saved(found, _sighting(draft))

    def _illustrated(self, draft: _Draft, kept: Mapping[str, Kept]) -> _Draft:
        extraction = with_pictures(draft.extraction, kept)
        payload, found = _written(extraction, draft.capture, self.filing.profile)
        return replace(draft, extraction=extraction, payload=payload, found=found)

    def _next_revision(self, entry: Entry) -> str:
        number = entry.revision + 1
        while os.path.lexists(self.root / (file := revision_path(entry.file, number))):
            number += 1
        return file

    @contextmanager
    def _free_name(self, draft: _Draft, url: str) -> Iterator[str]:
        """Hold a name that no other article has, on any file system."""
        metadata = draft.extraction.article.metadata
        host_url = draft.claimed if draft.claimed in trusted_addresses(draft.reached, draft.claimed) else url
        parts = NameParts(metadata=metadata, url=host_url, day=_day(metadata.date_published, draft.page))
        first = path_for(parts, self.filing.template)
        suffixes = (short_id(url, length) for length in range(8, 65, 8))
        for name in (first, *(with_suffix(first, suffix) for suffix in suffixes)):
            with self._names.held({name_key(name)}):
                if self._is_free(name):
                    yield name
                    return
        raise AssertionError("no free name")

    def _is_free(self, name: str) -> bool:
        with self.ledger.alone():
            return not self.ledger.catalog.has_name(name) and not os.path.lexists(self.root / name)


def _draft(extraction: Extraction, page: Page, profile: str, tags: tuple[str, ...]) -> _Draft:
    hops = [exchange.url for exchange in page.exchanges]
    reached = tuple(
        dict.fromkeys(without_userinfo(url) for url in (page.requested_url, *hops, page.url) if url)
    )
    claimed = extraction.article.metadata.canonical_url
    packed = warc.pack(page) if page.exchanges else b""
    capture = _capture(page, packed, tags)
    payload, found = _written(extraction, capture, profile)
    return _Draft(
        extraction=extraction,
        page=page,
        found_at=without_userinfo(page.url or ""),
        reached=reached,
        claimed=normalized(claimed) if claimed and not is_front_page(claimed) else None,
        capture=capture,
        packed=packed,
        payload=payload,
        found=found,
    )


def _written(extraction: Extraction, capture: Capture | None, profile: str) -> tuple[bytes, Loaded]:
    """Return the bytes of an article file, and what one would read in it: reading takes twice as long."""
    named = named_fields(extraction, capture, profile=profile)
    body = markdown.write(extraction.article)
    payload = file_text(named, body).encode()
    return payload, described("new.md", understood(named, body), payload)


def _capture(page: Page, packed: bytes, tags: tuple[str, ...]) -> Capture | None:
    """Say where the evidence is; for a page without exchanges, its body's hash is all there is."""
    requested = page.requested_url or page.url
    if not requested or page.retrieved_at is None:
        return None
    digest = sha256(packed or page.body)
    return Capture(
        requested_url=without_userinfo(requested),
        retrieved_at=page.retrieved_at.replace(microsecond=0),
        status=page.status or 200,
        sha256=digest,
        file=f"{CAPTURES}/{digest[:2]}/{digest}.warc.gz" if packed else None,
        tags=tags,
    )


def _sighting(draft: _Draft) -> Sighting:
    headers = {name.lower(): value for name, value in draft.page.headers}
    at = draft.page.retrieved_at
    return Sighting(
        urls=trusted_addresses(draft.reached, draft.claimed),
        at=at.isoformat() if at else None,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
    )


def _day(published: datetime | date | None, page: Page) -> date | None:
    moment = published or page.retrieved_at
    return moment.date() if isinstance(moment, datetime) else moment
